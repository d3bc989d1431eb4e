#include "project/transcript.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::transcript_test {

TEST_CASE("a transcript is taken apart and put together unchanged") {
    const std::string text =
        "# about\n\n$ bote a\none\n\n\n$ NO_COLOR=1 bote b\n\n$ ls\nx\n\n$ cat a.yaml\nname: A\n$ bote\n\n";
    const auto steps = parse_transcript(text);
    REQUIRE(steps.size() == 6);
    CHECK(steps[0].kind == StepKind::verbatim);
    CHECK(steps[1].kind == StepKind::bote);
    CHECK(steps[1].command == "bote a");
    CHECK(steps[1].line == 3);
    CHECK(steps[1].output == "one\n\n");
    CHECK(steps[2].kind == StepKind::bote);
    CHECK(steps[2].output.empty());
    CHECK(steps[3].kind == StepKind::verbatim);
    CHECK(steps[4].kind == StepKind::cat);
    CHECK(steps[4].output == "name: A\n");
    CHECK(steps[5].output == "\n");
    CHECK(write_transcript(steps) == text);
}

TEST_CASE("only `bote`, with assignments before it, is our command") {
    CHECK(parse_transcript("$ TERMINAL=80 NO_COLOR=1 bote a\n")[0].kind == StepKind::bote);
    CHECK(parse_transcript("$ botex a\n")[0].kind == StepKind::verbatim);
    CHECK(parse_transcript("$ sudo bote a\n")[0].kind == StepKind::verbatim);
    CHECK(parse_transcript("$ bote\n")[0].kind == StepKind::bote);
    CHECK(parse_transcript("$1.2k\n")[0].command.empty());
}

TEST_CASE("a difference shows the changed lines with two around them") {
    CHECK(describe_difference("1\n2\n3\nold\n4\n5\n6\n", "1\n2\n3\nnew\nmore\n4\n5\n6\n") ==
          "  2\n  3\n- old\n+ new\n+ more\n  4\n  5\n");
    CHECK(describe_difference("a\na\n", "a\n") == "  a\n- a\n");
    CHECK(describe_difference("", "x\n") == "+ x\n");
}

}  // namespace bote::test::transcript_test
