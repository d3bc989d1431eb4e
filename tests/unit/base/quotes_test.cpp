#include "bote/base/quotes.hpp"

#include "project/catch.hpp"

namespace bote::test::quotes_test {

TEST_CASE("quotes fall off where both are there") {
    const auto source = make_source("a", "\"dau\" 'x' \" ab");
    const auto inside = [&](std::size_t begin, std::size_t end) {
        return std::string(text_of(inside_quotes({source, begin, end})));
    };
    CHECK(inside(0, 5) == "dau");
    CHECK(inside(6, 9) == "x");
    CHECK(inside(0, 4) == "\"dau");
    CHECK(inside(10, 11) == "\"");
    CHECK(inside(12, 14) == "ab");
    CHECK_FALSE(inside_quotes({}).source);
}

}  // namespace bote::test::quotes_test
