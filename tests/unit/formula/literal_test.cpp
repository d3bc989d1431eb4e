// What may stand behind a number: magnitudes, percent, units, words. And ranges, which are made of such.

#include <cmath>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::literal_test {
namespace {

constexpr double kDay = 86'400;

Refusal refused(const std::string& formula, const Vocabulary& vocabulary = {}) {
    return refusal([&] { tree_of(formula, vocabulary); });
}

}  // namespace

TEST_CASE("a literal is a number with magnitude, percent, unit and word") {
    struct Row {
        std::string formula;
        Dimension dimension;
        double value;
    };
    const Dimension kRate = kCount / kSecond;
    const Row rows[] = {
        {"100M", kCount, 1e8},
        {"5k", kCount, 5000},
        {"5K", kCount, 5000},
        {"1.5T", kCount, 1.5e12},
        {"1.5 billion", kCount, 1.5e9},
        {"1.5bn", kCount, 1.5e9},
        {"2 bn", kCount, 2e9},
        {"2tn", kCount, 2e12},
        {"3 mn", kCount, 3e6},
        {"500 thousand", kCount, 5e5},
        {"2million", kCount, 2e6},
        {"2 trillion", kCount, 2e12},
        {"20%", kCount, 0.2},
        {"20 %", kCount, 0.2},
        {"0.5%", kCount, 0.005},
        {"100:1", kCount, 100},
        {"100M users", kCount, 1e8},
        {"100 million users", kCount, 1e8},
        {"1 KB", kByte, 1000},
        {"1KB", kByte, 1000},
        {"2 KiB", kByte, 2048},
        {"10 Gbps", kByte / kSecond, 1.25e9},
        {"8 Mbit/s", kByte / kSecond, 1e6},
        {"3/day", kRate, 3 / kDay},
        {"3 per day", kRate, 3 / kDay},
        {"2 tweets/user/day", kRate, 2 / kDay},
        {"2 tweets per user per day", kRate, 2 / kDay},
        {"100k/s", kRate, 1e5},
        {"$0.023/GB/month", kMoney / kByte / kSecond, 0.023 / 1e9 / (365 * kDay / 12)},
        {"$1.2k", kMoney, 1200},
        {"$5 million", kMoney, 5e6},
        {"$2B", kMoney, 2e9},
        {"5 years", kSecond, 5 * 365 * kDay},
        {"1.5h", kSecond, 5400},
        {"100 us", kSecond, 1e-4},
        {"2 weeks", kSecond, 14 * kDay},
        {"30 sec", kSecond, 30},
        {"2 hrs", kSecond, 7200},
        {"1 yr", kSecond, 365 * kDay},
        {"10 megabytes", kByte, 1e7},
        {"4Gi", kByte, 4 * 0x1p30},
        {"5 mio", kCount, 5e6},
        {"1 mil", kCount, 1e6},
        {"10 Million users", kCount, 1e7},
        {"3 hundred thousand", kCount, 3e5},
        {"2 crore", kCount, 2e7},
        {"30 percent", kCount, 0.3},
        {"30 per cent", kCount, 0.3},
        {"5x", kCount, 5},
        {"5 USD", kMoney, 5},
        {"$5 USD", kMoney, 5},
        {"5k rps", kRate, 5000},
        {"5krps", kRate, 5000},
        {"5k QPS", kRate, 5000},
        {"600 rpm", kRate, 10},
        {"100 req/s", kRate, 100},
        {"10 million a month", kRate, 1e7 / (30 * kDay)},
        {"every 4 seconds", kRate, 0.25},
        {"10 every 4 seconds", kRate, 2.5},
        {"once a day", kRate, 1 / kDay},
        {"twice daily", kRate, 2 / kDay},
        {"daily", kRate, 1 / kDay},
        {"3 times a day", kRate, 3 / kDay},
        {"200+500+10+4 bytes", kByte, 714},
        {"(16+16) B", kByte, 32},
        {"8 + 4B", kByte, 12},
        {"10^5 s", kSecond, 1e5},
        {"100 / 10^5 s", kRate, 1e-3},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        CHECK(value_of(row.formula, row.dimension) == near(row.value));
    }
}

TEST_CASE("an attached B is bytes or billion, whichever fits; with a space it is bytes") {
    CHECK(value_of("1.5B", kCount) == 1.5e9);
    CHECK(value_of("1.5B", kByte) == 1.5);
    CHECK(value_of("1.5B") == 1.5);
    CHECK(value_of("2B/day", kCount / kSecond) == near(2e9 / kDay));
    CHECK(value_of("2B/day", kByte / kSecond) == near(2 / kDay));
    CHECK(value_of("1B users", kCount) == 1e9);
    CHECK(value_of("8B + 4B", kByte) == 12);
    CHECK(value_of("1B * 500 B", kByte) == near(5e11));
    CHECK(refusal([] { value_of("1 B", kCount); }).what == "expected a count, found a size (bytes)");
    const auto neither = refusal([] { value_of("1B", kSecond); });
    CHECK(contains(neither.what, "as bytes or as billion gives neither"));
    CHECK(neither.hint == "a duration has a unit, as in `5 years` or `2 ms`");
    CHECK(refusal([] { value_of("500B", kCount / kSecond); }).hint == "write `500 billion/day`");
    CHECK(refusal([] { value_of("1.5B", kByte / kSecond); }).hint == "write `1.5 B/s`");
    CHECK(value_of("$0.40 per million requests", kMoney) == near(4e-7));
    CHECK(value_of("$2/billion", kMoney) == near(2e-9));
    CHECK(value_of("3 per thousand", kCount) == near(0.003));
}

TEST_CASE("letters that mean nothing or two things are refused with the readings") {
    struct Wrong {
        std::string formula;
        std::string what;
        std::string hint;
    };
    const Wrong rows[] = {
        {"5m", "no single meaning", "5 min"},
        {"5 m", "no single meaning", "5M"},
        {"5G", "no single meaning", "5 billion"},
        {"5MM", "no single meaning", "5M"},
        {"5 M", "no single meaning", "5M"},
        {"5 K", "no single meaning", "5 KB"},
        {"3 kb", "bits or bytes", "kbit"},
        {"3 Mb/s", "bits or bytes", "MB"},
        {"3Gb", "bits or bytes", "Gbit"},
        {"5 b", "bits or bytes", "bit"},
        {"5 tweest", "no unit, magnitude or counting word", "tweet"},
        {"5 milion", "no unit, magnitude or counting word", "million"},
        {"5 Days", "no unit, magnitude or counting word", "day"},
        {"$", "stands before a number", "$5"},
        {"$5 KB", "no other unit", "$5 / GB"},
        {"5KB%", "percentage has no unit", ""},
        {"5x/day", "is a factor", "leave it out"},
        {"5x/user", "is a factor", "leave it out"},
        {"10 mbps", "bits or bytes", "MB/s"},
        {"5 cents", "no single meaning", "$0.01"},
        {"5 kqps", "holds a magnitude", "write `5k qps`"},
        {"5 Mrps", "holds a magnitude", "write `5M rps`"},
        {"2 megs", "no single meaning", "`2 MB`"},
        {"10G", "no single meaning", "`10 Gbps`"},
        {"1 Mib", "bits or bytes", "MiB / 8"},
        {"100 MBPS", "bits or bytes", "`MB/s`"},
        {"2 shows", "no unit, magnitude or counting word", "leave it out if"},
        {"1000 pools", "no unit, magnitude or counting word", "leave it out if"},
        {"5/m", "no single meaning", "`/min` or `/month`"},
    };
    for (const Wrong& row : rows) {
        CAPTURE(row.formula);
        const auto found = refused(row.formula);
        CAPTURE(found.what, found.hint);
        CHECK(found.column > 0);
        CHECK(contains(found.what, row.what));
        CHECK(contains(found.hint, row.hint));
    }
}

TEST_CASE("behind a number a quantity is an error, an object's name is a counting word") {
    Vocabulary vocabulary;
    vocabulary.is_quantity = [](std::string_view word) { return word == "servers" || word == "dau"; };
    vocabulary.is_word = [](std::string_view word) { return word == "gadget"; };
    const auto found = refused("2 servers", vocabulary);
    CHECK(found.column == 3);
    CHECK(contains(found.what, "'servers' is a quantity"));
    CHECK(contains(found.hint, "2 * servers"));
    CHECK(contains(refused("2dau", vocabulary).what, "is a quantity"));
    CHECK_FALSE(tree_of("2 gadget/day", vocabulary).nodes().empty());
    CHECK(refused("2 gadget/day").column == 3);
    vocabulary.words = {"gadget"};
    CHECK(refused("2 gadgt/day", vocabulary).hint == "did you mean 'gadget'?");
}

TEST_CASE("a range is read with the median of its ends") {
    struct Row {
        std::string formula;
        double value;
    };
    const Row rows[] = {
        {"1 to 4", 2},
        {"1M to 4M", 2e6},
        {"50 to 200 per day", 100 / kDay},
        {"50/day to 200/day", 100 / kDay},
        {"5 to 20 KB", 1e4},
        {"5 B to 20 KB", std::sqrt(1e5)},
        {"10 to 40%", 0.2},
        {"10% to 40%", 0.2},
        {"-5% to 10%", 0.025},
        {"-10 to -5", -7.5},
        {"0 to 10", 5},
        {"$1 to $4", 2},
        {"(1 to 4) * 3", 6},
        {"1 to 4 * 3", 6},
        {"500 to 1k", std::sqrt(5e5)},
        {"5 to 2M", std::sqrt(1e7)},
        {"1k to 4M", std::sqrt(4e9)},
        {"1 to 4 years", 2 * 365 * kDay},
        {"2 to 8 requests/user/day", 4 / kDay},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        CHECK(value_of(row.formula) == near(row.value));
    }
}

TEST_CASE("a low end without magnitude is refused where both readings rise") {
    for (const auto* formula : {"1 to 2M", "1 to 4 billion users", "2 to 3k", "10 to 20 million/day", "1 to 2 tn"}) {
        CAPTURE(formula);
        const auto found = refused(formula);
        CHECK(found.column == 1);
        CHECK(contains(found.what, "is either"));
        CHECK_FALSE(found.hint.empty());
    }
    CHECK(contains(refused("1 to 2M").hint, "1M to 2M"));
    // An attached B is a magnitude too, as soon as it is read as billion.
    CHECK(value_of("1 to 4B", kByte) == 2);
    CHECK(contains(refusal([] { value_of("1 to 4B", kCount); }).what, "either"));
}

TEST_CASE("a value with a deviation is normal around it, 90% within") {
    const auto tree = tree_of("1M ± 10%");
    CHECK(row_of(tree.nodes().back().op).name == "normal");
    for (const auto* formula : {"1M ± 10%", "1M +- 100k", "1M +/- 5%"}) CHECK(value_of(formula) == near(1e6));
    CHECK(value_of("10 ± 2 per day") == near(10 / kDay));
    CHECK(value_of("50% ± 10%") == near(0.5));
    CHECK(contains(refused("10 ± 2M").hint, "10M ± 2M"));
    CHECK(refused("dau ± 10%").column > 0);
}

TEST_CASE("a number beside one with a magnitude is refused where it could be meant with it") {
    CHECK(refused("10M ± 2").hint == "write `10M ± 2M`, or both numbers in full");
    CHECK(refused("10M ± 20").hint == "write `10M ± 20%`, or both numbers in full");
    CHECK(refused("uniform(1, 2M)").what == "'1' is either 1M or just 1");
    CHECK(refused("triangular(1M, 2, 3 million)").what == "'2' is either 2 million or just 2");
    CHECK(refused("normal(10M, 2)").part == "2");
    for (const auto* fine : {"10M ± 200000", "10M ± 0", "10M ± 20%", "uniform(1, 1M)", "uniform(0, 2M)",
                             "uniform(2 * 5M, 20M)", "normal(10M, 500000)", "10 ± 2"}) {
        CAPTURE(fine);
        CHECK(refused(fine).what.empty());
    }
}

TEST_CASE("money at the low end of a range takes the time of the high end") {
    CHECK(value_of("$1k to $4k/day") == near(2000 / kDay));
    CHECK(value_of("$4k/day") == near(4000 / kDay));
}

TEST_CASE("a share of a range that ends with a rate is one itself") {
    CHECK(value_of("1% to 4% per day") == near(0.02 / kDay));
    CHECK(value_of("1 to 4% per day") == near(0.02 / kDay));
}

TEST_CASE("a range stands at the start of a formula or in parentheses, between plain values") {
    for (const auto* formula : {"2 * 10 to 20", "10 to 20 to 30", "10 to", "to 20", "a to b", "1 to (2)", "10 TO 20",
                                "(1 + 2) to 4", "1 to a"}) {
        CAPTURE(formula);
        CHECK(refused(formula).column > 0);
    }
    CHECK(contains(refused("2 * 10 to 20").hint, "(10 to 20) * 2"));
    CHECK(contains(refused("10 TO 20").hint, "to"));
}

}  // namespace bote::test::literal_test
