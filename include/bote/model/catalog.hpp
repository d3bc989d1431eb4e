#pragma once
// The built-in model: the rows of the `.model` files, parsed by the parser that also reads the formulas of a workload.
//
//   const Catalog& catalog = built_in_catalog();
//   catalog.definitions[*catalog.find("storage")].meaning      // "disk to provide"

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bote/formula/expression.hpp"
#include "bote/units/display.hpp"

namespace bote {

/// Where a quantity exists; see the README's reference of the language.
enum class Class {
    workload,  // once
    object,    // once for each object
    policy,    // once for each object, with the top level as the default of all
    total,     // once for each object, and once as their sum
};

std::string_view name_of(Class a_class);

/// What a given value may be, in base units.
struct Bounds {
    std::optional<Expression> low;  // a literal: `1 day` depends on the conventions
    std::optional<Expression> high;
    bool low_allowed = true;
    bool high_allowed = true;
    bool whole = false;
};

struct Alternative {
    std::string text;
    Expression tree;
    bool neutral = false;          // a default that changes nothing
    std::vector<int> definitions;  // for each name of the tree: the definition it means
};

struct Definition {
    std::string name;
    Display display;
    Class kind = Class::workload;
    bool internal = false;  // a step, no result of its own
    bool constant = false;  // what a machine can do
    Bounds bounds;
    std::vector<Alternative> alternatives;
    std::string meaning;
    std::string range;  // what the field uses
    std::string source;
    std::string section;  // the stem of its file without the number: "traffic"
};

/// Whether an alternative is a default: it names nothing, so it is always there.
bool is_default(const Alternative& alternative);

struct Catalog {
    std::vector<Definition> definitions;
    std::unordered_map<std::string_view, int> index;  // keys live in the definitions

    [[nodiscard]] std::optional<int> find(std::string_view name) const;
};

/// Reads one `.model` text. Throws InputError with the place.
void read_model(std::string_view name, std::string_view text, std::vector<Definition>& definitions);

Catalog make_catalog(std::vector<Definition> definitions);

/// The catalog of the program, read once.
const Catalog& built_in_catalog();

}  // namespace bote
