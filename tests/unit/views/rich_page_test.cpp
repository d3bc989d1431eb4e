// The pictures of a page, the working and the inputs below it.

#include "bote/views/rich_page.hpp"

#include <string>

#include "bote/model/asked.hpp"
#include "bote/views/uncertainty.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::rich_page_test {
namespace {

const std::string kPosts = "writes: 1k/s\nobject_size: 1 KB\nretention: 1 year\n";

Report charts_of(const std::string& yaml, bool sampled = false) {
    Estimate estimate = estimate_of(yaml);
    if (sampled) sample(estimate, {});
    Report report;
    add_charts(report, estimate);
    return report;
}

/// Headings as they are, charts by their names.
Texts blocks_of(const Report& report) {
    Texts names;
    for (const auto& block : report.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) names.push_back("# " + heading->text);
        if (const auto* chart = std::get_if<Chart>(&block)) names.push_back(chart->name);
    }
    return names;
}

Texts row_of(const Table& table, const std::string& name, std::size_t column) {
    for (const auto& row : table.rows) {
        if (texts_of(row)[column] == name) return texts_of(row);
    }
    return {};
}

}  // namespace

TEST_CASE("a page has the pictures for which there are numbers, in one order") {
    CHECK(blocks_of(charts_of("dau: 5M\n")).empty());
    CHECK(blocks_of(charts_of(kPosts)) == Texts{"# Diagram", "diagram", "# Where it goes", "machines"});
    const std::string ranged = "writes: 1k/s to 4k/s\nobject_size: 1 KB\nretention: 1 year\n";
    CHECK(blocks_of(charts_of(ranged, true)) ==
          Texts{"# Pin down first", "drivers", "distribution", "# Diagram", "diagram", "# Where it goes", "machines"});
    CHECK(blocks_of(charts_of(ranged)).front() == "# Diagram");  // nothing was sampled
    const std::string two = "objects: {a: {existing: 5M, object_size: 1 KB}, b: {existing: 5M, object_size: 2 KB}}\n";
    CHECK(blocks_of(charts_of(two)).back() == "objects");
}

TEST_CASE("growth is drawn up to a horizon of a hundred years, the storage first, with what is crossed told once") {
    const Report report =
        charts_of("writes: 100k/s\nobject_size: 1 KB\nretention: 1 year\ngrowth: 50%\nhorizon: 2 years\n");
    REQUIRE(blocks_of(report).size() > 3);
    CHECK(blocks_of(report)[0] == "# Growth");
    CHECK(blocks_of(report)[1] == "growth");
    const auto lines_at = [&](std::size_t block) {
        return std::get<LineChart>(std::get<Chart>(report.blocks[block]).drawing);
    };
    CHECK(lines_at(1).up.title == "storage");
    CHECK_FALSE(lines_at(1).marks.empty());
    CHECK(lines_at(2).marks.empty());
    const auto grows = [](const std::string& more) {
        return blocks_of(charts_of(kPosts + more)).front() == "# Growth";
    };
    CHECK(grows("growth: 1%\nhorizon: 100 years\n"));
    CHECK_FALSE(grows("growth: 1%\nhorizon: 101 years\n"));
    CHECK_FALSE(grows("horizon: 2 years\n"));
}

TEST_CASE("the working has the formula and its numbers, and of a plain value where it is from") {
    const Estimate estimate = estimate_of(kPosts);
    Report report;
    add_working(report, estimate);
    REQUIRE(report.blocks.size() == 2);
    CHECK(std::get<Heading>(report.blocks[0]).fold == Fold::folded);
    const auto& table = std::get<Table>(report.blocks[1]);
    CHECK(row_of(table, "object_size", 0) == Texts{"object_size", "1 KB", "given", ""});
    CHECK(row_of(table, "peak_factor", 0) == Texts{"peak_factor", "3", "default", ""});
    CHECK(row_of(table, "storage", 0) == Texts{"storage", "135 TB", "filled * replication", "45.1 TB * 3"});
    CHECK(row_of(table, "compression", 0).empty());  // changes nothing
    CHECK(report.names[at(estimate.model.find("storage").value())] == "storage");
    CHECK(report.names[at(estimate.model.find("compression").value())].empty());
}

TEST_CASE("of each input the page says who gave it, in which words and where") {
    Overlay overlay = options({"object_size=2 * 1 KB"});
    overlay.own.push_back(read_definition("own=5"));
    overlay.own.back().layer = Layer::profile;
    Report report;
    add_inputs_table(report, estimate_of(kPosts, overlay));
    REQUIRE(report.blocks.size() == 3);
    const auto& table = std::get<Table>(report.blocks[2]);
    CHECK(row_of(table, "retention", 1) == Texts{"G", "retention", "1 year", "1 year", "test.yaml, line 3"});
    CHECK(row_of(table, "object_size", 1) ==
          Texts{"G", "object_size", "2 KB", "2 * 1 KB", "--set object_size=2 * 1 KB"});
    CHECK(row_of(table, "own", 1) == Texts{"A", "own", "5", "5", "--define own=5"});
    Overlay profile;
    profile.profile = options({"app.rps=5/s"}).options;
    for (Setting& each : profile.profile) each.layer = Layer::profile;
    Report with_profile;
    add_inputs_table(with_profile, estimate_of(kPosts, profile));
    const Texts of_profile = row_of(std::get<Table>(with_profile.blocks[2]), "app.rps", 1);
    CHECK(of_profile == Texts{"A", "app.rps", "5/s", "5/s", "--set app.rps=5/s"});
    const Texts assumed = row_of(table, "replication", 1);
    REQUIRE(assumed.size() == 5);
    CHECK(assumed[0] == "D");
    CHECK(assumed[3].empty());
    CHECK(assumed[4] == built_in_catalog()[*built_in_catalog().find("replication")].source);
    CHECK(row_of(table, "storage", 1).empty());
    std::string letters;
    for (const auto& row : table.rows) letters += texts_of(row)[0];
    CHECK(letters.starts_with("GGGAD"));
    CHECK(letters.find_first_not_of("GAD") == std::string::npos);
    CHECK(letters.rfind('A') < letters.find('D'));
}

}  // namespace bote::test::rich_page_test
