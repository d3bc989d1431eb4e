// The last line of a page on a terminal is a command that can be copied.

#include <string>
#include <string_view>

#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::next_question_test {
namespace {

std::string last_line_of(const std::string& command) {
    const std::string out = run_command(parse_command(command)).out;
    const auto begin = out.rfind('\n', out.size() - 2);
    return out.substr(begin + 1, out.size() - begin - 2);
}

constexpr std::string_view kTerminal = "TERMINAL=80 NO_COLOR=1 ";

std::string on_terminal(const std::string& command) { return last_line_of(std::string(kTerminal) + command); }

TEST_CASE("a page on a terminal ends with the next question, its names filled in") {
    CHECK(on_terminal("bote tinyurl") == "Next: bote explain tinyurl storage");
    CHECK(on_terminal("bote explain tinyurl storage") == "Next: bote drivers tinyurl storage");
    CHECK(on_terminal("bote twitter") == "Next: bote diagram twitter");
}

TEST_CASE("the next question keeps what the options say of the workload, as a shell reads it") {
    CHECK(on_terminal("bote tinyurl --set 'dau=1M to 2M' --profile optimized") ==
          "Next: bote drivers tinyurl storage --set 'dau=1M to 2M' --profile optimized");
    CHECK(on_terminal("bote tinyurl --all --day 86400s") == "Next: bote explain tinyurl storage --day 86400s");
}

TEST_CASE("of an expectation that fails the next question is why") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("it's.yaml", "writes: 10M/day\nobject_size: 1 KB\nretention: 1 year\nexpect:\n  - data <= 1 TB\n");
    CHECK(on_terminal("bote \"it's.yaml\"") == "Next: bote explain 'it'\\''s.yaml' data");
    CHECK(on_terminal("bote check \"it's.yaml\"") == "Next: bote explain 'it'\\''s.yaml' data");
    CHECK(on_terminal("bote check tinyurl").find("Next:") == std::string::npos);
}

TEST_CASE("nothing follows a page that is piped, quiet, in another format, cut to a section or read from a pipe") {
    for (const std::string& command :
         {std::string("bote tinyurl"), std::string(kTerminal) + "bote tinyurl --quiet",
          std::string(kTerminal) + "bote tinyurl --format markdown", std::string(kTerminal) + "bote tinyurl traffic"}) {
        CAPTURE(command);
        CHECK(run_command(parse_command(command)).out.find("Next:") == std::string::npos);
    }
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.yaml", "writes: 10M/day\nobject_size: 1 KB\nretention: 1 year\n");
    const std::string piped = run_command(parse_command(std::string(kTerminal) + "bote - < a.yaml")).out;
    CHECK(piped.find("Storage") != std::string::npos);
    CHECK(piped.find("Next:") == std::string::npos);
}

TEST_CASE("a next question wider than the terminal is left out") {
    const std::string wide = "bote tinyurl --set writes=" + std::string(60, '1') + "/month";
    CHECK(run_command(parse_command(std::string(kTerminal) + wide)).out.find("Next:") == std::string::npos);
}

}  // namespace
}  // namespace bote::test::next_question_test
