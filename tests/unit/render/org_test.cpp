// The blocks of a report as Org, and what two characters together would mean there.

#include "bote/render/render.hpp"

#include "project/catch.hpp"

namespace bote::test::org_test {
namespace {

/// Behind the options at the top.
std::string org(std::vector<Block> blocks) {
    Report report;
    report.blocks = std::move(blocks);
    const std::string text = render_org(report, {});
    const std::string top = "#+OPTIONS: ^:nil\n\n";
    REQUIRE(text.starts_with(top));
    return text.substr(top.size());
}

Quantity bytes(double value) { return {value, display_for(kByte)}; }

}  // namespace

TEST_CASE("headings of Org have a star for each level") {
    CHECK(org({Heading{" a\n", 1}}) == "* a\n");
    CHECK(org({Heading{"a", 3}}) == "*** a\n");
    CHECK(org({Heading{"a", 0}}) == "* a\n");
    CHECK(org({Heading{"*a*", 2}}) == "** \\zwnj{}*a*\n");
}

TEST_CASE("emphasis of Org begins behind a blank or an opening alone") {
    CHECK(org({Note{"a =b= ~c~ +d+ _e_"}}) == "a \\zwnj{}=b= \\zwnj{}~c~ \\zwnj{}+d+ \\zwnj{}_e_\n");
    CHECK(org({Note{"a-*b* '/c/' \"=d= {_e_}"}}) == "a-\\zwnj{}*b* '\\zwnj{}/c/' \"\\zwnj{}=d= {\\zwnj{}_e_}\n");
    CHECK(org({Note{"*b*"}}) == "\\zwnj{}*b*\n");
    CHECK(org({Note{"a*b* 1/2 c ="}}) == "a*b* 1/2 c =\n");
}

TEST_CASE("inline blocks, calls, exports and footnotes of Org are parted") {
    CHECK(org({Note{"src_x call_y rc_z"}}) == "src\\zwnj{}_x call\\zwnj{}_y rc_z\n");
    CHECK(org({Note{"a @@b@ c"}}) == "a @\\zwnj{}@b@ c\n");
    CHECK(org({Note{"a [fn:1] {b}"}}) == "a [\\zwnj{}fn:1] {b}\n");
    CHECK(org({Note{"1) a"}}) == "\\zwnj{}1) a\n");
    CHECK(org({Note{"+ a"}, Note{": b"}, Note{"- c"}}) == "\\zwnj{}+ a\n\n\\zwnj{}: b\n\n\\zwnj{}- c\n");
    CHECK(org({Note{"12 a"}, Note{" \n"}, Note{"1a. b"}}) == "12 a\n\n1a. b\n");
}

TEST_CASE("a table of Org is aligned, numbers on the right, with a rule below the titles") {
    CHECK(org({Table{{{"", ColumnKind::text}, {"", ColumnKind::drawing}, {"Value", ColumnKind::number}},
                     {{std::string("a"), Bar{1}, bytes(2e9)}, {std::string("漢|"), {}, bytes(30e12)}}}}) ==
          "|           | Value |\n"
          "|-----------+-------|\n"
          "| a         |  2 GB |\n"
          "| 漢\\vert{} | 30 TB |\n");
    CHECK(org({Table{{{"", ColumnKind::text}, {"", ColumnKind::number}}, {{}}}}) ==
          "|   |   |\n|---+---|\n|   |   |\n");
}

TEST_CASE("charts and key figures of Org are tables") {
    CHECK(org({Chart{"c", "C", "", BarChart{{"storage", display_for(kByte)}, {{"tweet", 1e12}}}}}) ==
          "|       | storage |\n|-------+---------|\n| tweet |    1 TB |\n");
    CHECK(org({KeyFigures{"Well.", Tone::good, {{"data", bytes(3e12)}}}}) ==
          "Well.\n\n|      | Value |\n|------+-------|\n| data |  3 TB |\n\n");
}

TEST_CASE("a listing of Org holds no heading and no end of its own") {
    CHECK(org({Listing{"a.yaml", "dau: 1\n* x\n#+end_example\n\n  - y: *b*\n"}}) ==
          "#+begin_example\ndau: 1\n,* x\n,#+end_example\n\n  - y: *b*\n#+end_example\n");
    CHECK(org({Listing{"a.yaml", "# why\n  #+end_example\n,* x\n, y\n"}}) ==
          "#+begin_example\n# why\n  ,#+end_example\n,,* x\n, y\n#+end_example\n");
    CHECK(org({Listing{"a.yaml", "a\x1b[31m\n"}}) == "#+begin_example\na\\x1b[31m\n#+end_example\n");
}

}  // namespace bote::test::org_test
