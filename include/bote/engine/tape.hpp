#pragma once
// The part of a program that varies with some of its slots, laid out to run over many rows: what does not vary is
// computed once, what nobody asked for is left out, and columns are reused so that they all stay in the nearest cache.
//
//   Tape tape = make_tape(program, {slot_of_dau}, {slot_of_storage}, Lifetime::to_the_end);
//   Cells block = make_cells(tape);
//   std::copy(values.begin(), values.end(), block.column(tape.inputs[0]));      // kBlockRows of them
//   run(tape.instructions, block);
//   block.column(tape.outputs[0].column)                                       // if tape.outputs[0].varies

#include <cstdint>
#include <span>
#include <vector>

#include "bote/engine/draw.hpp"
#include "bote/engine/histogram.hpp"
#include "bote/engine/program.hpp"

namespace bote {

struct TapeInstruction {
    Op op = Op::copy;
    Reads reads = Reads::columns;
    std::uint32_t target = 0;  // columns of a block
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    std::uint32_t c = 0;
    double constant = 0;
};

/// Where the values of a slot are found: factor times what stands in a column, and a shift.
struct Output {
    bool varies = false;
    Histogram::Kind kind = Histogram::Kind::smooth;  // of its values; what is made of rounded ones takes few
    double value = 0;                                // where it does not vary, and of a point estimate
    std::uint32_t column = 0;                        // where it does
    std::size_t ready = 0;                           // after so many instructions
    std::size_t of = 0;                              // the first output of that column, mostly itself
    double factor = 1;  // positive; both sides of a comparison have the same, kept outputs 1
    double shift = 0;   // whole, and only where the column is; never of comparisons and kept outputs

    /// A value of the column as one of the output.
    [[nodiscard]] double from(double in_column) const { return factor * in_column + shift; }
    /// And back.
    [[nodiscard]] double in_column(double of_output) const { return (of_output - shift) / factor; }
};

struct Filled {
    std::uint32_t column = 0;
    double value = 0;
};

struct Tape {
    std::vector<TapeInstruction> instructions;
    std::vector<std::uint32_t> inputs;  // the column of each varying slot, kNoColumn if nothing reads it
    std::vector<Output> outputs;        // for each wanted slot
    std::vector<Filled> constants;      // columns that hold the same value in all rows
    std::uint32_t columns = 0;
    std::shared_ptr<const Board> board = {};
};

inline constexpr std::uint32_t kNoColumn = ~std::uint32_t{0};

/// Whether columns of outputs outlive the instructions that read them. Where none is kept to the end, constant factors
/// are taken out of the columns.
enum class Lifetime : std::uint8_t {
    to_the_end,
    until_pair_is_ready,  // slots come in twos, and the first stays until the second is ready: comparisons
    until_ready,
};

struct Wanted {
    std::vector<std::uint32_t> slots;
    Lifetime lifetime = Lifetime::to_the_end;
};

/// The program as a tape. The varying slots are left to the caller: nothing computes them.
Tape make_tape(const Program& program, const std::vector<std::uint32_t>& varying, const std::vector<Wanted>& wanted);

/// Columns of kBlockRows. A power of two from one to the next would put the rows of all into the same cache lines.
struct Cells {
    static constexpr std::size_t kPitch = kBlockRows + 8;
    std::vector<double> cells;
    std::size_t first = 0;  // the first cell that begins a cache line
    std::shared_ptr<const Board> board = {};

    double* column(std::uint32_t index) { return cells.data() + first + index * kPitch; }
};

Cells make_cells(const Tape& tape);

/// Runs instructions over all rows of a block. Rounding apart, each row is what evaluate() computes, but for the
/// factors that were taken out where no output is kept to the end; numbers that are not finite stay as they come.
void run(std::span<const TapeInstruction> instructions, Cells& block);

}  // namespace bote
