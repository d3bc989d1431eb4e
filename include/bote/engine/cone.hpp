#pragma once
// The instructions of a program that some results take to follow some inputs: for a question about one object of a
// workload of hundreds, a few dozen.
//
//   Cones cones(program, {slot_of_horizon});
//   Program part = cones.of({left, right});
//   columns.cells[slot_of_horizon] = 1e8;
//   evaluate(part, columns);                    // columns of the whole program, evaluated once before

#include <cstdint>
#include <vector>

#include "bote/engine/instruction_lists.hpp"
#include "bote/engine/program.hpp"

namespace bote {

class Cones {
public:
    /// The inputs are slots that no instruction writes. The program is referred to.
    Cones(const Program& program, const std::vector<std::uint32_t>& inputs);

    /// Over the slots of the whole program.
    [[nodiscard]] Program of(const std::vector<std::uint32_t>& results);

    /// Whether the results of the last cone rest on an input.
    [[nodiscard]] bool rested_on(std::uint32_t input) const { return reached_[input] != 0; }

private:
    using Index = std::uint32_t;

    void find_varying(const std::vector<std::uint32_t>& inputs);
    void reach(Index slot);

    const Program& program_;
    std::vector<char> varies_;          // slots that follow an input
    InstructionLists writers_;          // of a slot all: one that begins a sum may not vary itself
    std::vector<char> reached_;         // slots of the last cone
    std::vector<Index> reached_slots_;  // likewise
};

}  // namespace bote
