#pragma once
// A workload and the built-in model made one graph: each quantity with the one formula that was chosen for it, in
// dependency order. Immutable.
//
//   Model model = build_model(load_workload(source), {});
//   model[*model.find("storage")].formula     // "filled * replication"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "bote/formula/expectation.hpp"
#include "bote/model/catalog.hpp"
#include "bote/model/workload.hpp"

namespace bote {

enum class Origin : std::uint8_t {
    given,    // in the file, by an option, by a profile
    assumed,  // a default of the model
    computed,
};

std::string_view name_of(Origin origin);

/// What a name in a formula stands for: a quantity, none (absent, left out by `sum` and `max`), or a counting word.
struct Binding {
    QuantityIndex quantity = QuantityIndex::none;
    bool is_word = false;  // 1
};

struct ModelQuantity {
    std::string_view name;                   // "tweet.storage"
    const Definition* definition = nullptr;  // null for an own quantity
    const Alternative* formula = nullptr;    // the one that was taken: its text as written, and its tree
    std::span<const Binding> names;          // for each of the names in the tree
    Display display;
    int object = -1;  // index into Model::objects; -1: of the whole workload, or a sum
    int tier = -1;    // index into Model::tiers
    int place = -1;   // of a given one: index into Model::places
    Origin origin = Origin::computed;
    bool neutral = false;       // an assumed value that changes nothing
    bool inherited = false;     // a policy taken over from the top level
    bool implied = false;       // made for another quantity that is given: no part of the page of its own
    Layer layer = Layer::file;  // of a given one
};

/// What the quantities, expectations and rules point to, where it is not part of the program.
struct Formulas {
    std::deque<std::string> texts;
    std::deque<Expression> trees;
    std::deque<Alternative> alternatives;
    std::vector<Binding> names;
};

struct BoundExpectation {
    std::string text;
    Span where;
    Tree left;
    Tree right;
    Terms terms;
    std::span<const Binding> left_names;  // for each of the names in the tree
    std::span<const Binding> right_names;
    Dimension dimension;
};

/// A rule of the catalog whose quantities are all there.
struct BoundRule {
    const Rule* rule = nullptr;
    int object = -1;  // index into Model::objects
    int tier = -1;    // index into Model::tiers
    std::span<const Binding> left;
    std::span<const Binding> right;
    std::span<const Binding> texts;  // for each {quantity} of its texts
};

/// Two quantities that are given as ranges and tend to be high together, or one high where the other is low.
struct BoundCorrelation {
    QuantityIndex first = QuantityIndex::none;
    QuantityIndex second = QuantityIndex::none;
    double rank_correlation = 0;  // Spearman's, from -1 to 1
    Span where;
};

/// One formula on the way to what other given values would make of a given one.
struct RivalFormula {
    static constexpr int kWord = -1;    // a counting word: 1
    static constexpr int kAbsent = -2;  // left out by `sum` and `max`
    Tree tree;                          // empty: the sum of its names
    std::vector<int> names;             // for each of the names in the tree the formula that it stands for
};

/// A given quantity that other given values would make too, perhaps another number.
struct Rival {
    QuantityIndex quantity = QuantityIndex::none;
    std::vector<RivalFormula> formulas;  // each after those that it reads; the last is the quantity
    std::vector<QuantityIndex> because;  // the given quantities that it rests on
    bool is_at_least = false;            // a part of a sum is not known
};

/// What `after` calls those that send the requests.
inline constexpr std::string_view kClients = "clients";

/// A tier of the file.
struct OwnTier {
    std::string name;
    std::string title;
    const TierKind* kind = nullptr;         // null: of no kind
    std::vector<std::string> after;         // the tiers that hand requests on to it, as far as the file says so
    std::vector<std::string> choices = {};  // "model llama-3-70b"
};

/// A given input that nothing reads yet: it only lacks others beside it.
struct WaitingInput {
    std::string name;                // "growth"
    std::vector<std::string> needs;  // "horizon"; none: what would read it is a formula of the file
};

/// "`growth` (for `horizon`)"
std::string describe(const WaitingInput& input);

struct Failure;

struct Model {
    std::string name;
    std::string file;
    std::string description;
    std::string origin;
    Conventions conventions;
    Conventions whiteboard;            // the same with a day of 10^5 s
    std::vector<std::string> objects;  // empty: one unnamed object
    std::vector<OwnTier> tiers;
    std::vector<OwnTier> titles;  // of tiers that every workload has, where the file calls them otherwise
    IndexedVector<QuantityIndex, ModelQuantity> quantities;
    std::vector<Span> places;  // where values are given
    std::vector<BoundExpectation> expectations;
    std::vector<BoundRule> rules;
    std::vector<BoundCorrelation> correlations;
    std::vector<Rival> rivals;
    IndexedVector<DefinitionIndex, QuantityIndex>
        of_definition;                   // for each row of the catalogue the quantity of its name, or none
    std::vector<QuantityIndex> by_name;  // indexes of all other quantities, sorted by name
    std::vector<std::string> given;      // names in the order of the file
    std::vector<WaitingInput> waiting;
    const Failure* failure = nullptr;  // that of --scenario
    std::string next;  // where no load and no storage follow yet, what to give next: "`writes` and `object_size`"
    std::shared_ptr<const Formulas> formulas;

    [[nodiscard]] const ModelQuantity& operator[](QuantityIndex quantity) const { return quantities[quantity]; }
    [[nodiscard]] ModelQuantity& operator[](QuantityIndex quantity) { return quantities[quantity]; }
    [[nodiscard]] std::optional<QuantityIndex> find(std::string_view quantity) const;
};

/// What the command line lays over a workload.
struct Overlay {
    std::vector<Setting> profile;
    std::vector<Setting> options;
    std::optional<Setting> day = {};
    std::vector<OwnQuantity> own = {};  // of --with and --define, and what is asked for
    const Failure* failure = nullptr;   // that of --scenario
    Errors errors = {};                 // what is wrong with the options themselves; told with all others
};

/// Throws InputError with all errors that were found at once.
Model build_model(const Workload& workload, const Overlay& overlay);

/// What a quantity lacks that cannot be computed from the workload: "`writes` and `object_size`". Empty where there is
/// no such quantity, or nothing is missing.
std::string describe_missing(const Workload& workload, const Overlay& overlay, std::string_view quantity);

}  // namespace bote
