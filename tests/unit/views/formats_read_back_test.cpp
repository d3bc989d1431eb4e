// Every format for people holds the same cells: each is read back by a reader of its own.

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "bote/base/text.hpp"
#include "bote/cli/run.hpp"
#include "bote/model/embedded.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::formats_read_back_test {
namespace {

using Row = std::vector<std::string>;  // its cells that are not empty
using Rows = std::vector<Row>;
using Replacements = std::vector<std::pair<std::string, std::string>>;

std::string printed(const std::vector<std::string>& words, const std::string& yaml, const std::string& format) {
    Environment environment;
    environment.read_input = [&](std::size_t) { return yaml; };
    std::vector<std::string> arguments = words;
    arguments.insert(arguments.end(), {"--format", format});
    const auto outcome = run(arguments, environment);
    REQUIRE(outcome.exit_code == kExitAnswered);
    return outcome.out;
}

/// The first of the replacements that fits at each place.
std::string replace(std::string_view text, const Replacements& replacements) {
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        const auto found = std::find_if(replacements.begin(), replacements.end(),
                                        [&](const auto& each) { return text.substr(i).starts_with(each.first); });
        out += found == replacements.end() ? std::string(1, text[i]) : found->second;
        i += found == replacements.end() ? 1 : found->first.size();
    }
    return out;
}

void add_row(Rows& rows, const Row& cells) {
    Row row;
    for (const std::string& cell : cells)
        if (!trim(cell).empty()) row.emplace_back(trim(cell));
    for (std::string& cell : row) std::erase(cell, '`');  // which mark code in some formats
    rows.push_back(row);
}

Rows read_markdown(const std::string& text) {
    Replacements marks{{"&amp;", "&"}, {"&#8203;", ""}, {"`", ""}};
    for (const char letter : std::string("\\*_[]<>|~$!#:`-+=.")) marks.push_back({{'\\', letter}, {letter}});
    Rows rows;
    for (const auto& line : lines_of(text)) {
        if (!line.text.starts_with("| ") || line.text.find("| --") == 0) continue;
        const std::string whole = replace(line.text, {{"\\|", "\x01"}});
        Row cells;
        for (const auto part : split(whole, '|')) cells.push_back(replace(replace(part, marks), {{"\x01", "|"}}));
        add_row(rows, cells);
    }
    return rows;
}

Rows read_org(const std::string& text) {
    const Replacements entities{
        {"\\vert{}", "|"}, {"\\backslash{}", "\\"}, {"\\dollar{}", "$"}, {"\\lt{}", "<"}, {"\\zwnj{}", ""}};
    Rows rows;
    for (const auto& line : lines_of(text)) {
        if (!line.text.starts_with("| ")) continue;
        Row cells;
        for (const auto part : split(line.text, '|')) cells.push_back(replace(part, entities));
        add_row(rows, cells);
    }
    return rows;
}

Rows read_latex(const std::string& text) {
    const Replacements commands{{"\\textbackslash{}", "\\"},
                                {"\\textasciitilde{}", "~"},
                                {"\\textasciicircum{}", "^"},
                                {"\\textless{}", "<"},
                                {"\\textgreater{}", ">"},
                                {"\\textbar{}", "|"},
                                {"\\textquotedbl{}", "\""},
                                {"\\textquotesingle{}", "'"},
                                {"\\textasciigrave{}", "`"},
                                {"\\{", "{"},
                                {"\\}", "}"},
                                {"\\$", "$"},
                                {"\\#", "#"},
                                {"\\_", "_"},
                                {"\\%", "%"},
                                {"\\&", "&"},
                                {"{}", ""},
                                {"\\texttt{", "\x02"},
                                {"}", ""}};
    Rows rows;
    for (const auto& line : lines_of(text)) {
        if (!line.text.ends_with(" \\\\")) continue;
        const std::string whole = replace(line.text, {{"\\&", "\x01"}, {" \\\\", ""}});
        Row cells;
        for (const auto part : split(whole, '&'))
            cells.push_back(replace(replace(part, commands), {{"\x01", "&"}, {"\x02", ""}}));
        add_row(rows, cells);
    }
    return rows;
}

Rows read_html(const std::string& text) {
    Rows rows;
    for (auto at = text.find("<tr"); at != std::string::npos; at = text.find("<tr", at + 1)) {
        Row cells;
        std::string cell;
        bool in_tag = false;
        for (const char letter : text.substr(at, text.find("</tr>", at) - at)) {
            if (letter == '<') in_tag = true;
            if (in_tag) cell += letter == '<' ? '\x01' : letter;
            else cell += letter;
            if (letter == '>') in_tag = false;
            if (!in_tag && (cell.ends_with("\x01/td>") || cell.ends_with("\x01/th>"))) {
                std::string plain;
                bool tag = false;
                for (const char each : cell) {
                    if (each == '\x01') tag = true;
                    else if (tag && each == '>') tag = false;
                    else if (!tag) plain += each;
                }
                if (cell.find("class=\"draw\"") != std::string::npos) plain.clear();
                cells.push_back(replace(plain, {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}}));
                cell.clear();
            }
        }
        add_row(rows, cells);
    }
    return rows;
}

/// Columns stand two blanks apart.
Rows read_text(const std::string& text) {
    Rows rows;
    for (const auto& line : lines_of(text)) {
        Row cells{""};
        for (std::size_t i = 0; i < line.text.size(); ++i) {
            if (line.text.substr(i, 2) == "  ") cells.emplace_back();
            else cells.back() += line.text[i];
        }
        add_row(rows, cells);
    }
    return rows;
}

struct Asked {
    std::string_view preset;
    std::string yaml;
    std::vector<std::string> words;
};

/// Every preset's page, and of the other commands one for each preset, in turn.
std::vector<Asked> asked_of_presets() {
    const std::vector<std::vector<std::string>> others = {{"estimate", "-", "--all"},
                                                          {"drivers", "-"},
                                                          {"timeline", "-", "peak_qps"},
                                                          {"compare", "-", "--set", "spares=4"},
                                                          {"check", "-"}};
    std::vector<Asked> asked;
    for (const auto& preset : embedded_presets()) {
        const std::string yaml(preset.text);
        asked.push_back({preset.name, yaml, {"estimate", "-"}});
        asked.push_back({preset.name, yaml, others[asked.size() / 2 % others.size()]});
    }
    return asked;
}

}  // namespace

TEST_CASE("Markdown, Org, LaTeX and text hold the same cells for every preset and command") {
    for (const auto& [preset, yaml, words] : asked_of_presets()) {
        CAPTURE(preset, words);
        const Rows rows = read_markdown(printed(words, yaml, "markdown"));
        REQUIRE(rows.size() > 1);
        CHECK(read_org(printed(words, yaml, "org")) == rows);
        CHECK(read_latex(printed(words, yaml, "latex")) == rows);
    }
}

TEST_CASE("each row of a Markdown table is a row of the HTML page") {
    for (const auto& [preset, yaml, words] : asked_of_presets()) {
        CAPTURE(preset, words);
        const Rows html = read_html(printed(words, yaml, "html"));
        for (const Row& row : read_markdown(printed(words, yaml, "markdown"))) {
            CAPTURE(row);
            CHECK(std::find(html.begin(), html.end(), row) != html.end());
        }
    }
}

TEST_CASE("each row of a Markdown table is a line of the text format") {
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        const std::string yaml(preset.text);
        const Rows lines = read_text(printed({"estimate", "-"}, yaml, "text"));
        std::size_t found = 0;
        for (const Row& row : read_markdown(printed({"estimate", "-"}, yaml, "markdown"))) {
            if (row.size() < 2) continue;
            CAPTURE(row);
            // The heading of a section may stand before the titles of its columns.
            const auto holds_row = [&](const Row& line) {
                return line == row ||
                       (!line.empty() && std::equal(line.begin() + 1, line.end(), row.begin(), row.end()));
            };
            CHECK(std::any_of(lines.begin(), lines.end(), holds_row));
            ++found;
        }
        CHECK(found > 3);
    }
}

TEST_CASE("TSV has the fields of CSV") {
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        const std::string yaml(preset.text);
        const std::string csv = printed({"estimate", "-"}, yaml, "csv");
        std::string fields = printed({"estimate", "-"}, yaml, "tsv");
        REQUIRE(csv.find('"') == std::string::npos);
        std::replace(fields.begin(), fields.end(), '\t', ',');
        CHECK(fields == csv);
    }
    CHECK(printed({"sweep", "-", "dau=1M,2M", "storage"}, "dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n", "tsv")
              .starts_with("dau\tstorage [B]\tflips\n1000000\t"));
}

}  // namespace bote::test::formats_read_back_test
