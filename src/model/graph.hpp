#pragma once
// Which quantities are there, by which formula, in which order. Numbers play no part in it.

#include <vector>

#include "given.hpp"
#include "space.hpp"

namespace bote {

/// One way to a quantity.
struct Candidate {
    enum class Kind {
        catalog,    // an alternative of the definition
        given,      // what the file says
        inherited,  // the policy at the top level
        parts,      // the sum over the objects
    };
    Kind kind = Kind::catalog;
    const Alternative* alternative = nullptr;  // catalog
    const Given* given = nullptr;              // given
    int definition = 0;
    int scope = 0;
};

class Graph {
public:
    /// `given` holds what was given for each id, or null.
    Graph(const Space& space, const std::vector<const Given*>& given);

    [[nodiscard]] const Space& space() const { return space_; }
    [[nodiscard]] const Given* given(int id) const { return given_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] bool is_present(int id) const { return present_[static_cast<std::size_t>(id)] != 0; }
    /// The candidate that was taken for a present quantity.
    [[nodiscard]] Candidate chosen(int id) const { return candidate(id, chosen_[static_cast<std::size_t>(id)]); }
    [[nodiscard]] int chosen_index(int id) const { return chosen_[static_cast<std::size_t>(id)]; }

    [[nodiscard]] int count_candidates(int id) const;
    [[nodiscard]] Candidate candidate(int id, int index) const;

    [[nodiscard]] int count_names(const Candidate& candidate) const;
    /// The id that the i-th name means, or -1 for a counting word.
    [[nodiscard]] int name_id(const Candidate& candidate, int i) const;
    /// The formula of a candidate; empty for `inherited` and `parts`.
    [[nodiscard]] static Tree tree(const Candidate& candidate);

    /// The ids that a candidate really reads: not those in arguments that `sum` and `max` leave out.
    [[nodiscard]] std::vector<int> read_ids(const Candidate& candidate) const;

    /// The ids whose candidates name this one.
    [[nodiscard]] std::span<const int> users_of(int id) const;

    /// Whether a candidate could be computed from what is present, and without a quantity of one's choice.
    [[nodiscard]] bool could_be(const Candidate& candidate) const { return holds(candidate, present_); }

    /// Present ids, each after all that its chosen formula reads. Throws InputError for a cycle.
    [[nodiscard]] std::vector<int> order() const;

    /// The error for quantities that need each other.
    [[nodiscard]] Error cycle_error(const std::vector<int>& cycle) const;

private:
    [[nodiscard]] bool holds(const Candidate& candidate, const std::vector<char>& present) const;
    [[nodiscard]] bool any_holds(int id, const std::vector<char>& present) const;
    void find_users();
    void find_present();
    void choose();
    void choose_in_loop(const std::vector<int>& loop);
    [[nodiscard]] std::vector<std::vector<int>> find_loops() const;

    const Space& space_;
    const std::vector<const Given*>& given_;
    std::vector<int> user_begin_;
    std::vector<int> users_;
    std::vector<char> present_;
    std::vector<signed char> chosen_;
};

}  // namespace bote
