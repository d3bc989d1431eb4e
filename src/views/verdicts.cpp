#include "bote/views/verdicts.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/engine/flip.hpp"
#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/uncertainty.hpp"

namespace bote {
namespace {

constexpr double kUnlikely = 0.01;

/// What is unlikely but possible is worth a line too.
bool is_open(std::optional<double> chance) { return chance && *chance > kUnlikely && *chance < 1 - kUnlikely; }

bool rule_holds(const Model& model, const Values& values, std::size_t i) {
    const std::size_t comparison = model.expectations.size() + i;
    const Rule& rule = *model.rules[i].rule;
    return holds(rule.comparison, rule.tolerance, values.left[comparison], values.right[comparison]);
}

/// The text with each `{quantity}` replaced by the value of the next of the names.
std::string filled_in(const Model& model, const Values& values, std::string_view text, std::span<const Binding> names) {
    std::string result;
    auto name = names.begin();
    for (auto open = text.find('{'); open != std::string_view::npos; open = text.find('{')) {
        const auto& quantity = model[name->quantity];
        result.append(text.substr(0, open));
        result += format(values.quantities[name->quantity], quantity.display, model.conventions);
        text.remove_prefix(text.find('}') + 1);
        ++name;
    }
    return result.append(text);
}

std::span<const Binding> names_of(const BoundRule& bound, bool holds) {
    const std::span<const Binding> all = bound.texts;
    const auto in_verdict = at(std::count(bound.rule->verdict.begin(), bound.rule->verdict.end(), '{'));
    return holds ? all.first(in_verdict) : all.subspan(in_verdict);
}

/// The given quantities that say how large it all is: those of the whole, such as `dau`, then volumes.
std::vector<QuantityIndex> find_scales(const Model& model) {
    std::vector<QuantityIndex> whole;
    std::vector<QuantityIndex> volumes;
    for (const QuantityIndex i : model.quantities.indices()) {
        const auto& quantity = model[i];
        const bool free = quantity.names.empty();  // a formula follows what it names
        const bool scale = quantity.definition != nullptr && quantity.definition->scale && free;
        if (!scale || quantity.origin != Origin::given) continue;
        (quantity.definition->kind == Class::workload ? whole : volumes).push_back(i);
    }
    whole.insert(whole.end(), volumes.begin(), volumes.end());
    return whole;
}

/// Of users and devices there are whole ones.
double as_counted(const ModelQuantity& quantity, double value) {
    const bool counts = quantity.definition->unit == "users" || is_whole(quantity);
    return counts ? std::round(value) : value;
}

/// How far a flip is from the value of today, up or down.
double distance(const Estimate& estimate, const Flip& flip) {
    return std::abs(precise::log(flip.value / estimate.values.quantities[flip.quantity]));
}

/// Each decision flips in terms of the first scale that makes it flip nearby, or else of the one that does so nearest:
/// a cache that follows the reads is not told in writes.
void find_flips(const Estimate& estimate, Verdicts& verdicts, const std::vector<Compared>& comparisons) {
    constexpr double kNear = 100;
    const double near = precise::log(kNear);
    for (const QuantityIndex scale : find_scales(estimate.model)) {
        std::vector<std::size_t> open;
        std::vector<Compared> asked;
        for (std::size_t i = 0; i < comparisons.size(); ++i) {
            const auto& flip = verdicts.decisions[i].flip;
            if (verdicts.decisions[i].rule->stepped || (flip && distance(estimate, *flip) <= near)) continue;
            open.push_back(i);
            asked.push_back(comparisons[i]);
        }
        if (open.empty()) return;
        const auto found = find_flips(estimate.program, estimate.values, slot_of(scale), asked);
        for (std::size_t i = 0; i < open.size(); ++i) {
            if (!found[i]) continue;
            const Flip flip{scale, as_counted(estimate.model[scale], *found[i])};
            auto& known = verdicts.decisions[open[i]].flip;
            const bool there = flip.value >= 1 || flip.value == *found[i];  // not of a part of a user
            if (there && (!known || distance(estimate, flip) < distance(estimate, *known))) known = flip;
        }
    }
}

}  // namespace

Verdict judge(const Model& model, const Values& values, std::size_t i) {
    const BoundRule& bound = model.rules[i];
    const Rule& rule = *bound.rule;
    const Conventions& conventions = model.conventions;
    const std::size_t comparison = model.expectations.size() + i;
    Verdict verdict;
    verdict.rule = &rule;
    if (bound.object >= 0) verdict.object = model.objects[at(bound.object)];
    if (bound.tier >= 0) verdict.object = model.tiers[at(bound.tier)].title;
    verdict.left = values.left[comparison];
    verdict.right = values.right[comparison];
    verdict.holds = rule_holds(model, values, i);
    verdict.text =
        filled_in(model, values, verdict.holds ? rule.verdict : rule.otherwise, names_of(bound, verdict.holds));
    const bool comparable = std::isfinite(verdict.left) && std::isfinite(verdict.right);
    const bool above = holds(Comparison::greater, rule.tolerance, verdict.left, verdict.right);
    if (!comparable) return verdict;
    const Terms said{verdict.holds ? rule.comparison
                     : above       ? Comparison::greater
                                   : Comparison::less_equal,
                     rule.tolerance};
    const int digits = telling_digits(kShownDigits, said, verdict.left, verdict.right, [&](int each) {
        return std::pair(shown_value(verdict.left, rule.display, conventions, each),
                         shown_value(verdict.right, rule.display, conventions, each));
    });
    verdict.because = fmt::format("{} {} {}", format(verdict.left, rule.display, conventions, digits),
                                  sign_of(said.comparison), format(verdict.right, rule.display, conventions, digits));
    return verdict;
}

std::string note_text(const Verdict& note) { return (note.object.empty() ? "" : note.object + ": ") + note.text; }

Verdicts judge_all(const Estimate& estimate, Extent extent) {
    Verdicts verdicts;
    const std::size_t first = estimate.model.expectations.size();
    for (std::size_t i = 0; i < estimate.model.rules.size(); ++i) {
        const Rule& rule = *estimate.model.rules[i].rule;
        const auto chance = chance_of(estimate, first + i);
        const bool holds = rule_holds(estimate.model, estimate.values, i);
        if (rule.is_note ? !holds : extent == Extent::brief && !holds && !is_open(chance)) continue;
        Verdict verdict = judge(estimate.model, estimate.values, i);
        if (std::isnan(verdict.left) || std::isnan(verdict.right)) continue;
        if (rule.is_note) {
            verdicts.notes.push_back(note_text(verdict));
            continue;
        }
        verdict.chance = chance;
        verdict.comparison = static_cast<std::uint32_t>(first + i);
        verdicts.decisions.push_back(std::move(verdict));
    }
    return verdicts;
}

Verdicts compute_verdicts(const Estimate& estimate, Extent extent) {
    Verdicts verdicts = judge_all(estimate, extent);
    std::vector<Compared> comparisons;
    for (const Verdict& each : verdicts.decisions)
        comparisons.push_back({each.comparison, each.rule->comparison, each.rule->tolerance});
    find_flips(estimate, verdicts, comparisons);
    return verdicts;
}

std::string flip_text(const Estimate& estimate, const Verdict& verdict) {
    if (!verdict.flip) return "";
    const auto& quantity = estimate.model[verdict.flip->quantity];
    const bool below = verdict.flip->value < estimate.values.quantities[verdict.flip->quantity];
    std::string text(below ? "below " : "above ");
    text.append(quantity.name).append(" ");
    return text.append(format(verdict.flip->value, quantity.display, estimate.model.conventions));
}

Table describe_decisions(const Estimate& estimate, const Verdicts& verdicts, Extent extent) {
    Table table{{{"", ColumnKind::text}, {"Because", ColumnKind::text}, {"Flips", ColumnKind::text}}, {}};
    if (estimate.uncertainty) table.columns.push_back({"Chance", ColumnKind::number});
    for (const auto& verdict : verdicts.decisions) {
        if (verdict.text.empty() || (extent == Extent::brief && !verdict.holds && !is_open(verdict.chance))) continue;
        const std::string owner = verdict.object.empty() ? "" : verdict.object + ": ";
        table.add_row(owner + verdict.text, verdict.because, flip_text(estimate, verdict));
        if (verdict.chance)
            table.rows.back().emplace_back(chance_text(verdict.holds ? *verdict.chance : 1 - *verdict.chance));
    }
    return table;
}

Datum decisions_datum(const Estimate& estimate, const Verdicts& verdicts) {
    Datum::Array list;
    for (const auto& verdict : verdicts.decisions) {
        if (verdict.because.empty()) continue;
        Datum::Object entry{{"name", text_datum(std::string(verdict.rule->name))}};
        if (!verdict.object.empty()) entry.push_back({"object", text_datum(verdict.object)});
        entry.push_back({"holds", {verdict.holds}});
        if (verdict.chance) entry.push_back({"chance", number_datum(*verdict.chance)});
        entry.push_back({"text", text_datum(verdict.text)});
        entry.push_back({"condition", text_datum(std::string(verdict.rule->condition))});
        entry.push_back({"left", number_datum(verdict.left)});
        entry.push_back({"right", number_datum(verdict.right)});
        entry.push_back({"unit", text_datum(base_unit(verdict.rule->display.dimension))});
        if (verdict.flip) {
            Datum::Object flip{{"quantity", text_datum(std::string(estimate.model[verdict.flip->quantity].name))},
                               {"value", number_datum(verdict.flip->value)}};
            entry.push_back({"flips_at", {std::move(flip)}});
        }
        entry.push_back({"source", text_datum(std::string(verdict.rule->source))});
        list.push_back({std::move(entry)});
    }
    return {std::move(list)};
}

}  // namespace bote
