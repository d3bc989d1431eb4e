#include "bote/base/index.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test {

TEST_CASE("a part of a text begins behind the bytes before it") {
    const std::string_view text = "dau: 5M";
    CHECK(offset_in(text, text) == 0);
    CHECK(offset_in(text, text.substr(5)) == 5);
    CHECK(offset_in(text, text.substr(7)) == 7);
}

TEST_CASE("what a search finds is a position, and the size where it finds nothing") {
    const std::vector<std::string> names{"a", "b", "c"};
    CHECK(position_of(std::find(names.begin(), names.end(), "b"), names) == 1);
    CHECK(position_of(std::find(names.begin(), names.end(), "d"), names) == 3);
    constexpr int kRows[] = {4, 5};
    CHECK(position_of(std::find(std::begin(kRows), std::end(kRows), 5), kRows) == 1);
    CHECK(names[at(2)] == "c");
}

}  // namespace bote::test
