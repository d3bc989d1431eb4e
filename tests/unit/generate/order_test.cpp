// The orders in which the catalogue keeps its rows.

#include "generate/pieces.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/base/text.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::order_test {
namespace {

std::vector<int> numbers_in(const std::string& list) {
    std::vector<int> numbers;
    for (const auto part : split(list, ',')) numbers.push_back(std::stoi(std::string(trim(part))));
    return numbers;
}

template <class Write>
std::string of_rows(Write write, const std::string& text, const std::vector<ModelKind>& kinds = {}) {
    const auto rows = read_model("10-x", text);
    return write(NamedRows(rows, kinds));
}

std::string ordered(const std::string& text, const std::vector<ModelKind>& kinds = {}) {
    return of_rows(indexes_by_dependency, text, kinds);
}

}  // namespace

TEST_CASE("each row comes behind all that its formulas and their conditions name, and else in the order of the file") {
    CHECK(ordered("a [] workload : a\nb [] workload : b\n") == "0, 1");
    CHECK(ordered("a [] workload = b + c : a\nb [] workload : b\nc [] workload = x : c\nx [] workload : x\n") ==
          "1, 3, 2, 0");
    CHECK(ordered("a [] workload : a\n    with b: 2 * c\nb [] workload : b\nc [] workload : c\n") == "2, 1, 0");
}

TEST_CASE("a row does not wait for what leads back to it, nor for what has to be given") {
    CHECK(ordered("a [] workload : a\n    back b\nb [] workload = a : b\n") == "0, 1");
    CHECK(ordered("a [] workload : a\n    given b: b\nb [] workload = a : b\n") == "0, 1");
    // `c` is not given, only named beside what is.
    CHECK(ordered("a [] workload : a\n    given b: b * c\nb [] workload : b\nc [] workload : c\n") == "2, 0, 1");
    CHECK(ordered("a [] workload : a\n    unless b: 5/s\nb [] workload = a : b\n") == "0, 1");
}

TEST_CASE("a row of tiers waits for what it sums over the objects that live there") {
    CHECK(ordered("tier.kept [B] tier : bytes\n    stored size\nsize [B] total : bytes of an object\n") == "1, 0");
}

TEST_CASE("a row waits for what a kind of tier names in its place") {
    const std::string tiers = "tier.load [/s] tier : requests\ntier.keeps [s] tier : time\n";
    CHECK(ordered(tiers) == "0, 1");
    CHECK(ordered(tiers, {read_kind("log", "kind log : a log\ntier.load [/s] tier = 1 / tier.keeps : messages\n")}) ==
          "1, 0");
}

TEST_CASE("rows that rest on each other in a circle, or on themselves, are refused") {
    const auto what = [](const std::string& text) { return refusal([&] { ordered(text); }).what; };
    CHECK(what("a [] workload = a : a\n") == "a rests on itself: mark what leads `back`");
    CHECK(what("x [] workload : x\na [] workload = b : a\nb [] workload = c : b\nc [] workload = a : c\n") ==
          "a rests on itself: mark what leads `back`");
    CHECK(what("a [] workload = b : a\n") == "'b' is not known");
}

TEST_CASE("rows are sorted by the bytes of their names") {
    CHECK(
        of_rows(sorted_indexes, "b [] workload : b\na_b [] workload : a\nab [] workload : a\na.b [] workload : a\n") ==
        "3, 1, 2, 0");  // '.' before '_' before letters
}

TEST_CASE("each row is found from its hash on, in a table at least twice as large") {
    std::string text;
    std::size_t count = 0;
    // Twice the power of two that holds 1, 2, 3, 4 and 5 rows.
    for (const std::size_t size : {2U, 4U, 8U, 8U, 16U}) {
        text += "row" + std::to_string(count++) + " [] workload : a row\n";
        const auto places = numbers_in(of_rows(hashed_indexes, text));
        CAPTURE(count);
        REQUIRE(places.size() == size);
        CHECK(static_cast<std::size_t>(std::count(places.begin(), places.end(), -1)) == size - count);
        for (std::size_t i = 0; i < count; ++i) {
            std::size_t place = hash_of("row" + std::to_string(i)) % size;
            while (places[place] != -1 && places[place] != static_cast<int>(i)) place = (place + 1) % size;
            CHECK(places[place] == static_cast<int>(i));
        }
    }
}

}  // namespace bote::test::order_test
