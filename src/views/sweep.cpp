#include "bote/views/sweep.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/engine/flip.hpp"
#include "bote/views/common.hpp"
#include "page.hpp"
#include "walk.hpp"

namespace bote {
namespace {

constexpr std::string_view kUsual[] = {"peak_qps",       "storage",           "app.machines",
                                       "cache.machines", "database.machines", "cost"};
constexpr std::size_t kMostRows = 10'000;
constexpr std::size_t kMostColumns = 20;

std::size_t at(int index) { return static_cast<std::size_t>(index); }

const ModelQuantity& quantity_at(const Estimate& estimate, int index) { return estimate.model.quantities[at(index)]; }

[[noreturn]] void refuse(std::string what, std::string hint) {
    throw InputError(Error{{}, std::move(what), std::move(hint)});
}

void sweep_one(const Estimate& estimate, const std::vector<std::string>& asked, Sweep& sweep) {
    for (const auto& name : asked) sweep.quantities.push_back(find_asked(estimate.model, name));
    for (const auto name : kUsual) {
        const auto found = estimate.model.find(std::string(name));
        if (asked.empty() && found && *found != sweep.inputs.front().quantity) sweep.quantities.push_back(*found);
    }
    if (sweep.quantities.empty()) refuse("nothing can be computed from this workload", "name the quantities");
    Walk walk(estimate, sweep.inputs.front().quantity);
    for (const double value : sweep.inputs.front().values) {
        const Values values = walk.values_at(value);
        SweepRow row{value, {}, {}};
        for (const int index : sweep.quantities) row.values.push_back(values.quantities[at(index)]);
        if (!sweep.rows.empty()) row.changes = walk.changes(sweep.rows.back().input, value);
        sweep.rows.push_back(std::move(row));
    }
}

bool is_tier(std::string_view name) {
    return std::any_of(all_tiers().begin(), all_tiers().end(), [&](const Tier& tier) { return tier.name == name; });
}

/// What a map shows where nothing was asked for: the resource that binds the first tier that is there.
std::string usual_cell(const Model& model) {
    for (const auto& tier : all_tiers()) {
        if (!find_resources(model, tier.name).empty()) return std::string(tier.name);
    }
    refuse("nothing can be computed from this workload", "name the quantity of the cells");
}

void sweep_two(const Estimate& estimate, const std::vector<std::string>& asked, Sweep& sweep) {
    if (asked.size() > 1) refuse("a map shows one quantity", "name one, or sweep one input");
    sweep.cell = asked.empty() ? usual_cell(estimate.model) : asked.front();
    const bool tier = is_tier(sweep.cell);
    const int quantity = tier ? -1 : find_asked(estimate.model, sweep.cell);
    const auto resources = tier ? find_resources(estimate.model, sweep.cell) : std::vector<int>{};
    Estimate inner = estimate;
    for (const double first : sweep.inputs[0].values) {
        std::vector<Cell> cells;
        std::vector<double> numbers;
        inner.program = pinned_at(estimate.program, sweep.inputs[0].quantity, first);
        Walk walk(inner, sweep.inputs[1].quantity);
        for (const double second : sweep.inputs[1].values) {
            const Values values = walk.values_at(second);
            if (tier) {
                const int most = largest_of(resources, values);
                cells.emplace_back(most < 0 ? std::string("-") : resource_name(estimate.model, most));
                numbers.push_back(NAN);
            } else {
                numbers.push_back(values.quantities[at(quantity)]);
                cells.emplace_back(Quantity{numbers.back(), quantity_at(estimate, quantity).display});
            }
        }
        sweep.cells.push_back(std::move(cells));
        sweep.numbers.push_back(std::move(numbers));
    }
}

Quantity input_cell(const Estimate& estimate, const SweepInput& input, double value) {
    return {value, quantity_at(estimate, input.quantity).display};
}

std::string change_text(const Estimate& estimate, const SweepInput& input, const Change& change) {
    return fmt::format("{}: {}",
                       format(change.at, quantity_at(estimate, input.quantity).display, estimate.model.conventions),
                       change.text);
}

std::string changes_text(const Estimate& estimate, const SweepInput& input, const SweepRow& row) {
    std::string text;
    for (const auto& change : row.changes) text += (text.empty() ? "" : "; ") + change_text(estimate, input, change);
    return text;
}

Table row_table(const Estimate& estimate, const Sweep& sweep, ColumnKind last) {
    const SweepInput& input = sweep.inputs.front();
    Table table{{{quantity_at(estimate, input.quantity).name, ColumnKind::number}}, {}};
    for (const int index : sweep.quantities)
        table.columns.push_back({quantity_at(estimate, index).name, ColumnKind::number});
    table.columns.push_back({"flips", last});
    for (const auto& row : sweep.rows) {
        std::vector<Cell> cells{input_cell(estimate, input, row.input)};
        for (std::size_t i = 0; i < sweep.quantities.size(); ++i)
            cells.emplace_back(Quantity{row.values[i], quantity_at(estimate, sweep.quantities[i]).display});
        cells.emplace_back(changes_text(estimate, input, row));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

Table map_table(const Estimate& estimate, const Sweep& sweep) {
    const SweepInput& down = sweep.inputs[0];
    const SweepInput& across = sweep.inputs[1];
    Table table{{{fmt::format("{} \\ {}", quantity_at(estimate, down.quantity).name,
                              quantity_at(estimate, across.quantity).name),
                  ColumnKind::number}},
                {}};
    for (const double value : across.values) {
        table.columns.push_back(
            {format(value, quantity_at(estimate, across.quantity).display, estimate.model.conventions),
             is_tier(sweep.cell) ? ColumnKind::text : ColumnKind::number});
    }
    for (std::size_t i = 0; i < down.values.size(); ++i) {
        std::vector<Cell> cells{input_cell(estimate, down, down.values[i])};
        cells.insert(cells.end(), sweep.cells[i].begin(), sweep.cells[i].end());
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// One record for each pair of inputs.
Table map_records(const Estimate& estimate, const Sweep& sweep) {
    Table records{{{quantity_at(estimate, sweep.inputs[0].quantity).name, ColumnKind::number},
                   {quantity_at(estimate, sweep.inputs[1].quantity).name, ColumnKind::number},
                   {is_tier(sweep.cell) ? sweep.cell + " bound by" : sweep.cell,
                    is_tier(sweep.cell) ? ColumnKind::text : ColumnKind::number}},
                  {}};
    for (std::size_t i = 0; i < sweep.inputs[0].values.size(); ++i) {
        for (std::size_t j = 0; j < sweep.inputs[1].values.size(); ++j) {
            records.rows.push_back({input_cell(estimate, sweep.inputs[0], sweep.inputs[0].values[i]),
                                    input_cell(estimate, sweep.inputs[1], sweep.inputs[1].values[j]),
                                    sweep.cells[i][j]});
        }
    }
    return records;
}

Datum unit_datum(const Estimate& estimate, int index) {
    return text_datum(base_unit(quantity_at(estimate, index).display.dimension));
}

Datum row_datum(const Estimate& estimate, const Sweep& sweep, const SweepRow& row) {
    Datum::Object values;
    for (std::size_t i = 0; i < sweep.quantities.size(); ++i) {
        if (std::isfinite(row.values[i]))
            values.push_back({quantity_at(estimate, sweep.quantities[i]).name, number_datum(row.values[i])});
    }
    Datum::Array flips;
    for (const auto& change : row.changes)
        flips.push_back({Datum::Object{{"at", number_datum(change.at)}, {"text", text_datum(change.text)}}});
    return {Datum::Object{
        {"input", number_datum(row.input)}, {"values", {std::move(values)}}, {"flips", {std::move(flips)}}}};
}

Datum sweep_datum(const Estimate& estimate, const Sweep& sweep) {
    Datum::Array inputs;
    for (const auto& input : sweep.inputs) {
        Datum::Array values;
        for (const double value : input.values) values.push_back(number_datum(value));
        inputs.push_back({Datum::Object{{"quantity", text_datum(quantity_at(estimate, input.quantity).name)},
                                        {"unit", unit_datum(estimate, input.quantity)},
                                        {"values", {std::move(values)}}}});
    }
    Datum::Object data{{"schema_version", number_datum(kSchemaVersion)},
                       {"workload", workload_datum(estimate.model)},
                       {"inputs", {std::move(inputs)}}};
    if (sweep.inputs.size() == 1) {
        Datum::Object units;
        for (const int index : sweep.quantities)
            units.push_back({quantity_at(estimate, index).name, unit_datum(estimate, index)});
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
            row.push_back(text != nullptr ? text_datum(*text) : number_datum(sweep.numbers[i][j]));
        }
        map.push_back({std::move(row)});
    }
    data.push_back({"cells", text_datum(sweep.cell)});
    data.push_back({"map", {std::move(map)}});
    return {std::move(data)};
}

}  // namespace

std::vector<double> even_steps(double low, double high, std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const double part = count == 1 ? 0 : static_cast<double>(i) / static_cast<double>(count - 1);
        values.push_back(i + 1 == count && count > 1 ? high : low + (high - low) * part);
    }
    return values;
}

std::vector<double> ratio_steps(double low, double high, std::size_t count) {
    std::vector<double> values;
    for (std::size_t i = 0; i < count; ++i) {
        const double part = count == 1 ? 0 : static_cast<double>(i) / static_cast<double>(count - 1);
        values.push_back(i + 1 == count && count > 1 ? high : low * std::pow(high / low, part));
    }
    return values;
}

std::vector<double> easy_steps(double low, double high, double unit) {
    constexpr double kEasy[] = {1, 2, 5};
    constexpr double kApart = 1.05;  // an end that is nearly an easy number takes its place
    std::vector<double> values{low};
    for (double power = std::pow(10.0, std::floor(std::log10(low / unit))); power * unit <= high; power *= 10) {
        for (const double easy : kEasy) {
            const double value = easy * power * unit;
            if (value > low * kApart && value * kApart < high) values.push_back(value);
        }
    }
    values.push_back(high);
    return values;
}

Sweep compute_sweep(const Estimate& estimate, std::vector<SweepInput> inputs, const std::vector<std::string>& asked) {
    Sweep sweep;
    sweep.inputs = std::move(inputs);
    if (sweep.inputs.front().values.size() > kMostRows)
        refuse(fmt::format("a sweep has at most {} rows", kMostRows), "give fewer --steps, or --format csv");
    if (sweep.inputs.size() == 1) {
        sweep_one(estimate, asked, sweep);
        return sweep;
    }
    if (sweep.inputs[1].values.size() > kMostColumns)
        refuse(fmt::format("a map has at most {} columns", kMostColumns), "give the longer input first");
    sweep_two(estimate, asked, sweep);
    return sweep;
}

Report describe_sweep(const Estimate& estimate, const Sweep& sweep) {
    Report report;
    report.conventions = estimate.model.conventions;
    add_title(report, estimate, Extent::all);
    const bool map = sweep.inputs.size() > 1;
    if (map) {
        const std::string what = is_tier(sweep.cell) ? "what binds the tier " + sweep.cell : sweep.cell;
        report.blocks.emplace_back(Heading{fmt::format("Map: {}", what), 2});
        report.blocks.emplace_back(map_table(estimate, sweep));
    } else {
        report.blocks.emplace_back(Heading{"Sweep", 2});
        report.blocks.emplace_back(row_table(estimate, sweep, ColumnKind::remark));
    }
    add_assumptions(report, estimate, Extent::brief);
    report.records = map ? map_records(estimate, sweep) : row_table(estimate, sweep, ColumnKind::text);
    report.data = sweep_datum(estimate, sweep);
    return report;
}

}  // namespace bote
