// The sentence that stands above everything, and the five figures below it.

#include <algorithm>
#include <cmath>
#include <string_view>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/rich_page.hpp"
#include "bote/views/uncertainty.hpp"
#include "contradictions.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

/// The value of a quantity that has one worth showing: its median where it is uncertain.
std::optional<double> shown_value(const Estimate& estimate, std::string_view name) {
    const auto index = estimate.model.find(name);
    if (!index) return std::nullopt;
    double value = estimate.values.quantities[*index];
    if (const Spread* spread = spread_of(estimate, *index); spread != nullptr && !spread->percentiles.empty())
        value = spread->percentiles[spread->percentiles.size() / 2];
    return std::isfinite(value) && value != 0 ? std::optional(value) : std::nullopt;
}

std::string figure_of(const Estimate& estimate, std::string_view name) {
    const auto value = shown_value(estimate, name);
    if (!value) return "";
    return format(*value, estimate.model[*estimate.model.find(name)].display, estimate.model.conventions);
}

/// The tier with most machines, and what decides it: ", 98 of them for Storage, bound by disk".
std::string largest_tier(const Estimate& estimate) {
    const std::vector<Tier> all = all_tiers(estimate.model);
    const Tier* largest = nullptr;
    double most = 0;
    std::size_t tiers = 0;
    for (const Tier& tier : all) {
        const auto machines = shown_value(estimate, std::string(tier.name) + ".machines");
        if (!machines) continue;
        ++tiers;
        if (*machines > most) {
            most = *machines;
            largest = &tier;
        }
    }
    if (largest == nullptr) return "";
    const auto bound = find_bottleneck(estimate, largest->name);
    const std::string why = bound ? ", bound by " + spoken_resource(bound->resource) : "";
    if (tiers == 1) return fmt::format(" for {}{}", largest->title, why);
    return fmt::format(", {} of them for {}{}", figure_of(estimate, std::string(largest->name) + ".machines"),
                       largest->title, why);
}

std::string count_text(std::size_t count, std::string_view what) {
    return fmt::format("{} {}{}", count, what, count == 1 ? "" : "s");
}

std::size_t count_failed(const Estimate& estimate) {
    std::size_t failed = 0;
    for (std::size_t i = 0; i < estimate.model.expectations.size(); ++i)
        failed += expectation_holds(estimate, i) ? 0 : 1;
    return failed;
}

std::string figure_of(const Estimate& estimate) {
    const std::string peak = figure_of(estimate, "peak_qps");
    const std::string storage = figure_of(estimate, "storage");
    const std::string machines = figure_of(estimate, "machines");
    std::string load;
    if (!peak.empty()) load = "A peak of " + peak;
    if (!storage.empty()) load += (load.empty() ? "" : " and ") + storage + " of storage";
    if (load.empty()) return "";
    if (machines.empty()) return load + ".";
    const bool two = !peak.empty() && !storage.empty();
    return fmt::format("{} {} {} {}{}.", load, two ? "need" : "needs", machines,
                       machines == "1" ? "machine" : "machines", largest_tier(estimate));
}

/// p5 to p95 around the median by ratio; -1 and 1 are the widest of all figures.
void set_intervals(std::vector<Figure>& figures) {
    const auto ends = [](const Figure& figure) -> std::optional<Interval> {
        if (!figure.range || !(figure.range->low > 0) || !(figure.value.value > 0)) return std::nullopt;
        return Interval{precise::log(figure.range->low / figure.value.value),
                        precise::log(figure.range->high / figure.value.value)};
    };
    double widest = 0;
    for (const Figure& figure : figures)
        if (const auto each = ends(figure)) widest = std::max({widest, -each->low, each->high});
    if (!(widest > 0)) return;
    for (Figure& figure : figures)
        if (const auto each = ends(figure)) figure.interval = Interval{each->low / widest, each->high / widest};
}

Figure figure_of(const Estimate& estimate, QuantityIndex index, std::string_view label, double value) {
    const ModelQuantity& quantity = estimate.model[index];
    Figure figure{std::string(label), {value, quantity.display, kShownDigits, number_of(index)}};
    const Spread* spread = spread_of(estimate, index);
    if (spread != nullptr && spread->percentiles.size() > 1 && std::isfinite(spread->percentiles.back()))
        figure.range = ValueRange{spread->percentiles.front(), spread->percentiles.back()};
    return figure;
}

}  // namespace

KeyFigures key_figures_of(const Estimate& estimate) {
    constexpr std::size_t kMost = 5;
    KeyFigures headline{figure_of(estimate), Tone::plain, {}};
    const std::size_t all = estimate.model.expectations.size();
    if (const std::size_t failed = count_failed(estimate); failed > 0) {
        headline.tone = Tone::bad;
        headline.sentence += fmt::format("{}{} of {} fail{}.", headline.sentence.empty() ? "" : " ", failed,
                                         count_text(all, "expectation"), failed == 1 ? "s" : "");
    } else if (all > 0) {
        headline.tone = Tone::good;
        headline.sentence +=
            fmt::format("{}{}.", headline.sentence.empty() ? "" : " ",
                        all == 1 ? "The expectation holds" : fmt::format("All {} expectations hold", all));
    }
    if (!contradiction_lines(estimate).empty()) {
        headline.tone = Tone::bad;
        headline.sentence += fmt::format("{}The inputs contradict each other.", headline.sentence.empty() ? "" : " ");
    }
    const Catalog& catalog = built_in_catalog();
    for (const PageFigure& shown : catalog.page.figures) {
        const std::string_view name = catalog[shown.definition].name;
        const auto value = shown_value(estimate, name);
        if (!value || headline.figures.size() == kMost) continue;
        headline.figures.push_back(figure_of(estimate, *estimate.model.find(name), shown.label, *value));
    }
    set_intervals(headline.figures);
    return headline;
}

}  // namespace bote
