#pragma once
// The part of a program through which one quantity reaches some results, as a program of its own. All else is constant:
// most of a model is left out, so that asking for hundreds of values, or after hundreds of quantities, stays cheap.
//
//   Slicer slicer(program, point.slots, {slot_of_storage});
//   Program small = slicer.slice(slot_of_dau);
//   Columns columns = make_columns(small, 2);
//   columns.cells[0] = 1e6;                        // dau is slot 0, storage slot 1

#include <cstdint>
#include <vector>

#include "bote/engine/instruction_lists.hpp"
#include "bote/engine/program.hpp"

namespace bote {

class Slicer {
public:
    /// `present` holds the value of each slot at the program's point; it is referred to, as the program is. The results
    /// are different slots.
    Slicer(const Program& program, const std::vector<double>& present, std::vector<std::uint32_t> results);

    /// The quantity is slot 0 and is left to the caller; the i-th of the results is slot 1 + i. The quantity is none of
    /// the results.
    [[nodiscard]] Program slice(std::uint32_t quantity);

private:
    using Index = std::uint32_t;
    static constexpr Index kNowhere = UINT32_MAX;

    void find_relevant();
    void list_instructions();
    /// The instructions that the quantity has a say in, in their order.
    [[nodiscard]] std::vector<Index> reached_from(Index quantity);
    Index place(Index slot, Program& sliced);

    const Program& program_;
    const std::vector<double>& present_;
    std::vector<Index> results_;
    std::vector<char> relevant_;  // slots that the results rest on
    InstructionLists readers_;
    InstructionLists writers_;
    std::vector<Index> place_;   // of each slot in the slice
    std::vector<Index> placed_;  // the slots that have one
    std::vector<char> varies_;   // slots; all 0 between two slices
};

/// The slots of both sides of each comparison.
std::vector<std::uint32_t> sides_of(const Program& program, const std::vector<Compared>& comparisons);

}  // namespace bote
