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

/// A quantity that could exist for a workload.
enum class NodeIndex : int { none = -1 };

struct Resolved {
    NodeIndex id = NodeIndex::none;
    bool is_word = false;
};

class NodeTable {
public:
    NodeTable(const Catalog& catalog, const Workload& workload);
    NodeTable(const NodeTable&) = delete;
    NodeTable& operator=(const NodeTable&) = delete;

    [[nodiscard]] const Catalog& catalog() const { return catalog_; }
    [[nodiscard]] std::size_t size() const { return at(size_); }
    [[nodiscard]] IndexRange<NodeIndex> all() const { return {NodeIndex{0}, NodeIndex{size_}}; }
    [[nodiscard]] IndexRange<NodeIndex> all_own() const { return {NodeIndex{own_begin_}, NodeIndex{size_}}; }
    [[nodiscard]] int scopes() const { return scopes_; }  // the top level and the objects
    [[nodiscard]] bool has_objects() const { return scopes_ > 1; }
    [[nodiscard]] const std::vector<std::string>& objects() const { return objects_; }
    [[nodiscard]] const std::vector<std::string>& tiers() const { return tiers_; }
    [[nodiscard]] int all_scopes() const { return scopes_ + static_cast<int>(tiers_.size()); }
    [[nodiscard]] bool is_tier_scope(int scope) const { return scope >= scopes_; }

    /// Of a tier's quantity at the top level it is the sum, in an object that of the tier where it lives; of any other
    /// one in a tier that of the whole workload.
    [[nodiscard]] NodeIndex id(DefinitionIndex definition, int scope) const {
        const int row = number_of(definition);
        if (has_homes() && scope > 0 && scope < scopes_ && catalog_.is_of_tiers(definition)) scope = home_of(scope);
        if (scope >= scopes_) {
            if (!catalog_.is_of_tiers(definition)) return NodeIndex{row * scopes_};
            return NodeIndex{tiers_begin_ + (scope - scopes_) * tier_rows_ + row - number_of(catalog_.first_of_tiers)};
        }
        const bool once = kind_of(definition) == Class::workload || catalog_.is_of_tiers(definition);
        return NodeIndex{row * scopes_ + (once ? 0 : scope)};
    }
    [[nodiscard]] NodeIndex own_id(std::size_t own) const { return NodeIndex{own_begin_ + static_cast<int>(own)}; }
    [[nodiscard]] bool is_own(NodeIndex id) const { return number_of(id) >= own_begin_; }
    [[nodiscard]] std::size_t own_of(NodeIndex id) const { return at(number_of(id) - own_begin_); }
    // Mostly there is one scope, and a division takes its time.
    [[nodiscard]] DefinitionIndex definition_of(NodeIndex id) const {
        const int number = number_of(id);
        if (is_of_tier(id))
            return DefinitionIndex{number_of(catalog_.first_of_tiers) + (number - tiers_begin_) % tier_rows_};
        return DefinitionIndex{has_objects() ? number / scopes_ : number};
    }
    [[nodiscard]] int scope_of(NodeIndex id) const {
        if (is_own(id)) return 0;
        const int number = number_of(id);
        if (is_of_tier(id)) return scopes_ + (number - tiers_begin_) / tier_rows_;
        return has_objects() ? number % scopes_ : 0;
    }
    [[nodiscard]] const Definition& definition(NodeIndex id) const {
        if (is_of_tier(id)) return row_in(definition_of(id), scope_of(id));
        return catalog_[definition_of(id)];
    }
    /// The row of a definition in a scope: a kind of tier may have its own.
    [[nodiscard]] const Definition& row_in(DefinitionIndex definition, int scope) const;
    [[nodiscard]] Class kind_of(DefinitionIndex definition) const { return catalog_[definition].kind; }
    [[nodiscard]] std::string name(NodeIndex id) const;

    /// Whether the alternatives of a quantity are those of the catalogue: see nodes_of().
    [[nodiscard]] bool is_plain(NodeIndex id) const {
        return scopes_ == 1 && number_of(id) < number_of(catalog_.first_of_tiers);
    }
    /// Whether it is the sum of a quantity over all tiers.
    [[nodiscard]] bool is_sum_of_tiers(NodeIndex id) const {
        return !is_of_tier(id) && catalog_.is_of_tiers(definition_of(id));
    }

    /// Whether the class of the definition puts it there. A policy at the top level is only there if it is given.
    [[nodiscard]] bool exists(DefinitionIndex definition, int scope) const;
    void give_policy(DefinitionIndex definition) { given_policies_[definition] = 1; }

    [[nodiscard]] std::optional<int> scope_named(std::string_view object) const;  // of an object
    [[nodiscard]] std::optional<int> tier_named(std::string_view tier) const;     // its scope
    /// The kind of a tier; null where it has none, or one that is not known.
    [[nodiscard]] const TierKind* kind_of_tier(int scope) const { return kinds_[at(scope - scopes_)]; }
    /// The scopes of the objects that live in a tier.
    [[nodiscard]] const std::vector<int>& stored_in(int scope) const { return stored_[at(scope - scopes_)]; }
    /// The scope of the tier where an object lives; 0 where it lives in none.
    [[nodiscard]] int home_of(int object) const { return has_homes() ? homes_[at(object)] : 0; }
    /// The definition of what a tier calls by a bare name: that of `tier.load` for `load`.
    [[nodiscard]] std::optional<DefinitionIndex> find_in_tier(std::string_view name, int scope) const;

    /// What a name means in a scope; none if it means nothing there.
    [[nodiscard]] std::optional<Resolved> resolve(std::string_view name, int scope) const;
    [[nodiscard]] std::optional<NodeIndex> find_quantity(std::string_view name, int scope) const;
    [[nodiscard]] bool is_object_word(std::string_view word) const;

    /// Whether it is of a tier that the file leaves out.
    [[nodiscard]] bool is_left_out(NodeIndex id) const {
        return has_left_out() && !is_of_tier(id) && left_out_[definition_of(id)] != 0;
    }
    [[nodiscard]] bool has_left_out() const { return !left_out_.empty(); }

    /// Names for suggestions: what a bare name may be in a scope.
    [[nodiscard]] std::vector<std::string_view> known_names(int scope) const;

private:
    [[nodiscard]] bool has_homes() const { return !homes_.empty(); }
    /// Of a tier or behind those.
    [[nodiscard]] bool is_of_tier(NodeIndex id) const { return number_of(id) >= tiers_begin_; }

    const Catalog& catalog_;
    std::vector<std::string> objects_;
    std::vector<std::string> tiers_;
    std::vector<const TierKind*> kinds_;    // of each tier
    std::vector<std::vector<int>> stored_;  // of each tier: scopes of objects
    std::vector<int> homes_;                // of each object: the scope of its tier; empty where all live in none
    std::vector<std::string> own_;
    std::unordered_map<std::string_view, int> scope_index_;
    std::unordered_map<std::string_view, std::size_t> own_index_;
    IndexedVector<DefinitionIndex, char> given_policies_;
    IndexedVector<DefinitionIndex, char> left_out_;  // definitions; empty where none is
    int scopes_ = 1;
    int tier_rows_ = 0;  // definitions of the class tier
    int tiers_begin_ = 0;
    int own_begin_ = 0;
    int size_ = 0;
};

}  // namespace bote
