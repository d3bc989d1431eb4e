#include "bote/engine/versions.hpp"

#include <array>
#include <cmath>

#include "bote/engine/elementary.hpp"
#include "project/catch.hpp"

namespace bote::test {
namespace {

using Column = std::array<double, 64>;

BOTE_INLINE void fill(Column& column, double step) {
    for (std::size_t r = 0; r < column.size(); ++r) {
        const double x = step * (static_cast<double>(r) - 20);
        column[r] = exponential(x) * x + std::sqrt(std::abs(x)) - std::floor(x / 3);
    }
}

}  // namespace

TEST_CASE("both versions of a loop give the same bits") {
    Column plain{};
    Column fast{};
    fill(plain, 0.37);
    fastest<fill>(fast, 0.37);
    CHECK(plain == fast);
    CHECK(std::isfinite(plain[0]));
}

}  // namespace bote::test
