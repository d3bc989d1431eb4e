// The rules and the words of the model as rows of C++.

#include "generate/pieces.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::rules_test {
namespace {

const std::string kModel =
    "data [B] workload : bytes\n"
    "disk [B] workload : bytes\n"
    "qps [/s] workload : requests\n"
    "shards [servers] workload : parts\n";

struct Written {
    std::string rules;
    std::string names;
};

Written written(const std::string& text, const std::string& name = "70-decisions") {
    const auto rows = read_model("10-x", kModel);
    const std::vector<ModelKind> kinds;
    const NamedRows named(rows, kinds);
    Arrays arrays;
    const std::string rules = write_rules(named, read_rules(name, text), arrays);
    return {rules, arrays.names()};
}

std::string display(const std::string& unit) { return row_of(*parse_display(unit)); }

const std::string kEnd = "\n    then do\n";

}  // namespace

TEST_CASE("a rule is a row with both trees, their names, those of its texts, and when it is silent") {
    const auto one = written(
        "split workload stepped when data + data > disk * 2\n    then {shards} parts of {data}\n    else of {disk} "
        "one\n"
        "    unless qps, shards\n    source a book\n");
    // Three nodes a side; names: left data, right disk, texts shards data disk, then what keeps it silent.
    CHECK(one.names == "0, 1, 3, 0, 1, 2, 3, ");
    CHECK(contains(one.rules, "{\"split\", false, static_cast<Class>(0), true, \"data + data > disk * 2\", " +
                                  display("B") + ", {kNodes + 0, 3}, {kNodes + 3, 3}, static_cast<Comparison>(2), "));
    CHECK(contains(one.rules, ", {kNames + 0, 1}, {kNames + 1, 1}, {kNames + 2, 3}, {kNames + 5, 2},\n"));
    CHECK(contains(one.rules, "\"{shards} parts of {data}\", \"of {disk} one\", \"a book\"},\n"));
}

TEST_CASE("the margin of a rule is written to the last bit, and notes are those of the file of notes") {
    const auto decision = written("r object when data < disk by 25%" + kEnd);
    CHECK(contains(decision.rules, "static_cast<Comparison>(0), 0x1p-2, "));
    CHECK(contains(decision.rules, "{\"r\", false, static_cast<Class>(1), false, "));
    CHECK(contains(written("r object when data < disk" + kEnd, "80-notes").rules, "{\"r\", true, "));
    CHECK(contains(decision.rules, "{kNames + 0, 1}, {kNames + 1, 1}, {}, {},\n"));
}

TEST_CASE("both sides of a rule are printed as the quantity that stands there alone, the left one before the right") {
    CHECK(contains(written("r workload when shards > 2" + kEnd).rules, display("servers") + ", {kNodes"));
    CHECK(contains(written("r workload when 2 < shards" + kEnd).rules, display("servers") + ", {kNodes"));
    CHECK(contains(written("r workload when qps > 1000/s" + kEnd).rules, display("/s") + ", {kNodes"));
    // No quantity alone: as the dimension is.
    CHECK(contains(written("r workload when data * 2 > disk / 2" + kEnd).rules,
                   row_of(display_for(kByte)) + ", {kNodes"));
}

TEST_CASE("a rule stops the build where its sides do not fit each other or its texts name what is not there") {
    const auto what = [](const std::string& text) { return refusal([&] { written(text); }).what; };
    CHECK_FALSE(what("r workload when data > qps" + kEnd).empty());
    CHECK(what("r workload when data > disk\n    then {dsik}\n") == "'dsik' is not known");
    CHECK(what("r workload when data > disk\n    then do\n    else {dsik}\n") == "'dsik' is not known");
    CHECK(what("r workload when data > disk\n    then do\n    unless dsik\n") == "'dsik' is not known");
    CHECK(what("r workload when data > dsik" + kEnd) == "'dsik' is not known");
}

TEST_CASE("words are rows with their quantities, the best first") {
    const auto rows = read_model("10-x", kModel);
    const std::vector<ModelKind> kinds;
    const NamedRows named(rows, kinds);
    Arrays arrays;
    CHECK(write_words(named, read_words("90-words", "part, shard = shards disk\nbytes = data\n"), arrays) ==
          "    {\"part, shard\", {kNames + 0, 2}},\n    {\"bytes\", {kNames + 2, 1}},\n");
    CHECK(arrays.names() == "3, 1, 0, ");
}

}  // namespace bote::test::rules_test
