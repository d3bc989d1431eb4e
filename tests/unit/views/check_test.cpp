#include "bote/views/check.hpp"

#include <algorithm>

#include "bote/model/embedded.hpp"
#include "bote/views/uncertainty.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::check_test {

TEST_CASE("each expectation of a file has a line with both sides and a verdict") {
    const auto file =
        check_estimate(estimate_of("writes: 1k/s\nexpect: [qps < 5/s, writes ~ 1040/s, 2 * qps == 2k/s]\n"));
    CHECK(file.name == "test");
    CHECK(file.file == "test.yaml");
    CHECK(file.readable);
    REQUIRE(file.lines.size() == 3);
    CHECK(file.lines[0].text == "qps < 5/s");
    CHECK(file.lines[0].actual == "1k/s");
    CHECK(file.lines[0].left == near(1000));
    CHECK(file.lines[0].right == near(5));
    CHECK_FALSE(file.lines[0].holds);
    CHECK(file.lines[1].holds);  // 4% off
    CHECK(file.lines[2].holds);
    CHECK_FALSE(all_hold({file}));
    CHECK(all_hold({}));
    CHECK(all_hold({check_estimate(estimate_of("writes: 1/s\n"))}));
}

TEST_CASE("the figures that each preset names come out") {
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        const auto file = check_estimate(estimate_of(std::string(preset.text)));
        CHECK_FALSE(file.lines.empty());
        for (const auto& line : file.lines) {
            CAPTURE(line.text, line.actual);
            CHECK(line.holds);
        }
    }
}

TEST_CASE("a chance that is asked for stands beside the one that is reached") {
    auto estimate = estimate_of("writes: 10/s to 40/s\nexpect: [qps <= 20/s at 90%, qps <= 1k/s]\n");
    sample(estimate, {});
    const auto file = check_estimate(estimate);
    CHECK(*file.lines[0].chance == near(0.5, 0.01));  // 20/s is the median
    CHECK(file.lines[0].wanted_chance == 0.9);
    CHECK_FALSE(file.lines[0].holds);
    CHECK(*file.lines[1].chance == 1);
    CHECK(file.lines[1].wanted_chance == 0);
    CHECK_FALSE(check_estimate(estimate_of("writes: 1/s\nexpect: [qps <= 20/s]\n")).lines[0].chance);
}

TEST_CASE("a strict check lets no input wait") {
    const auto file = check_estimate(estimate_of("writes: 1/s\ngrowth: 10%\nexpect: [qps == 1/s]\n"));
    CHECK(all_hold({file}));
    CHECK(passes({file}, Strictness::expectations));
    CHECK_FALSE(passes({file}, Strictness::all));
    const auto& findings = file.findings;
    REQUIRE(findings.size() == 1);
    CHECK(findings[0].kind == "waiting");
    CHECK(findings[0].text == "`growth` (for `horizon`)");
    const auto whole = check_estimate(estimate_of("writes: 1/s\nexpect: [qps == 1/s]\n"));
    CHECK(passes({whole}, Strictness::all));
    CHECK_FALSE(passes({check_estimate(estimate_of("writes: 1/s\nexpect: [qps == 2/s]\n"))}, Strictness::all));
}

TEST_CASE("notes on inputs that look odd are listed at their place, and a strict check lets them pass") {
    const auto file = check_estimate(estimate_of("writes: 1k/s\npeak_factor: 0.5\nexpect: [qps == 1k/s]\n"));
    REQUIRE(file.findings.size() == 1);
    CHECK(file.findings[0].kind == "note");
    CHECK(file.findings[0].text == "the peak is below the average: is peak_factor at least 1?");
    CHECK(passes({file}, Strictness::all));
    const Report report = describe_check({file}, Strictness::all);
    CHECK(report.annotations.back().severity == Severity::note);
    CHECK(report.annotations.back().title == "Note");
}

TEST_CASE("a note stands where the value is given that it is about") {
    const auto file = check_estimate(estimate_of("dau: 2M\nmau: 1M\nwrites_per_user: 1/day\n"));
    const auto note = std::find_if(file.findings.begin(), file.findings.end(),
                                   [](const Finding& finding) { return finding.kind == "note"; });
    REQUIRE(note != file.findings.end());
    CHECK(location_of(note->where).line == 2);
}

TEST_CASE("a note of a scenario has its name") {
    const auto base = estimate_of("writes: 1k/s\n");
    const auto flat = estimate_of("writes: 1k/s\npeak_factor: 0.5\n");
    const auto file = check_estimates({{"", "", base}, {"flat", "peak_factor 0.5", flat}});
    REQUIRE(file.findings.size() == 1);
    CHECK(file.findings[0].text == "flat: the peak is below the average: is peak_factor at least 1?");
}

TEST_CASE("the result counts in words that fit the number") {
    const auto result_of = [](const std::string& expect) {
        const Report report = describe_check({check_estimate(estimate_of("writes: 1/s\n" + expect))});
        return std::get<Note>(report.blocks.back()).text;
    };
    CHECK(result_of("") == "No expectations, in 1 file.");
    CHECK(result_of("expect: [qps == 1/s]\n") == "1 expectation holds, in 1 file.");
    CHECK(result_of("expect: [qps == 2/s]\n") == "1 expectation fails, in 1 file.");
    CHECK(result_of("expect: [qps == 1/s, qps == 2/s]\n") == "1 of 2 expectations holds, in 1 file.");
}

TEST_CASE("a strict check lets no own quantity be without a value") {
    const auto file = check_estimate(estimate_of("writes: 1/s\ndefine: {w: 1/0}\n"));
    REQUIRE(file.findings.size() == 1);
    CHECK(file.findings[0].kind == "range");
    CHECK(file.findings[0].text == "`w` has no finite value");
    CHECK_FALSE(passes({file}, Strictness::all));
}

TEST_CASE("what is too large for any number is told, and what follows from an own quantity only once") {
    const auto file = check_estimate(estimate_of("writes: 1/s\ngrowth: 10%\nhorizon: 1e6 years\n"));
    REQUIRE(file.findings.size() == 1);
    CHECK(file.findings[0].kind == "range");
    CHECK(file.findings[0].text.starts_with("out of range: `write_qps`, `qps`"));
}

TEST_CASE("claims that are met exactly hold in spite of rounding") {
    const auto file = check_estimate(
        estimate_of("dau: 10M\nwrites_per_user: 1/day\nobject_size: 1 KB\nretention: 1 year\navailability: 99%\n"
                    "expect: [data >= 3.65 TB, data <= 3.65 TB, nines >= 2, downtime <= 3.65 days]\n"));
    CHECK(all_hold({file}));
}

}  // namespace bote::test::check_test
