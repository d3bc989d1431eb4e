#include "drawing.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "bote/base/index.hpp"
#include "bote/base/overloaded.hpp"

namespace bote {
namespace {

/// What each kind is drawn with.
struct Strokes {
    std::string_view full;                     // one column of a bar
    std::span<const std::string_view> parts;   // of a column, from nothing on, in equal steps
    std::string_view line;                     // one column of an interval, and of a rule
    std::string_view middle;                   // of an interval
    std::string_view axis;                     // of a swing
    std::span<const std::string_view> levels;  // of a spark, from the bottom up
};

constexpr std::array<std::string_view, 8> kEighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
constexpr std::array<std::string_view, 8> kBlocks = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
constexpr std::array<std::string_view, 1> kWhole = {""};
constexpr std::array<std::string_view, 5> kDensities = {"_", ".", "-", "=", "#"};

constexpr Strokes kUnicode = {"█", kEighths, "─", "┼", "│", kBlocks};
constexpr Strokes kAscii = {"#", kWhole, "-", "+", "|", kDensities};

const Strokes& strokes_of(Charset charset) {
    switch (charset) {
        case Charset::unicode: return kUnicode;
        case Charset::ascii: return kAscii;
    }
    return kUnicode;
}

/// A part of so many steps, as whole ones; none where it is not a number.
std::size_t steps_of(double part, double steps) { return part > 0 ? at(std::lround(std::min(part, 1.0) * steps)) : 0; }

void append(std::string& out, std::string_view text, std::size_t times) {
    for (std::size_t i = 0; i < times; ++i) out += text;
}

std::string draw_bar(const Bar& bar, const Strokes& strokes, std::size_t columns) {
    constexpr std::size_t kWidth = 12;
    const auto width = static_cast<double>(std::min(kWidth, columns));
    const std::size_t parts = strokes.parts.size();
    const std::size_t steps = steps_of(bar.length, width * static_cast<double>(parts));
    std::string text;
    append(text, strokes.full, steps / parts);
    return text.append(strokes.parts[steps % parts]);
}

/// Strokes to both sides of an axis, which stands below that of other rows.
struct Sides {
    double low = 0;
    double high = 0;
    double half = 0;  // columns to either side
};

std::string draw_sides(const Sides& sides, std::string_view stroke, std::string_view axis) {
    const std::size_t left = steps_of(-sides.low, sides.half);
    std::string text(steps_of(1, sides.half) - left, ' ');
    append(text, stroke, left);
    text += axis;
    append(text, stroke, steps_of(sides.high, sides.half));
    return text;
}

std::string draw_spark(const Spark& spark, const Strokes& strokes) {
    const auto top = static_cast<double>(strokes.levels.size() - 1);
    std::string text;
    for (const double height : spark.heights) text += strokes.levels[steps_of(height, top)];
    return text;
}

}  // namespace

std::string draw(const Drawing& drawing, Charset charset, std::size_t columns) {
    constexpr std::size_t kIntervalHalf = 8;
    constexpr std::size_t kSwingHalf = 10;
    const auto half = [&](std::size_t usual) {
        return static_cast<double>(std::min(usual, (std::max<std::size_t>(columns, 1) - 1) / 2));
    };
    const Strokes& strokes = strokes_of(charset);
    return std::visit(
        Overloaded{
            [&](const Bar& bar) { return draw_bar(bar, strokes, columns); },
            [&](const Interval& each) {
                return draw_sides({each.low, each.high, half(kIntervalHalf)}, strokes.line, strokes.middle);
            },
            [&](const SwingBar& each) {
                return draw_sides({each.low, each.high, half(kSwingHalf)}, strokes.full, strokes.axis);
            },
            [&](const Spark& spark) { return draw_spark(spark, strokes); },
        },
        drawing);
}

std::size_t least_columns(const Drawing& drawing) {
    constexpr std::size_t kBar = 6;
    constexpr std::size_t kSides = 11;
    return std::visit(Overloaded{
                          [](const Bar&) { return kBar; },
                          [](const Interval&) { return kSides; },
                          [](const SwingBar&) { return kSides; },
                          [](const Spark& spark) { return spark.heights.size(); },
                      },
                      drawing);
}

std::string_view rule_of(Charset charset) { return strokes_of(charset).line; }

}  // namespace bote
