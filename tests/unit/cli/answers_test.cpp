// The commands that answer from one workload, each run on its own.

#include "cli/commands.hpp"

#include <string>

#include "cli/asked.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::answers_test {
namespace {

/// With a file that holds what it expects, one that does not, and one with a mistake.
struct Files {
    Files() : working(scratch.path()) {
        write_text("good.yaml", "name: Good\nwrites: 10/s\nexpect:\n  - qps == 10/s\n");
        write_text("fails.yaml", "name: Fails\nwrites: 10/s\nexpect:\n  - qps <= 5/s\n");
        write_text("bad.yaml", "dua: 5M\n");
        write_text("waits.yaml", "name: Waits\nwrites: 10/s\nreplication: 2\n");
    }
    ScratchFolder scratch;
    WorkingFolder working;
};

Outcome ran(Outcome (*command)(const CommandSetting&), const std::string& line) { return command(Asked(line).setting); }

Refusal refusal_of(const std::string& line) {
    return refusal([&] { ran(run_estimate, line); });
}

}  // namespace

TEST_CASE("a later word that is neither a workload nor a section is refused as all three") {
    const Refusal word = refusal_of("tinyurl serverz");
    CHECK(word.what == "there is no preset, file or section 'serverz'");
    CHECK(word.hint.starts_with("sections: traffic, storage, "));
    CHECK(refusal_of("tinyurl ./serverz").what == "there is no preset or file './serverz'");
    CHECK(refusal_of("tinyurl server-z").what == "there is no preset or file 'server-z'");
    CHECK(refusal_of("serverz tinyurl").what == "there is no preset or file 'serverz'");
    const Files files;
    CHECK(contains(refusal_of("good.yaml bad.yaml").what, "dua"));
}

TEST_CASE("the words of an estimate are workloads and sections in any order behind the first") {
    const Files files;
    const std::string both = ran(run_estimate, "good.yaml fails.yaml").out;
    CHECK(both.find("# Good") < both.find("# Fails"));
    const std::string cut = ran(run_estimate, "good.yaml traffic fails.yaml").out;
    CHECK(contains(cut, "Traffic"));
    CHECK_FALSE(contains(cut, "Expectations"));
    CHECK(contains(ran(run_estimate, "fails.yaml").err, "fails.yaml: warning: "));
    CHECK(ran(run_estimate, "good.yaml").err.empty());
}

TEST_CASE("a check is answered unless something fails, and of a single file with errors there is only the error") {
    const Files files;
    const Outcome good = ran(run_check, "check good.yaml");
    CHECK(good.exit_code == kExitAnswered);
    CHECK(contains(good.out, "1 expectation holds"));
    CHECK(ran(run_check, "check fails.yaml").exit_code == kExitNo);
    CHECK(ran(run_check, "check good.yaml fails.yaml").exit_code == kExitNo);
    const Outcome bad = ran(run_check, "check bad.yaml");
    CHECK(bad.exit_code == kExitWrongInput);
    CHECK(bad.out.empty());
    CHECK(contains(bad.err, "bad.yaml:1:1: error: "));
    const Outcome both = ran(run_check, "check bad.yaml fails.yaml");
    CHECK(both.exit_code == kExitWrongInput);
    CHECK(contains(both.out, "FAILS"));
    // What programs read as findings has the error too.
    CHECK(contains(ran(run_check, "check bad.yaml --format github").out, "bad.yaml"));
    CHECK(ran(run_check, "check bad.yaml --format json").out.empty());
}

TEST_CASE("an input that nothing reads fails a strict check alone") {
    const Files files;
    CHECK(ran(run_check, "check waits.yaml").exit_code == kExitAnswered);
    CHECK(ran(run_check, "check waits.yaml --strict").exit_code == kExitNo);
    CHECK(ran(run_check, "check good.yaml --strict").exit_code == kExitAnswered);
}

TEST_CASE("the expectations of a file warn of the file as it is written, not of a scenario that is chosen") {
    const Files files;
    CHECK(contains(ran(run_estimate, "estimate fails.yaml").err, "warning: "));
    CHECK(ran(run_estimate, "estimate fails.yaml --scenario 10x").err.empty());
}

TEST_CASE("only of one file whose expectation fails the next question is why") {
    const Files files;
    CHECK(ran(run_check, "check fails.yaml").next == "bote explain fails.yaml qps");
    CHECK(ran(run_check, "check fails.yaml good.yaml").next.empty());
    CHECK(ran(run_check, "check good.yaml").next.empty());
}

TEST_CASE("a quantity with a working is followed by what drives it, one that is given is not") {
    CHECK(ran(run_explain, "explain tinyurl storage").next == "bote drivers tinyurl storage");
    CHECK(ran(run_explain, "explain tinyurl object_size").next.empty());
    CHECK(ran(run_explain, "explain tinyurl").next.empty());
    CHECK(ran(run_explain, "explain tinyurl storage --say").next.empty());
}

TEST_CASE("values are bare lines for people and an object for programs") {
    const Files files;
    CHECK(ran(run_value, "value good.yaml qps 'qps in 1/min'").out == "10/s\n600/min\n");
    const std::string json = ran(run_value, "value good.yaml qps --format json").out;
    CHECK(json.starts_with("{"));
    CHECK(contains(json, "\"qps\""));
}

}  // namespace bote::test::answers_test
