// What `bote embed` does not do: write outside of a folder, over what somebody else saves, or more than it would read.

#include <filesystem>
#include <string>

#include "bote/cli/run.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/contains.hpp"
#include "project/project_files.hpp"

namespace bote::test::embed_limits_test {
namespace {

namespace fs = std::filesystem;

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

/// A document with one block, and the workload that it names.
struct Folder {
    ScratchFolder scratch;
    WorkingFolder working{scratch.path()};
    Folder() {
        write_text("tinyurl.yaml", read_text(source_folder() / "tests/golden/tinyurl.yaml"));
        write_text("design.md", "<!-- bote: value tinyurl.yaml storage -->\n<!-- /bote -->\n");
    }
};

}  // namespace

TEST_CASE("a document behind a link out of its folder is not written, unless --anywhere is given") {
    const Folder folder;
    fs::create_directory("docs");
    write_text("outside.md", "<!-- bote: value tinyurl storage -->\n<!-- /bote -->\n");
    fs::create_symlink("../outside.md", "docs/link.md");
    const std::string before = read_text("outside.md");
    for (const std::string option : {"", "--check ", "--stdout ", "--list "}) {
        const auto outcome = bote("embed " + option + "docs/link.md");
        CHECK(outcome.exit_code == kExitWrongInput);
        CHECK(contains(outcome.err, "'docs/link.md' is a link to a file outside of its folder"));
    }
    CHECK(read_text("outside.md") == before);
    CHECK(bote("embed --anywhere docs/link.md").exit_code == kExitAnswered);
    CHECK(contains(read_text("outside.md"), "64.3 TB"));
}

TEST_CASE("what is saved while the answers are made is not written over") {
    const Folder folder;
    const std::string meanwhile = read_text("design.md") + "more\n";
    Environment environment;
    int reads = 0;
    environment.note_read = [&](const std::string& path) {
        if (path == "design.md" && ++reads == 2) write_text("design.md", meanwhile);  // before it is read again
    };
    const auto outcome = run({"embed", "design.md"}, environment);
    CHECK(outcome.exit_code == kExitNotWritten);
    CHECK(contains(outcome.err, "cannot write 'design.md': it was changed meanwhile"));
    CHECK(read_text("design.md") == meanwhile);
    CHECK(files_below(".", ".part").empty());
}

TEST_CASE("an answer longer than a document may be is refused, at its block, before it is whole") {
    const Folder folder;
    write_text("long.md",
               "<!-- bote: sweep tinyurl.yaml dau=1..1M -steps 1000000000 -format csv -->\n<!-- /bote -->\n");
    const std::string before = read_text("long.md");
    const auto outcome = bote("embed long.md");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(contains(outcome.err, "long.md:1:12: error: the answer is longer than the 16 MiB"));
    CHECK(read_text("long.md") == before);
}

TEST_CASE("answers that would make a document too large are refused together, too") {
    const Folder folder;
    const std::string block =
        "<!-- bote: sweep tinyurl.yaml dau=1..1M -steps 40000 -format csv -->\n<!-- /bote -->\n\n";
    std::string blocks;
    for (int i = 0; i < 12; ++i) blocks += block;
    write_text("long.md", blocks);
    const auto outcome = bote("embed long.md");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(contains(outcome.err, "the document would be larger than 16 MiB"));
    CHECK(read_text("long.md") == blocks);
}

TEST_CASE("a document on standard input is at most 16 MiB, as a file is") {
    const Folder folder;
    write_text("large.md", std::string(16U * 1024 * 1024 + 1, '\n'));
    CHECK(contains(bote("embed --check large.md").err, "'large.md' is larger than 16 MiB"));
    const auto piped = bote("embed --check - < large.md");
    CHECK(piped.exit_code == kExitWrongInput);
    CHECK(contains(piped.err, "standard input is larger than 16 MiB"));
}

TEST_CASE("a check of a file that a block may not read is refused at the block") {
    const Folder folder;
    fs::create_directory("docs");
    write_text("docs/a.md", "\n<!-- bote: check ../tinyurl.yaml -->\n<!-- /bote -->\n");
    CHECK(contains(bote("embed docs/a.md").err,
                   "docs/a.md:2:18: error: '../tinyurl.yaml' is outside of the document's folder"));
}

}  // namespace bote::test::embed_limits_test
