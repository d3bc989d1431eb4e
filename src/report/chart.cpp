#include "bote/report/chart.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/overloaded.hpp"
#include "bote/report/report.hpp"

namespace bote {
namespace {

Cell number(double value, const ChartAxis& axis) { return Quantity{value, axis.display}; }

Table table_of(const BarChart& chart) {
    const auto has = [&](auto test) { return std::any_of(chart.bars.begin(), chart.bars.end(), test); };
    const bool ranges = has([](const ChartBar& bar) { return bar.range.has_value(); });
    const bool remarks = has([](const ChartBar& bar) { return !bar.remark.empty(); });
    Table table{{{"", ColumnKind::text}}, {}};
    if (ranges) table.columns.push_back({"Low", ColumnKind::number});
    table.columns.push_back({chart.axis.title, ColumnKind::number});
    if (ranges) table.columns.push_back({"High", ColumnKind::number});
    if (remarks) table.columns.push_back({"Remark", ColumnKind::text});
    for (const ChartBar& bar : chart.bars) {
        std::vector<Cell> row{bar.label};
        if (ranges) row.push_back(bar.range ? number(bar.range->low, chart.axis) : Cell{});
        row.push_back(number(bar.value, chart.axis));
        if (ranges) row.push_back(bar.range ? number(bar.range->high, chart.axis) : Cell{});
        if (remarks) row.emplace_back(bar.remark);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table table_of(const SwingChart& chart) {
    Table table{{{"", ColumnKind::text},
                 {"From", ColumnKind::number},
                 {"To", ColumnKind::number},
                 {"At from", ColumnKind::number},
                 {"At to", ColumnKind::number}},
                {}};
    for (const ChartSwing& each : chart.swings)
        table.add_row(each.label, each.from, each.to, number(each.at_from, chart.axis), number(each.at_to, chart.axis));
    return table;
}

Table table_of(const LineChart& chart) {
    Table table{{{chart.across.title, ColumnKind::number}}, {}};
    for (const ChartLine& line : chart.lines) table.columns.push_back({line.name, ColumnKind::number});
    if (!chart.marks.empty()) table.columns.push_back({"changes", ColumnKind::text});
    std::size_t mark = 0;
    for (std::size_t i = 0; i < chart.across_values.size(); ++i) {
        std::vector<Cell> row{number(chart.across_values[i], chart.across)};
        for (const ChartLine& line : chart.lines) row.push_back(number(line.values[i], chart.up));
        std::string changes;
        for (; mark < chart.marks.size() && chart.marks[mark].at <= chart.across_values[i]; ++mark)
            changes += (changes.empty() ? "" : "; ") + chart.marks[mark].text;
        if (!chart.marks.empty()) row.emplace_back(changes);
        table.rows.push_back(std::move(row));
    }
    return table;
}

Table table_of(const MapChart& chart) {
    Table table{{{chart.up.title, ColumnKind::number},
                 {chart.across.title, ColumnKind::number},
                 {chart.title, ColumnKind::text}},
                {}};
    for (std::size_t row = 0; row < chart.texts.size(); ++row)
        for (std::size_t i = 0; i < chart.texts[row].size(); ++i)
            table.add_row(number(chart.up_values[row], chart.up), number(chart.across_values[i], chart.across),
                          chart.texts[row][i]);
    return table;
}

Table table_of(const DotChart& chart) {
    Table table{{{"Chance to be below", ColumnKind::number}, {chart.axis.title, ColumnKind::number}}, {}};
    const auto count = static_cast<double>(chart.values.size());
    for (std::size_t i = 0; i < chart.values.size(); ++i)
        table.add_row(Quantity{(static_cast<double>(i) + 0.5) / count, *parse_display("%")},
                      number(chart.values[i], chart.axis));
    return table;
}

Cell cell(const std::optional<ChartNumber>& number) {
    return number ? Cell{Quantity{number->value, number->display}} : Cell{};
}

/// A row for each arrow, with the box that it leads to.
Table table_of(const BoxChart& chart) {
    Table table{{{"From", ColumnKind::text},
                 {"To", ColumnKind::text},
                 {"Machines", ColumnKind::number},
                 {"Bound by", ColumnKind::text},
                 {"Requests", ColumnKind::number},
                 {"In", ColumnKind::number},
                 {"Out", ColumnKind::number}},
                {}};
    const bool parts =
        std::any_of(chart.arrows.begin(), chart.arrows.end(), [](const ChartArrow& each) { return each.is_part; });
    if (parts) table.columns.push_back({"", ColumnKind::text});
    for (const ChartArrow& arrow : chart.arrows) {
        const ChartBox& to = chart.boxes[arrow.to];
        table.add_row(chart.boxes[arrow.from].title, to.title, cell(to.machines), to.bound, cell(arrow.requests),
                      cell(arrow.bytes_in), cell(arrow.bytes_out));
        if (parts) table.rows.back().emplace_back(arrow.is_part ? "a part of it" : "");
    }
    return table;
}

}  // namespace

std::vector<double> values_of(const BarChart& chart) {
    std::vector<double> values;
    for (const ChartBar& bar : chart.bars) {
        values.push_back(bar.value);
        if (bar.range) values.insert(values.end(), {bar.range->low, bar.range->high});
    }
    return values;
}

AxisScale axis_scale_for(const std::vector<double>& values) {
    constexpr double kManyDecades = 1000;
    double least = INFINITY;
    double most = 0;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        if (!(value > 0)) return AxisScale::linear;
        least = std::min(least, value);
        most = std::max(most, value);
    }
    return most >= least * kManyDecades ? AxisScale::logarithmic : AxisScale::linear;
}

Table chart_table(const Chart& chart) {
    return std::visit([](const auto& drawing) { return table_of(drawing); }, chart.drawing);
}

}  // namespace bote
