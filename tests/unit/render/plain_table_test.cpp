#include "render/plain_table.hpp"

#include "project/catch.hpp"

namespace bote::test::plain_table_test {
namespace {

using Rows = std::vector<std::vector<std::string>>;

}  // namespace

TEST_CASE("a plain table has neither columns nor cells of drawings") {
    const Table table{{{"", ColumnKind::drawing},
                       {"a\nb", ColumnKind::number},
                       {"c", ColumnKind::drawing},
                       {"d", ColumnKind::detail}},
                      {{Bar{1}, Quantity{2e9, display_for(kByte)}, std::string("left out"), std::string("x\ty\x1b")},
                       {Bar{1}, Bar{1}, Bar{1}, std::monostate{}}}};
    const PlainTable plain = plain_table(table, {});
    REQUIRE(plain.columns.size() == 2);
    CHECK(plain.columns[0].title == "a b");
    CHECK(plain.columns[0].kind == ColumnKind::number);
    CHECK(plain.columns[1].title == "d");
    CHECK(plain.columns[1].kind == ColumnKind::detail);
    CHECK(plain.rows == Rows{{"2 GB", "x y\\x1b"}, {"", ""}});
}

TEST_CASE("a plain table has a cell for each column in every row") {
    const Table table{{{"a", ColumnKind::text}, {"b", ColumnKind::text}},
                      {{}, {std::string("1")}, {std::string("1"), std::string("2"), std::string("3")}}};
    CHECK(plain_table(table, {}).rows == Rows{{"", ""}, {"1", ""}, {"1", "2"}});
    const PlainTable binary =
        plain_table({{{"a", ColumnKind::number}}, {{Quantity{2048, display_for(kByte)}}}}, {.kilo = 1024});
    CHECK(binary.rows == Rows{{"2 KB"}});
}

TEST_CASE("blocks stand behind an empty line each, and those that write nothing leave none") {
    std::string out = "top\n";
    write_apart({Note{""}, Note{"a\n"}, Note{""}, Note{"b\n"}, Note{""}}, out,
                [&](const Block& block) { out += std::get<Note>(block).text; });
    CHECK(out == "top\n\na\n\nb\n");
}

}  // namespace bote::test::plain_table_test
