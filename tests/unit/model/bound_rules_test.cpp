#include "model/bound_rules.hpp"

#include <algorithm>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::bound_rules_test {
namespace {

/// How many rules of a class a workload has.
std::ptrdiff_t rules_of(const Model& model, Class kind) {
    return std::count_if(model.rules.begin(), model.rules.end(),
                         [&](const BoundRule& each) { return each.rule->kind == kind; });
}

}  // namespace

TEST_CASE("a rule is asked only where all that it names is there") {
    const Model nothing = model_of("growth: 10%\nhorizon: 1 year\n");
    const Model some = model_of("writes: 1M/day\nreads: 10M/day\nobject_size: 1 KB\n");
    CHECK(nothing.rules.size() < some.rules.size());
    for (const auto& each : some.rules) {
        for (const auto names : {each.left, each.right, each.texts})
            CHECK(std::all_of(names.begin(), names.end(),
                              [](const Binding& name) { return name.quantity != QuantityIndex::none; }));
    }
}

TEST_CASE("a rule about objects is asked of each object, and of the one without a name") {
    const Model one = model_of("writes: 1M/day\nreads: 10M/day\nobject_size: 1 KB\n");
    const Model two = model_of(
        "objects:\n  a1: {writes: 1M/day, reads: 10M/day, object_size: 1 KB}\n"
        "  a2: {writes: 1M/day, reads: 10M/day, object_size: 1 KB}\n");
    CHECK(rules_of(one, Class::object) > 0);
    CHECK(rules_of(two, Class::object) == 2 * rules_of(one, Class::object));
    for (const auto& each : one.rules) CHECK(each.object == -1);
    for (const auto& each : two.rules) CHECK((each.object >= 0) == (each.rule->kind == Class::object));
}

TEST_CASE("room is made for the names of every rule in every scope") {
    for (const std::string yaml :
         {"writes: 1M/day\nreads: 10M/day\nobject_size: 1 KB\n",
          "objects: {a1: {writes: 1M/day}, a2: {reads: 1M/day}}\ntiers: {feed: {load: qps}}\n"}) {
        const Workload workload = workload_of(yaml);
        const NodeTable nodes(built_in_catalog(), workload);
        const Model model = build_model(workload, {});
        std::size_t names = 0;
        for (const auto& each : model.rules) names += each.left.size() + each.right.size() + each.texts.size();
        CHECK(names <= most_names_of_rules(nodes));
    }
}

}  // namespace bote::test::bound_rules_test
