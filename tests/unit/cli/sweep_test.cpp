// Sweeps of any length as CSV: on standard output piece by piece, or into a file.

#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "bote/base/text.hpp"
#include "bote/cli/run.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::sweep_test {
namespace {

const std::string kShort = "sweep logs.yaml dau=1M..9M --scale linear --format csv --steps ";

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

struct Workloads {
    ScratchFolder scratch;
    WorkingFolder working{scratch.path()};
    Workloads() {
        write_text("logs.yaml",
                   "name: Logs\ndau: 1M\nwrites_per_user: 100/day\nobject_size: 1 KB\nretention: 7 days\n"
                   "expect: [storage <= 20 TB]\n");
    }
};

std::vector<std::string> lines_in(const std::string& text) {
    std::vector<std::string> lines;
    for (const auto& line : lines_of(text)) lines.emplace_back(line.text);
    return lines;
}

/// All but the last of six: the flips.
std::string first_fields(const std::string& line) {
    std::size_t end = 0;
    for (int i = 0; i < 6; ++i) end = line.find(',', end) + 1;
    return line.substr(0, end);
}

/// What comes out in pieces where somebody takes them: the pieces, then the rest.
struct Taken {
    std::vector<std::string> pieces;
    Outcome outcome;
};

Taken take(const std::string& line, std::size_t most_pieces) {
    Taken taken;
    Environment environment;
    environment.write_output = [&](std::string_view text) {
        taken.pieces.emplace_back(text);
        return taken.pieces.size() < most_pieces;
    };
    taken.outcome = run(parse_command("bote " + line).arguments, environment);
    return taken;
}

}  // namespace

TEST_CASE("a row is the same bytes in a sweep of any length") {
    const Workloads workloads;
    // Every eighth of 8,000 steps is one of 1,000; 10,000 rows are the most that a table has.
    const auto few = lines_in(bote(kShort + "1001").out);
    const auto many = lines_in(bote(kShort + "8001").out);
    const auto most = lines_in(bote(kShort + "64001").out);
    REQUIRE(few.size() == 1002);
    REQUIRE(many.size() == 8002);
    REQUIRE(most.size() == 64002);
    CHECK(few[0] == many[0]);
    CHECK(few[0] == most[0]);
    std::size_t flips = 0;
    for (std::size_t i = 1; i < few.size(); ++i) {
        CAPTURE(i);
        const auto& in_many = many[(i - 1) * 8 + 1];
        const auto& in_most = most[(i - 1) * 64 + 1];
        // What flips on the way to a row is said in that row alone, and here the ways differ.
        CHECK(first_fields(few[i]) == first_fields(in_many));
        CHECK(first_fields(few[i]) == first_fields(in_most));
        flips += few[i].ends_with(',') ? 0 : 1;
        if (few[i].ends_with(',')) CHECK(few[i] == in_most);
    }
    CHECK(flips >= 1);
}

TEST_CASE("CSV goes on where a table ends, and says the same as JSON up to there") {
    const Workloads workloads;
    CHECK(lines_in(bote(kShort + "10000").out).size() == 10'001);
    CHECK(lines_in(bote(kShort + "10001").out).size() == 10'002);
    for (const std::string format : {"table", "markdown", "json"}) {
        CAPTURE(format);
        const auto refused = bote("sweep logs.yaml dau=1M..9M --steps 10001 --format " + format);
        CHECK(refused.exit_code == kExitWrongInput);
        CHECK(refused.out.empty());
        CHECK(contains(refused.err, "10000 rows"));
        CHECK(contains(refused.err, "--format csv"));
        CHECK(bote("sweep logs.yaml dau=1M..9M --steps 10000 --format " + format).exit_code == kExitAnswered);
    }
    CHECK(bote(kShort + "1000000001").exit_code == kExitWrongInput);
}

TEST_CASE("a long sweep comes in pieces that make up the whole") {
    const Workloads workloads;
    const std::string line = kShort + "20000";
    const auto taken = take(line, 1000);
    CHECK(taken.outcome.exit_code == kExitAnswered);
    CHECK(taken.pieces.size() > 3);
    std::string whole;
    for (const auto& piece : taken.pieces) {
        CHECK(piece.size() < 200'000);
        whole += piece;
    }
    CHECK(whole + taken.outcome.out == bote(line).out);
}

TEST_CASE("a reader that goes away ends a long sweep") {
    const Workloads workloads;
    const auto taken = take(kShort + "1000000000", 2);
    CHECK(taken.pieces.size() == 2);
    CHECK(taken.outcome.exit_code == kExitAnswered);
    CHECK(taken.outcome.err.empty());
}

TEST_CASE("two inputs make a row for each pair, with as many columns as are asked for") {
    const Workloads workloads;
    const auto lines =
        lines_in(bote("sweep logs.yaml dau=1M,2M 'object_size=1 KB..2 KB' --steps 3 storage app --format csv").out);
    REQUIRE(lines.size() == 7);
    CHECK(lines[0] == "dau,object_size [B],storage [B],app bound by");
    CHECK(lines[1].starts_with("1000000,1000,"));
    CHECK(lines[2].starts_with("1000000,1500,"));
    CHECK(lines[6].starts_with("2000000,2000,"));
    CHECK(lines[6].ends_with(",requests"));
    CHECK(lines_in(bote("sweep logs.yaml dau=1M..9M 'object_size=1 KB..2 KB' --steps 150 --format csv").out).size() ==
          150 * 150 + 1);
}

TEST_CASE("a long sweep fills a file, or leaves it as it was") {
    const Workloads workloads;
    const std::string line = kShort + "20000";
    const auto expected = bote(line).out;
    write_text("old.csv", "old");
    CHECK(bote(line + " --output old.csv").exit_code == kExitAnswered);
    CHECK(read_text("old.csv") == expected);
    CHECK(files_below(".", ".part").empty());
    for (const std::string place : {"/dev/full", "no/such/folder.csv", "."}) {
        CAPTURE(place);
        const auto outcome = bote(line + " --output " + place);
        CHECK(outcome.exit_code == kExitNotWritten);
        CHECK(outcome.out.empty());
        CHECK(contains(outcome.err, "cannot write"));
    }
    CHECK(bote("sweep logs.yaml dau=1M..9M --steps 20000 --output old.csv nothing").exit_code == kExitWrongInput);
    CHECK(read_text("old.csv") == expected);
    CHECK(files_below(".", ".part").empty());
}

TEST_CASE("what is listed is taken as it is") {
    const Workloads workloads;
    const auto range = bote("sweep logs.yaml 'dau=1M to 2M'");
    CHECK(range.exit_code == kExitWrongInput);
    CHECK(contains(range.err, "write `dau=1M..2M`"));
    CHECK(contains(bote("sweep logs.yaml spares=1.5,2").err, "1.5 is not a whole number"));
    CHECK(bote("sweep logs.yaml spares=2,1 app.machines").exit_code == kExitAnswered);
}

TEST_CASE("a number of steps is written as any other") {
    const Workloads workloads;
    CHECK(bote("sweep logs.yaml dau=1M..9M --steps 1k --format csv").out ==
          bote("sweep logs.yaml dau=1M..9M --steps 1000 --format csv").out);
}

TEST_CASE("an input that the file or the condition lacks is filled in to be tried") {
    const Workloads workloads;
    write_text("lacks.yaml", "writes: dau * 2/day\nobject_size: 1 KB\nretention: 10 days\nheadroom: 50%\n");
    // 2 KB a day and user, ten days, half of each disk free, three copies: 120 KB.
    CHECK(contains(bote("sweep lacks.yaml dau=1M,2M storage --format csv").out, "\n1000000,120000000000,"));
    CHECK(contains(bote("solve lacks.yaml dau 'storage <= 12 TB'").out, "up to dau 100M"));
    CHECK(contains(bote("sweep lacks.yaml retention=1y..2y storage").err, "the formula needs `dau`"));
    write_text("alone.yaml", "dau: 1M\npeak_factor: 1\n");
    CHECK(contains(bote("solve alone.yaml writes_per_user 'qps <= 100/s'").out, "up to writes_per_user 8.64/day"));
    CHECK(contains(bote("solve alone.yaml writes_per_user 'storage <= 1 TB'").err, "needs `writes_per_user` and"));
    write_text("wrong.yaml", "dau: -5\nwrites_per_user: 1/day\n");
    write_text("objects.yaml", "objects:\n  a: {writes: 1/s}\n");
    CHECK(contains(bote("sweep objects.yaml 'object_size=1 KB..2 KB'").err, "belongs in an object"));
    CHECK(contains(bote("sweep wrong.yaml dau=1M..2M").err, "-5 is negative"));
}

}  // namespace bote::test::sweep_test
