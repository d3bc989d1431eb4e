#include "cli/help.hpp"

#include <string>
#include <vector>

#include "bote/base/text.hpp"
#include "cli/commands.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::help_test {
namespace {

const Option& option(std::string_view flags) {
    for (const Option& each : all_options()) {
        if (each.flags == flags) return each;
    }
    FAIL("no such option");
    return all_options().front();
}

const bote::Command& command(std::string_view name) { return *find_command(name); }

}  // namespace

TEST_CASE("the exit codes are those that the program ends with, in rising order") {
    std::vector<int> codes;
    for (const auto& each : all_exit_codes()) {
        codes.push_back(each.code);
        CHECK(each.meaning.ends_with('.'));
    }
    CHECK(codes == std::vector<int>{0, 1, 2, 3, 70});
    CHECK(root_help().ends_with("Exit codes: 0 answered, 1 no, 2 wrong input, 3 not written, 70 a fault of ours.\n"));
}

TEST_CASE("the help of the program has each command with its words and what it does") {
    const std::string help = root_help();
    // 24 columns for the name and its words: "drivers W [QUANTITY]" has 20.
    CHECK(contains(help, "\n  drivers W [QUANTITY]     which assumption moves the answer most\n"));
    CHECK(contains(help, "\n  units                    units, magnitudes and functions\n"));
}

TEST_CASE("what an option takes stands behind its meaning, as the command has it") {
    CHECK(meaning_of(option("--scale"), command("sweep")) == "log, linear");
    CHECK(meaning_of(option("--profile"), command("estimate")) == "machine constants: optimized, typical");
    CHECK(meaning_of(option("--day"), command("estimate")) == "length of a day, as in 100000s");
    CHECK(meaning_of(option("--format"), command("check")).ends_with("json, junit, sarif, github"));
    CHECK(meaning_of(option("--format"), command("estimate")).ends_with("tsv, json"));
}

TEST_CASE("the help of a command has its usage, the options it takes, and an example") {
    const std::string help = command_help(command("check"));
    CHECK(help.starts_with(
        "usage: bote check W... [OPTIONS]\n\nis it valid, and do its `expect` lines hold?\n\n  --set NAME=VALUE "));
    CHECK(help.ends_with("\n\nexample:\n  bote check tinyurl whiteboard\n"));
    CHECK(contains(help, "\n  --strict               waiting"));
    CHECK_FALSE(contains(help, "--steps"));
    CHECK(command_help(command("units")).starts_with("usage: bote units [OPTIONS]\n"));
    CHECK_FALSE(contains(command_help(command("units")), "--set"));
}

TEST_CASE("a long meaning goes on below itself, within eighty columns") {
    for (const auto& each : all_commands()) {
        bool in_options = false;
        for (const auto& line : lines_of(command_help(each))) {
            CAPTURE(each.name, line.text);
            CHECK(display_width(line.text) <= 80);
            if (line.text.starts_with("  -")) in_options = true;
            else if (line.text.empty()) in_options = false;
            if (!in_options) continue;
            // 24 columns and a blank, then the words.
            REQUIRE(line.text.size() > 25);
            CHECK(line.text[24] == ' ');
            CHECK(line.text[25] != ' ');
        }
    }
}

}  // namespace bote::test::help_test
