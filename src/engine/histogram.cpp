#include "bote/engine/histogram.hpp"

#include <algorithm>
#include <bit>
#include <cmath>

namespace bote {
namespace {

constexpr int kMantissaBits = 52;
constexpr int kBucketBits = 7;     // 128 buckets to the factor of two
constexpr int kMostExtraBits = 6;  // more of them where all values are close together
constexpr double kLeastBuckets = 256;
constexpr double kTiny = 1e-300;  // and below: zero

std::uint64_t bits_of(double x) { return std::bit_cast<std::uint64_t>(x); }
double from_bits(std::uint64_t bits) { return std::bit_cast<double>(bits); }

/// So that the values of the pilot lie in some hundred buckets.
int extra_bits(std::span<const double> pilot) {
    double least = INFINITY;
    double most = 0;
    for (const double value : pilot) {
        const double size = std::abs(value);
        if (!std::isfinite(size) || size < kTiny) return 0;
        least = std::min(least, size);
        most = std::max(most, size);
    }
    if (!(least < most)) return 0;
    double buckets = (most - least) / least * (1U << kBucketBits);
    int extra = 0;
    for (; buckets < kLeastBuckets && extra < kMostExtraBits; ++extra) buckets *= 2;
    return extra;
}

}  // namespace

Histogram::Histogram(std::span<const double> pilot, Kind kind)
    : kind_(kind), shift_(kMantissaBits - kBucketBits - (kind == Kind::stepped ? 0 : extra_bits(pilot))) {
    struct Range {
        double least = INFINITY;
        double most = 0;
    };
    Range positive;
    Range negative;
    for (const double value : pilot) {
        const double size = std::abs(value);
        if (!std::isfinite(size) || size < kTiny) continue;
        Range& range = value < 0 ? negative : positive;
        range.least = std::min(range.least, size);
        range.most = std::max(range.most, size);
    }
    if (positive.most > 0) make_room(positive_, positive.least, positive.most);
    if (negative.most > 0) make_room(negative_, negative.least, negative.most);
}

void Histogram::count(const double* values, std::size_t rows) {
    counted_ += rows;
    if (kind_ == Kind::stepped) count_stepped(values, rows);
    else count_smooth(values, rows);
}

void Histogram::count_smooth(const double* values, std::size_t rows) {
    const int shift = shift_;
    std::uint64_t base = positive_.base;
    std::uint64_t size = positive_.counts.size();
    std::uint32_t* counts = positive_.counts.data();
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint64_t index = (bits_of(values[r]) >> shift) - base;
        if (index < size) [[likely]] {
            ++counts[index];
        } else {
            count_rare(values[r]);
            base = positive_.base;
            size = positive_.counts.size();
            counts = positive_.counts.data();
        }
    }
}

void Histogram::count_stepped(const double* values, std::size_t rows) {
    for (std::size_t r = 0; r < rows; ++r) {
        const std::uint64_t index = (bits_of(values[r]) >> shift_) - positive_.base;
        if (index < positive_.counts.size()) [[likely]] {
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
        if (key - side.base >= side.counts.size()) make_room(side, size, size);
        ++side.counts[key - side.base];
        if (kind_ == Kind::stepped) side.extents[key - side.base].take(size);
    }
}

void Histogram::widen(Side& side, std::uint64_t first, std::uint64_t last) const {
    const std::uint64_t old_last = side.base + side.counts.size();
    if (!side.counts.empty()) {
        if (first >= side.base && last <= old_last) return;
        first = std::min(first, side.base);
        last = std::max(last, old_last);
    }
    const auto before = static_cast<std::ptrdiff_t>(side.counts.empty() ? 0 : side.base - first);
    std::vector<std::uint32_t> counts(last - first);
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
    widen(side, first > kRoom ? first - kRoom : 0, (bits_of(most) >> shift_) + kRoom);
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
    widen(side, other.base, other.base + other.counts.size());
    const std::size_t first = other.base - side.base;
    for (std::size_t i = 0; i < other.counts.size(); ++i) {
        side.counts[first + i] += other.counts[i];
        if (kind_ != Kind::stepped || other.counts[i] == 0) continue;
        side.extents[first + i].take(other.extents[i].low);
        side.extents[first + i].take(other.extents[i].high);
    }
}

Histogram::Bucket Histogram::bucket(const Side& side, std::size_t index) const {
    const std::uint64_t key = side.base + index;
    Bucket result{from_bits(key << shift_), from_bits((key + 1) << shift_), 0, side.counts[index]};
    if (kind_ == Kind::stepped) {
        result.low = side.extents[index].low;
        result.high = side.extents[index].high;
    }
    return result;
}

Histogram::Bucket Histogram::bucket_at(double rank) const {
    const auto target = static_cast<std::uint64_t>(rank + 1.0 / 2);  // found once more than so many lie below its end
    std::uint64_t before = 0;
    const auto reached = [&](std::uint64_t count) {
        if (before + count > target) return true;
        before += count;
        return false;
    };
    if (reached(below_all_)) return {-INFINITY, -INFINITY, before, below_all_};
    for (std::size_t i = negative_.counts.size(); i-- > 0;) {
        if (!reached(negative_.counts[i])) continue;
        const Bucket mirrored = bucket(negative_, i);
        return {-mirrored.high, -mirrored.low, before, mirrored.count};
    }
    if (reached(zeros_)) return {0, 0, before, zeros_};
    for (std::size_t i = 0; i < positive_.counts.size(); ++i) {
        if (!reached(positive_.counts[i])) continue;
        Bucket found = bucket(positive_, i);
        found.before = before;
        return found;
    }
    return {INFINITY, INFINITY, before, above_all_};
}

double Histogram::percentile(double p) const {
    const std::uint64_t all = numbers();
    if (all == 0) return NAN;
    const double rank = p * static_cast<double>(all - 1);
    const Bucket found = bucket_at(rank);
    if (found.low == found.high) return found.low;
    const double part = (rank - static_cast<double>(found.before) + 1.0 / 2) / static_cast<double>(found.count);
    const double value = found.low + (found.high - found.low) * std::clamp(part, 0.0, 1.0);
    const bool whole =
        kind_ == Kind::stepped && std::floor(found.low) == found.low && std::floor(found.high) == found.high;
    return whole ? std::round(value) : value;
}

}  // namespace bote
