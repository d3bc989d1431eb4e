#include "bote/formula/operation.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/formula/elementary.hpp"
#include "bote/formula/rounding.hpp"
#include "kernels.hpp"
#include "special.hpp"

namespace bote {
namespace {

using Numbers = std::span<const double>;

// Where the logarithm of the growth is so small, its powers are linear.

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

/// The value below which a share lies, 0 <= share <= 1, where values lie between 0 and 1, most densely at the mode. NaN
/// for a mode beyond them, which names may make: of plain numbers it is an error.
BOTE_INLINE double triangle(double mode, double share) {
    const double left = std::sqrt(share * mode);
    const double right = 1 - std::sqrt((1 - share) * (1 - mode));
    const double value = share < mode ? left : right;
    return mode >= 0 && mode <= 1 ? value : NAN;
}

double median_of_triangular(double low, double mode, double high) {
    if (!(low <= mode && mode <= high && low < high)) return NAN;
    const double width = high - low;
    if (mode - low >= high - mode) return low + std::sqrt(width * (mode - low) / 2);
    return high - std::sqrt(width * (high - mode) / 2);
}

/// Squares are frequent, and exact.
BOTE_INLINE void raise(const Operands& at) {
    const bool squares = at.reads == Reads::constant_right && at.constant == 2;
    if (squares) over_block<decltype([](double x) { return x * x; })>(at);
    else over_block<decltype([](double x, double y) { return power(x, y); })>(at);
}

constexpr double kLog10E = 0.43429448190325183;

constexpr RangeRule kBetween{Shape::lognormal, [](Numbers a) { return a[0] < a[1]; },
                             "a range goes from a low to a high end", "its ends are the 5th and the 95th percentile"};
constexpr RangeRule kUniform{Shape::uniform, [](Numbers a) { return a[0] < a[1]; },
                             "the first number must be below the second", ""};
constexpr RangeRule kNormal{Shape::normal, [](Numbers a) { return a[1] > 0; }, "the standard deviation must be above 0",
                            ""};
constexpr RangeRule kTriangular{Shape::triangular,
                                [](Numbers a) { return a[0] <= a[1] && a[1] <= a[2] && a[0] < a[2]; },
                                "the numbers must rise: low, mode, high", ""};

}  // namespace

// Each row in as few lines as it takes.
// clang-format off
constexpr OperationRow kOperations[] = {
    {.name = "literal"},
    {.name = "name"},

    // Instructions of programs alone.
    {.name = "copy", .least = 1, .most = 1, .whole = Whole::kept,
     .kernels = kernels([](double x) { return x; })},
    {.name = "board", .least = 3, .most = 3, .kernels = {.operands = 3}},  // computed with the program's Board
    {.name = "triangle", .least = 2, .most = 2,
     .kernels = kernels([](double mode, double share) { return triangle(mode, share); })},

    // Operators.
    {.name = "negate", .least = 1, .most = 1, .whole = Whole::kept, .scaling = Scaling::sign,
     .kernels = kernels([](double x) { return -x; })},
    {.name = "add", .least = 2, .most = 2, .mixture = "adds {} and {}", .whole = Whole::kept,
     .scaling = Scaling::sum, .kernels = kernels([](double x, double y) { return x + y; })},
    {.name = "subtract", .least = 2, .most = 2, .mixture = "subtracts {1} from {0}", .whole = Whole::kept,
     .scaling = Scaling::sum, .kernels = kernels([](double x, double y) { return x - y; })},
    {.name = "multiply", .least = 2, .most = 2, .dimensions = Dimensions::product, .whole = Whole::kept,
     .scaling = Scaling::product, .kernels = kernels([](double x, double y) { return x * y; })},
    {.name = "divide", .least = 2, .most = 2, .dimensions = Dimensions::quotient, .scaling = Scaling::product,
     .kernels = kernels([](double x, double y) { return x / y; })},
    {.name = "power", .least = 2, .most = 2, .dimensions = Dimensions::power,
     .kernels = kernels_with<raise>([](double x, double y) { return precise::pow(x, y); })},
    {.name = "range", .least = 2, .most = 2, .mixture = "goes from {} to {}", .range = &kBetween,
     .kernels = row_kernels([](double low, double high) { return median_of_range(low, high); })},

    // Functions.
    {.name = "sum", .least = 1, .most = kAnyNumber, .forgiving = true, .pairwise = Op::add,
     .signature = "sum(a, ...)", .meaning = "the sum of those that are known", .example = "sum(1, 2, 3)",
     .result = 6},
    {.name = "in_series", .least = 1, .most = kAnyNumber, .dimensions = Dimensions::counts, .forgiving = true,
     .pairwise = Op::multiply,
     .signature = "in_series(a, ...)",
     .meaning = "availability of parts that are all needed: a * b, of those that are known",
     .example = "in_series(90%, 80%)", .result = 0.72},
    {.name = "in_parallel", .least = 1, .most = kAnyNumber, .dimensions = Dimensions::counts, .forgiving = true,
     .kernels = kernels([](double x, double y) { return 1 - (1 - x) * (1 - y); }),
     .signature = "in_parallel(a, ...)",
     .meaning = "availability of parts that replace each other: 1 - (1 - a) * (1 - b)",
     .example = "in_parallel(90%, 80%)", .result = 0.98},
    {.name = "max", .least = 1, .most = kAnyNumber, .whole = Whole::kept, .scaling = Scaling::order,
     .forgiving = true, .kernels = kernels([](double x, double y) { return x < y ? y : x; }),
     .signature = "max(a, ...)", .meaning = "the largest of those that are known", .example = "max(2, 3)",
     .result = 3},
    {.name = "min", .least = 1, .most = kAnyNumber, .whole = Whole::kept, .scaling = Scaling::order,
     .kernels = kernels([](double x, double y) { return y < x ? y : x; }),
     .signature = "min(a, ...)", .meaning = "the smallest; all must be known", .example = "min(2, 3)",
     .result = 2},
    {.name = "ceil", .least = 1, .most = 1, .dimensions = Dimensions::counts, .whole = Whole::made,
     .kernels = kernels([](double x) { return forgiving_ceil(x); }),
     .signature = "ceil(x)", .meaning = "rounded up to a whole number; what only rounding adds is forgiven",
     .example = "ceil(2.1)", .result = 3},
    {.name = "floor", .least = 1, .most = 1, .dimensions = Dimensions::counts, .whole = Whole::made,
     .kernels = kernels([](double x) { return std::floor(x); }),
     .signature = "floor(x)", .meaning = "rounded down to a whole number", .example = "floor(2.9)",
     .result = 2},
    {.name = "round", .least = 1, .most = 2, .dimensions = Dimensions::steps, .whole = Whole::made,
     .kernels = kernels([](double x) { return forgiving_round(x); }),
     .signature = "round(x, step)",
     .meaning = "the nearest multiple of a step, ties away from zero; round(x): the nearest whole number",
     .example = "round(2.5)", .result = 3},
    {.name = "sqrt", .least = 1, .most = 1, .dimensions = Dimensions::counts,
     .kernels = kernels([](double x) { return std::sqrt(x); }),
     .signature = "sqrt(x)", .meaning = "the square root", .example = "sqrt(9)", .result = 3},
    {.name = "ln", .least = 1, .most = 1, .dimensions = Dimensions::counts,
     .kernels = kernels([](double x) { return precise::log(x); }, [](double x) { return logarithm(x); }),
     .signature = "ln(x)", .meaning = "the natural logarithm", .example = "ln(1)", .result = 0},
    {.name = "log2", .least = 1, .most = 1, .dimensions = Dimensions::counts,
     .kernels = kernels([](double x) { return precise::log2(x); },
                        [](double x) { return logarithm(x) * elementary::kLog2E; }),
     .signature = "log2(x)", .meaning = "the logarithm to base 2", .example = "log2(1024)", .result = 10},
    {.name = "log10", .least = 1, .most = 1, .dimensions = Dimensions::counts,
     .kernels = kernels([](double x) { return precise::log10(x); }, [](double x) { return logarithm(x) * kLog10E; }),
     .signature = "log10(x)", .meaning = "the logarithm to base 10", .example = "log10(1000)", .result = 3},
    {.name = "exp", .least = 1, .most = 1, .dimensions = Dimensions::counts,
     .kernels = kernels([](double x) { return precise::exp(x); }, [](double x) { return exponential(x); }),
     .signature = "exp(x)", .meaning = "e to the power of x", .example = "exp(0)", .result = 1},
    {.name = "grown_time", .least = 3, .most = 3, .dimensions = Dimensions::counts,
     .kernels = kernels([](double x, double y, double z) { return grown_time(x, y, z); },
                        [](double x, double y, double z) { return grown(x, y, z); }),
     .signature = "grown_time(growth, horizon, window)",
     .meaning = "years' worth of today's flow in the last `window` years before the `horizon` year",
     .example = "grown_time(0%, 5, 3)", .result = 3},
    {.name = "fill_time", .least = 2, .most = 2, .dimensions = Dimensions::counts,
     .kernels = kernels([](double x, double y) { return fill_time(x, y); },
                        [](double x, double y) { return filled(x, y); }),
     .signature = "fill_time(growth, years)",
     .meaning = "years until a growing flow has brought as much as `years` of it today",
     .example = "fill_time(0%, 5)", .result = 5},
    {.name = "zipf_share", .least = 3, .most = 3, .dimensions = Dimensions::counts,
     .kernels = row_kernels([](double x, double y, double z) { return zipf_share(x, y, z); }), .cost = 700,
     .signature = "zipf_share(hottest, objects, exponent)",
     .meaning = "share of the requests for the hottest of so many objects, by Zipf's law",
     .example = "zipf_share(1, 2, 1)", .result = 2.0 / 3},
    {.name = "erlang_c", .least = 2, .most = 2, .dimensions = Dimensions::counts,
     .kernels = row_kernels([](double x, double y) { return erlang_c(x, y); }), .cost = 200,
     .signature = "erlang_c(workers, utilization)",
     .meaning = "the chance that a request waits for a worker, by Erlang's C formula",
     .example = "erlang_c(1, 50%)", .result = 0.5},
    {.name = "at_least", .least = 3, .most = 3, .dimensions = Dimensions::counts,
     .kernels = row_kernels([](double x, double y, double z) { return at_least(x, y, z); }), .cost = 200,
     .signature = "at_least(needed, machines, availability)",
     .meaning = "the chance that so many of the machines are up, each on its own",
     .example = "at_least(1, 2, 90%)", .result = 0.99},
    {.name = "whiteboard", .least = 1, .most = 1, .on_whiteboard = true,
     .kernels = kernels([](double x) { return x; }),
     .signature = "whiteboard(x)", .meaning = "x by the whiteboard's arithmetic, as `explain` shows it",
     .example = "whiteboard(200)", .result = 200},
    {.name = "uniform", .least = 2, .most = 2, .range = &kUniform,
     .kernels = row_kernels([](double low, double high) { return (low + high) / 2; }),
     .signature = "uniform(a, b)", .meaning = "evenly between a and b", .example = "uniform(2, 4)",
     .result = 3},
    {.name = "normal", .least = 2, .most = 2, .range = &kNormal,
     .kernels = row_kernels([](double mean, double /*deviation*/) { return mean; }),
     .signature = "normal(mean, sd)", .meaning = "normal with a mean and standard deviation",
     .example = "normal(3, 1)", .result = 3},
    {.name = "triangular", .least = 3, .most = 3, .range = &kTriangular,
     .kernels = row_kernels([](double low, double mode, double high) { return median_of_triangular(low, mode, high); }),
     .signature = "triangular(a, mode, b)", .meaning = "between a and b, most likely at the mode",
     .example = "triangular(1, 3, 5)", .result = 3},
};
// clang-format on

namespace {

constexpr bool is_named(Op op, std::string_view name) { return kOperations[at(op)].name == name; }
static_assert(is_named(Op::literal, "literal") && is_named(Op::name, "name") && is_named(Op::copy, "copy") &&
              is_named(Op::board, "board") && is_named(Op::triangle, "triangle") && is_named(Op::negate, "negate") &&
              is_named(Op::add, "add") && is_named(Op::subtract, "subtract") && is_named(Op::multiply, "multiply") &&
              is_named(Op::divide, "divide") && is_named(Op::power, "power") && is_named(Op::range, "range") &&
              is_named(Op::sum, "sum"));

double once(Op op, double a, double b, double c) {
    double result = 0;
    row_of(op).kernels.rows(1, &result, &a, &b, &c);
    return result;
}

}  // namespace

std::span<const OperationRow> all_functions() { return std::span(kOperations).subspan(at(Op::sum)); }

const OperationRow* find_function(std::string_view name) {
    const auto rows = all_functions();
    const auto found =
        std::find_if(rows.begin(), rows.end(), [&](const OperationRow& row) { return row.name == name; });
    return found == rows.end() ? nullptr : &*found;
}

double compute(Op op, Numbers a) {
    const OperationRow& row = row_of(op);
    if (row.most == kAnyNumber) {
        double result = a[0];
        for (const double next : a.subspan(1)) result = once(pair_of(op), result, next, 0);
        return result;
    }
    if (row.dimensions == Dimensions::steps && a.size() > 1) return once(op, a[0] / a[1], 0, 0) * a[1];
    return once(op, a[0], a.size() > 1 ? a[1] : 0, a.size() > 2 ? a[2] : 0);
}

}  // namespace bote
