#pragma once
// All quantities that could exist for a workload, numbered: each definition in each scope where its class puts it,
// then the own quantities. Scope 0 is the top level, scope i the i-th object.

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
    [[nodiscard]] int scopes() const { return scopes_; }
    [[nodiscard]] bool has_objects() const { return scopes_ > 1; }
    [[nodiscard]] const std::vector<std::string>& objects() const { return objects_; }

    [[nodiscard]] int id(int definition, int scope) const {  // a workload quantity is always in scope 0
        return definition * scopes() + (kind_of(definition) == Class::workload ? 0 : scope);
    }
    [[nodiscard]] int own_id(int own) const { return own_begin_ + own; }
    [[nodiscard]] bool is_own(int id) const { return id >= own_begin_; }
    [[nodiscard]] int own_of(int id) const { return id - own_begin_; }
    // Mostly there is one scope, and a division takes its time.
    [[nodiscard]] int definition_of(int id) const { return has_objects() ? id / scopes() : id; }
    [[nodiscard]] int scope_of(int id) const { return has_objects() && !is_own(id) ? id % scopes() : 0; }
    [[nodiscard]] const Definition& definition(int id) const { return row(definition_of(id)); }
    [[nodiscard]] Class kind_of(int definition) const { return row(definition).kind; }
    [[nodiscard]] std::string name(int id) const;

    /// Whether the class of the definition puts it there. A policy at the top level is only there if it is given.
    [[nodiscard]] bool exists(int definition, int scope) const;
    void give_policy(int definition) { given_policies_[static_cast<std::size_t>(definition)] = true; }

    [[nodiscard]] std::optional<int> scope_named(std::string_view object) const;

    /// What a name means in a scope; none if it means nothing there.
    [[nodiscard]] std::optional<Resolved> resolve(std::string_view name, int scope) const;
    [[nodiscard]] std::optional<int> find_quantity(std::string_view name, int scope) const;
    [[nodiscard]] bool is_object_word(std::string_view word) const;

    /// Names for suggestions: what a bare name may be in a scope.
    [[nodiscard]] std::vector<std::string_view> known_names(int scope) const;

private:
    [[nodiscard]] const Definition& row(int definition) const {
        return catalog_.definitions[static_cast<std::size_t>(definition)];
    }

    const Catalog& catalog_;
    std::vector<std::string> objects_;
    std::vector<std::string> own_;
    std::unordered_map<std::string_view, int> scope_index_;
    std::unordered_map<std::string_view, int> own_index_;
    std::vector<bool> given_policies_;
    int scopes_ = 1;
    int own_begin_ = 0;
    int size_ = 0;
};

}  // namespace bote
