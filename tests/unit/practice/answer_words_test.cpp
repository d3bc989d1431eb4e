// An estimate said again: in words, and in a second unit.

#include "bote/practice/answer.hpp"

#include "project/catch.hpp"

namespace bote::test::answer_words_test {
namespace {

constexpr double kDay = 86'400;

Measure in(std::string_view unit) { return {*parse_display(unit), {}, {}}; }

}  // namespace

TEST_CASE("a count is said in the largest word that it fills, and as it is below a thousand and from 10^18 on") {
    struct Row {
        double value;
        std::string_view words;
    };
    constexpr Row kRows[] = {
        {999, "999"},       {1e3, "1 thousand"},  {12.5e3, "12.5 thousand"}, {1e6, "1 million"},
        {1e9, "1 billion"}, {1e12, "1 trillion"}, {1e15, "1 quadrillion"},   {1.5e17, "150 quadrillion"},
        {1e18, "1e18"},     {0.5, "0.5"}};
    for (const Row& row : kRows) {
        CAPTURE(row.words);
        CHECK(in_words(row.value, in("")) == row.words);
        CHECK(in_words(row.value, in("/s")) == std::string(row.words) + " a second");
        CHECK(in_words(row.value / kDay, in("/day")) == std::string(row.words) + " a day");
    }
}

TEST_CASE("bytes are said with their unit in full, one of them in the singular") {
    CHECK(in_words(999, in("B")) == "999 bytes");
    CHECK(in_words(1, in("B")) == "1 byte");
    CHECK(in_words(1e3, in("B")) == "1 kilobyte");
    CHECK(in_words(1.2e3, in("B")) == "1.2 kilobytes");
    CHECK(in_words(1e6, in("B")) == "1 megabyte");
    CHECK(in_words(50e9, in("B")) == "50 gigabytes");
    CHECK(in_words(2e15, in("B")) == "2 petabytes");
    CHECK(in_words(3e18, in("B")) == "3 exabytes");
    CHECK(in_words(2e12, in("B/s")) == "2 terabytes a second");
    CHECK(in_words(1e9, in("bps")) == "1 gigabyte a second");
    CHECK(in_words(2e6 / kDay, in("B/day")) == "2 megabytes a day");
    CHECK(in_words(300, in("s")) == "5 min");  // of what has no words: as it is printed
}

TEST_CASE("the second unit of a rate is the other time, or the other of bits and bytes") {
    CHECK(second_unit(100, in("/s")) == "8.64M/day");
    CHECK(second_unit(100, in("/day")) == "100/s");
    CHECK(second_unit(1e6, in("B/s")) == "8 Mbps");
    CHECK(second_unit(1e6, in("bps")) == "1 MB/s");
    CHECK(second_unit(1e6, in("B/day")) == "1 MB/s");
    CHECK(second_unit(100, in("$/s")).empty());
}

TEST_CASE("the second unit of a size is a thousand of the next smaller one") {
    CHECK(second_unit(999, in("B")).empty());
    CHECK(second_unit(1e3, in("B")) == "1,000 B");
    CHECK(second_unit(1.5e6, in("B")) == "1,500 KB");
    CHECK(second_unit(1e9, in("B")) == "1,000 MB");
    CHECK(second_unit(20e12, in("B")) == "20,000 GB");
    CHECK(second_unit(999e15, in("B")) == "999,000 TB");
    CHECK(second_unit(1e18, in("B")).empty());
}

TEST_CASE("a count is written out where that can be read, and a time in days from a year on") {
    CHECK(second_unit(9'999, in("")).empty());
    CHECK(second_unit(10'000, in("")) == "10,000");
    CHECK(second_unit(1'234'567, in("")) == "1,234,567");
    CHECK(second_unit(123'456, in("")) == "123,456");
    CHECK(second_unit(999e12, in("")) == "999,000,000,000,000");
    CHECK(second_unit(1e15, in("")).empty());
    CHECK(second_unit(364 * kDay, in("s")).empty());
    CHECK(second_unit(365 * kDay, in("s")) == "365 days");
    CHECK(second_unit(3650 * kDay, in("s")) == "3,650 days");
}

}  // namespace bote::test::answer_words_test
