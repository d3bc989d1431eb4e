// An estimate said again: in words, and in a second unit.

#include <array>

#include <fmt/format.h>

#include "bote/practice/answer.hpp"

namespace bote {
namespace {

bool is_daily(const Display& display) { return display.per[0] != kNoUnit && unit_at(display.per[0]).symbol == "day"; }

struct Magnitude {
    double size;
    std::string_view word;
};
constexpr std::array<Magnitude, 5> kMagnitudes{
    {{1e15, "quadrillion"}, {1e12, "trillion"}, {1e9, "billion"}, {1e6, "million"}, {1e3, "thousand"}}};

// Above it words are no help, nor is another unit.
constexpr double kMostInWords = 1e18;
constexpr double kRoundsUp = 0.9995;  // 999.5 thousand would print as 1000 thousand

std::string count_in_words(double value) {
    if (value >= kMostInWords) return format_number(value, kShownDigits);
    for (const auto& magnitude : kMagnitudes) {
        if (value >= magnitude.size * kRoundsUp)
            return fmt::format("{} {}", format_number(value / magnitude.size, kShownDigits), magnitude.word);
    }
    return format_number(value, kShownDigits);
}

constexpr std::array<Magnitude, 6> kBytes{{{1e18, "exabytes"},
                                           {1e15, "petabytes"},
                                           {1e12, "terabytes"},
                                           {1e9, "gigabytes"},
                                           {1e6, "megabytes"},
                                           {1e3, "kilobytes"}}};

std::string bytes_in_words(double value) {
    const auto spoken = [&](double size, std::string_view words) {
        const std::string number = format_number(value / size, kShownDigits);
        if (number == "1") words.remove_suffix(1);
        return fmt::format("{} {}", number, words);
    };
    for (const auto& magnitude : kBytes) {
        if (value >= magnitude.size * kRoundsUp) return spoken(magnitude.size, magnitude.word);
    }
    return spoken(1, "bytes");
}

/// 1,500,000
std::string grouped(double value) {
    constexpr std::size_t kGroup = 3;
    std::string text = fmt::format("{:.0f}", value);
    for (std::size_t i = text.size(); i > kGroup; i -= kGroup) text.insert(i - kGroup, 1, ',');
    return text;
}

/// 1.5 TB as 1,500 GB.
std::string in_smaller_unit(double bytes) {
    constexpr std::array<Magnitude, 6> kUnits{
        {{1e18, "PB"}, {1e15, "TB"}, {1e12, "GB"}, {1e9, "MB"}, {1e6, "KB"}, {1e3, "B"}}};
    constexpr double kStep = 1000;
    for (const auto& unit : kUnits) {
        if (bytes >= unit.size) return fmt::format("{} {}", grouped(bytes / unit.size * kStep), unit.word);
    }
    return "";
}

}  // namespace

std::string second_unit(double value, const Measure& measure) {
    constexpr double kLargest = 1e15;
    if (value >= kMostInWords) return "";
    const Dimension dimension = measure.display.dimension;
    const auto in = [&](std::string_view unit) { return format(value, *parse_display(unit), measure.conventions); };
    const bool daily = is_daily(measure.display);
    if (dimension == kCount / kSecond) return in(daily ? "/s" : "/day");
    if (dimension == kByte) return in_smaller_unit(value);
    if (dimension == kCount && value >= 1e4 && value < kLargest) return grouped(value);
    if (dimension == kSecond && value >= measure.conventions.year)
        return grouped(value / measure.conventions.day) + " days";
    if (dimension != kByte / kSecond) return "";
    if (daily) return in("B/s");
    return in(measure.display.numerator == Numerator::bits ? "B/s" : "bps");
}

std::string in_words(double value, const Measure& measure) {
    const Dimension dimension = measure.display.dimension;
    const bool daily = is_daily(measure.display);
    const double scaled = daily ? value * measure.conventions.day : value;
    const std::string_view per = daily ? " a day" : " a second";
    if (dimension == kCount) return count_in_words(value);
    if (dimension == kCount / kSecond) return count_in_words(scaled).append(per);
    if (dimension == kByte) return bytes_in_words(value);
    if (dimension == kByte / kSecond) return bytes_in_words(scaled).append(per);
    return format(value, measure.display, measure.conventions);
}

}  // namespace bote
