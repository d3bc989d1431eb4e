// Tables with a row for each object or tier, of made-up sections.

#include "views/section_tables.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::section_things_test {
namespace {

PageColumn column(std::string_view title, std::string_view name) {
    return {title, built_in_catalog().find(name).value(), ShownAs::itself};
}

PageSection section_of(const std::vector<PageColumn>& columns, Over over) {
    PageSection section;
    section.over = over;
    section.columns = columns;
    return section;
}

/// The lines of a table, the titles of its columns first.
std::vector<Texts> lines_of(const Table& table) {
    std::vector<Texts> lines(1);
    for (const Column& each : table.columns) lines.front().push_back(each.title);
    for (const auto& row : table.rows) lines.push_back(texts_of(row));
    return lines;
}

const std::vector<PageColumn> kColumns{column("Writes", "write_qps"), column("Reads", "read_qps"),
                                       column("New", "new_data")};

std::vector<Texts> objects(const std::string& yaml, Over over = Over::objects, Extent extent = Extent::brief) {
    return lines_of(objects_table(estimate_of(yaml), section_of(kColumns, over), extent));
}

std::string many(int count) {
    std::string yaml = "objects:\n";
    for (int i = 1; i <= count; ++i) yaml += "  kind_" + std::to_string(i) + ": {writes: 1/s}\n";
    return yaml;
}

const std::vector<PageColumn> kServers{column("Load", "tier.load"), column("Needed", "servers"),
                                       column("In all", "machines")};

std::vector<Texts> tiers(const std::string& yaml, Extent extent = Extent::brief) {
    return lines_of(tiers_table(estimate_of(yaml), section_of(kServers, Over::tiers), extent));
}

}  // namespace

TEST_CASE("objects have a row each and a total, and columns of what some of them has") {
    CHECK(objects("objects:\n  a: {writes: 1/s}\n  b: {writes: 2/s, reads: 5/s}\n") ==
          std::vector<Texts>{{"", "Writes", "Reads"}, {"a", "1/s", ""}, {"b", "2/s", "5/s"}, {"Total", "3/s", "5/s"}});
    // An object without any of it has no row, and one row needs no total.
    CHECK(objects("objects:\n  a: {writes: 1k/s}\n  b: {existing: 5M}\n") ==
          std::vector<Texts>{{"", "Writes"}, {"a", "1k/s"}});
    CHECK(objects("objects: {a: {writes: 1k/s}}\n") == std::vector<Texts>{{"", "Writes"}, {"a", "1k/s"}});
}

TEST_CASE("of more than eight objects some sections have the total alone, and of two where there are tiers") {
    CHECK(objects(many(8), Over::few_objects).size() == 1 + 8 + 1);
    CHECK(objects(many(9), Over::few_objects).size() == 1 + 1);
    CHECK(objects(many(9), Over::few_objects).back().front() == "Total");
    CHECK(objects(many(9), Over::few_objects, Extent::all).size() == 1 + 9 + 1);
    CHECK(objects(many(9), Over::objects).size() == 1 + 9 + 1);
    const std::string edge = "tiers: {edge: {load: 1/s}}\n";
    CHECK(objects(many(2) + edge, Over::few_objects).size() == 1 + 1);
    CHECK(objects(many(1) + edge, Over::few_objects).size() == 1 + 1);
    CHECK(objects(many(1) + edge, Over::few_objects).back().front() == "kind_1");
}

TEST_CASE("tiers with something to do have a row with what binds them, and a total where there are two") {
    // 70k requests a second at 35k/s of 100% a server; nothing is kept, so that no other tier has servers.
    const std::string calls = "writes: 70k/s\npeak_factor: 1\napp.rps: 35k/s\napp.target: 100%\nspares: 1\n";
    CHECK(tiers(calls) == std::vector<Texts>{{"", "Needed", "In all", "Bound by", "Working"},
                                             {"Application", "2", "3", "requests", "70k/s / (35k/s * 100%)"}});
    const std::string edge = "tiers: {edge: {title: Edge, load: 30k/s, rps: 10k/s, target: 100%}}\n";
    CHECK(tiers(calls + edge) == std::vector<Texts>{{"", "Load", "Needed", "In all", "Bound by"},
                                                    {"Application", "", "2", "3", "requests"},
                                                    {"Edge", "30k/s", "3", "4", "requests"},
                                                    {"Total", "", "5", "7", ""}});
    const auto all = tiers(calls + edge, Extent::all);
    CHECK(all[0].back() == "Working");
    CHECK(all[2].back() == "30k/s / (10k/s * 100%)");
    CHECK(all[3].size() == all[0].size());
    CHECK(tiers("mau: 5M\n").size() == 1);
    const std::string bought = "tiers: {web: {machines: 20}}\n";  // nobody says for what
    CHECK(tiers(calls + bought)[2] == Texts{"web", "", "20", ""});
    CHECK(tiers(calls + bought)[3] == Texts{"Total", "2", "23", ""});
}

}  // namespace bote::test::section_things_test
