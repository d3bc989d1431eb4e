// The compact format, block by block.

#include "bote/render/render.hpp"

#include "project/catch.hpp"

namespace bote::test::compact_test {
namespace {

std::string compact(Block block) {
    Report report;
    report.blocks = {std::move(block)};
    return render_compact(report, {});
}

Quantity bytes(double value) { return {value, display_for(kByte)}; }

const Column kName{"", ColumnKind::text};
const Column kValue{"Value", ColumnKind::number};
const Column kWorking{"Working", ColumnKind::formula};

}  // namespace

TEST_CASE("a compact row names its columns where it has more than one, and leaves out empty cells") {
    const Column needed{"Needed", ColumnKind::number};
    const Column bound{"Bound by", ColumnKind::text};
    const std::string app = "App";
    CHECK(compact(Table{{kName, needed, {"Spares", ColumnKind::number}, bound},
                        {{app, std::string("16"), std::string("18"), std::string("disk")}, {app, {}, {}, app}}}) ==
          "App: Needed 16; Spares 18; Bound by disk\nApp: Bound by App\n");
    CHECK(compact(Table{{kName, needed}, {{app, std::string("16")}, {{}, std::string("17")}}}) == "App: 16\n17\n");
    CHECK(compact(Table{{kName, bound}, {{app, std::string("disk")}}}) == "App: Bound by disk\n");
    CHECK(compact(Table{{kName, {"", ColumnKind::text}}, {{app, std::string("disk")}}}) == "App: disk\n");
}

TEST_CASE("a compact formula stands behind its number, and has its title where that is missing") {
    const std::string formula = "5 TB * 3";
    CHECK(compact(Table{{kName, kValue, kWorking}, {{std::string("data"), bytes(15e12), formula}}}) ==
          "data: 15 TB = 5 TB * 3\n");
    CHECK(compact(Table{{kName, kValue, kWorking}, {{std::string("data"), {}, formula}}}) ==
          "data: Working 5 TB * 3\n");
    CHECK(compact(Table{{kName, {"In", ColumnKind::number}, {"Out", ColumnKind::number}, kWorking},
                        {{std::string("data"), bytes(1), bytes(2), formula}}}) == "data: In 1 B; Out 2 B = 5 TB * 3\n");
}

TEST_CASE("compact charts and key figures are the lines of their tables") {
    CHECK(compact(Chart{"c", "C", "", BarChart{{"storage", display_for(kByte)}, {{"tweet", 1e12}, {"image", 2e12}}}}) ==
          "tweet: 1 TB\nimage: 2 TB\n");
    KeyFigures figures{"All is well.", Tone::good, {{"storage", bytes(3e12)}}};
    CHECK(compact(figures) == "All is well.\nstorage: 3 TB\n");
    figures.figures.front().range = ValueRange{1e12, 5e12};
    CHECK(compact(figures) == "All is well.\nstorage: Value 3 TB; From 1 TB; To 5 TB\n");
}

TEST_CASE("a compact listing keeps its lines, and a paragraph is one line or none") {
    CHECK(compact(Listing{"a.yaml", "dau: 1M\n  x: \x1b\n\nb: 2\n\n"}) == "dau: 1M\n  x: \\x1b\n\nb: 2\n");
    CHECK(compact(Note{" two\nlines\n"}) == "two lines\n");
    CHECK(compact(Note{" \n"}).empty());
    CHECK(compact(Heading{"Title", 1}) == "# Title\n");
    CHECK(compact(Heading{"Part", 3}) == "## Part\n");
    CHECK(compact(Table{{{"", ColumnKind::drawing}}, {{Bar{1}}}}).empty());
}

}  // namespace bote::test::compact_test
