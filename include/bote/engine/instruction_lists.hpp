#pragma once
// For each slot of a program a list of instructions: those that read it, or those that write it.
//
//   const InstructionLists writers(program, [](const Instruction& step, auto visit) { visit(step.target); });
//   for (const std::uint32_t index : writers.of(slot)) ...     // program.instructions[index], in their order

#include <cstdint>
#include <span>
#include <vector>

#include "bote/engine/program.hpp"

namespace bote {

class InstructionLists {
public:
    InstructionLists() = default;

    /// `for_each_slot(step, visit)` visits the slots in whose lists an instruction stands.
    template <class ForEachSlot>
    InstructionLists(const Program& program, ForEachSlot for_each_slot);

    [[nodiscard]] std::span<const std::uint32_t> of(std::uint32_t slot) const {
        return std::span(all_).subspan(first_[slot], first_[slot + 1] - first_[slot]);
    }

private:
    std::vector<std::uint32_t> first_;  // of each slot within `all_`, and the end
    std::vector<std::uint32_t> all_;
};

template <class ForEachSlot>
InstructionLists::InstructionLists(const Program& program, ForEachSlot for_each_slot)
    : first_(program.initial.size() + 2, 0) {
    const auto for_each = [&](auto visit) {
        for (std::uint32_t i = 0; i < program.instructions.size(); ++i)
            for_each_slot(program.instructions[i], [&](std::uint32_t slot) { visit(slot, i); });
    };
    // Counted two slots further on, so that filling the lists moves each begin to where it belongs.
    for_each([&](std::uint32_t slot, std::uint32_t) { ++first_[slot + 2]; });
    for (std::size_t i = 2; i < first_.size(); ++i) first_[i] += first_[i - 1];
    all_.resize(first_.back());
    for_each([&](std::uint32_t slot, std::uint32_t instruction) { all_[first_[slot + 1]++] = instruction; });
}

}  // namespace bote
