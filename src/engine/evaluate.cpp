#include <algorithm>
#include <cmath>

#include "bote/engine/program.hpp"
#include "bote/formula/function.hpp"
#include "bote/formula/special.hpp"

namespace bote {
namespace {

// Many times a cache line between columns would put the rows of all of them into few sets of the cache.
constexpr std::size_t kPadding = 8;
constexpr std::size_t kManyLines = 32;

template <class Operation>
void each(std::size_t rows, double* target, const double* a, Operation operation) {
    for (std::size_t r = 0; r < rows; ++r) target[r] = operation(a[r]);
}

template <class Operation>
void each(std::size_t rows, double* target, const double* a, const double* b, Operation operation) {
    for (std::size_t r = 0; r < rows; ++r) target[r] = operation(a[r], b[r]);
}

template <class Operation>
void each(std::size_t rows, double* target, const double* a, const double* b, const double* c, Operation operation) {
    for (std::size_t r = 0; r < rows; ++r) target[r] = operation(a[r], b[r], c[r]);
}

struct Operands {
    double* target;
    const double* a;
    const double* b;
    const double* c;
};

void run(const Instruction& step, std::size_t rows, const Operands& at, const Board* board) {
    const auto [target, a, b, c] = at;
    switch (step.code) {
        case Code::copy: return each(rows, target, a, [](double x) { return x; });
        case Code::negate: return each(rows, target, a, [](double x) { return -x; });
        case Code::add: return each(rows, target, a, b, [](double x, double y) { return x + y; });
        case Code::subtract: return each(rows, target, a, b, [](double x, double y) { return x - y; });
        case Code::multiply: return each(rows, target, a, b, [](double x, double y) { return x * y; });
        case Code::either: return each(rows, target, a, b, [](double x, double y) { return 1 - (1 - x) * (1 - y); });
        case Code::divide: return each(rows, target, a, b, [](double x, double y) { return x / y; });
        case Code::power: return each(rows, target, a, b, [](double x, double y) { return std::pow(x, y); });
        case Code::minimum: return each(rows, target, a, b, [](double x, double y) { return y < x ? y : x; });
        case Code::maximum: return each(rows, target, a, b, [](double x, double y) { return x < y ? y : x; });
        case Code::ceiling: return each(rows, target, a, [](double x) { return forgiving_ceil(x); });
        case Code::floor: return each(rows, target, a, [](double x) { return std::floor(x); });
        case Code::round: return each(rows, target, a, [](double x) { return std::round(x); });
        case Code::square_root: return each(rows, target, a, [](double x) { return std::sqrt(x); });
        case Code::natural_log: return each(rows, target, a, [](double x) { return std::log(x); });
        case Code::log2: return each(rows, target, a, [](double x) { return std::log2(x); });
        case Code::log10: return each(rows, target, a, [](double x) { return std::log10(x); });
        case Code::exponential: return each(rows, target, a, [](double x) { return std::exp(x); });
        case Code::grown_time:
            return each(rows, target, a, b, c, [](double x, double y, double z) { return grown_time(x, y, z); });
        case Code::zipf_share:
            return each(rows, target, a, b, c, [](double x, double y, double z) { return zipf_share(x, y, z); });
        case Code::at_least:
            return each(rows, target, a, b, c, [](double x, double y, double z) { return at_least(x, y, z); });
        case Code::fill_time: return each(rows, target, a, b, [](double x, double y) { return fill_time(x, y); });
        case Code::triangle: return each(rows, target, a, b, [](double x, double y) { return triangle(x, y); });
        case Code::board:
            return each(rows, target, a, b, c,
                        [board](double x, double y, double z) { return on_board(*board, x, y, z); });
        case Code::erlang_c: return each(rows, target, a, b, [](double x, double y) { return erlang_c(x, y); });
    }
}

}  // namespace

Instruction with_given(const Program& program, const Instruction& step, std::uint32_t quantity) {
    for (const Twin& twin : program.twins) {
        if (twin.quantity == quantity && twin.slot == step.target)
            return {Code::multiply, twin.slot, quantity, twin.factor, 0};
    }
    return step;
}

Columns make_columns(const Program& program, std::size_t rows) {
    Columns columns;
    columns.rows = rows;
    columns.pitch = rows % kManyLines == 0 ? rows + kPadding : rows;
    if (rows == 1) {
        columns.cells = program.initial;
        return columns;
    }
    columns.cells.reserve(program.initial.size() * columns.pitch);
    for (const double value : program.initial) columns.cells.insert(columns.cells.end(), columns.pitch, value);
    return columns;
}

void evaluate(const Program& program, Columns& columns) {
    double* cells = columns.cells.data();
    const auto column = [&](std::uint32_t slot) { return cells + slot * columns.pitch; };
    for (const Instruction& step : program.instructions) {
        const Operands at{column(step.target), column(step.a), column(step.b), column(step.c)};
        run(step, columns.rows, at, program.board.get());
    }
}

Values values_of(const Program& program, const Columns& columns, std::size_t row) {
    const auto cell = [&](std::size_t slot) { return columns.cells[slot * columns.pitch + row]; };
    Values values;
    values.quantities.reserve(program.quantities);
    for (std::size_t slot = 0; slot < program.quantities; ++slot) values.quantities.push_back(cell(slot));
    values.left.reserve(program.comparisons);
    values.right.reserve(program.comparisons);
    for (std::size_t i = 0; i < program.comparisons; ++i) {
        values.left.push_back(cell(program.quantities + 2 * i));
        values.right.push_back(cell(program.quantities + 2 * i + 1));
    }
    return values;
}

Values evaluate_point(const Program& program) {
    Columns columns = make_columns(program, 1);
    evaluate(program, columns);
    Values values = values_of(program, columns, 0);
    values.slots = std::move(columns.cells);
    return values;
}

}  // namespace bote
