// Each file of tests/errors says in comments at its top what is wrong with it:
//
//   # error 4:7: dau: an error in line 4, column 7, with this text in its message or hint
//   # fine

#include <cstddef>
#include <regex>
#include <string>
#include <vector>

#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::errors_test {
namespace {

struct Wanted {
    std::string place;  // "4:7"
    std::string text;
};

struct Case {
    std::vector<Wanted> errors;
    std::size_t fine = 0;
};

Case read_case(const std::string& text) {
    static const std::regex error_line(R"((?:\xEF\xBB\xBF)?# error (\d+:\d+): (.+?)\r?)");
    static const std::regex fine_line(R"((?:\xEF\xBB\xBF)?# fine\b.*)");
    Case found;
    for (const auto& line : lines_of(text)) {
        std::smatch match;
        if (std::regex_match(line.text, match, error_line)) found.errors.push_back({match[1], match[2]});
        else if (std::regex_match(line.text, fine_line)) ++found.fine;
        else break;
    }
    return found;
}

/// The messages that point at a place, each with the excerpt and the hint below it.
std::string messages_at(const std::string& printed, const std::string& file, const std::string& place) {
    std::string found;
    bool wanted = false;
    for (const auto& line : lines_of(printed)) {
        if (line.text.starts_with(file + ':')) wanted = line.text.starts_with(file + ':' + place + ": error: ");
        if (wanted) found += line.text + '\n';
    }
    return found;
}

void hold(const Case& expected, const Outcome& outcome, const std::string& file) {
    INFO(outcome.err);
    if (expected.fine > 0) {
        CHECK(outcome.exit_code == kExitAnswered);
        CHECK_FALSE(outcome.out.empty());
        return;
    }
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(outcome.out.empty());
    for (const auto& error : expected.errors) {
        INFO("wanted at " << error.place << ": " << error.text);
        CHECK(messages_at(outcome.err, file, error.place).find(error.text) != std::string::npos);
    }
}

}  // namespace

TEST_CASE("every file of tests/errors is answered as it says") {
    const auto folder = source_folder() / "tests/errors";
    const auto files = files_below(folder, ".yaml");
    REQUIRE_FALSE(files.empty());
    const WorkingFolder working(folder);
    for (const auto& path : files) {
        const auto name = path.lexically_relative(folder).string();
        INFO(name);
        const auto expected = read_case(read_text(path));
        CHECK((expected.fine == 1) != !expected.errors.empty());
        hold(expected, run({"estimate", name}, Environment{}), name);
    }
}

TEST_CASE("the comments at the top of an error file are its expectations") {
    const auto found = read_case("# error 3:6: dau: no\r\n# error 4:1: b\ndau: 5\n# error 1:1: not at the top\n");
    REQUIRE(found.errors.size() == 2);
    CHECK(found.errors[0].place == "3:6");
    CHECK(found.errors[0].text == "dau: no");
    CHECK(found.fine == 0);
    CHECK(read_case("# fine: the name is only long\nname: x\n").fine == 1);
}

TEST_CASE("a message is looked for at its place only") {
    const std::string printed = "a.yaml:3:6: error: one\n  3 | x\n    | ^ hint\na.yaml:4:1: error: two\n";
    CHECK(messages_at(printed, "a.yaml", "3:6") == "a.yaml:3:6: error: one\n  3 | x\n    | ^ hint\n");
    CHECK(messages_at(printed, "a.yaml", "4:1") == "a.yaml:4:1: error: two\n");
    CHECK(messages_at(printed, "a.yaml", "4:11").empty());
}

}  // namespace bote::test::errors_test
