// What is read from a terminal.

#include "bote/practice/dialogue.hpp"

#include "project/catch.hpp"

namespace bote::test::dialogue_test {

TEST_CASE("arrow keys and other control characters leave no trace in what is read") {
    for (const auto* typed : {"12\x1b[D00/s", "\x1b[A1200/s", "1200\x1b[1;5C/s", "1200\x1bOA/s", "1200\x7f/s",
                              "\x01"
                              "1200/s",
                              "1200/s\x1b", "\t1200/s", "12\x1b[3~00/s"}) {
        DialogueEnds ends;
        ends.read = [&] { return std::string(typed); };
        CHECK(Dialogue(ends).ask("> ").value() == "1200/s");
    }
}

}  // namespace bote::test::dialogue_test
