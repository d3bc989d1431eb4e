#pragma once
// A model as flat instructions over slots: compiled once, run over blocks of rows. A point estimate is a block of one.
//
//   Program program = compile(model, model.conventions);
//   Values values = evaluate_point(program);             // values.quantities[i] belongs to model[i]

#include <cstdint>
#include <memory>
#include <vector>

#include "bote/engine/draw.hpp"
#include "bote/model/model.hpp"

namespace bote {

/// slots[target] = op(slots[a], slots[b], slots[c]); b and c are read only by operations that take them.
struct Instruction {
    Op op = Op::copy;
    std::uint32_t target = 0;
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
};

/// What the whiteboard does with a value.
struct BoardNote {
    enum class Does : std::uint8_t {
        round,      // to an easy number
        round_sum,  // likewise, but to the nearest, however large the exact sum
        keep,
        read,  // as a value of the usual conventions, where 1/day stays 1/day
    };
    Does does = Does::round;
    Display display;
};

/// What `whiteboard(x)` needs besides instructions.
struct Board {
    std::vector<BoardNote> notes;
    Conventions usual;
    Conventions whiteboard;
};

/// The exact value is that of the usual conventions; reading takes none.
double on_board(const Board& board, double value, double note, double exact);

/// A quantity and its value on the whiteboard. Where the quantity is given another value, the twin is that times the
/// factor.
struct Twin {
    std::uint32_t quantity = 0;
    std::uint32_t slot = 0;
    std::uint32_t factor = 0;  // a slot
};

/// Slots [0, quantities) are those of the model in its order, then two for each comparison (left, right), first of the
/// expectations, then of the rules, then constants and intermediate results.
/// The quantities of the model have the first slots, in their order.
constexpr std::uint32_t slot_of(QuantityIndex quantity) { return static_cast<std::uint32_t>(quantity); }

struct Program {
    std::vector<Instruction> instructions;
    std::vector<double> initial;  // one for each slot: constants, else 0
    std::vector<Draw> draws;      // the uncertain values, whose slots hold their medians
    std::uint32_t quantities = 0;
    std::uint32_t comparisons = 0;
    std::shared_ptr<const Board> board = {};  // null where nothing asks for the whiteboard
    std::vector<Twin> twins = {};
};

/// The instruction as it is where a quantity is given its value: that of its twin takes it over.
Instruction with_given(const Program& program, const Instruction& step, std::uint32_t quantity);

/// One of the comparisons of a program.
struct Compared {
    std::uint32_t index = 0;  // among the comparisons
    Comparison comparison = Comparison::greater;
    double tolerance = 0;
};

Program compile(const Model& model, const Conventions& conventions);

/// The columns of a block: row r of slot s is at cells[s * pitch + r].
struct Columns {
    std::size_t rows = 0;
    std::size_t pitch = 0;
    std::vector<double> cells;
};

/// A block for a program, its constants filled in.
Columns make_columns(const Program& program, std::size_t rows);

/// Runs all instructions over all rows. Numbers that are not finite stay as they come.
void evaluate(const Program& program, Columns& columns);

struct Values {
    QuantityValues quantities;
    std::vector<double> left;  // of each expectation, then of each rule
    std::vector<double> right;
    std::vector<double> slots;  // of the whole program, where it was evaluated for one point
};

/// What stands in one row of an evaluated block.
Values values_of(const Program& program, const Columns& columns, std::size_t row);

Values evaluate_point(const Program& program);

}  // namespace bote
