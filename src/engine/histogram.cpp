// Percentiles of millions of samples without sorting or keeping them. The leading bits of a positive floating-point
// number, exponent and first bits of the mantissa, are a number that grows with it, nearly like its logarithm: shifting
// the others out gives the bucket, without a comparison or a logarithm. With 7 bits of the mantissa a bucket is at most
// 1/128 wide, and a percentile, interpolated within it, right to 0.1%. A pilot sample says where the values lie, so
// that the buckets there are and no others are kept; what falls outside is rare, and widens them.
//
// Counting is the inner loop of sampling: indexes are computed in vectors, a block at a time, and what has no bucket is
// counted in one behind the last and looked at afterwards.

#include "bote/engine/histogram.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

#include "bote/base/bit_cast.hpp"
#include "bote/base/versions.hpp"
#include "bote/engine/draw.hpp"
#include "lanes.hpp"

namespace bote {
namespace {

constexpr int kMantissaBits = 52;
constexpr int kMostExtraBits = 6;  // more of them where all values are close together
constexpr double kLeastBuckets = 256;
constexpr double kTiny = 1e-300;  // and below: zero

std::uint64_t bits_of(double x) { return bit_cast<std::uint64_t>(x); }

/// The magnitudes of one sign in a pilot, as far as they have buckets.
struct Range {
    double least = INFINITY;
    double most = 0;

    void take(const Range& other) {
        least = std::min(least, other.least);
        most = std::max(most, other.most);
    }
};

struct Seen {
    Range positive;
    Range negative;
    bool all = true;  // have buckets
};

/// kLanes of the pilot at a time.
BOTE_INLINE void look_at_lanes(const double* pilot, std::size_t rows, Seen& seen) {
    const Lanes none = {};
    const Lanes infinite = none + INFINITY;
    Lanes least[2] = {infinite, infinite};
    Lanes most[2] = {none, none};
    Lanes value;
    Lanes misfits = none;  // 1 where a value has no bucket
    for (std::size_t r = 0; r < rows; r += kLanes) {
        load(value, pilot + r);
        const Lanes size = value < none ? -value : value;
        const auto fits = (size >= kTiny) & (size < infinite);
        const auto is_negative = value < none;
        misfits = fits ? misfits : none + 1;
        for (std::size_t side = 0; side < 2; ++side) {
            const auto here = fits & (side == 0 ? ~is_negative : is_negative);
            lower(least[side], here ? size : infinite);
            raise(most[side], here ? size : none);
        }
    }
    seen.positive.take({joined<lower>(least[0]), joined<raise>(most[0])});
    seen.negative.take({joined<lower>(least[1]), joined<raise>(most[1])});
    seen.all = seen.all && joined<raise>(misfits) == 0;
}

Seen look_at(std::span<const double> pilot) {
    Seen seen;
    const std::size_t whole = pilot.size() / kLanes * kLanes;
    if (whole > 0) fastest<look_at_lanes>(pilot.data(), whole, seen);
    if (whole == pilot.size()) return seen;
    double rest[kLanes];
    for (std::size_t i = 0; i < kLanes; ++i) rest[i] = pilot[std::min(whole + i, pilot.size() - 1)];
    look_at_lanes(rest, kLanes, seen);
    return seen;
}

/// So that the values of the pilot lie in some hundred buckets.
int extra_bits(const Seen& seen) {
    if (!seen.all) return 0;
    Range size = seen.positive;
    size.take(seen.negative);
    if (!(size.least < size.most)) return 0;
    double buckets = (size.most - size.least) / size.least * (1U << Histogram::kBucketBits);
    int extra = 0;
    for (; buckets < kLeastBuckets && extra < kMostExtraBits; ++extra) buckets *= 2;
    return extra;
}

/// For each value the bucket behind `base`, or `size` where it lies in none. The leading bits fit into half a word, of
/// which a register holds twice as many.
// NOLINTNEXTLINE(readability-function-size): each stays in a register
BOTE_INLINE void find_buckets(const double* values, std::size_t rows, int shift, std::uint32_t base, std::uint32_t size,
                              std::uint32_t* indexes) {
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint32_t index = static_cast<std::uint32_t>(bits_of(values[r]) >> shift) - base;
        indexes[r] = index < size ? index : size;
    }
}

void add_one_at(const std::uint32_t* indexes, std::size_t rows, std::uint32_t* counts) {
    std::size_t r = 0;
    for (; r + 4 <= rows; r += 4) {
        ++counts[indexes[r]];
        ++counts[indexes[r + 1]];
        ++counts[indexes[r + 2]];
        ++counts[indexes[r + 3]];
    }
    for (; r < rows; ++r) ++counts[indexes[r]];
}

}  // namespace

Histogram::Histogram(std::span<const double> pilot, Kind kind) : kind_(kind), shift_(kMantissaBits - kBucketBits) {
    const Seen seen = look_at(pilot);
    if (kind != Kind::stepped) shift_ -= extra_bits(seen);
    if (seen.positive.most > 0) make_room(positive_, seen.positive.least, seen.positive.most);
    if (seen.negative.most > 0) make_room(negative_, seen.negative.least, seen.negative.most);
}

void Histogram::count(const double* values, std::size_t rows) {
    counted_ += rows;
    if (kind_ == Kind::stepped) return count_stepped(values, rows);
    for (std::size_t first = 0; first < rows; first += kBlockRows)
        count_block(values + first, std::min(kBlockRows, rows - first));
}

void Histogram::count_block(const double* values, std::size_t rows) {
    std::uint32_t indexes[kBlockRows];
    const auto size = static_cast<std::uint32_t>(positive_.size());
    fastest<find_buckets>(values, rows, shift_, static_cast<std::uint32_t>(positive_.base), size, &indexes[0]);
    auto elsewhere = static_cast<std::uint32_t>(rows);
    if (size > 0) {
        std::uint32_t* counts = positive_.counts.data();
        add_one_at(indexes, rows, counts);
        elsewhere = std::exchange(counts[size], 0);
    }
    for (std::size_t r = 0; elsewhere > 0 && r < rows; ++r) {
        if (indexes[r] == size) count_rare(values[r]);
    }
}

void Histogram::count_stepped(const double* values, std::size_t rows) {
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint64_t index = (bits_of(values[r]) >> shift_) - positive_.base;
        if (index < positive_.size()) [[likely]] {
            ++positive_.counts[index];
            positive_.extents[index].take(values[r]);
        } else {
            count_rare(values[r]);
        }
    }
}

void Histogram::count_rare(double value) {
    const double size = std::abs(value);
    if (std::isnan(value)) ++not_numbers_;
    else if (std::isinf(value)) ++(value < 0 ? below_all_ : above_all_);
    else if (size < kTiny) ++zeros_;
    else {
        Side& side = value < 0 ? negative_ : positive_;
        const std::uint64_t key = bits_of(size) >> shift_;
        if (key - side.base >= side.size()) make_room(side, size, size);
        ++side.counts[key - side.base];
        if (kind_ == Kind::stepped) side.extents[key - side.base].take(size);
    }
}

void Histogram::widen(Side& side, std::uint64_t first, std::uint64_t last) const {
    const std::uint64_t old_last = side.base + side.size();
    if (!side.counts.empty()) {
        if (first >= side.base && last <= old_last) return;
        first = std::min(first, side.base);
        last = std::max(last, old_last);
    }
    const auto before = static_cast<std::ptrdiff_t>(side.counts.empty() ? 0 : side.base - first);
    std::vector<std::uint32_t> counts(last - first + 1);
    std::copy(side.counts.begin(), side.counts.end(), counts.begin() + before);
    if (kind_ == Kind::stepped) {
        std::vector<Extent> extents(last - first, kNoExtent);
        std::copy(side.extents.begin(), side.extents.end(), extents.begin() + before);
        side.extents = std::move(extents);
    }
    side.counts = std::move(counts);
    side.base = first;
}

/// For magnitudes from the least to the most, and some around them.
void Histogram::make_room(Side& side, double least, double most) const {
    constexpr std::uint64_t kRoom = std::uint64_t{1} << kBucketBits;
    const std::uint64_t first = bits_of(least) >> shift_;
    const std::uint64_t last = (bits_of(most) >> shift_) + kRoom;
    widen(side, first > kRoom ? first - kRoom : 0, std::min(last, bits_of(INFINITY) >> shift_));
}

void Histogram::clear() {
    counted_ = not_numbers_ = below_all_ = zeros_ = above_all_ = 0;
    for (Side* side : {&negative_, &positive_}) {
        std::fill(side->counts.begin(), side->counts.end(), 0);
        std::fill(side->extents.begin(), side->extents.end(), kNoExtent);
    }
}

void Histogram::add(const Histogram& other) {
    counted_ += other.counted_;
    not_numbers_ += other.not_numbers_;
    below_all_ += other.below_all_;
    zeros_ += other.zeros_;
    above_all_ += other.above_all_;
    add(negative_, other.negative_);
    add(positive_, other.positive_);
}

void Histogram::add(Side& side, const Side& other) const {
    if (other.counts.empty()) return;
    widen(side, other.base, other.base + other.size());
    const std::size_t first = other.base - side.base;
    for (std::size_t i = 0; i < other.size(); ++i) {
        side.counts[first + i] += other.counts[i];
        if (kind_ != Kind::stepped || other.counts[i] == 0) continue;
        side.extents[first + i].take(other.extents[i].low);
        side.extents[first + i].take(other.extents[i].high);
    }
}

}  // namespace bote
