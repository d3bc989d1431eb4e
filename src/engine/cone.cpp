#include "bote/engine/cone.hpp"

#include <algorithm>

#include "reads.hpp"

namespace bote {

Cones::Cones(const Program& program, const std::vector<std::uint32_t>& inputs)
    : program_(program), varies_(program.initial.size(), 0), reached_(program.initial.size(), 0) {
    find_varying(inputs);
    list_writers();
}

void Cones::find_varying(const std::vector<std::uint32_t>& inputs) {
    for (const Index slot : inputs) varies_[slot] = 1;
    for (const Instruction& step : program_.instructions) {
        for_each_read(step, [&](Index slot) {
            if (varies_[slot] != 0) varies_[step.target] = 1;
        });
    }
}

/// Of a slot that varies, all of them: one that begins a sum may not vary itself.
void Cones::list_writers() {
    first_writer_.assign(program_.initial.size() + 2, 0);
    for (const Instruction& step : program_.instructions) ++first_writer_[step.target + 2];
    for (std::size_t i = 2; i < first_writer_.size(); ++i) first_writer_[i] += first_writer_[i - 1];
    writers_.resize(program_.instructions.size());
    for (Index i = 0; i < writers_.size(); ++i) writers_[first_writer_[program_.instructions[i].target + 1]++] = i;
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
        const Index slot = reached_slots_[i];
        for (Index at = first_writer_[slot]; at < first_writer_[slot + 1]; ++at) {
            steps.push_back(writers_[at]);
            for_each_read(program_.instructions[writers_[at]], [&](Index read) { reach(read); });
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
