#include "bote/formula/check.hpp"

#include <cmath>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::check_test {
namespace {

const Dimension kRate = kCount / kSecond;
const Dimension kByteRate = kByte / kSecond;

/// The dimension of a formula; names are `rate`, `size`, `time`, `money` and counts.
Dimension dimension_of(const std::string& formula, std::optional<Dimension> wanted = std::nullopt) {
    const Text text = formula_text(formula);
    Expression tree = parse_formula(text, {});
    std::vector<Dimension> names;
    for (const auto name : names_of(text.text, tree)) {
        names.push_back(name == "rate"    ? kRate
                        : name == "size"  ? kByte
                        : name == "time"  ? kSecond
                        : name == "money" ? kMoney
                                          : kCount);
    }
    return resolve_units(text, tree, names, wanted);
}

double with_names(const std::string& formula, const std::vector<double>& names) {
    return evaluate(tree_of(formula), names, {});
}

}  // namespace

TEST_CASE("a formula has the dimension of its arithmetic") {
    struct Row {
        std::string formula;
        Dimension dimension;
    };
    const Row rows[] = {
        {"rate * size", kByteRate},
        {"rate * size * time", kByte},
        {"size / time", kByteRate},
        {"size + 1 KB", kByte},
        {"2 * 3", kCount},
        {"-size", kByte},
        {"max(size, 0)", kByte},
        {"sum(0, size)", kByte},
        {"min(rate, 1/s)", kRate},
        {"uniform(1 KB, 2 KB)", kByte},
        {"ceil(size / 1 TB)", kCount},
        {"time ^ 2 / time", kSecond},
        {"time ^ -1", kRate},
        {"2 ^ 0.5", kCount},
        {"(1 + 20%) ^ (time / 1 year)", kCount},
        {"1 KB to 2 KB", kByte},
        {"money / size / time", kMoney / kByte / kSecond},
        {"0 + size", kByte},
        {"size - 0", kByte},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        CHECK(dimension_of(row.formula) == row.dimension);
    }
}

TEST_CASE("parts that do not fit each other are refused together") {
    struct Row {
        std::string formula;
        std::string part;
        std::string what;
    };
    const Row rows[] = {
        {"2 * (size + time)", "size + time", "adds a size (bytes) and a duration"},
        {"size - 5", "size - 5", "subtracts a count from a size (bytes)"},
        {"max(size, rate)", "max(size, rate)", "mixes a size (bytes) and a rate (per second)"},
        {"ceil(size)", "ceil(size)", "ceil takes plain numbers, not a size (bytes)"},
        {"ln(time)", "ln(time)", "plain numbers"},
        {"grown_time(20%, time, time)", "grown_time(20%, time, time)", "plain numbers"},
        {"2 ^ time", "2 ^ time", "an exponent is a plain number, not a duration"},
        {"time ^ 0.5", "time ^ 0.5", "whole number"},
        {"time ^ n", "time ^ n", "whole number"},
        {"time ^ 10", "time ^ 10", "whole number"},
        {"1 KB to 2 s", "1 KB to 2 s", "goes from a size (bytes) to a duration"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        const auto found = refusal([&] { dimension_of(row.formula); });
        CHECK(found.part == row.part);
        CHECK(contains(found.what, row.what));
    }
}

TEST_CASE("a formula that does not fit its field says what was wanted and what may be missing") {
    struct Row {
        std::string formula;
        Dimension wanted;
        std::string what;
        std::string hint;
    };
    const Row rows[] = {
        {"5", kSecond, "expected a duration, found a count", "5 years"},
        {"500", kByte, "expected a size (bytes), found a count", "500 B"},
        {"100M", kRate, "expected a rate (per second)", "/day"},
        {"100M * 500 B", kByteRate, "a data rate", "/day"},
        {"rate * size", kByte, "expected a size (bytes)", "multiply by a time"},
        {"rate", kByteRate, "a data rate", "multiply by a size"},
        {"5", kMoney, "expected an amount of money", "$"},
        {"200", kByteRate, "a data rate", "MB/s"},
        {"size", kCount, "expected a count, found a size", "divide by a size"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        const auto found = refusal([&] { dimension_of(row.formula, row.wanted); });
        CHECK(found.part == row.formula);
        CHECK(contains(found.what, row.what));
        CHECK(contains(found.hint, row.hint));
    }
}

TEST_CASE("a bare zero fits every field") {
    for (const auto wanted : {kCount, kByte, kSecond, kMoney, kByteRate}) {
        CHECK(dimension_of("0", wanted) == wanted);
        CHECK(dimension_of("-0", wanted) == wanted);
    }
    CHECK(dimension_of("0") == kCount);
    CHECK(refusal([] { dimension_of("0 s", kByte); }).column > 0);
}

TEST_CASE("in an expectation the other side decides what an attached B is") {
    const auto right_value = [](const std::string& formula, Dimension left) {
        const Text text = formula_text(formula);
        Expectation expectation = parse_expectation(text, {});
        resolve_units(text, expectation, std::vector{left}, {});
        return evaluate(expectation.right, {}, {});
    };
    CHECK(right_value("users < 2B", kCount) == 2e9);
    CHECK(right_value("size < 2B", kByte) == 2);
    CHECK(right_value("rate < 2B/s", kRate) == 2e9);
    CHECK(right_value("size > 0", kByte) == 0);
}

TEST_CASE("the sides of an expectation have one dimension") {
    const auto settled = [](const std::string& formula, Dimension left) {
        const Text text = formula_text(formula);
        Expectation expectation = parse_expectation(text, {});
        return resolve_units(text, expectation, std::vector{left}, {});
    };
    CHECK(settled("storage <= 5 PB", kByte) == kByte);
    CHECK(settled("storage <= 0", kByte) == kByte);
    const auto found = refusal([&] { settled("storage <= 5", kByte); });
    CHECK(contains(found.what, "a size (bytes) cannot be compared with a count"));
    CHECK(contains(found.hint, "500 B"));
}

TEST_CASE("sum and max leave out what is absent, everything else is absent with it") {
    CHECK(with_names("sum(a, b)", {1, NAN}) == 1);
    CHECK(with_names("max(a, b)", {NAN, 3}) == 3);
    CHECK(std::isnan(with_names("sum(a, b)", {NAN, NAN})));
    CHECK(std::isnan(with_names("min(a, b)", {1, NAN})));
    CHECK(std::isnan(with_names("a + b", {1, NAN})));
    CHECK(with_names("sum(a * b, c)", {1, NAN, 5}) == 5);
    CHECK(with_names("a ^ b", {2, 10}) == 1024);
    CHECK(std::isnan(with_names("a ^ b", {1, NAN})));
    CHECK(std::isnan(with_names("a ^ b", {NAN, 0})));
    CHECK(with_names("sum(a ^ b, 5)", {NAN, 0}) == 5);
}

TEST_CASE("a range or a distribution that runs backwards is refused where its ends are known") {
    const auto checked = [](const std::string& formula) {
        const Text text = formula_text(formula);
        check_ranges(text, parse_formula(text, {}), {});
    };
    for (const auto* wrong : {"10 to 5", "5 to 5", "-5 to -10", "2 * (3/s to 2/s)", "1.5M to 2", "uniform(2, 1)",
                              "uniform(1, 1)", "normal(5, 0)", "normal(5, -1)", "triangular(1, 5, 3)",
                              "triangular(2, 1, 3)", "triangular(1, 1, 1)", "uniform(2 KB, 1 MB / 1000)"}) {
        CAPTURE(wrong);
        CHECK(refusal([&] { checked(wrong); }).column > 0);
    }
    for (const auto* right : {"5 to 10", "-10 to -5", "uniform(a, 1)", "triangular(1, 1, 3)", "triangular(1, 3, 3)",
                              "5/day to 1/s", "normal(0, 1)"}) {
        CAPTURE(right);
        CHECK(refusal([&] { checked(right); }).column == 0);
    }
}

TEST_CASE("a month beside money is a twelfth of a year, all other months have their own length") {
    constexpr double kDay = 86'400;
    constexpr double kBill = 365 * kDay / 12;
    CHECK(value_of("$12/month") == near(12 / kBill));
    CHECK(value_of("$12/month * 1 year") == near(144));
    CHECK(value_of("$0.10/h * 1 month") == near(73));
    CHECK(value_of("2 months * $1/month") == near(2));
    CHECK(value_of("$1 / 2 months") == near(1 / kBill / 2));
    CHECK(value_of("$0.02/GB/month") == near(0.02e-9 / kBill));
    CHECK(value_of("30/day * 1 month") == near(900));
    CHECK(value_of("30/day * 1 month * $1") == near(900));  // the traffic of a month, then its price
    const Conventions short_year{kDay, 30 * kDay, 360 * kDay, 1000};
    CHECK(value_of("$12/month", std::nullopt, short_year) == near(12 / (30 * kDay)));
}

TEST_CASE("two values with a dash are a range where they rise") {
    struct Row {
        std::string written;
        std::string range;
    };
    const Row rows[] = {
        {"5-10 per day", "5 to 10 per day"},
        {"5\u201310", "5 to 10"},
        {"50 \u2014 150/day", "50 to 150/day"},
        {"5..10", "5 to 10"},
        {"1M - 2M", "1M to 2M"},
        {"5-10k", "5k to 10k"},
        {"500-1k", "500 to 1k"},
        {"1-2B", "1B to 2B"},
        {"between 1 and 2B", "1B to 2B"},
        {"500M-2B", "500M to 2B"},
        {"10%-20%", "10% to 20%"},
        {"between 5 and 10 KB", "5 to 10 KB"},
        {"from $5 to $10", "$5 to $10"},
        {"3-4 times a day", "3 to 4 times a day"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.written);
        CHECK(as_range(row.written) == row.range);
    }
    for (const auto* other : {"10-5", "5", "dau - 3", "5-", "5 KB - 3 s", "1M * 5-10", ""}) {
        CAPTURE(other);
        CHECK_FALSE(as_range(other));
    }
    CHECK_FALSE(as_range(std::string(300, '1') + "-2"));
    CHECK(contains(refusal([] { tree_of("5-10"); }).hint, "write `5 to 10`"));
    CHECK(value_of("10-5") == 5);
    CHECK(value_of("5 - 10") == -5);
}

TEST_CASE("a share is added to a share, not to a number") {
    const auto check = [](const std::string& formula) {
        const Text text = formula_text(formula);
        const Expression tree = parse_formula(text, {});
        const auto names = names_of(text.text, tree);
        check_shares(text, tree, [&](std::uint32_t name) {
            return names[name] == "dau" ? Amount::number : names[name] == "hit_ratio" ? Amount::share : Amount::either;
        });
    };
    struct Row {
        std::string formula;
        std::string hint;
    };
    const Row rows[] = {
        {"100k + 20%", "write `100k * (1 + 20%)`"},           {"100k - 20%", "write `100k * (1 - 20%)`"},
        {"20% + 100k", "write `100k * (1 + 20%)`"},           {"dau + 20%", "write `dau * (1 + 20%)`"},
        {"dau * 2 + 20%", "write `dau * 2 * (1 + 20%)`"},     {"dau + 5 + 20%", "write `(dau + 5) * (1 + 20%)`"},
        {"(dau + 5) + 20%", "write `(dau + 5) * (1 + 20%)`"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.formula);
        CHECK(refusal([&] { check(row.formula); }).hint == row.hint);
    }
    for (const auto* fine : {"1 - 30%", "10% + 5%", "0.7 + 20%", "hit_ratio + 5%", "2 * 10% + 5%", "dau * (1 + 20%)",
                             "other + 5%", "100k * 20% + 5%"}) {
        CAPTURE(fine);
        CHECK_NOTHROW(check(fine));
    }
}

TEST_CASE("a rate behind a slash is put in parentheses") {
    CHECK(refusal([] { value_of("5/s / 10k/s", kCount); }).hint == "write `5/s / (10k/s)`");
    CHECK(refusal([] { value_of("ceil(5/s / 10k/s)"); }).hint == "write `ceil(5/s / (10k/s))`");
    CHECK(refusal([] { value_of("1 + 5/s / 10k/s"); }).hint == "write `1 + 5/s / (10k/s)`");
    CHECK(refusal([] { value_of("10 MB/s / 5 MB/s", kCount); }).hint == "write `10 MB/s / (5 MB/s)`");
    CHECK_FALSE(is_usual({0, -2, 0}));
    CHECK_FALSE(is_usual({-2, 0, 0}));
    CHECK(is_usual({-1, -1, 1}));
}

}  // namespace bote::test::check_test
