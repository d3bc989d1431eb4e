#include "bote/engine/slice.hpp"

#include <algorithm>
#include <utility>

#include "bote/formula/operation.hpp"
#include "reads.hpp"

namespace bote {

Slicer::Slicer(const Program& program, const std::vector<double>& present, std::vector<std::uint32_t> results)
    : program_(program),
      present_(present),
      results_(std::move(results)),
      relevant_(program.initial.size(), 0),
      place_(program.initial.size(), kNowhere),
      varies_(program.initial.size(), 0) {
    find_relevant();
    list_instructions();
}

void Slicer::find_relevant() {
    for (const Index slot : results_) relevant_[slot] = 1;
    const auto mark = [&](Index slot) { relevant_[slot] = 1; };
    // From the last to the first: what reads a slot stands behind it.
    for (auto step = program_.instructions.rbegin(); step != program_.instructions.rend(); ++step) {
        if (relevant_[step->target] == 0) continue;
        for_each_read(*step, mark);
        for (const Twin& twin : program_.twins) {
            if (twin.slot != step->target) continue;
            mark(twin.quantity);
            mark(twin.factor);
        }
    }
}

/// Those that the results rest on.
void Slicer::list_instructions() {
    readers_ = {program_, [&](const Instruction& step, auto visit) {
                    if (relevant_[step.target] == 0) return;
                    for_each_read(step, visit);
                    for (const Twin& twin : program_.twins) {
                        if (twin.slot == step.target) visit(twin.quantity);
                    }
                }};
    writers_ = {program_, [&](const Instruction& step, auto visit) {
                    if (relevant_[step.target] != 0) visit(step.target);
                }};
}

std::vector<std::uint32_t> Slicer::reached_from(Index quantity) {
    std::vector<Index> slots{quantity};
    std::vector<Index> reached;
    varies_[quantity] = 1;
    for (std::size_t i = 0; i < slots.size(); ++i) {
        for (const Index reader : readers_.of(slots[i])) {
            const Index target = program_.instructions[reader].target;
            if (varies_[target] != 0) continue;
            varies_[target] = 1;
            slots.push_back(target);
            for (const Index writer : writers_.of(target)) reached.push_back(writer);
        }
    }
    for (const Index slot : slots) varies_[slot] = 0;
    std::sort(reached.begin(), reached.end());
    return reached;
}

std::uint32_t Slicer::place(Index slot, Program& sliced) {
    if (place_[slot] != kNowhere) return place_[slot];
    placed_.push_back(slot);
    sliced.initial.push_back(present_[slot]);
    return place_[slot] = static_cast<Index>(sliced.initial.size() - 1);
}

Program Slicer::slice(std::uint32_t quantity) {
    Program sliced;
    sliced.board = program_.board;
    sliced.quantities = 1;
    sliced.comparisons = static_cast<Index>(results_.size() / 2);
    place(quantity, sliced);
    for (const Index slot : results_) place(slot, sliced);
    for (const Index index : reached_from(quantity)) {
        const Instruction step = with_given(program_, program_.instructions[index], quantity);
        Instruction moved{step.op, place(step.target, sliced), 0, 0, 0};
        const int operands = row_of(step.op).kernels.operands;
        if (operands >= 1) moved.a = place(step.a, sliced);
        if (operands >= 2) moved.b = place(step.b, sliced);
        if (operands >= 3) moved.c = place(step.c, sliced);
        sliced.instructions.push_back(moved);
    }
    for (const Index slot : placed_) place_[slot] = kNowhere;
    placed_.clear();
    return sliced;
}

std::vector<std::uint32_t> sides_of(const Program& program, const std::vector<Compared>& comparisons) {
    std::vector<std::uint32_t> sides;
    for (const Compared& each : comparisons) {
        sides.push_back(program.quantities + 2 * each.index);
        sides.push_back(program.quantities + 2 * each.index + 1);
    }
    return sides;
}

}  // namespace bote
