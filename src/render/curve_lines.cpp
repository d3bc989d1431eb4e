// A Braille character is two dots wide and four high; a code point is its base and a bit for each dot.

#include <algorithm>
#include <array>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "chart_lines.hpp"

namespace bote {
namespace {

constexpr std::size_t kAcross = 2;
constexpr std::size_t kDown = 4;
constexpr std::array<std::array<unsigned, kAcross>, kDown> kBits = {
    {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}}};

std::string braille(unsigned bits) {
    if (bits == 0) return " ";
    constexpr unsigned kContinuation = 0x80;
    constexpr unsigned kLow = 0x3f;
    std::string text = "\xe2";
    text += static_cast<char>(0xa0 | bits >> 6);  // U+2800 and the bits
    text += static_cast<char>(kContinuation | (bits & kLow));
    return text;
}

class Dots {
public:
    Dots(std::size_t columns, std::size_t rows) : columns_(columns), rows_(rows), bits_(columns * rows, 0) {}

    /// From 0 to 1, upwards.
    void set(double x, double y) {
        const auto along = place(x, columns_ * kAcross);
        const auto down = rows_ * kDown - 1 - place(y, rows_ * kDown);
        bits_[down / kDown * columns_ + along / kAcross] |= kBits[down % kDown][along % kAcross];
    }

    [[nodiscard]] Lines lines(Charset charset) const {
        Lines lines(rows_);
        for (std::size_t i = 0; i < bits_.size(); ++i)
            lines[i / columns_] += charset == Charset::unicode ? braille(bits_[i]) : bits_[i] != 0 ? "*" : " ";
        return lines;
    }

private:
    static std::size_t place(double part, std::size_t count) {
        return at(std::lround(std::clamp(part, 0.0, 1.0) * static_cast<double>(count - 1)));
    }

    std::size_t columns_;
    std::size_t rows_;
    std::vector<unsigned> bits_;
};

}  // namespace

Lines curve_lines(const std::vector<CurvePoint>& points, std::size_t columns, std::size_t rows, Charset charset) {
    Dots dots(columns, rows);
    if (points.size() == 1) dots.set(points[0].x, points[0].y);
    for (std::size_t i = 1; i < points.size(); ++i) {
        const CurvePoint& from = points[i - 1];
        const CurvePoint& to = points[i];
        const double wide = std::abs(to.x - from.x) * static_cast<double>(columns * kAcross);
        const double high = std::abs(to.y - from.y) * static_cast<double>(rows * kDown);
        const double steps = std::ceil(std::max({wide, high, 1.0}));
        for (double step = 0; step <= steps; ++step)
            dots.set(from.x + (to.x - from.x) * step / steps, from.y + (to.y - from.y) * step / steps);
    }
    return dots.lines(charset);
}

}  // namespace bote
