#include "render/columns.hpp"

#include <numeric>

#include "project/catch.hpp"

namespace bote::test::columns_test {

namespace {

using Widths = std::vector<std::size_t>;
using Panels = std::vector<std::vector<std::size_t>>;

constexpr ColumnNeed kName{9, 9, Give::first};
constexpr ColumnNeed kNumber{7, 7, Give::last};
constexpr ColumnNeed kSize{8, 5, Give::last};  // "1.16 GB/s" can be wrapped
constexpr ColumnNeed kProse{60, 11, Give::first};

}  // namespace

TEST_CASE("columns have the width they need where there is room") {
    CHECK(fit_columns({kName, kNumber, kProse}, 0) == Widths{9, 7, 60});
    CHECK(fit_columns({kName, kNumber, kProse}, 80) == Widths{9, 7, 60});
    CHECK(fit_columns({{0, 0, Give::first}}, 80) == Widths{1});
    CHECK(fit_columns({}, 80).empty());
}

TEST_CASE("the widest text gives way first, then what can be wrapped, then all") {
    CHECK(fit_columns({kName, kNumber, kProse}, 50) == Widths{9, 7, 30});
    CHECK(fit_columns({{40, 9, Give::first}, {10, 6, Give::last}}, 30) == Widths{18, 10});
    CHECK(fit_columns({kProse, kProse, kNumber}, 41) == Widths{15, 15, 7});
    CHECK(fit_columns({kProse, kSize}, 19) == Widths{12, 5});
    CHECK(fit_columns({kProse, kSize}, 18) == Widths{11, 5});
    CHECK(fit_columns({kName, kNumber}, 10) == Widths{4, 4});
    CHECK(fit_columns({kName, kNumber}, 1) == Widths{1, 1});
}

TEST_CASE("a table that does not fit is parted, with its first column in front of each part") {
    CHECK(split_into_panels({kName, kNumber, kNumber, kNumber}, 0) == Panels{{0, 1, 2, 3}});
    CHECK(split_into_panels({kName, kNumber, kNumber, kNumber}, 36) == Panels{{0, 1, 2, 3}});  // 9 + 3 x (2 + 7)
    CHECK(split_into_panels({kName, kNumber, kNumber, kNumber}, 35) == Panels{{0, 1, 2}, {0, 3}});
    CHECK(split_into_panels({kName, kNumber, kNumber}, 5) == Panels{{0, 1}, {0, 2}});
    CHECK(split_into_panels({kName, kProse}, 22) == Panels{{0, 1}});
    CHECK(split_into_panels({kName}, 1) == Panels{{0}});
    CHECK(split_into_panels({}, 10).empty());
}

}  // namespace bote::test::columns_test
