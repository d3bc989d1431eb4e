#pragma once
// Report -> text: the table of formats.
//
//   const Format* format = find_format("markdown");
//   std::string text = format->render(report, Canvas{});

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

#include "bote/base/error.hpp"
#include "bote/report/report.hpp"

namespace bote {

/// The characters that lines and bars are drawn with. Texts are UTF-8 in any case.
enum class Charset { unicode, ascii };

/// A document of its own, a piece to be pasted into another one, or a card: the verdict and the figures alone.
enum class PageForm { whole, fragment, card };

/// What the text is for: `width` columns (0: no limit), with or without colour. Only the table format looks at it.
struct Canvas {
    std::size_t width = 0;
    Ink ink = Ink::plain;
    Charset charset = Charset::unicode;
    PageForm form = PageForm::whole;
};

/// A line of fields, for formats whose lines are records.
struct SheetLine {
    char separator = ',';
    std::string (*write_text)(std::string_view) = nullptr;
};

struct Format {
    std::string_view name;
    std::string_view endings;  // of its files, with a dot: ".md .markdown"
    std::string_view meaning;
    Audience audience;  // the part of the report that it reads
    std::string (*render)(const Report&, const Canvas&);
    const SheetLine* line = nullptr;  // of a sheet; a command with very many rows writes them itself
    std::string_view only = "";       // the command that has it; empty: all
};

std::span<const Format> all_formats();

/// Null if there is none of that name.
const Format* find_format(std::string_view name);

/// The format of a file by its ending, as in ".csv". Null if no format has it.
const Format* find_format_of(std::string_view ending);

/// An aligned table for a terminal.
std::string render_table(const Report& report, const Canvas& canvas);
/// GitHub Markdown; renders in Obsidian too.
std::string render_markdown(const Report& report, const Canvas& canvas);
/// RFC 4180 with a heading line; text that a spreadsheet would run is defused by a leading apostrophe.
std::string render_csv(const Report& report, const Canvas& canvas);
/// One field of it; for rows that are too many for a report.
std::string write_csv_text(std::string_view text);
inline constexpr SheetLine kCsvLine{',', write_csv_text};
/// The same with tabs, to paste into a sheet.
std::string render_tsv(const Report& report, const Canvas& canvas);
std::string write_tsv_text(std::string_view text);
inline constexpr SheetLine kTsvLine{'\t', write_tsv_text};
/// Aligned columns of ASCII characters, whatever the terminal, for mail and chat.
std::string render_text(const Report& report, const Canvas& canvas);
/// A line for each row, the fewest characters that say the same.
std::string render_compact(const Report& report, const Canvas& canvas);
/// Org mode: headings and tables.
std::string render_org(const Report& report, const Canvas& canvas);
/// One page without scripts or anything from elsewhere, light and dark.
std::string render_html(const Report& report, const Canvas& canvas);
/// The first chart, or the card. Empty where the report has none.
std::string render_svg(const Report& report, const Canvas& canvas);
/// The diagram, or the first chart that Mermaid can draw. Empty where the report has none.
std::string render_mermaid(const Report& report, const Canvas& canvas);
/// The diagram as a graph for Graphviz. Empty where the report has none.
std::string render_dot(const Report& report, const Canvas& canvas);
/// A piece of a LaTeX document, with the tables of booktabs.
std::string render_latex(const Report& report, const Canvas& canvas);
/// JUnit's XML, as build servers read it: a suite for each file, a case for each expectation.
std::string render_junit(const Report& report, const Canvas& canvas);
/// SARIF 2.1.0, as code scanning reads it: a result for each line that is wrong.
std::string render_sarif(const Report& report, const Canvas& canvas);
/// Commands of a GitHub workflow, which mark lines of a pull request.
std::string render_github(const Report& report, const Canvas& canvas);
/// One object, keys in the order of the report, numbers at full precision.
std::string render_json(const Report& report, const Canvas& canvas);

}  // namespace bote
