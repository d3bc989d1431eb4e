#include "bote/views/timeline.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/engine/flip.hpp"
#include "bote/views/common.hpp"
#include "bote/views/verdicts.hpp"
#include "page.hpp"

namespace bote {
namespace {

constexpr std::string_view kUsual[] = {"peak_qps", "storage", "app.machines", "database.machines", "cost"};
constexpr double kJustAfter = 1 + 1e-6;  // where what was rounded up has taken its step
constexpr std::size_t kMostRows = 1000;
constexpr double kMonthsUntil = 2;  // years

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// The model with its horizon as the one input.
class Clock {
public:
    explicit Clock(const Estimate& estimate)
        : model_(estimate.model),
          slot_(static_cast<std::uint32_t>(*estimate.model.find("horizon"))),
          program_(pinned(estimate.program, slot_)),
          columns_(make_columns(program_, 1)) {}

    Values at_time(double time) {
        columns_.cells[slot_ * columns_.pitch] = time;
        evaluate(program_, columns_);
        return values_of(program_, columns_, 0);
    }

    [[nodiscard]] std::size_t comparisons() const { return program_.comparisons; }

    [[nodiscard]] bool answer(const Values& values, std::size_t i) const {
        const std::size_t expectations = model_.expectations.size();
        if (i < expectations) return holds(model_.expectations[i].expectation, values.left[i], values.right[i]);
        return holds(model_.rules[i - expectations].rule->comparison, 0, values.left[i], values.right[i]);
    }

    /// What changes there, in words; empty where that is not worth saying.
    [[nodiscard]] std::string said(const Values& values, std::size_t i) const {
        const std::size_t expectations = model_.expectations.size();
        if (i < expectations) {
            return fmt::format("`{}` {}", model_.expectations[i].text,
                               answer(values, i) ? "holds from here" : "fails from here");
        }
        if (model_.rules[i - expectations].rule->is_note) return "";
        const Verdict verdict = judge(model_, values, i - expectations);
        return verdict.text.empty() || verdict.object.empty() ? verdict.text : verdict.object + ": " + verdict.text;
    }

    /// The time in (from, to] from which on the answer is that of `to`.
    double crossing(std::size_t i, double from, double to) {
        const bool then = answer(at_time(to), i);
        constexpr int kHalvings = 40;
        for (int round = 0; round < kHalvings; ++round) {
            const double middle = (from + to) / 2;
            (answer(at_time(middle), i) == then ? to : from) = middle;
        }
        return to;
    }

private:
    const Model& model_;
    std::uint32_t slot_;
    Program program_;
    Columns columns_;
};

std::vector<int> find_quantities(const Model& model, const std::vector<std::string>& asked) {
    std::vector<int> result;
    for (const auto& name : asked) result.push_back(find_asked(model, name));
    if (!asked.empty()) return result;
    for (const auto name : kUsual) {
        if (const auto found = model.find(std::string(name))) result.push_back(*found);
    }
    return result;
}

double step_of(const Model& model, double asked, double end) {
    const double step = asked > 0                                     ? asked
                        : end > kMonthsUntil * model.conventions.year ? model.conventions.year
                                                                      : model.conventions.month;
    if (end / step > static_cast<double>(kMostRows))
        throw InputError(Error{{}, fmt::format("a timeline has at most {} rows", kMostRows), "give a longer --step"});
    return step;
}

std::vector<Crossing> find_crossings(Clock& clock, const Values& before, double from, double to) {
    const Values after = clock.at_time(to);
    std::vector<Crossing> crossings;
    for (std::size_t i = 0; i < clock.comparisons(); ++i) {
        if (clock.answer(before, i) == clock.answer(after, i)) continue;
        const double time = clock.crossing(i, from, to);
        if (std::string text = clock.said(clock.at_time(time * kJustAfter), i); !text.empty())
            crossings.push_back({time, std::move(text)});
    }
    std::stable_sort(crossings.begin(), crossings.end(),
                     [](const Crossing& a, const Crossing& b) { return a.time < b.time; });
    return crossings;
}

Quantity time_cell(const Estimate& estimate, double time) {
    return {time, estimate.model.quantities[at(*estimate.model.find("horizon"))].display};
}

std::string crossing_text(const Estimate& estimate, const Crossing& crossing) {
    const Quantity time = time_cell(estimate, crossing.time);
    return fmt::format("{}: {}", format(crossing.time, time.display, estimate.model.conventions), crossing.text);
}

/// The quantity whose bars are drawn: the first of those that grow with storage, else the first.
int bar_quantity(const Model& model, const Timeline& timeline) {
    const auto storage = model.find("storage");
    const bool shown = storage && std::find(timeline.quantities.begin(), timeline.quantities.end(), *storage) !=
                                      timeline.quantities.end();
    return shown ? *storage : timeline.quantities.front();
}

Table moment_table(const Estimate& estimate, const Timeline& timeline) {
    const Model& model = estimate.model;
    const int bar = bar_quantity(model, timeline);
    Table table{{{"After", ColumnKind::number}}, {}};
    for (const int index : timeline.quantities)
        table.columns.push_back({model.quantities[at(index)].name, ColumnKind::shared});
    table.columns.push_back({model.quantities[at(bar)].name, ColumnKind::bar});
    table.columns.push_back({"Crossed", ColumnKind::remark});
    for (const auto& moment : timeline.moments) {
        std::vector<Cell> row{time_cell(estimate, moment.time)};
        Cell drawn;
        for (std::size_t i = 0; i < timeline.quantities.size(); ++i) {
            const int index = timeline.quantities[i];
            row.emplace_back(Quantity{moment.values[i], model.quantities[at(index)].display});
            if (index == bar) drawn = row.back();
        }
        row.push_back(drawn);
        std::string crossed;
        for (const auto& each : moment.crossings)
            crossed += (crossed.empty() ? "" : "; ") + crossing_text(estimate, each);
        row.emplace_back(crossed);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table records_of(const Estimate& estimate, const Timeline& timeline) {
    const Model& model = estimate.model;
    Table records{{{"time", ColumnKind::number}}, {}};
    for (const int index : timeline.quantities)
        records.columns.push_back({model.quantities[at(index)].name, ColumnKind::number});
    records.columns.push_back({"crossed"});
    for (const auto& moment : timeline.moments) {
        std::vector<Cell> row{time_cell(estimate, moment.time)};
        for (std::size_t i = 0; i < timeline.quantities.size(); ++i)
            row.emplace_back(Quantity{moment.values[i], model.quantities[at(timeline.quantities[i])].display});
        std::string crossed;
        for (const auto& each : moment.crossings)
            crossed += (crossed.empty() ? "" : "; ") + crossing_text(estimate, each);
        row.emplace_back(crossed);
        records.rows.push_back(std::move(row));
    }
    return records;
}

Datum data_of(const Estimate& estimate, const Timeline& timeline) {
    const Model& model = estimate.model;
    Datum::Object units;
    for (const int index : timeline.quantities)
        units.push_back(
            {model.quantities[at(index)].name, text_datum(base_unit(model.quantities[at(index)].display.dimension))});
    Datum::Array moments;
    for (const auto& moment : timeline.moments) {
        Datum::Object values;
        for (std::size_t i = 0; i < timeline.quantities.size(); ++i) {
            if (std::isfinite(moment.values[i]))
                values.push_back({model.quantities[at(timeline.quantities[i])].name, number_datum(moment.values[i])});
        }
        Datum::Array crossings;
        for (const auto& each : moment.crossings) {
            crossings.push_back({Datum::Object{{"time", number_datum(each.time)}, {"text", text_datum(each.text)}}});
        }
        moments.push_back({Datum::Object{{"time", number_datum(moment.time)},
                                         {"values", {std::move(values)}},
                                         {"crossings", {std::move(crossings)}}}});
    }
    return {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                          {"workload", workload_datum(model)},
                          {"units", {std::move(units)}},
                          {"moments", {std::move(moments)}}}};
}

}  // namespace

Timeline compute_timeline(const Estimate& estimate, const TimelineOptions& options) {
    const Model& model = estimate.model;
    Timeline timeline;
    timeline.quantities = find_quantities(model, options.quantities);
    if (timeline.quantities.empty())
        throw InputError(Error{{}, "there is nothing that grows", "give `writes`, or `timeline W QUANTITY`"});
    const double end = estimate.values.quantities[at(*model.find("horizon"))];
    const double step = step_of(model, options.step, end);
    Clock clock(estimate);
    Values before;
    double from = 0;
    for (std::size_t i = 0;; ++i) {
        constexpr double kForgiven = 1e-9;
        const double time = std::min(static_cast<double>(i) * step, end);
        const Values values = clock.at_time(time);
        Moment moment{time, {}, {}};
        for (const int index : timeline.quantities) moment.values.push_back(values.quantities[at(index)]);
        if (i > 0) moment.crossings = find_crossings(clock, before, from, time);
        timeline.moments.push_back(std::move(moment));
        if (time >= end * (1 - kForgiven)) break;
        before = values;
        from = time;
    }
    return timeline;
}

Report describe_timeline(const Estimate& estimate, const Timeline& timeline) {
    Report report;
    report.conventions = estimate.model.conventions;
    add_title(report, estimate);
    report.blocks.emplace_back(Heading{"Timeline", 2});
    report.blocks.emplace_back(moment_table(estimate, timeline));
    add_assumptions(report, estimate, Extent::brief);
    report.records = records_of(estimate, timeline);
    report.data = data_of(estimate, timeline);
    return report;
}

}  // namespace bote
