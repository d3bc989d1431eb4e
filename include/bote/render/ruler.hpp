#pragma once
// One axis of a chart: where a value lies on it, and the round values that are written along it.
//
//   Ruler ruler({0, 4.2e12}, axis, conventions, Base::zero);
//   ruler.place(2.1e12)         // 0.42 where the axis ends at 5 TB
//   ruler.ticks(6)              // 0 B, 1 TB, ... 5 TB

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

#include "bote/report/chart.hpp"

namespace bote {

struct Tick {
    double place = 0;  // from 0 to 1
    std::string text;
};

/// Whether an axis of equal steps begins at zero, as that of bars must, or near the least value.
enum class Base { zero, least };

class Ruler {
public:
    Ruler(const std::vector<double>& values, const ChartAxis& axis, const Conventions& conventions, Base base);

    /// From 0 to 1; what lies beyond the axis is at its end, what is no number at 0.
    [[nodiscard]] double place(double value) const;

    /// At most so many, evenly chosen.
    [[nodiscard]] std::vector<Tick> ticks(std::size_t most) const;

    /// The values at both ends, for those who have no room between them.
    [[nodiscard]] std::pair<std::string, std::string> ends() const;

    [[nodiscard]] std::string text_of(double value) const;

private:
    [[nodiscard]] std::vector<Tick> ticks_by_ratio(std::size_t most) const;
    void set_linear(double least, double most, Base base);
    void set_logarithmic(double least, double most, Base base);

    ChartAxis axis_;
    Conventions conventions_;
    double low_ = 0;  // logarithms to base ten where the axis is logarithmic
    double high_ = 1;
    double step_ = 1;
    double unit_ = 1;  // what the values are round in
};

}  // namespace bote
