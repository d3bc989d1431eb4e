#include "bote/base/versions.hpp"

#include <array>
#include <cmath>

#include "bote/formula/elementary.hpp"
#include "project/catch.hpp"

namespace bote::test::versions_test {
namespace {

using Column = std::array<double, 64>;

BOTE_INLINE void fill(Column& column, double step) {
    for (std::size_t r = 0; r < column.size(); ++r) {
        const double x = step * (static_cast<double>(r) - 20);
        column[r] = exponential(x) * x + std::sqrt(std::abs(x)) - std::floor(x / 3);
    }
}

}  // namespace

TEST_CASE("all versions of a loop that this processor can run give the same bits") {
    Column plain{};
    fill(plain, 0.37);
    CHECK(std::isfinite(plain[0]));
    const auto check = [&](void (*version)(Column&, double)) {
        Column fast{};
        version(fast, 0.37);
        CHECK(plain == fast);
    };
    check([](Column& column, double step) { fastest<fill>(column, step); });
    const Vectors widest = widest_vectors();
    if (widest >= Vectors::avx2) check([](Column& column, double step) { with_avx2<fill>(column, step); });
    if (widest >= Vectors::avx512) check([](Column& column, double step) { with_avx512<fill>(column, step); });
}

}  // namespace bote::test::versions_test
