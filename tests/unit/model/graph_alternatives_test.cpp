#include "model/graph.hpp"

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::graph_alternatives_test {
namespace {

struct Planned {
    explicit Planned(const std::string& yaml) : plan(workload_of(yaml), {}), graph(*plan.graph) {}

    [[nodiscard]] NodeIndex id(const std::string& name) const { return plan.nodes.find_quantity(name, 0).value(); }

    [[nodiscard]] const Alternative& chosen(const std::string& name) const {
        REQUIRE(graph.is_present(id(name)));
        return graph.chosen(id(name));
    }

    [[nodiscard]] std::string names(const Alternative& alternative) const {
        std::string result;
        for (const NodeIndex each : nodes_of(alternative.names))
            result += (result.empty() ? "" : " ") + plan.nodes.name(each);
        return result;
    }
    [[nodiscard]] std::string names(const std::string& name) const { return names(chosen(name)); }

    Plan plan;
    const Graph& graph;
};

const std::string kObjects =
    "objects:\n  a1: {writes: 1/s, object_size: 1 KB}\n  b1: {writes: 2/s, object_size: 1 KB}\n"
    "  c1: {writes: 3/s, object_size: 1 KB}\n";

}  // namespace

TEST_CASE("without objects and tiers the alternatives are the rows of the catalogue themselves") {
    const Planned planned("writes: 1/s\nobject_size: 1 KB\n");
    for (const auto* name : {"data", "storage", "qps", "retention"}) {
        CAPTURE(name);
        const auto& row = planned.plan.nodes.definition(planned.id(name));
        CHECK(planned.graph.alternatives(planned.id(name)).data() == row.alternatives.data());
        CHECK(planned.graph.alternatives(planned.id(name)).size() == row.alternatives.size());
    }
}

TEST_CASE("a given value stands in front of what would have computed it, which is kept aside") {
    for (const std::string rest : {"", "objects: {a1: {writes: 1/s}}\n"}) {
        CAPTURE(rest);
        const Planned planned("dau: 3 * 1M\nmau: 5M\n" + rest);
        const auto all = planned.graph.alternatives(planned.id("dau"));
        REQUIRE(all.size() == 1);
        CHECK(all.front().text == "3 * 1M");
        CHECK(all.front().derivation == Derivation::given);
        const auto others = planned.graph.other_alternatives(planned.id("dau"));
        REQUIRE(others.size() == 2);
        CHECK(others.front().text == "mau * active_share");
        CHECK(others.back().text == "registered_users * active_share");
    }
}

TEST_CASE("a total is the sum of the objects' parts, each by the row with the names of its object") {
    const Planned planned(kObjects);
    CHECK(planned.chosen("data").derivation == Derivation::parts);
    CHECK(planned.names("data") == "a1.data b1.data c1.data");
    CHECK(planned.chosen("b1.write_qps").derivation == Derivation::catalog);
    CHECK(planned.names("b1.write_qps") == "b1.writes b1.growth_factor");
    CHECK(planned.graph.alternatives(planned.id("data")).size() == 1);  // nothing of the whole is given
    const Planned shares("dau: 1M\nobjects: {a1: {writes_per_user: 1/day}}\n");
    CHECK(shares.names("a1.writes") == "dau a1.writer_share a1.writes_per_user");  // users there are but once
}

TEST_CASE("a policy of the top level is taken over, unless the object has its own") {
    const Planned planned("retention: 1 year\n" + kObjects +
                          "  e1: {writes: 1/s, object_size: 1 KB, retention: 1 h}\n");
    CHECK(planned.chosen("b1.retention").derivation == Derivation::inherited);
    CHECK(planned.names("b1.retention") == "retention");
    CHECK(planned.chosen("e1.retention").derivation == Derivation::given);
    CHECK(planned.chosen("b1.headroom").derivation == Derivation::catalog);  // nobody gives one
}

TEST_CASE("what follows from a total that is given goes before the sum of the parts") {
    const Planned planned("data: 9 TB\n" + kObjects);
    CHECK(planned.chosen("filled").derivation == Derivation::catalog);
    CHECK(planned.names("filled") == "data headroom");
    CHECK(planned.graph.rests_on(planned.id("storage"), planned.id("data")));
    CHECK(planned.names("a1.filled") == "a1.data a1.headroom");
    // One object has its own disk: the whole is the sum again.
    const Planned own("data: 9 TB\n" + kObjects + "  e1: {filled: 1 TB}\n");
    CHECK(own.chosen("filled").derivation == Derivation::parts);
    CHECK(own.names("filled") == "a1.filled b1.filled c1.filled e1.filled");
}

TEST_CASE("a quantity of tiers is summed over those that have it, and over the objects that live in one") {
    const Planned planned(kObjects + "tiers:\n  box: {load: 5k/s, stores: [a1, c1]}\n  other: {load: 1/s}\n");
    CHECK(planned.chosen("tier.machines").derivation == Derivation::parts);
    CHECK(planned.names("tier.machines") == "box.machines other.machines");
    CHECK(planned.names("box.stored_storage") == "a1.storage c1.storage");
    CHECK_FALSE(planned.graph.is_present(planned.id("other.stored_storage")));
    CHECK(planned.graph.alternatives(planned.id("other.stored_storage")).empty());
    CHECK(planned.names("database.stored_storage") == "b1.storage");  // what lives in no tier
    const Planned all(kObjects + "tiers:\n  box: {load: 5k/s, stores: [a1, b1, c1]}\n");
    CHECK(all.graph.alternatives(all.id("database.stored_storage")).front().derivation == Derivation::catalog);
    const Planned none(kObjects + "tiers:\n  box: {load: 5k/s}\n");
    CHECK(none.graph.alternatives(none.id("database.stored_storage")).front().derivation == Derivation::catalog);
}

}  // namespace bote::test::graph_alternatives_test
