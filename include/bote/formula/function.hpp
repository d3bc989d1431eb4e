#pragma once
// The table of functions: name, number of arguments, what it does to dimensions, an example that a test runs.
//
//   find_function("ceil")->example           // "ceil(2.1)", which is 3

#include <cstdint>
#include <span>
#include <string_view>

namespace bote {

enum class Function : std::uint8_t {
    sum,
    in_series,
    in_parallel,
    max,
    min,
    ceil,
    floor,
    round,
    sqrt,
    ln,
    log2,
    log10,
    exp,
    grown_time,
    fill_time,
    zipf_share,
    erlang_c,
    at_least,
    whiteboard,
    uniform,
    normal,
    triangular,
};

/// What a function does with the dimensions of its arguments.
enum class Dimensions : std::uint8_t {
    same,    // all alike; so is the result
    counts,  // no argument has one, nor has the result
    steps,   // two alike, or one without; so is the result
};

struct FunctionRow {
    Function function;
    std::string_view name;
    int least;  // arguments
    int most;
    Dimensions dimensions;
    std::string_view signature;
    std::string_view meaning;
    std::string_view example;
    double result;
};

inline constexpr int kAnyNumber = 1000;

std::span<const FunctionRow> all_functions();
const FunctionRow& row_of(Function function);

/// Null if there is none of that name.
const FunctionRow* find_function(std::string_view name);

/// Whether those arguments that are absent are left out, as long as one is there.
constexpr bool is_forgiving(Function function) {
    return function == Function::sum || function == Function::max || function == Function::in_series ||
           function == Function::in_parallel;
}

/// The value of a call on plain numbers. A point estimate of a distribution is its median.
double call_function(Function function, std::span<const double> arguments);

/// The median of a range `low to high`: the geometric mean where both ends are positive (lognormal), else the mean.
double median_of_range(double low, double high);

}  // namespace bote
