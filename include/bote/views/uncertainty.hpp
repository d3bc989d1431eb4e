#pragma once
// How sure an estimate is whose inputs are ranges: percentiles of its quantities, and the chance of each expectation
// and decision.
//
//   sample(estimate, {});
//   spread_of(estimate, storage)->percentiles        // p5, p50, p95

#include <optional>
#include <string>
#include <vector>

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// Draws samples of an estimate with ranges; one without stays as it is. Throws InputError for correlations that no
/// numbers can have.
void sample(Estimate& estimate, const SampleRequest& request);

/// The correlations of the file, as those of the program's draws.
std::vector<DrawCorrelation> draw_correlations(const Estimate& estimate);

/// Throws the InputError for correlations that no numbers can have.
[[noreturn]] void refuse_ties(const Estimate& estimate);

/// The spread of a quantity; null where nothing was sampled.
const Spread* spread_of(const Estimate& estimate, QuantityIndex quantity);

/// The chance, from 0 to 1, that a comparison holds: first those of the expectations, then those of the rules. None
/// where nothing was sampled.
std::optional<double> chance_of(const Estimate& estimate, std::size_t comparison);

/// "p5", "p97.5".
std::string percentile_name(double percentile);

/// The sections of the estimate, each quantity with its percentiles and an interval.
void add_spreads(Report& report, const Estimate& estimate, Extent extent);

/// The number of samples, and how they came about.
std::string sampling_text(const Estimate& estimate);

/// "12%": a chance, never rounded to certainty. Where one is wanted, with as many digits as it takes to see on which
/// side of that it is: "94.6%" for 95%.
std::string chance_text(double chance, double wanted = 0);

/// `{"p5": ..., "p50": ..., "mean": ...}`.
Datum spread_datum(const Estimate& estimate, const Spread& spread);

}  // namespace bote
