#include "project/command.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::command_test {

TEST_CASE("a command line falls into the words that a shell would see") {
    struct Row {
        std::string line;
        std::vector<std::string> arguments;
    };
    const std::vector<Row> rows = {
        {"bote", {}},
        {"bote  explain a.yaml ", {"explain", "a.yaml"}},
        {"bote solve t dau 'servers <= 100'", {"solve", "t", "dau", "servers <= 100"}},
        {"bote --set \"name=a \\\"b\\\" \\n\"", {"--set", "name=a \"b\" \\n"}},
        {"bote a\\ b''c \"\"", {"a bc", ""}},
    };
    for (const auto& row : rows) {
        INFO(row.line);
        CHECK(parse_command(row.line).arguments == row.arguments);
    }
}

TEST_CASE("a command line brings its input, its environment and its terminal") {
    const auto command = parse_command("NO_COLOR=1 TERMINAL=80 bote explain - < ../a.yaml");
    CHECK(command.arguments == std::vector<std::string>{"explain", "-"});
    CHECK(command.input_file == "../a.yaml");
    CHECK(command.terminal_columns == 80);
    CHECK(command.variables.size() == 1);
    CHECK(command.variables.at("NO_COLOR") == "1");
    CHECK(parse_command("bote set=1").arguments == std::vector<std::string>{"set=1"});
}

TEST_CASE("what only a shell can do is refused") {
    for (const auto* line : {"bote a | head", "bote a > b", "bote $HOME", "bote \"$HOME\"", "bote 'a", "bote a\\",
                             "bote <", "ls", "A=1", ""}) {
        INFO(line);
        CHECK_THROWS(parse_command(line));
    }
}

TEST_CASE("an outcome shows output, errors and the exit code") {
    CHECK(show({0, "a\n", ""}) == "a\n");
    CHECK(show({2, "", "wrong\n"}) == "wrong\n[exit 2]\n");
    CHECK(show({1, "a", ""}) == "a\n[no line feed at the end]\n[exit 1]\n");
    CHECK(show({0, "", ""}).empty());
}

}  // namespace bote::test::command_test
