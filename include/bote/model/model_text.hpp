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
    bool neutral = false;
};

/// One line: `name [unit] class flags and bounds = alternative | alternative ; meaning ; range ; source`.
struct ModelRow {
    std::string name;
    std::string unit;
    Display display;
    Class kind = Class::workload;
    bool internal = false;
    bool scale = false;
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

/// The rules of one file. Throws InputError with the place.
std::vector<ModelRule> read_rules(std::string_view name, std::string_view text);

/// The rows of one file; `name` is its stem. Throws InputError with the place.
std::vector<ModelRow> read_model(std::string_view name, std::string_view text);

}  // namespace bote
