#pragma once
// A `.model` file as text -> rows. Only the build reads them; the program holds the result (catalog.hpp).
//
//   read_model("10-traffic", "dau [users] workload = mau * active_share : daily active users").front().name   // "dau"
//
// A row begins at column 1; lines that are indented by four blanks are its fields, each with its name in front; lines
// that are indented by more go on with the line before. 10-traffic.model shows it all.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bote/formula/expectation.hpp"
#include "bote/model/catalog.hpp"

namespace bote {

struct ModelAlternative {
    Text formula;
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

/// Where a quantity stands in a section of the page.
struct ModelPlace {
    Span where;
    std::string section;
    bool last = false;  // behind those that are not
    ShownAs as = ShownAs::itself;
    std::string beside;  // of a line: only where this is there too
    std::string unlike;  // of a line: only where it is not just this again
    std::string title;   // of a column, or of the row of a cell
    std::string column;  // of a cell
};

/// `name [unit] class flags and bounds : meaning`, with the fields `=`, `default`, `neutral`, `usually`, `back` and
/// `given a, b with c unless d:` (an alternative each), `covers`, `range`, `source`, and `line`, `column`, `cell` and
/// `overview`, which 05-page.model explains.
struct ModelRow {
    Span where;
    std::string name;
    std::string unit;
    Display display;
    Class kind = Class::workload;
    bool internal = false;
    bool scale = false;
    bool common = false;
    bool yearly = false;
    bool open = false;
    bool aside = false;
    bool constant = false;
    bool summed = false;
    std::string parts;  // the function of the parts of a whole; empty: their sum
    std::optional<Expression> low;
    std::optional<Expression> high;
    bool low_allowed = true;
    bool high_allowed = true;
    bool whole = false;
    std::vector<ModelAlternative> alternatives;
    std::vector<ModelPlace> lines;
    std::vector<ModelPlace> columns;
    std::vector<ModelPlace> cells;
    std::vector<Overview> overviews;
    std::string meaning;
    std::string range;
    std::string source;
    std::string section;
    std::string stored;               // of a tier: the total of objects whose sum over those that live there it is
    std::vector<std::string> covers;  // what it cannot be less than
    std::vector<std::string> shares;  // `like app : servers machines`: no row itself, but a list of rows of tiers
    bool only_of_kinds = false;       // it has no alternatives and stands for those of kinds
};

/// `name class stepped when comparison`, with the fields `then` (the verdict), `else` and `source`.
struct ModelRule {
    Span where;
    std::string name;
    Class kind = Class::workload;
    bool stepped = false;
    Text condition;
    std::vector<std::string> unless;
    Expectation expectation;
    std::string verdict;
    std::string otherwise;
    std::string source;
    std::string section;
};

/// `word, word = quantity quantity`.
struct ModelWords {
    Span where;
    std::string words;
    std::vector<std::string> quantities;
    std::string section;
};

/// `section name over objects long : title`, `section name unless tiers : title`, `section name unless zero : title`.
struct ModelSection {
    std::string name;
    std::string title;
    Over over = Over::nothing;
    bool only_in_all = false;
    bool only_without_tiers = false;
    bool only_unless_zero = false;
};

/// `tier name : title`.
struct ModelTier {
    std::string name;
    std::string title;
};

/// `figure quantity : label`.
struct ModelFigure {
    std::string quantity;
    std::string label;
    Span where;
};

struct ModelPage {
    std::vector<ModelSection> sections;
    std::vector<ModelTier> tiers;
    std::vector<ModelFigure> figures;
    std::vector<std::string> asked;
    Span asked_at;
};

/// `name := formula` or `name(x) := formula`: stands for its formula wherever one names it.
struct Shorthand {
    std::string name;
    std::string parameter;  // empty: it takes none
    std::string formula;
    Span where;
};
using Shorthands = std::span<const Shorthand>;

/// The shorthands of one file behind those that are known, which it may use. Throws InputError with the place.
std::vector<Shorthand> read_shorthands(std::string_view name, std::string_view text, std::vector<Shorthand> known = {});

/// The words that people use for quantities. Throws InputError with the place.
std::vector<ModelWords> read_words(std::string_view name, std::string_view text);

/// The rules of one file. Throws InputError with the place.
std::vector<ModelRule> read_rules(std::string_view name, std::string_view text, Shorthands shorthands = {});

/// The sections of the page. Throws InputError with the place.
ModelPage read_page(std::string_view name, std::string_view text);

/// `choice accelerator h100 : source`, with a field `quantity value` each.
struct ModelChoice {
    Span where;
    std::string key;
    std::string name;
    std::string source;
    std::vector<std::pair<std::string, std::string>> values;
};

/// A kind of tier: the first line of its file, `kind kafka : what it is`, its rows, and what is known by its name.
struct ModelKind {
    std::string name;
    std::string title;
    std::vector<ModelRow> rows;
    std::vector<ModelChoice> choices;
    std::string stands = {};  // "after clients"
};
ModelKind read_kind(std::string_view name, std::string_view text, Shorthands shorthands = {});

/// The rows of one file; `name` is its stem. Throws InputError with the place.
std::vector<ModelRow> read_model(std::string_view name, std::string_view text, Shorthands shorthands = {});

}  // namespace bote
