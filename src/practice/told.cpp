#include "told.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/practice/variant.hpp"

namespace bote {
namespace {

bool is_time(const Node& node) {
    return node.op == Op::literal && node.unit != kNoUnit && unit_at(node.unit).dimension == kSecond;
}

/// More than a number with its unit: `10 messages/day * 4 people`, `500 hours/min / 1 min`, `tweet.writes * 10%`.
bool is_compound(const ModelQuantity& quantity) {
    // `8+4` is no sum but data and parity parts.
    if (quantity.formula == nullptr || quantity.definition->name == "erasure_coding") return false;
    if (!quantity.names.empty()) return true;
    const Tree tree = quantity.formula->tree;
    const auto times = std::count_if(tree.begin(), tree.end(), is_time);
    const auto numbers = std::count_if(tree.begin(), tree.end(), [](const Node& node) {
        return node.op == Op::literal && !(is_time(node) && node.number == 1);
    });
    return times > 1 || numbers > 1;
}

std::string spoken_per(const std::string& unit) {
    if (unit == "s") return " a second";
    if (unit == "min") return " a minute";
    if (unit.starts_with("h")) return " an hour";
    return " a " + unit;
}

}  // namespace

Support support_of(const Model& model, const std::vector<Prompt>& prompts) {
    const std::size_t count = model.quantities.size();
    Support support{QuantityMarks(count, 0), QuantityMarks(count, 0)};
    for (const auto& prompt : prompts) {
        const Variants variants(model, prompt.quantity);
        for (const QuantityIndex i : model.quantities.indices()) {
            if (!variants.rests_on(i)) continue;
            support.all[i] = 1;
            if (variants.is_leaf(i)) support.leaves[i] = 1;
        }
    }
    return support;
}

bool is_told(const Estimate& estimate, QuantityIndex quantity) {
    const ModelQuantity& each = estimate.model[quantity];
    const double value = estimate.values.quantities[quantity];
    if (each.definition == nullptr || each.neutral || each.inherited || !std::isfinite(value)) return false;
    if (each.definition->name == "hit_ratio" && value == 0) return false;
    return !each.definition->constant && each.definition->name != "spares";
}

Display as_written(const ModelQuantity& quantity) {
    if (quantity.display.dimension.second != -1 || quantity.formula == nullptr) return quantity.display;
    constexpr std::string_view kUsualRates[] = {"/s", "/min", "/h", "/day", "/week", "/month", "/year"};
    for (const Node& node : quantity.formula->tree) {
        if (!is_time(node)) continue;
        for (const auto plain : kUsualRates) {
            const auto display = parse_display(plain);
            const bool same = display && display->dimension == quantity.display.dimension &&
                              factor(unit_at(display->per[0]), {}) == factor(unit_at(node.unit), {});
            if (same) return *display;
        }
    }
    return quantity.display;
}

RateText rate_text(double value, const Display& display, const Conventions& conventions) {
    const double daily = value * conventions.day;
    const bool is_daily = display.per[0] != kNoUnit && unit_at(display.per[0]).symbol == "day";
    if (is_daily && daily > 0 && daily < 1) {
        const std::string days = format_number(1 / daily, 2);
        return {"one", days == "1" ? " a day" : fmt::format(" every {} days", days)};
    }
    const std::string text = format(value, display, conventions);
    const auto slash = text.find('/');
    if (slash == std::string::npos) return {text, ""};
    const std::string unit = text.substr(slash + 1);
    const std::string number = text.substr(0, slash);
    return {number == "1" ? "one" : number, spoken_per(unit)};
}

std::vector<std::string> told_settings(const Problem& problem) {
    const Estimate& estimate = problem.estimate;
    const QuantityMarks needed = support_of(estimate.model, problem.prompts).leaves;
    std::vector<std::string> settings;
    for (const QuantityIndex i : needed.indices()) {
        const ModelQuantity& each = estimate.model[i];
        const bool told = needed[i] != 0 && each.origin == Origin::given && is_told(estimate, i);
        if (!told || !is_compound(each)) continue;
        const double value = estimate.values.quantities[i];
        settings.push_back(
            fmt::format("{}={}", each.name, format(value, as_written(each), estimate.model.conventions)));
    }
    return settings;
}

bool is_given_away(const Estimate& estimate, QuantityIndex quantity) {
    const auto text_of = [&](QuantityIndex index, const Display& display) {
        return format(estimate.values.quantities[index], display, estimate.model.conventions);
    };
    const Display& asked = estimate.model[quantity].display;
    const Variants variants(estimate.model, quantity);
    const auto leaves = variants.leaves();
    return std::any_of(leaves.begin(), leaves.end(), [&](QuantityIndex leaf) {
        const ModelQuantity& each = estimate.model[leaf];
        return leaf != quantity && is_told(estimate, leaf) && each.display.dimension == asked.dimension &&
               each.display.numerator == asked.numerator &&
               estimate.values.quantities[leaf] == estimate.values.quantities[quantity] &&
               text_of(leaf, as_written(each)) == text_of(quantity, asked);
    });
}

}  // namespace bote
