// The blocks of a report as LaTeX; how texts are escaped is in plain_formats_test.cpp.

#include "bote/render/render.hpp"

#include "project/catch.hpp"

namespace bote::test::latex_test {
namespace {

/// Behind the comment at the top.
std::string latex(std::vector<Block> blocks) {
    Report report;
    report.blocks = std::move(blocks);
    const std::string text = render_latex(report, {});
    const std::string top = "% needs \\usepackage[T1]{fontenc}, {textcomp} and {booktabs}\n";
    REQUIRE(text.starts_with(top));
    return text.substr(top.size());
}

std::string tabular(const std::string& alignment, const std::string& titles, const std::string& rows) {
    return "\\begin{tabular}{@{}" + alignment + "@{}}\n\\toprule\n" + titles + " \\\\\n\\midrule\n" + rows +
           "\\bottomrule\n\\end{tabular}\n";
}

}  // namespace

TEST_CASE("headings of LaTeX are sections by their level") {
    CHECK(latex({Heading{" a_b\n", 1}}) == "\n\\section*{a\\_b}\n");
    CHECK(latex({Heading{"a", 0}}) == "\n\\section*{a}\n");
    CHECK(latex({Heading{"a", 2}}) == "\n\\subsection*{a}\n");
    CHECK(latex({Heading{"a", 3}}) == "\n\\subsubsection*{a}\n");
}

TEST_CASE("blocks of LaTeX stand apart, and those without a text leave no gap") {
    CHECK(latex({Note{"one"}, Note{" \n"}, Table{{{"", ColumnKind::drawing}}, {{Bar{1}}}}, Note{"two"}}) ==
          "\none\n\ntwo\n");
    CHECK(latex({Listing{"a.yaml", "dau: 1%\n  x: #2\n"}}) ==
          "\n\\noindent\\texttt{dau: 1\\%}\\par\n\\noindent\\texttt{~~x: \\#2}\\par\n");
}

TEST_CASE("a cell of LaTeX is code by its column, and never an argument of the line end before it") {
    CHECK(latex({Table{{{"*", ColumnKind::text}, {"Working", ColumnKind::detail}, {"n", ColumnKind::number}},
                       {{std::string("*a"), std::string("[b]"), std::string("1")},
                        {std::string("a[b]"), {}, std::string("[2]")}}}}) ==
          "\n" + tabular("llr", "{}* & Working & n", "{}*a & \\texttt{[b]} & 1 \\\\\na[b] &  & {}[2] \\\\\n"));
}

TEST_CASE("charts and key figures of LaTeX are tables") {
    CHECK(latex({Chart{"c", "C", "", BarChart{{"storage", display_for(kByte)}, {{"tweet", 1e12}}}}}) ==
          "\n" + tabular("lr", " & storage", "tweet & 1 TB \\\\\n"));
    CHECK(latex({KeyFigures{"Well.", Tone::good, {{"storage", {3e12, display_for(kByte)}}}}}) ==
          "\nWell.\n\n" + tabular("lr", " & Value", "storage & 3 TB \\\\\n") + "\n");
}

}  // namespace bote::test::latex_test
