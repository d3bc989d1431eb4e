#include "model/missing.hpp"

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::absent_test {
namespace {

/// What is said of a quantity that a workload lacks.
std::string said_of(const std::string& yaml, const std::string& name) {
    const Plan plan(workload_of(yaml), {});
    const NodeIndex id = plan.nodes.find_quantity(name, 0).value();
    CHECK_FALSE(plan.graph->is_present(id));
    return missing_inputs(*plan.graph, {id}).front();
}

}  // namespace

TEST_CASE("names are listed with commas and a last `and`") {
    CHECK(quoted_list({}) == "something");
    CHECK(quoted_list({"a"}) == "`a`");
    CHECK(quoted_list({"a", "b"}) == "`a` and `b`");
    CHECK(quoted_list({"a", "b", "c"}) == "`a`, `b` and `c`");
}

TEST_CASE("what has no value needs its inputs, and an input only itself") {
    CHECK(said_of("dau: 1M\n", "writes") == "`writes` has no value: it needs `writes_per_user`");
    CHECK(said_of("writes: 1/s\n", "data") == "`data` has no value: it needs `object_size`");
    CHECK(said_of("writes: 1/s\n", "growth") == "`growth` has no value");
    const Plan plan(workload_of("dau: 1M\n"), {});
    const std::vector<NodeIndex> two{*plan.nodes.find_quantity("growth", 0), *plan.nodes.find_quantity("writes", 0)};
    const auto said = missing_inputs(*plan.graph, two);
    REQUIRE(said.size() == 2);
    CHECK(said[0] == "`growth` has no value");
    CHECK(said[1].starts_with("`writes` has no value: it needs"));
}

TEST_CASE("only the formula that lacks something is told, not those that rest on it") {
    CHECK(errors_of("define:\n  a: dau * 2\n  b: a + 1\n  c: b * b\n") ==
          std::vector<std::string>{"2:6: a: the formula needs `dau`; give it a value"});
    CHECK(errors_of("define:\n  c: b * 2\n  b: a + mau\n  a: 5\n").size() == 1);
    CHECK(errors_of("define:\n  a: dau * 2\n  b: mau + 1\n").size() == 2);
}

TEST_CASE("each cycle is told once, and what leads into it not at all") {
    CHECK(errors_of("define:\n  a: b\n  b: c\n  c: b\n") ==
          std::vector<std::string>{"3:6: b: the formulas form a cycle: b -> c -> b; give one of them a value"});
    CHECK(errors_of("define:\n  a: b\n  b: a\n  c: e\n  e: c\n").size() == 2);
}

TEST_CASE("what a profile gives in vain is no error of the file") {
    Overlay profile;
    profile.profile = workload_of("server.rps: dau * 1/s\n").settings;
    for (auto& setting : profile.profile) setting.layer = Layer::profile;
    CHECK(errors_of("writes: 1/s\n", profile).empty());
    for (auto& setting : profile.profile) setting.layer = Layer::option;
    CHECK(errors_of("writes: 1/s\n", profile).size() == 1);
}

}  // namespace bote::test::absent_test
