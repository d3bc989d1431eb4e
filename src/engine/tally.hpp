#pragma once
// What is known of a column after many blocks: mean, variance, extremes, percentiles, and how often it was no number.
//
//   Tally tally(pilot, Histogram::Kind::smooth, point);
//   tally.take(column, rows);                    // each block of a chunk
//   sums.add(tally.end_chunk());                 // in the order of the chunks, whoever computed them

#include <cstdint>
#include <span>

#include "bote/engine/draw.hpp"
#include "bote/engine/histogram.hpp"

namespace bote {

/// Sums over finite values, relative to an origin close to them.
struct Sums {
    double count = 0;
    double first = 0;   // of the differences
    double second = 0;  // of their squares

    void add(const Sums& other);
};

/// Of every eighth row each, so that the order of adding is the same for any width of a vector register.
struct PartialSums {
    static constexpr std::size_t kParts = 8;
    double first[kParts] = {};
    double second[kParts] = {};
};

class Tally {
public:
    /// `origin`: some value in the midst of the column's; `pilot`: a block of it.
    Tally(std::span<const double> pilot, Histogram::Kind kind, double origin);

    /// The first `rows` of a block of kBlockRows.
    void take(const double* column, std::size_t rows);

    /// One that has taken nothing yet, of the same pilot.
    [[nodiscard]] Tally emptied() const;

    /// The sums since the last call.
    Sums end_chunk();

    /// Extremes and percentiles of another one of the same pilot; not its sums.
    void add(const Tally& other);

    /// Of the values, each `shift` larger: rounded once.
    [[nodiscard]] double mean(const Sums& sums, double shift = 0) const;
    [[nodiscard]] double variance(const Sums& sums) const;
    [[nodiscard]] double percentile(double p) const;
    [[nodiscard]] const Histogram& histogram() const { return histogram_; }
    [[nodiscard]] double least() const { return ends_.least; }  // of the finite values
    [[nodiscard]] double most() const { return ends_.most; }
    [[nodiscard]] std::uint64_t not_finite() const { return not_finite_; }

private:
    void take_carefully(const double* column, std::size_t rows);

    Histogram histogram_;
    double origin_;
    Ends ends_;
    std::uint64_t not_finite_ = 0;
    double count_ = 0;
    PartialSums partial_;
};

}  // namespace bote
