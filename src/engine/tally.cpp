#include "tally.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/versions.hpp"
#include "lanes.hpp"

namespace bote {
namespace {

static_assert(kBlockRows % PartialSums::kParts == 0 && 2 * kLanes == PartialSums::kParts);

/// What is collected of some rows of a block.
struct PartialTally {
    Lanes first = {};
    Lanes second = {};
    Lanes least = Lanes{} + INFINITY;
    Lanes most = Lanes{} - INFINITY;
};

BOTE_INLINE void take_rows(PartialTally& tally, const double* column, double origin) {
    Lanes value;
    load(value, column);
    const Lanes difference = value - origin;
    tally.first += difference;
    tally.second += difference * difference;
    lower(tally.least, value);
    raise(tally.most, value);
}

/// Adds a block to the sums and finds its ends; nothing, and a NaN for its ends, where a value is not finite.
BOTE_INLINE void sum_block(const double* column, double origin, PartialSums& sums, Ends& ends) {
    PartialTally low;
    PartialTally high;
    for (std::size_t r = 0; r < kBlockRows; r += PartialSums::kParts) {
        take_rows(low, column + r, origin);
        take_rows(high, column + r + kLanes, origin);
    }
    ends.least = NAN;
    if (!std::isfinite(joined<sum_up>(low.second + high.second))) return;
    add_to(sums.first, low.first);
    add_to(sums.first + kLanes, high.first);
    add_to(sums.second, low.second);
    add_to(sums.second + kLanes, high.second);
    lower(low.least, high.least);
    raise(low.most, high.most);
    ends.least = joined<lower>(low.least);
    ends.most = joined<raise>(low.most);
}

double fold(const double* lanes) {
    return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
}

std::uint64_t count_of(const double* column, double value) {
    return static_cast<std::uint64_t>(std::count(column, column + kBlockRows, value));
}

}  // namespace

void Sums::add(const Sums& other) {
    count += other.count;
    first += other.first;
    second += other.second;
}

Tally::Tally(std::span<const double> pilot, Histogram::Kind kind, double origin)
    : histogram_(pilot, kind), origin_(std::isfinite(origin) ? origin : 0) {}

void Tally::take(const double* column, std::size_t rows) {
    histogram_.count(column, rows);
    if (rows < kBlockRows) return take_carefully(column, rows);
    Ends block;
    fastest<sum_block>(column, origin_, partial_, block);
    if (std::isnan(block.least)) return take_carefully(column, rows);
    count_ += static_cast<double>(rows);
    const auto matters = [&](double value) { return !histogram_.is_alone(value); };
    if (block.least <= ends_.least && matters(block.least)) block.at_least = count_of(column, block.least);
    if (block.most >= ends_.most && matters(block.most)) block.at_most = count_of(column, block.most);
    ends_.take(block);
}

void Tally::take_carefully(const double* column, std::size_t rows) {
    for (std::size_t r = 0; r < rows; ++r) {
        const double value = column[r];
        if (!std::isfinite(value)) {
            ++not_finite_;
            continue;
        }
        const double difference = value - origin_;
        ++count_;
        partial_.first[r % PartialSums::kParts] += difference;
        partial_.second[r % PartialSums::kParts] += difference * difference;
        ends_.take({value, value, 1, 1});
    }
}

Tally Tally::emptied() const {
    Tally empty({}, Histogram::Kind::smooth, origin_);
    empty.histogram_ = histogram_;
    empty.histogram_.clear();
    return empty;
}

Sums Tally::end_chunk() {
    const Sums sums{count_, fold(partial_.first), fold(partial_.second)};
    count_ = 0;
    partial_ = {};
    return sums;
}

void Tally::add(const Tally& other) {
    histogram_.add(other.histogram_);
    ends_.take(other.ends_);
    not_finite_ += other.not_finite_;
}

double Tally::mean(const Sums& sums, double shift) const {
    return sums.count > 0 ? origin_ + shift + sums.first / sums.count : NAN;
}

double Tally::variance(const Sums& sums) const {
    if (sums.count < 2) return sums.count > 0 ? 0 : NAN;
    return std::max(0.0, (sums.second - sums.first * (sums.first / sums.count)) / (sums.count - 1));
}

double Tally::percentile(double p) const {
    const double value = histogram_.percentile(p, ends_);
    return std::isfinite(value) ? std::clamp(value, ends_.least, ends_.most) : value;
}

}  // namespace bote
