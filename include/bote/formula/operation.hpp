#pragma once
// The table of operations: whatever a formula can do is a row, which says how it is written, what it takes, what it
// does to dimensions, how it is computed, and an example that a test runs. Parser, checks, programs and tapes look up
// here, so that a new function is a new row and nothing else.
//
//   find_function("ceil")->example           // "ceil(2.1)", which is 3

#include <cstdint>
#include <span>
#include <string_view>

#include "bote/base/index.hpp"
#include "bote/formula/kernel.hpp"

namespace bote {

/// The place of an operation in the table. Only those that the grammar and the compiler speak of have a name here;
/// functions are found by the name in their row.
enum class Op : std::uint8_t {
    literal,
    name,
    copy,      // from here on instructions of programs alone
    board,     // a value as it stands on the whiteboard, by the note b of the program's Board
    triangle,  // the share b of a triangular distribution from 0 to 1 with the mode a
    negate,    // from here on operators
    add,
    subtract,
    multiply,
    divide,
    power,
    range,
    sum,  // the first function
};

/// What an operation does with the dimensions of its arguments.
enum class Dimensions : std::uint8_t {
    same,      // all alike; so is the result
    counts,    // no argument has one, nor has the result
    steps,     // as counts; with a step as second argument, whose multiples it gives, as same
    product,   // multiplied
    quotient,  // divided
    power,     // multiplied so often
};

/// What becomes of whole numbers.
enum class Whole : std::uint8_t {
    lost,
    kept,
    made,  // whatever it is given
};

/// Where a constant factor of the operands is found again in the result.
enum class Scaling : std::uint8_t {
    nowhere,
    sign,     // -(k a) = -k a
    product,  // (k a) (l b) = (k l) (a b)
    sum,      // k a + k b = k (a + b)
    order,    // max(k a, k b) = k max(a, b), for k above 0
};

enum class Shape : std::uint8_t { lognormal, normal, uniform, triangular };

/// Of an operation that stands for uncertain values; its value is their median.
struct RangeRule {
    Shape shape;  // a range that is not above zero is normal
    bool (*is_ordered)(std::span<const double> arguments);
    std::string_view disorder;  // what is said of arguments that are not
    std::string_view hint;
};

inline constexpr int kAnyNumber = 1000;

struct OperationRow {
    std::string_view name;
    int least = 0;  // arguments
    int most = 0;
    Dimensions dimensions = Dimensions::same;
    std::string_view mixture = "mixes {} and {}";  // what is said of arguments that are not alike
    Whole whole = Whole::lost;
    Scaling scaling = Scaling::nowhere;
    bool forgiving = false;            // leaves absent arguments out, as long as one is there
    bool on_whiteboard = false;        // its argument is computed by the whiteboard's arithmetic
    const RangeRule* range = nullptr;  // null: one value
    Op pairwise = Op::literal;         // what takes any number of arguments two at a time; a literal: itself
    Kernels kernels = {};
    double cost = 1;  // of one row, in additions, about
    std::string_view signature = {};
    std::string_view meaning = {};
    std::string_view example = {};
    double result = 0;
};

extern const OperationRow kOperations[];

inline const OperationRow& row_of(Op op) { return kOperations[at(op)]; }

inline Op op_of(const OperationRow& row) { return static_cast<Op>(&row - kOperations); }

inline bool is_function(Op op) { return op >= Op::sum; }

/// The rows that are called by their name.
std::span<const OperationRow> all_functions();

/// Null if there is none of that name.
const OperationRow* find_function(std::string_view name);

/// What takes the arguments of an operation two at a time, where it takes any number.
inline Op pair_of(Op op) { return row_of(op).pairwise == Op::literal ? op : row_of(op).pairwise; }

/// The value of an operation on plain numbers.
double compute(Op op, std::span<const double> arguments);

}  // namespace bote
