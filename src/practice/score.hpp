#pragma once
// How good an estimate is: by the factor that it is off, since estimates multiply. A range is scored by its interval
// score, so that being wide costs and being wrong costs more.
//
//   score_value(350, 347).points             // 100
//   score_range(300, 500, 347).points        // 90

#include <string>
#include <string_view>

#include "bote/practice/answer.hpp"
#include "bote/practice/slips.hpp"

namespace bote {

inline constexpr int kFullPoints = 100;
inline constexpr double kRight = 1.25;  // within this factor an estimate is right

struct Score {
    double factor = 1;  // answer / truth: 3 is three times too high
    int points = 0;
    std::string_view words;  // "right", "good", "usable", "rough", "off"
};

/// 100 points within a quarter, 70 within 2x, 50 within 3x, 20 within 10x, else none.
Score score_value(double answer, double truth);

/// With the width w and the distance d of a miss, both in powers of ten: 100 - 50 * (w + 20 d), within -50 and 100.
/// A range holds the truth in 9 of 10 cases, so that a miss costs 2 / (1 - 0.9) times its distance (Gneiting and
/// Raftery, 2007). The factor is that of its middle.
Score score_range(double low, double high, double truth);

bool is_right(double factor);

/// "1.2x", "2,300x": how far off, whichever way; at least 1.
std::string times_text(double away);

/// "1.0x", "3.0x low", "4.2x high".
std::string factor_text(double factor);

/// The nearest of the exact, the whiteboard's and the rounded values.
double nearest(const Truth& target, double answer);

}  // namespace bote
