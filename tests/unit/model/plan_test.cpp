#include "model/plan.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::plan_test {
namespace {

/// The errors of a plan, those of its roots included.
std::vector<std::string> refused(const std::string& yaml) {
    std::vector<std::string> lines;
    try {
        Plan plan(workload_of(yaml), {});
        (void)plan.roots();
    } catch (const InputError& problem) {
        for (const auto& error : problem.errors()) lines.push_back(one_line(error));
    }
    return lines;
}

}  // namespace

TEST_CASE("a plan holds what was given, its units, its conventions and the graph of it all") {
    const Plan plan(workload_of("writes: 5/s\nconventions: {day: 100000 s}\ndefine:\n  a [KB]: 5 KB\n  b: 2 days\n"
                                "expect:\n  - writes < 6/s\n"),
                    {});
    CHECK(plan.conventions.day == 1e5);
    CHECK(plan.givens.all.size() == 3);
    CHECK(plan.givens.in_force[*plan.nodes.find_quantity("writes", 0)]->value.text == "5/s");
    REQUIRE(plan.own_displays.size() == 2);
    CHECK(plan.own_displays[0] == *parse_display("KB"));
    CHECK(plan.own_displays[1].dimension == kSecond);
    REQUIRE(plan.expectations.size() == 1);
    CHECK(plan.expected.size() == 2);  // its two sides
    CHECK(plan.graph->is_present(*plan.nodes.find_quantity("write_qps", 0)));
    CHECK(plan.errors.empty());
}

TEST_CASE("the roots are what the expectations read, word and number aside") {
    Plan plan(workload_of("writes: 5/s\nreads: 1/s\nexpect:\n  - writes * 2 users < reads\n  - 5/s > write_qps\n"), {});
    std::vector<std::string> names;
    for (const NodeIndex each : plan.roots()) names.push_back(plan.nodes.name(each));
    CHECK(names == std::vector<std::string>{"writes", "reads", "write_qps"});
    Plan none(workload_of("writes: 5/s\n"), {});
    CHECK(none.roots().empty());
}

TEST_CASE("each expectation that reads what is not there is told once") {
    CHECK(refused("writes: 1/s\nexpect:\n  - data < 5 TB\n") ==
          std::vector<std::string>{"3:5: `data` has no value: it needs `object_size`; give what it is computed from"});
    const auto found = refused("writes: 1/s\nexpect:\n  - data < storage\n  - writes < 5/s\n  - mau + dau < 7\n");
    REQUIRE(found.size() == 2);
    CHECK(found[0].starts_with("3:5: `data` has no value"));
    CHECK(found[1].starts_with("5:5: `mau` has no value"));
}

TEST_CASE("what cannot be read is told before what cannot be computed") {
    // Shape, convention, key, value and expectation are all errors of reading; the missing `dau` would only follow.
    const auto found =
        refused("nmae: [x]\nconventions: {dya: 5 s}\nwrite: 5/s\nwrites: 5 KB\ndefine: {a: dau}\nexpect: [writes]\n");
    REQUIRE(found.size() == 5);
    for (const auto& each : found) CHECK_FALSE(contains(each, "the formula needs"));
    CHECK(refused("writes: 5/s\ndefine: {a: dau}\nexpect: [data < 5 TB]\n") ==
          std::vector<std::string>{"2:13: a: the formula needs `dau`; give it a value"});
}

TEST_CASE("formulas are kept where the caller wants them") {
    const auto kept = std::make_shared<Formulas>();
    const Plan first(workload_of("writes: 5/s\n"), {}, kept);
    CHECK(first.formulas == kept);
    CHECK(kept->trees.size() == 1);
    const Plan second(workload_of("writes: 5/s\nreads: 2 * writes\n"), {}, kept);
    CHECK(kept->trees.size() == 3);
    CHECK(first.givens.all.front().formula == &kept->trees.front());  // what was there stays in its place
}

}  // namespace bote::test::plan_test
