#pragma once
// The built-in model: the rows of the `.model` files. They are read while bote is built, by the parser that also reads
// the formulas of a workload, so that a wrong row never ships and starting costs nothing.
//
//   const Catalog& catalog = built_in_catalog();
//   catalog[*catalog.find("storage")].meaning      // "disk to provide"

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "bote/formula/expectation.hpp"
#include "bote/model/indices.hpp"
#include "bote/model/page.hpp"
#include "bote/units/display.hpp"

namespace bote {

/// Where a quantity exists; see the README's reference of the language.
/// Stands before the names of the rows of the class tier: `tier.load` is the load of each.
inline constexpr std::string_view kTierPrefix = "tier.";

enum class Class {
    workload,  // once
    object,    // once for each object
    policy,    // once for each object, with the top level as the default of all
    total,     // once for each object, and once as their sum
    tier,      // once for each tier of the file
};

std::string_view name_of(Class a_class);

/// What a given value may be. The ends are literals: `1 day` depends on the conventions. An empty one is no end.
struct Bounds {
    Tree low;
    Tree high;
    bool low_allowed = true;
    bool high_allowed = true;
    bool whole = false;
};

/// What makes an alternative.
enum class Derivation {
    catalog,    // an alternative of the definition
    given,      // what the file says
    inherited,  // the policy at the top level
    parts,      // the sum over the objects
};

/// One formula of a quantity: the first whose names are there is taken.
struct Alternative {
    std::string_view text;
    Tree tree;  // empty for `inherited` and `parts`
    /// What each name of the tree means, then what else has to be there.
    IndexList<DefinitionIndex> names;
    bool neutral = false;    // a default that changes nothing
    bool forgiving = false;  // may do without some of its names
    Derivation derivation = Derivation::catalog;
    bool back = false;                    // leads from what usually follows from the quantity: a last resort
    bool usual = false;                   // what it is unless said otherwise: another value contradicts nothing
    IndexList<DefinitionIndex> given{};   // taken only where these are given
    IndexList<DefinitionIndex> unless{};  // taken only where none of these is given
    std::string_view condition{};         // all of that as written: "given new_data"
    int rank = 0;                         // among the alternatives of its row, from 0: the preferred one
};

struct Definition {
    std::string_view name;
    std::string_view unit;  // as written in brackets
    Display display;
    Class kind = Class::workload;
    bool internal = false;  // a step, no result of its own
    bool constant = false;  // what a machine can do
    bool scale = false;     // how large it all is
    bool common = false;    // what people give first
    bool yearly = false;    // a share a year, which one a month compounds to
    bool has_back = false;  // one of its alternatives leads back
    bool aside = false;     // a total without a place on the page
    bool summed = false;    // of a tier: named outside of one it is the sum over all of them
    Op parts = Op::sum;     // the function of its objects' or tiers' quantities that the whole is
    DefinitionIndex stored =
        DefinitionIndex::none;  // of a tier: the sum of this definition over the objects that live there
    bool of_kinds = false;      // of a tier: only some kinds have it
    Bounds bounds;
    std::span<const Alternative> alternatives;
    IndexList<DefinitionIndex> users;   // the definitions whose alternatives name this one
    IndexList<DefinitionIndex> covers;  // what it cannot be less than, of the same object or tier
    std::string_view meaning;
    std::string_view range;  // what the field uses
    std::string_view source;
    std::string_view section;  // the stem of its file without the number: "traffic"
};

/// Whether an alternative is a default: it names nothing, so it is always there.
bool is_default(const Alternative& alternative);

/// What an estimate means, where a comparison holds: a decision to be taken, or a note that something looks odd.
/// The texts may hold `{quantity}`.
struct Rule {
    std::string_view name;         // "partition"
    bool is_note = false;          // else a decision
    Class kind = Class::workload;  // of the whole, of each object or of each tier
    bool stepped = false;          // goes up and down with each machine: no size at which it flips
    std::string_view condition;    // as written
    Display display;               // of both sides
    Tree left;
    Tree right;
    Comparison comparison = Comparison::greater;
    double tolerance = 0;
    IndexList<DefinitionIndex> left_names;  // indexes of definitions
    IndexList<DefinitionIndex> right_names;
    IndexList<DefinitionIndex> text_names;  // of both texts, in their order
    IndexList<DefinitionIndex> unless;      // says nothing where one of these is there
    std::string_view verdict;
    std::string_view otherwise;  // empty: not worth saying
    std::string_view source;
};

/// What a kind of tier says of a quantity in place of the row of all tiers.
struct KindRow {
    DefinitionIndex definition = DefinitionIndex::none;
    Definition row;
};

/// A thing known by its name, such as `accelerator: h100`: what it says of the quantities of a tier.
struct ChoiceValue {
    std::string_view quantity;  // "gpu_memory"
    std::string_view value;     // "80 GB"
};
struct TierChoice {
    std::string_view key;   // "accelerator"
    std::string_view name;  // "h100"
    std::string_view source;
    std::span<const ChoiceValue> values;
};

/// A kind of tier, such as kafka: its constants, and what it needs in its own way.
struct TierKind {
    std::string_view name;
    std::string_view title;
    std::span<const KindRow> rows;  // sorted by definition
    std::span<const TierChoice> choices;
    std::string_view stands;  // where it stands unless the file says so: "after clients", "before app"
};

/// What people call quantities that have other names here.
struct Words {
    std::string_view words;                 // "copy, replica, replication factor"
    IndexList<DefinitionIndex> quantities;  // indexes of definitions, the best match first
};

struct Catalog {
    IndexedSpan<DefinitionIndex, Definition> definitions;
    std::span<const Rule> rules;
    std::span<const Words> words;
    IndexList<DefinitionIndex> by_name;  // indexes, sorted by name
    /// Indexes: each after what its alternatives name, apart from those that lead back or ask for a given value.
    IndexList<DefinitionIndex> by_dependency;
    IndexList<DefinitionIndex>
        by_hash;  // a power of two of them, each at the first free place from its hash on; else none
    Page page;
    std::span<const TierKind> kinds;    // sorted by name
    DefinitionIndex first_of_tiers{0};  // from here on all definitions are of tiers: `tier.load`

    [[nodiscard]] const Definition& operator[](DefinitionIndex definition) const { return definitions[definition]; }
    [[nodiscard]] IndexRange<DefinitionIndex> definitions_of_tiers() const {
        return {first_of_tiers, index_at<DefinitionIndex>(definitions.size())};
    }
    /// Whether a definition exists once for each tier.
    [[nodiscard]] bool is_of_tiers(DefinitionIndex definition) const { return definition >= first_of_tiers; }
    [[nodiscard]] std::optional<DefinitionIndex> find(std::string_view name) const;
    /// Of a row of the catalogue itself, not of a kind of tier.
    [[nodiscard]] DefinitionIndex index_of(const Definition& row) const {
        return index_at<DefinitionIndex>(at(&row - definitions.data()));
    }
    /// The definitions whose names begin so, sorted by name.
    [[nodiscard]] IndexList<DefinitionIndex> starting_with(std::string_view beginning) const;
    /// Whether there is a name that goes on behind this one: "server" for "server.cores".
    [[nodiscard]] bool has_group(std::string_view name) const;
};

/// FNV-1a, by G. Fowler, L. C. Noll and K.-P. Vo.
constexpr std::size_t hash_of(std::string_view name) {
    std::uint32_t hash = 2166136261U;
    for (const char letter : name) hash = (hash ^ static_cast<unsigned char>(letter)) * 16777619U;
    return hash;
}

/// The catalog of the program.
const Catalog& built_in_catalog();

}  // namespace bote
