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
    for (const double value : pilot) {
        const double size = std::abs(value);
        if (std::isfinite(size) && size >= kTiny) place(value < 0 ? negative_ : positive_, size);
    }
}

void Histogram::count(const double* values, std::size_t rows) {
    if (kind_ == Kind::stepped) {
        for (std::size_t r = 0; r < rows; ++r) count_stepped(values[r]);
        return;
    }
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

void Histogram::count_rare(double value) {
    const double size = std::abs(value);
    if (std::isnan(value)) ++not_numbers_;
    else if (std::isinf(value)) ++(value < 0 ? below_all_ : above_all_);
    else if (size < kTiny) ++zeros_;
    else {
        Side& side = value < 0 ? negative_ : positive_;
        const std::size_t index = place(side, size);
        ++side.counts[index];
    }
}

void Histogram::count_stepped(double value) {
    count_rare(value);
    const double size = std::abs(value);
    if (!(size >= kTiny) || !std::isfinite(size)) return;
    Side& side = value < 0 ? negative_ : positive_;
    Extent& extent = side.extents[(bits_of(size) >> shift_) - side.base];
    extent.low = std::min(extent.low, size);
    extent.high = std::max(extent.high, size);
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
        std::vector<Extent> extents(last - first, {INFINITY, 0});
        std::copy(side.extents.begin(), side.extents.end(), extents.begin() + before);
        side.extents = std::move(extents);
    }
    side.counts = std::move(counts);
    side.base = first;
}

/// The bucket of a magnitude, which is made if need be, with room for a factor of two around it.
std::size_t Histogram::place(Side& side, double magnitude) const {
    const std::uint64_t key = bits_of(magnitude) >> shift_;
    if (key - side.base >= side.counts.size()) {
        const std::uint64_t room = std::uint64_t{1} << (kMantissaBits - shift_);
        widen(side, key > room ? key - room : 0, key + room);
    }
    return key - side.base;
}

void Histogram::add(const Histogram& other) {
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
        if (kind_ != Kind::stepped) continue;
        Extent& extent = side.extents[first + i];
        extent.low = std::min(extent.low, other.extents[i].low);
        extent.high = std::max(extent.high, other.extents[i].high);
    }
}

std::uint64_t Histogram::numbers() const {
    std::uint64_t total = below_all_ + zeros_ + above_all_;
    for (const auto* side : {&negative_, &positive_}) {
        for (const std::uint32_t count : side->counts) total += count;
    }
    return total;
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
    std::uint64_t before = 0;
    Bucket found{NAN, NAN, 0, 0};
    const auto reached = [&](Bucket next) {
        if (next.count == 0) return false;
        found = next;
        found.before = before;
        before += next.count;
        return rank < static_cast<double>(before) - 1.0 / 2;
    };
    if (reached({-INFINITY, -INFINITY, 0, below_all_})) return found;
    for (std::size_t i = negative_.counts.size(); i-- > 0;) {
        if (negative_.counts[i] == 0) continue;
        Bucket next = bucket(negative_, i);
        std::swap(next.low, next.high);
        next.low = -next.low;
        next.high = -next.high;
        if (reached(next)) return found;
    }
    if (reached({0, 0, 0, zeros_})) return found;
    for (std::size_t i = 0; i < positive_.counts.size(); ++i) {
        if (positive_.counts[i] != 0 && reached(bucket(positive_, i))) return found;
    }
    reached({INFINITY, INFINITY, 0, above_all_});
    return found;
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
