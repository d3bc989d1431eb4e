// The manual page as roff.

#include "cli/commands.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "cli/asked.hpp"
#include "cli/help.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::man_test {
namespace {

const std::string& page() {
    static const std::string text = run_man(Asked("man").setting).out;
    return text;
}

/// The lines between `.SH TITLE` and the next section.
std::vector<std::string> section(const std::string& title) {
    std::vector<std::string> lines;
    bool inside = false;
    for (const auto& line : lines_of(page())) {
        if (line.text.starts_with(".SH ")) inside = line.text == ".SH " + title;
        else if (inside) lines.push_back(line.text);
    }
    return lines;
}

std::size_t entries_in(const std::string& title) {
    const auto lines = section(title);
    return static_cast<std::size_t>(std::count(lines.begin(), lines.end(), ".TP"));
}

}  // namespace

TEST_CASE("the manual page has an entry for each command, option and exit code") {
    CHECK(entries_in("COMMANDS") == all_commands().size());
    CHECK(entries_in("OPTIONS") == all_options().size() + 2);  // and --help, --version
    CHECK(entries_in("EXIT STATUS") == all_exit_codes().size());
    CHECK(page().starts_with(".TH BOTE 1 "));
}

TEST_CASE("no line of the manual page but a command begins as a command of roff does") {
    for (const auto& line : lines_of(page())) {
        CAPTURE(line.text);
        CHECK_FALSE(line.text.starts_with('\''));
        if (!line.text.starts_with('.')) continue;
        const auto word = line.text.substr(0, line.text.find(' '));
        CHECK((word == ".TH" || word == ".SH" || word == ".TP" || word == ".PP" || word == ".br"));
    }
    CHECK(contains(page(), "\\fI\\&./NAME\\fR"));
}

TEST_CASE("every dash of a command or an option can be copied, and every font ends") {
    for (const auto& line : lines_of(page())) {
        CAPTURE(line.text);
        for (auto at = line.text.find('-'); at != std::string::npos; at = line.text.find('-', at + 1)) {
            REQUIRE(at > 0);
            CHECK(line.text[at - 1] == '\\');
        }
    }
    CHECK(contains(page(), "\\fB\\-o\\fR, \\fB\\-\\-output\\fR \\fIFILE\\fR\n"));
}

TEST_CASE("an entry has what an option means as a sentence, and who takes it") {
    CHECK(contains(page(), ".TP\n\\fB\\-\\-scale\\fR \\fINAME\\fR\nLog, linear. Of \\fBsweep\\fR.\n"));
    CHECK(contains(page(), "Replace a value; may be repeated. Of all commands with a workload.\n"));
    CHECK(contains(page(), "Write to a file. Of all commands but \\fBlsp\\fR, \\fBmcp\\fR, \\fBwatch\\fR.\n"));
    CHECK(contains(page(), "Overwrite what is there. Of \\fBnew\\fR, \\fBembed\\fR.\n"));
    // What any of the commands takes, in one list.
    const auto formats = page().find("\\fB\\-\\-format\\fR \\fI");
    const std::string entry = page().substr(formats, page().find(".TP", formats) - formats);
    for (const auto* format : {"markdown", "junit", "sarif", "github", "mermaid"}) CHECK(contains(entry, format));
    CHECK(contains(entry, "junit (check alone)"));
    CHECK_FALSE(contains(entry, "csv (check alone)"));
    CHECK(contains(entry, "commands but \\fBnew\\fR"));
    // A question keeps its mark.
    CHECK(contains(page(), "Is it valid, and do its `expect` lines hold?\n"));
    CHECK_FALSE(contains(page(), "?."));
}

}  // namespace bote::test::man_test
