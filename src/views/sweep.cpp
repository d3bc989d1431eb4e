#include "bote/views/sweep.hpp"

#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/views/common.hpp"
#include "charts.hpp"
#include "page.hpp"

namespace bote {
namespace {

constexpr std::uint64_t kMostRowsOfTable = 10'000;
constexpr std::uint64_t kMostColumns = 20;

void check_size(const SweepPlan& plan) {
    if (count_of(plan.inputs.front().steps) > kMostRowsOfTable)
        refuse(fmt::format("a sweep of more than {} rows is no table", kMostRowsOfTable),
               "give fewer --steps, or --format csv, which takes any number");
    if (plan.inputs.size() < 2) return;
    if (count_of(plan.inputs[1].steps) > kMostColumns)
        refuse(fmt::format("a map has at most {} columns", kMostColumns),
               "give the longer input first, or --format csv, which takes any number");
    if (plan.columns.size() > 1) refuse("a map shows one quantity", "name one, or sweep one input, or --format csv");
}

void add_rows(Sweep& sweep, const SweepBlock& block) {
    const std::size_t first = sweep.rows.size();
    for (std::size_t row = 0; row < block.rows; ++row) {
        sweep.rows.push_back({block.inputs[0][row], {}, {}});
        for (const double* column : block.numbers) sweep.rows.back().values.push_back(column[row]);
    }
    for (const auto& flips : block.flips) sweep.rows[first + flips.row].changes = flips.changes;
}

void add_cells(Sweep& sweep, const Estimate& estimate, const SweepBlock& block) {
    const SweepColumn& shown = sweep.plan.columns.front();
    for (std::size_t row = 0; row < block.rows; ++row) {
        if (sweep.cells.empty() || sweep.cells.back().size() == count_of(sweep.plan.inputs[1].steps)) {
            sweep.cells.emplace_back();
            sweep.numbers.emplace_back();
        }
        if (shown.quantity == QuantityIndex::none) {
            sweep.cells.back().emplace_back(bottleneck_text(estimate.model, block.bottlenecks[0][row]));
            sweep.numbers.back().push_back(NAN);
        } else {
            sweep.numbers.back().push_back(block.numbers[0][row]);
            sweep.cells.back().emplace_back(Quantity{block.numbers[0][row], estimate.model[shown.quantity].display});
        }
    }
}

Quantity input_cell(const Estimate& estimate, const SweepInput& input, double value) {
    return {value, estimate.model[input.quantity].display};
}

/// A single row says nothing of that.
bool moves_any(const Sweep& sweep) {
    const auto is_other = [&](const SweepRow& row) {
        return row.values != sweep.rows.front().values || !row.changes.empty();
    };
    return sweep.rows.size() == 1 || std::any_of(sweep.rows.begin(), sweep.rows.end(), is_other);
}

/// What the table is: its rows, and the lines that are none.
std::string legend(const Estimate& estimate, const Sweep& sweep) {
    const std::string text = fmt::format("{} value{} of {}", sweep.rows.size(), sweep.rows.size() == 1 ? "" : "s",
                                         estimate.model[sweep.plan.inputs.front().quantity].name);
    const bool flips =
        std::any_of(sweep.rows.begin(), sweep.rows.end(), [](auto& row) { return !row.changes.empty(); });
    if (!moves_any(sweep)) return text + ", with which nothing here changes.";
    return text + (flips ? "; what changes between two of them stands with the second." : ".");
}

Table row_table(const Estimate& estimate, const Sweep& sweep) {
    const SweepInput& input = sweep.plan.inputs.front();
    Table table{{{std::string(estimate.model[input.quantity].name), ColumnKind::number}}, {}};
    for (const auto& column : sweep.plan.columns) table.columns.push_back({column.name, ColumnKind::number});
    table.columns.push_back({"flips", ColumnKind::remark});
    for (const auto& row : sweep.rows) {
        std::vector<Cell> cells{input_cell(estimate, input, row.input)};
        for (std::size_t i = 0; i < row.values.size(); ++i)
            cells.emplace_back(Quantity{row.values[i], estimate.model[sweep.plan.columns[i].quantity].display});
        cells.emplace_back(flips_text(estimate, input, row.changes));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table map_table(const Estimate& estimate, const Sweep& sweep) {
    const SweepInput& down = sweep.plan.inputs[0];
    const SweepInput& across = sweep.plan.inputs[1];
    const bool tier = sweep.plan.columns.front().quantity == QuantityIndex::none;
    Table table{{{fmt::format("{} \\ {}", estimate.model[down.quantity].name, estimate.model[across.quantity].name),
                  ColumnKind::number}},
                {}};
    for (std::uint64_t i = 0; i < count_of(across.steps); ++i) {
        table.columns.push_back(
            {format(value_at(across.steps, i), estimate.model[across.quantity].display, estimate.model.conventions),
             tier ? ColumnKind::text : ColumnKind::number});
    }
    for (std::size_t i = 0; i < sweep.cells.size(); ++i) {
        std::vector<Cell> cells{input_cell(estimate, down, value_at(down.steps, i))};
        cells.insert(cells.end(), sweep.cells[i].begin(), sweep.cells[i].end());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::vector<Chart> sweep_charts(const Estimate& estimate, const Sweep& sweep) {
    const ModelQuantity& input = estimate.model[sweep.plan.inputs.front().quantity];
    Curves curves{{std::string(input.name), input.display, AxisScale::linear}, {}, {}, {}, estimate.model.conventions};
    for (const SweepColumn& column : sweep.plan.columns)
        curves.curves.push_back({column.name, estimate.model[column.quantity].display, {}});
    for (const SweepRow& row : sweep.rows) {
        curves.across_values.push_back(row.input);
        for (std::size_t i = 0; i < row.values.size(); ++i) curves.curves[i].values.push_back(row.values[i]);
        curves.changes.insert(curves.changes.end(), row.changes.begin(), row.changes.end());
    }
    if (!std::is_sorted(curves.across_values.begin(), curves.across_values.end())) return {};  // a list in any order
    curves.across.scaling = axis_scale_for(curves.across_values);
    return line_charts(curves);
}

Chart map_chart(const Estimate& estimate, const Sweep& sweep) {
    const auto axis_of = [&](const SweepInput& input, std::vector<double>& values) {
        for (std::uint64_t i = 0; i < count_of(input.steps); ++i) values.push_back(value_at(input.steps, i));
        const ModelQuantity& quantity = estimate.model[input.quantity];
        return ChartAxis{std::string(quantity.name), quantity.display, AxisScale::linear};
    };
    MapChart map;
    map.up = axis_of(sweep.plan.inputs[0], map.up_values);
    map.across = axis_of(sweep.plan.inputs[1], map.across_values);
    map.title = sweep.plan.columns.front().name;
    map.numbers = sweep.numbers;
    for (const auto& cells : sweep.cells) {
        auto& row = map.texts.emplace_back();
        for (const Cell& cell : cells) append_text(cell, estimate.model.conventions, row.emplace_back());
    }
    const std::string title = fmt::format("{} over {} and {}", map.title, map.up.title, map.across.title);
    return {"map", title,
            fmt::format("{} for {} by {} pairs of the two inputs.", map.title, map.up_values.size(),
                        map.across_values.size()),
            std::move(map)};
}

Datum unit_datum(const Estimate& estimate, QuantityIndex index) {
    return text_datum(plain_unit(estimate.model[index].display));
}

Datum row_datum(const Estimate& estimate, const Sweep& sweep, const SweepRow& row) {
    Datum::Object values;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        const SweepColumn& column = sweep.plan.columns[i];
        if (std::isfinite(row.values[i]))
            values.push_back({column.name, value_datum(estimate, column.quantity, row.values[i])});
    }
    Datum::Array flips;
    for (const auto& change : row.changes)
        flips.push_back({Datum::Object{{"at", number_datum(change.at)}, {"text", text_datum(change.text)}}});
    return {Datum::Object{{"input", value_datum(estimate, sweep.plan.inputs.front().quantity, row.input)},
                          {"values", {std::move(values)}},
                          {"flips", {std::move(flips)}}}};
}

Datum sweep_datum(const Estimate& estimate, const Sweep& sweep) {
    Datum::Array inputs;
    for (const auto& input : sweep.plan.inputs) {
        Datum::Array values;
        for (std::uint64_t i = 0; i < count_of(input.steps); ++i)
            values.push_back(value_datum(estimate, input.quantity, value_at(input.steps, i)));
        inputs.push_back({Datum::Object{{"quantity", text_datum(std::string(estimate.model[input.quantity].name))},
                                        {"unit", unit_datum(estimate, input.quantity)},
                                        {"values", {std::move(values)}}}});
    }
    Datum::Object data{{"schema_version", number_datum(kSchemaVersion)},
                       {"workload", workload_datum(estimate.model)},
                       {"inputs", {std::move(inputs)}}};
    if (sweep.plan.inputs.size() == 1) {
        Datum::Object units;
        for (const auto& column : sweep.plan.columns)
            units.push_back({column.name, unit_datum(estimate, column.quantity)});
        Datum::Array rows;
        for (const auto& row : sweep.rows) rows.push_back(row_datum(estimate, sweep, row));
        data.push_back({"units", {std::move(units)}});
        data.push_back({"rows", {std::move(rows)}});
        return {std::move(data)};
    }
    Datum::Array map;
    for (std::size_t i = 0; i < sweep.cells.size(); ++i) {
        Datum::Array row;
        for (std::size_t j = 0; j < sweep.cells[i].size(); ++j) {
            const auto* text = std::get_if<std::string>(&sweep.cells[i][j]);
            row.push_back(text != nullptr
                              ? text_datum(*text)
                              : value_datum(estimate, sweep.plan.columns.front().quantity, sweep.numbers[i][j]));
        }
        map.push_back({std::move(row)});
    }
    data.push_back({"cells", text_datum(sweep.plan.columns.front().name)});
    data.push_back({"map", {std::move(map)}});
    return {std::move(data)};
}

}  // namespace

std::vector<double> easy_steps(double low, double high, double unit) {
    constexpr double kEasy[] = {1, 2, 5};
    constexpr double kApart = 1.05;  // an end that is nearly an easy number takes its place
    std::vector<double> values{low};
    for (double power = precise::pow(10.0, std::floor(precise::log10(low / unit))); power * unit <= high; power *= 10) {
        for (const double easy : kEasy) {
            const double value = easy * power * unit;
            if (value > low * kApart && value * kApart < high) values.push_back(value);
        }
    }
    values.push_back(high);
    return values;
}

Sweep compute_sweep(const Estimate& estimate, SweepPlan plan) {
    check_size(plan);
    Sweep sweep{std::move(plan), {}, {}, {}};
    sweep_blocks(estimate, sweep.plan, [&](const SweepBlock& block) {
        if (sweep.plan.inputs.size() == 1) add_rows(sweep, block);
        else add_cells(sweep, estimate, block);
        return Continue::yes;
    });
    return sweep;
}

Report describe_sweep(const Estimate& estimate, const Sweep& sweep) {
    Report report;
    report.conventions = estimate.model.conventions;
    add_title(report, estimate, Head::short_form);
    if (sweep.plan.inputs.size() > 1) {
        const SweepColumn& shown = sweep.plan.columns.front();
        const std::string what =
            shown.quantity == QuantityIndex::none ? "what binds the tier " + shown.name : shown.name;
        report.blocks.emplace_back(Heading{fmt::format("Map: {}", what), 2});
        report.blocks.emplace_back(map_table(estimate, sweep));
        report.blocks.emplace_back(map_chart(estimate, sweep));
    } else {
        report.blocks.emplace_back(Heading{"Sweep", 2});
        report.blocks.emplace_back(Note{legend(estimate, sweep), Tone::plain});
        report.blocks.emplace_back(row_table(estimate, sweep));
        for (Chart& chart : sweep_charts(estimate, sweep)) report.blocks.emplace_back(std::move(chart));
    }
    add_medians(report, estimate);
    std::vector<QuantityIndex> tried;
    for (const SweepInput& input : sweep.plan.inputs) tried.push_back(input.quantity);
    add_assumptions(report, estimate, Extent::brief, tried);
    report.data = sweep_datum(estimate, sweep);
    return report;
}

}  // namespace bote
