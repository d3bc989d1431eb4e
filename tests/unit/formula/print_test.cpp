#include "bote/formula/print.hpp"

#include <rapidcheck.h>

#include <cmath>
#include <map>
#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::print_test {
namespace {

struct Known {
    std::string text;  // empty: absent
    std::optional<double> neutral = std::nullopt;
};
using Names = std::map<std::string, Known>;

std::string printed(const std::string& formula, const Names& names) {
    const auto tree = tree_of(formula);
    const auto used = names_of(formula, tree);
    return print_with_values(tree, formula, [&](std::uint32_t index) -> std::optional<ShownValue> {
        const Known& known = names.at(std::string(used[index]));
        if (known.text.empty()) return std::nullopt;
        return ShownValue{known.text, known.neutral};
    });
}

double evaluated(const std::string& formula, const Names& names) {
    const auto tree = tree_of(formula);
    std::vector<double> values;
    for (const auto name : names_of(formula, tree)) {
        const auto& text = names.at(std::string(name)).text;
        values.push_back(text.empty() ? NAN : evaluate(tree_of(text), {}, {}));
    }
    return evaluate(tree, values, {});
}

const Names kNames = {
    {"a", {"7"}},        {"b", {"-2"}},         {"c", {"50 GB/day"}}, {"d", {"1.5"}},
    {"one", {"1", 1.0}}, {"zero", {"0%", 0.0}}, {"gone", {""}},
};

/// Whether a number is nowhere added to a time: `7 + 1 day` would read as 8 days.
bool fits(const std::string& formula) {
    const auto tree = tree_of(formula);
    std::vector<Dimension> dimensions;
    for (const auto name : names_of(formula, tree)) dimensions.push_back(name == "c" ? kByte / kSecond : kCount);
    try {
        check_dimensions(formula_text(formula), tree, dimensions);
        return true;
    } catch (const InputError&) {
        return false;
    }
}

/// A formula out of the names above and a few numbers.
std::string any_formula(int depth) {
    static const char* const kLeaves[] = {"a",    "b", "c",     "d",        "one",          "zero",
                                          "gone", "3", "1 day", "(1 to 4)", "(8 \u00b1 2)", "20%"};
    if (depth == 0) return kLeaves[*rc::gen::inRange<std::size_t>(0, std::size(kLeaves))];
    const std::string left = any_formula(depth - 1);
    const std::string right = any_formula(*rc::gen::inRange(0, depth));
    switch (*rc::gen::inRange(0, 9)) {
        case 0: return "(" + left + ") + (" + right + ")";
        case 1: return "(" + left + ") - (" + right + ")";
        case 2: return "(" + left + ") * (" + right + ")";
        case 3: return "(" + left + ") / (" + right + ")";
        case 4: return "(" + left + ") ^ 2";
        case 5: return "-(" + left + ")";
        case 6: return "sum(" + left + ", " + right + ")";
        case 7: return "max(" + left + ", " + right + ")";
        default: return "min(" + left + ", " + right + ")";
    }
}

}  // namespace

TEST_CASE("a 1 or 0 that somebody wrote is printed, one that changes nothing by default is not") {
    CHECK(printed("1 * a", kNames) == "1 * 7");
    CHECK(printed("a * 1", kNames) == "7 * 1");
    CHECK(printed("0 + a", kNames) == "0 + 7");
    CHECK(printed("one * a", kNames) == "7");
    CHECK(printed("a * one", kNames) == "7");
    CHECK(printed("zero + a", kNames) == "7");
}

TEST_CASE("a formula is printed with numbers, and parentheses where reading it back needs them") {
    const Names names = {{"rate", {"50 GB/day"}},      {"span", {"5 years"}}, {"share", {"30%"}}, {"disk", {"4 TB"}},
                         {"many", {"10 billion/day"}}, {"loss", {"-5"}},      {"n", {"3"}},       {"absent", {""}}};
    struct Row {
        std::string formula;
        std::string text;
    };
    const Row rows[] = {
        {"rate * span", "50 GB/day * 5 years"},
        {"disk / (1 - share)", "4 TB / (1 - 30%)"},
        {"many / rate", "10 billion/day / (50 GB/day)"},
        {"rate * n / disk", "50 GB/day * 3 / 4 TB"},
        {"(n + n) * disk", "(3 + 3) * 4 TB"},
        {"n + n * n", "3 + 3 * 3"},
        {"n - (n - n)", "3 - (3 - 3)"},
        {"n / (n / n)", "3 / (3 / 3)"},
        {"n / (n * n)", "3 / (3 * 3)"},
        {"n - loss", "3 - (-5)"},
        {"loss * n", "(-5) * 3"},
        {"n ^ n", "3 ^ 3"},
        {"(n ^ n) ^ n", "(3 ^ 3) ^ 3"},
        {"rate ^ 2", "(50 GB/day) ^ 2"},
        {"-n", "-3"},
        {"-(n ^ 2)", "-(3 ^ 2)"},
        {"sum(n, disk)", "3 + 4 TB"},
        {"sum(n, disk) * n", "(3 + 4 TB) * 3"},
        {"sum(n, absent)", "3"},
        {"sum(n, absent) * n", "3 * 3"},
        {"sum(n, absent * n)", "3"},
        {"max(n, absent)", "3"},
        {"max(n, disk, absent)", "max(3, 4 TB)"},
        {"min(n, disk)", "min(3, 4 TB)"},
        {"ceil(max(n, disk))", "ceil(max(3, 4 TB))"},
        {"(1 to 4) * n", "(1 to 4) * 3"},
        {"1 to 4 (50%)", "1 to 4 (50%)"},
        {"5 to 10 KB/day", "5 to 10 KB/day"},
        {"n * (225 \u00b1 5 s)", "3 * (225 \u00b1 5 s)"},
        {"10M \u00b1 20%", "10M \u00b1 20%"},
        {"50 \u00b1 10% per day", "50 \u00b1 10% per day"},
        {"normal(n, 2)", "normal(3, 2)"},
        {"n / million hours", "3/million hours"},
        {"n * (1 day / span)", "3 * 1 day / 5 years"},
        {"n/day", "3/day"},
        {"n / USD", "3/USD"},
        {"n/$/s", "3/$/s"},
        {"rate * (1 month) * n / (1 billing_month)", "50 GB/day * 1 month * 3"},
        {"rate * (1 month / 1 billing_month)", "50 GB/day"},
        {"rate * (1 billing_month / 1 month) * n", "50 GB/day * 3"},
        {"n/month", "3/month"},
        {"disk * (1 + 1e-12)", "4 TB"},
        {"n * 10^5 s", "3 * 10 ^ 5 * 1 s"},
        {"n * 2^1.2345678 s", "3 * 2 ^ 1.2345678 * 1 s"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        CHECK(printed(row.formula, names) == row.text);
    }
}

TEST_CASE("a neutral value is dropped where it changes nothing, and kept where it does") {
    const Names names = {{"n", {"3"}}, {"one", {"1", 1.0}}, {"nothing", {"0 B", 0.0}}, {"day", {"1 day", 86'400.0}}};
    struct Row {
        std::string formula;
        std::string text;
    };
    const Row rows[] = {
        {"n * one", "3"},     {"one * n", "3"},           {"n / one", "3"},         {"n + nothing", "3"},
        {"nothing + n", "3"}, {"n - nothing", "3"},       {"n * one * n", "3 * 3"}, {"(n + nothing) * n", "3 * 3"},
        {"one / n", "1 / 3"}, {"nothing - n", "0 B - 3"}, {"n + one", "3 + 1"},     {"n * nothing", "3 * 0 B"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        CHECK(printed(row.formula, names) == row.text);
    }
}

TEST_CASE("what is printed reads back as the same value") {
    CHECK(rc::check([] {
        const std::string formula = any_formula(*rc::gen::inRange(0, 5));
        const std::string text = printed(formula, kNames);
        const double wanted = evaluated(formula, kNames);
        RC_LOG() << formula << "\n" << text << "\n";
        if (std::isnan(wanted)) RC_SUCCEED("absent, or no number");
        if (!fits(formula)) RC_SUCCEED("no formula that is accepted");
        RC_ASSERT(evaluated(text, {}) == near(wanted, 1e-9));
    }));
}

}  // namespace bote::test::print_test
