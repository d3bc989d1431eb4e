#pragma once
// The lines of a `.model` file as entries: a row each, with its fields.
//
//   read_entries(make_source("10-traffic.model", "mau [users] workload : users\n    source a book\n"))

#include <algorithm>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/expression.hpp"
#include "model_text.hpp"

namespace bote {

/// The line at column 1 that begins a row, and its fields: the lines that are indented by four blanks. What is indented
/// by more goes on with the line before. Comments and blank lines are left out.
struct Entry {
    Text head;
    std::vector<Text> fields;
};

/// Throws InputError with the place.
std::vector<Entry> read_entries(const SourcePtr& source);

/// Throws InputError.
[[noreturn]] void fail(const Text& where, std::string_view what);

/// A part of a text, as a text of its own.
Text part_of(const Text& whole, std::string_view part);

std::string_view first_word(std::string_view text);

/// What follows the name of a field.
Text behind_name(const Text& field);

/// "workload", "object", ...
std::optional<Class> class_named(std::string_view word);

/// The formula with each shorthand in it written out.
Text written_out(const Text& formula, Shorthands shorthands);

bool is_shorthand(const Entry& entry);

/// The length of the name, or of the parentheses, that a text begins with; 0 where there are none.
std::size_t length_of_name(std::string_view text);
std::size_t length_of_parentheses(std::string_view text);

/// A formula in parentheses where its neighbours would tear it apart: `a / (b * c)`, but `a * b * c`.
std::string fitted(const std::string& formula, std::string_view before, std::string_view after);

/// What a row may say under a name of its own.
template <class Row>
struct Field {
    std::string_view name;
    void (*read)(Row& row, const Text& field, Shorthands shorthands);
};

template <class Row>
const Field<Row>* find_field(std::span<const Field<Row>> fields, std::string_view name) {
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const auto& each) { return each.name == name; });
    return found == fields.end() ? nullptr : &*found;
}

template <class Row, std::string Row::*member>
void read_words_into(Row& row, const Text& field, Shorthands /*shorthands*/) {
    if (!(row.*member).empty()) fail(field, fmt::format("'{}' is there already", first_word(field.text)));
    row.*member = behind_name(field).text;
    if ((row.*member).empty()) fail(field, fmt::format("expected words behind '{}'", field.text));
}

template <class Row>
void read_fields(Row& row, const Entry& entry, std::span<const Field<Row>> known, Shorthands shorthands) {
    for (const auto& field : entry.fields) {
        const auto name = first_word(field.text);
        const auto* found = find_field(known, name);
        if (found == nullptr) {
            std::vector<std::string> names;
            for (const auto& each : known) names.emplace_back(each.name);
            fail(part_of(field, name), fmt::format("expected one of {}, found '{}'", join(names, ", "), name));
        }
        found->read(row, field, shorthands);
    }
}

/// The rows of a file, each read by `read`, with the section of the file.
template <class Row, class Read>
std::vector<Row> read_rows(std::string_view name, std::string_view text, Read read) {
    std::vector<Row> rows;
    const auto dash = name.find('-');
    for (const auto& entry : read_entries(make_source(std::string(name) + ".model", std::string(text)))) {
        if (is_shorthand(entry)) continue;
        rows.push_back(read(entry));
        rows.back().section = std::string(dash == std::string_view::npos ? name : name.substr(dash + 1));
    }
    return rows;
}

}  // namespace bote
