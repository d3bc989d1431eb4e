#include "bote/engine/flip.hpp"

#include <optional>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::flip_test {
namespace {

constexpr double kFourDigits = 1e-4;

std::uint32_t slot_of(const Estimate& estimate, const std::string& name) { return slot_of(*estimate.model.find(name)); }

/// Where the only expectation of a workload flips in terms of a quantity.
std::optional<double> flip_of(const std::string& yaml, const std::string& quantity) {
    const auto estimate = estimate_of(yaml);
    const auto& terms = estimate.model.expectations.at(0).terms;
    return find_flips(estimate.program, estimate.values, slot_of(estimate, quantity),
                      {{0, terms.comparison, terms.tolerance}})
        .at(0);
}

// A kilobyte a day and user for 100 days: 100 KB for each user.
const std::string kHoard = "dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\nretention: 100 days\n";

}  // namespace

TEST_CASE("a comparison flips where its sides are equal") {
    struct Row {
        std::string expectation;
        double dau;
    };
    const Row rows[] = {
        {"data <= 1 TB", 10e6},
        {"data < 1 GB", 10e3},
        {"data > 1 TB", 10e6},
        {"1 TB >= data", 10e6},
        {"data + 100 GB <= 1 TB", 9e6},
        {"data * data / 1 TB <= 4 TB", 20e6},
        {"data <= 99 PB", 990e9},                             // a factor of 990,000 up
        {"sqrt(data / 1 TB) > 2", 40e6},                      // not linear
        {"data <= 700 GB + qps * 1 day * 1 KB", 7e6 / 0.99},  // both sides grow
    };
    for (const auto& row : rows) {
        CAPTURE(row.expectation);
        const auto flip = flip_of(kHoard + "expect: [" + row.expectation + "]\n", "dau");
        REQUIRE(flip);
        CHECK(*flip == near(row.dau, kFourDigits));
    }
}

TEST_CASE("where the sides are powers of the quantity, it flips at the very value") {
    const auto flip = [](const std::string& expectation) {
        return flip_of(kHoard + "expect: [" + expectation + "]\n", "dau").value();
    };
    CHECK(flip("data <= 1 TB") == near(10e6, 1e-8));
    CHECK(flip("3 TB / sqrt(data / 1 TB) >= 1 TB") == near(90e6, 1e-8));
}

TEST_CASE("what is rounded up flips where it takes its step") {
    // 3 copies of 100 KB with 30% free on 4 TB: the tenth server is full at 40 TB.
    const auto flip = flip_of(kHoard + "expect: [database.servers <= 10]\n", "dau");
    REQUIRE(flip);
    CHECK(*flip == near(40e12 * 0.7 / 3 / 100e3, kFourDigits));
}

TEST_CASE("the last argument of a function moves a comparison too") {
    // 1 - (1 - p)^2 is 84% where p is 60%.
    const auto flip = flip_of("define:\n  p: 0.5\nexpect: [\"at_least(1, 2, p) >= 0.84\"]\n", "p");
    REQUIRE(flip);
    CHECK(*flip == near(0.6, kFourDigits));
}

TEST_CASE("a band is left on the side that is nearer") {
    CHECK(*flip_of(kHoard + "expect: [data ~ 150 GB within 50%]\n", "dau") == near(0.75e6, kFourDigits));
    CHECK(*flip_of(kHoard + "expect: [data ~ 60 GB within 75%]\n", "dau") == near(1.05e6, kFourDigits));
}

TEST_CASE("what does not depend on the quantity, or only beyond all measure, does not flip") {
    CHECK_FALSE(flip_of(kHoard + "expect: [object_size < 5 KB]\n", "dau"));
    CHECK_FALSE(flip_of(kHoard + "expect: [data / qps < 1 GB * 1 s]\n", "dau"));
    CHECK_FALSE(flip_of(kHoard + "expect: [data <= 101 PB]\n", "dau"));  // more than a million times
    CHECK_FALSE(flip_of(kHoard + "expect: [data >= 0 B]\n", "dau"));
    CHECK_FALSE(flip_of("dau: 0\nwrites_per_user: 1/day\nexpect: [qps < 5/s]\n", "dau"));
}

TEST_CASE("many comparisons are answered at once, in their order") {
    const auto estimate = estimate_of(kHoard + "expect: [data <= 1 TB, object_size > 1 B, data > 2 TB]\n");
    std::vector<Compared> asked;
    for (const std::uint32_t i : {2U, 1U, 0U}) asked.push_back({i, estimate.model.expectations[i].terms.comparison, 0});
    const auto flips = find_flips(estimate.program, estimate.values, slot_of(estimate, "dau"), asked);
    REQUIRE(flips.size() == 3);
    CHECK(flips[0].value() == near(20e6, kFourDigits));
    CHECK_FALSE(flips[1]);
    CHECK(flips[2].value() == near(10e6, kFourDigits));
}

TEST_CASE("a pinned quantity keeps what the caller gives it, and the rest follows") {
    const auto estimate = estimate_of("mau: 10M\nactive_share: 50%\nwrites_per_user: 86400/day\n");
    const auto slot = slot_of(estimate, "dau");
    const Program program = pinned(estimate.program, slot);
    CHECK(program.instructions.size() == estimate.program.instructions.size() - 1);
    Columns columns = make_columns(program, 2);
    columns.cells[slot * columns.pitch] = 7;
    columns.cells[slot * columns.pitch + 1] = 11;
    evaluate(program, columns);
    const auto writes = slot_of(estimate, "writes");
    CHECK(columns.cells[writes * columns.pitch] == near(7));
    CHECK(columns.cells[writes * columns.pitch + 1] == near(11));
    CHECK(value(estimate, "writes") == near(5e6));
}

}  // namespace bote::test::flip_test
