#pragma once
// A `.model` file as text -> rows. Only the build reads them; the program holds the result (catalog.hpp).
//
//   read_model("10-traffic", "dau [users] workload = mau * active_share ; daily active users").front().name   // "dau"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/formula/expectation.hpp"
#include "bote/model/catalog.hpp"

namespace bote {

struct ModelAlternative {
    std::string text;
    Expression tree;
    std::vector<std::string> names;  // in the tree
    bool neutral = false;
    bool back = false;
    bool usual = false;
    std::vector<std::string> given;
    std::vector<std::string> with;
    std::vector<std::string> unless;
    std::string condition;
};

/// One line: `name [unit] class flags and bounds = alternative | alternative ; meaning ; range ; source`.
/// An alternative is a formula, perhaps after `neutral`, `usually`, `back`, `given a, b with c unless d:`.
struct ModelRow {
    std::string name;
    std::string unit;
    Display display;
    Class kind = Class::workload;
    bool internal = false;
    bool scale = false;
    bool common = false;
    bool yearly = false;
    std::optional<Expression> low;
    std::optional<Expression> high;
    bool low_allowed = true;
    bool high_allowed = true;
    bool whole = false;
    std::vector<ModelAlternative> alternatives;
    std::string meaning;
    std::string range;
    std::string source;
    std::string section;
};

/// One line: `name class stepped when comparison ; verdict ; otherwise ; source`.
struct ModelRule {
    std::string name;
    Class kind = Class::workload;
    bool stepped = false;
    std::string condition;
    Expectation expectation;
    std::string verdict;
    std::string otherwise;
    std::string source;
    std::string section;
};

/// One line: `word, word = quantity quantity`.
struct ModelWords {
    std::string words;
    std::vector<std::string> quantities;
    std::string section;
};

/// The words that people use for quantities. Throws InputError with the place.
std::vector<ModelWords> read_words(std::string_view name, std::string_view text);

/// The rules of one file. Throws InputError with the place.
std::vector<ModelRule> read_rules(std::string_view name, std::string_view text);

/// The rows of one file; `name` is its stem. Throws InputError with the place.
std::vector<ModelRow> read_model(std::string_view name, std::string_view text);

}  // namespace bote
