#include "bote/engine/compare.hpp"

#include <cmath>
#include <vector>

#include "bote/formula/parser.hpp"
#include "project/catch.hpp"

namespace bote::test::compare_test {
namespace {

constexpr Comparison kAll[] = {Comparison::less,          Comparison::less_equal, Comparison::greater,
                               Comparison::greater_equal, Comparison::equal,      Comparison::about};

/// Every pair of values that a comparison could stumble over.
struct Pairs {
    std::vector<double> left;
    std::vector<double> right;
    Pairs() {
        const double values[] = {-INFINITY, -2, -1, 0, 1, 1.0000000001, 1.04, 1.06, 2, 1e308, INFINITY, NAN};
        for (const double a : values) {
            for (const double b : values) {
                left.push_back(a);
                right.push_back(b);
            }
        }
    }
};

}  // namespace

TEST_CASE("a comparison is counted in the rows where it holds, and in no others") {
    const Pairs pairs;
    for (const Comparison comparison : kAll) {
        const Compared compared{0, comparison, comparison == Comparison::about ? 0.05 : 1e-9};
        std::uint64_t held = 0;
        for (std::size_t rows = 0; rows < pairs.left.size(); ++rows) {
            CAPTURE(sign_of(comparison), rows);
            CHECK(count_held(compared, {pairs.left.data()}, {pairs.right.data()}, rows) == held);
            held += holds(comparison, compared.tolerance, pairs.left[rows], pairs.right[rows]) ? 1 : 0;
        }
    }
}

TEST_CASE("a side may be the same in all rows") {
    const Pairs pairs;
    const std::size_t rows = pairs.left.size();
    for (const Comparison comparison : kAll) {
        const Compared compared{0, comparison, 0.05};
        for (const double one : std::vector<double>{-1, 1, INFINITY, NAN}) {
            CAPTURE(sign_of(comparison), one);
            const std::vector<double> same(rows, one);
            CHECK(count_held(compared, {pairs.left.data()}, {nullptr, one}, rows) ==
                  count_held(compared, {pairs.left.data()}, {same.data()}, rows));
            CHECK(count_held(compared, {nullptr, one}, {pairs.left.data()}, rows) ==
                  count_held(compared, {same.data()}, {pairs.left.data()}, rows));
            CHECK(count_held(compared, {nullptr, one}, {nullptr, 1}, rows) ==
                  (holds(comparison, 0.05, one, 1) ? rows : 0));
        }
    }
}

}  // namespace bote::test::compare_test
