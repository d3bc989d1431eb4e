#include "model/assemble.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::assemble_test {
namespace {

const ModelQuantity& quantity(const Model& model, std::string_view name) { return model[model.find(name).value()]; }

const std::string kObjects =
    "objects:\n  a1: {writes: 1/s, object_size: 1 KB}\n  b1: {writes: 2/s, object_size: 1 KB}\n";

}  // namespace

TEST_CASE("a quantity knows its object or its tier, and an own one its name alone") {
    const Model model = model_of(kObjects + "tiers:\n  t1: {load: 1/s}\n  t2: {load: 1/s}\ndefine: {mine: 5}\n");
    CHECK(quantity(model, "a1.data").object == 0);
    CHECK(quantity(model, "b1.data").object == 1);
    CHECK(quantity(model, "b1.data").tier == -1);
    CHECK(quantity(model, "data").object == -1);
    CHECK(quantity(model, "t2.machines").tier == 1);
    CHECK(quantity(model, "t2.machines").object == -1);
    CHECK(quantity(model, "server.cores").tier == -1);
    CHECK(quantity(model, "server.cores").object == -1);
    CHECK(quantity(model, "mine").definition == nullptr);
    CHECK(quantity(model, "b1.data").definition == quantity(model, "data").definition);
    CHECK(quantity(model, "t2.machines").name == "t2.machines");
}

TEST_CASE("every quantity is found by its name, and names are sorted for that") {
    const Model model = model_of(kObjects + "define: {z1: 5, a0: 6}\n");
    for (const QuantityIndex each : model.quantities.indices()) CHECK(model.find(model[each].name) == each);
    CHECK(std::is_sorted(model.by_name.begin(), model.by_name.end(),
                         [&](QuantityIndex a, QuantityIndex b) { return model[a].name < model[b].name; }));
    CHECK_FALSE(model.find("c1.data"));
    CHECK_FALSE(model.find("a1."));
    CHECK_FALSE(model.find(""));
    CHECK_FALSE(model.find("dau"));  // a row of the catalogue that is not there
}

TEST_CASE("the inputs that count are listed in the order in which they stand, options last") {
    const Model model = model_of("object_size: 1 KB\nwrites: 1/s\ndefine: {mine: 5}\n", options({"headroom=20%"}));
    CHECK(model.given == std::vector<std::string>{"object_size", "writes", "mine", "headroom"});
    const Model replaced = model_of("writes: 1/s\nobject_size: 1 KB\n", options({"writes=2/s"}));
    CHECK(replaced.given == std::vector<std::string>{"object_size", "writes"});
    // What another line implies is not listed, nor is what a profile says.
    Overlay profile;
    profile.profile = workload_of("server.rps: 5k/s\n").settings;
    for (auto& setting : profile.profile) setting.layer = Layer::profile;
    CHECK(model_of("writes: 1/s\nobject_size: 1 KB\nerasure_coding: 8+4\n", profile).given ==
          std::vector<std::string>{"writes", "object_size", "erasure_coding"});
}

TEST_CASE("beside objects a policy that nobody gave is there only for what reads it at the top") {
    const Model model = model_of(kObjects);
    CHECK_FALSE(model.find("retention"));
    CHECK(model.find("a1.retention"));
    CHECK(model_of("retention: 1 year\n" + kObjects).find("retention"));
    CHECK(model_of("writes: 1/s\nobject_size: 1 KB\n").find("retention"));
    // The disk of all objects is found from data that none has a part of, by the headroom of the whole.
    const Model total = model_of("data: 9 TB\nobjects:\n  a: {writes: 1/s}\n");
    CHECK(total.find("headroom"));
    CHECK_FALSE(total.find("peak_factor"));
}

TEST_CASE("expectations and contradictions are bound to the places of what they name") {
    const Model model = model_of(
        "writes: 1/s\nobject_size: 1 KB\nnew_data: 20 GB/day\nexpect:\n  - writes < 2 * write_qps\n  - 5/s > writes\n");
    REQUIRE(model.expectations.size() == 2);
    const BoundExpectation& first = model.expectations[0];
    REQUIRE(first.left_names.size() == 1);
    CHECK(first.left_names.front().quantity == model.find("writes"));
    REQUIRE(first.right_names.size() == 1);
    CHECK(first.right_names.front().quantity == model.find("write_qps"));
    CHECK(model.expectations[1].left_names.empty());
    CHECK(model.expectations[1].right_names.front().quantity == model.find("writes"));
    REQUIRE(model.rivals.size() == 1);
    CHECK(model.rivals.front().quantity == model.find("new_data"));
    const auto because = model.rivals.front().because;
    CHECK(because.size() == 2);
    for (const auto* name : {"writes", "object_size"})
        CHECK(std::count(because.begin(), because.end(), model.find(name).value()) == 1);
}

}  // namespace bote::test::assemble_test
