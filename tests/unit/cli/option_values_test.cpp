#include "cli/option_values.hpp"

#include <cstdint>
#include <string>
#include <vector>

#include "cli/commands.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::option_values_test {
namespace {

Errors errors_of(const Options& options, std::string_view command) {
    Errors errors;
    check_values(options, *find_command(command), errors);
    return errors;
}

}  // namespace

TEST_CASE("a step is a length of time, under the conventions of the workload") {
    Conventions long_days;
    long_days.day = 100'000;
    CHECK(read_step("6 h", {}) == near(21'600));
    CHECK(read_step("1 day", {}) == near(86'400));
    CHECK(read_step("1 day", long_days) == near(100'000));
    CHECK(read_step("year", {}) == near(31'536'000));
    for (const auto* bad : {"0 s", "-1 h", "5", "2x", "dau", "1/0 * 1 s"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(read_step(bad, {}), InputError);
    }
    CHECK(refusal([] { (void)read_step("dau", {}); }).hint == "write `5 years`");
}

TEST_CASE("a count is a whole number up to a billion, written as in a workload") {
    const auto steps = [](const std::string& value) {
        Options options;
        options.steps = value;
        return read_steps(options).count.value();
    };
    CHECK(steps("100k") == 100'000U);
    CHECK(steps("2") == 2U);
    CHECK(steps("1 billion") == 1'000'000'000U);
    for (const auto* bad : {"1", "2.5", "1.1 billion", "-3", "x", "2x", "3 B"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(steps(bad), InputError);
    }
    CHECK(refusal([&] { (void)steps("2.5"); }).what == "expected a whole number from 2 to a billion");
}

TEST_CASE("a seed is any number of 64 bits, digit for digit") {
    CHECK(read_seed("0") == 0U);
    CHECK(read_seed("18446744073709551615") == UINT64_MAX);
    for (const auto* bad : {"18446744073709551616", "-1", "1.0", "1k", " 1", ""}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(read_seed(bad), InputError);
    }
}

TEST_CASE("a pull is a share, with or without a sign of percent") {
    CHECK(read_pull("20%") == near(0.2));
    CHECK(read_pull("0.3") == near(0.3));
    for (const auto* bad : {"0", "1", "100%", "7", "x", "20 B"}) {
        CAPTURE(bad);
        CHECK_THROWS_AS(read_pull(bad), InputError);
    }
}

TEST_CASE("a request for samples has what the options say, its percentiles in order and once each") {
    Options options;
    options.samples = "50k";
    options.seed = "7";
    options.exact = true;
    options.percentiles = "95, 5,50,5";
    const SampleRequest request = read_request(options);
    CHECK(request.count == 50'000U);
    CHECK(request.seed == 7U);
    CHECK(request.precision == Precision::exact);
    CHECK(request.percentiles == std::vector<double>{0.05, 0.5, 0.95});
    CHECK(read_request({}).count == 0U);
    options.percentiles = "0.05,0.5";
    CHECK(refusal([&] { (void)read_request(options); }).hint == "write `--percentiles 5,50`");
    options.percentiles = "1,2,3,4,5,6,7,8,9,10";
    CHECK_THROWS_AS(read_request(options), InputError);
}

TEST_CASE("steps are by ratio only where the scale says so") {
    Options options;
    CHECK_FALSE(read_steps(options).count.has_value());
    CHECK_FALSE(read_steps(options).by_ratio.has_value());
    options.steps = "20";
    options.scale = "log";
    CHECK(read_steps(options).count == 20U);
    CHECK(read_steps(options).by_ratio == true);
    options.scale = "linear";
    CHECK(read_steps(options).by_ratio == false);
}

TEST_CASE("values that are wrong are told all at once; what only the workload or another command can judge passes") {
    Options options;
    options.profile = "typcal";
    options.color = "red";
    options.samples = "x";
    options.seed = "y";
    options.percentiles = "0";
    options.steps = "1";
    options.step = "0 s";
    options.pull = "7";
    CHECK(errors_of(options, "estimate").size() == 8);
    Options good;
    good.scenario = "whatever the file has";
    good.format = "sarif";
    good.profile = "typical";
    CHECK(errors_of(good, "estimate").empty());
    good.format = "md";
    REQUIRE(errors_of(good, "estimate").size() == 1);
    CHECK(errors_of(good, "estimate").front().hint.text == "did you mean 'markdown'?");
}

}  // namespace bote::test::option_values_test
