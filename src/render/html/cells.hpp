#pragma once
// Tables as HTML: numbers link to the row that shows their working, and names in formulas to theirs.
//
//   TableWriter(report).write(table, "Storage", out)

#include <map>
#include <string>
#include <string_view>

#include "bote/report/report.hpp"

namespace bote {

/// "q-tweet.storage": what a working is called in an address.
std::string anchor_of(std::string_view quantity);

/// A few drawings within a line of text.
std::string small_drawing(const Drawing& drawing);

/// What stands between backticks is code.
std::string escape_prose(std::string_view plain);

class TableWriter {
public:
    explicit TableWriter(const Report& report);

    /// `label` says what the table is about, to those who do not see it.
    void write(const Table& table, std::string_view label, std::string& out) const;

    /// The text of a quantity, with the link to its working.
    [[nodiscard]] std::string quantity(const Quantity& quantity) const;

private:
    void write_head(const Table& table, std::string& out) const;
    void write_row(const Table& table, std::size_t row, std::string& out) const;
    [[nodiscard]] std::string cell(const Table& table, std::size_t row, std::size_t column) const;
    [[nodiscard]] std::string formula(std::string_view text, std::string_view owner) const;

    const Report& report_;
    std::map<std::string, std::string, std::less<>> anchors_;  // by name
};

}  // namespace bote
