#include "bote/formula/function.hpp"

#include <algorithm>
#include <cmath>

#include "bote/formula/rounding.hpp"
#include "bote/formula/special.hpp"

namespace bote {
namespace {

// In the order of the enumeration: row_of() indexes the table.
constexpr FunctionRow kFunctions[] = {
    {Function::sum, "sum", 1, kAnyNumber, Dimensions::same, "sum(a, ...)", "the sum of those that are known",
     "sum(1, 2, 3)", 6},
    {Function::in_series, "in_series", 1, kAnyNumber, Dimensions::counts, "in_series(a, ...)",
     "availability of parts that are all needed: a * b, of those that are known", "in_series(90%, 80%)", 0.72},
    {Function::in_parallel, "in_parallel", 1, kAnyNumber, Dimensions::counts, "in_parallel(a, ...)",
     "availability of parts that replace each other: 1 - (1 - a) * (1 - b)", "in_parallel(90%, 80%)", 0.98},
    {Function::max, "max", 1, kAnyNumber, Dimensions::same, "max(a, ...)", "the largest of those that are known",
     "max(2, 3)", 3},
    {Function::min, "min", 1, kAnyNumber, Dimensions::same, "min(a, ...)", "the smallest; all must be known",
     "min(2, 3)", 2},
    {Function::ceil, "ceil", 1, 1, Dimensions::counts, "ceil(x)",
     "rounded up to a whole number; what only rounding adds is forgiven", "ceil(2.1)", 3},
    {Function::floor, "floor", 1, 1, Dimensions::counts, "floor(x)", "rounded down to a whole number", "floor(2.9)", 2},
    {Function::round, "round", 1, 2, Dimensions::steps, "round(x, step)",
     "the nearest multiple of a step, ties away from zero; round(x): the nearest whole number", "round(2.5)", 3},
    {Function::sqrt, "sqrt", 1, 1, Dimensions::counts, "sqrt(x)", "the square root", "sqrt(9)", 3},
    {Function::ln, "ln", 1, 1, Dimensions::counts, "ln(x)", "the natural logarithm", "ln(1)", 0},
    {Function::log2, "log2", 1, 1, Dimensions::counts, "log2(x)", "the logarithm to base 2", "log2(1024)", 10},
    {Function::log10, "log10", 1, 1, Dimensions::counts, "log10(x)", "the logarithm to base 10", "log10(1000)", 3},
    {Function::exp, "exp", 1, 1, Dimensions::counts, "exp(x)", "e to the power of x", "exp(0)", 1},
    {Function::grown_time, "grown_time", 3, 3, Dimensions::counts, "grown_time(growth, horizon, window)",
     "years' worth of today's flow in the last `window` years before the `horizon` year", "grown_time(0%, 5, 3)", 3},
    {Function::fill_time, "fill_time", 2, 2, Dimensions::counts, "fill_time(growth, years)",
     "years until a growing flow has brought as much as `years` of it today", "fill_time(0%, 5)", 5},
    {Function::zipf_share, "zipf_share", 3, 3, Dimensions::counts, "zipf_share(hottest, objects, exponent)",
     "share of the requests for the hottest of so many objects, by Zipf's law", "zipf_share(1, 2, 1)", 2.0 / 3},
    {Function::erlang_c, "erlang_c", 2, 2, Dimensions::counts, "erlang_c(workers, utilization)",
     "the chance that a request waits for a worker, by Erlang's C formula", "erlang_c(1, 50%)", 0.5},
    {Function::at_least, "at_least", 3, 3, Dimensions::counts, "at_least(needed, machines, availability)",
     "the chance that so many of the machines are up, each on its own", "at_least(1, 2, 90%)", 0.99},
    {Function::whiteboard, "whiteboard", 1, 1, Dimensions::same, "whiteboard(x)",
     "x by the whiteboard's arithmetic, as `explain` shows it", "whiteboard(200)", 200},
    {Function::uniform, "uniform", 2, 2, Dimensions::same, "uniform(a, b)", "evenly between a and b", "uniform(2, 4)",
     3},
    {Function::normal, "normal", 2, 2, Dimensions::same, "normal(mean, sd)",
     "normal with a mean and standard deviation", "normal(3, 1)", 3},
    {Function::triangular, "triangular", 3, 3, Dimensions::same, "triangular(a, mode, b)",
     "between a and b, most likely at the mode", "triangular(1, 3, 5)", 3},
};

double median_of_triangular(double low, double mode, double high) {
    const double width = high - low;
    if (mode - low >= high - mode) return low + std::sqrt(width * (mode - low) / 2);
    return high - std::sqrt(width * (high - mode) / 2);
}

double sum_of(std::span<const double> values) {
    double total = 0;
    for (const double value : values) total += value;
    return total;
}

double any_of(std::span<const double> chances) {
    double none = 1;
    for (const double chance : chances) none *= 1 - chance;
    return 1 - none;
}

double product_of(std::span<const double> values) {
    double product = 1;
    for (const double value : values) product *= value;
    return product;
}

}  // namespace

std::span<const FunctionRow> all_functions() { return kFunctions; }

const FunctionRow& row_of(Function function) { return kFunctions[static_cast<std::size_t>(function)]; }

const FunctionRow* find_function(std::string_view name) {
    const auto* found = std::find_if(std::begin(kFunctions), std::end(kFunctions),
                                     [&](const FunctionRow& row) { return row.name == name; });
    return found == std::end(kFunctions) ? nullptr : found;
}

double median_of_range(double low, double high) {
    return low > 0 && high > 0 ? std::sqrt(low) * std::sqrt(high) : (low + high) / 2;
}

double call_function(Function function, std::span<const double> a) {
    switch (function) {
        case Function::sum: return sum_of(a);
        case Function::in_series: return product_of(a);
        case Function::in_parallel: return any_of(a);
        case Function::max: return *std::max_element(a.begin(), a.end());
        case Function::min: return *std::min_element(a.begin(), a.end());
        case Function::ceil: return forgiving_ceil(a[0]);
        case Function::floor: return std::floor(a[0]);
        case Function::round: return a.size() > 1 ? forgiving_round(a[0] / a[1]) * a[1] : forgiving_round(a[0]);
        case Function::sqrt: return std::sqrt(a[0]);
        case Function::ln: return std::log(a[0]);
        case Function::log2: return std::log2(a[0]);
        case Function::log10: return std::log10(a[0]);
        case Function::exp: return std::exp(a[0]);
        case Function::grown_time: return grown_time(a[0], a[1], a[2]);
        case Function::fill_time: return fill_time(a[0], a[1]);
        case Function::zipf_share: return zipf_share(a[0], a[1], a[2]);
        case Function::erlang_c: return erlang_c(a[0], a[1]);
        case Function::at_least: return at_least(a[0], a[1], a[2]);
        case Function::whiteboard: return a[0];  // the engine evaluates its argument
        case Function::uniform: return (a[0] + a[1]) / 2;
        case Function::normal: return a[0];
        case Function::triangular: return median_of_triangular(a[0], a[1], a[2]);
    }
    return 0;
}

}  // namespace bote
