#include "score.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/precise.hpp"
#include "bote/units/decimal.hpp"

namespace bote {
namespace {

constexpr int kStep = 10;

struct Band {
    double within;
    std::string_view words;
    int points;
};
constexpr Band kBands[] = {{kRight, "right", kFullPoints}, {2, "good", 70}, {3, "usable", 50}, {10, "rough", 20}};

int rounded_to_tens(double points) { return static_cast<int>(std::lround(points / kStep)) * kStep; }

/// As it is printed, so that what reads "3.0x" is within 3x.
double as_printed(double away) {
    constexpr double kTen = 10;
    constexpr double kTenths = 10;
    return away < kTen ? std::round(away * kTenths) / kTenths : away < kTen + 0.5 ? kTen : away;
}

}  // namespace

Score score_value(double answer, double truth) {
    constexpr double kForgiven = 1 + 1e-9;
    const double factor = answer / truth;
    const double away = std::max(factor, 1 / factor);
    for (const auto& band : kBands) {
        const double compared = band.within > kRight ? as_printed(away) : away;
        if (compared <= band.within * kForgiven) return {factor, band.points, band.words};
    }
    return {factor, 0, "off"};
}

Score score_range(double low, double high, double truth) {
    constexpr double kMissed = 20;  // 2 / (1 - 0.9)
    constexpr double kCost = 50;
    constexpr double kLeast = -50;
    const double width = precise::log10(high / low);
    const double miss = std::max({0.0, precise::log10(low / truth), precise::log10(truth / high)});
    const double points = std::clamp(kFullPoints - kCost * (width + kMissed * miss), kLeast, double{kFullPoints});
    const double factor = std::sqrt(low * high) / truth;
    return {factor, rounded_to_tens(points), miss > 0 ? "outside" : "inside"};
}

bool is_right(double factor) {
    constexpr double kForgiven = 1 + 1e-9;
    return std::max(factor, 1 / factor) <= kRight * kForgiven;
}

std::string times_text(double away) {
    constexpr double kTen = 10;
    constexpr double kThousand = 999.5;  // "1,000x"
    constexpr double kMost = 1e6;
    if (away > kMost) return "over 10^6x";
    std::string number = as_printed(away) < kTen ? fmt::format("{:.1f}", away) : format_number(away, 2);
    if (away >= kThousand) number.insert(number.size() - 3, ",");
    return number + "x";
}

std::string factor_text(double factor) {
    constexpr double kSame = 1.05;
    const double away = std::max(factor, 1 / factor);
    if (away < kSame) return "1.0x";
    return fmt::format("{} {}", times_text(away), factor < 1 ? "low" : "high");
}

double nearest(const Truth& target, double answer) {
    const auto distance = [&](double truth) {
        return std::isfinite(truth) && truth > 0 ? std::abs(precise::log(answer / truth)) : INFINITY;
    };
    double found = distance(target.whiteboard) < distance(target.exact) ? target.whiteboard : target.exact;
    for (const auto& each : target.rounded) {
        if (distance(each.value) < distance(found)) found = each.value;
    }
    return found;
}

}  // namespace bote
