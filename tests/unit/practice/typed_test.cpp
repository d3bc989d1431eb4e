#include "practice/typed.hpp"

#include "project/catch.hpp"

namespace bote::test::typed_test {

TEST_CASE("commands are signs or words, in any case, and everything else is an estimate") {
    struct Row {
        std::string_view typed;
        Typed read;
    };
    const Row rows[] = {{"?", Typed::hint},         {"HINT", Typed::hint},     {"!", Typed::show},
                        {".", Typed::skip},         {"Why", Typed::why},       {"again", Typed::again},
                        {"h", Typed::help},         {"q", Typed::quit},        {"Exit", Typed::quit},
                        {"350/s", Typed::estimate}, {"??", Typed::estimate},   {"", Typed::estimate},
                        {".5", Typed::estimate},    {"why?", Typed::estimate}, {"hours", Typed::estimate}};
    for (const Row& row : rows) {
        CAPTURE(row.typed);
        CHECK(read_typed(row.typed) == row.read);
    }
}

TEST_CASE("a reply is a yes or a no, or neither of them") {
    for (const std::string_view yes : {"y", "Y", "yes", "YES"}) CHECK(reply_of(yes) == Reply::yes);
    for (const std::string_view no : {"n", "N", "no", "No"}) CHECK(reply_of(no) == Reply::no);
    for (const std::string_view other : {"", "yeah", "nope", "10", "ye"}) CHECK(reply_of(other) == Reply::neither);
}

}  // namespace bote::test::typed_test
