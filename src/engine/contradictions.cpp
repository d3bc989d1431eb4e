#include "bote/engine/contradictions.hpp"

#include <algorithm>
#include <cmath>
#include <string>

#include "bote/base/index.hpp"
#include "bote/engine/bounds.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

constexpr double kRounding = 0.01;

bool differ(double a, double b) { return std::abs(a - b) > kRounding * std::max(std::abs(a), std::abs(b)); }

bool is_less(double a, double b) { return a < b && differ(a, b); }

double value_of(const Rival& rival, const Conventions& conventions) {
    std::vector<double> values;
    for (const RivalFormula& formula : rival.formulas) {
        std::vector<double> names;
        for (const int name : formula.names) {
            if (name == RivalFormula::kWord) names.push_back(1);
            else names.push_back(name == RivalFormula::kAbsent ? NAN : values[at(name)]);
        }
        if (!formula.tree.empty()) {
            values.push_back(evaluate(formula.tree, names, conventions));
            continue;
        }
        double sum = 0;
        for (const double each : names) sum += std::isnan(each) ? 0 : each;
        values.push_back(sum);
    }
    return values.back();
}

class Finder {
public:
    Finder(const Model& model, const QuantityValues& values) : model_(model), values_(values) {}

    std::vector<Contradiction> run() {
        for (const Rival& rival : model_.rivals) compare(rival);
        for (const QuantityIndex index : model_.quantities.indices()) {
            if (model_[index].definition == nullptr) continue;
            compare_with_covered(index);
            compare_with_parts(index);
        }
        find_beyond_bounds();
        return std::move(found_);
    }

private:
    [[nodiscard]] bool is_given(QuantityIndex index) const {
        const ModelQuantity& quantity = model_[index];
        return quantity.origin == Origin::given && !quantity.inherited && !quantity.implied;
    }

    [[nodiscard]] bool is_named(QuantityIndex index) const {
        return std::any_of(found_.begin(), found_.end(),
                           [&](const Contradiction& each) { return each.quantity == index; });
    }

    void compare(const Rival& rival) {
        const double given = values_[rival.quantity];
        const double otherwise = value_of(rival, model_.conventions);
        if (!std::isfinite(given) || !std::isfinite(otherwise) || !differ(given, otherwise)) return;
        if (rival.is_at_least && otherwise < given) return;  // the unknown part may be the rest
        found_.push_back({Conflict::two_values, rival.quantity, given, otherwise, rival.because});
    }

    /// The quantity of a definition in the object or the tier of another one.
    [[nodiscard]] std::optional<QuantityIndex> beside(const ModelQuantity& quantity, DefinitionIndex definition) const {
        if (quantity.tier < 0 && quantity.object < 0) {
            const QuantityIndex found = model_.of_definition[definition];
            return found == QuantityIndex::none ? std::nullopt : std::optional(found);
        }
        const std::string_view name = built_in_catalog()[definition].name;
        const std::string_view scope = quantity.name.substr(0, quantity.name.size() - quantity.definition->name.size());
        if (quantity.tier < 0) return model_.find(std::string(scope).append(name));
        const auto dot = quantity.name.rfind('.');
        return model_.find(std::string(quantity.name.substr(0, dot)).append(name.substr(name.find('.'))));
    }

    /// One of the two has to be given: of what is computed the fault lies elsewhere.
    void compare_with_covered(QuantityIndex index) {
        const ModelQuantity& quantity = model_[index];
        for (const DefinitionIndex definition : quantity.definition->covers) {
            const auto covered = beside(quantity, definition);
            if (!covered || (!is_given(index) && !is_given(*covered)) || is_named(index) || is_named(*covered))
                continue;
            if (!std::isfinite(values_[*covered]) || !is_less(values_[index], values_[*covered])) continue;
            found_.push_back({Conflict::too_small, index, values_[index], values_[*covered], {*covered}});
        }
    }

    /// A total that is given and not shared out, since an object says its own part.
    void compare_with_parts(QuantityIndex index) {
        const ModelQuantity& quantity = model_[index];
        if (quantity.object >= 0 || quantity.definition->kind != Class::total || !is_given(index) || is_named(index))
            return;
        Contradiction parts{Conflict::parts, index, values_[index], 0, {}};
        for (const auto& object : model_.objects) {
            const auto part = model_.find((object + ".").append(quantity.name));
            if (!part || !std::isfinite(values_[*part])) continue;
            parts.otherwise += values_[*part];
            parts.because.push_back(*part);
        }
        if (parts.because.empty()) return;
        const bool is_whole = parts.because.size() == model_.objects.size();
        if (is_whole ? differ(parts.given, parts.otherwise) : is_less(parts.given, parts.otherwise))
            found_.push_back(std::move(parts));
    }

    /// What is computed and cannot be: a share of 173%, a rate below zero. Only the first on each way is named.
    void find_beyond_bounds() {
        IndexedVector<QuantityIndex, char> is_spoilt(model_.quantities.size(), 0);
        for (const Contradiction& each : found_) {
            is_spoilt[each.quantity] = 1;
            for (const QuantityIndex index : each.because) is_spoilt[index] = 1;
        }
        for (const QuantityIndex index : model_.quantities.indices()) {
            const ModelQuantity& quantity = model_[index];
            for (const auto& name : quantity.names) {
                if (name.quantity != QuantityIndex::none && is_spoilt[name.quantity] != 0) is_spoilt[index] = 1;
            }
            const bool is_result = quantity.definition != nullptr && !quantity.definition->internal;
            if (is_spoilt[index] != 0 || !is_result || quantity.origin == Origin::given) continue;
            const double scale = values_[index] < 0 ? scale_of(quantity) : 0;  // asked for by the bound 0 alone
            const auto bound = exceeded_bound(quantity, values_[index], scale, model_.conventions);
            if (!bound) continue;
            is_spoilt[index] = 1;
            std::vector<QuantityIndex> because = givens_behind(index);
            if (!because.empty())
                found_.push_back({Conflict::beyond_bounds, index, values_[index], *bound, std::move(because)});
        }
    }

    /// How large what goes into a quantity is: its rounding errors are.
    [[nodiscard]] double scale_of(const ModelQuantity& quantity) const {
        double scale = 0;
        for (const auto& name : quantity.names) {
            const double each = name.quantity == QuantityIndex::none ? 0 : std::abs(values_[name.quantity]);
            if (std::isfinite(each)) scale = std::max(scale, each);
        }
        return scale;
    }

    /// The given values that a quantity rests on, the nearest first.
    [[nodiscard]] std::vector<QuantityIndex> givens_behind(QuantityIndex index) const {
        std::vector<QuantityIndex> seen{index};
        std::vector<QuantityIndex> given;
        for (std::size_t i = 0; i < seen.size(); ++i) {
            for (const auto& name : model_[seen[i]].names) {
                if (name.quantity == QuantityIndex::none ||
                    std::find(seen.begin(), seen.end(), name.quantity) != seen.end())
                    continue;
                seen.push_back(name.quantity);
                if (is_given(name.quantity)) given.push_back(name.quantity);
            }
        }
        return given;
    }

    const Model& model_;
    const QuantityValues& values_;
    std::vector<Contradiction> found_;
};

}  // namespace

std::vector<Contradiction> find_contradictions(const Model& model, const QuantityValues& values) {
    return Finder(model, values).run();
}

}  // namespace bote
