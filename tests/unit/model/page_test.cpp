// What the built-in page shows, by the words of the README.

#include "bote/model/page.hpp"

#include <string>
#include <vector>

#include "bote/model/catalog.hpp"
#include "project/catch.hpp"

namespace bote::test::page_test {
namespace {

using Names = std::vector<std::string>;

Names names_of(IndexList<DefinitionIndex> definitions) {
    Names names;
    for (const DefinitionIndex each : definitions) names.emplace_back(built_in_catalog()[each].name);
    return names;
}

const PageSection& section(const std::string& title) {
    for (const auto& each : built_in_catalog().page.sections) {
        if (each.title == title) return each;
    }
    throw std::runtime_error("no section " + title);
}

}  // namespace

TEST_CASE("an overview has its quantities in the order of the page") {
    const Page& page = built_in_catalog().page;
    CHECK(names_of(page.overview(Overview::sweep)) ==
          Names{"peak_qps", "storage", "app.machines", "cache.machines", "database.machines", "tier.machines", "cost"});
    CHECK(names_of(page.overview(Overview::timeline)) ==
          Names{"peak_qps", "storage", "app.machines", "database.machines", "tier.machines", "cost"});
    CHECK(names_of(page.overview(Overview::compare)).front() == "dau");  // on no section, so in front
    CHECK(names_of(page.asked).front() == "cost");
}

TEST_CASE("a section has its lines in the order of the rows, those that are last behind them") {
    Names names;
    for (const auto& line : section("Traffic").lines) names.emplace_back(built_in_catalog()[line.definition].name);
    CHECK(names == Names{"writes", "reads", "write_qps", "read_qps", "qps", "peak_write_qps", "peak_read_qps",
                         "peak_qps", "deliveries", "pushes", "concurrent_users"});
}

TEST_CASE("the tables over objects and tiers have the columns that rows of quantities name") {
    const auto& cache = section("Cache");
    CHECK(cache.over == Over::few_objects);
    REQUIRE(cache.columns.size() == 3);
    CHECK(cache.columns[0].title == "Memory");
    CHECK(cache.columns[1].title == "Peak reads");
    CHECK(cache.columns[2].title == "Cache misses");
    const auto& servers = section("Servers");
    CHECK(servers.over == Over::tiers);
    std::vector<std::string_view> titles;
    for (const auto& column : servers.columns) titles.push_back(column.title);
    CHECK(titles == std::vector<std::string_view>{"Peak load", "Needed", "With spares", "In use", "Cost"});
    CHECK(section("Load").only_in_all);
    CHECK(section("CDN and internal traffic").only_without_tiers);
}

}  // namespace bote::test::page_test
