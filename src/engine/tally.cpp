#include "bote/engine/tally.hpp"

#include <algorithm>
#include <cmath>
#include <cstring>

#include "bote/engine/versions.hpp"

namespace bote {
namespace {

constexpr std::size_t kLanes = Tally::kLanes;
static_assert(kBlockRows % kLanes == 0);

struct BlockSums {
    double first[kLanes];
    double second[kLanes];
    double least[kLanes];
    double most[kLanes];
};

// As wide as the registers of AVX-512; the compiler makes two or four of it elsewhere.
using Lanes = double __attribute__((vector_size(kLanes * sizeof(double))));

BOTE_INLINE void load(Lanes& lanes, const double* column) { std::memcpy(&lanes, column, sizeof lanes); }

/// The sums of every kLanes-th row.
BOTE_INLINE void sum_block(const double* column, double origin, BlockSums& sums) {
    Lanes value;
    load(value, column);
    Lanes difference = value - origin;
    Lanes first = difference;
    Lanes second = difference * difference;
    Lanes least = value;
    Lanes most = value;
    for (std::size_t r = kLanes; r < kBlockRows; r += kLanes) {
        load(value, column + r);
        difference = value - origin;
        first += difference;
        second += difference * difference;
        least = value < least ? value : least;
        most = most < value ? value : most;
    }
    std::memcpy(sums.first, &first, sizeof first);
    std::memcpy(sums.second, &second, sizeof second);
    std::memcpy(sums.least, &least, sizeof least);
    std::memcpy(sums.most, &most, sizeof most);
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
    BlockSums sums;
    fastest<sum_block>(column, origin_, sums);
    if (!std::isfinite(fold(sums.second))) return take_carefully(column, rows);
    count_ += static_cast<double>(rows);
    Ends block;
    for (std::size_t lane = 0; lane < kLanes; ++lane) {
        first_[lane] += sums.first[lane];
        second_[lane] += sums.second[lane];
        block.least = std::min(block.least, sums.least[lane]);
        block.most = std::max(block.most, sums.most[lane]);
    }
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
        first_[r % kLanes] += difference;
        second_[r % kLanes] += difference * difference;
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
    const Sums sums{count_, fold(first_), fold(second_)};
    count_ = 0;
    std::fill_n(first_, kLanes, 0.0);
    std::fill_n(second_, kLanes, 0.0);
    return sums;
}

void Tally::add(const Tally& other) {
    histogram_.add(other.histogram_);
    ends_.take(other.ends_);
    not_finite_ += other.not_finite_;
}

double Tally::mean(const Sums& sums) const { return sums.count > 0 ? origin_ + sums.first / sums.count : NAN; }

double Tally::variance(const Sums& sums) const {
    if (sums.count < 2) return sums.count > 0 ? 0 : NAN;
    return std::max(0.0, (sums.second - sums.first * (sums.first / sums.count)) / (sums.count - 1));
}

double Tally::percentile(double p) const {
    const double value = histogram_.percentile(p, ends_);
    return std::isfinite(value) ? std::clamp(value, ends_.least, ends_.most) : value;
}

}  // namespace bote
