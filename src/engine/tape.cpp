// A tape is laid out as a compiler allocates registers. The operations that something wanted rests on are numbered in
// the order in which they run, and for each the last instruction that reads it is found; then, one by one, an operation
// gets a free column and gives it back once nobody needs it. `writes + reads` takes the column of the reads where
// nothing else reads them. So a model of hundreds of quantities runs in a few dozen columns, which stay in the nearest
// cache.

#include "bote/engine/tape.hpp"

#include <algorithm>

#include "bote/base/bit_cast.hpp"
#include "bote/base/index.hpp"
#include "bote/base/versions.hpp"
#include "outputs.hpp"
#include "varying.hpp"

namespace bote {
namespace {

constexpr std::ptrdiff_t kNever = -1;

/// Where and when an operation is found.
struct ColumnUse {
    bool needed = false;
    bool released = false;
    std::ptrdiff_t made = kNever;    // by which of the instructions
    std::ptrdiff_t last = kNever;    // read by which
    std::ptrdiff_t wanted = kNever;  // after which
    std::uint32_t column = kNoColumn;
};

/// Of an instruction, or of an operation, where only a computed one has any.
template <class Instruction, class Take>
void for_operands(Instruction& instruction, Take take) {
    const int operands = operands_of(instruction.op);
    if (instruction.reads != Reads::constant_left) take(instruction.a);
    if (operands > 1 && instruction.reads != Reads::constant_right) take(instruction.b);
    if (operands > 2) take(instruction.c);
}
template <class Take>
void for_operands(const Operation& operation, Take take) {
    if (operation.source == Operation::Source::computed) for_operands(operation.instruction, take);
}

/// Lays operations out in columns that are used again as soon as nobody needs what they hold.
class ColumnAllocator {
public:
    ColumnAllocator(const Program& program, const std::vector<std::uint32_t>& varying,
                    const std::vector<Wanted>& wanted)
        : wanted_(wanted), varying_(program, varying, factors_for(wanted)) {
        tape_.board = program.board;
        scaled_ = find_outputs(varying_, wanted, tape_.outputs);
        uses_.resize(varying_.operations().size());
        choose();
        keep();
        place(varying);
    }

    Tape take() { return std::move(tape_); }

private:
    [[nodiscard]] ColumnUse& use_of(std::size_t output) { return uses_[scaled_[output].operation]; }

    /// Only what leads to something wanted.
    void choose() {
        for (std::size_t i = 0; i < scaled_.size(); ++i) {
            if (tape_.outputs[i].varies) use_of(i).needed = true;
        }
        const auto& operations = varying_.operations();
        for (std::size_t i = operations.size(); i-- > 0;) {
            if (uses_[i].needed) for_operands(operations[i], [&](auto each) { uses_[each].needed = true; });
        }
        std::ptrdiff_t instructions = 0;
        for (std::size_t i = 0; i < operations.size(); ++i) {
            if (!uses_[i].needed || operations[i].source != Operation::Source::computed) continue;
            for_operands(operations[i], [&](auto each) { uses_[each].last = instructions; });
            uses_[i].made = instructions++;
        }
        tape_.instructions.reserve(at(instructions));
    }

    /// Outputs last until they are wanted no more.
    void keep() {
        std::ptrdiff_t end = 0;
        for (const ColumnUse& each : uses_) end = std::max(end, each.made + 1);
        std::size_t first = 0;
        for (const Wanted& wanted : wanted_) {
            for (std::size_t i = 0; i < wanted.slots.size(); ++i) {
                Output& output = tape_.outputs[first + i];
                if (!output.varies) continue;
                ColumnUse& use = use_of(first + i);
                std::ptrdiff_t ready = use.made;
                const std::size_t other = first + (i ^ 1U);
                if (wanted.lifetime == Lifetime::until_pair_is_ready && tape_.outputs[other].varies)
                    ready = std::max(ready, use_of(other).made);
                output.ready = at(ready + 1);
                use.wanted = std::max(use.wanted, wanted.lifetime == Lifetime::to_the_end ? end : ready);
            }
            first += wanted.slots.size();
        }
    }

    std::uint32_t new_column() {
        if (free_.empty()) return tape_.columns++;
        const std::uint32_t column = free_.back();  // the one used last, which is still close
        free_.pop_back();
        return column;
    }

    void release(std::uint32_t operation) {
        ColumnUse& use = uses_[operation];
        if (use.released || use.column == kNoColumn) return;
        if (varying_.operations()[operation].source == Operation::Source::constant) return;
        use.released = true;
        free_.push_back(use.column);
    }

    /// All that has a column, by the instruction after which it is done with.
    void order_ends() {
        for (std::uint32_t i = 0; i < uses_.size(); ++i) {
            if (uses_[i].needed) ends_.emplace_back(std::max(uses_[i].last, uses_[i].wanted), i);
        }
        std::sort(ends_.begin(), ends_.end());
    }

    void release_after(std::ptrdiff_t at) {
        for (; ended_ < ends_.size() && ends_[ended_].first <= at; ++ended_) release(ends_[ended_].second);
    }

    void place(const std::vector<std::uint32_t>& varying) {
        const auto& operations = varying_.operations();
        for (const std::uint32_t slot : varying) {
            ColumnUse& input = uses_[varying_.state(slot).scaled.operation];
            if (input.needed) input.column = new_column();
            tape_.inputs.push_back(input.column);
        }
        for (std::uint32_t i = 0; i < operations.size(); ++i) {
            if (!uses_[i].needed || operations[i].source != Operation::Source::constant) continue;
            uses_[i].column = tape_.columns++;
            tape_.constants.push_back({uses_[i].column, operations[i].instruction.constant});
        }
        order_ends();
        release_after(kNever);
        for (std::uint32_t i = 0; i < operations.size(); ++i) {
            if (uses_[i].made != kNever) add_instruction(i);
        }
        for (std::size_t i = 0; i < scaled_.size(); ++i) {
            if (tape_.outputs[i].varies) tape_.outputs[i].column = use_of(i).column;
        }
    }

    void add_instruction(std::uint32_t operation) {
        const Operation& made = varying_.operations()[operation];
        const std::ptrdiff_t at = uses_[operation].made;
        TapeInstruction instruction = made.instruction;
        for_operands(instruction, [&](std::uint32_t& each) { each = uses_[each].column; });
        for_operands(made, [&](auto each) {
            if (uses_[each].last == at && uses_[each].wanted < at) release(each);
        });
        instruction.target = uses_[operation].column = new_column();
        release_after(at);
        tape_.instructions.push_back(instruction);
    }

    const std::vector<Wanted>& wanted_;
    Varying varying_;
    Tape tape_;
    std::vector<ScaledOperation> scaled_;  // of each output
    std::vector<ColumnUse> uses_;          // of each operation
    std::vector<std::uint32_t> free_;
    std::vector<std::pair<std::ptrdiff_t, std::uint32_t>> ends_;
    std::size_t ended_ = 0;
};

void run_board(const Board& board, const Operands& at) {
    for (std::size_t r = 0; r < kBlockRows; ++r) at.target[r] = on_board(board, at.a[r], at.b[r], at.c[r]);
}

}  // namespace

Tape make_tape(const Program& program, const std::vector<std::uint32_t>& varying, const std::vector<Wanted>& wanted) {
    return ColumnAllocator(program, varying, wanted).take();
}

Cells make_cells(const Tape& tape) {
    constexpr std::size_t kLine = 64 / sizeof(double);
    Cells block;
    block.board = tape.board;
    block.cells.resize(tape.columns * Cells::kPitch + kLine);
    const auto address = bit_cast<std::uintptr_t>(block.cells.data()) / sizeof(double);
    block.first = (kLine - address % kLine) % kLine;
    for (const Filled& each : tape.constants) std::fill_n(block.column(each.column), kBlockRows, each.value);
    return block;
}

void run(std::span<const TapeInstruction> instructions, Cells& block) {
    const auto version = at(widest_vectors());
    const auto column = [cells = block.column(0)](std::uint32_t index) { return cells + index * Cells::kPitch; };
    for (const TapeInstruction& each : instructions) {
        const Operands at{column(each.target), column(each.a), column(each.b),
                          column(each.c),      each.constant,  each.reads};
        if (each.op == Op::board) run_board(*block.board, at);
        else row_of(each.op).kernels.block[version](at);
    }
}

}  // namespace bote
