#include "hints.hpp"

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/views/chain.hpp"
#include "collect.hpp"

namespace bote {
namespace {

std::string_view per_of(const Working& working, QuantityIndex quantity) {
    const UnitIndex unit = working.estimate->model[quantity].display.per[0];
    return unit == kNoUnit ? std::string_view() : spoken_symbol(unit_at(unit));
}

constexpr std::string_view kDivided = " / 86,400 s";

}  // namespace

QuantityIndex Hints::speaking(QuantityIndex quantity) const {
    for (QuantityIndex each = quantity;;) {
        const QuantityIndex same = working_.reduction.same_as[each];
        if (same != QuantityIndex::none) each = same;
        const auto& nodes = working_.reduction.formulas[each].nodes;
        const bool passes_on = nodes.size() == 1 && nodes.front().op == Op::name;
        if (!passes_on) return each;
        each = index_at<QuantityIndex>(nodes.front().name);
    }
}

std::string Hints::hint(QuantityIndex quantity, int step) const {
    const QuantityIndex each = speaking(quantity);
    const bool divided = per_of(working_, quantity) == "s" && per_of(working_, each) == "day";
    const std::string_view behind = divided ? kDivided : "";
    if (step == 1) return fmt::format("Formula: {}{}", formula_text(working_, each), behind);
    if (step == 2) return fmt::format("With numbers: {}{}", numbers_text(working_, each, {}), behind);
    std::vector<std::string> names;
    for (const QuantityIndex name : names_in(working_.reduction.formulas[each])) {
        const ModelQuantity& named = working_.estimate->model[name];
        const bool is_of_another = named.object >= 0 && working_.estimate->model[each].object != named.object;
        const bool by_itself = named.definition == nullptr || is_of_another;
        names.push_back(spoken_name(by_itself ? named.name : named.definition->name));
    }
    if (divided) names.emplace_back("the seconds of a day");
    return "Combine: " + join(names, ", ") + ".";
}

std::string Hints::aloud(QuantityIndex quantity) const {
    return chain_text(find_chain(working_, quantity, Arithmetic::whiteboard));
}

std::vector<std::string> Hints::steps(QuantityIndex quantity) const {
    constexpr std::size_t kMost = 6;  // more would push the question off the screen
    std::vector<std::string> lines;
    for (const QuantityIndex step : steps_to(working_, quantity)) {
        const auto& nodes = working_.reduction.formulas[step].nodes;
        const bool passes_on = nodes.size() == 1 && nodes.front().op == Op::name;
        // One a day said as one a second is a step of its own.
        const bool divided = passes_on && per_of(working_, step) == "s" &&
                             per_of(working_, index_at<QuantityIndex>(nodes.front().name)) == "day";
        if (nodes.size() < 2 && !divided) continue;
        std::string formula = formula_text(working_, step);
        std::string numbers = numbers_text(working_, step, {});
        if (formula.empty() || numbers.empty()) continue;
        if (divided) {
            formula += kDivided;
            numbers += kDivided;
        }
        const ModelQuantity& each = working_.estimate->model[step];
        const bool single = working_.estimate->model.objects.size() <= 1 && each.definition != nullptr;
        lines.push_back(fmt::format("{} = {} = {} = {}", single ? each.definition->name : each.name, formula, numbers,
                                    value_text(working_, step, {})));
    }
    if (lines.size() > kMost) lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kMost));
    return lines;
}

}  // namespace bote
