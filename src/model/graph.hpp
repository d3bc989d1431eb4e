#pragma once
// Which quantities are there, by which formula, in which order. Numbers play no part in it.

#include <algorithm>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "given.hpp"
#include "given_totals.hpp"
#include "node_table.hpp"
#include "partial_formula.hpp"

namespace bote {

/// What the names of an alternative mean in a graph. One that a graph makes holds numbers of nodes where a row of the
/// catalogue holds those of definitions; and where a graph takes a row as it is, in a workload without objects and
/// outside of tiers, a node has the number of its definition. So nothing is copied for the usual workload, and starting
/// stays cheap: this function is the only one to know.
inline IndexList<NodeIndex> nodes_of(IndexList<DefinitionIndex> names) { return {names.numbers(), names.size()}; }

/// What has to be there beside the formula, of which nothing is forgiven: `with x`.
inline IndexList<NodeIndex> conditions_of(const Alternative& alternative) {
    return nodes_of(alternative.names).subspan(count_names(alternative.tree));
}

class Graph {
public:
    /// `given` holds what was given for each id, or null.
    Graph(const NodeTable& nodes, const GivenInForce& given);

    [[nodiscard]] const NodeTable& nodes() const { return nodes_; }
    [[nodiscard]] const Given* given(NodeIndex id) const { return given_[id]; }
    [[nodiscard]] bool is_present(NodeIndex id) const { return present_[id] != kAbsent; }

    /// All alternatives of a quantity, the preferred one first. nodes_of() says what their names mean: none is
    /// a counting word.
    [[nodiscard]] std::span<const Alternative> alternatives(NodeIndex id) const;
    /// Those that a given value replaced.
    [[nodiscard]] std::span<const Alternative> other_alternatives(NodeIndex id) const;
    /// The one that was taken of a present quantity.
    [[nodiscard]] const Alternative& chosen(NodeIndex id) const { return *chosen_[id]; }
    /// For each name of the chosen one the id that it really reads: none for a counting word, and in arguments that
    /// `sum` and `max` leave out.
    [[nodiscard]] IndexList<NodeIndex> read_ids(NodeIndex id) const;

    /// Calls `visit` for each id whose alternatives name this one, and perhaps for some whose alternatives were
    /// replaced by a given value.
    template <class Visit>
    void for_each_user(NodeIndex id, Visit visit) const;

    /// Whether a given value is a formula that names something.
    [[nodiscard]] bool has_given_formulas() const { return !given_users_.empty(); }

    /// Whether what an alternative asks to be given is, and nothing that rules it out.
    [[nodiscard]] bool allows(const Alternative& alternative) const;

    /// Whether an alternative is open by what is present.
    [[nodiscard]] bool could_be(const Alternative& alternative) const { return holds(alternative); }

    /// Whether a present quantity rests on another one, directly or through others, by the alternatives taken.
    [[nodiscard]] bool rests_on(NodeIndex id, NodeIndex other) const;

    /// Present ids, each after all that its chosen formula reads. Throws InputError for a cycle.
    [[nodiscard]] std::vector<NodeIndex> order() const;

    /// The error for quantities that need each other.
    [[nodiscard]] Error cycle_error(const std::vector<NodeIndex>& cycle) const;

private:
    using Presence = IndexedVector<NodeIndex, char>;
    enum : char { kAbsent, kPresent, kPartlyRead };
    using User = std::pair<NodeIndex, NodeIndex>;  // what a given formula names, and the id of that formula
    /// The alternatives that were made for an id, within made_.
    struct Made {
        std::uint32_t first = 0;
        std::uint32_t others = 0;  // behind that of a given value: what would have computed it
        std::uint32_t end = 0;
    };
    /// What an id reads where something is left out.
    struct PartialReads {
        NodeIndex id;
        std::size_t first;  // of partial_names_
    };
    [[nodiscard]] bool holds(const Alternative& alternative) const;
    void find_alternatives();
    void reserve();
    void make_given(NodeIndex id);
    void make_alternatives(NodeIndex id);
    [[nodiscard]] bool has_named_home(const Alternative& alternative, int scope) const;
    void prefer_own_values(std::size_t first);
    void make_sum(DefinitionIndex definition);
    void make_sum_of_tiers(DefinitionIndex definition);
    void make_sum_of_stored(DefinitionIndex definition, int tier);
    void make_sum_of_rest(const Definition& row);
    void make_inherited(DefinitionIndex definition);
    void make_alternative(const Alternative& alternative, int scope);
    [[nodiscard]] IndexList<DefinitionIndex> names_from(std::size_t begin) const {
        return std::span(names_).subspan(begin);
    }
    void add_name(NodeIndex id) { names_.push_back(number_of(id)); }
    /// As for_each_user(), for given formulas alone.
    template <class Visit>
    void for_each_given_user(NodeIndex id, Visit visit) const;
    [[nodiscard]] bool is_closed(NodeIndex id) const;
    [[nodiscard]] bool open(NodeIndex id, const Alternative* alternative);
    [[nodiscard]] bool opens_forward(NodeIndex id);
    [[nodiscard]] bool opens_back(NodeIndex id);
    template <class Visit>
    void for_each_in_order(Visit visit) const;
    void find_present();
    void find_back();
    void prefer_earlier_alternatives();
    [[nodiscard]] bool is_acyclic(NodeIndex id, const Alternative& alternative) const;
    void find_reads();

    const NodeTable& nodes_;
    const GivenInForce& given_;
    GivenTotals whole_;
    std::vector<Alternative> made_;  // the alternatives that are not the catalogue's
    IndexedVector<NodeIndex, Made> made_for_;
    std::vector<int> names_;         // of these: the numbers of nodes
    std::vector<User> given_users_;  // sorted
    Presence present_;
    IndexedVector<NodeIndex, const Alternative*> chosen_;  // null for absent ones
    std::vector<NodeIndex> second_choices_;                // opened by another than the preferred one
    std::vector<NodeIndex> still_absent_;                  // ids that may be found back from what follows from them
    std::vector<PartialReads> partial_reads_;              // sorted by id
    std::vector<int> partial_names_;                       // numbers of nodes
    mutable Scratch scratch_;
    mutable IndexedVector<NodeIndex, int> seen_;  // for each id the walk that came by last
    mutable int walk_ = 0;
};

template <class Visit>
void Graph::for_each_given_user(NodeIndex id, Visit visit) const {
    const auto first = std::lower_bound(given_users_.begin(), given_users_.end(), User{id, NodeIndex::none});
    for (auto user = first; user != given_users_.end() && user->first == id; ++user) visit(user->second);
}

template <class Visit>
void Graph::for_each_user(NodeIndex id, Visit visit) const {
    for_each_given_user(id, visit);
    if (nodes_.is_own(id)) return;
    const Definition& row = nodes_.definition(id);
    const Catalog& catalog = nodes_.catalog();
    const int scope = nodes_.scope_of(id);
    for (const DefinitionIndex user : row.users) {
        if (nodes_.is_tier_scope(scope)) {
            if (catalog.is_of_tiers(user)) visit(nodes_.id(user, scope));
            else if (nodes_.kind_of(user) != Class::workload)
                for (const int object : nodes_.stored_in(scope)) visit(nodes_.id(user, object));
            continue;
        }
        if (catalog.is_of_tiers(user)) {
            const bool stored = scope > 0 && catalog[user].stored != DefinitionIndex::none;
            const bool of_whole = scope == 0 && !nodes_.is_sum_of_tiers(id);
            const int first = stored || of_whole ? nodes_.scopes() : nodes_.all_scopes();
            for (int tier = first; tier < nodes_.all_scopes(); ++tier) visit(nodes_.id(user, tier));
            continue;
        }
        // What lives in no tier is of the whole, and the sum over some objects alone.
        if (scope > 0 && nodes_.kind_of(user) == Class::workload) {
            visit(nodes_.id(user, 0));
            continue;
        }
        const bool in_all = row.kind == Class::workload && nodes_.kind_of(user) != Class::workload;
        for (int each = scope; each < (in_all ? nodes_.scopes() : scope + 1); ++each) visit(nodes_.id(user, each));
    }
    const DefinitionIndex definition = nodes_.definition_of(id);
    if (nodes_.is_tier_scope(scope) && row.summed) visit(nodes_.id(definition, 0));
    if (scope > 0 && row.kind == Class::total) visit(nodes_.id(definition, 0));
    for (int each = 1; scope == 0 && row.kind == Class::policy && each < nodes_.scopes(); ++each)
        visit(nodes_.id(definition, each));
}

}  // namespace bote
