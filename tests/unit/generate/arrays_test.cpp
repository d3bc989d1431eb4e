#include "generate/pieces.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::arrays_test {
namespace {

constexpr const char* kRows =
    "dau [users] workload : users\n"
    "size [B] object : bytes\n"
    "tier.load [/s] tier : requests a second\n";

using Indexes = std::vector<DefinitionIndex>;

}  // namespace

TEST_CASE("a row of the model is found by its name, and has the index of its place") {
    const auto rows = read_model("10-x", kRows);
    const std::vector<ModelKind> kinds;
    const NamedRows named(rows, kinds);
    CHECK(named.index_of({}, "dau") == DefinitionIndex{0});
    CHECK(named.indexes_of({}, {"tier.load", "dau", "dau"}) ==
          Indexes{DefinitionIndex{2}, DefinitionIndex{0}, DefinitionIndex{0}});
    CHECK(named.row(DefinitionIndex{1}).name == "size");
    CHECK(named.dimensions_of({}, {"size", "tier.load"}) == std::vector<Dimension>{{1, 0, 0}, {0, -1, 0}});
    std::size_t count = 0;
    for (const DefinitionIndex each : named.indices()) CHECK(number_of(each) == static_cast<int>(count++));
    CHECK(count == 3);
}

TEST_CASE("a name that no row has is refused where it is named, and one that two rows have where it is again") {
    const auto rows = read_model("10-x", kRows);
    const std::vector<ModelKind> kinds;
    const NamedRows named(rows, kinds);
    const Text text = formula_text("1 + dua");
    const auto unknown = refusal([&] { (void)named.indexes_of(text.part(4, 7), {"dau", "dua"}); });
    CHECK(unknown.what == "'dua' is not known");
    CHECK(unknown.part == "dua");
    const auto twice = read_model("10-x", std::string(kRows) + "size [B] object : again\n");
    const auto again = refusal([&] { const NamedRows of_twice(twice, kinds); });
    CHECK(again.what == "size is defined twice");
}

TEST_CASE("the rows of a quantity of tiers are its own and those that kinds have in its place") {
    const auto rows = read_model("10-x", kRows);
    const std::vector<ModelKind> kinds{
        read_kind("kafka", "kind kafka : a log\ntier.load [/s] tier : messages\ntier.keeps [s] tier : time\n"),
        read_kind("redis", "kind redis : a store\ntier.keeps [s] tier : time\n"),
        read_kind("cdn", "kind cdn : near the users\ntier.load [/s] tier : hits\n")};
    const NamedRows named(rows, kinds);
    std::vector<std::string> meanings;
    for (const ModelRow* each : named.all_rows_of(rows[2])) meanings.push_back(each->meaning);
    CHECK(meanings == std::vector<std::string>{"requests a second", "messages", "hits"});
    CHECK(named.all_rows_of(rows[0]).size() == 1);
}

TEST_CASE("a part of an array begins behind all that were written before") {
    Arrays arrays;
    CHECK(arrays.tree(tree_of("1 + 2")) == "{kNodes + 0, 3}");
    CHECK(arrays.tree({}) == "{}");
    CHECK(arrays.tree(tree_of("7")) == "{kNodes + 3, 1}");
    CHECK(arrays.indexes({DefinitionIndex{4}, DefinitionIndex{2}}) == "{kNames + 0, 2}");
    CHECK(arrays.indexes({}) == "{}");
    CHECK(arrays.indexes({DefinitionIndex{9}}) == "{kNames + 2, 1}");
    CHECK(arrays.names() == "4, 2, 9, ");
    std::size_t lines = 0;
    for (const char each : arrays.nodes()) lines += each == '\n' ? 1U : 0U;
    CHECK(lines == 4);
}

}  // namespace bote::test::arrays_test
