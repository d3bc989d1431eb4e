#include "bote/formula/check.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::resolve_units_test {
namespace {

const Dimension kRate = kCount / kSecond;
const Dimension kByteRate = kByte / kSecond;

/// The value of a formula whose only name is a 1 of some dimension.
double settled(const std::string& formula, Dimension name, std::optional<Dimension> wanted) {
    const Text text = formula_text(formula);
    Expression tree = parse_formula(text, {});
    resolve_units(text, tree, std::vector{name}, wanted);
    return evaluate(tree, std::vector{1.0}, {});
}

Refusal refused(const std::string& formula, Dimension name, Dimension wanted) {
    return refusal([&] { settled(formula, name, wanted); });
}

/// The two sides of an expectation, the name on its left being of some dimension.
std::pair<double, double> sides(const std::string& formula, Dimension name) {
    const Text text = formula_text(formula);
    Expectation expectation = parse_expectation(text, {});
    const std::vector names{name};
    resolve_units(text, expectation, names, {});
    return {evaluate(expectation.left, std::vector{1.0}, {}), evaluate(expectation.right, {}, {})};
}

}  // namespace

TEST_CASE("every attached B of a formula is read the same way, as bytes where both would fit") {
    CHECK(settled("2B * 3B", kCount, kCount) == 6e18);
    CHECK(settled("2B + 3B", kCount, kByte) == 5);
    CHECK(settled("2B / 4B", kCount, kCount) == 0.5);
    CHECK(settled("2B / 4B + 0 * 1B", kCount, kCount) == 0.5);
    CHECK(settled("2B * n", kRate, kRate) == 2e9);
    CHECK(settled("2B * n", kRate, kByteRate) == 2);
    CHECK(settled("8 + 4B", kCount, kByte) == 12);
    CHECK(settled("8 + 4B", kCount, kCount) == 4'000'000'008);  // the 8 has no magnitude
    CHECK(settled("0B", kCount, kCount) == 0);
    CHECK(settled("2B", kCount, std::nullopt) == 2);
    CHECK(settled("1B to 4B", kCount, kCount) == near(2e9));
    CHECK(refused("1 to 4B", kCount, kCount).hint == "write `1B to 4B`");
    CHECK(refused("(1 to 4B) * 3", kCount, kCount).hint == "write `(1B to 4B) * 3`");
    const auto neither = refused("2B * n", kMoney, kSecond);
    CHECK(neither.what == "expected a duration; reading `B` as bytes or as billion gives neither");
    CHECK(neither.part == "2B * n");
}

TEST_CASE("a fraction of a unit is written as one number") {
    CHECK(refused("1/2 KB", kCount, kByte).hint == "write `0.5 KB`");
    CHECK(refused("3 / 4 days", kCount, kSecond).hint == "write `0.75 days`");
    for (const auto* other : {"n/2 KB", "1/0 KB", "1/2 s", "1 + 1/2 KB", "1 * 2 / 4 KB"}) {
        CAPTURE(other);
        CHECK(refused(other, kCount, kByte).hint.find("write `0") == std::string::npos);
    }
}

TEST_CASE("bytes where something is counted are billions, wherever they stand in a formula") {
    CHECK(refused("5 B", kByte, kCount).hint == "write `5 billion`");
    CHECK(refused("1 B/day", kByteRate, kRate).hint == "write `1 billion/day`");
    CHECK(refused("3 B * 2/day", kByteRate, kRate).hint == "write `3 billion * 2/day`");
    CHECK(refused("2 * (1 B + 3 B)", kByte, kCount).hint == "write `2 * (1 billion + 3 billion)`");
    CHECK(refused("1 KB", kByte, kCount).hint == "divide by a size, as in `/ (1 KB)`");
}

TEST_CASE("what is missing to the wanted dimension is a factor, or a unit of its own") {
    CHECK(refused("n", kByteRate, kByte).hint == "multiply by a time, as in `* 1 day`");
    CHECK(refused("n", kRate, kByteRate).hint == "multiply by a size, as in `* 1 KB`");
    CHECK(refused("n", kByte, kByteRate).hint == "say per how long, as in `/day` or `/s`");
    CHECK(refused("n", kByteRate, kRate).hint ==
          "divide by a size, as in `/ (1 KB)`; a number in billions reads `3 billion`");
    CHECK(refused("n", kRate, kCount).hint == "write it without a time, or multiply by a time, as in `* 1 day`");
    CHECK(refused("n", kCount, kRate).hint == "say per how long, as in `/day` or `/s`");
    CHECK(refused("n", kCount, kSecond).hint == "a duration has a unit, as in `5 years` or `2 ms`");
    CHECK(refused("n", kCount, kMoney / kSecond).hint == "a price over time reads `$100/month`");
    CHECK(refused("n", kMoney, kRate).hint == "a rate reads `5M/day` or `200/s`");
    CHECK(refused("n", kMoney, kByteRate).hint == "a data rate reads `200 MB/s` or `10 Gbps`");
    CHECK(refused("n", kByte, kMoney).hint == "an amount of money starts with `$`");
    CHECK(refused("n", kMoney, kByte).hint == "a size has a unit, as in `500 B` or `2 KB`");
    CHECK(refused("n", kCount, kByte * kByte).hint == "");  // nothing that people measure in
}

TEST_CASE("a rate behind a slash is only put in parentheses where that gives what is wanted") {
    CHECK(refused("n / 10k/s", kRate, kCount).hint == "write `n / (10k/s)`");
    CHECK(refused("n / 10k/s", kByte, kCount).hint == "");                    // still a size too many
    CHECK(refused("n / 10/s", kCount, kCount).hint != "write `n / (10/s)`");  // that would be a duration
    CHECK(refused("n / 10/s", kCount, kSecond).hint == "write `n / (10/s)`");
    CHECK(settled("n / (10k/s)", kRate, kCount) == 1e-4);
}

TEST_CASE("the sides of a comparison settle each other's units") {
    CHECK(sides("n < 2B", kByte) == std::pair(1.0, 2.0));
    CHECK(sides("n < 2B", kCount) == std::pair(1.0, 2e9));
    CHECK(sides("n + 1B < 2B", kByte) == std::pair(2.0, 2.0));
    CHECK(sides("n + 1B < 2B", kCount) == std::pair(1e9 + 1, 2e9));
    CHECK(sides("n < 0", kMoney).second == 0);
    CHECK(sides("0 < 3 KB", kCount).second == 3e3);
    CHECK(sides("n < $12/month", kMoney / kSecond).second == near(12 * 12 / (365 * 86'400.0)));  // a twelfth of a year
    const auto other = refusal([] { sides("n < 5 KB", kByteRate); });
    CHECK(other.what == "a data rate (bytes per second) cannot be compared with a size (bytes)");
    CHECK(other.hint == "say per how long, as in `/day` or `/s`");
    CHECK(other.part == "n < 5 KB");
    CHECK(refusal([] { sides("n / 10/s < 5", kRate); }).hint == "write `n / (10/s) < 5`");
    CHECK(refusal([] { sides("n < 20/s / 10/s", kCount); }).hint == "write `n < 20/s / (10/s)`");
    CHECK(refusal([] { sides("n < 2B", kSecond); }).what == "a duration cannot be compared with a count");
}

}  // namespace bote::test::resolve_units_test
