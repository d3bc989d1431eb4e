#include "bote/views/timeline.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/shown.hpp"
#include "charts.hpp"
#include "page.hpp"
#include "walk.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostTimes = 1000;
constexpr double kMonthsUntil = 2;  // years

std::vector<QuantityIndex> find_quantities(const Model& model, const std::vector<std::string>& asked) {
    std::vector<QuantityIndex> result;
    Errors errors;
    for (const auto& name : asked) collect_errors(errors, [&] { result.push_back(find_asked(model, name)); });
    if (!errors.empty()) throw InputError(std::move(errors));
    if (!asked.empty()) return result;
    for (const auto& name : overview_names(Overview::timeline, model)) {
        if (const auto found = model.find(name)) result.push_back(*found);
    }
    return result;
}

double step_of(const Model& model, double asked, double end) {
    const double step = asked > 0                                     ? asked
                        : end > kMonthsUntil * model.conventions.year ? model.conventions.year
                                                                      : model.conventions.month;
    if (end / step > static_cast<double>(kMostTimes))
        throw InputError(Error{{}, fmt::format("a timeline has at most {} rows", kMostTimes), "give a longer --step"});
    return step;
}

Quantity time_cell(const Estimate& estimate, double time) {
    return {time, estimate.model[*estimate.model.find("horizon")].display};
}

/// The unit of all times of a timeline, so that they are alike: the largest that a step is whole numbers of. Years are
/// those that fit by themselves.
Display unit_of_step(const Timeline& timeline, const Display& usual, const Conventions& conventions) {
    constexpr double kForgiven = 1e-9;
    if (timeline.moments.size() < 2) return usual;
    const double step = timeline.moments[1].time;
    for (const std::string_view unit : {"years", "months", "days", "h", "min"}) {
        const double units = step / factor(*find_unit(unit), conventions);
        const bool whole = units > 1 - kForgiven && std::abs(units - std::round(units)) < kForgiven;
        if (whole) return unit == "years" ? usual : as_asked(*parse_display(unit));
    }
    return usual;
}

/// Whether so many digits hold each moment that is a whole number of its unit: `1234 days` is no `1230 days`.
bool shows_whole(const Timeline& timeline, const Display& display, const Conventions& conventions, int digits) {
    constexpr double kForgiven = 1e-9;
    if (display.numerator != Numerator::fixed) return true;
    return std::all_of(timeline.moments.begin(), timeline.moments.end(), [&](const Moment& each) {
        const double units = each.time / factor(unit_at(display.unit), conventions);
        return std::abs(units - std::round(units)) > kForgiven || units < precise::pow(10.0, digits);
    });
}

/// As many digits as it takes to tell one moment from the next.
int digits_of_times(const Timeline& timeline, const Display& display, const Conventions& conventions) {
    constexpr int kMostDigits = 9;
    for (int digits = kShownDigits; digits < kMostDigits; ++digits) {
        if (!shows_whole(timeline, display, conventions, digits)) continue;
        const auto same = [&](const Moment& one, const Moment& other) {
            return format(one.time, display, conventions, digits) == format(other.time, display, conventions, digits);
        };
        const auto& all = timeline.moments;
        if (std::adjacent_find(all.begin(), all.end(), same) == all.end()) return digits;
    }
    return kMostDigits;
}

std::string crossing_text(const Estimate& estimate, const Change& crossing) {
    const Quantity time = time_cell(estimate, crossing.at);
    return fmt::format("{}: {}", format(crossing.at, time.display, estimate.model.conventions), crossing.text);
}

/// The column whose bars are drawn: that of storage, which says most about growth, else the first.
std::size_t drawn_column(const Model& model, const Timeline& timeline) {
    const auto& shown = timeline.quantities;
    const auto storage = std::find(shown.begin(), shown.end(), model.find("storage").value_or(QuantityIndex::none));
    return storage == shown.end() ? 0 : position_of(storage, shown);
}

/// A bar for each moment, the largest as long as there is room.
std::vector<Bar> bars_of(const Timeline& timeline, std::size_t column) {
    double largest = 0;
    for (const auto& moment : timeline.moments) {
        if (std::isfinite(moment.values[column])) largest = std::max(largest, moment.values[column]);
    }
    std::vector<Bar> bars;
    for (const auto& moment : timeline.moments) {
        const bool drawn = largest > 0 && std::isfinite(moment.values[column]);
        bars.push_back({drawn ? moment.values[column] / largest : 0});
    }
    return bars;
}

std::string crossed_text(const Estimate& estimate, const Moment& moment) {
    std::string crossed;
    for (const auto& each : moment.crossings) crossed += (crossed.empty() ? "" : "; ") + crossing_text(estimate, each);
    return crossed;
}

Table moment_table(const Estimate& estimate, const Timeline& timeline) {
    const Model& model = estimate.model;
    const std::size_t drawn = drawn_column(model, timeline);
    const std::vector<Bar> bars = bars_of(timeline, drawn);
    Table table{{{"After", ColumnKind::number}}, {}};
    for (const QuantityIndex index : timeline.quantities)
        table.columns.push_back({std::string(model[index].name), ColumnKind::number});
    table.columns.push_back({table.columns[drawn + 1].title, ColumnKind::drawing});
    table.columns.push_back({"Crossed", ColumnKind::remark});
    const Display unit = unit_of_step(timeline, time_cell(estimate, 0).display, model.conventions);
    const int digits = digits_of_times(timeline, unit, model.conventions);
    for (std::size_t row = 0; row < timeline.moments.size(); ++row) {
        const Moment& moment = timeline.moments[row];
        std::vector<Cell> cells{Quantity{moment.time, unit, digits}};
        for (std::size_t i = 0; i < timeline.quantities.size(); ++i)
            cells.emplace_back(Quantity{moment.values[i], model[timeline.quantities[i]].display});
        cells.emplace_back(bars[row]);
        cells.emplace_back(crossed_text(estimate, moment));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table records_of(const Estimate& estimate, const Timeline& timeline) {
    const Model& model = estimate.model;
    Table records{{{sheet_title("time", time_cell(estimate, 0).display), ColumnKind::number}}, {}};
    for (const QuantityIndex index : timeline.quantities)
        records.columns.push_back({sheet_title(model[index].name, model[index].display), ColumnKind::number});
    records.columns.push_back({"crossed"});
    for (const auto& moment : timeline.moments) {
        std::vector<Cell> row{time_cell(estimate, moment.time)};
        for (std::size_t i = 0; i < timeline.quantities.size(); ++i)
            row.emplace_back(Quantity{moment.values[i], model[timeline.quantities[i]].display});
        row.emplace_back(crossed_text(estimate, moment));
        records.rows.push_back(std::move(row));
    }
    return records;
}

Datum data_of(const Estimate& estimate, const Timeline& timeline) {
    const Model& model = estimate.model;
    Datum::Object units;
    for (const QuantityIndex index : timeline.quantities)
        units.push_back({std::string(model[index].name), text_datum(plain_unit(model[index].display))});
    Datum::Array moments;
    for (const auto& moment : timeline.moments) {
        Datum::Object values;
        for (std::size_t i = 0; i < timeline.quantities.size(); ++i) {
            if (std::isfinite(moment.values[i]))
                values.push_back({std::string(model[timeline.quantities[i]].name),
                                  value_datum(estimate, timeline.quantities[i], moment.values[i])});
        }
        Datum::Array crossings;
        for (const auto& each : moment.crossings) {
            crossings.push_back({Datum::Object{{"time", number_datum(each.at)}, {"text", text_datum(each.text)}}});
        }
        moments.push_back({Datum::Object{{"time", number_datum(moment.time)},
                                         {"values", {std::move(values)}},
                                         {"crossings", {std::move(crossings)}}}});
    }
    return {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                          {"workload", workload_datum(model)},
                          {"units", {std::move(units)}},
                          {"moments", {std::move(moments)}},
                          {"waiting", waiting_datum(model.waiting)}}};
}

/// What stays as it is at launch, daily counts and users, beside columns that grow.
void add_at_launch(Report& report, const Model& model, const Timeline& timeline) {
    std::vector<std::string> names;
    bool any_grows = false;
    for (std::size_t i = 0; i < timeline.quantities.size(); ++i) {
        const auto& moments = timeline.moments;
        const bool grows = std::any_of(moments.begin(), moments.end(),
                                       [&](const Moment& each) { return each.values[i] != moments.front().values[i]; });
        any_grows = any_grows || grows;
        const ModelQuantity& quantity = model[timeline.quantities[i]];
        if (grows || quantity.definition == nullptr) continue;
        const std::string_view unit = quantity.definition->unit;
        if (unit.ends_with("/day") || unit == "users") names.emplace_back(quantity.name);
    }
    if (names.empty() || !any_grows || !traffic_grows(model)) return;
    report.blocks.emplace_back(Note{
        fmt::format("At launch in every row, as daily counts and users are: {}.", join(names, ", ")), Tone::plain});
}

}  // namespace

Timeline compute_timeline(const Estimate& estimate, const TimelineOptions& options) {
    const Model& model = estimate.model;
    Timeline timeline;
    timeline.quantities = find_quantities(model, options.quantities);
    if (timeline.quantities.empty())
        throw InputError(Error{{}, "there is nothing that grows", "give `writes`, or `timeline W QUANTITY`"});
    const double end = estimate.values.quantities[*model.find("horizon")];
    const double step = step_of(model, options.step, end);
    Walk walk(estimate, *model.find("horizon"));
    walk.grow(rates_given_for_horizon(estimate));
    Walk::Stop before;
    for (std::size_t i = 0;; ++i) {
        constexpr double kForgiven = 1e-9;
        const double time = std::min(static_cast<double>(i) * step, end);
        const Values values = walk.values_at(time);
        Moment moment{time, {}, {}};
        for (const QuantityIndex index : timeline.quantities) moment.values.push_back(values.quantities[index]);
        const Walk::Stop stop = walk.stop_at(time);
        if (i > 0) moment.crossings = walk.changes(before, stop);
        timeline.moments.push_back(std::move(moment));
        if (time >= end * (1 - kForgiven)) break;
        before = stop;
    }
    return timeline;
}

Report describe_timeline(const Estimate& estimate, const Timeline& timeline) {
    Report report;
    report.conventions = estimate.model.conventions;
    add_title(report, estimate, Head::short_form);
    report.blocks.emplace_back(Heading{"Timeline", 2});
    report.blocks.emplace_back(moment_table(estimate, timeline));
    for (Chart& chart : timeline_charts(estimate, timeline)) report.blocks.emplace_back(std::move(chart));
    add_at_launch(report, estimate.model, timeline);
    add_medians(report, estimate);
    add_assumptions(report, estimate, Extent::brief);
    add_waiting(report, estimate.model.waiting, Extent::brief);
    report.records = records_of(estimate, timeline);
    report.data = data_of(estimate, timeline);
    return report;
}

}  // namespace bote
