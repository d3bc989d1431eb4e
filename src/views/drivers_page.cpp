#include "bote/views/drivers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/views/common.hpp"
#include "charts.hpp"
#include "page.hpp"
#include "sections.hpp"

namespace bote {
namespace {

constexpr std::size_t kBrief = 10;

/// How far answers lie from the point estimate: by ratio, or by difference where one of them is not above 0.
struct Swings {
    explicit Swings(const Drivers& drivers) : value(drivers.value), by_ratio(value > 0) {
        for (const auto& row : drivers.rows) by_ratio = by_ratio && row.at_low > 0 && row.at_high > 0;
        for (const auto& row : drivers.rows)
            widest = std::max({widest, std::abs(of(row.at_low)), std::abs(of(row.at_high))});
    }
    [[nodiscard]] double of(double answer) const { return by_ratio ? precise::log(answer / value) : answer - value; }

    double value;
    bool by_ratio;
    double widest = 0;
};

/// The answer from low to high, around the point estimate; all rows to one scale.
Cell swing_bar(const DriverRow& row, const Swings& swings) {
    if (!(swings.widest > 0)) return {};
    return SwingBar{swings.of(std::min(row.at_low, row.at_high)) / swings.widest,
                    swings.of(std::max(row.at_low, row.at_high)) / swings.widest};
}

bool has_shares(const Drivers& drivers) {
    return std::any_of(drivers.rows.begin(), drivers.rows.end(),
                       [](const DriverRow& row) { return row.share.has_value(); });
}

Table swing_table(const Estimate& estimate, const Drivers& drivers, std::size_t most) {
    const Display& answer = estimate.model[drivers.quantity].display;
    const bool shares = has_shares(drivers);
    Table table{{{"", ColumnKind::text},
                 {"From", ColumnKind::number},
                 {"To", ColumnKind::number},
                 {"At from", ColumnKind::number},
                 {"At to", ColumnKind::number}},
                {}};
    if (shares) table.columns.push_back({"Variance", ColumnKind::number});
    table.columns.push_back({std::string(estimate.model[drivers.quantity].name), ColumnKind::drawing});
    const Swings swings(drivers);
    for (std::size_t i = 0; i < std::min(most, drivers.rows.size()); ++i) {
        const DriverRow& row = drivers.rows[i];
        std::vector<Cell> cells{row.name, row.scaled ? Cell{std::string("p5")} : Quantity{row.low, row.display},
                                row.scaled ? Cell{std::string("p95")} : Quantity{row.high, row.display},
                                Quantity{row.at_low, answer}, Quantity{row.at_high, answer}};
        if (shares) cells.push_back(row.share ? Cell{Quantity{*row.share, *parse_display("%"), 2}} : Cell{});
        cells.emplace_back(swing_bar(row, swings));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

/// The same for a sheet: in base units, those of the answer in the heads, those of the inputs in a column.
Table records_of(const Estimate& estimate, const Drivers& drivers) {
    Table records = swing_table(estimate, drivers, drivers.rows.size());
    const Display& answer = estimate.model[drivers.quantity].display;
    records.columns.front().title = "input";
    for (Column& column : records.columns) {
        if (column.title.starts_with("At ")) column.title = sheet_title(column.title, answer);
    }
    records.columns.back() = {"unit"};  // in place of the bars
    for (std::size_t i = 0; i < records.rows.size(); ++i)
        records.rows[i].back() = base_unit(drivers.rows[i].display.dimension);
    return records;
}

std::string advice(const Drivers& drivers) {
    constexpr std::size_t kFirst = 3;
    constexpr double kWorthKnowing = 0.01;
    // Ranges by their share of the variance; where there are none, what swings most.
    std::vector<const DriverRow*> rows;
    for (const auto& row : drivers.rows) {
        if (row.share.value_or(0) >= kWorthKnowing) rows.push_back(&row);
    }
    std::stable_sort(rows.begin(), rows.end(), [](auto* a, auto* b) { return *a->share > *b->share; });
    if (rows.empty()) {
        for (const auto& row : drivers.rows) rows.push_back(&row);
    }
    rows.resize(std::min(rows.size(), kFirst));
    std::string names;
    double share = 0;
    for (const auto* row : rows) {
        names += (names.empty() ? "" : ", ") + row->name;
        share += row->share.value_or(0);
    }
    constexpr double kHundred = 100;
    if (share <= 0 || drivers.tied) return fmt::format("Pin down first: {}.", names);
    return fmt::format("Pin down first: {}; they make {:.0f}% of the variance.", names,
                       std::min(share, 1.0) * kHundred);
}

Datum row_datum(const Estimate& estimate, const Drivers& drivers, const DriverRow& row) {
    const auto& input = estimate.model[row.input];
    Datum::Object entry{{"input", text_datum(std::string(input.name))},
                        {"unit", text_datum(base_unit(row.display.dimension))},
                        {"range", {row.is_range}},
                        {"from", number_datum(row.low)},
                        {"to", number_datum(row.high)},
                        {"at_from", value_datum(estimate, drivers.quantity, row.at_low)},
                        {"at_to", value_datum(estimate, drivers.quantity, row.at_high)}};
    if (!row.text.empty()) entry.push_back({"text", text_datum(row.text)});
    if (row.share) entry.push_back({"variance_share", number_datum(*row.share)});
    return {std::move(entry)};
}

/// What there is to know about the numbers of the table.
void add_notes(Report& report, const Estimate& estimate, const Drivers& drivers) {
    const auto note = [&](std::string text) { report.blocks.emplace_back(Note{std::move(text), Tone::plain}); };
    const auto& quantity = estimate.model[drivers.quantity];
    if (drivers.rows.empty() && quantity.origin == Origin::given && quantity.names.empty())
        return note("It is an input itself: only what is said of it moves it.");
    if (drivers.rows.empty())
        return note(
            fmt::format("No input alone moves it: it stays {} from end to end of each. What is rounded up or "
                        "capped moves in steps only: try a wider `--pull`, or a quantity before it.",
                        format(drivers.value, quantity.display, estimate.model.conventions)));
    note(advice(drivers));
    const bool counts = std::any_of(drivers.rows.begin(), drivers.rows.end(), [&](const DriverRow& row) {
        return !row.is_range && is_whole(estimate.model[row.input]);
    });
    const bool ranges =
        std::any_of(drivers.rows.begin(), drivers.rows.end(), [](const DriverRow& row) { return row.is_range; });
    note(fmt::format("{} by +-{}{}.", ranges ? "Ranges are swung from p5 to p95; fixed values" : "Values are swung",
                     format(drivers.pull, *parse_display("%"), estimate.model.conventions),
                     counts ? ", counts by at least 1" : ""));
    if (has_shares(drivers))
        note("Variance is that of the ranks of its values, so that a long tail does not decide alone.");
    if (drivers.tied)
        note(
            "Ranges are correlated: a share is how much of the variance would go if that range alone were known "
            "(first-order index), so that shares overlap and may add up to more than 100%.");
}

}  // namespace

Report describe_drivers(const Estimate& estimate, const Drivers& drivers, Extent extent) {
    Report report;
    report.conventions = estimate.model.conventions;
    const auto& quantity = estimate.model[drivers.quantity];
    add_title(report, estimate, extent == Extent::all ? Head::whole : Head::short_form);
    const std::string value = format(drivers.value, quantity.display, estimate.model.conventions);
    const std::size_t most = extent == Extent::all ? drivers.rows.size() : kBrief;
    report.blocks.emplace_back(Heading{fmt::format("What drives {} (now {})", quantity.name, value), 2});
    if (!drivers.rows.empty()) report.blocks.emplace_back(swing_table(estimate, drivers, most));
    if (auto chart = driver_chart(estimate, drivers, most)) report.blocks.emplace_back(std::move(*chart));
    add_notes(report, estimate, drivers);
    report.records = records_of(estimate, drivers);
    Datum::Array rows;
    for (const auto& row : drivers.rows) rows.push_back(row_datum(estimate, drivers, row));
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {"workload", workload_datum(estimate.model)},
                                 {"quantity", text_datum(std::string(quantity.name))},
                                 {"value", value_datum(estimate, drivers.quantity, drivers.value)},
                                 {"unit", text_datum(plain_unit(quantity.display))},
                                 {"drivers", {std::move(rows)}}}};
    return report;
}

}  // namespace bote
