// The sentence above a page, its five figures, and the letters of the inputs.

#include "bote/views/rich_page.hpp"

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::headline_test {
namespace {

// 100M/day * 500 B = 50 GB/day; * 1000 days = 50 TB; * 3 = 150 TB with neither headroom nor spares: 38 disks of 4 TB.
const std::string kShort =
    "name: Short\ndau: 100M\nwrites_per_user: 1/day\nread_write_ratio: 10:1\nobject_size: 500 B\n"
    "retention: 1000 days\nreplication: 3\nheadroom: 0%\nspares: 0\npeak_factor: 1\n";

const Table& last_table(const Report& report) { return std::get<Table>(report.blocks.back()); }

}  // namespace

TEST_CASE("the sentence names the peak, the storage, the machines and what decides most of them") {
    const KeyFigures figures = key_figures_of(estimate_of(kShort));
    CHECK(figures.sentence.find("150 TB of storage need") != std::string::npos);
    CHECK(figures.sentence.find("38 of them for Storage, bound by disk.") != std::string::npos);
    CHECK(figures.tone == Tone::plain);
    REQUIRE(figures.figures.size() == 5);
    CHECK(figures.figures[1].label == "storage");
    CHECK(figures.figures[1].value.value == 150e12);
}

TEST_CASE("the sentence counts the expectations that fail") {
    const auto failing = key_figures_of(estimate_of(kShort + "expect: [storage <= 1 TB, dau == 100M]\n"));
    CHECK(failing.sentence.ends_with(" 1 of 2 expectations fails."));
    CHECK(failing.tone == Tone::bad);
    const auto holding = key_figures_of(estimate_of(kShort + "expect: [dau == 100M]\n"));
    CHECK(holding.sentence.ends_with(" The expectation holds."));
    CHECK(holding.tone == Tone::good);
}

TEST_CASE("a workload from which nothing follows has no sentence and no figures") {
    const KeyFigures figures = key_figures_of(estimate_of("name: Nothing\n"));
    CHECK(figures.sentence.empty());
    CHECK(figures.figures.empty());
}

TEST_CASE("inputs have a letter: given ones first, then defaults with their source") {
    Report report;
    add_inputs_table(report, estimate_of(kShort));
    const Table& table = last_table(report);
    REQUIRE(table.rows.size() > 3);
    CHECK(std::get<std::string>(table.rows.front()[0]) == "G");
    CHECK(std::get<std::string>(table.rows.back()[0]) == "D");
}

TEST_CASE("every row of the working can be linked to") {
    Report report;
    const Estimate estimate = estimate_of(kShort);
    add_working(report, estimate);
    const Table& table = last_table(report);
    CHECK(table.anchors.size() == table.rows.size());
    const auto storage = estimate.model.find("storage");
    REQUIRE(storage);
    CHECK(report.names[at(*storage)] == "storage");
}

}  // namespace bote::test::headline_test
