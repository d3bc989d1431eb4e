#pragma once
// What a command answers, before it has a format: blocks for people, one table of records for CSV, one tree for JSON.
//
//   Report report;
//   report.blocks.push_back(Heading{"Traffic"});
//   report.blocks.push_back(table);

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "bote/report/chart.hpp"
#include "bote/units/display.hpp"

namespace bote {

/// A value with the way it is printed. The value is in base units.
struct Quantity {
    double value = 0;
    Display display;
    int digits = kShownDigits;
    int of = -1;  // index into Report::names: whose value it is, where its working can be looked up
};

/// What a format may draw. Lengths are parts of the room for it, so that the view chooses the scale and a format the
/// room and the characters. The numbers behind a drawing stand in columns of their own.

/// From the left edge: 1 is the whole room.
struct Bar {
    double length = 0;
};

/// Where a value may lie, around its middle: -1 and 1 are the edges.
struct Interval {
    double low = 0;
    double high = 0;
};

/// How far an answer moves to either side of what it is now, one bar of a tornado: -1 and 1 are the edges.
struct SwingBar {
    double low = 0;
    double high = 0;
};

/// Values one after another, each from 0 at the bottom to 1 at the top.
struct Spark {
    std::vector<double> heights;
};

using Drawing = std::variant<Bar, Interval, SwingBar, Spark>;

/// Empty, text, a quantity, or a drawing. Text is plain: each format escapes it for itself.
using Cell = std::variant<std::monostate, std::string, Quantity, Drawing>;

enum class ColumnKind {
    text,     // left-aligned
    formula,  // left-aligned, code where a format has it
    number,   // right-aligned, each cell in its own unit
    drawing,  // left-aligned; a format that does not draw leaves the column out
    remark,   // prose on a line of its own below the row on a terminal, a plain column elsewhere
    detail,   // the same with a formula
};

/// Whether its cells are formulas.
bool is_code(ColumnKind kind);

struct Column {
    std::string title;
    ColumnKind kind = ColumnKind::text;
};

struct Table {
    std::vector<Column> columns;
    std::vector<std::vector<Cell>> rows;
    std::vector<std::string> anchors = {};  // the quantity whose working a row is; none: no row is one

    /// Moves its cells, where a list in braces would copy them.
    template <class... Cells>
    void add_row(Cells&&... cells) {
        std::vector<Cell>& row = rows.emplace_back();
        row.reserve(sizeof...(cells));
        (row.emplace_back(std::forward<Cells>(cells)), ...);
    }
};

/// Whether a section is open at first, where a format can fold it.
enum class Fold { open, folded };

/// level 1 is the title of the report, 2 a section.
struct Heading {
    std::string text;
    int level = 2;
    Fold fold = Fold::open;
};

enum class Tone { plain, good, bad };

/// A paragraph.
struct Note {
    std::string text;
    Tone tone = Tone::plain;
};

/// One of the few numbers that an answer is about.
struct Figure {
    std::string label;
    Quantity value;
    std::optional<ValueRange> range = {};  // where it may lie, and how that looks beside the other figures
    std::optional<Interval> interval = {};
    std::string remark = {};
};

/// The whole answer in a sentence, and its figures.
struct KeyFigures {
    std::string sentence;
    Tone tone = Tone::plain;
    std::vector<Figure> figures;
};

/// A text that is shown as it is, line by line.
struct Listing {
    std::string caption;
    std::string text;
};

using Block = std::variant<Heading, Note, Table, Chart, KeyFigures, Listing>;

/// A JSON-like tree without a library: the keys of an object keep their order.
struct Datum {
    struct Entry;  // not a pair: one with an incomplete type in it does not compile everywhere
    using Array = std::vector<Datum>;
    using Object = std::vector<Entry>;
    std::variant<std::monostate, bool, double, std::string, Array, Object> value;
};

struct Datum::Entry {
    std::string key;
    Datum value;
};

/// How much it weighs what a check found.
enum class Severity { fine, note, warning, error };

/// What a check found at a place of a file, for programs that mark lines and count results.
struct Annotation {
    Severity severity = Severity::fine;
    std::string rule;      // "expectation"
    std::string file;      // as it was named
    std::size_t line = 0;  // from 1; 0: the file as a whole
    std::size_t column = 0;
    std::size_t end_column = 0;  // behind the last character
    std::string title = {};      // "storage <= 5 PB"
    std::string message = {};    // "is 6.2 PB"
};

/// Who reads the report: a view fills only the part that is asked for.
enum class Audience {
    people,   // blocks
    page,     // blocks with charts, the working and where everything comes from
    sheet,    // records
    program,  // data
};

struct Report {
    std::vector<Block> blocks;
    Table records;  // CSV: one line a record, quantities as full-precision numbers in base units
    Datum data;     // JSON
    Conventions conventions;
    std::vector<Annotation> annotations = {};
    std::vector<std::string> names = {};  // of quantities whose working stands in a table of the report; else empty
};

/// The same as notes and tables, for formats that have nothing else.
std::vector<Block> plain_blocks(const KeyFigures& headline);

/// Several reports as one: their blocks and records in turn, their data as a list.
void append(Report& all, Report&& next);

/// Writes a cell behind another text; a quantity in the unit that fits it, whatever its neighbours have. Nothing where
/// the cell is empty or a drawing.
void append_text(const Cell& cell, const Conventions& conventions, std::string& out);

}  // namespace bote
