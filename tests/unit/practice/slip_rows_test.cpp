// The kinds of slips: name, likelihood, the widest window, the tip.

#include <cmath>
#include <set>

#include "bote/base/index.hpp"
#include "bote/practice/slips.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::slip_rows_test {

TEST_CASE("each kind of slip has the row at its place, with a name of its own") {
    std::set<std::string_view> names;
    std::size_t place = 0;
    for (const SlipRow& row : all_slips()) {
        CAPTURE(row.name);
        CHECK(at(row.kind) == place++);
        CHECK(&row_of(row.kind) == &row);
        CHECK(names.insert(row.name).second);
    }
    CHECK(place == at(SlipKind::factor_left_out) + 1);
    CHECK(row_of(SlipKind::bits_and_bytes).name == "bits and bytes");
    CHECK(slip_named("growth") == SlipKind::growth);
    CHECK(slip_named("Growth") == SlipKind::none);
}

TEST_CASE("no window of a slip catches more than one random answer in a hundred") {
    // Over six decades, a window of w either side: 2 w / ln 10^6.
    for (const SlipRow& row : all_slips()) {
        CAPTURE(row.name);
        CHECK(row.widest >= 0);
        CHECK(2 * row.widest / std::log(1e6) <= 0.0102);
    }
    CHECK(row_of(SlipKind::replication_left_out).widest == near(0.07));
    CHECK(row_of(SlipKind::zero).widest < row_of(SlipKind::thousand).widest);
}

TEST_CASE("a wrong dimension is the surest of slips, then thousands, bits, factors, the calendar and zeroes") {
    const SlipKind kinds[] = {SlipKind::wrong_dimension,      SlipKind::thousand,       SlipKind::bits_and_bytes,
                              SlipKind::replication_left_out, SlipKind::day_for_second, SlipKind::zero};
    for (std::size_t i = 1; i < std::size(kinds); ++i)
        CHECK(row_of(kinds[i - 1]).likelihood < row_of(kinds[i]).likelihood);
}

}  // namespace bote::test::slip_rows_test
