#include "cli/arguments.hpp"

#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::arguments_test {
namespace {

using Words = std::vector<std::string>;

std::string command_of(const Words& arguments) {
    const CommandLine line = read_command_line(arguments);
    return line.command == nullptr ? "none" : std::string(line.command->name);
}

Refusal refusal_of(const Words& arguments) {
    return refusal([&] { read_command_line(arguments); });
}

}  // namespace

TEST_CASE("the command is the first word that is no option and no value of one") {
    CHECK(command_of({"explain", "tinyurl"}) == "explain");
    CHECK(command_of({"--set", "spares=0", "explain", "tinyurl"}) == "explain");
    CHECK(command_of({"--set=spares=0", "explain", "tinyurl"}) == "explain");
    CHECK(command_of({"--all", "explain", "tinyurl"}) == "explain");
    CHECK(command_of({"--scenario", "explain", "tinyurl"}) == "estimate");
    CHECK(command_of({"tinyurl", "explain"}) == "estimate");
    CHECK(command_of({"--", "explain"}) == "estimate");
    CHECK(read_command_line({"--", "explain"}).options.words == Words{"explain"});
    CHECK(read_command_line({"explain", "tinyurl", "storage"}).options.words == Words{"tinyurl", "storage"});
    CHECK(read_command_line({"explain", "-", "storage"}).options.words == Words{"-", "storage"});
    CHECK(read_command_line({"explain", "explain"}).options.words == Words{"explain"});
}

TEST_CASE("of an option given twice the last value counts, and a list takes both in their order") {
    const Options options = read_command_line({"tinyurl", "--day", "1s", "--set", "a=1", "--day=2s", "--set=b=-2",
                                               "--set", "c=3", "traffic", "--all"})
                                .options;
    CHECK(options.day == "2s");
    CHECK(options.set == Words{"a=1", "b=-2", "c=3"});
    CHECK(options.words == Words{"tinyurl", "traffic"});
    CHECK(options.all);
    CHECK_FALSE(options.quiet);
    CHECK_FALSE(options.format);
    CHECK(read_command_line({"tinyurl", "-o", "a.md"}).options.output == "a.md");
    CHECK(read_command_line({"practice", "--no-history"}).options.no_history);
    CHECK_FALSE(read_command_line({"practice", "--no-history"}).options.history);
}

TEST_CASE("behind two dashes nothing is an option") {
    const CommandLine line = read_command_line({"explain", "--say", "--", "tinyurl", "--help"});
    CHECK_FALSE(line.help);
    CHECK(line.options.say);
    CHECK(line.options.words == Words{"tinyurl", "--help"});
    CHECK(read_command_line({"explain", "tinyurl", "--", "--all"}).options.all == false);
}

TEST_CASE("help and version are asked before anything else is looked at") {
    const CommandLine help = read_command_line({"help", "explain"});
    CHECK(help.help);
    REQUIRE(help.command != nullptr);
    CHECK(help.command->name == "explain");
    CHECK(read_command_line({"explain", "-h"}).help);
    CHECK(read_command_line({"help"}).command == nullptr);
    CHECK(refusal_of({"help", "estimat"}).what == "there is no command 'estimat'");
    CHECK(refusal_of({"help", "estimat"}).hint == "did you mean 'estimate'?");
    CHECK(refusal_of({"help", "xyzzy"}).hint == "`bote help` lists the commands");
    CHECK(command_of({"explain", "--no-such-option", "--help"}) == "explain");
    CHECK(command_of({"--help"}) == "none");
    CHECK_FALSE(read_command_line({"tinyurl"}).help);
    const CommandLine version = read_command_line({"--verbose", "--version"});
    CHECK(version.version);
    CHECK(version.verbose);
    CHECK_FALSE(version.help);
    CHECK_FALSE(read_command_line({"--version"}).verbose);
}

TEST_CASE("a command line that no command takes is refused with its usage or what is near") {
    struct Row {
        Words arguments;
        std::string what;
        std::string hint;
    };
    const Row rows[] = {
        {{"explain"},
         "explain needs a workload: a preset, a file or - for standard input",
         "usage: bote explain W [QUANTITY]"},
        {{"new"}, "new needs a name", "usage: bote new NAME"},
        {{"open"}, "open needs a link, or - for standard input", "usage: bote open LINK"},
        {{"solve", "tinyurl", "dau"}, "solve also needs CONDITION", "usage: bote solve W NAME CONDITION"},
        {{"units", "x"}, "'x' is one word too many for units", "usage: bote units"},
        {{"explain", "a", "b", "c"}, "'c' is one word too many for explain", "usage: bote explain W [QUANTITY]"},
        {{"explain", ""}, "empty argument", "usage: bote explain W [QUANTITY]"},
        {{"tinyurl", "--day", ""}, "--day has an empty value", "see `bote estimate --help`"},
        {{"tinyurl", "--set"}, "--set needs a value", "see `bote estimate --help`"},
        {{"tinyurl", "--scenario", "--all"}, "--scenario needs a value", "see `bote estimate --help`"},
        {{"tinyurl", "--scenario", "--help"}, "--scenario needs a value", "see `bote estimate --help`"},
        {{"tinyurl", "--all=3"}, "--all takes no value", "remove everything after '='"},
        {{"tinyurl", "--dau", "5M"}, "there is no option '--dau' for estimate", "write `--set dau=VALUE`"},
        {{"tinyurl", "--json"}, "there is no option '--json' for estimate", "write `--format json`"},
        {{"tinyurl", "--alll"}, "there is no option '--alll' for estimate", "did you mean '--all'?"},
        {{"explain", "tinyurl", "--steps=5"}, "there is no option '--steps' for explain", ""},
        {{"explain", "tinyurl", "--steps"}, "there is no option '--steps' for explain", ""},
        {{"tinyurl", "--say=1"}, "there is no option '--say' for estimate", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.arguments);
        const Refusal refused = refusal_of(row.arguments);
        CHECK(refused.what == row.what);
        if (!row.hint.empty()) CHECK(refused.hint == row.hint);
    }
}

TEST_CASE("a line that is still typed has its command, its words, and the option that waits for a value") {
    const UnfinishedLine waits = read_unfinished_line({"explain", "--all", "tinyurl", "--set"});
    REQUIRE(waits.command != nullptr);
    CHECK(waits.command->name == "explain");
    CHECK(waits.words == Words{"tinyurl"});
    REQUIRE(waits.open != nullptr);
    CHECK(waits.open->flags == "--set");
    const UnfinishedLine given =
        read_unfinished_line({"tinyurl", "--set", "explain", "-o", "x", "--day=1s", "explain"});
    CHECK(given.open == nullptr);
    CHECK(given.command == nullptr);
    CHECK(given.words == Words{"tinyurl", "explain"});
    const UnfinishedLine help = read_unfinished_line({"help", "explain", "-", "help"});
    REQUIRE(help.command != nullptr);
    CHECK(help.words == Words{"-", "help"});
    CHECK(read_unfinished_line({}).words.empty());
}

}  // namespace bote::test::arguments_test
