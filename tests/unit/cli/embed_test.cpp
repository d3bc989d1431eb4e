// `bote embed` on files: what it writes, what it leaves alone, and what it says.

#include <csignal>
#include <filesystem>
#include <string>

#include <sys/resource.h>
#include <sys/stat.h>

#include "bote/cli/run.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::embed_test {
namespace {

namespace fs = std::filesystem;

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
        text.replace(at, from.size(), to);
    return text;
}

/// The document of twelve blocks, and the workload that it names.
struct Folder {
    ScratchFolder scratch;
    WorkingFolder working{scratch.path()};
    std::string design = read_text(source_folder() / "tests/golden/design.md");
    Folder() {
        write_text("tinyurl.yaml", read_text(source_folder() / "tests/golden/tinyurl.yaml"));
        write_text("design.md", design);
    }
};

const std::string kBlock = "<!-- bote: value tinyurl.yaml storage -->\n<!-- /bote -->\n";

}  // namespace

TEST_CASE("a refreshed document is fresh: a second run changes no byte") {
    const Folder folder;
    CHECK(bote("embed design.md").out == "design.md: 12 blocks, none changed\n");
    CHECK(read_text("design.md") == folder.design);
    CHECK(bote("embed --check design.md").exit_code == kExitAnswered);
    CHECK(bote("embed --clean design.md").out == "design.md: 12 blocks, 12 changed\n");
    CHECK(bote("embed --check design.md").exit_code == kExitNo);
    CHECK(bote("embed design.md").out == "design.md: 12 blocks, 12 changed\n");
    CHECK(read_text("design.md") == folder.design);
}

TEST_CASE("line ends of Windows and a byte order mark stay") {
    const Folder folder;
    const std::string windows = "\xEF\xBB\xBF" + replaced(folder.design, "\n", "\r\n");
    write_text("design.md", windows);
    CHECK(bote("embed --check design.md").exit_code == kExitAnswered);
    bote("embed --clean design.md");
    bote("embed design.md");
    CHECK(read_text("design.md") == windows);
}

TEST_CASE("a changed input is found at its blocks, with a difference, and nothing is written") {
    const Folder folder;
    write_text("tinyurl.yaml", replaced(read_text("tinyurl.yaml"), "replication: 3", "replication: 4"));
    const auto outcome = bote("embed --check design.md");
    CHECK(outcome.exit_code == kExitNo);
    CHECK(contains(outcome.err, "design.md:5: stale: value tinyurl.yaml storage\n"));
    CHECK_FALSE(contains(outcome.err, "stale: value tinyurl.yaml peak_qps"));
    CHECK(outcome.out.starts_with("--- design.md\n+++ design.md\n@@ -2,7 +2,7 @@\n"));
    CHECK(contains(outcome.out, "+and it keeps <!-- bote: value tinyurl.yaml storage -->521 TB<!-- /bote sha:"));
    CHECK(read_text("design.md") == folder.design);
    CHECK(bote("embed design.md").exit_code == kExitAnswered);
    CHECK(bote("embed --check design.md").exit_code == kExitAnswered);
}

TEST_CASE("a document gives the same answers wherever bote is started, and whatever its terminal") {
    const Folder folder;
    fs::create_directory("docs");
    fs::rename("design.md", "docs/design.md");
    fs::rename("tinyurl.yaml", "docs/tinyurl.yaml");
    CHECK(bote("embed --check docs/design.md").exit_code == kExitAnswered);
    write_text("docs/wide.md", "<!-- bote: tinyurl.yaml --format table -->\n<!-- /bote -->\n");
    CHECK(run_command(parse_command("COLUMNS=40 FORCE_COLOR=1 bote embed docs/wide.md")).exit_code == kExitAnswered);
    CHECK(bote("embed --check docs/wide.md").exit_code == kExitAnswered);
}

TEST_CASE("permissions and links stay, and nothing is left beside the document") {
    const Folder folder;
    fs::create_directory("docs");
    write_text("docs/real.md", "<!-- bote: value tinyurl storage -->\n<!-- /bote -->\n");
    fs::permissions("docs/real.md", fs::perms{0666});
    fs::create_symlink("docs/real.md", "link.md");
    const mode_t mask = ::umask(022);
    CHECK(bote("embed link.md").out == "link.md: 1 block, 1 changed\n");
    ::umask(mask);
    CHECK(fs::is_symlink("link.md"));
    CHECK(fs::status("docs/real.md").permissions() == fs::perms{0666});
    CHECK(contains(read_text("docs/real.md"), "64.3 TB"));
    CHECK(files_below(".", ".part").empty());
}

TEST_CASE("errors of all documents come at once, and then none is written") {
    const Folder folder;
    write_text("tinyurl.yaml", "dau: 1M\nwrites_per_user: x/day\n");
    write_text(
        "a.md",
        kBlock + "\n<!-- bote: value tinyurl data -->\n<!-- /bote -->\n\n<!-- bote: no.yaml -->\n<!-- /bote -->\n");
    write_text("b.md", "<!-- bote: w -->\n");
    write_text("c.md", "```bote\ndau: 1M\nwrites: 5\n```\n\n<!-- bote: # -->\n<!-- /bote -->\n");
    const std::string before = read_text("a.md");
    const auto outcome = bote("embed a.md b.md c.md missing.md");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(contains(outcome.err, "tinyurl.yaml:2:18: error: "));
    CHECK(contains(outcome.err, "a.md:7:12: error: there is no preset or file 'no.yaml'"));
    CHECK(contains(outcome.err, "b.md:1:1: error: this block has no end"));
    CHECK(contains(outcome.err, "c.md:3:9: error: "));
    CHECK(contains(outcome.err, "cannot read 'missing.md'"));
    CHECK(read_text("a.md") == before);
}

TEST_CASE("an error of a file that several blocks name is shown once") {
    const Folder folder;
    write_text("tinyurl.yaml", "dau: x\n");
    write_text("a.md", kBlock + kBlock + kBlock);
    const auto outcome = bote("embed a.md");
    CHECK(outcome.err.find("tinyurl.yaml:1:6") == outcome.err.rfind("tinyurl.yaml:1:6"));
}

TEST_CASE("a block edited by hand is an error with its line, unless --force is given") {
    const Folder folder;
    write_text("design.md",
               replaced(folder.design, "| data             |     91.3 TB |", "| data             |       92 TB |"));
    for (const std::string command : {"embed design.md", "embed --check design.md", "embed --clean design.md"}) {
        const auto outcome = bote(command);
        CHECK(outcome.exit_code == kExitWrongInput);
        CHECK(contains(outcome.err, "edited by hand: this is not what bote wrote"));
    }
    CHECK(contains(bote("embed design.md").err, "design.md:29:1: error: edited by hand"));
    CHECK(bote("embed --force design.md").exit_code == kExitAnswered);
    CHECK(read_text("design.md") == folder.design);
}

TEST_CASE("a block reads files below its document, and runs what reads and answers") {
    const Folder folder;
    fs::create_directory("docs");
    fs::create_symlink("../tinyurl.yaml", "docs/inside.yaml");
    struct Row {
        std::string command;
        std::string what;
    };
    const Row rows[] = {
        {"value ../tinyurl.yaml storage", "'../tinyurl.yaml' is outside of the document's folder"},
        {"value /etc/passwd storage", "'/etc/passwd' is outside of the document's folder"},
        {"value inside.yaml storage", "'inside.yaml' is outside of the document's folder"},
        {"value tinyurl storage --with ../tinyurl.yaml", "is outside of the document's folder"},
        {"value - storage", "a block cannot read standard input"},
        {"value # storage", "the document holds no workload"},
        {"new Chat", "a block cannot hold `new Chat`"},
        {"embed a.md", "a block cannot hold `embed a.md`"},
        {"--help", "a block cannot hold `--help`"},
        {"tinyurl --output x", "a block cannot hold --output"},
        {"tinyurl --color always", "a block cannot hold --color"},
        {"tinyurl --no-such", "there is no option '--no-such'"},
        {"value 'tinyurl storage", "this quote is not closed"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.command);
        write_text("docs/a.md", "<!-- bote: " + row.command + " -->\n<!-- /bote -->\n");
        const auto outcome = bote("embed docs/a.md");
        CHECK(outcome.exit_code == kExitWrongInput);
        CHECK(contains(outcome.err, "docs/a.md:1:"));
        CHECK(contains(outcome.err, row.what));
    }
    write_text("docs/a.md", "<!-- bote: value ../tinyurl.yaml storage -->\n<!-- /bote -->\n");
    CHECK(bote("embed docs/a.md --anywhere").exit_code == kExitAnswered);
}

TEST_CASE("a document without blocks is a note, and an error where one is required") {
    const Folder folder;
    write_text("plain.md", "# Nothing\n");
    CHECK(bote("embed plain.md").out == "plain.md: no blocks\n");
    CHECK(bote("embed --check plain.md").exit_code == kExitAnswered);
    const auto outcome = bote("embed --require plain.md");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(contains(outcome.err, "'plain.md' has no blocks"));
}

TEST_CASE("--stdout prints the document, also one from standard input, and writes nothing") {
    const Folder folder;
    bote("embed --clean design.md");
    const std::string clean = read_text("design.md");
    CHECK(bote("embed --stdout design.md").out == folder.design);
    CHECK(run_command(parse_command("bote embed --stdout - < design.md")).out == folder.design);
    CHECK(read_text("design.md") == clean);
}

TEST_CASE("what a block reads is not written over") {
    const Folder folder;
    write_text("shop.yaml", "writes: 1M/day\nobject_size: 1 KB\n");
    write_text("block.md", "<!-- bote: value shop.yaml writes --><!-- /bote -->\n");
    const auto outcome = bote("embed --stdout block.md --output shop.yaml --format markdown");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(read_text("shop.yaml") == "writes: 1M/day\nobject_size: 1 KB\n");
}

TEST_CASE("options that exclude each other are refused") {
    const Folder folder;
    for (const std::string line :
         {"--check --stdout design.md", "--check --list design.md", "--list --stdout design.md",
          "--clean --check design.md", "--clean --list design.md", "--stdout design.md design.md", "-"}) {
        CAPTURE(line);
        CHECK(bote("embed " + line).exit_code == kExitWrongInput);
        CHECK(read_text("design.md") == folder.design);
    }
}

TEST_CASE("a document that cannot be written leaves the old one and says so") {
    const Folder folder;
    bote("embed --clean design.md");
    const std::string before = read_text("design.md");
    rlimit usual{};
    REQUIRE(::getrlimit(RLIMIT_FSIZE, &usual) == 0);
    const rlimit small{1, usual.rlim_max};
    const auto handler = std::signal(SIGXFSZ, SIG_IGN);
    ::setrlimit(RLIMIT_FSIZE, &small);
    const auto outcome = bote("embed design.md");
    ::setrlimit(RLIMIT_FSIZE, &usual);
    std::signal(SIGXFSZ, handler);
    CHECK(outcome.exit_code == kExitNotWritten);
    CHECK(contains(outcome.err, "cannot write 'design.md'"));
    CHECK(read_text("design.md") == before);
}

TEST_CASE("the section that `new --doc` writes is fresh") {
    const Folder folder;
    CHECK(bote("new 'The \"Shop\"' --doc --output shop.md").exit_code == kExitAnswered);
    const auto outcome = bote("embed --check shop.md");
    CHECK(outcome.exit_code == kExitAnswered);
    CHECK(outcome.err == "shop.md: 12 blocks, none stale\n");
}

}  // namespace bote::test::embed_test
