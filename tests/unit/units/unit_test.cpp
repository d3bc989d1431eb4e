#include "bote/units/unit.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string>

#include "bote/formula/operation.hpp"
#include "bote/formula/parser.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::unit_test {
using bote::test::near;

namespace {

double size_of(std::string_view symbol, const Conventions& conventions = {}) {
    const Unit* unit = find_unit(symbol);
    REQUIRE(unit != nullptr);
    return factor(*unit, conventions);
}

}  // namespace

TEST_CASE("a word for a rate is one per its unit, in letters of either case") {
    REQUIRE(find_rate_word("rps") != nullptr);
    CHECK(find_rate_word("rps")->symbol == "s");
    CHECK(find_rate_word("QPM")->symbol == "min");
    CHECK(find_rate_word("rph")->symbol == "h");
    CHECK(find_rate_word("daily")->symbol == "day");
    CHECK(find_rate_word("annually")->symbol == "year");
    for (const auto* other : {"users", "day", "rp", ""}) CHECK(find_rate_word(other) == nullptr);
}

TEST_CASE("a unit has its size in bytes, seconds or money") {
    struct Row {
        std::string symbol;
        Dimension dimension;
        double size;
    };
    const Row rows[] = {
        {"B", kByte, 1},
        {"bytes", kByte, 1},
        {"KB", kByte, 1e3},
        {"kB", kByte, 1e3},
        {"MB", kByte, 1e6},
        {"GB", kByte, 1e9},
        {"TB", kByte, 1e12},
        {"PB", kByte, 1e15},
        {"EB", kByte, 1e18},
        {"KiB", kByte, 1024},
        {"MiB", kByte, 1'048'576},
        {"EiB", kByte, 0x1p60},
        {"bit", kByte, 0.125},
        {"kbit", kByte, 125},
        {"Tbit", kByte, 0.125e12},
        {"bps", kByte / kSecond, 0.125},
        {"kbps", kByte / kSecond, 125},
        {"Kbps", kByte / kSecond, 125},
        {"Mbps", kByte / kSecond, 125e3},
        {"Gbps", kByte / kSecond, 125e6},
        {"KBps", kByte / kSecond, 1e3},
        {"MBps", kByte / kSecond, 1e6},
        {"us", kSecond, 1e-6},
        {"ms", kSecond, 1e-3},
        {"s", kSecond, 1},
        {"min", kSecond, 60},
        {"h", kSecond, 3600},
        {"d", kSecond, 86'400},
        {"week", kSecond, 604'800},
        {"month", kSecond, 2'592'000},
        {"y", kSecond, 31'536'000},
        {"years", kSecond, 31'536'000},
        {"$", kMoney, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.symbol);
        REQUIRE(find_unit(row.symbol) != nullptr);
        CHECK(find_unit(row.symbol)->dimension == row.dimension);
        CHECK(size_of(row.symbol) == near(row.size));
    }
}

TEST_CASE("all ways to write a unit have its size") {
    std::map<std::string_view, const Unit*> first;
    for (const Unit& unit : all_units()) {
        CAPTURE(unit.symbol);
        const auto name = unit.meaning.substr(0, unit.meaning.find_first_of(",;("));
        const Unit& other = *first.try_emplace(name, &unit).first->second;
        CHECK(unit.dimension == other.dimension);
        CHECK(factor(unit, {}) == factor(other, {}));
    }
    CHECK(first.size() > 35);
    CHECK(first.size() < all_units().size());
}

TEST_CASE("a prefix is the same factor before every unit, whatever its case says about bits and bytes") {
    const std::string prefixes = "kMGTPE";
    const std::pair<const char*, double> bases[] = {{"B", 1}, {"bit", 0.125}, {"bps", 0.125}, {"Bps", 1}};
    std::size_t known = 0;
    for (const auto& [base, size] : bases) {
        for (std::size_t i = 0; i < prefixes.size(); ++i) {
            const double thousands = std::pow(1000, static_cast<double>(i + 1));
            const std::string letter(1, prefixes[i]);
            for (const auto& symbol : {letter + base, std::string(letter == "k" ? "K" : letter) + base}) {
                CAPTURE(symbol);
                if (find_unit(symbol) == nullptr) continue;
                CHECK(size_of(symbol) == near(size * thousands));
                ++known;
            }
            const std::string binary = std::string(letter == "k" ? "K" : letter) + "i" + base;
            CAPTURE(binary);
            if (find_unit(binary) == nullptr) continue;
            CHECK(size_of(binary) == size * std::pow(1024, static_cast<double>(i + 1)));
            ++known;
        }
    }
    CHECK(known > 30);
}

TEST_CASE("conventions change the units that follow them and no others") {
    const Conventions agreed{100'000, 2.5e6, 3e7, 1024};
    struct Row {
        std::string symbol;
        double size;
    };
    const Row rows[] = {
        {"day", 100'000}, {"d", 100'000},  {"days", 100'000}, {"week", 700'000}, {"month", 2.5e6}, {"year", 3e7},
        {"h", 3600},      {"min", 60},     {"KB", 1024},      {"kB", 1024},      {"GB", 0x1p30},   {"EB", 0x1p60},
        {"KiB", 1024},    {"MiB", 0x1p20}, {"kbit", 125},     {"Gbps", 125e6},   {"B", 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.symbol);
        CHECK(size_of(row.symbol, agreed) == near(row.size));
    }
}

TEST_CASE("a unit is found by its exact case only") {
    for (const auto* wrong : {"gb", "Gb", "kb", "mb", "b", "Day", "DAY", "MIN", "m", "KIB", "", " B", "B "}) {
        CAPTURE(wrong);
        CHECK(find_unit(wrong) == nullptr);
    }
}

TEST_CASE("a spelling that is a factor of eight away from another shows both readings") {
    for (const auto* symbol : {"b", "Kb", "kb", "Mb", "mb", "Gb", "gb", "Tb", "tb"}) {
        CAPTURE(symbol);
        const auto readings = ambiguous_unit(symbol);
        CHECK(readings.find("bit") != std::string_view::npos);
        CHECK(readings.find('B') != std::string_view::npos);
        CHECK(find_unit(symbol) == nullptr);
    }
    for (const auto* clear : {"B", "KB", "kB", "kbit", "Kbps", "Mbps", "bit", "", "x"}) {
        CAPTURE(clear);
        CHECK(ambiguous_unit(clear).empty());
    }
}

TEST_CASE("the table of units has each symbol once, with a size, a dimension and a meaning") {
    std::set<std::string_view> seen;
    for (const Unit& unit : all_units()) {
        CAPTURE(unit.symbol);
        CHECK(seen.insert(unit.symbol).second);
        CHECK(find_unit(unit.symbol) == &unit);
        CHECK(&unit_at(index_of(unit)) == &unit);
        CHECK(factor(unit, {}) > 0);
        CHECK_FALSE(unit.dimension == kCount);
        CHECK_FALSE(unit.meaning.empty());
        CHECK_FALSE(is_counting_word(unit.symbol));
    }
}

TEST_CASE("counted things are known in the singular and the plural") {
    for (const auto* word : {"user", "users", "Users", "tweets", "messages", "servers", "requests", "people", "query",
                             "queries", "search", "searches", "batches", "boards", "deliveries", "copies", "person"}) {
        CAPTURE(word);
        CHECK(is_counting_word(word));
    }
    for (const auto* word : {"", "s", "es", "ies", "userss", "usr", "dau", "million", "day", "queryies"}) {
        CAPTURE(word);
        CHECK_FALSE(is_counting_word(word));
    }
}

TEST_CASE("counting words are sorted, and none is a unit, a function or a word of the language") {
    const auto words = all_counting_words();
    CHECK(std::is_sorted(words.begin(), words.end()));
    CHECK(std::adjacent_find(words.begin(), words.end()) == words.end());
    for (const auto word : words) {
        CAPTURE(word);
        CHECK(is_counting_word(word));
        CHECK(find_unit(word) == nullptr);
        CHECK(find_function(word) == nullptr);
        CHECK_FALSE(is_reserved(word));
    }
}

}  // namespace bote::test::unit_test
