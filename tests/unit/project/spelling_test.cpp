// Each file of tests/spelling is a workload in words and units as people write them, with what they mean as `expect`.

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::spelling_test {

TEST_CASE("every file of tests/spelling means what it expects") {
    const auto folder = source_folder() / "tests/spelling";
    const auto files = files_below(folder, ".yaml");
    REQUIRE_FALSE(files.empty());
    const WorkingFolder working(folder);
    for (const auto& path : files) {
        const auto name = path.lexically_relative(folder).string();
        const auto outcome = run({"check", name}, Environment{});
        INFO(name << "\n" << outcome.out << outcome.err);
        CHECK(outcome.exit_code == kExitAnswered);
    }
}

TEST_CASE("an option that sets two quantities, or a convention, is told how") {
    const auto hint_of = [](const std::string& assignment) {
        const auto outcome = run({"estimate", "tinyurl", "--set", assignment}, Environment{});
        CHECK(outcome.exit_code == kExitWrongInput);
        return outcome.err;
    };
    CHECK(contains(hint_of("dau=1M,mau=2M"), "write `--set dau=1M --set mau=2M`"));
    CHECK(contains(hint_of("day=100000s"), "write `--day 100000s`"));
    CHECK(contains(hint_of("day=10^5 s"), "write `--day '10^5 s'`"));
    CHECK(contains(hint_of("month=31 days"), "write `conventions: {month: 31 days}` in the file"));
    CHECK(run({"estimate", "tinyurl", "--set", "dau=min(1M, 2M)"}, Environment{}).exit_code == kExitAnswered);
    CHECK(run({"estimate", "tinyurl", "--day", "10^5 s"}, Environment{}).exit_code == kExitAnswered);
}

}  // namespace bote::test::spelling_test
