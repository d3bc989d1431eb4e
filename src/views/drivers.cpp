#include "bote/views/drivers.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/engine/drivers.hpp"
#include "bote/formula/check.hpp"
#include "bote/views/common.hpp"
#include "bote/views/uncertainty.hpp"
#include "page.hpp"
#include "sections.hpp"

namespace bote {
namespace {

constexpr std::size_t kBrief = 10;
constexpr double kNoSwing = 1e-9;
constexpr double kMiddle = 0.9;  // of a range: from its 5th to its 95th percentile

std::size_t at(int index) { return static_cast<std::size_t>(index); }

const ModelQuantity& quantity_at(const Estimate& estimate, int index) { return estimate.model.quantities[at(index)]; }

/// The draw that is this quantity; none where it is no range, or more than one.
std::optional<std::size_t> draw_of(const Estimate& estimate, int quantity) {
    const auto& draws = estimate.program.draws;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        if (draws[i].slot == static_cast<std::uint32_t>(quantity)) return i;
    }
    return std::nullopt;
}

/// Within what the quantity may be: a share of 90% is not pulled above 100%.
double within_bounds(const Estimate& estimate, int quantity, double value) {
    const Definition* definition = quantity_at(estimate, quantity).definition;
    if (definition == nullptr) return value;
    const auto end = [&](Tree tree) { return evaluate(tree, {}, estimate.model.conventions); };
    const Bounds& bounds = definition->bounds;
    if (!bounds.low.empty()) value = std::max(value, end(bounds.low));
    if (!bounds.high.empty()) value = std::min(value, end(bounds.high));
    return value;
}

/// The quantities that could be otherwise: those given as a plain value or a range, and defaults.
std::vector<int> find_inputs(const Estimate& estimate) {
    std::vector<int> inputs;
    for (std::size_t i = 0; i < estimate.model.quantities.size(); ++i) {
        const auto& quantity = estimate.model.quantities[i];
        const int index = static_cast<int>(i);
        const bool leaf = quantity.names.empty() && !quantity.neutral;
        if (leaf && quantity.origin != Origin::computed) inputs.push_back(index);
    }
    return inputs;
}

/// How much of the chosen quantity's variance is to blame on each input, by name: several ranges in one formula add up.
void add_shares(const Estimate& estimate, const DriverRequest& request, Drivers& drivers) {
    ShareOptions options;
    options.ties = ties_of(estimate);
    options.randomness.seed = request.seed;
    if (request.samples > 0) options.count = request.samples;
    const Shares shares = find_shares(estimate.program, static_cast<std::uint32_t>(drivers.quantity), options);
    if (shares.count == 0) return;
    for (auto& row : drivers.rows) {
        const auto draw = draw_of(estimate, row.input);
        row.share = draw ? shares.first[*draw] : 0;
    }
}

double width_of(const DriverRow& row) {
    const bool by_ratio = row.at_low > 0 && row.at_high > 0;
    return by_ratio ? std::abs(std::log(row.at_high / row.at_low)) : std::abs(row.at_high - row.at_low);
}

/// The answer from low to high as a bar around the point estimate; all bars to one scale.
std::string swing_bar(const DriverRow& row, double value, double widest) {
    if (!(row.at_low > 0) || !(row.at_high > 0) || !(value > 0) || !(widest > 0)) return "";
    constexpr double kHalf = 10;
    const double low = std::log(std::min(row.at_low, row.at_high) / value);
    const double high = std::log(std::max(row.at_low, row.at_high) / value);
    const auto left = std::lround(std::clamp(-low / widest, 0.0, 1.0) * kHalf);
    const auto right = std::lround(std::clamp(high / widest, 0.0, 1.0) * kHalf);
    std::string text(static_cast<std::size_t>(static_cast<long>(kHalf) - left), ' ');
    for (long i = 0; i < left; ++i) text += "█";
    text += "│";
    for (long i = 0; i < right; ++i) text += "█";
    return text;
}

double widest_half(const Drivers& drivers) {
    double widest = 0;
    for (const auto& row : drivers.rows) {
        for (const double end : {row.at_low, row.at_high}) {
            if (end > 0 && drivers.value > 0) widest = std::max(widest, std::abs(std::log(end / drivers.value)));
        }
    }
    return widest;
}

Table swing_table(const Estimate& estimate, const Drivers& drivers, std::size_t most) {
    const Display& answer = quantity_at(estimate, drivers.quantity).display;
    const bool shares = std::any_of(drivers.rows.begin(), drivers.rows.end(),
                                    [](const DriverRow& row) { return row.share.has_value(); });
    Table table{{{"", ColumnKind::text},
                 {"From", ColumnKind::number},
                 {"To", ColumnKind::number},
                 {"At from", ColumnKind::number},
                 {"At to", ColumnKind::number}},
                {}};
    if (shares) table.columns.push_back({"Variance", ColumnKind::number});
    table.columns.push_back({quantity_at(estimate, drivers.quantity).name, ColumnKind::bar});
    const double widest = widest_half(drivers);
    for (std::size_t i = 0; i < std::min(most, drivers.rows.size()); ++i) {
        const DriverRow& row = drivers.rows[i];
        const auto& input = quantity_at(estimate, row.input);
        std::vector<Cell> cells{std::string(input.name), Quantity{row.low, input.display},
                                Quantity{row.high, input.display}, Quantity{row.at_low, answer},
                                Quantity{row.at_high, answer}};
        if (shares) cells.push_back(row.share ? Cell{Quantity{*row.share, *parse_display("%"), 2}} : Cell{});
        cells.emplace_back(swing_bar(row, drivers.value, widest));
        table.rows.push_back(std::move(cells));
    }
    return table;
}

std::string advice(const Estimate& estimate, const Drivers& drivers) {
    constexpr std::size_t kFirst = 3;
    std::string names;
    double share = 0;
    for (std::size_t i = 0; i < std::min(kFirst, drivers.rows.size()); ++i) {
        names += (names.empty() ? "" : ", ") + std::string(quantity_at(estimate, drivers.rows[i].input).name);
        share += drivers.rows[i].share.value_or(0);
    }
    constexpr double kHundred = 100;
    if (share <= 0) return fmt::format("Find out first: {}.", names);
    return fmt::format("Find out first: {}; they make {:.0f}% of the variance.", names,
                       std::min(share, 1.0) * kHundred);
}

Datum row_datum(const Estimate& estimate, const DriverRow& row) {
    const auto& input = quantity_at(estimate, row.input);
    Datum::Object entry{{"input", text_datum(std::string(input.name))},
                        {"unit", text_datum(base_unit(input.display.dimension))},
                        {"range", {row.is_range}},
                        {"from", number_datum(row.low)},
                        {"to", number_datum(row.high)},
                        {"at_from", number_datum(row.at_low)},
                        {"at_to", number_datum(row.at_high)}};
    if (row.share) entry.push_back({"variance_share", number_datum(*row.share)});
    return {std::move(entry)};
}

}  // namespace

Drivers compute_drivers(const Estimate& estimate, int quantity, const DriverRequest& request) {
    Drivers drivers{quantity, estimate.values.quantities[at(quantity)], request.pull, {}};
    const auto ranges = pulls_of(estimate.program.draws, kMiddle);
    std::vector<Pull> pulls;
    for (const int input : find_inputs(estimate)) {
        if (input == quantity) continue;
        const double value = estimate.values.quantities[at(input)];
        const auto draw = draw_of(estimate, input);
        DriverRow row{input, draw.has_value(), 0, 0, 0, 0, std::nullopt};
        row.low = draw ? ranges[*draw].low : within_bounds(estimate, input, value * (1 - request.pull));
        row.high = draw ? ranges[*draw].high : within_bounds(estimate, input, value * (1 + request.pull));
        pulls.push_back({static_cast<std::uint32_t>(input), row.low, row.high});
        drivers.rows.push_back(row);
    }
    const auto swings = find_swings(estimate.program, static_cast<std::uint32_t>(quantity), pulls);
    for (std::size_t i = 0; i < swings.size(); ++i) {
        drivers.rows[i].at_low = swings[i].at_low;
        drivers.rows[i].at_high = swings[i].at_high;
    }
    std::erase_if(drivers.rows, [&](const DriverRow& row) {
        const double swing = std::abs(row.at_high - row.at_low);
        return !std::isfinite(swing) || swing <= kNoSwing * std::abs(drivers.value);
    });
    // By name where two are alike, so that the order of the file does not matter.
    std::sort(drivers.rows.begin(), drivers.rows.end(), [&](const DriverRow& a, const DriverRow& b) {
        const double first = width_of(a);
        const double second = width_of(b);
        if (std::abs(first - second) > kNoSwing) return first > second;
        return quantity_at(estimate, a.input).name < quantity_at(estimate, b.input).name;
    });
    if (!estimate.program.draws.empty()) add_shares(estimate, request, drivers);
    return drivers;
}

Report describe_drivers(const Estimate& estimate, const Drivers& drivers, Extent extent) {
    Report report;
    report.conventions = estimate.model.conventions;
    const auto& quantity = quantity_at(estimate, drivers.quantity);
    add_title(report, estimate, Extent::all);
    const std::string value = format(drivers.value, quantity.display, estimate.model.conventions);
    const std::size_t most = extent == Extent::all ? drivers.rows.size() : kBrief;
    add_section(report, fmt::format("What moves {}, now {}", quantity.name, value),
                swing_table(estimate, drivers, most));
    if (drivers.rows.empty()) {
        report.blocks.emplace_back(Note{"No input alone moves it.", Tone::plain});
    } else {
        report.blocks.emplace_back(Note{advice(estimate, drivers), Tone::plain});
        report.blocks.emplace_back(
            Note{fmt::format("Ranges from their 5th to their 95th percentile, plain values by {} up and down.",
                             format(drivers.pull, *parse_display("%"), estimate.model.conventions)),
                 Tone::plain});
    }
    report.records = swing_table(estimate, drivers, drivers.rows.size());
    report.records.columns.front().title = "input";
    std::erase_if(report.records.columns, [](const Column& column) { return column.kind == ColumnKind::bar; });
    for (auto& row : report.records.rows) row.resize(report.records.columns.size());
    Datum::Array rows;
    for (const auto& row : drivers.rows) rows.push_back(row_datum(estimate, row));
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {"workload", workload_datum(estimate.model)},
                                 {"quantity", text_datum(std::string(quantity.name))},
                                 {"value", number_datum(drivers.value)},
                                 {"unit", text_datum(base_unit(quantity.display.dimension))},
                                 {"drivers", {std::move(rows)}}}};
    return report;
}

}  // namespace bote
