// Of copies and erasure coding one is in force: by Reader, a part of which redundancy.cpp is.

#include "model/reader.hpp"

#include <string>

#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::redundancy_test {
namespace {

const std::string kOne = "writes: 1/s\nobject_size: 1 KB\n";

std::string objects(const std::string& of_first) {
    return "objects:\n  a1: {writes: 1/s, object_size: 1 KB, " + of_first +
           "}\n  b1: {writes: 1/s, object_size: 1 KB}\n";
}

}  // namespace

TEST_CASE("coding says how much disk and how many parts, copies say one part alone") {
    hold({
        {kOne, {{"replication", 3}, {"data_parts", 1}}},
        {kOne + "erasure_coding: 8+4\n", {{"replication", 1.5}, {"data_parts", 8}}},
        {kOne + "erasure_coding: 6+3\n", {{"replication", 1.5}, {"data_parts", 6}}},
        {kOne + "replication: 2\n", {{"replication", 2}, {"data_parts", 1}}},
    });
}

TEST_CASE("in one place the later layer wins, and leaves nothing of the other in force") {
    const auto coded = estimate_of(kOne + "replication: 2\n", options({"erasure_coding=8+4"}));
    CHECK(value(coded, "replication") == 1.5);
    CHECK(value(coded, "data_parts") == 8);
    const auto copied = estimate_of(kOne + "erasure_coding: 8+4\n", options({"replication=2"}));
    CHECK(value(copied, "replication") == 2);
    CHECK(value(copied, "data_parts") == 1);
    // In one layer both of them cannot be meant.
    CHECK(errors_of(kOne + "replication: 2\nerasure_coding: 8+4\n").size() == 1);
    CHECK(errors_of(kOne, options({"replication=2", "erasure_coding=8+4"})).size() == 1);
}

TEST_CASE("an object's own way goes before the one of all, whichever that is") {
    hold({
        {"erasure_coding: 8+4\n" + objects("replication: 2"),
         {{"a1.replication", 2}, {"a1.data_parts", 1}, {"b1.replication", 1.5}, {"b1.data_parts", 8}}},
        {"replication: 2\n" + objects("erasure_coding: 8+4"),
         {{"a1.replication", 1.5}, {"a1.data_parts", 8}, {"b1.replication", 2}, {"b1.data_parts", 1}}},
        {objects("erasure_coding: 8+4"),
         {{"a1.replication", 1.5}, {"a1.data_parts", 8}, {"b1.replication", 3}, {"b1.data_parts", 1}}},
    });
}

TEST_CASE("what is implied is no input, and what is no coding is told once") {
    const Model model = model_of(kOne + "erasure_coding: 8+4\n");
    CHECK(model.given == std::vector<std::string>{"writes", "object_size", "erasure_coding"});
    CHECK(errors_of(kOne + "erasure_coding: 8\n").size() == 1);
    CHECK(errors_of(kOne + "erasure_coding: 8-4\n").size() == 1);
}

TEST_CASE("no data has as many copies as are asked for") {
    hold({{"dau: 0\nwrites_per_user: 1/day\nobject_size: 1 KB\nreplication: 3\nhot_age: 1 day\n", {{"copies", 3}}}});
}

}  // namespace bote::test::redundancy_test
