#include <algorithm>
#include <set>
#include <string>

#include "bote/base/text.hpp"
#include "bote/model/embedded.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::completions_test {
namespace {

/// What may stand behind `bote BEFORE`, without what it means.
std::set<std::string> next(const std::string& before, const std::string& what = "words") {
    const auto outcome = run_command(parse_command("bote completions " + what + " -- " + before));
    CHECK(outcome.exit_code == kExitAnswered);
    CHECK(outcome.err.empty());
    std::set<std::string> words;
    for (const auto& line : lines_of(outcome.out)) words.insert(line.text.substr(0, line.text.find('\t')));
    return words;
}

std::string text_of(const std::string& command) { return run_command(parse_command("bote " + command)).out; }

/// The options that a text names, but `--` alone.
std::set<std::string> options_in(const std::string& text) {
    std::set<std::string> names;
    for (std::size_t at = text.find("--"); at != std::string::npos; at = text.find("--", at + 1)) {
        const auto end = text.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
        if (end > at + 2) names.insert(text.substr(at, end - at));
    }
    return names;
}

std::string without(std::string text, const std::string& what) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what)) text.erase(at, what.size());
    return text;
}

}  // namespace

TEST_CASE("the first word is a command, a preset or a file") {
    const auto words = next("");
    for (const auto* word : {"estimate", "explain", "completions", "tinyurl", "twitter", ":files"})
        CHECK(words.contains(word));
    for (const auto& preset : embedded_presets()) CHECK(words.contains(std::string(preset.name)));
    CHECK_FALSE(words.contains("storage"));
}

TEST_CASE("behind a command stand presets, then what its usage says") {
    CHECK(next("explain").contains("tinyurl"));
    CHECK_FALSE(next("explain").contains("estimate"));
    CHECK(next("explain tinyurl").contains("storage"));
    CHECK(next("explain twitter").contains("tweet.storage"));
    CHECK_FALSE(next("explain tinyurl").contains("tweet.storage"));
    CHECK(next("explain tinyurl storage").empty());
    CHECK(next("value tinyurl storage qps").contains("data"));
    CHECK(next("solve tinyurl").contains("writes"));
    CHECK(next("sweep tinyurl").contains("writes="));
    CHECK(next("compare tinyurl").contains("twitter"));
    CHECK(next("constants").contains("latency"));
    CHECK(next("tiers").contains("kafka"));
    CHECK(next("quantities").contains("storage"));
    CHECK(next("schema") == std::set<std::string>{"json"});
    CHECK(next("completions") == std::set<std::string>{"bash", "fish", "zsh"});
    CHECK(next("embed") == std::set<std::string>{":files"});
    CHECK(next("presets").empty());
    CHECK(next("new").empty());
}

TEST_CASE("a workload may be followed by another one or a section of its page") {
    for (const auto* before : {"tinyurl", "estimate tinyurl"}) {
        const auto words = next(before);
        CHECK(words.contains("storage"));
        CHECK(words.contains("twitter"));
    }
}

TEST_CASE("an option is followed by its values") {
    CHECK(next("check tinyurl --format").contains("sarif"));
    CHECK_FALSE(next("tinyurl --format").contains("sarif"));
    CHECK(next("--profile") == std::set<std::string>{"optimized", "typical"});
    CHECK(next("sweep tinyurl --scale") == std::set<std::string>{"linear", "log"});
    CHECK(next("tinyurl --set").contains("writes="));
    CHECK(next("tinyurl --with").contains("aws-prices"));
    CHECK(next("tinyurl --with").contains(":files"));
    CHECK(next("-o") == std::set<std::string>{":files"});
    CHECK(next("compare tinyurl twitter --by").contains("storage"));
    CHECK(next("sweep tinyurl writes=1M/day..1B/day storage --chart").contains("machines"));
    CHECK(next("tinyurl --section").contains("storage"));
    CHECK(next("tinyurl --samples").empty());
    CHECK(next("tinyurl --set writes=5/day").contains("twitter"));
}

TEST_CASE("scenarios are those of the file at hand, and the failures that are known by name") {
    const std::set<std::string> failures{"zone-down", "server-down", "cold-cache", "10x", "region-loss"};
    std::set<std::string> all = failures;
    all.insert({"calm", "flash sale"});
    const ScratchFolder scratch;
    const WorkingFolder there(scratch.path());
    write_text("shop.bote.yaml", "writes: 1k/s\nscenarios: {flash sale: {writes: 5k/s}, calm: {writes: 10/s}}\n");
    CHECK(next("shop.bote.yaml --scenario") == all);
    CHECK(next("explain shop.bote.yaml").contains("write_qps"));
    write_text("broken.yaml", "writes: [\n");
    CHECK(next("broken.yaml --scenario") == failures);
    CHECK(next("explain broken.yaml").contains("storage"));  // of the model
    CHECK(next("explain -").contains("storage"));            // nobody reads standard input
}

TEST_CASE("the options are those that the help of the command lists") {
    for (const auto* command : {"estimate", "sweep", "check", "embed", "new", "units", "practice"}) {
        CAPTURE(command);
        auto known = next(command, "options");
        for (const auto* each : {"--help"}) CHECK(known.erase(each) == 1);
        std::string help = text_of(std::string(command) + " --help");
        help = without(help.substr(0, help.find("example:")), "`--format");
        CHECK(known == options_in(help));
    }
    CHECK(next("", "options").contains("--version"));
}

TEST_CASE("the manual page has all commands and options of the help") {
    std::string page = text_of("man");
    page = without(page, "\\");
    std::set<std::string> wanted;
    std::size_t commands = 0;
    for (const auto& line : lines_of(text_of("--help"))) {
        if (!line.text.starts_with("  ")) continue;
        const std::string name = line.text.substr(2, line.text.find(' ', 2) - 2);
        CAPTURE(name);
        CHECK(page.find("\nfB" + name + "fR") != std::string::npos);
        wanted.merge(next(name, "options"));
        ++commands;
    }
    CHECK(commands >= 20);
    for (const auto& option : wanted) {
        CAPTURE(option);
        CHECK(page.find("fB" + option + "fR") != std::string::npos);
    }
    for (const auto* code : {"0", "1", "2", "3", "70"})
        CHECK(page.find(".TP\nfB" + std::string(code) + "fR\n") != std::string::npos);
    for (const auto& line : lines_of(page)) CHECK(line.text.find("'") != 0);
}

TEST_CASE("the README and the completions know the same commands") {
    const std::string readme = read_text(source_folder() / "README.md");
    for (const auto& word : next("")) {
        if (word == ":files" || find_embedded(embedded_presets(), word) != nullptr) continue;
        CAPTURE(word);
        CHECK(readme.find("`bote " + word) != std::string::npos);
    }
}

TEST_CASE("there is a script for each shell, and none for others") {
    for (const auto* shell : {"bash", "zsh", "fish"}) {
        const auto script = text_of(std::string("completions ") + shell);
        CHECK(script.find("completions") != std::string::npos);
        CHECK(script.ends_with("\n"));
    }
    const auto wrong = run_command(parse_command("bote completions basch"));
    CHECK(wrong.exit_code == kExitWrongInput);
    CHECK(wrong.err.find("there is no shell 'basch'\n  did you mean 'bash'?") != std::string::npos);
    CHECK(run_command(parse_command("bote completions bash zsh")).exit_code == kExitWrongInput);
}

TEST_CASE("the version says how the program was built where it is asked to") {
    CHECK(lines_of(text_of("--version")).size() == 1);
    const auto text = text_of("--version --verbose");
    for (const auto* part : {"\ncompiler ", "\noptions ", "\nlibraries ", "CLI11 ", "fmt ", "yaml-cpp "})
        CHECK(text.find(part) != std::string::npos);
    CHECK(text.starts_with(text_of("--version")));
}

}  // namespace bote::test::completions_test
