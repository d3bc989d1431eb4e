#include "bote/base/error.hpp"

#include <algorithm>
#include <string>

#include "project/catch.hpp"

namespace bote::test::error_test {

namespace {

const SourcePtr kFile = make_source("workload.yaml", "name: x\ndau: 1\nheadroom: 30\n");

Error error_at(std::size_t begin, std::string what) { return {{kFile, begin, begin + 1}, std::move(what), ""}; }

std::size_t count_lines(const std::string& text) {
    return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

}  // namespace

TEST_CASE("an error in a file shows its place, its line, a caret and the hint") {
    const Error error{{kFile, 25, 27}, "headroom: '30' is not a percentage", "write 30%"};
    CHECK(describe(error) ==
          "workload.yaml:3:11: error: headroom: '30' is not a percentage\n"
          "  3 | headroom: 30\n"
          "    |           ^~ write 30%\n");
}

TEST_CASE("the gutter grows with the number of the line") {
    const std::string above(122, '\n');
    const Error error{{make_source("w.yaml", above + "x: 1"), 122, 123}, "unknown key 'x'", "did you mean 'y'?"};
    CHECK(describe(error) ==
          "w.yaml:123:1: error: unknown key 'x'\n"
          "  123 | x: 1\n"
          "      | ^ did you mean 'y'?\n");
}

TEST_CASE("an empty line has no trailing blank") {
    const Error error{{kFile, 28, 28}, "the file ends too early", ""};
    CHECK(describe(error) ==
          "workload.yaml:4:1: error: the file ends too early\n"
          "  4 |\n"
          "    | ^\n");
}

TEST_CASE("a hint that does not fit behind the caret stands below it") {
    const std::string hint(87, 'h');
    Error error{{kFile, 25, 27}, "what", hint.substr(0, 81)};
    const std::string head = "workload.yaml:3:11: error: what\n  3 | headroom: 30\n    |           ^~";
    CHECK(describe(error) == head + " " + error.hint.text + "\n");  // 6 + 10 + 2 + 1 + 81 = 100 columns
    error.hint = hint;
    CHECK(describe(error) == head + "\n    | " + hint + "\n");
}

TEST_CASE("an error in an option has no line number, one without a source has no excerpt") {
    const SourcePtr option = make_source("--set", "dau=5 MB", SourceKind::option);
    CHECK(describe(Error{{option, 6, 8}, "dau is a count, not a size", "write 5M"}) ==
          "--set: error: dau is a count, not a size\n"
          "    | dau=5 MB\n"
          "    |       ^~ write 5M\n");
    CHECK(describe(Error{{}, "unknown preset 'tinyrul'", "did you mean 'tinyurl'?"}) ==
          "error: unknown preset 'tinyrul'\n"
          "  did you mean 'tinyurl'?\n");
    CHECK(describe(Error{{}, "no workload", ""}) == "error: no workload\n");
}

TEST_CASE("colour marks the place, the word and the caret") {
    const Error error{{kFile, 25, 27}, "what", "hint"};
    CHECK(describe(error, Ink::color) ==
          "\x1b[1mworkload.yaml:3:11:\x1b[0m \x1b[31merror:\x1b[0m what\n"
          "  3 | headroom: 30\n"
          "    |           \x1b[32m^~\x1b[0m hint\n");
}

TEST_CASE("nothing from outside reaches the terminal as a command") {
    const SourcePtr source = make_source("a\x1b]0;x\x07\nb.yaml", "k: \x1b[2J");
    const std::string text = describe(Error{{source, 3, 7}, "bad \x1b[31m \u202E", "\xFF"});
    CHECK(text ==
          "a\\x1b]0;x\\x07\\x0ab.yaml:1:4: error: bad \\x1b[31m \\u{202e}\n"
          "  1 | k: \\x1b[2J\n"
          "    |    ^~~~~~~ \\xff\n");
}

TEST_CASE("a message has at most 4000 bytes") {
    for (const std::string filler : {"a", "漢", "\u0301", "\x1b", "\xFF"}) {
        std::string huge;
        while (huge.size() < 250'000) huge += filler;
        CAPTURE(filler);
        const std::string text = describe(Error{{make_source(huge, huge), huge.size() / 2, huge.size()}, huge, huge});
        CHECK(text.size() <= 4000);
        CHECK(count_lines(text) <= 4);
    }
}

TEST_CASE("errors come in the order of their places, one for each place") {
    const SourcePtr option = make_source("--set", "dau=x", SourceKind::option);
    const Errors errors = {error_at(25, "third"),  {{option, 4, 5}, "in the option", ""},
                           error_at(13, "second"), error_at(25, "an echo"),
                           error_at(0, "first"),   {{}, "nowhere", ""},
                           {{}, "nowhere", ""},    {{}, "nowhere else", ""}};
    CHECK(describe(errors) ==
          "workload.yaml:1:1: error: first\n  1 | name: x\n    | ^\n"
          "workload.yaml:2:6: error: second\n  2 | dau: 1\n    |      ^\n"
          "workload.yaml:3:11: error: third\n  3 | headroom: 30\n    |           ^\n"
          "--set: error: in the option\n    | dau=x\n    |     ^\n"
          "error: nowhere\n"
          "error: nowhere else\n");
    CHECK(describe(Errors{}).empty());
}

TEST_CASE("twenty errors are shown, then how many there are more") {
    Errors errors;
    for (std::size_t i = 0; i < 20; ++i) errors.push_back(error_at(i, "what"));
    CHECK(count_lines(describe(errors)) == 60);
    errors.push_back(error_at(20, "what"));
    CHECK(describe(errors).ends_with("\n1 more error\n"));
    errors.push_back(error_at(21, "what"));
    CHECK(describe(errors).ends_with("\n2 more errors\n"));
    CHECK(count_lines(describe(errors)) == 61);
}

TEST_CASE("twenty ordinary errors in long lines have less than 12000 bytes") {
    Errors errors;
    const SourcePtr source = make_source("workload.yaml", std::string(10'000, 'x'));
    for (std::size_t i = 0; i < 20; ++i) {
        errors.push_back(
            {{source, 400 * i, 400 * i + 9}, "unknown quantity 'xxxxxxxxx'", "did you mean 'read_write_ratio'?"});
    }
    CHECK(describe(errors).size() < 12'000);
}

TEST_CASE("an exception carries all errors") {
    CHECK(InputError(error_at(0, "one")).errors().size() == 1);
    CHECK(InputError(Errors{error_at(0, "one"), error_at(1, "two")}).errors().at(1).what == "two");
}

TEST_CASE("what is said twice of one place is said once, though the file was read twice") {
    const auto source = make_source("w.yaml", "dau: x\n");
    const auto again = make_source("w.yaml", "dau: x\n");
    Errors errors{{{source, 5, 6}, "'x' is not known", "one hint"},
                  {{source, 0, 3}, "'x' is not known", ""},
                  {{again, 5, 6}, "'x' is not known", "another hint"},
                  {{source, 5, 6}, "something else", ""}};
    drop_repeated(errors);
    REQUIRE(errors.size() == 3);
    CHECK(errors[0].hint.text == "one hint");
    CHECK(errors[1].where.begin == 0);
    CHECK(errors[2].what == "something else");
}

}  // namespace bote::test::error_test
