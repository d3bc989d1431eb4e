#include "bote/views/drivers.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/engine/drivers.hpp"
#include "bote/engine/reduced.hpp"
#include "bote/formula/check.hpp"
#include "bote/views/common.hpp"
#include "bote/views/uncertainty.hpp"

namespace bote {
namespace {

constexpr double kNoSwing = 1e-9;
constexpr double kMiddle = 0.9;  // of a range: from its 5th to its 95th percentile

/// The draw that is this quantity; none where it is no range, or has ranges in its formula.
std::optional<std::size_t> draw_of(const Estimate& estimate, QuantityIndex quantity) {
    const auto& draws = estimate.program.draws;
    for (std::size_t i = 0; i < draws.size(); ++i) {
        if (draws[i].slot == slot_of(quantity)) return i;
    }
    return std::nullopt;
}

/// Whether ranges stand in the formula of this quantity, as parts of it.
bool has_inner_draws(const Estimate& estimate, QuantityIndex quantity) {
    const auto& draws = estimate.program.draws;
    return std::any_of(draws.begin(), draws.end(),
                       [&](const Draw& draw) { return draw.owner == slot_of(quantity) && draw.slot != draw.owner; });
}

/// How the ends of a range inside a formula are shown: as it is written, else in the unit of its dimension.
Display display_of(const ModelQuantity& quantity, const Estimate& estimate, Tree part) {
    if (std::any_of(part.begin(), part.end(), [](const Node& node) { return node.written == Written::percent; }))
        return *parse_display("%");
    std::vector<Dimension> names;
    for (const Binding& name : quantity.names)
        names.push_back(name.quantity == QuantityIndex::none ? kCount
                                                             : estimate.model[name.quantity].display.dimension);
    return display_for(check_dimensions({}, part, names).dimension);
}

/// The range inside a formula as an input of its own.
DriverRow inner_row(const Estimate& estimate, std::size_t index) {
    const Draw& draw = estimate.program.draws[index];
    const ModelQuantity& quantity = estimate.model[index_at<QuantityIndex>(draw.owner)];
    const Tree part = part_ending_at(quantity.formula->tree, draw.node);
    std::uint32_t begin = part.back().begin;
    std::uint32_t end = part.back().end;
    for (const Node& node : part) {
        begin = std::min(begin, node.begin);
        end = std::max(end, node.end);
    }
    DriverRow row;
    row.input = index_at<QuantityIndex>(draw.owner);
    row.is_range = true;
    row.draw = static_cast<int>(index);
    row.text = quantity.formula->text.substr(begin, end - begin);
    row.name = std::string(quantity.name) + ": " + row.text;
    row.scaled = draw.scaled;
    row.display = display_of(quantity, estimate, part);
    return row;
}

/// Within what the quantity may be: a share of 90% is not pulled above 100%.
double within_bounds(const Estimate& estimate, QuantityIndex quantity, double value) {
    const Definition* definition = estimate.model[quantity].definition;
    if (definition == nullptr) return value;
    const auto end = [&](Tree tree) { return evaluate(tree, {}, estimate.model.conventions); };
    const Bounds& bounds = definition->bounds;
    if (!bounds.low.empty()) value = std::max(value, end(bounds.low));
    if (!bounds.high.empty()) value = std::min(value, end(bounds.high));
    return value;
}

/// The quantities that could be otherwise: those given as a plain value or a range, and defaults.
std::vector<QuantityIndex> find_inputs(const Estimate& estimate) {
    std::vector<QuantityIndex> inputs;
    for (const QuantityIndex index : estimate.model.quantities.indices()) {
        const auto& quantity = estimate.model[index];
        const bool leaf = quantity.names.empty() && !quantity.neutral;
        if (leaf && quantity.origin != Origin::computed && !has_inner_draws(estimate, index)) inputs.push_back(index);
    }
    return inputs;
}

/// How much of the chosen quantity's variance is to blame on each input.
void add_shares(const Estimate& estimate, const DriverRequest& request, Drivers& drivers) {
    ShareOptions options;
    options.correlations = draw_correlations(estimate);
    options.randomness.seed = request.seed;
    if (request.samples > 0) options.count = request.samples;
    options.progress = request.progress;
    const Shares shares = find_shares(estimate.program, slot_of(drivers.quantity), options);
    if (shares.count == 0) return;
    for (auto& row : drivers.rows) {
        const auto draw = row.draw >= 0 ? std::optional(at(row.draw)) : draw_of(estimate, row.input);
        row.share = draw ? shares.first[*draw] : 0;
    }
}

double width_of(const DriverRow& row) {
    const bool by_ratio = row.at_low > 0 && row.at_high > 0;
    return by_ratio ? std::abs(precise::log(row.at_high / row.at_low)) : std::abs(row.at_high - row.at_low);
}

/// Every input, and every range inside a formula, that might move the quantity.
std::vector<DriverRow> find_rows(const Estimate& estimate, QuantityIndex quantity) {
    std::vector<DriverRow> rows;
    for (const QuantityIndex input : find_inputs(estimate)) {
        if (input == quantity) continue;
        DriverRow row;
        row.input = input;
        row.is_range = draw_of(estimate, input).has_value();
        row.name = estimate.model[input].name;
        row.display = estimate.model[input].display;
        rows.push_back(std::move(row));
    }
    for (std::size_t i = 0; i < estimate.program.draws.size(); ++i) {
        const Draw& draw = estimate.program.draws[i];
        if (draw.slot != draw.owner && draw.owner < estimate.program.quantities) rows.push_back(inner_row(estimate, i));
    }
    return rows;
}

/// The ends that a plain value is pulled to: by a share of it, or of what a share near 100% lacks, as an availability.
std::pair<double, double> pulled(const ModelQuantity& quantity, double value, double share) {
    const bool near_all = quantity.display.numerator == Numerator::share && value < 1 && value * (1 + share) > 1;
    if (near_all) return {value - (1 - value) * share, value + (1 - value) * share};
    const double low = value * (1 - share);
    const double high = value * (1 + share);
    return is_whole(quantity) ? std::pair(std::floor(low), std::ceil(high)) : std::pair(low, high);
}

/// Sets what each is pulled to: ranges to their outer percentiles, plain values by a share, counts by one at least.
std::vector<Pull> pull(const Estimate& estimate, double share, std::vector<DriverRow>& rows) {
    const auto ranges = pulls_of(estimate.program.draws, kMiddle);
    std::vector<Pull> pulls;
    for (DriverRow& row : rows) {
        const auto draw = row.draw >= 0 ? std::optional(at(row.draw)) : draw_of(estimate, row.input);
        const double value = estimate.values.quantities[row.input];
        const auto [low, high] = pulled(estimate.model[row.input], value, share);
        row.low = draw ? ranges[*draw].low : within_bounds(estimate, row.input, low);
        row.high = draw ? ranges[*draw].high : within_bounds(estimate, row.input, high);
        pulls.push_back({draw ? ranges[*draw].slot : slot_of(row.input), row.low, row.high});
    }
    return pulls;
}

}  // namespace

Drivers compute_drivers(const Estimate& estimate, QuantityIndex quantity, const DriverRequest& request) {
    Drivers drivers{quantity, estimate.values.quantities[quantity], request.pull, find_rows(estimate, quantity),
                    !draw_correlations(estimate).empty()};
    const std::vector<Pull> pulls = pull(estimate, request.pull, drivers.rows);
    const auto swings = find_swings(estimate.program, slot_of(quantity), pulls);
    for (std::size_t i = 0; i < swings.size(); ++i) {
        drivers.rows[i].at_low = swings[i].at_low;
        drivers.rows[i].at_high = swings[i].at_high;
    }
    if (!estimate.program.draws.empty()) add_shares(estimate, request, drivers);
    std::erase_if(drivers.rows, [&](const DriverRow& row) {
        constexpr double kNoShare = 0.01;
        const double swing = std::abs(row.at_high - row.at_low);
        const bool still = swing <= kNoSwing * std::abs(drivers.value) && row.share.value_or(0) < kNoShare;
        return !std::isfinite(swing) || still;
    });
    // By name where two are alike, so that the order of the file does not matter.
    std::sort(drivers.rows.begin(), drivers.rows.end(), [&](const DriverRow& a, const DriverRow& b) {
        const double first = width_of(a);
        const double second = width_of(b);
        if (std::abs(first - second) > kNoSwing) return first > second;
        return a.name < b.name;
    });
    return drivers;
}

}  // namespace bote
