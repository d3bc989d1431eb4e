// Which quantities a workload has, and by which formula each of them is computed. A quantity is present if it is given,
// or if one of its alternatives reads present ones only; the least set closed under that rule is what the inputs
// determine. Four passes find it:
//
//   1. forwards     in dependency order: each quantity takes the first alternative that can be computed
//   2. backwards    what is still absent is derived from what usually follows from it, as the average from the peak
//   3. preference   an alternative that comes first in the model, and became possible only later, is taken after all
//   4. reads        arguments that `sum` and `max` do without are noted where they are absent
//
// With nothing but `peak_write_qps: 5k/s` given, `write_qps` is found backwards, and the writes of a day from that. No
// alternative is taken that would rest on its own result: passes 2 and 3 ask rests_on() first.

#include "graph.hpp"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"

namespace bote {

Graph::Graph(const NodeTable& nodes, const GivenInForce& given)
    : nodes_(nodes),
      given_(given),
      whole_(nodes, given),
      made_for_(nodes.size()),
      present_(nodes.size(), 0),
      chosen_(nodes.size(), nullptr) {
    find_alternatives();
    find_present();
    find_back();
    prefer_earlier_alternatives();
    find_reads();
}

bool Graph::allows(const Alternative& alternative) const {
    if (alternative.given.empty() && alternative.unless.empty()) return true;  // as mostly
    const auto is_given = [&](NodeIndex id) { return given(id) != nullptr; };
    return std::all_of(nodes_of(alternative.given).begin(), nodes_of(alternative.given).end(), is_given) &&
           std::none_of(nodes_of(alternative.unless).begin(), nodes_of(alternative.unless).end(), is_given);
}

bool Graph::holds(const Alternative& alternative) const {
    const auto is_there = [&](NodeIndex id) { return id == NodeIndex::none || is_present(id); };
    if (!allows(alternative)) return false;
    bool any = false;
    bool all = true;
    for (const NodeIndex name : nodes_of(alternative.names)) {
        const bool there = is_there(name);
        any = any || there;
        all = all && there;
    }
    if (alternative.tree.empty()) return any;
    if (all) return true;
    if (!alternative.forgiving) return false;
    const auto conditions = conditions_of(alternative);
    return std::all_of(conditions.begin(), conditions.end(), is_there) &&
           is_computable(alternative.tree, scratch_,
                         [&](std::uint32_t name) { return is_there(nodes_of(alternative.names)[name]); });
}

bool Graph::open(NodeIndex id, const Alternative* alternative) {
    chosen_[id] = alternative;
    present_[id] = kPresent;
    if (alternative != alternatives(id).data()) second_choices_.push_back(id);
    return true;
}

bool Graph::is_closed(NodeIndex id) const { return is_present(id) || (given(id) == nullptr && nodes_.is_left_out(id)); }

bool Graph::opens_forward(NodeIndex id) {
    if (is_closed(id)) return false;
    for (const Alternative& alternative : alternatives(id)) {
        if (!alternative.back && holds(alternative)) return open(id, &alternative);
    }
    return false;
}

bool Graph::opens_back(NodeIndex id) {
    if (is_closed(id)) return false;
    for (const Alternative& alternative : alternatives(id)) {
        if (holds(alternative) && (alternative.derivation == Derivation::given || is_acyclic(id, alternative)))
            return open(id, &alternative);
    }
    return false;
}

/// Each definition after what it reads, of the tiers their sum last.
template <class Visit>
void Graph::for_each_in_order(Visit visit) const {
    const Catalog& catalog = nodes_.catalog();
    for (const DefinitionIndex definition : catalog.by_dependency) {
        if (!catalog.is_of_tiers(definition)) {
            for (int scope = 0; scope < nodes_.scopes(); ++scope) visit(nodes_.id(definition, scope));
            continue;
        }
        if (nodes_.tiers().empty()) continue;
        for (int scope = nodes_.scopes(); scope < nodes_.all_scopes(); ++scope) {
            if (nodes_.exists(definition, scope)) visit(nodes_.id(definition, scope));
        }
        if (nodes_.exists(definition, 0)) visit(nodes_.id(definition, 0));
    }
}

/// The least set that is closed under "one of its formulas can be computed", without those that lead back. Mostly what
/// a quantity reads had its turn before; only what a given formula reads, and what the objects share, may come later.
void Graph::find_present() {
    IndexedVector<NodeIndex, char> had_turn(present_.size(), 0);
    std::vector<NodeIndex> waiting;
    const auto reconsider = [&](NodeIndex user) {
        if (had_turn[user] != 0 && !is_present(user)) waiting.push_back(user);
    };
    const auto take_turn = [&](NodeIndex start) {
        had_turn[start] = 1;
        if (!opens_forward(start)) {
            if (!nodes_.is_own(start) && !is_present(start) && nodes_.definition(start).has_back)
                still_absent_.push_back(start);
            return;
        }
        const bool in_order = !nodes_.is_own(start) && !nodes_.has_objects();
        if (in_order) for_each_given_user(start, reconsider);
        else for_each_user(start, reconsider);
        while (!waiting.empty()) {
            const NodeIndex id = waiting.back();
            waiting.pop_back();
            if (opens_forward(id)) for_each_user(id, reconsider);
        }
    };
    // A value that is given may be asked for before its turn.
    for (const NodeIndex id : nodes_.all()) {
        if (given(id) != nullptr && given(id)->names.empty()) (void)opens_forward(id);
    }
    for_each_in_order(take_turn);
    for (const NodeIndex id : nodes_.all_own()) take_turn(id);
}

/// What is still absent is looked for in what usually follows from it, such as the average in the peak.
void Graph::find_back() {
    std::vector<NodeIndex> waiting(still_absent_.rbegin(), still_absent_.rend());
    while (!waiting.empty()) {
        const NodeIndex id = waiting.back();
        waiting.pop_back();
        if (!opens_back(id)) continue;
        for_each_user(id, [&](NodeIndex user) {
            if (!is_present(user)) waiting.push_back(user);
        });
    }
}

/// A preferred alternative may have opened after the one found first. It is taken where it does not lead in a circle.
void Graph::prefer_earlier_alternatives() {
    const auto improve = [&](NodeIndex id) {
        for (const Alternative& alternative : alternatives(id)) {
            if (&alternative == chosen_[id]) return false;
            if (!holds(alternative) || !is_acyclic(id, alternative)) continue;
            chosen_[id] = &alternative;
            return true;
        }
        return false;
    };
    constexpr int kMostRounds = 8;  // each round settles what the one before made possible; two have always been enough
    for (int round = 0; round < kMostRounds; ++round) {
        bool changed = false;
        for (const NodeIndex id : second_choices_) changed = improve(id) || changed;
        if (!changed) return;
    }
}

bool Graph::is_acyclic(NodeIndex id, const Alternative& alternative) const {
    return std::none_of(nodes_of(alternative.names).begin(), nodes_of(alternative.names).end(), [&](NodeIndex name) {
        return name != NodeIndex::none && (name == id || (is_present(name) && rests_on(name, id)));
    });
}

/// Arguments that `sum` leaves out count too: they might be there later.
bool Graph::rests_on(NodeIndex id, NodeIndex other) const {
    seen_.resize(present_.size(), 0);
    ++walk_;
    std::vector<NodeIndex> waiting{id};
    while (!waiting.empty()) {
        const NodeIndex each = waiting.back();
        waiting.pop_back();
        for (const NodeIndex name : nodes_of(chosen(each).names)) {
            if (name == other) return true;
            if (name == NodeIndex::none || !is_present(name) || seen_[name] == walk_) continue;
            seen_[name] = walk_;
            waiting.push_back(name);
        }
    }
    return false;
}

void Graph::find_reads() {
    const auto is_absent = [&](NodeIndex named) { return named != NodeIndex::none && !is_present(named); };
    const auto is_there = [&](int named) { return !is_absent(NodeIndex{named}); };
    for (const NodeIndex id : nodes_.all()) {
        if (!is_present(id)) continue;
        const Alternative& taken = chosen(id);
        if (!taken.forgiving && taken.derivation != Derivation::parts) continue;
        if (std::none_of(nodes_of(taken.names).begin(), nodes_of(taken.names).end(), is_absent)) continue;
        present_[id] = kPartlyRead;
        const auto first = partial_names_.size();
        partial_reads_.push_back({id, first});
        for (const NodeIndex name : nodes_of(taken.names)) partial_names_.push_back(number_of(name));
        const std::span reads = std::span(partial_names_).subspan(first);
        if (!taken.tree.empty()) leave_out(taken.tree, reads, scratch_, is_there);
        else std::replace_if(reads.begin(), reads.end(), std::not_fn(is_there), number_of(NodeIndex::none));
    }
}

IndexList<NodeIndex> Graph::read_ids(NodeIndex id) const {
    switch (present_[id]) {
        case kAbsent: return {};
        case kPresent: return nodes_of(chosen(id).names);
        default: break;
    }
    const auto found = std::lower_bound(partial_reads_.begin(), partial_reads_.end(), id,
                                        [](const PartialReads& each, NodeIndex wanted) { return each.id < wanted; });
    return std::span(partial_names_).subspan(found->first, chosen(id).names.size());
}

std::vector<NodeIndex> Graph::order() const {
    enum : char { kNew, kOpen, kDone };
    IndexedVector<NodeIndex, char> state(present_.size(), kNew);
    std::vector<NodeIndex> order;
    order.reserve(present_.size());
    struct Frame {
        NodeIndex id;
        std::size_t next;
    };
    std::vector<Frame> frames;
    const auto open_from = [&](NodeIndex first) {
        std::vector<NodeIndex> cycle;
        auto each = std::find_if(frames.begin(), frames.end(), [&](const Frame& frame) { return frame.id == first; });
        for (; each != frames.end(); ++each) cycle.push_back(each->id);
        return cycle;
    };
    for (const NodeIndex start : nodes_.all()) {
        if (!is_present(start) || state[start] != kNew) continue;
        frames.push_back({start, 0});
        state[start] = kOpen;
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const auto names = nodes_of(chosen(frame.id).names);
            if (frame.next == names.size()) {
                state[frame.id] = kDone;
                order.push_back(frame.id);
                frames.pop_back();
                continue;
            }
            const NodeIndex next = names[frame.next++];
            if (next == NodeIndex::none || !is_present(next) || state[next] == kDone) continue;
            if (state[next] == kOpen) throw InputError(cycle_error(open_from(next)));
            state[next] = kOpen;
            frames.push_back({next, 0});
        }
    }
    return order;
}

Error Graph::cycle_error(const std::vector<NodeIndex>& cycle) const {
    // It begins and ends at what the user gave: that is where it can be broken.
    const auto first = std::find_if(cycle.begin(), cycle.end(), [&](NodeIndex id) { return given(id) != nullptr; });
    const auto start = first == cycle.end() ? 0 : position_of(first, cycle);
    std::string path;
    constexpr std::size_t kMostShown = 8;
    for (std::size_t i = 0; i < cycle.size() && i < kMostShown; ++i)
        path += nodes_.name(cycle[(start + i) % cycle.size()]) + " -> ";
    if (cycle.size() > kMostShown) path += "... -> ";
    path += nodes_.name(cycle[start]);
    const Given* value = given(cycle[start]);
    const Span where = value != nullptr ? value->value.span : Span{};
    return {where, fmt::format("{}: the formulas form a cycle: {}", nodes_.name(cycle[start]), path),
            cycle.size() == 1 ? "it cannot be made of itself: write the new value, such as `5M`"
                              : "give one of them a value"};
}

}  // namespace bote
