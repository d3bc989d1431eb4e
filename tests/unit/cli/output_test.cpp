// Exit codes, and what becomes of the file of `--output`.

#include <algorithm>
#include <filesystem>
#include <string>

#include "bote/cli/run.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::output_test {
namespace {

namespace fs = std::filesystem;

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

/// A folder with one workload of each kind.
struct Workloads {
    ScratchFolder scratch;
    WorkingFolder working{scratch.path()};
    Workloads() {
        write_text("right.yaml", "name: Right\nwrites: 1/s\nexpect: [qps == 1/s]\n");
        write_text("plain.yaml", "name: Plain\nwrites: 1/s\n");
        write_text("fails.yaml", "name: Fails\nwrites: 1/s\nexpect: [qps > 1/s, qps < 5/s]\n");
        write_text("wrong.yaml", "name: Wrong\nwrites: 1\n");
    }
};

}  // namespace

TEST_CASE("the exit code says what came of it") {
    const Workloads workloads;
    struct Row {
        std::string line;
        int code;
    };
    const Row rows[] = {
        {"right.yaml", kExitAnswered},
        {"fails.yaml", kExitAnswered},  // an estimate is an answer; `check` is the judge
        {"wrong.yaml", kExitWrongInput},
        {"check right.yaml", kExitAnswered},
        {"check plain.yaml", kExitAnswered},
        {"check fails.yaml", kExitNo},
        {"check wrong.yaml", kExitWrongInput},
        {"check right.yaml fails.yaml", kExitNo},
        {"check fails.yaml wrong.yaml", kExitWrongInput},
        {"check wrong.yaml right.yaml", kExitWrongInput},
        {"check right.yaml plain.yaml", kExitAnswered},
        {"check no-such.yaml right.yaml", kExitWrongInput},
        {"explain fails.yaml", kExitAnswered},
        {"explain wrong.yaml", kExitWrongInput},
        {"right.yaml wrong.yaml", kExitWrongInput},
        {"right.yaml --output no/such/folder.md", kExitNotWritten},
        {"right.yaml --output .", kExitNotWritten},
        {"right.yaml --output /dev/full", kExitNotWritten},
        {"wrong.yaml --output no/such/folder.md", kExitWrongInput},
    };
    for (const auto& row : rows) {
        CAPTURE(row.line);
        const auto outcome = bote(row.line);
        CAPTURE(outcome.err);
        CHECK(outcome.exit_code == row.code);
        if (row.code == kExitNotWritten) CHECK(contains(outcome.err, "cannot write"));
        if (row.code == kExitNotWritten) CHECK(outcome.out.empty());
    }
}

TEST_CASE("a failing expectation is a warning of `estimate` on standard error") {
    const Workloads workloads;
    const auto outcome = bote("fails.yaml");
    CHECK(contains(outcome.out, "# Fails"));
    CHECK(contains(outcome.out, "1 of 2 hold"));
    CHECK(contains(outcome.err, "fails.yaml: warning: the expectation `qps > 1/s` fails: it is 1/s"));
    CHECK_FALSE(contains(outcome.err, "qps < 5/s"));
}

TEST_CASE("check answers for every file, also beside one with errors") {
    const Workloads workloads;
    const auto outcome = bote("check right.yaml wrong.yaml fails.yaml");
    CHECK(contains(outcome.out, "Right"));
    CHECK(contains(outcome.out, "Fails"));
    CHECK(contains(outcome.out, "has errors"));
    CHECK(contains(outcome.err, "wrong.yaml:2:9: error: writes: expected a rate (per second)"));
    CHECK(contains(outcome.out, "2 of 3 expectations hold"));
}

TEST_CASE("an error of an option names the option") {
    const Workloads workloads;
    CHECK(bote("right.yaml --set writes=1").err.starts_with("--set writes=1: error: writes: expected a rate"));
    CHECK(bote("right.yaml --day 5").err.starts_with("--day 5: error: "));
    CHECK(contains(bote("right.yaml --set dua=1 --set mua=2").err, "mua"));
    CHECK(contains(bote("right.yaml --set dua=1 --set mua=2").err, "dua"));
}

TEST_CASE("the output file is written whole, and nothing is left beside it") {
    const Workloads workloads;
    const auto outcome = bote("right.yaml --output out.md");
    CHECK(outcome.exit_code == kExitAnswered);
    CHECK(outcome.out.empty());
    CHECK(outcome.err.empty());
    CHECK(read_text("out.md") == bote("right.yaml").out);
    CHECK(files_below(".", ".part").empty());
    bote("plain.yaml --output out.md");
    CHECK(read_text("out.md") == bote("plain.yaml").out);
}

TEST_CASE("a run that fails leaves the output file as it was") {
    const Workloads workloads;
    write_text("old.md", "old");
    CHECK(bote("wrong.yaml --output old.md").exit_code == kExitWrongInput);
    CHECK(bote("right.yaml --format no --output old.md").exit_code == kExitWrongInput);
    CHECK(bote("no-such --output old.md").exit_code == kExitWrongInput);
    CHECK(read_text("old.md") == "old");
    CHECK(files_below(".", ".part").empty());
}

TEST_CASE("an ending that no format has is refused unless --format says which") {
    const Workloads workloads;
    const auto refused = bote("right.yaml -o page.xhtml");
    CHECK(refused.exit_code == kExitWrongInput);
    CHECK(
        refused.err ==
        "error: --output page.xhtml: no format has files that end in '.xhtml'\n"
        "  use one of .txt .md .markdown .html .htm .svg .mmd .mermaid .dot .gv .text .org .tex .csv .tsv .tab .json, "
        "or choose the format with --format\n");
    CHECK_FALSE(fs::exists("page.xhtml"));
    CHECK(bote("right.yaml -o page.xhtml --format csv").exit_code == kExitAnswered);
    CHECK(read_text("page.xhtml").starts_with("quantity,"));
    for (const std::string name : {"page", ".page", "a.folder/page"}) {  // without an ending
        CAPTURE(name);
        fs::create_directory("a.folder");
        CHECK(bote("right.yaml -o " + name).exit_code == kExitAnswered);
        CHECK(read_text(name).starts_with("# Right"));
    }
}

TEST_CASE("bars are drawn in ASCII on a terminal whose locale is not UTF-8") {
    const std::string bars = "bote timeline instagram --until '5 years'";
    const auto draws_blocks = [&](const std::string& variables) {
        const auto text = run_command(parse_command(variables + " NO_COLOR=1 " + bars)).out;
        CHECK(contains(text, "█") != contains(text, "####"));
        return contains(text, "█");
    };
    CHECK(draws_blocks("TERMINAL=80"));
    CHECK(draws_blocks("TERMINAL=80 LANG=en_US.UTF-8"));
    CHECK(draws_blocks("TERMINAL=80 LC_ALL=C.utf8 LANG=C"));
    CHECK_FALSE(draws_blocks("TERMINAL=80 LANG=C"));
    CHECK_FALSE(draws_blocks("TERMINAL=80 LC_ALL=POSIX LANG=en_US.UTF-8"));
    CHECK_FALSE(draws_blocks("TERMINAL=80 LC_CTYPE=de_DE.ISO-8859-1"));
    CHECK(contains(run_command(parse_command("LC_ALL=C " + bars + " --format table")).out, "█"));  // a pipe
}

TEST_CASE("a link is followed, and the permissions of a file stay") {
    const Workloads workloads;
    write_text("target.md", "old");
    fs::permissions("target.md", fs::perms::owner_read | fs::perms::owner_write);
    fs::create_symlink("target.md", "link.md");
    CHECK(bote("right.yaml --output link.md").exit_code == kExitAnswered);
    CHECK(fs::is_symlink("link.md"));
    CHECK(contains(read_text("target.md"), "# Right"));
    CHECK(fs::status("target.md").permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("an input of the run is never overwritten, however its path is written") {
    const Workloads workloads;
    const std::string whole = read_text("right.yaml");
    fs::create_symlink("right.yaml", "link.yaml");
    fs::create_hard_link("right.yaml", "hard.yaml");
    fs::create_directory("presets");
    write_text("presets/mine.yaml", whole);
    write_text("prices.yaml", "price.server: $1/h\n");
    for (const std::string output : {"right.yaml", "./right.yaml", "presets/../right.yaml", "link.yaml", "hard.yaml"}) {
        for (const std::string command : {"right.yaml", "estimate plain.yaml right.yaml", "explain right.yaml qps",
                                          "check right.yaml", "timeline right.yaml qps --set growth=1%",
                                          "sweep right.yaml writes=1/s..2/s", "solve right.yaml writes 'qps <= 2/s'",
                                          "drivers right.yaml qps", "compare plain.yaml right.yaml", "link.yaml"}) {
            CAPTURE(command, output);
            const auto outcome = bote(command + " --format markdown --output " + output);
            CHECK(outcome.exit_code == kExitWrongInput);
            CHECK(contains(outcome.err, "this file is an input"));
            CHECK(read_text("right.yaml") == whole);
        }
    }
    CHECK(bote("plain.yaml --with prices.yaml --format csv -o prices.yaml").exit_code == kExitWrongInput);
    CHECK(read_text("prices.yaml") == "price.server: $1/h\n");
    CHECK(bote("mine --format csv -o presets/mine.yaml").exit_code == kExitWrongInput);
    CHECK(read_text("presets/mine.yaml") == whole);
    CHECK(files_below(".", ".part").empty());
    CHECK(bote("plain.yaml --format csv -o right.yaml").exit_code == kExitAnswered);
}

TEST_CASE("`new` replaces a file only where it is told to") {
    const Workloads workloads;
    const std::string whole = read_text("right.yaml");
    const auto refused = bote("new Chat -o right.yaml");
    CHECK(refused.exit_code == kExitWrongInput);
    CHECK(contains(refused.err, "the file exists"));
    CHECK(contains(refused.err, "`--force` replaces it"));
    CHECK(read_text("right.yaml") == whole);
    CHECK(bote("new Chat -o fresh.yaml").exit_code == kExitAnswered);
    CHECK(bote("new Chat -o right.yaml --force").exit_code == kExitAnswered);
    CHECK(read_text("right.yaml") == read_text("fresh.yaml"));
    CHECK(bote("right.yaml --force").exit_code == kExitWrongInput);  // of `new` alone
}

TEST_CASE("two workloads of one name are told apart by their files") {
    const Workloads workloads;
    write_text("other.yaml", "name: Right\nwrites: 2/s\n");
    CHECK(bote("compare right.yaml other.yaml --format csv")
              .out.starts_with("quantity,right.yaml,other.yaml,Ratio,Difference,unit\nqps,1,2,2,1,/s\n"));
    CHECK(bote("compare right.yaml plain.yaml --format csv").out.starts_with("quantity,Right,Plain,"));
}

TEST_CASE("a table that is no terminal's is as wide as COLUMNS says") {
    const Workloads workloads;
    const auto widest = [](const std::string& text) {
        std::size_t most = 0;
        for (std::size_t begin = 0; begin < text.size();) {
            const auto end = std::min(text.find('\n', begin), text.size());
            most = std::max(most, end - begin);
            begin = end + 1;
        }
        return most;
    };
    const auto narrow = run_command(parse_command("COLUMNS=60 bote tinyurl --format table"));
    CHECK(widest(narrow.out) <= 60);
    CHECK(widest(run_command(parse_command("bote tinyurl --format table")).out) > 80);
    CHECK(widest(run_command(parse_command("COLUMNS=0 bote tinyurl --format table")).out) > 80);
    bote("tinyurl --format table -o wide.txt");
    CHECK(widest(read_text("wide.txt")) > 80);
    run_command(parse_command("COLUMNS=60 bote tinyurl -o narrow.txt"));
    CHECK(read_text("narrow.txt") == narrow.out);
}

TEST_CASE("names are shown as harmless text, on the terminal and in errors") {
    const Workloads workloads;
    for (const auto& outcome :
         {run({"a\x1b[31m"}, Environment{}), run({"tinyurl", "--format", "\x1b[31m"}, Environment{}),
          run({"tinyurl", "--\x1b[31m"}, Environment{}), run({"quantities", "\xff"}, Environment{}),
          run({"tinyurl", "--set", "\x1b[31m=1"}, Environment{}), run({"new", "a\x1b"}, Environment{})}) {
        CHECK(outcome.exit_code == kExitWrongInput);
        CHECK(outcome.err.find('\x1b') == std::string::npos);
        CHECK(outcome.err.find('\xff') == std::string::npos);
    }
}

}  // namespace bote::test::output_test
