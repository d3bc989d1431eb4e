#pragma once
// All quantities that could exist for a workload, numbered: each definition in each scope where its class puts it,
// then those of the file's tiers, then the own quantities. Scope 0 is the top level, scope i the i-th object; behind
// the objects each tier is a scope.

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bote/model/catalog.hpp"
#include "bote/model/workload.hpp"

namespace bote {

struct Resolved {
    int id = -1;
    bool is_word = false;
};

class Space {
public:
    Space(const Catalog& catalog, const Workload& workload);
    Space(const Space&) = delete;
    Space& operator=(const Space&) = delete;

    [[nodiscard]] const Catalog& catalog() const { return catalog_; }
    [[nodiscard]] int size() const { return size_; }
    [[nodiscard]] int scopes() const { return scopes_; }  // the top level and the objects
    [[nodiscard]] bool has_objects() const { return scopes_ > 1; }
    [[nodiscard]] const std::vector<std::string>& objects() const { return objects_; }
    [[nodiscard]] const std::vector<std::string>& tiers() const { return tiers_; }
    [[nodiscard]] int all_scopes() const { return scopes_ + static_cast<int>(tiers_.size()); }
    [[nodiscard]] bool is_tier_scope(int scope) const { return scope >= scopes_; }

    /// Of a tier's quantity outside of a tier it is the sum; of any other one in a tier that of the whole workload.
    [[nodiscard]] int id(int definition, int scope) const {
        if (scope >= scopes_) {
            if (!catalog_.is_of_tiers(definition)) return definition * scopes_;
            return tiers_begin_ + (scope - scopes_) * tier_rows_ + definition - catalog_.first_of_tiers;
        }
        const bool once = kind_of(definition) == Class::workload || catalog_.is_of_tiers(definition);
        return definition * scopes_ + (once ? 0 : scope);
    }
    [[nodiscard]] int own_id(int own) const { return own_begin_ + own; }
    [[nodiscard]] bool is_own(int id) const { return id >= own_begin_; }
    [[nodiscard]] int own_of(int id) const { return id - own_begin_; }
    // Mostly there is one scope, and a division takes its time.
    [[nodiscard]] int definition_of(int id) const {
        if (id >= tiers_begin_) return catalog_.first_of_tiers + (id - tiers_begin_) % tier_rows_;
        return has_objects() ? id / scopes_ : id;
    }
    [[nodiscard]] int scope_of(int id) const {
        if (is_own(id)) return 0;
        if (id >= tiers_begin_) return scopes_ + (id - tiers_begin_) / tier_rows_;
        return has_objects() ? id % scopes_ : 0;
    }
    [[nodiscard]] const Definition& definition(int id) const {
        if (id >= tiers_begin_) return row_in(definition_of(id), scope_of(id));
        return row(definition_of(id));
    }
    /// The row of a definition in a scope: a kind of tier may have its own.
    [[nodiscard]] const Definition& row_in(int definition, int scope) const;
    [[nodiscard]] Class kind_of(int definition) const { return row(definition).kind; }
    [[nodiscard]] std::string name(int id) const;

    /// Whether the ways to a quantity are those of the catalogue, whose indexes are the ids.
    [[nodiscard]] bool is_plain(int id) const { return scopes_ == 1 && id < catalog_.first_of_tiers; }
    /// Whether it is the sum of a quantity over all tiers.
    [[nodiscard]] bool is_sum_of_tiers(int id) const {
        return id < tiers_begin_ && catalog_.is_of_tiers(definition_of(id));
    }

    /// Whether the class of the definition puts it there. A policy at the top level is only there if it is given.
    [[nodiscard]] bool exists(int definition, int scope) const;
    void give_policy(int definition) { given_policies_[static_cast<std::size_t>(definition)] = true; }

    [[nodiscard]] std::optional<int> scope_named(std::string_view object) const;  // of an object
    [[nodiscard]] std::optional<int> tier_named(std::string_view tier) const;     // its scope
    /// The kind of a tier; null where it has none, or one that is not known.
    [[nodiscard]] const TierKind* kind_of_tier(int scope) const {
        return kinds_[static_cast<std::size_t>(scope - scopes_)];
    }
    /// The scopes of the objects that live in a tier.
    [[nodiscard]] const std::vector<int>& stored_in(int scope) const {
        return stored_[static_cast<std::size_t>(scope - scopes_)];
    }
    /// The definition of what a tier calls by a bare name: that of `tier.load` for `load`.
    [[nodiscard]] std::optional<int> find_in_tier(std::string_view name, int scope) const;

    /// What a name means in a scope; none if it means nothing there.
    [[nodiscard]] std::optional<Resolved> resolve(std::string_view name, int scope) const;
    [[nodiscard]] std::optional<int> find_quantity(std::string_view name, int scope) const;
    [[nodiscard]] bool is_object_word(std::string_view word) const;

    /// Whether it is of a tier that the file leaves out.
    [[nodiscard]] bool is_left_out(int id) const {
        return has_left_out() && id < tiers_begin_ && left_out_[static_cast<std::size_t>(definition_of(id))];
    }
    [[nodiscard]] bool has_left_out() const { return !left_out_.empty(); }

    /// Names for suggestions: what a bare name may be in a scope.
    [[nodiscard]] std::vector<std::string_view> known_names(int scope) const;

private:
    [[nodiscard]] const Definition& row(int definition) const {
        return catalog_.definitions[static_cast<std::size_t>(definition)];
    }

    const Catalog& catalog_;
    std::vector<std::string> objects_;
    std::vector<std::string> tiers_;
    std::vector<const TierKind*> kinds_;    // of each tier
    std::vector<std::vector<int>> stored_;  // of each tier: scopes of objects
    std::vector<std::string> own_;
    std::unordered_map<std::string_view, int> scope_index_;
    std::unordered_map<std::string_view, int> own_index_;
    std::vector<bool> given_policies_;
    std::vector<bool> left_out_;  // definitions; empty where none is
    int scopes_ = 1;
    int tier_rows_ = 0;  // definitions of the class tier
    int tiers_begin_ = 0;
    int own_begin_ = 0;
    int size_ = 0;
};

/// What stands in place of a tier's title where the file leaves it out.
inline constexpr std::string_view kLeftOut = "none";

/// What the rows of the class tier call it in front of their names.
inline constexpr std::string_view kOfTier = "tier.";

}  // namespace bote
