#pragma once
// An uncertain value: how it is distributed, and how evenly spread numbers become values of it.
//
//   Draw draw = range_draw(1e6, 4e6, 0.9);       // `1M to 4M`
//   median_of(draw)                                      // 2e6
//   quantile_of(draw, 0.95)                              // 4e6

#include <cstdint>

#include "bote/formula/operation.hpp"

namespace bote {

/// One variate of a program. It belongs to a quantity, however often that is used.
struct Draw {
    Shape shape = Shape::lognormal;
    std::uint32_t slot = 0;    // where its values go
    std::uint32_t stream = 0;  // which random numbers it takes; by name, so that the order of a file does not matter
    double low = 0;            // uniform, triangular: the least
    double middle = 0;         // lognormal: median; normal: mean; triangular: mode
    double high = 0;           // uniform, triangular: the most
    double spread = 0;         // lognormal: standard deviation of the logarithm; normal: standard deviation
    double from = 0;           // values are taken from the quantile `from`
    double to = 1;             // up to the quantile `to`, so that they stay within the bounds of a quantity
    bool whole = false;        // values are rounded: counts of things
    bool scaled = false;       // a standard variate that the formula scales: its ends say nothing by themselves
    std::uint32_t owner = 0;   // the slot whose formula it stands in
    std::uint32_t node = 0;    // where in that formula's tree
};

/// `low to high`, low < high, with the share `level` of it in between (0 < level < 1): lognormal where both ends are
/// positive, else normal.
Draw range_draw(double low, double high, double level);
Draw normal_draw(double mean, double standard_deviation);
Draw uniform_draw(double low, double high);
Draw triangular_draw(double low, double mode, double high);

/// Cuts off what lies below `least` or above `most`.
void cut(Draw& draw, double least, double most);

/// The median as if nothing were cut off, which is what a point estimate takes; of counts the whole number nearest.
double median_of(const Draw& draw);

/// The value below which the share p of all lies, 0 < p < 1.
double quantile_of(const Draw& draw, double p);

/// Shares in (0, 1) become values, in place, in a column of kBlockRows.
void values_from_shares(const Draw& draw, double* column);

/// Standard normal variates become values, in place.
void values_from_normals(const Draw& draw, double* column);

/// Shares in (0, 1) become standard normal variates, in place.
void normals_from_shares(double* column);

}  // namespace bote
