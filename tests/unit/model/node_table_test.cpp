#include "model/node_table.hpp"

#include <string>

#include "model/graph.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::node_table_test {
namespace {

DefinitionIndex definition(std::string_view name) { return built_in_catalog().find(name).value(); }

}  // namespace

TEST_CASE("without objects and tiers a node has the number of its definition") {
    const NodeTable nodes(built_in_catalog(), workload_of("writes: 1M/day\n"));
    for (const DefinitionIndex each : built_in_catalog().definitions.indices()) {
        if (built_in_catalog().is_of_tiers(each)) continue;
        CHECK(number_of(nodes.id(each, 0)) == number_of(each));
    }
    const auto& names = built_in_catalog()[definition("data")].alternatives.front().names;
    REQUIRE(names.size() == nodes_of(names).size());
    for (std::size_t i = 0; i < names.size(); ++i) CHECK(nodes.definition_of(nodes_of(names)[i]) == names[i]);
}

TEST_CASE("a node leads back to its definition and its scope") {
    const NodeTable nodes(built_in_catalog(),
                          workload_of("objects:\n  tweet: {writes: 1M/day}\n  media: {writes: 1/s}\n"
                                      "tiers:\n  feed: {load: 5k/s}\ndefine:\n  twice: 2 * dau\n"));
    CHECK(nodes.name(nodes.id(definition("storage"), 0)) == "storage");
    CHECK(nodes.name(nodes.id(definition("storage"), 2)) == "media.storage");
    CHECK(nodes.name(nodes.id(definition("tier.load"), 3)) == "feed.load");
    CHECK(nodes.name(nodes.own_id(0)) == "twice");
    for (const NodeIndex id : nodes.all()) {
        if (nodes.is_own(id)) continue;
        const int scope = nodes.scope_of(id);
        if (nodes.exists(nodes.definition_of(id), scope)) CHECK(nodes.id(nodes.definition_of(id), scope) == id);
    }
    CHECK(nodes.find_quantity("tweet.storage", 0) == nodes.find_quantity("storage", 1));
    CHECK_FALSE(nodes.find_quantity("tweet.dau", 0));
}

}  // namespace bote::test::node_table_test
