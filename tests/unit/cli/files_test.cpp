#include "cli/files.hpp"

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::files_test {
namespace {

namespace fs = std::filesystem;

Environment with(std::map<std::string, std::string> variables) {
    Environment environment;
    environment.variable = [=](std::string_view name) -> std::optional<std::string> {
        const auto found = variables.find(std::string(name));
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    return environment;
}

std::string workload(const std::string& name) { return "name: " + name + "\nwrites: 1/s\n"; }

/// "mine: Mine (presets)" for each preset that is not built in.
std::vector<std::string> own_presets(const Environment& environment) {
    std::vector<std::string> lines;
    for (const auto& row : find_presets(environment)) {
        if (row.place != "built in") lines.push_back(row.name + ": " + row.title + " (" + row.place + ")");
    }
    return lines;
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("own presets come behind those that are built in, sorted, the first folder's before the next one's") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    fs::create_directories("presets");
    fs::create_directories("config/bote/presets");
    write_text("presets/zoo.yaml", workload("Zoo"));
    write_text("presets/bad.yaml", "writes: [\n");
    write_text("presets/tinyurl.yaml", workload("Not the built-in one"));
    write_text("presets/Upper.yaml", workload("Upper"));
    write_text("presets/notes.txt", "none");
    write_text("presets/" + std::string(64, 'a') + ".yaml", workload("Longest"));
    write_text("presets/" + std::string(65, 'b') + ".yaml", workload("Too long"));
    fs::create_directories("presets/folder.yaml");
    const std::string config = (scratch.path() / "config").string();
    write_text("config/bote/presets/zoo.yaml", workload("Another zoo"));
    write_text("config/bote/presets/mine-2.yaml", workload("Mine"));
    CHECK(own_presets(with({{"XDG_CONFIG_HOME", config}, {"HOME", "/nowhere"}})) ==
          Lines{std::string(64, 'a') + ": Longest (presets)", "bad: (has errors) (presets)",
                "mine-2: Mine (" + config + "/bote/presets)", "zoo: Zoo (presets)"});
    CHECK(find_presets(Environment{}).front().place == "built in");
    CHECK(read_workload("zoo", Environment{}).name == "Zoo");
    CHECK(read_workload("tinyurl", Environment{}).name == "TinyURL");
    CHECK(read_workload("mine-2", with({{"XDG_CONFIG_HOME", config}})).name == "Mine");
}

TEST_CASE("the folder of presets is below XDG_CONFIG_HOME, or below HOME where that is no whole path") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    const std::string home = scratch.path().string();
    fs::create_directories(".config/bote/presets");
    write_text(".config/bote/presets/mine.yaml", workload("Mine"));
    const Lines mine{"mine: Mine (" + home + "/.config/bote/presets)"};
    CHECK(own_presets(with({{"HOME", home}})) == mine);
    CHECK(own_presets(with({{"HOME", home}, {"XDG_CONFIG_HOME", ".config"}})) == mine);
    CHECK(own_presets(with({{"HOME", home}, {"XDG_CONFIG_HOME", "/nowhere"}})).empty());
    CHECK(own_presets(with({{"HOME", "."}})).empty());
}

TEST_CASE("a workload that cannot be read is refused with what is wrong with its path") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    fs::create_directories("presets");
    fs::create_directories("elsewhere");
    write_text("elsewhere/secret.yaml", workload("Secret"));
    write_text("presets/mine.yaml", workload("Mine"));
    fs::create_symlink(scratch.path() / "elsewhere/secret.yaml", "presets/away.yaml");
    fs::create_symlink("mine.yaml", "presets/near.yaml");
    const auto refused = [](const std::string& argument) {
        return refusal([&] { read_workload(argument, Environment{}); });
    };
    CHECK(refused("tinyrul").what == "there is no preset or file 'tinyrul'");
    CHECK(refused("tinyrul").hint == "did you mean 'tinyurl'?");
    CHECK(refused("explian").hint == "did you mean 'explain'?");
    CHECK(refused("qqqqqqqqqqqq").hint == "`bote presets` lists the presets");
    CHECK(refused("presets/mine.yaml/x").what == "there is no preset or file 'presets/mine.yaml/x'");
    CHECK(refused("elsewhere").what == "'elsewhere' is a directory");
    CHECK(refused("away").what == "'presets/away.yaml' is a link to a file outside of its folder");
    CHECK(read_workload("near", Environment{}).name == "Mine");
    CHECK(read_workload("presets/away.yaml", Environment{}).name == "Secret");
}

TEST_CASE("who reads a workload or settings is told which files they were") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("shop.yaml", workload("Shop"));
    write_text("own.yaml", "headroom: 20%\n");
    Lines read;
    Lines sources;
    Environment environment;
    environment.read_input = [](std::size_t) { return workload("Piped"); };
    environment.note_read = [&](const std::string& path) { read.push_back(path); };
    environment.note_source = [&](const SourcePtr& source) { sources.push_back(source->name); };
    read_workload("shop.yaml", environment);
    CHECK(read_workload("-", environment).name == "Piped");
    read_workload("tinyurl", environment);
    REQUIRE(read_settings("own.yaml", environment).settings.size() == 1);
    CHECK(read_settings("own.yaml", environment).settings[0].layer == Layer::profile);
    CHECK_FALSE(read_settings("aws-prices", environment).settings.empty());
    CHECK(read == Lines{"shop.yaml", "-", "own.yaml", "own.yaml"});
    CHECK(sources == Lines{"shop.yaml", "<stdin>", "tinyurl", "own.yaml", "own.yaml", "aws-prices"});
    const auto unknown = refusal([&] { read_settings("aws-prizes", environment); });
    CHECK(unknown.what == "there are no settings 'aws-prizes'");
    CHECK(unknown.hint.starts_with("a file, or built in: "));
    CHECK(contains(unknown.hint, "aws-prices"));
}

TEST_CASE("a document may have sixteen mebibytes and no byte more") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    constexpr std::size_t kMost = std::size_t{16} * 1024 * 1024;
    write_text("most.md", std::string(kMost, 'x'));
    write_text("more.md", std::string(kMost + 1, 'x'));
    CHECK(read_document_text("most.md", Environment{})->text.size() == kMost);
    CHECK(refusal([] { read_document_text("more.md", Environment{}); }).what == "'more.md' is larger than 16 MiB");
    CHECK(refusal([] { read_document_text("none.md", Environment{}); }).what ==
          "cannot read 'none.md': No such file or directory");
    write_text("small.md", "text");
    CHECK(read_plain_file("small.md") == "text");
    CHECK(read_plain_file("none.md") == std::nullopt);
    CHECK(read_plain_file(".") == std::nullopt);
}

TEST_CASE("one file is the same under all of its names, and a folder is no file") {
    int error = 0;
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.yaml", "x");
    write_text("same-text.yaml", "x");
    fs::create_symlink("a.yaml", "link.yaml");
    fs::create_hard_link("a.yaml", "hard.yaml");
    for (const std::string name : {"a.yaml", "./a.yaml", "link.yaml", "hard.yaml"}) {
        CAPTURE(name);
        CHECK(is_same_file("a.yaml", name, error));
        CHECK(is_same_file(name, "a.yaml", error));
    }
    CHECK_FALSE(is_same_file("a.yaml", "same-text.yaml", error));
    CHECK_FALSE(is_same_file("a.yaml", "none.yaml", error));
    CHECK_FALSE(is_same_file("none.yaml", "none.yaml", error));
    CHECK_FALSE(is_same_file(".", ".", error));
    CHECK(error == 0);
    fs::create_symlink("loop.yaml", "loop.yaml");
    CHECK_FALSE(is_same_file("a.yaml", "loop.yaml", error));
    CHECK(error == ELOOP);  // nobody can tell
}

TEST_CASE("errors quote nothing of a file that a link out of its folder leads to, nor of one of the system") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    fs::create_directories("docs/inside");
    write_text("secret.yaml", "password: hunter2\n");
    write_text("docs/inside/open.yaml", "password: hunter2\n");
    fs::create_symlink("../secret.yaml", "docs/away.yaml");
    fs::create_symlink("inside/open.yaml", "docs/near.yaml");
    fs::create_symlink(scratch.path(), "docs/folder");
    const auto told = [](const std::string& command) { return run_command(parse_command("bote " + command)).err; };
    for (const std::string path : {"docs/away.yaml", "docs/folder/secret.yaml", "/proc/self/environ"}) {
        CAPTURE(path);
        const std::string text = told("check " + path);
        CHECK(contains(text, "error: '" + path + "' has errors, which are not shown: "));
        CHECK_FALSE(contains(text, "password"));
        CHECK_FALSE(contains(text, "="));
        CHECK_FALSE(contains(run_command(parse_command("bote check --format github " + path)).out, "password"));
    }
    for (const std::string path : {"secret.yaml", "docs/near.yaml", "docs/inside/open.yaml"})
        CHECK(contains(told("check " + path), "1 | password: hunter2"));
}

}  // namespace bote::test::files_test
