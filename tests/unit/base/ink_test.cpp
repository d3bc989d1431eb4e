#include "bote/base/ink.hpp"

#include "project/catch.hpp"

namespace bote::test::ink_test {

TEST_CASE("colour is always reset, and plain ink has none") {
    CHECK(paint("error:", Style::red, Ink::color) == "\x1b[31merror:\x1b[0m");
    CHECK(paint("ok", Style::green, Ink::color) == "\x1b[32mok\x1b[0m");
    CHECK(paint("w.yaml", Style::bold, Ink::color) == "\x1b[1mw.yaml\x1b[0m");
    CHECK(paint("rule", Style::dim, Ink::color) == "\x1b[2mrule\x1b[0m");
    CHECK(paint("text", Style::plain, Ink::color) == "text");
    CHECK(paint("", Style::red, Ink::color).empty());
    CHECK(paint("error:", Style::red, Ink::plain) == "error:");
}

}  // namespace bote::test::ink_test
