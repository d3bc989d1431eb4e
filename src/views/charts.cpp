#include "charts.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/views/uncertainty.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

double value_of(const Estimate& estimate, QuantityIndex index) { return estimate.values.quantities[index]; }

constexpr std::size_t kMostBars = 24;  // that can be looked at together

void sort_by_value(BarChart& chart) {
    std::stable_sort(chart.bars.begin(), chart.bars.end(), [](auto& a, auto& b) { return a.value > b.value; });
}

/// Of sorted bars the first; the last of them stands for all others.
void keep_largest(BarChart& chart) {
    if (chart.bars.size() <= kMostBars) return;
    double rest = 0;
    for (std::size_t i = kMostBars - 1; i < chart.bars.size(); ++i) rest += chart.bars[i].value;
    const std::size_t others = chart.bars.size() - kMostBars + 1;
    chart.bars.resize(kMostBars - 1);
    chart.bars.push_back({fmt::format("{} others", others), rest});
}

std::optional<ValueRange> range_of(const Estimate& estimate, QuantityIndex index) {
    const Spread* spread = spread_of(estimate, index);
    if (spread == nullptr || spread->percentiles.size() < 2) return std::nullopt;
    const ValueRange range{spread->percentiles.front(), spread->percentiles.back()};
    if (!std::isfinite(range.low) || !std::isfinite(range.high)) return std::nullopt;
    return range;
}

/// What ".machines" is of "app.machines", or the name where there is only one.
std::string common_name(const std::vector<const Curve*>& curves) {
    const std::string& first = curves.front()->name;
    const auto dot = first.rfind('.');
    if (curves.size() == 1 || dot == std::string::npos) return first;
    const std::string ending = first.substr(dot);
    const bool all =
        std::all_of(curves.begin(), curves.end(), [&](const Curve* each) { return each->name.ends_with(ending); });
    return all ? ending.substr(1) : first;
}

Chart line_chart(const Curves& all, const std::vector<const Curve*>& curves) {
    const std::string name = common_name(curves);
    LineChart lines{all.across, {name, curves.front()->display, AxisScale::linear}, all.across_values, {}, {}};
    std::vector<double> values;
    for (const Curve* each : curves) {
        const bool suffix = curves.size() > 1 && each->name.ends_with("." + name);  // which the title says
        lines.lines.push_back(
            {suffix ? each->name.substr(0, each->name.size() - name.size() - 1) : each->name, each->values});
        values.insert(values.end(), each->values.begin(), each->values.end());
    }
    lines.up.scaling = axis_scale_for(values);
    for (const Change& change : all.changes) lines.marks.push_back({change.at, change.text});
    const auto text = [&](double value, const Display& display) { return format(value, display, all.conventions); };
    std::string summary;
    for (const Curve* each : curves)
        summary += fmt::format("{}{} goes from {} to {}", summary.empty() ? "" : "; ", each->name,
                               text(each->values.front(), each->display), text(each->values.back(), each->display));
    summary +=
        fmt::format(" as {} goes from {} to {}.", all.across.title, text(all.across_values.front(), all.across.display),
                    text(all.across_values.back(), all.across.display));
    return {name, fmt::format("{} over {}", name, all.across.title), summary, std::move(lines)};
}

}  // namespace

std::vector<Chart> line_charts(const Curves& all) {
    std::vector<Chart> charts;
    std::vector<char> drawn(all.curves.size(), 0);
    for (std::size_t i = 0; i < all.curves.size(); ++i) {
        if (drawn[i] != 0 || all.across_values.size() < 2) continue;
        std::vector<const Curve*> same;
        for (std::size_t j = i; j < all.curves.size(); ++j) {
            if (!(all.curves[j].display == all.curves[i].display)) continue;
            drawn[j] = 1;
            same.push_back(&all.curves[j]);
        }
        charts.push_back(line_chart(all, same));
    }
    return charts;
}

std::vector<Chart> timeline_charts(const Estimate& estimate, const Timeline& timeline) {
    const Display& time = estimate.model[*estimate.model.find("horizon")].display;
    Curves curves{{"time", time, AxisScale::linear}, {}, {}, {}, estimate.model.conventions};
    for (const QuantityIndex index : timeline.quantities)
        curves.curves.push_back({std::string(estimate.model[index].name), estimate.model[index].display, {}});
    for (const Moment& moment : timeline.moments) {
        curves.across_values.push_back(moment.time);
        for (std::size_t i = 0; i < moment.values.size(); ++i) curves.curves[i].values.push_back(moment.values[i]);
        curves.changes.insert(curves.changes.end(), moment.crossings.begin(), moment.crossings.end());
    }
    return line_charts(curves);
}

std::optional<Chart> driver_chart(const Estimate& estimate, const Drivers& drivers, std::size_t most) {
    const ModelQuantity& quantity = estimate.model[drivers.quantity];
    const auto text = [&](double value, const Display& display) {
        return format(value, display, estimate.model.conventions);
    };
    const std::string name(quantity.name);
    SwingChart swings{{name, quantity.display, AxisScale::linear}, drivers.value, {}};
    std::vector<double> values{drivers.value};
    for (const DriverRow& row : drivers.rows) {
        if (swings.swings.size() == most) break;
        if (!std::isfinite(row.at_low) || !std::isfinite(row.at_high)) continue;
        swings.swings.push_back({row.name, row.scaled ? "p5" : text(row.low, row.display),
                                 row.scaled ? "p95" : text(row.high, row.display), row.at_low, row.at_high});
        values.insert(values.end(), {row.at_low, row.at_high});
    }
    if (swings.swings.empty() || !std::isfinite(drivers.value)) return std::nullopt;
    constexpr double kDecade = 10;
    const auto [least, largest] = std::minmax_element(values.begin(), values.end());
    if (*least > 0 && *largest >= kDecade * *least) swings.axis.scaling = AxisScale::logarithmic;
    const ChartSwing& first = swings.swings.front();
    const std::string summary = fmt::format("{} moves {} most: from {} to {}.", first.label, name,
                                            text(first.at_from, quantity.display), text(first.at_to, quantity.display));
    return Chart{"drivers", "What drives " + name, summary, std::move(swings)};
}

std::optional<Chart> object_chart(const Estimate& estimate) {
    const Model& model = estimate.model;
    const auto whole = model.find("storage");
    if (model.objects.size() < 2 || !whole) return std::nullopt;
    BarChart bars{{"storage", estimate.model[*whole].display, AxisScale::linear}, {}};
    for (const std::string& object : model.objects) {
        const auto index = model.find(object + ".storage");
        if (!index || !std::isfinite(value_of(estimate, *index))) continue;
        bars.bars.push_back({object, value_of(estimate, *index), range_of(estimate, *index)});
    }
    if (bars.bars.size() < 2) return std::nullopt;
    sort_by_value(bars);
    keep_largest(bars);
    bars.axis.scaling = axis_scale_for(values_of(bars));
    const std::string summary = fmt::format("{} takes most: {}.", bars.bars.front().label,
                                            format(bars.bars.front().value, bars.axis.display, model.conventions));
    return Chart{"objects", "Storage by object", summary, std::move(bars)};
}

std::optional<Chart> tier_chart(const Estimate& estimate) {
    const Model& model = estimate.model;
    BarChart bars;
    for (const Tier& tier : all_tiers(model)) {
        const auto index = model.find(std::string(tier.name) + ".machines");
        if (!index || !(value_of(estimate, *index) > 0) || !std::isfinite(value_of(estimate, *index))) continue;
        bars.axis = {"machines", estimate.model[*index].display, AxisScale::linear};
        const auto bound = find_bottleneck(estimate, tier.name);
        bars.bars.push_back({std::string(tier.title), value_of(estimate, *index), range_of(estimate, *index),
                             bound ? "bound by " + spoken_resource(bound->resource) : ""});
    }
    if (bars.bars.empty()) return std::nullopt;
    if (bars.bars.size() > kMostBars) {
        sort_by_value(bars);
        keep_largest(bars);
    }
    bars.axis.scaling = axis_scale_for(values_of(bars));
    constexpr std::size_t kFew = 5;
    std::string summary = bars.bars.size() > kFew ? fmt::format("{} tiers", bars.bars.size()) : "";
    for (std::size_t i = 0; i < bars.bars.size() && bars.bars.size() <= kFew; ++i) {
        const ChartBar& bar = bars.bars[i];
        summary += fmt::format("{}{} {}{}", summary.empty() ? "" : "; ", bar.label,
                               format(bar.value, bars.axis.display, model.conventions),
                               bar.remark.empty() ? "" : ", " + bar.remark);
    }
    return Chart{"machines", "Machines by tier", summary + ".", std::move(bars)};
}

std::optional<Chart> distribution_chart(const Estimate& estimate, QuantityIndex quantity) {
    constexpr int kDots = 20;
    const Spread* spread = spread_of(estimate, quantity);
    if (spread == nullptr || !(spread->most > spread->least)) return std::nullopt;
    SampleOptions options;
    options.slots = {slot_of(quantity)};
    options.percentiles.clear();
    for (int i = 0; i < kDots; ++i) options.percentiles.push_back((i + 0.5) / kDots);
    options.correlations = draw_correlations(estimate);
    options.randomness.seed = estimate.uncertainty->seed;
    options.count = estimate.uncertainty->samples.count;
    DotChart dots{{std::string(estimate.model[quantity].name), estimate.model[quantity].display}, {}};
    dots.values = run_samples(estimate.program, options).quantities.front().percentiles;
    if (!std::all_of(dots.values.begin(), dots.values.end(), [](double each) { return std::isfinite(each); }))
        return std::nullopt;
    constexpr double kDecade = 10;
    if (dots.values.front() > 0 && dots.values.back() >= kDecade * dots.values.front())
        dots.axis.scaling = AxisScale::logarithmic;
    const auto text = [&](double value) { return format(value, dots.axis.display, estimate.model.conventions); };
    const std::string summary =
        fmt::format("Each of the {} dots is a chance of 5%: one in ten is below {}, one in ten above {}.", kDots,
                    text(dots.values[2]), text(dots.values[kDots - 3]));
    return Chart{"distribution", "How sure " + dots.axis.title + " is", summary, std::move(dots)};
}

}  // namespace bote
