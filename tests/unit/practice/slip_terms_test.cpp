// Slips in the shape of the formulas.

#include "practice/collect.hpp"
#include "practice/collected.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::slip_terms_test {
namespace {

/// 3 * 4 + 5 * 2 = 22, of which the products are 12 and 10.
constexpr std::string_view kProducts =
    "define:\n  rows: 3\n  row: 4\n  cells: 5\n  cell: 2\n  all: rows * row + cells * cell\n";

}  // namespace

TEST_CASE("a term of a sum is left out, but not the main thing, nor what stands beside a 1") {
    const Collected rows(kRows, "new_data", collect_terms);
    CHECK(rows.ratio("left out the metadata") == near(5 / 8.0));  // 300 of 800 B
    CHECK(rows.kind("left out the metadata") == SlipKind::part_left_out);
    CHECK(rows.ratio("left out the object size") == near(3 / 8.0));
    // 960 of 1,000: without it, 4% are left.
    const std::string_view main = "define:\n  large: 960\n  small: 40\n  all: large + small\n";
    CHECK(Collected(main, "all", collect_terms).find("left out the large") == nullptr);
    CHECK(Collected(main, "all", collect_terms).ratio("left out the small") == near(0.96));
    const std::string_view beside = "define:\n  extra: 50%\n  base: 8\n  all: base * (1 + extra)\n";
    CHECK(Collected(beside, "all", collect_terms).find("left out the extra") == nullptr);
}

TEST_CASE("a direction of the bandwidth left out is one of its own, and so are the spares of machines") {
    const Collected both(kBothWays, "bandwidth", collect_terms);  // 30 in, 40 out
    CHECK(both.ratio("left out the ingress") == near(4 / 7.0));
    CHECK(both.ratio("left out the egress") == near(3 / 7.0));
    CHECK(both.kind("left out the egress") == SlipKind::one_direction);
    const Collected machines(kPastes, "app.machines", collect_terms);
    CHECK(machines.ratio("left out the spares") == near(106 / 108.0));
    CHECK(machines.kind("left out the spares") == SlipKind::not_rounded_up);
}

TEST_CASE("a product that is a term of a sum is left out with all of it, unless it is all there is") {
    const Collected products(kProducts, "all", collect_terms);
    CHECK(products.ratio("left out the part with the row") == near(10 / 22.0));
    CHECK(products.ratio("left out the part with the cell") == near(12 / 22.0));
    CHECK(products.count(SlipKind::part_left_out) == 2);
}

TEST_CASE("an exponent is one too many or too few, which of a square is an area") {
    const Collected codes(kCodes, "key.space", collect_terms);
    CHECK(codes.ratio("to the power of 5 instead of 6") == near(1 / 62.0));
    CHECK(codes.ratio("to the power of 7 instead of 6") == near(62));
    CHECK(codes.kind("to the power of 7 instead of 6") == SlipKind::key_power);
    const Collected circle(kCircle, "area", collect_terms);
    CHECK(circle.ratio("to the power of 1 instead of 2") == near(1 / 12.0));
    CHECK(circle.ratio("to the power of 3 instead of 2") == near(12));
    CHECK(circle.kind("to the power of 1 instead of 2") == SlipKind::radius_for_area);
    for (const auto* power : {"1", "2.5", "side"}) {
        CAPTURE(power);
        const std::string yaml = "define:\n  side: 1.5\n  all: 7 * side ^ " + std::string(power) + "\n";
        const Collected none(yaml, "all", collect_terms);
        CHECK(none.count(SlipKind::radius_for_area) + none.count(SlipKind::key_power) == 0);
    }
}

TEST_CASE("a plain number of an own formula is left out, a percentage as a share, a unit or a 1 is not") {
    const Collected own("define:\n  n: 40\n  all: n * 3 / 4 * 20% * 1\n", "all", collect_terms);
    CHECK(own.ratio("left out the 3 of all") == near(1 / 3.0));
    CHECK(own.ratio("left out the 4 of all") == near(4));
    CHECK(own.kind("left out the 4 of all") == SlipKind::model_factor);
    CHECK(own.ratio("left out the 20% of all") == near(5));
    CHECK(own.kind("left out the 20% of all") == SlipKind::share_left_out);
    CHECK(own.collector.slips.size() == 3);
    const Collected sized("define:\n  n: 40\n  all [B]: n * 3 B\n", "all", collect_terms);
    CHECK(sized.collector.slips.empty());
    // The seconds of a day in the built-in formulas are no number of one's own.
    CHECK(Collected(kLinks, "write_qps", collect_terms).count(SlipKind::model_factor) == 0);
}

TEST_CASE("an own quantity is taken for another whose name holds its own, of the same dimension") {
    const std::string heads = "define:\n  heads: 32\n  kv_heads: 8\n  heads_size [B]: 5 B\n  all: kv_heads * 2\n";
    const Collected namesakes(heads, "all", collect_terms);
    CHECK(namesakes.ratio("took heads for kv_heads") == near(4));
    CHECK(namesakes.kind("took heads for kv_heads") == SlipKind::model_factor);
    const Collected turned("define:\n  heads: 32\n  kv_heads: 8\n  all: heads * 2\n", "all", collect_terms);
    CHECK(turned.ratio("took kv_heads for heads") == near(1 / 4.0));
    for (const Slip& slip : namesakes.collector.slips) CHECK_FALSE(slip.what.starts_with("took heads_size"));
}

}  // namespace bote::test::slip_terms_test
