// Text that would mean something to Org, LaTeX or a sheet shows as itself.

#include "bote/render/render.hpp"
#include "project/catch.hpp"

namespace bote::test::plain_formats_test {

namespace {

Report report_of(std::string heading, std::string note) {
    Report report;
    report.blocks = {Heading{std::move(heading), 2}, Note{std::move(note)}};
    return report;
}

std::string org(std::string note) {
    const std::string text = render_org(report_of("x", std::move(note)), {});
    const std::string before = "#+OPTIONS: ^:nil\n\n** x\n\n";
    REQUIRE(text.starts_with(before));
    return text.substr(before.size());
}

std::string latex(std::string note) {
    const std::string text = render_latex(report_of("x", std::move(note)), {});
    const auto at = text.find("\\subsection*{x}\n\n");
    REQUIRE(at != std::string::npos);
    return text.substr(at + 17);
}

}  // namespace

TEST_CASE("Org shows markup of a text as itself") {
    CHECK(org("a * b / c") == "a * b / c\n");
    CHECK(org("cache_memory 1 GB") == "cache_memory 1 GB\n");
    CHECK(org("say *no*") == "say \\zwnj{}*no*\n");
    CHECK(org("(/x/)") == "(\\zwnj{}/x/)\n");
    CHECK(org("a|b") == "a\\vert{}b\n");
    CHECK(org("\\alpha $x$") == "\\backslash{}alpha \\dollar{}x\\dollar{}\n");
    CHECK(org("[[file:x]]") == "[\\zwnj{}[\\zwnj{}file:x]]\n");
    CHECK(org("https://example.com") == "https:\\zwnj{}//example.com\n");
    CHECK(org("* heading") == "\\zwnj{}* heading\n");
    CHECK(org("1. list") == "\\zwnj{}1. list\n");
    CHECK(org("#+INCLUDE: x") == "\\zwnj{}#+INCLUDE: x\n");
    CHECK(org("{{{x}}}") == "{\\zwnj{}{\\zwnj{}{x}}}\n");
    CHECK(org("<2026-01-01>") == "\\lt{}2026-01-01>\n");
}

TEST_CASE("LaTeX shows its special characters as themselves") {
    CHECK(latex("50% of $5 & #1_x") == "50\\% of \\$5 \\& \\#1\\_x\n");
    CHECK(latex("\\input{x}") == "\\textbackslash{}input\\{x\\}\n");
    CHECK(latex("a ^ b ~ c") == "a \\textasciicircum{} b \\textasciitilde{} c\n");
    CHECK(latex("1 <= 2 | \"x\" 'y' `z`") ==
          "1 \\textless{}= 2 \\textbar{} \\textquotedbl{}x\\textquotedbl{} \\textquotesingle{}y\\textquotesingle{} "
          "\\textasciigrave{}z\\textasciigrave{}\n");
    CHECK(latex("--set") == "-{}-set\n");
}

TEST_CASE("a LaTeX table has the rules of booktabs, and numbers on the right") {
    Report report;
    Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}}, {}};
    table.add_row(std::string("[a]"), Quantity{2e9, display_for(kByte)}, std::string("x * 50%"));
    report.blocks = {table};
    CHECK(render_latex(report, {}) ==
          "% needs \\usepackage[T1]{fontenc}, {textcomp} and {booktabs}\n\n"
          "\\begin{tabular}{@{}lrl@{}}\n\\toprule\n & Value & Working \\\\\n\\midrule\n"
          "{}[a] & 2 GB & \\texttt{x * 50\\%} \\\\\n\\bottomrule\n\\end{tabular}\n");
}

TEST_CASE("a TSV field holds no tab, and no formula that a sheet would run") {
    Report report;
    report.records = {{{"a", ColumnKind::text}, {"b", ColumnKind::text}}, {}};
    report.records.add_row(std::string("x\ty"), std::string("=1+1"));
    CHECK(render_tsv(report, {}) == "a\tb\nx y\t'=1+1\n");
}

TEST_CASE("the text format has no box characters, no colour and no width") {
    Report report;
    Table table{{{"a", ColumnKind::text}, {"b", ColumnKind::drawing}}, {}};
    table.add_row(std::string("x"), Drawing{Bar{1}});
    report.blocks = {Note{std::string(200, 'x')}, table};
    const std::string text = render_text(report, {40, Ink::color, Charset::unicode});
    CHECK(std::all_of(text.begin(), text.end(), [](char letter) { return letter > 0; }));
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find(std::string(200, 'x')) != std::string::npos);
}

TEST_CASE("the compact format has a line a row: a formula is how a number comes about, a lone number needs no title") {
    Report report;
    const Column name{"", ColumnKind::text};
    const Table lone{{name, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}},
                     {{std::string("data"), std::string("15 TB"), std::string("5 TB * 3")}, {std::string("none")}}};
    const Table wide{{name, {"Average", ColumnKind::number}, {"Peak", ColumnKind::number}, {"", ColumnKind::drawing}},
                     {{std::string("Reads"), {}, std::string("58k/s"), Bar{1}}}};
    const Table said{{name, {"Because", ColumnKind::formula}, {"Flips", ColumnKind::text}},
                     {{std::string("a cache"), std::string("2 > 1"), std::string("below 1")}}};
    report.blocks = {Heading{"Tiny  URL", 1}, lone, Heading{"More"}, wide, said, Note{"All\nwell."}};
    CHECK(render_compact(report, {}) ==
          "# Tiny  URL\ndata: 15 TB = 5 TB * 3\nnone\n## More\nReads: Peak 58k/s\n"
          "a cache: Because 2 > 1; Flips below 1\nAll well.\n");
}

}  // namespace bote::test::plain_formats_test
