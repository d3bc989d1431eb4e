#include "cli/commands.hpp"

#include <algorithm>
#include <set>
#include <string>

#include "bote/base/text.hpp"
#include "project/catch.hpp"

namespace bote::test::commands_test {

TEST_CASE("a command is found by its whole name alone") {
    REQUIRE(find_command("estimate") != nullptr);
    CHECK(find_command("estimate")->run == run_estimate);
    CHECK(find_command("man")->run == run_man);  // the last one
    CHECK(find_command("estim") == nullptr);
    CHECK(find_command("estimates") == nullptr);
    CHECK(find_command("") == nullptr);
    std::set<std::string_view> names;
    for (const auto& command : all_commands()) {
        CAPTURE(command.name);
        CHECK(names.insert(command.name).second);
        CHECK(find_command(command.name) == &command);
    }
}

TEST_CASE("the usage of a command has as many words as it takes") {
    for (const auto& command : all_commands()) {
        CAPTURE(command.name);
        const auto words = command.words.empty() ? std::vector<std::string_view>{} : split(command.words, ' ');
        const auto needed =
            std::count_if(words.begin(), words.end(), [](std::string_view word) { return word.front() != '['; });
        CHECK(command.least_words == static_cast<std::size_t>(needed));
        const bool many = command.words.find("...") != std::string_view::npos;
        if (many) CHECK(command.most_words > 100);
        // The scripts of the shells call `completions` with the words of an unfinished line behind.
        else if (command.name != "completions") CHECK(command.most_words == words.size());
    }
}

TEST_CASE("an example of a command runs that command") {
    for (const auto& command : all_commands()) {
        CAPTURE(command.name);
        const std::string begin = "bote " + std::string(command.name);
        CHECK((command.example == begin || command.example.starts_with(begin + " ")));
        CHECK(command.run != nullptr);
        CHECK_FALSE(command.summary.ends_with('.'));
    }
}

TEST_CASE("what a document may hold neither waits, nor writes, nor has a text of its own kind") {
    std::set<std::string_view> others;
    for (const auto& command : all_commands()) {
        if (command.effect != Effect::reads) others.insert(command.name);
        if (command.verbatim) CHECK(command.effect == Effect::any);
    }
    CHECK(others == std::set<std::string_view>{"completions", "embed", "link", "lsp", "man", "mcp", "new", "open",
                                               "practice", "schema", "watch"});
}

}  // namespace bote::test::commands_test
