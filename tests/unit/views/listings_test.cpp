#include "bote/views/listings.hpp"

#include <string>

#include "bote/formula/operation.hpp"
#include "bote/units/unit.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::listings_test {
namespace {

std::string first_cells(const Report& report) {
    std::string all = "\n";
    for (const auto& row : report.records.rows) all += std::get<std::string>(row.front()) + "\n";
    return all;
}

}  // namespace

TEST_CASE("a file to start from is a workload, whatever its name") {
    for (const auto* name :
         {"Chat", "a \"quoted\" \\ name", "C#: the {best} [of] & all", "- x", "'", "ünïcödé 漢字", "%"}) {
        CAPTURE(name);
        const auto yaml = new_workload(name);
        CHECK(errors_of(yaml) == std::vector<std::string>{});
        CHECK(workload_of(yaml).name == name);
    }
}

TEST_CASE("the lines that are comments in a new file work as well") {
    std::string yaml = new_workload("Chat");
    for (const auto* line : {"# peak_factor: 3", "# hot_fraction: 20%", "# hit_ratio: 80%", "# server: {rps",
                             "# define:", "#   fanout_rate", "# expect:", "#   - storage", "#   - qps"}) {
        CAPTURE(line);
        const auto at = yaml.find(line);
        REQUIRE(at != std::string::npos);
        yaml.erase(at, 2);
    }
    CHECK(errors_of(yaml) == std::vector<std::string>{});
}

TEST_CASE("quantities are listed whole, or those whose name holds a word") {
    CHECK(describe_quantities(built_in_catalog(), "").records.rows.size() == built_in_catalog().definitions.size());
    const auto cache = first_cells(describe_quantities(built_in_catalog(), "cache"));
    CHECK(contains(cache, "\ncache_memory\n"));
    CHECK(contains(cache, "\ncache.servers\n"));
    CHECK_FALSE(contains(cache, "storage"));
    CHECK(describe_quantities(built_in_catalog(), "zzz").records.rows.empty());
}

TEST_CASE("constants are those with a default, and units are all of them") {
    const auto constants = first_cells(describe_constants(built_in_catalog(), {}));
    for (const auto* name : {"peak_factor", "server.disk", "server.rps", "hit_ratio", "spares", "app.target"}) {
        CAPTURE(name);
        CHECK(contains(constants, "\n" + std::string(name) + "\n"));
    }
    CHECK_FALSE(contains(constants, "\nstorage\n"));
    CHECK_FALSE(contains(constants, "\ncompression\n"));
    CHECK(describe_units({}).records.rows.size() == all_units().size());
}

}  // namespace bote::test::listings_test
