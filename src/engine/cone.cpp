#include "bote/engine/cone.hpp"

#include <algorithm>

#include "reads.hpp"

namespace bote {

Cones::Cones(const Program& program, const std::vector<std::uint32_t>& inputs)
    : program_(program),
      varies_(program.initial.size(), 0),
      writers_(program, [](const Instruction& step, auto visit) { visit(step.target); }),
      reached_(program.initial.size(), 0) {
    find_varying(inputs);
}

void Cones::find_varying(const std::vector<std::uint32_t>& inputs) {
    for (const Index slot : inputs) varies_[slot] = 1;
    for (const Instruction& step : program_.instructions) {
        for_each_read(step, [&](Index slot) {
            if (varies_[slot] != 0) varies_[step.target] = 1;
        });
    }
}

void Cones::reach(Index slot) {
    if (varies_[slot] == 0 || reached_[slot] != 0) return;
    reached_[slot] = 1;
    reached_slots_.push_back(slot);
}

Program Cones::of(const std::vector<std::uint32_t>& results) {
    for (const Index slot : reached_slots_) reached_[slot] = 0;
    reached_slots_.clear();
    for (const Index slot : results) reach(slot);
    std::vector<Index> steps;
    for (std::size_t i = 0; i < reached_slots_.size(); ++i) {
        for (const Index writer : writers_.of(reached_slots_[i])) {
            steps.push_back(writer);
            for_each_read(program_.instructions[writer], [&](Index read) { reach(read); });
        }
    }
    std::sort(steps.begin(), steps.end());
    Program part;
    part.board = program_.board;
    part.quantities = program_.quantities;
    part.comparisons = program_.comparisons;
    for (const Index step : steps) part.instructions.push_back(program_.instructions[step]);
    return part;
}

}  // namespace bote
