#include "bote/engine/draw.hpp"

#include <algorithm>
#include <cmath>

#include "bote/base/versions.hpp"
#include "bote/formula/elementary.hpp"

namespace bote {
namespace {

/// The share of values of an uncut draw that lie below.
double share_below(const Draw& draw, double value) {
    switch (draw.shape) {
        case Shape::lognormal: return value > 0 ? normal_share(logarithm(value / draw.middle) / draw.spread) : 0;
        case Shape::normal: return normal_share((value - draw.middle) / draw.spread);
        case Shape::uniform: return std::clamp((value - draw.low) / (draw.high - draw.low), 0.0, 1.0);
        case Shape::triangular: {
            const double width = draw.high - draw.low;
            const double left = std::clamp(value, draw.low, draw.high) - draw.low;
            const double right = width - left;
            if (value < draw.middle) return left * left / (width * (draw.middle - draw.low));
            return draw.high > draw.middle ? 1 - right * right / (width * (draw.high - draw.middle)) : 1;
        }
    }
    return 0;
}

BOTE_INLINE double lognormal_value(const Draw& draw, double normal) {
    return draw.middle * exponential(draw.spread * normal);
}

BOTE_INLINE double normal_value(const Draw& draw, double normal) { return draw.middle + draw.spread * normal; }

BOTE_INLINE double uniform_value(const Draw& draw, double share) { return draw.low + (draw.high - draw.low) * share; }

BOTE_INLINE double triangular_value(const Draw& draw, double share) {
    const double width = draw.high - draw.low;
    const double left = draw.low + std::sqrt(share * width * (draw.middle - draw.low));
    const double right = draw.high - std::sqrt((1 - share) * width * (draw.high - draw.middle));
    return share * width < draw.middle - draw.low ? left : right;
}

/// Halves go up, and nothing becomes a negative zero.
BOTE_INLINE double nearest_whole(double value) { return std::floor(value + 1.0 / 2); }

BOTE_INLINE void make_whole(const Draw& draw, double* column) {
    if (!draw.whole) return;
    for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = nearest_whole(column[r]);
}

BOTE_INLINE void narrow(const Draw& draw, double* column) {
    if (draw.from == 0 && draw.to == 1) return;
    for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = draw.from + (draw.to - draw.from) * column[r];
}

BOTE_INLINE void make_normal(double* column) {
    std::uint64_t far = 0;  // the sign of what is left to the end of the short formula
    double shares[kBlockRows];
    for (std::size_t r = 0; r < kBlockRows; ++r) {
        shares[r] = column[r];
        const double x = shares[r] - 1.0 / 2;
        column[r] = normal_quantile_near_median(x);
        far |= elementary::bits_of(kQuantileCentre - std::abs(x));
    }
    if (far >> 63 == 0) return;
    for (std::size_t r = 0; r < kBlockRows; ++r) {  // in one block of six
        if (std::abs(shares[r] - 1.0 / 2) > kQuantileCentre) column[r] = normal_quantile(shares[r]);
    }
}

BOTE_INLINE void scale(const Draw& draw, double* column) {
    constexpr double kFarthest = 100;  // of a normal variate: one that comes of a share lies within 9
    if (draw.shape == Shape::lognormal && draw.spread * kFarthest < elementary::kMostExponent - 1) {
        for (std::size_t r = 0; r < kBlockRows; ++r)
            column[r] = draw.middle * exponential_of_moderate(draw.spread * column[r]);
    } else if (draw.shape == Shape::lognormal) {
        for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = lognormal_value(draw, column[r]);
    } else {
        for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = normal_value(draw, column[r]);
    }
}

BOTE_INLINE void make_normals(double* column) { make_normal(column); }

BOTE_INLINE void scale_normals(const Draw draw, double* column) {
    scale(draw, column);
    make_whole(draw, column);
}

BOTE_INLINE void shares_from_normals(double* column) {
    for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = normal_share(column[r]);
}

BOTE_INLINE void place_shares(const Draw draw, double* column) {
    narrow(draw, column);
    switch (draw.shape) {
        case Shape::lognormal:
        case Shape::normal:
            make_normal(column);
            scale(draw, column);
            break;
        case Shape::uniform:
            for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = uniform_value(draw, column[r]);
            break;
        case Shape::triangular:
            for (std::size_t r = 0; r < kBlockRows; ++r) column[r] = triangular_value(draw, column[r]);
            break;
    }
    make_whole(draw, column);
}

double value_at(const Draw& draw, double share) {
    switch (draw.shape) {
        case Shape::lognormal: return lognormal_value(draw, normal_quantile(share));
        case Shape::normal: return normal_value(draw, normal_quantile(share));
        case Shape::uniform: return uniform_value(draw, share);
        case Shape::triangular: return triangular_value(draw, share);
    }
    return 0;
}

}  // namespace

Draw range_draw(double low, double high, double level) {
    Draw draw;
    const double reach = 2 * normal_quantile((1 + level) / 2);  // in standard deviations
    if (low > 0) {
        draw.middle = std::sqrt(low) * std::sqrt(high);
        draw.spread = logarithm(high / low) / reach;
    } else {
        draw.shape = Shape::normal;
        draw.middle = (low + high) / 2;
        draw.spread = (high - low) / reach;
    }
    return draw;
}

Draw normal_draw(double mean, double standard_deviation) {
    Draw draw;
    draw.shape = Shape::normal;
    draw.middle = mean;
    draw.spread = standard_deviation;
    return draw;
}

Draw uniform_draw(double low, double high) {
    Draw draw;
    draw.shape = Shape::uniform;
    draw.low = low;
    draw.high = high;
    return draw;
}

Draw triangular_draw(double low, double mode, double high) {
    Draw draw;
    draw.shape = Shape::triangular;
    draw.low = low;
    draw.middle = mode;
    draw.high = high;
    return draw;
}

void cut(Draw& draw, double least, double most) {
    constexpr double kNothing = 1e-11;
    const double below = share_below(draw, least);
    const double above = 1 - share_below(draw, most);
    if (1 - below - above < kNothing) return;  // nothing would be left
    if (below > kNothing) draw.from = below;
    if (above > kNothing) draw.to = 1 - above;
}

double median_of(const Draw& draw) {
    const double median = draw.shape == Shape::uniform      ? (draw.low + draw.high) / 2
                          : draw.shape == Shape::triangular ? triangular_value(draw, 1.0 / 2)
                                                            : draw.middle;
    return draw.whole ? nearest_whole(median) : median;
}

double quantile_of(const Draw& draw, double p) {
    const double share = draw.from + (draw.to - draw.from) * p;
    const double value = value_at(draw, share);
    return draw.whole ? nearest_whole(value) : value;
}

void values_from_shares(const Draw& draw, double* column) { fastest<place_shares>(draw, column); }

void normals_from_shares(double* column) { fastest<make_normals>(column); }

void values_from_normals(const Draw& draw, double* column) {
    const bool whole = draw.from == 0 && draw.to == 1;
    if (whole && (draw.shape == Shape::lognormal || draw.shape == Shape::normal))
        return fastest<scale_normals>(draw, column);
    fastest<shares_from_normals>(column);
    fastest<place_shares>(draw, column);
}

}  // namespace bote
