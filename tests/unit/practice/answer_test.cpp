#include "bote/practice/answer.hpp"

#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::answer_test {
namespace {

Measure measure(std::string_view unit) { return {*parse_display(unit), {}, {"photo", "photos"}}; }

Guess guess(std::string_view text, std::string_view unit) {
    INFO(text);
    const auto read = read_answer(text, measure(unit));
    REQUIRE(std::holds_alternative<Guess>(read));
    return std::get<Guess>(read);
}

Refusal refusal(std::string_view text, std::string_view unit) {
    INFO(text);
    const auto read = read_answer(text, measure(unit));
    REQUIRE(std::holds_alternative<Refusal>(read));
    return std::get<Refusal>(read);
}

}  // namespace

TEST_CASE("an estimate is read in any form that people type") {
    CHECK(guess("350/s", "/s").value == near(350));
    CHECK(guess("350", "/s").value == near(350));
    CHECK(guess("12k", "/s").value == near(12'000));
    CHECK(guess("~12k", "/s").value == near(12'000));
    CHECK(guess("about 12k photos/s", "/s").value == near(12'000));
    CHECK(guess("1,200/s", "/s").value == near(1200));
    CHECK(guess(".5/s", "/s").value == near(0.5));
    CHECK(guess("12 k", "/s").value == near(12'000));
    CHECK(guess("12 K/s", "/s").value == near(12'000));
    CHECK(guess("12 M a day", "/s").value == near(12e6 / 86'400));
    CHECK(guess("300 million a day", "/s").value == near(300e6 / 86'400));
    CHECK(guess("100M / 100k", "/s").value == near(1000));
    CHECK(guess("~400 TB", "B").value == near(400e12));
    CHECK(guess("1.2 GB/s", "B/s").value == near(1.2e9));
    CHECK(guess("10 Gbps", "B/s").value == near(1.25e9));
    CHECK(guess("10M photos a day * 300 KB", "B/day").value == near(3e12 / 86'400));
    CHECK(guess("50 GB", "B/day").value == near(50e9 / 86'400));
    CHECK(guess("95 servers", "servers").value == near(95));
    CHECK(guess("62^6", "").value == near(56'800'235'584.0));
    CHECK(guess("100 years", "s").value == near(100 * 365 * 86'400.0));
}

TEST_CASE("a small b behind a large letter is bits, as on a whiteboard; all in small letters it stays in doubt") {
    CHECK(guess("8 Gb/s", "B/s").value == near(1e9));
    CHECK(guess("80 Mb/s", "B/s").value == near(10e6));
    CHECK(guess("80Mb/s", "B/s").value == near(10e6));
    CHECK(guess("80 Mbit/s", "B/s").value == near(10e6));
    CHECK(guess("8 Gbps", "B/s").value == near(1e9));
    CHECK(guess("1 to 2 Gb/s", "B/s").range->second == near(250e6));
    CHECK(guess("800 kb/s", "B/s").value == near(100e3));
    CHECK(guess("80 Gb", "B").value == near(10e9));
    CHECK(refusal("80 mb/s", "B/s").kind == Misfit::unreadable);
}

TEST_CASE("a number with an exponent is one number, with the digits before it") {
    CHECK(guess("3.5e12", "").digits == 2);
    CHECK(guess("3.5e+12", "").value == near(3.5e12));
    CHECK(guess("3.5e+12", "").digits == 2);
    CHECK(guess("35e3 / 5", "").digits == 3);
}

TEST_CASE("a bare number of billions is a rate as a bare one of millions is") {
    CHECK(guess("10B", "/s").value == near(10e9));
    CHECK(guess("10M", "/s").value == near(10e6));
    CHECK(guess("500B", "B").value == near(500));
}

TEST_CASE("a range is read with its ends, and stands for its geometric mean") {
    const Guess typed = guess("300 to 500 TB", "B");
    REQUIRE(typed.range);
    CHECK(typed.range->first == near(300e12));
    CHECK(typed.range->second == near(500e12));
    CHECK(typed.value == near(387.2983346207417e12));
    CHECK(guess("300-500 TB", "B").range);
}

TEST_CASE("a bare number is in the unit that the question asks for, a day where it asks for a day") {
    CHECK(guess("1e8", "/day").value == near(1e8 / 86'400));
    CHECK(guess("100M", "/day").value == near(100e6 / 86'400));
    CHECK(guess("100M", "/s").value == near(100e6));
}

TEST_CASE("where the question says a second, an amount alone is that much a second; else it is another dimension") {
    Measure said = measure("B/s");
    said.says_time = true;
    CHECK(std::get<Guess>(read_answer("1.25 GB", said)).value == near(1.25e9));
    CHECK(refusal("1.25 GB", "B/s").kind == Misfit::dimension);
}

TEST_CASE("an answer says whether it is written in other units than the question asks for") {
    CHECK(guess("10 Gbps", "B/s").in_other_units);
    CHECK_FALSE(guess("1.25 GB/s", "B/s").in_other_units);
    CHECK(guess("200 MB/s", "bps").in_other_units);
    CHECK_FALSE(guess("1.6 Gbps", "bps").in_other_units);
    CHECK(guess("1k/s", "/day").in_other_units);
    CHECK_FALSE(guess("86.4M/day", "/day").in_other_units);
    CHECK(guess("100M a day", "/s").in_other_units);
    CHECK_FALSE(guess("100M / 86400", "/s").in_other_units);
    CHECK(guess("1 PB / 3 years", "B/day").in_other_units);
    CHECK(guess("5 MB/s", "B/day").in_other_units);
    CHECK_FALSE(guess("432 GB", "B/day").in_other_units);
    CHECK_FALSE(guess("1 ms", "s").in_other_units);
}

TEST_CASE("plus and minus is a range, with an amount or a share, the unit on either side") {
    const auto ends = [](std::string_view text, std::string_view unit) {
        const Guess typed = guess(text, unit);
        REQUIRE(typed.range);
        return *typed.range;
    };
    for (const auto* text : {"10k\u00b12k", "10k +- 2k/s", "10k/s +/- 2k/s", "10 \u00b1 2k/s", "10k \u00b1 20%"}) {
        CAPTURE(text);
        CHECK(ends(text, "/s").first == near(8000));
        CHECK(ends(text, "/s").second == near(12'000));
    }
    CHECK(ends("200\u00b150/s", "/s").first == near(150));
    CHECK(ends("400\u00b1100 TB", "B").second == near(500e12));
    CHECK(ends("1 TB \u00b1 100 GB", "B").first == near(0.9e12));
    CHECK(refusal("100 \u00b1 100/s", "/s").kind == Misfit::impossible);
    CHECK(refusal("1.2k \u00b1 100", "/s").what == "'100' is either 100k or just that: write it with its unit");
    CHECK(refusal("100 \u00b1", "/s").kind == Misfit::unreadable);
    CHECK(refusal("100 \u00b1 50 TB", "/s").kind == Misfit::dimension);
}

TEST_CASE("a range may have dots, and one the wrong way round is asked for the right way round") {
    CHECK(guess("150..250/s", "/s").range->first == near(150));
    CHECK(guess("20k..30k", "/s").range->second == near(30'000));
    CHECK(guess("1.5...2.5 TB", "B").range->first == near(1.5e12));
    CHECK(refusal("250 to 150/s", "/s").what == "a range goes from low to high: write 150/s to 250/s");
}

TEST_CASE("powers of ten are read as they are written on a whiteboard, a point at the end as the end") {
    for (const auto* text : {"2x10^2 /s", "2 x 10^2/s", "2\u00d710\u00b2/s", "2*10^2/s", "200./s", "200/s."}) {
        CAPTURE(text);
        CHECK(guess(text, "/s").value == near(200));
        CHECK(guess(text, "/s").digits == 1);
    }
    CHECK(guess("193.0/s.", "/s").digits == 4);
    CHECK(guess("5.7x10^10", "").digits == 2);
    CHECK(guess("4x10^-3", "/s").value == near(0.004));
    CHECK(guess("100M x 500 B", "B").value == near(50e9));
    CHECK(guess("10^5/s", "/s").value == near(1e5));
}

TEST_CASE("a hint on the unit goes by what is asked for") {
    CHECK(refusal("200e9", "B/day").what.find("GB/day") != std::string::npos);
    CHECK(refusal("200e9", "B/s").what.find("GB/s") != std::string::npos);
    CHECK(refusal("200 GB", "/day").what.find("30M/day") != std::string::npos);
    CHECK(refusal("200e9", "bps").what.find("Mbps") != std::string::npos);
}

TEST_CASE("an answer in another dimension names both, and a bare number asks for its unit") {
    const Refusal size = refusal("400 GB", "B/s");
    CHECK(size.kind == Misfit::dimension);
    CHECK(size.what.find("a size (bytes)") != std::string::npos);
    CHECK(size.what.find("a data rate (bytes per second)") != std::string::npos);
    CHECK(refusal("12k/s", "B").kind == Misfit::dimension);
    CHECK(refusal("400", "B").kind == Misfit::unit);
    CHECK(refusal("400", "B/s").kind == Misfit::unit);
}

TEST_CASE("a duration or a share is no answer to how many, and no number with a sign lacks only its unit") {
    CHECK(refusal("5 ms", "").kind == Misfit::dimension);
    CHECK(refusal("99%", "").what == "that is a share, and the question asks for a count: write a plain number");
    CHECK(refusal("5%", "/s").kind == Misfit::dimension);
    CHECK(refusal("5 to 10%", "/s").kind == Misfit::dimension);
    CHECK(guess("100M * 5%", "").value == near(5e6));
    CHECK(guess("100M/day * 5%", "/day").value == near(5e6 / 86'400));
    CHECK(guess("80%", "%").value == near(0.8));
    CHECK(refusal("-5", "B").kind == Misfit::impossible);
    CHECK(refusal("0", "s").kind == Misfit::impossible);
    CHECK(refusal("5", "s").kind == Misfit::unit);
}

TEST_CASE("what is no estimate is refused with a word on what is") {
    CHECK(refusal("", "/s").kind == Misfit::unreadable);
    CHECK(refusal("a lot", "/s").kind == Misfit::unreadable);
    CHECK(refusal("y", "/s").kind == Misfit::unreadable);
    CHECK(refusal("5 gb", "B").what.find("bits or bytes") != std::string::npos);
    CHECK(refusal("0/s", "/s").kind == Misfit::impossible);
    CHECK(refusal("-5/s", "/s").kind == Misfit::impossible);
    CHECK(refusal("1/0", "").kind == Misfit::impossible);
    CHECK(refusal("1k * storage", "/s").kind == Misfit::unreadable);
    CHECK(refusal(std::string(300, '1'), "/s").kind == Misfit::unreadable);
}

TEST_CASE("the digits that are typed say how closely an answer is meant") {
    CHECK(typed_digits("350/s") == 2);
    CHECK(typed_digits("400 TB") == 1);
    CHECK(typed_digits("1.20 GB") == 3);
    CHECK(typed_digits("0.05") == 1);
    CHECK(typed_digits("6214891") == 7);
    CHECK(typed_digits("TB") == 0);
    CHECK(guess("12k", "/s").window == near(0.5 / 12));
    CHECK(guess("400 TB", "B").window == near(0.5 / 4));
    CHECK(guess("1.20 GB", "B").window == near(0.5 / 120));
    CHECK(guess("100M / 100k", "/s").digits == 3);
}

TEST_CASE("an answer is said again in words and in a second unit") {
    CHECK(in_words(350, measure("/s")) == "350 a second");
    CHECK(in_words(12e6, measure("/s")) == "12 million a second");
    CHECK(in_words(400e12, measure("B")) == "400 terabytes");
    CHECK(in_words(3e12 / 86'400, measure("B/day")) == "3 terabytes a day");
    CHECK(second_unit(350, measure("/s")) == "30.2M/day");
    CHECK(second_unit(1e9, measure("B/s")) == "8 Gbps");
    CHECK(second_unit(1.5e12, measure("B")) == "1,500 GB");
    CHECK(second_unit(12'000, measure("")) == "12,000");
    CHECK(second_unit(95, measure("servers")).empty());
    CHECK(in_words(1e308, measure("/s")) == "1e308 a second");
    CHECK(second_unit(1e308, measure("/s")).empty());
}

}  // namespace bote::test::answer_test
