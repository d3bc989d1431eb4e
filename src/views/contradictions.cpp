#include "contradictions.hpp"

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/engine/contradictions.hpp"
#include "bote/views/common.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostNamed = 3;

std::string_view name_at(const Estimate& estimate, QuantityIndex index) { return estimate.model[index].name; }

std::string text_at(const Estimate& estimate, QuantityIndex index, double value) {
    const auto& quantity = estimate.model[index];
    return format(value, quantity.display, estimate.model.conventions);
}

/// "`dau`, `writes_per_user` and 2 more"
std::string reasons_text(const Estimate& estimate, const std::vector<QuantityIndex>& because) {
    std::vector<std::string> names;
    for (std::size_t i = 0; i < because.size() && i < kMostNamed; ++i)
        names.push_back(fmt::format("`{}`", name_at(estimate, because[i])));
    if (because.size() > kMostNamed) names.push_back(fmt::format("{} more", because.size() - kMostNamed));
    if (names.size() < 2) return names.front();
    const std::string last = names.back();
    names.pop_back();
    return join(names, ", ") + " and " + last;
}

std::string line_of(const Estimate& estimate, const Contradiction& each) {
    const std::string_view name = name_at(estimate, each.quantity);
    const std::string value = text_at(estimate, each.quantity, each.given);
    const std::string other = text_at(estimate, each.quantity, each.otherwise);
    const std::string reasons = reasons_text(estimate, each.because);
    switch (each.kind) {
        case Conflict::two_values:
            return fmt::format("`{}` is given as {}; {} would make it {}", name, value, reasons, other);
        case Conflict::too_small: return fmt::format("`{}`, {}, is less than {}, {}", name, value, reasons, other);
        case Conflict::parts: return fmt::format("`{}` is given as {}; {} add up to {}", name, value, reasons, other);
        case Conflict::beyond_bounds: break;
    }
    const std::string_view side = each.given < each.otherwise ? "at least" : "at most";
    return fmt::format("{} would make `{}` {}; it is {} {}", reasons, name, value, side, other);
}

}  // namespace

std::vector<std::string> contradiction_lines(const Estimate& estimate) {
    std::vector<std::string> lines;
    for (const auto& each : find_contradictions(estimate.model, estimate.values.quantities))
        lines.push_back(line_of(estimate, each));
    return lines;
}

void add_contradictions(Report& report, const Estimate& estimate) {
    for (auto& line : contradiction_lines(estimate))
        report.blocks.emplace_back(Note{"Contradiction: " + line, Tone::bad});
}

Datum contradictions_datum(const Estimate& estimate) {
    Datum::Array list;
    for (const auto& each : find_contradictions(estimate.model, estimate.values.quantities)) {
        Datum::Array because;
        for (const QuantityIndex index : each.because)
            because.push_back(text_datum(std::string(name_at(estimate, index))));
        list.push_back(
            {Datum::Object{{"quantity", text_datum(std::string(name_at(estimate, each.quantity)))},
                           {"given", datum_of(estimate, each.quantity)},
                           {"otherwise",
                            {Datum::Object{{"value", number_datum(each.otherwise)},
                                           {"text", text_datum(text_at(estimate, each.quantity, each.otherwise))}}}},
                           {"because", {std::move(because)}}}});
    }
    return {std::move(list)};
}

}  // namespace bote
