#pragma once
// Settings -> given values: each key resolved to a quantity, each formula parsed, bound and checked.

#include <deque>
#include <string_view>
#include <vector>

#include "bote/formula/check.hpp"
#include "bote/model/model.hpp"
#include "given.hpp"
#include "node_table.hpp"

namespace bote {

/// All that was given, and what of it is in force for each quantity.
struct Givens {
    std::deque<Given> all;
    GivenInForce in_force;
};

/// The leaf that a slash before another one divides: operators follow their operands.
std::size_t leaf_before(Tree tree, std::size_t leaf);

class Reader {
public:
    /// Trees are kept in `formulas`.
    Reader(NodeTable& nodes, const Conventions& conventions, Formulas& formulas, Errors& errors)
        : nodes_(nodes), conventions_(conventions), formulas_(formulas), errors_(errors) {}

    /// Later settings win over earlier ones of the same quantity.
    Givens read(const Workload& workload, const Overlay& overlay);

    std::vector<BoundExpectation> read_expectations(const Workload& workload,
                                                    std::vector<std::vector<Resolved>>& names);

    /// Adds what is wrong with the plain values themselves, for those who read the other errors: of a workload without
    /// any, check_bounds() looks at all values.
    void check_values(const Givens& givens);

    /// The dimension of each quantity; own ones have theirs from their formulas.
    [[nodiscard]] Dimension dimension_of(NodeIndex id) const;
    [[nodiscard]] const Display& own_display(std::size_t own) const { return own_displays_[own]; }

private:
    void check_names(const Workload& workload);
    void read_tiers(const Workload& workload, Givens& givens);
    void check_kind(const TierSection& tier);
    /// `accelerator: h100`; false where the key is that of a quantity.
    bool choose(const Setting& setting, int scope, Givens& givens);
    void refuse_tier_key(const Setting& setting, int scope);
    /// For a quantity that a tier does not have: the nearest of those it has, or the kinds that have it.
    [[nodiscard]] Hint hint_for_tier(std::string_view quantity, int scope) const;
    void check_stores(const std::vector<TierSection>& tiers, std::size_t index);
    void check_after(const std::vector<TierSection>& tiers);
    void imply_peaks(Givens& givens);
    [[nodiscard]] std::optional<std::string> at_peak(const Given& load) const;
    void move_objects(const TierSection& tier, Givens& givens);
    void keep_out_of_cache(const Text& stored, int object, Givens& givens);
    void check_name(const Text& name, std::string_view what);
    void add(const Setting& setting, int scope, Givens& givens);
    void add_own(const OwnQuantity& own, std::size_t index, Givens& givens);
    void refuse_unit(const OwnQuantity& own);
    void resolve_key(const Setting& setting, int scope, Given& given);
    [[nodiscard]] std::optional<std::string> near_member(std::string_view name) const;
    [[nodiscard]] Hint write_for_tier(std::string_view name) const;
    void refuse_key(const Setting& setting, int scope);
    /// A key that names nothing: with the nearest of the names that it could be.
    void refuse_unknown(const Setting& setting, int scope);
    void parse(Given& given);
    [[nodiscard]] bool is_coding(NodeIndex id) const;
    void refuse_coding(const Given& given) const;
    void add_data_parts(const Given& coding, Givens& givens) const;
    void choose_redundancy(Givens& givens);
    void imply(const Given& beside, DefinitionIndex definition, int scope, std::string_view value, Givens& givens);
    /// What each of the names of a tree means; false, with an error, where one means nothing.
    bool bind(const Text& text, Tree tree, int scope, std::vector<Resolved>& into);
    /// Whether what is given for all is not that of one user; false with an error.
    bool check_whole(const Given& given);
    bool counts_its_words(const Given& given) const;
    [[nodiscard]] bool is_of_one_user(const Given& given) const;
    /// Throws InputError for a unit without a number, and for `3:30` where nothing is a ratio.
    void check_shape(const Given& given) const;
    void refuse_name(const Text& text, const Node& node, std::string_view word, int scope);
    [[nodiscard]] Hint hint_for_name(const Text& text, const Node& node, std::string_view word, int scope) const;
    void refuse_word(const Text& text, const Node& node, std::string_view word, int scope);
    [[nodiscard]] std::optional<std::string> meant_in(std::string_view name, int scope) const;
    std::optional<BoundExpectation> read_expectation(const Text& text, const Vocabulary& words,
                                                     std::vector<std::vector<Resolved>>& names);
    void resolve_own(Givens& givens);
    [[nodiscard]] const Display& display_of(NodeIndex id) const;
    [[nodiscard]] Display display_like(const Given& given, Dimension dimension) const;
    Amount amount_of(const Resolved& name) const;
    [[nodiscard]] bool is_shown_by_month(NodeIndex id) const;
    void resolve_given(Given& given, std::optional<Dimension> wanted);
    std::vector<Dimension> dimensions(const std::vector<Resolved>& names) const;
    void check_literal(const Given& given);
    /// Throws InputError for `app.utilization <= 70`, where a share is compared with a bare number.
    void check_claimed_share(const Text& text, Tree side, const std::vector<Resolved>& names, Tree other) const;
    /// Looking for the nearest name takes time, and only the first errors are shown.
    [[nodiscard]] bool wants_hint() const { return errors_.size() < kMostHints; }
    static constexpr std::size_t kMostHints = 20;
    Vocabulary vocabulary(int scope) const;

    NodeTable& nodes_;
    const Conventions& conventions_;
    Formulas& formulas_;
    Errors& errors_;
    std::vector<Display> own_displays_;
    std::vector<bool> own_units_;  // whether a display unit was given
    std::vector<std::optional<Dimension>> own_dimensions_;
};

/// day, month, year, kilo, each from those before it. `day` replaces the file's; errors are collected.
Conventions read_conventions(const Workload& workload, const std::optional<Setting>& day, Errors& errors);

/// The same with a day of so many seconds; no errors are reported twice.
Conventions conventions_with_day(const Workload& workload, double seconds);

}  // namespace bote
