#include "practice/plain.hpp"

#include "project/catch.hpp"

namespace bote::test::plain_test {
namespace {

struct Row {
    std::string_view typed;
    std::string_view plain;
};

template <std::size_t N>
void check_written(const Row (&rows)[N]) {
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(as_in_files(row.typed) == row.plain);
    }
}

}  // namespace

TEST_CASE("what only says that it is a guess is taken off, however often, and no part of a word") {
    constexpr Row kRows[] = {{"~12k", "12k"},
                             {"≈ 5", "5"},
                             {"= 5", "5"},
                             {"ca. ~ 5", "5"},
                             {"approx. 5", "5"},
                             {"approx 5", "5"},
                             {" roughly about 5 ", "5"},
                             {"around 5 TB", "5 TB"},
                             {"about5", "about5"},
                             {"5 ~", "5 ~"},
                             {"around", "around"}};
    for (const Row& row : kRows) {
        CAPTURE(row.typed);
        CHECK(without_hedge(row.typed) == row.plain);
    }
}

TEST_CASE("a comma groups thousands where three digits follow, and stays where they do not") {
    check_written({{"1,200", "1200"},
                   {"1,200,300/s", "1200300/s"},
                   {"1,20", "1,20"},
                   {"1,2345", "1,2345"},
                   {",200", ",200"},
                   {"1, 200", "1, 200"}});
}

TEST_CASE("a magnitude alone is drawn to its number, a unit is not, and a point gets its zero") {
    check_written({{"12 k", "12k"},
                   {"12 K/s", "12K/s"},
                   {"12 M a day", "12M a day"},
                   {"12 kg", "12 kg"},
                   {"12 G", "12 G"},
                   {"TB k", "TB k"},
                   {".5", "0.5"},
                   {"3 * .5", "3 * 0.5"},
                   {"1.5", "1.5"},
                   {"1..5", "1..5"},
                   {"x.5", "x.5"}});
}

TEST_CASE("the end of a sentence is no part of the number before it") {
    check_written({{"5;!. ", "5"}, {"200./s", "200/s"}, {"5.5.", "5.5"}, {"1.5/s", "1.5/s"}, {"2..3", "2..3"}});
    CHECK(as_in_files("...").empty());
}

TEST_CASE("powers and products of a whiteboard are those of a file") {
    check_written({{"10²³", "10^23"},
                   {"10⁰", "10^0"},
                   {"2 × 10⁵", "2e5"},
                   {"2*10^-3", "2e-3"},
                   {"2x10^5x3", "2e5*3"},
                   {"10^5", "10^5"},
                   {"2 10^5", "2 10^5"},
                   {"k * 10^5", "k * 10^5"},
                   {"3 · 4", "3 * 4"},
                   {"100M X 500 B", "100M * 500 B"},
                   {"3 x b", "3 x b"},
                   {"box 3", "box 3"}});
}

TEST_CASE("a small b alone behind a large scale is bits, and any other b is left as it is") {
    check_written({{"8 Gb/s", "8 Gbps"},
                   {"8 Kb/s", "8 kbps"},
                   {"80Mb", "80Mbit"},
                   {"1 to 2 Tb/s", "1 to 2 Tbps"},
                   {"8 Gb a day", "8 Gbit a day"},
                   {"8 gb/s", "8 gb/s"},
                   {"8 GB/s", "8 GB/s"},
                   {"8 Gbps", "8 Gbps"},
                   {"80 Mbit", "80 Mbit"},
                   {"8 xMb", "8 xMb"}});
}

TEST_CASE("the two sides of a plus and minus are trimmed, and without the sign there are none") {
    for (const std::string_view sign : {"±", "+/-", "+-"}) {
        CAPTURE(sign);
        const auto sides = sides_of_plus_minus("10k " + std::string(sign) + " 2k/s");
        REQUIRE(sides);
        CHECK(sides->first == "10k");
        CHECK(sides->second == "2k/s");
    }
    CHECK(sides_of_plus_minus("10k +-")->second.empty());
    CHECK_FALSE(sides_of_plus_minus("10k - 2k"));
    CHECK_FALSE(sides_of_plus_minus("10k + 2k"));
}

}  // namespace bote::test::plain_test
