#include "bote/engine/program.hpp"

namespace bote {
namespace {

// Many times a cache line between columns would put the rows of all of them into few sets of the cache.
constexpr std::size_t kPadding = 8;
constexpr std::size_t kManyLines = 32;

}  // namespace

Instruction with_given(const Program& program, const Instruction& step, std::uint32_t quantity) {
    for (const Twin& twin : program.twins) {
        if (twin.quantity == quantity && twin.slot == step.target)
            return {Op::multiply, twin.slot, quantity, twin.factor, 0};
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
        double* target = column(step.target);
        const double* a = column(step.a);
        const double* b = column(step.b);
        if (step.op != Op::board) {
            row_of(step.op).kernels.rows(columns.rows, target, a, b, column(step.c));
            continue;
        }
        const double* c = column(step.c);
        for (std::size_t r = 0; r < columns.rows; ++r) target[r] = on_board(*program.board, a[r], b[r], c[r]);
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
