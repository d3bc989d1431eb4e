#include "bote/render/ruler.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"

namespace bote {
namespace {

constexpr double kSteps = 4;  // at least so many on an axis of equal steps

/// The largest of 1, 2 and 5 times a power of ten that is not above the value.
double round_down(double value) {
    const double power = precise::pow(10.0, std::floor(precise::log10(value)));
    for (const double easy : {5.0, 2.0})
        if (value >= easy * power) return easy * power;
    return power;
}

/// Of 1, 2 and 5 times a power of ten the one after this one.
double next_easy(double value) {
    constexpr double kMore = 2.6;  // from 2 to 5 it takes 2.5, from all others 2
    return round_down(value * kMore);
}

}  // namespace

Ruler::Ruler(const std::vector<double>& values, const ChartAxis& axis, const Conventions& conventions, Base base)
    : axis_(axis), conventions_(conventions) {
    double least = INFINITY;
    double most = -INFINITY;
    double above_zero = INFINITY;
    for (const double value : values) {
        if (!std::isfinite(value)) continue;
        least = std::min(least, value);
        most = std::max(most, value);
        if (value > 0) above_zero = std::min(above_zero, value);
    }
    const bool ratio = axis.scaling == AxisScale::logarithmic && std::isfinite(above_zero);
    if (!ratio) axis_.scaling = AxisScale::linear;
    if (ratio) set_logarithmic(above_zero, most, base);
    else if (least <= most) set_linear(least, most, base);
}

void Ruler::set_linear(double least, double most, Base base) {
    if (base == Base::zero) {
        least = std::min(least, 0.0);
        most = std::max(most, 0.0);
    }
    const double largest = std::max(std::abs(least), std::abs(most));
    if (least == most) most += largest > 0 ? largest / 2 : 1;
    unit_ = scale_for(largest > 0 ? largest : 1, axis_.display, conventions_).divisor;
    step_ = round_down((most - least) / unit_ / kSteps) * unit_;
    // Half a year is no round number of days.
    const bool is_time = axis_.display.numerator == Numerator::seconds && most - least >= 2 * unit_;
    if (axis_.display.numerator == Numerator::whole || is_time) step_ = std::max(step_, unit_);
    constexpr double kForgiven = 1e-9;
    low_ = std::floor(least / step_ + kForgiven) * step_;
    high_ = std::ceil(most / step_ - kForgiven) * step_;
}

void Ruler::set_logarithmic(double least, double most, Base base) {
    unit_ = scale_for(least, axis_.display, conventions_).divisor;
    constexpr double kForgiven = 1e-9;
    low_ = precise::log10(round_down(least / unit_ * (1 + kForgiven)));
    if (base == Base::zero) low_ = std::ceil(low_ - kForgiven) - 1;  // the shortest bar is to be seen
    double top = round_down(most / unit_);
    if (top < most / unit_ * (1 - kForgiven)) top = next_easy(top);
    high_ = precise::log10(top);
    if (high_ - low_ < kForgiven) high_ = precise::log10(next_easy(top));
}

double Ruler::place(double value) const {
    if (std::isnan(value)) return 0;
    const bool ratio = axis_.scaling == AxisScale::logarithmic;
    if (ratio && value <= 0) return 0;
    const double at = ratio ? precise::log10(value / unit_) : value;
    return std::clamp((at - low_) / (high_ - low_), 0.0, 1.0);
}

std::vector<Tick> Ruler::ticks(std::size_t most) const {
    if (axis_.scaling == AxisScale::logarithmic) return ticks_by_ratio(most);
    const auto count = at(std::lround((high_ - low_) / step_));
    const std::size_t stride = std::max<std::size_t>(1, (count + most - 1) / std::max<std::size_t>(most, 1));
    std::vector<Tick> ticks;
    for (std::size_t i = 0; i <= count; i += stride) {
        const double value = low_ + static_cast<double>(i) * step_;
        const bool nothing = std::abs(value) < step_ / 2;  // what rounding leaves of zero
        ticks.push_back({(value - low_) / (high_ - low_), text_of(nothing ? 0 : value)});
    }
    return ticks;
}

/// All of 1, 2, 5, 10, ... where there is room for them, else the powers of ten, else some of these.
std::vector<Tick> Ruler::ticks_by_ratio(std::size_t most) const {
    constexpr double kForgiven = 1e-9;
    const auto first = static_cast<int>(std::floor(low_ + kForgiven));
    const auto last = static_cast<int>(std::floor(high_ + kForgiven));
    const auto collect = [&](std::span<const double> easy, int stride) {
        std::vector<Tick> ticks;
        for (int power = first; power <= last; ++power) {
            for (const double each : easy) {
                const double at = power + precise::log10(each);
                if (at < low_ - kForgiven || at > high_ + kForgiven || (power - first) % stride != 0) continue;
                ticks.push_back({(at - low_) / (high_ - low_), text_of(precise::pow(10.0, at) * unit_)});
            }
        }
        return ticks;
    };
    constexpr std::array kAll = {1.0, 2.0, 5.0};
    std::vector<Tick> ticks = collect(kAll, 1);
    for (int stride = 1; ticks.size() > most + 1 && stride <= last - first + 1; ++stride)
        ticks = collect(std::span(kAll).first(1), stride);
    return ticks;
}

std::pair<std::string, std::string> Ruler::ends() const {
    const bool ratio = axis_.scaling == AxisScale::logarithmic;
    const auto text = [&](double at) { return text_of(ratio ? precise::pow(10.0, at) * unit_ : at); };
    return {text(low_), text(high_)};
}

std::string Ruler::text_of(double value) const {
    constexpr double kLong = 10'000;  // whole things have all their digits, which an axis has no room for
    Display display = axis_.display;
    if (display.numerator == Numerator::whole && value >= kLong) display.numerator = Numerator::count;
    return format(value, display, conventions_);
}

}  // namespace bote
