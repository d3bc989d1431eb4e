#include "bote/views/uncertainty.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/views/common.hpp"
#include "bote/views/shown.hpp"
#include "estimate_data.hpp"
#include "sections.hpp"

namespace bote {
namespace {

std::vector<Compared> comparisons_of(const Model& model) {
    std::vector<Compared> comparisons;
    std::uint32_t index = 0;
    for (const auto& each : model.expectations)
        comparisons.push_back({index++, each.terms.comparison, each.terms.tolerance});
    for (const auto& each : model.rules) comparisons.push_back({index++, each.rule->comparison, each.rule->tolerance});
    return comparisons;
}

/// The quantities whose spread somebody will see.
std::vector<QuantityIndex> find_wanted(const Estimate& estimate, const SampleRequest& request) {
    if (request.audience != Audience::people) return find_listed(estimate.model);
    std::vector<QuantityIndex> wanted;
    for (const auto& section : shown_sections(estimate, request.extent))
        wanted.insert(wanted.end(), section.quantities.begin(), section.quantities.end());
    return wanted;
}

/// From the first percentile to the last around the median, all rows to one scale of ratios: the widest fills the half.
class Intervals {
public:
    explicit Intervals(const Estimate& estimate) : estimate_(estimate) {
        for (const QuantityIndex quantity : estimate.uncertainty->quantities) {
            const auto ends = ends_of(quantity);
            if (ends) widest_ = std::max({widest_, -ends->first, ends->second});
        }
    }

    /// Empty where there is nothing to draw.
    [[nodiscard]] Cell of(QuantityIndex quantity) const {
        const auto ends = ends_of(quantity);
        if (!ends || widest_ <= 0) return {};
        return Interval{ends->first / widest_, ends->second / widest_};
    }

private:
    /// The outer percentiles as logarithms of their ratio to the middle.
    [[nodiscard]] std::optional<std::pair<double, double>> ends_of(QuantityIndex quantity) const {
        const std::vector<double>& percentiles = spread_of(estimate_, quantity)->percentiles;
        if (percentiles.size() < 2) return std::nullopt;
        const double low = percentiles.front();
        const double high = percentiles.back();
        if (!(low > 0) || !(high > low) || !std::isfinite(high)) return std::nullopt;
        const double middle = std::clamp(middle_of(quantity, percentiles), low, high);
        return std::pair(precise::log(low / middle), precise::log(high / middle));
    }

    /// The median, where somebody asked for it; else the point estimate.
    [[nodiscard]] double middle_of(QuantityIndex quantity, const std::vector<double>& percentiles) const {
        constexpr double kMedian = 0.5;
        const auto& asked = estimate_.uncertainty->percentiles;
        const auto median = std::find(asked.begin(), asked.end(), kMedian);
        if (median != asked.end()) return percentiles[position_of(median, asked)];
        return estimate_.values.quantities[quantity];
    }

    const Estimate& estimate_;
    double widest_ = 0;
};

}  // namespace

namespace {

/// The median of a difference around zero is what rounding, or the choice of samples, leaves of it: nothing beside the
/// other percentiles.
void clear_noise(Estimate& estimate) {
    constexpr double kRounding = 1e-12;
    constexpr double kSampling = 1e-4;
    const auto clear = [](double& value, double noise) { value = std::abs(value) <= noise ? 0 : value; };
    Uncertainty& uncertainty = *estimate.uncertainty;
    for (std::size_t i = 0; i < uncertainty.quantities.size(); ++i) {
        Spread& spread = uncertainty.samples.quantities[i];
        if (spread.percentiles.empty()) continue;
        const auto [low, high] = std::minmax_element(spread.percentiles.begin(), spread.percentiles.end());
        const double most = std::max(std::abs(*low), std::abs(*high));
        if (!std::isfinite(most)) continue;
        const double noise = (*low < 0 && *high > 0 ? kSampling : kRounding) * most;
        for (double& each : spread.percentiles) clear(each, noise);
        clear(spread.mean, noise);
        clear(estimate.values.quantities[uncertainty.quantities[i]], kRounding * most);
    }
}

}  // namespace

std::vector<DrawCorrelation> draw_correlations(const Estimate& estimate) {
    const auto draw_of = [&](QuantityIndex quantity) -> std::optional<std::uint32_t> {
        const auto& draws = estimate.program.draws;
        const auto found =
            std::find_if(draws.begin(), draws.end(), [&](const Draw& draw) { return draw.slot == slot_of(quantity); });
        if (found == draws.end()) return std::nullopt;
        return static_cast<std::uint32_t>(found - draws.begin());
    };
    std::vector<DrawCorrelation> correlations;
    for (const auto& each : estimate.model.correlations) {
        const auto first = draw_of(each.first);
        const auto second = draw_of(each.second);
        if (first && second) correlations.push_back({*first, *second, each.rank_correlation});
    }
    return correlations;
}

void refuse_ties(const Estimate& estimate) {
    throw InputError(Error{estimate.model.correlations.front().where,
                           "no values can be correlated like this: each pair alone could, all together cannot",
                           "weaken one of the correlations"});
}

void sample(Estimate& estimate, const SampleRequest& request) {
    if (estimate.program.draws.empty()) return;
    Uncertainty uncertainty;
    uncertainty.percentiles = request.percentiles;
    uncertainty.seed = request.seed;
    SampleOptions options;
    uncertainty.quantities = find_wanted(estimate, request);
    for (const QuantityIndex index : uncertainty.quantities) options.slots.push_back(slot_of(index));
    options.comparisons = comparisons_of(estimate.model);
    options.percentiles = request.percentiles;
    options.correlations = draw_correlations(estimate);
    options.randomness.seed = request.seed;
    options.count = request.count;
    options.precision = request.precision;
    options.runs = request.runs;
    options.progress = request.progress;
    uncertainty.samples = run_samples(estimate.program, options);
    if (uncertainty.samples.count == 0) refuse_ties(estimate);
    estimate.uncertainty = std::move(uncertainty);
    clear_noise(estimate);
}

const Spread* spread_of(const Estimate& estimate, QuantityIndex quantity) {
    if (!estimate.uncertainty) return nullptr;
    const auto& quantities = estimate.uncertainty->quantities;
    const auto found = std::find(quantities.begin(), quantities.end(), quantity);
    if (found == quantities.end()) return nullptr;
    return &estimate.uncertainty->samples.quantities[position_of(found, quantities)];
}

std::optional<double> chance_of(const Estimate& estimate, std::size_t comparison) {
    if (!estimate.uncertainty) return std::nullopt;
    return estimate.uncertainty->samples.chances[comparison];
}

std::string percentile_name(double percentile) {
    constexpr double kHundred = 100;
    constexpr int kDigits = 6;
    return "p" + format_number(percentile * kHundred, kDigits);
}

std::string chance_text(double chance, double wanted) {
    constexpr double kHundred = 100;
    if (wanted <= 0) {
        constexpr double kNearly = 0.005;
        if (chance > 0 && chance < kNearly) return "<1%";
        if (chance < 1 && chance > 1 - kNearly) return ">99%";
        return fmt::format("{}%", std::lround(chance * kHundred));
    }
    constexpr int kMostDecimals = 9;
    for (int decimals = 0; decimals < kMostDecimals; ++decimals) {
        const double scale = kHundred * precise::pow(10.0, decimals);
        const double shown = std::round(chance * scale) / scale;
        const bool same_side = (shown >= wanted) == (chance >= wanted) && (shown != wanted || chance == wanted);
        if (same_side && (shown == 1) == (chance == 1) && (shown == 0) == (chance == 0))
            return fmt::format("{:.{}f}%", shown * kHundred, decimals);
    }
    return fmt::format("{}%", chance * kHundred);
}

void add_spreads(Report& report, const Estimate& estimate, Extent extent) {
    const Model& model = estimate.model;
    const Intervals intervals(estimate);
    for (const auto& section : shown_sections(estimate, extent)) {
        Table table{{{"", ColumnKind::text}}, {}};
        for (const double each : estimate.uncertainty->percentiles)
            table.columns.push_back({percentile_name(each), ColumnKind::number});
        table.columns.push_back({"", ColumnKind::drawing});
        for (const QuantityIndex index : section.quantities) {
            const Spread* spread = spread_of(estimate, index);
            if (spread == nullptr) continue;
            std::vector<Cell> row{std::string(model[index].name)};
            for (const double value : spread->percentiles)
                row.emplace_back(Quantity{value, model[index].display, kShownDigits, number_of(index)});
            row.push_back(intervals.of(index));
            table.rows.push_back(std::move(row));
        }
        add_section(report, section.title, std::move(table));
    }
}

std::string sampling_text(const Estimate& estimate) {
    const Samples& samples = estimate.uncertainty->samples;
    return fmt::format("{} sample{} of the ranges{}.", samples.count, samples.count == 1 ? "" : "s",
                       samples.settled ? "" : "; the third digit of a percentile may still move");
}

Datum spread_datum(const Estimate& estimate, const Spread& spread) {
    Datum::Object object;
    for (std::size_t i = 0; i < spread.percentiles.size(); ++i) {
        if (std::isfinite(spread.percentiles[i]))
            object.push_back(
                {percentile_name(estimate.uncertainty->percentiles[i]), number_datum(spread.percentiles[i])});
    }
    if (std::isfinite(spread.mean)) object.push_back({"mean", number_datum(spread.mean)});
    return {std::move(object)};
}

}  // namespace bote
