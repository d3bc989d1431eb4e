#include "bote/engine/tape.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_map>

namespace bote {
namespace {

using Slot = std::uint32_t;

int operands_of(Code code) {
    switch (code) {
        case Code::copy:
        case Code::negate:
        case Code::ceiling:
        case Code::floor:
        case Code::round:
        case Code::square_root:
        case Code::natural_log:
        case Code::log2:
        case Code::log10:
        case Code::exponential: return 1;
        case Code::add:
        case Code::subtract:
        case Code::multiply:
        case Code::either:
        case Code::divide:
        case Code::power:
        case Code::minimum:
        case Code::maximum:
        case Code::fill_time:
        case Code::erlang_c:
        case Code::triangle: return 2;
        case Code::grown_time:
        case Code::zipf_share:
        case Code::at_least: return 3;
    }
    return 0;
}

bool rounds(Code code) { return code == Code::ceiling || code == Code::floor || code == Code::round; }

constexpr std::ptrdiff_t kNever = -1;

class Layout {
public:
    Layout(const Program& program, const std::vector<Slot>& varying, const std::vector<Wanted>& wanted)
        : program_(program), wanted_(wanted), slots_(program.initial.size()) {
        Columns point = make_columns(program, 1);
        evaluate(program, point);
        for (std::size_t slot = 0; slot < slots_.size(); ++slot) slots_[slot].value = point.cells[slot];
        follow(varying);
        find_multiples();
        std::size_t output = 0;
        for (const Wanted& each : wanted) {
            for (const Slot slot : each.slots) {
                if (of_[output] == output) need(slots_[slot].root);
                ++output;
            }
        }
        choose();
        keep();
        place(varying);
    }

    Tape take() { return std::move(tape_); }

private:
    struct Known {
        double value = 0;
        Slot root = 0;  // itself, or what it is a copy of
        Slot base = 0;  // itself, or what it is a constant multiple of
        double factor = 1;
        bool varies = false;
        bool stepped = false;
        bool needed = false;
        bool released = false;
        std::ptrdiff_t made = kNever;  // by which of the chosen instructions
        std::ptrdiff_t last = kNever;  // read by which
        std::uint32_t column = kNoColumn;
    };

    void need(Slot slot) { slots_[slot].needed = slots_[slot].varies; }

    static Slot operand(const Instruction& step, int index) {
        return index == 0 ? step.a : index == 1 ? step.b : step.c;
    }

    /// What varies with the given slots.
    void follow(const std::vector<Slot>& varying) {
        for (std::size_t slot = 0; slot < slots_.size(); ++slot)
            slots_[slot].root = slots_[slot].base = static_cast<Slot>(slot);
        std::vector<bool> given(slots_.size(), false);
        for (const Slot slot : varying) given[slot] = slots_[slot].varies = true;
        for (const Draw& draw : program_.draws) slots_[draw.slot].stepped = draw.whole && slots_[draw.slot].varies;
        for (const Instruction& step : program_.instructions) {
            if (given[step.target]) continue;
            Known& target = slots_[step.target];
            bool stepped = true;
            for (int i = 0; i < operands_of(step.code); ++i) {
                const Known& from = slots_[operand(step, i)];
                target.varies = target.varies || from.varies;
                stepped = stepped && (from.stepped || !from.varies);
            }
            target.stepped = target.varies && (stepped || rounds(step.code));
            if (step.code == Code::copy && target.varies) target.root = slots_[step.a].root;
            if (target.varies) {
                scale(step);
                instructions_.push_back(step);
            }
        }
    }

    /// Notes what the step makes a constant multiple of.
    void scale(const Instruction& step) {
        const Known& left = slots_[step.a];
        const Known& right = slots_[step.b];
        const auto set = [&](const Known& from, double factor) {
            if (!from.varies || !(factor > 0) || !std::isnormal(factor * from.factor)) return;
            slots_[step.target].base = from.base;
            slots_[step.target].factor = factor * from.factor;
        };
        if (step.code == Code::copy) set(left, 1);
        if (step.code == Code::multiply && !right.varies) set(left, right.value);
        if (step.code == Code::multiply && !left.varies) set(right, left.value);
        if (step.code == Code::divide && !right.varies) set(left, 1 / right.value);
    }

    /// Of outputs that nobody keeps, the first of those that are multiples of each other stands for all.
    void find_multiples() {
        for (const Wanted& wanted : wanted_) {
            std::unordered_map<Slot, std::size_t> first;
            for (const Slot slot : wanted.slots) {
                const Known& known = slots_[slot];
                const bool alone = wanted.keep != Keep::none || !known.varies || known.stepped;
                of_.push_back(alone ? of_.size() : first.try_emplace(known.base, of_.size()).first->second);
                factors_.push_back(known.factor);
            }
        }
    }

    /// Only what leads to something wanted, and no copies.
    void choose() {
        std::vector<Instruction> chosen;
        for (auto step = instructions_.rbegin(); step != instructions_.rend(); ++step) {
            if (slots_[step->target].root != step->target || !slots_[step->target].needed) continue;
            for (int i = 0; i < operands_of(step->code); ++i) need(slots_[operand(*step, i)].root);
            chosen.push_back(*step);
        }
        std::reverse(chosen.begin(), chosen.end());
        instructions_ = std::move(chosen);
        for (std::size_t at = 0; at < instructions_.size(); ++at) {
            const Instruction& step = instructions_[at];
            slots_[step.target].made = static_cast<std::ptrdiff_t>(at);
            for (int i = 0; i < operands_of(step.code); ++i)
                slots_[slots_[operand(step, i)].root].last = static_cast<std::ptrdiff_t>(at);
        }
    }

    [[nodiscard]] std::ptrdiff_t ready(const Wanted& wanted, std::size_t index) const {
        const auto made = [&](std::size_t i) { return slots_[slots_[wanted.slots[i]].root].made; };
        if (wanted.keep != Keep::pairs) return made(index);
        return std::max(made(index), made(index ^ 1U));
    }

    void keep() {
        const auto end = static_cast<std::ptrdiff_t>(instructions_.size());
        for (const Wanted& wanted : wanted_) {
            for (std::size_t i = 0; i < wanted.slots.size(); ++i) {
                Known& slot = slots_[slots_[wanted.slots[i]].root];
                slot.last = std::max(slot.last, wanted.keep == Keep::all ? end : ready(wanted, i));
            }
        }
    }

    std::uint32_t new_column() {
        if (free_.empty()) return tape_.columns++;
        const std::uint32_t column = free_.back();  // the one used last, which is still close
        free_.pop_back();
        return column;
    }

    /// Frees the column of what is not read after the instruction.
    void release(Slot slot, std::ptrdiff_t at) {
        Known& known = slots_[slot];
        if (!known.varies || known.released || known.column == kNoColumn || known.last > at) return;
        known.released = true;
        free_.push_back(known.column);
    }

    std::uint32_t constant_column(double value) {
        const auto [entry, is_new] = constants_.try_emplace(std::bit_cast<std::uint64_t>(value), tape_.columns);
        if (is_new) tape_.constants.push_back({tape_.columns++, value});
        return entry->second;
    }

    TapeStep step_for(const Instruction& instruction) {
        TapeStep step;
        step.code = instruction.code;
        std::uint32_t* const columns[] = {&step.a, &step.b, &step.c};
        const int operands = operands_of(instruction.code);
        for (int i = 0; i < operands; ++i) {
            const Known& from = slots_[operand(instruction, i)];
            if (from.varies) {
                *columns[i] = slots_[from.root].column;
            } else if (operands == 2) {
                step.reads = i == 0 ? Reads::constant_left : Reads::constant_right;
                step.constant = from.value;
            } else {
                *columns[i] = constant_column(from.value);
            }
        }
        return step;
    }

    void place(const std::vector<Slot>& varying) {
        for (const Slot slot : varying) {
            if (slots_[slot].needed) slots_[slot].column = new_column();
            tape_.inputs.push_back(slots_[slot].column);
        }
        for (const Slot slot : varying) release(slot, kNever);
        for (const Instruction& instruction : instructions_) {
            const auto at = static_cast<std::ptrdiff_t>(tape_.steps.size());
            TapeStep step = step_for(instruction);
            for (int i = 0; i < operands_of(instruction.code); ++i) {
                release(slots_[operand(instruction, i)].root, at);
            }
            step.target = slots_[instruction.target].column = new_column();
            release(instruction.target, at);
            tape_.steps.push_back(step);
        }
        for (const Wanted& wanted : wanted_) {
            for (std::size_t i = 0; i < wanted.slots.size(); ++i) {
                const Known& slot = slots_[wanted.slots[i]];
                const auto after = static_cast<std::size_t>(ready(wanted, i) + 1);
                const std::size_t index = tape_.outputs.size();
                tape_.outputs.push_back({slot.varies, slot.stepped, slot.value, slots_[slot.root].column, after,
                                         of_[index], factors_[index] / factors_[of_[index]]});
            }
        }
    }

    const Program& program_;
    const std::vector<Wanted>& wanted_;
    std::vector<Known> slots_;
    std::vector<Instruction> instructions_;
    std::vector<std::size_t> of_;  // of each output
    std::vector<double> factors_;  // of each output, of its base
    std::vector<std::uint32_t> free_;
    std::unordered_map<std::uint64_t, std::uint32_t> constants_;
    Tape tape_;
};

}  // namespace

Tape make_tape(const Program& program, const std::vector<std::uint32_t>& varying, const std::vector<Wanted>& wanted) {
    return Layout(program, varying, wanted).take();
}

Cells make_cells(const Tape& tape) {
    constexpr std::size_t kLine = 64 / sizeof(double);
    Cells block;
    block.cells.resize(tape.columns * Cells::kPitch + kLine);
    const auto address = std::bit_cast<std::uintptr_t>(block.cells.data()) / sizeof(double);
    block.first = (kLine - address % kLine) % kLine;
    for (const Filled& each : tape.constants) std::fill_n(block.column(each.column), kBlockRows, each.value);
    return block;
}

}  // namespace bote
