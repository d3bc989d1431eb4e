#include "views/sections.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"
#include "views/section_tables.hpp"

namespace bote::test::sections_test {
namespace {

Texts cell_texts(const Estimate& estimate, std::string_view name, ShownAs as) {
    return texts_of({shown_cell(estimate, name, as)});
}

/// The lines of some quantities, without a section.
std::vector<Texts> lines(const std::string& yaml, const Texts& names) {
    const Estimate estimate = estimate_of(yaml);
    ShownSection shown;
    for (const auto& name : names) shown.quantities.push_back(estimate.model.find(name).value());
    std::vector<Texts> rows;
    for (const auto& row : lines_table(estimate, shown).rows) rows.push_back(texts_of(row));
    return rows;
}

Report page(const std::string& yaml, Extent extent = Extent::brief) {
    Report report;
    add_sections(report, estimate_of(yaml), extent);
    return report;
}

/// The titles of its sections, and for each table the number of its rows.
Texts blocks_of(const Report& report) {
    Texts texts;
    for (const auto& block : report.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) texts.push_back(heading->text);
        if (const auto* table = std::get_if<Table>(&block)) texts.push_back(std::to_string(table->rows.size()));
    }
    return texts;
}

bool has(const Texts& texts, const std::string& text) { return std::count(texts.begin(), texts.end(), text) > 0; }

}  // namespace

TEST_CASE("a place of the page shows a quantity as it is, in bits or as the count of a day") {
    const Estimate estimate = estimate_of("writes: 2/s\nobject_size: 1 KB\n");
    CHECK(cell_texts(estimate, "ingress", ShownAs::itself) == Texts{"2 KB/s"});
    CHECK(cell_texts(estimate, "ingress", ShownAs::bits) == Texts{"16 kbps"});
    CHECK(cell_texts(estimate, "write_qps", ShownAs::daily) == Texts{"173k"});
    for (const ShownAs as : {ShownAs::itself, ShownAs::bits, ShownAs::daily})
        CHECK(std::holds_alternative<std::monostate>(shown_cell(estimate, "egress", as)));
    const Estimate short_days = estimate_of("writes: 2/s\nconventions: {day: 10000 s}\n");
    CHECK(cell_texts(short_days, "write_qps", ShownAs::daily) == Texts{"20k"});
}

TEST_CASE("a line has the working, of a second name for a quantity the working of the first") {
    const std::string posts = "writes: 1M/day\nobject_size: 1 KB\nretention: 10 days\nheadroom: 50%\n";
    CHECK(lines(posts, {"object_size", "data", "filled"}) ==
          std::vector<Texts>{{"object_size", "1 KB", "given"},
                             {"data", "10 GB", "1 GB/day * 10 days"},
                             {"filled", "20 GB", "10 GB / (1 - 50%)"}});
    CHECK(lines(posts + "define: {own: filled, twice: own * 2, once: own * 1, \"in_bits [bit]\": own}\n",
                {"own", "twice", "once", "in_bits"}) == std::vector<Texts>{{"own", "20 GB", "10 GB / (1 - 50%)"},
                                                                           {"twice", "40 GB", "20 GB * 2"},
                                                                           {"once", "20 GB", "20 GB * 1"},
                                                                           {"in_bits", "160 Gbit", "20 GB"}});
}

TEST_CASE("a section has its heading where it has rows") {
    Report report;
    Table table{{{"", ColumnKind::text}}, {}};
    add_section(report, "Nothing", table);
    CHECK(report.blocks.empty());
    table.add_row(std::string("x"));
    add_section(report, "Something", table);
    REQUIRE(report.blocks.size() == 2);
    CHECK(std::get<Heading>(report.blocks[0]).text == "Something");
    CHECK(std::get<Heading>(report.blocks[0]).level == 2);
    CHECK(std::get<Table>(report.blocks[1]).rows.size() == 1);
}

TEST_CASE("a page has the sections for which there are numbers, one heading each, and own quantities at the end") {
    CHECK(blocks_of(page("mau: 10M\n")).empty());
    // Writes alone need no total; one server and its spares have no total either.
    CHECK(blocks_of(page("writes: 1M/day\n")) == Texts{"Traffic", "1", "Servers", "1"});
    const Texts own = blocks_of(page("writes: 1M/day\ndefine: {own: 5, other: 6}\n"));
    REQUIRE(own.size() == 6);
    CHECK(own[4] == "Own quantities");
    CHECK(own[5] == "2");
    CHECK_FALSE(has(blocks_of(page("writes: 1M/day\n")), "Load"));
    CHECK(has(blocks_of(page("writes: 1M/day\n", Extent::all)), "Load"));
}

TEST_CASE("with objects the storage has a row for each and a total, without them a line for each step") {
    const Texts one = blocks_of(page("writes: 1M/day\nobject_size: 1 KB\n"));
    const auto storage = std::find(one.begin(), one.end(), "Storage");
    REQUIRE(storage != one.end());
    CHECK(*(storage + 1) == "5");  // new_data, retained_objects, data, filled, storage
    const Texts two = blocks_of(
        page("objects:\n  a: {writes: 1M/day, object_size: 1 KB}\n  b: {writes: 1M/day, object_size: 1 KB}\n"));
    const auto by_object = std::find(two.begin(), two.end(), "Storage");
    REQUIRE(by_object != two.end());
    CHECK(*(by_object + 1) == "3");
}

}  // namespace bote::test::sections_test
