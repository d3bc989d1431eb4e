#include "bote/practice/hints.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/chain.hpp"
#include "collect.hpp"

namespace bote {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// A rate a second that is made of rates a day, or the other way round, is divided by the day too.
bool changes_day(const Working& working, int quantity) {
    const auto& quantities = working.estimate->model.quantities;
    const auto per = [&](int index) {
        const UnitIndex unit = quantities[at(index)].display.per[0];
        return unit == kNoUnit ? std::string_view() : spoken_symbol(unit_at(unit));
    };
    if (per(quantity) != "s") return false;
    for (const int name : names_in(working.reduction.formulas[at(quantity)])) {
        if (per(name) == "day") return true;
    }
    return false;
}

}  // namespace

int Hints::speaking(int quantity) const {
    int each = working_.reduction.same_as[at(quantity)];
    return each < 0 ? quantity : each;
}

std::string Hints::hint(int quantity, int step) const {
    const int each = speaking(quantity);
    if (step == 0) {
        std::vector<std::string> names;
        for (const int name : names_in(working_.reduction.formulas[at(each)])) {
            const ModelQuantity& named = working_.estimate->model.quantities[at(name)];
            names.push_back(spoken_name(named.definition == nullptr ? named.name : named.definition->name));
        }
        if (changes_day(working_, quantity) || changes_day(working_, each)) names.emplace_back("the seconds of a day");
        return "Combine: " + join(names, ", ") + ".";
    }
    if (step == 1) return "Formula: " + formula_text(working_, each);
    return "With numbers: " + numbers_text(working_, each, {});
}

std::string Hints::aloud(int quantity) const {
    return chain_text(find_chain(working_, quantity, Arithmetic::whiteboard));
}

std::vector<std::string> Hints::steps(int quantity) const {
    constexpr std::size_t kMost = 10;
    std::vector<std::string> lines;
    for (const int step : steps_to(working_, quantity)) {
        const std::string formula = formula_text(working_, step);
        const std::string numbers = numbers_text(working_, step, {});
        if (formula.empty() || numbers.empty()) continue;
        const ModelQuantity& each = working_.estimate->model.quantities[at(step)];
        lines.push_back(
            fmt::format("{} = {} = {} = {}", each.name, formula, numbers, value_text(working_, step, {})));
    }
    if (lines.size() > kMost) lines.erase(lines.begin(), lines.end() - static_cast<std::ptrdiff_t>(kMost));
    return lines;
}

}  // namespace bote
