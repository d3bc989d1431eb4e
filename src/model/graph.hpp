#pragma once
// Which quantities are there, by which formula, in which order. Numbers play no part in it.

#include <span>
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
    Tree tree;                                 // the formula; empty for `inherited` and `parts`
    std::span<const int> names;                // the id that each of its names means, or -1 for a counting word
    bool forgiving = false;                    // may do without some of them
};

class Graph {
public:
    /// `given` holds what was given for each id, or null.
    Graph(const Space& space, const std::vector<const Given*>& given);

    [[nodiscard]] const Space& space() const { return space_; }
    [[nodiscard]] const Given* given(int id) const { return given_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] bool is_present(int id) const { return present_[static_cast<std::size_t>(id)] != 0; }

    /// All ways to a quantity, the preferred one first.
    [[nodiscard]] std::span<const Candidate> candidates(int id) const;
    /// The candidate that was taken for a present quantity.
    [[nodiscard]] const Candidate& chosen(int id) const { return *chosen_[static_cast<std::size_t>(id)]; }
    /// For each name of the chosen candidate the id that it really reads: -1 for a counting word, and in arguments that
    /// `sum` and `max` leave out.
    [[nodiscard]] std::span<const int> read_ids(int id) const;

    /// What any of its candidates names, counting words among them.
    [[nodiscard]] std::span<const int> named_by(int id) const;
    /// The ids whose candidates name this one.
    [[nodiscard]] std::span<const int> users_of(int id) const;

    /// Whether a candidate could be computed from what is present, and without a quantity of one's choice.
    [[nodiscard]] bool could_be(const Candidate& candidate) const { return holds(candidate, present_); }

    /// Present ids, each after all that its chosen formula reads. Throws InputError for a cycle.
    [[nodiscard]] std::vector<int> order() const;

    /// The error for quantities that need each other.
    [[nodiscard]] Error cycle_error(const std::vector<int>& cycle) const;

private:
    using Presence = std::vector<char>;
    [[nodiscard]] static bool holds(const Candidate& candidate, const Presence& present);
    [[nodiscard]] const Candidate* first_that_holds(int id, const Presence& present) const;
    void find_candidates();
    void add_candidates(int id);
    void add(const Candidate& candidate) { candidates_.push_back(candidate); }
    [[nodiscard]] std::span<const int> names_from(std::size_t begin) const { return std::span(names_).subspan(begin); }
    void find_users();
    void find_present();
    void choose();
    void choose_in_loop(const std::vector<int>& loop);
    void find_reads();

    const Space& space_;
    const std::vector<const Given*>& given_;
    std::vector<int> candidate_begin_;  // for each id, and the end
    std::vector<Candidate> candidates_;
    std::vector<int> names_;  // of all candidates
    std::vector<int> reads_;  // the same for chosen ones, without what they leave out
    std::vector<int> user_begin_;
    std::vector<int> users_;
    Presence present_;
    std::vector<const Candidate*> chosen_;  // null for absent ones
};

}  // namespace bote
