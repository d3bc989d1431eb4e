// `like app : servers machines`: tiers that every workload has take these rows of the class tier as rows of their own,
// as far as they have what the rows name.

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "model_entries.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

std::string in_box(std::string_view text, const std::string& box) {
    std::string result(text);
    for (auto at = result.find(kTierPrefix); at != std::string::npos; at = result.find(kTierPrefix, at + box.size()))
        result.replace(at, kTierPrefix.size(), box + ".");
    return result;
}

/// A formula without what a box does not have: arguments that `max` and `sum` may do without.
class Pruner {
public:
    Pruner(const std::string& box, const std::set<std::string>& known) : prefix_(box + "."), known_(known) {}

    /// None where it rests on what is not there.
    [[nodiscard]] std::optional<std::string> run(std::string_view formula) const {
        std::string result;
        while (!formula.empty()) {
            const auto name = formula.substr(0, length_of_name(formula));
            const auto call = formula.substr(name.size(), length_of_parentheses(formula.substr(name.size())));
            if ((name == "max" || name == "sum") && !call.empty()) {
                formula.remove_prefix(name.size() + call.size());
                const auto left = call_of(name, call.substr(1, call.size() - 2));
                if (!left) return std::nullopt;
                result += fitted(*left, result, formula);
                continue;
            }
            if (name.starts_with(prefix_) && !known_.contains(std::string(name))) return std::nullopt;
            const auto length = std::max(name.size(), std::size_t{1});
            result += formula.substr(0, length);
            formula.remove_prefix(length);
        }
        return result;
    }

private:
    [[nodiscard]] std::optional<std::string> call_of(std::string_view function, std::string_view arguments) const {
        std::vector<std::string> left;
        for (std::size_t begin = 0; begin < arguments.size();) {
            std::size_t end = begin;
            while (end < arguments.size() && arguments[end] != ',')
                end += std::max(length_of_parentheses(arguments.substr(end)), std::size_t{1});
            if (auto argument = run(trim(arguments.substr(begin, end - begin)))) left.push_back(std::move(*argument));
            begin = end + 1;
        }
        if (left.empty()) return std::nullopt;
        return left.size() == 1 ? left.front() : fmt::format("{}({})", function, join(left, ", "));
    }

    std::string prefix_;
    const std::set<std::string>& known_;
};

class Sharer {
public:
    Sharer(const std::vector<ModelRow>& rows, Shorthands shorthands) : rows_(rows), shorthands_(shorthands) {
        for (const auto& row : rows) {
            if (row.shares.empty()) known_.insert(row.name);
            for (const auto& each : row.shares) known_.insert(row.name + "." + each);
        }
        for (const auto& each : shorthands) known_.insert(each.name);
    }

    [[nodiscard]] std::vector<ModelRow> run() const {
        std::vector<ModelRow> all;
        for (const auto& row : rows_) {
            if (row.shares.empty()) all.push_back(row);
            for (const auto& each : row.shares) all.push_back(shared(row, each));
        }
        return all;
    }

private:
    [[nodiscard]] ModelRow shared(const ModelRow& list, const std::string& name) const {
        const std::string wanted = std::string(kTierPrefix) + name;
        const auto found =
            std::find_if(rows_.begin(), rows_.end(), [&](const ModelRow& row) { return row.name == wanted; });
        if (found == rows_.end()) throw InputError(Error{list.where, fmt::format("'{}' is not known", wanted), ""});
        ModelRow row = *found;
        row.name = list.name + "." + name;
        row.where = list.where;
        row.kind = Class::workload;
        row.section = list.section;
        row.summed = false;
        row.constant = false;
        row.scale = false;
        row.common = false;
        row.columns.clear();
        row.alternatives.clear();
        for (auto& each : row.covers) each = in_box(each, list.name);
        std::erase_if(row.covers, [&](const std::string& each) { return !known_.contains(each); });
        if (!row.stored.empty()) add_rest(row, wanted);
        for (const auto& each : found->alternatives) {
            if (auto own = shared(list.name, row.name, each)) row.alternatives.push_back(std::move(*own));
        }
        return row;
    }

    /// Of what objects store, all that no tier of the file has; nothing where none of them has any.
    void add_rest(ModelRow& row, const std::string& in_tiers) const {
        const std::string whole = std::exchange(row.stored, {});
        // Rounding may have made the sum of the parts less than the whole.
        add_alternative(row, fmt::format("{} - min({}, {} * (1 + 1e-14))", whole, whole, in_tiers));
        add_alternative(row, whole);
        row.alternatives.back().with = {"tier.stored_load"};
        row.alternatives.back().condition = "with tier.stored_load";
    }

    static void add_alternative(ModelRow& row, std::string formula) {
        ModelAlternative& own = row.alternatives.emplace_back();
        own.formula = {std::move(formula), row.where, false, row.name};
        own.tree = parse_formula(own.formula, {});
        const auto names = names_of(own.formula.text, own.tree);
        own.names.assign(names.begin(), names.end());
    }

    [[nodiscard]] std::optional<ModelAlternative> shared(const std::string& box, const std::string& name,
                                                         const ModelAlternative& of_tier) const {
        const auto formula = Pruner(box, known_).run(in_box(of_tier.formula.text, box));
        if (!formula) return std::nullopt;
        ModelAlternative own = of_tier;
        own.formula.text = *formula;
        own.formula = written_out(own.formula, shorthands_);
        own.formula.exact = false;
        own.formula.subject = name;
        own.tree = parse_formula(own.formula, {});
        const auto names = names_of(own.formula.text, own.tree);
        own.names.assign(names.begin(), names.end());
        if (!settle_condition(box, own)) return std::nullopt;
        return own;
    }

    /// False where something that has to be there never is.
    bool settle_condition(const std::string& box, ModelAlternative& own) const {
        for (auto* names : {&own.given, &own.with, &own.unless}) {
            for (auto& each : *names) each = in_box(each, box);
        }
        const auto is_absent = [&](const std::string& each) { return !known_.contains(each); };
        if (std::any_of(own.given.begin(), own.given.end(), is_absent) ||
            std::any_of(own.with.begin(), own.with.end(), is_absent))
            return false;
        const auto is_no_row = [&](const std::string& each) {
            return is_absent(each) || std::any_of(shorthands_.begin(), shorthands_.end(),
                                                  [&](const Shorthand& other) { return other.name == each; });
        };
        std::erase_if(own.unless, is_no_row);
        const bool needs_all = !is_forgiving(Tree(own.tree));
        std::erase_if(own.with, [&](const std::string& each) {
            const bool is_named = std::find(own.names.begin(), own.names.end(), each) != own.names.end();
            return is_no_row(each) || (needs_all && is_named);
        });
        own.condition.clear();
        add_condition("given", own.given, own.condition);
        add_condition("with", own.with, own.condition);
        add_condition("unless", own.unless, own.condition);
        return true;
    }

    static void add_condition(std::string_view word, const std::vector<std::string>& names, std::string& condition) {
        if (names.empty()) return;
        if (!condition.empty()) condition += " ";
        condition += fmt::format("{} {}", word, join(names, ", "));
    }

    const std::vector<ModelRow>& rows_;
    Shorthands shorthands_;
    std::set<std::string> known_;
};

}  // namespace

void share_rows(std::vector<ModelRow>& rows, Shorthands shorthands) { rows = Sharer(rows, shorthands).run(); }

}  // namespace bote
