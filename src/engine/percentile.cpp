// What a histogram says once it has counted: which bucket a rank lies in, and where in it.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "bote/base/bit_cast.hpp"
#include "bote/engine/histogram.hpp"

namespace bote {
namespace {

double from_bits(std::uint64_t bits) { return bit_cast<double>(bits); }

}  // namespace

Histogram::Bucket Histogram::bucket(const Side& side, std::size_t index) const {
    const std::uint64_t key = side.base + index;
    Bucket result{from_bits(key << shift_), from_bits((key + 1) << shift_), 0, side.counts[index]};
    if (kind_ == Kind::stepped) {
        result.low = side.extents[index].low;
        result.high = side.extents[index].high;
    } else if (kind_ == Kind::whole) {
        result.low = std::ceil(result.low);
        result.high = std::max(result.low, std::ceil(result.high) - 1);
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
    // Many at once where it is none of them. There are never more than 2^32 in all.
    constexpr std::size_t kSkipped = 32;
    const auto skip = [&](std::span<const std::uint32_t, kSkipped> counts) {
        return !reached(std::accumulate(counts.begin(), counts.end(), std::uint32_t{0}));
    };
    if (reached(below_all_)) return {-INFINITY, -INFINITY, before, below_all_};
    const std::span negative = std::span(negative_.counts).first(negative_.size());
    std::size_t end = negative.size();
    while (end >= kSkipped && skip(negative.subspan(end - kSkipped).first<kSkipped>())) end -= kSkipped;
    while (end-- > 0) {
        if (!reached(negative[end])) continue;
        const Bucket mirrored = bucket(negative_, end);
        return {-mirrored.high, -mirrored.low, before, mirrored.count};
    }
    if (reached(zeros_)) return {0, 0, before, zeros_};
    const std::span positive = std::span(positive_.counts).first(positive_.size());
    std::size_t begin = 0;
    while (positive.size() - begin >= kSkipped && skip(positive.subspan(begin).first<kSkipped>())) begin += kSkipped;
    for (; begin < positive.size(); ++begin) {
        if (!reached(positive[begin])) continue;
        Bucket found = bucket(positive_, begin);
        found.before = before;
        return found;
    }
    return {INFINITY, INFINITY, before, above_all_};
}

/// A bucket's end that is further from zero belongs to the next, but where the bucket knows what it holds.
bool Histogram::is_in(const Bucket& bucket, double value) const {
    if (kind_ == Kind::smooth && value == (bucket.high > 0 ? bucket.high : bucket.low)) return false;
    return bucket.low <= value && value <= bucket.high;
}

bool Histogram::is_alone(double value) const {
    constexpr double kFirstShared = 2U << kBucketBits;  // two whole numbers to a bucket
    return kind_ == Kind::whole && std::abs(value) < kFirstShared;
}

void Ends::take(const Ends& other) {
    if (other.least <= least) at_least = other.at_least + (other.least == least ? at_least : 0);
    if (other.most >= most) at_most = other.at_most + (other.most == most ? at_most : 0);
    least = std::min(least, other.least);
    most = std::max(most, other.most);
}

double Histogram::percentile(double p, const Ends& ends) const {
    const std::uint64_t all = numbers();
    if (all == 0) return NAN;
    const double rank = p * static_cast<double>(all - 1);
    Bucket found = bucket_at(rank);
    if (found.low == found.high) return found.low;
    constexpr double kHalf = 1.0 / 2;
    if (ends.at_least > 0 && is_in(found, ends.least)) {
        found.before += ends.at_least;
        found.count -= ends.at_least;
        if (rank < static_cast<double>(found.before) - kHalf) return ends.least;
        found.low = ends.least;
    }
    if (ends.at_most > 0 && is_in(found, ends.most)) {
        found.count -= ends.at_most;
        if (rank > static_cast<double>(found.before + found.count) - kHalf) return ends.most;
        found.high = ends.most;
    }
    if (found.count == 0) return found.low;
    const double part = (rank - static_cast<double>(found.before) + 1.0 / 2) / static_cast<double>(found.count);
    const double value = found.low + (found.high - found.low) * std::clamp(part, 0.0, 1.0);
    const bool stepped_whole =
        kind_ == Kind::stepped && std::floor(found.low) == found.low && std::floor(found.high) == found.high;
    const bool whole = kind_ == Kind::whole || stepped_whole;
    return whole ? std::round(value) : value;
}

}  // namespace bote
