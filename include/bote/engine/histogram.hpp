#pragma once
// How often which values were seen, at 128 buckets or more to the factor of two: percentiles of any number of samples
// in constant memory. Interpolated within a bucket, a percentile of a smooth distribution is right to 0.1%, mostly
// to 0.01%.
//
//   Histogram seen(pilot, Histogram::Kind::smooth);      // some of the values, which set how fine it is
//   seen.count(column, rows);
//   seen.percentile(0.95)

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace bote {

/// The finite values at both ends, and how often each of them was seen: often, where a limit cuts off.
struct Ends {
    double least = INFINITY;
    double most = -INFINITY;
    std::uint64_t at_least = 0;
    std::uint64_t at_most = 0;

    void take(const Ends& other);
};

class Histogram {
public:
    enum class Kind : std::uint8_t {
        smooth,
        whole,    // whole numbers, and so are its percentiles
        stepped,  // few different values: each bucket remembers its ends, and one that holds a single value gives that
    };

    static constexpr int kBucketBits = 7;  // 128 buckets to the factor of two

    Histogram(std::span<const double> pilot, Kind kind);

    void count(const double* values, std::size_t rows);

    /// Whether a value has a bucket of its own.
    [[nodiscard]] bool is_alone(double value) const;

    /// Forgets all that was counted.
    void clear();

    /// Adds what another one of the same pilot and kind has counted.
    void add(const Histogram& other);

    /// All that was counted but what is not a number.
    [[nodiscard]] std::uint64_t numbers() const { return counted_ - not_numbers_; }

    /// The value below which a share p of the numbers lies, 0 <= p <= 1; infinite ones lie at the ends. NaN if there
    /// is none. What is known of the ends is not spread over their buckets.
    [[nodiscard]] double percentile(double p, const Ends& ends = {}) const;

    /// A bucket, and how many numbers lie below it.
    struct Bucket {
        double low = 0;
        double high = 0;
        std::uint64_t before = 0;
        std::uint64_t count = 0;
    };

    /// The bucket of the number with so many below it, from 0 to numbers() - 1.
    [[nodiscard]] Bucket bucket_at(double rank) const;

private:
    struct Extent {
        double low;
        double high;
        void take(double value) {
            low = value < low ? value : low;
            high = value > high ? value : high;
        }
    };
    static constexpr Extent kNoExtent{INFINITY, 0};
    /// Magnitudes of one sign: bucket i holds those whose leading bits are base + i.
    struct Side {
        std::uint64_t base = 0;
        std::vector<std::uint32_t> counts;  // and behind them one that is 0, for what belongs elsewhere; or none at all
        std::vector<Extent> extents;

        [[nodiscard]] std::size_t size() const { return counts.empty() ? 0 : counts.size() - 1; }
    };

    void count_block(const double* values, std::size_t rows);
    void count_stepped(const double* values, std::size_t rows);
    void count_rare(double value);
    void widen(Side& side, std::uint64_t first, std::uint64_t last) const;
    void make_room(Side& side, double least, double most) const;
    void add(Side& side, const Side& other) const;
    [[nodiscard]] Bucket bucket(const Side& side, std::size_t index) const;
    [[nodiscard]] bool is_in(const Bucket& bucket, double value) const;

    Kind kind_;
    int shift_;  // the bits of a number that a bucket does not tell apart
    std::uint64_t counted_ = 0;
    std::uint64_t not_numbers_ = 0;
    std::uint64_t below_all_ = 0;  // minus infinity
    std::uint64_t zeros_ = 0;
    std::uint64_t above_all_ = 0;
    Side negative_;
    Side positive_;
};

}  // namespace bote
