#pragma once
// Totals that are given at the top level beside objects, such as `peak_qps` of all of them together. A total is the sum
// of its parts; but where what it comes from is given as a whole, it follows from that, so that the value reaches all
// that rests on it.
//
//   GivenTotals whole(space, given);
//   whole.alternatives_before_parts(filled)    // "data * margin / (1 - headroom)" where `data` is given at the top
//   level

#include <cstdint>
#include <vector>

#include "given.hpp"
#include "node_table.hpp"

namespace bote {

class GivenTotals {
public:
    GivenTotals(const NodeTable& nodes, const GivenInForce& given);

    /// Whether there is any: mostly not.
    [[nodiscard]] bool is_given() const { return any_; }

    /// The alternatives of a total that are taken for the whole rather than the sum of its parts.
    [[nodiscard]] std::vector<const Alternative*> alternatives_before_parts(DefinitionIndex definition) const;

    /// Whether an alternative reads a total that is given, or that follows from one.
    [[nodiscard]] bool rests_on_given(const Alternative& alternative) const;

    /// Whether all that these rest on is shared out among the objects: then the parts add up to it.
    [[nodiscard]] bool are_shared_out(const std::vector<const Alternative*>& alternatives) const;

    /// Whether a policy of all objects follows from a given total, as `peak_factor` does from `peak_qps`.
    [[nodiscard]] bool decides(DefinitionIndex definition) const;

private:
    enum class Answer : std::uint8_t { unknown, no, yes };
    /// What a total rests on: nothing that is given of the whole, what the objects share, what none of them has a part
    /// of.
    enum class Rests : std::uint8_t { unknown, no, on_shared, on_whole };
    [[nodiscard]] const Given* given(DefinitionIndex definition, int scope) const;
    [[nodiscard]] bool is_given_in_object(DefinitionIndex definition) const;
    [[nodiscard]] bool is_open_at_top(const Alternative& alternative) const;
    [[nodiscard]] bool is_of_no_home(const Alternative& alternative) const;
    [[nodiscard]] bool is_same_for_all(DefinitionIndex definition) const;
    [[nodiscard]] bool is_same_for_all(const Alternative& alternative) const;
    [[nodiscard]] bool adds_up(const Alternative& alternative) const;
    [[nodiscard]] bool is_shared_out(DefinitionIndex definition) const;
    [[nodiscard]] Rests rests(DefinitionIndex definition) const;
    [[nodiscard]] Rests rests(const Alternative& alternative) const;

    const NodeTable& nodes_;
    const GivenInForce& given_;
    bool any_ = false;
    mutable IndexedVector<DefinitionIndex, Answer> same_;
    mutable IndexedVector<DefinitionIndex, Rests> rests_;
};

}  // namespace bote
