#include <cmath>

#include "bote/base/versions.hpp"
#include "bote/engine/elementary.hpp"
#include "bote/engine/tape.hpp"
#include "bote/formula/function.hpp"
#include "bote/formula/special.hpp"

namespace bote {
namespace {

// Columns are either the same or apart, so that rows do not depend on each other.
#if defined(__clang__)
#define BOTE_ROWS _Pragma("clang loop vectorize(assume_safety)") for (std::size_t r = 0; r < kBlockRows; ++r)
#else
#define BOTE_ROWS _Pragma("GCC ivdep") for (std::size_t r = 0; r < kBlockRows; ++r)
#endif

struct Operands {
    double* target;
    const double* a;
    const double* b;
    const double* c;
};

template <class Operation>
BOTE_INLINE void unary(const Operands& at, Operation operation) {
    const auto [target, a, b, c] = at;
    BOTE_ROWS target[r] = operation(a[r]);
}

template <class Operation>
BOTE_INLINE void binary(const TapeStep& step, const Operands& at, Operation operation) {
    const auto [target, a, b, c] = at;
    const double constant = step.constant;
    switch (step.reads) {
        case Reads::columns: BOTE_ROWS target[r] = operation(a[r], b[r]); return;
        case Reads::constant_right: BOTE_ROWS target[r] = operation(a[r], constant); return;
        case Reads::constant_left: BOTE_ROWS target[r] = operation(constant, b[r]); return;
    }
}

template <class Operation>
BOTE_INLINE void ternary(const Operands& at, Operation operation) {
    const auto [target, a, b, c] = at;
    BOTE_ROWS target[r] = operation(a[r], b[r], c[r]);
}

BOTE_INLINE double rounded(double x) {
    constexpr double kBelowHalf = 0.49999999999999994;  // half itself would carry what is just below over
    return std::copysign(std::floor(std::abs(x) + kBelowHalf), x);
}

BOTE_INLINE double ceiling(double x) {
    constexpr double kForgiven = 1e-9;  // as forgiving_ceil()
    return std::ceil(x - std::abs(x) * kForgiven);
}

constexpr double kLog10E = 0.43429448190325183;

// Where the logarithm of the growth is so small, its powers are linear.
constexpr double kNoGrowth = 1e-12;

/// As grown_time(), without the C library.
BOTE_INLINE double grown(double growth, double horizon, double window) {
    const double rate = logarithm_of_one_more(growth);
    const double total = exponential(rate * horizon) * -exponential_less_one(-rate * window) / rate;
    return std::abs(rate) < kNoGrowth ? window : total;
}

/// As fill_time(), without the C library.
BOTE_INLINE double filled(double growth, double years) {
    const double rate = logarithm_of_one_more(growth);
    const double total = logarithm_of_one_more(rate * years) / rate;
    const double reached = 1 + rate * years > 0 ? total : INFINITY;
    return std::abs(rate) < kNoGrowth ? years : reached;
}

BOTE_INLINE void raise(const TapeStep& step, const Operands& at) {
    const bool squares = step.reads == Reads::constant_right && step.constant == 2;
    if (squares) return unary(at, [](double x) { return x * x; });
    binary(step, at, [](double x, double y) { return power(x, y); });
}

/// What the C library computes: its last bits may differ from one library to another.
void run_special(const TapeStep& step, const Operands& at, const Board* board) {
    if (step.code == Code::board)
        ternary(at, [board](double x, double y, double z) { return on_board(*board, x, y, z); });
    if (step.code == Code::zipf_share) ternary(at, [](double x, double y, double z) { return zipf_share(x, y, z); });
    if (step.code == Code::at_least) ternary(at, [](double x, double y, double z) { return at_least(x, y, z); });
    if (step.code == Code::erlang_c) binary(step, at, [](double x, double y) { return erlang_c(x, y); });
}

BOTE_INLINE void run_step(const TapeStep& step, const Operands& at, const Board* board) {
    switch (step.code) {
        case Code::copy: return unary(at, [](double x) { return x; });
        case Code::negate: return unary(at, [](double x) { return -x; });
        case Code::add: return binary(step, at, [](double x, double y) { return x + y; });
        case Code::subtract: return binary(step, at, [](double x, double y) { return x - y; });
        case Code::multiply: return binary(step, at, [](double x, double y) { return x * y; });
        case Code::either: return binary(step, at, [](double x, double y) { return 1 - (1 - x) * (1 - y); });
        case Code::divide: return binary(step, at, [](double x, double y) { return x / y; });
        case Code::power: return raise(step, at);
        case Code::minimum: return binary(step, at, [](double x, double y) { return y < x ? y : x; });
        case Code::maximum: return binary(step, at, [](double x, double y) { return x < y ? y : x; });
        case Code::ceiling: return unary(at, [](double x) { return ceiling(x); });
        case Code::floor: return unary(at, [](double x) { return std::floor(x); });
        case Code::round: return unary(at, [](double x) { return rounded(x); });
        case Code::square_root: return unary(at, [](double x) { return std::sqrt(x); });
        case Code::natural_log: return unary(at, [](double x) { return logarithm(x); });
        case Code::log2: return unary(at, [](double x) { return logarithm(x) * elementary::kLog2E; });
        case Code::log10: return unary(at, [](double x) { return logarithm(x) * kLog10E; });
        case Code::exponential: return unary(at, [](double x) { return exponential(x); });
        case Code::grown_time: return ternary(at, [](double x, double y, double z) { return grown(x, y, z); });
        case Code::fill_time: return binary(step, at, [](double x, double y) { return filled(x, y); });
        case Code::triangle: return binary(step, at, [](double x, double y) { return triangle(x, y); });
        case Code::zipf_share:
        case Code::erlang_c:
        case Code::board:
        case Code::at_least: return run_special(step, at, board);
    }
}

BOTE_INLINE void run_steps(const TapeStep* begin, const TapeStep* end, double* cells, const Board* board) {
    const auto column = [cells](std::uint32_t index) { return cells + index * Cells::kPitch; };
    for (const TapeStep* step = begin; step != end; ++step) {
        run_step(*step, {column(step->target), column(step->a), column(step->b), column(step->c)}, board);
    }
}

}  // namespace

void run(std::span<const TapeStep> steps, Cells& block) {
    fastest<run_steps>(steps.data(), steps.data() + steps.size(), block.column(0), block.board.get());
}

}  // namespace bote
