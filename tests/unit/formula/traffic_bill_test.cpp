// What is paid by the piece or the byte, on the bill of a month.

#include <vector>

#include "bote/formula/check.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::traffic_bill_test {
namespace {

/// In dollars a month of a bill, where `egress` is 1 TB in 30 days and `rent` $100 a month.
double billed(const std::string& written) {
    const Text text = formula_text(written);
    Expression formula = parse_formula(text, {});
    std::vector<Dimension> dimensions;
    std::vector<double> values;
    const double month = 365.0 * 86400 / 12;
    for (const Node& node : formula.nodes()) {
        if (node.op != Op::name || node.name < values.size()) continue;
        const bool traffic = text.text.substr(node.begin, node.end - node.begin) == "egress";
        dimensions.push_back(traffic ? kByte / kSecond : kMoney / kSecond);
        values.push_back(traffic ? 1e12 / (30 * 86400.0) : 100 / month);
    }
    resolve_units(text, formula, dimensions, kMoney / kSecond);
    bill_traffic(text, formula, dimensions);
    return evaluate(formula, values, {}) * month;
}

}  // namespace

TEST_CASE("a month of traffic stands on the bill of a month") {
    CHECK(billed("egress * $0.09/GB") == near(90));
    CHECK(billed("$0.09/GB * egress * 2") == near(180));
    CHECK(billed("3/day * $1") == near(90));
}

TEST_CASE("a price times a rate costs the same in either order") {
    CHECK(billed("$1 * 3/day") == near(90));
    CHECK(billed("30M/day * $0.10 / 1000") == near(90'000));
    CHECK(billed("$0.10 / 1000 * 30M/day") == near(90'000));
    CHECK(billed("$0.09/GB * 1 TB/day") == near(2700));
    CHECK(billed("1 TB/day * $0.09/GB") == near(2700));
    CHECK(billed("$5 * 3/month") == near(15));
    CHECK(billed("3/month * $5") == near(15));
    CHECK(billed("$0.10 * (2 + 8)/day") == near(30));
}

TEST_CASE("a slash behind a price makes rent of it, and one behind parentheses of all that is in them") {
    CHECK(billed("3 * $5/month") == near(15));
    CHECK(billed("10 * $0.10/h") == near(730));
    CHECK(billed("$0.10/h * 10") == near(730));
    CHECK(billed("(10 * $0.10)/h") == near(730));
    CHECK(billed("($0.10 * 10)/h") == near(730));
    CHECK(billed("($5 * 3)/month") == near(15));
}

TEST_CASE("rent is on the bill as it is, and beside it each term of a sum is billed for itself") {
    CHECK(billed("rent") == near(100));
    CHECK(billed("$300/month * 2") == near(600));
    CHECK(billed("1 TB * $0.02/GB/month") == near(20));
    CHECK(billed("rent + egress * $0.09/GB") == near(190));
    CHECK(billed("egress * $0.09/GB - rent") == near(-10));
    CHECK(billed("-(rent - egress * $0.09/GB)") == near(-10));
    CHECK(billed("max(rent, egress * $0.09/GB, egress * $0.11/GB)") == near(110));
    CHECK(billed("sum(rent, egress * $0.09/GB, 0)") == near(190));
    CHECK(billed("(rent + egress * $0.09/GB) * 2") == near(380));
}

}  // namespace bote::test::traffic_bill_test
