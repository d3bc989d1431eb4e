// Workloads with very many parts: what is refused, what is written piece by piece, and what is said meanwhile.

#include <string>
#include <vector>

#include "bote/cli/run.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::large_test {
namespace {

Outcome bote(const std::string& line, const Environment& environment = {}) {
    return run(parse_command("bote " + line).arguments, environment);
}

struct Workloads {
    ScratchFolder scratch;
    WorkingFolder working{scratch.path()};
    Workloads() {
        write_text("shop.yaml",
                   "name: Shop\ndau: 1M\nobjects:\n  order: {writes_per_user: 1/day, object_size: 1 KB}\n"
                   "  item: {writes_per_user: 2/day, object_size: 3 KB}\nexpect: [write_qps < 100/s]\n"
                   "scenarios:\n  sale: {dau: 3M}\n  \"quiet\\\"day\": {dau: 100k}\n");
        write_text("plain.yaml", "dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n");
        write_text("ranges.yaml", "dau: 1M to 3M\nwrites_per_user: 1/day\nobject_size: 1 KB\n");
    }
};

std::string objects(int count) {
    std::string text = "dau: 1M\nobjects:\n";
    for (int i = 0; i < count; ++i) text += "  o" + std::to_string(i) + ": {writes_per_user: 1/day}\n";
    return text;
}

/// Where five objects with their scenarios are too many already.
Environment small_memory() {
    Environment environment;
    environment.most_at_once = 5;
    return environment;
}

/// Somebody looks on while the clock runs a second further with each look at it.
struct Watched {
    std::vector<std::string> lines;
    double time = 0;
    Environment environment;
    Watched() {
        environment.clock = [this] { return time += 1; };
        environment.show_progress = [this](std::string_view line) { lines.emplace_back(line); };
    }
};

}  // namespace

TEST_CASE("objects and tiers have a limit, which the message names") {
    const Workloads workloads;
    write_text("few.yaml", objects(500));
    write_text("many.yaml", objects(501));
    CHECK(bote("check few.yaml").exit_code == kExitAnswered);
    const auto refused = bote("check many.yaml");
    CHECK(refused.exit_code == kExitWrongInput);
    CHECK(contains(refused.err, "many.yaml:503:3: error: the workload has 501 objects and tiers; the limit is 500"));
}

TEST_CASE("scenarios that do not fit into memory are written one by one, the same bytes") {
    const Workloads workloads;
    for (const std::string format : {"json", "csv", "tsv"}) {
        CAPTURE(format);
        const auto whole = bote("shop.yaml --format " + format);
        const auto pieces = bote("shop.yaml --format " + format, small_memory());
        CHECK(whole.exit_code == kExitAnswered);
        CHECK(pieces.out == whole.out);
        CHECK(pieces.err == whole.err);
    }
}

TEST_CASE("a page of more scenarios than fit into memory is refused, and one of them is not") {
    const Workloads workloads;
    for (const std::string line :
         {"shop.yaml", "shop.yaml --format markdown", "shop.yaml --format json --section storage", "check shop.yaml"}) {
        CAPTURE(line);
        const auto refused = bote(line, small_memory());
        CHECK(refused.exit_code == kExitWrongInput);
        CHECK(refused.out.empty());
    }
    const auto refused = bote("shop.yaml", small_memory());
    CHECK(contains(refused.err, "2 scenarios of 2 objects and tiers are too many for one page"));
    CHECK(contains(refused.err, "--format json"));
    CHECK(bote("shop.yaml --scenario sale", small_memory()).exit_code == kExitAnswered);
}

TEST_CASE("a scenario that is wrong is found before anything is written") {
    const Workloads workloads;
    write_text("wrong.yaml",
               "dau: 1M\nwrites_per_user: 1/day\nscenarios: {a: {dau: 2M}, b: {dau: 3M}, c: {read_share: 200%}}\n");
    std::string written;
    Environment environment = small_memory();
    environment.write_output = [&](std::string_view text) {
        written += text;
        return true;
    };
    const auto outcome = bote("wrong.yaml --format json", environment);
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(written.empty());
}

TEST_CASE("of very many warnings the first are shown, and how many more there are") {
    const Workloads workloads;
    std::string text = "dau: 1M\nwrites_per_user: 1/day\nexpect:\n";
    for (int i = 0; i < 50; ++i) text += "  - dau > " + std::to_string(i + 2) + "M\n";
    write_text("fails.yaml", text);
    const auto outcome = bote("fails.yaml");
    CHECK(contains(outcome.err, "dau > 21M"));
    CHECK_FALSE(contains(outcome.err, "dau > 22M"));
    CHECK(outcome.err.ends_with("30 more warnings\n"));
}

TEST_CASE("what is out of range is said on standard error too") {
    const Workloads workloads;
    write_text("vast.yaml", "dau: 1e300\nwrites_per_user: 1e20/day\nobject_size: 1 KB\nretention: 5 years\n");
    const auto outcome = bote("vast.yaml");
    CHECK(outcome.exit_code == kExitAnswered);
    CHECK(contains(outcome.err, "vast.yaml: warning: out of range: `"));
    CHECK(bote("plain.yaml").err.empty());
}

TEST_CASE("who waits at a terminal sees how far it has come, and a clean line in the end") {
    const Workloads workloads;
    for (const std::string line :
         {"ranges.yaml --samples 300k", "sweep plain.yaml dau=1M..9M --steps 9000 --format csv"}) {
        CAPTURE(line);
        Watched watched;
        const auto outcome = bote(line, watched.environment);
        CHECK(outcome.exit_code == kExitAnswered);
        REQUIRE(watched.lines.size() > 1);
        CHECK(watched.lines.front().ends_with("%"));
        CHECK(watched.lines.back().empty());
        CHECK(outcome.out == bote(line).out);
    }
    Watched watched;
    watched.environment.most_at_once = 5;
    (void)bote("shop.yaml --format json", watched.environment);
    REQUIRE_FALSE(watched.lines.empty());
    CHECK(watched.lines.front() == "scenarios checked: 33%");
    CHECK(watched.lines.back().empty());
}

TEST_CASE("an answer that is there within half a second shows no progress") {
    const Workloads workloads;
    Watched watched;
    watched.environment.clock = [] { return 7.4; };
    (void)bote("ranges.yaml --samples 300k", watched.environment);
    CHECK(watched.lines.empty());
}

}  // namespace bote::test::large_test
