// What the commands answer agrees with the estimate that somebody would get by hand from the same changes.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "project/project_files.hpp"
#include "properties/any_estimate.hpp"

namespace bote::test::answer_properties_test {
namespace {

using nlohmann::json;

std::string exact(double number) { return fmt::format("{:.17g}", number); }

Estimate with_users(const std::string& yaml, double dau) { return estimate_of(yaml, options({"dau=" + exact(dau)})); }

}  // namespace

TEST_CASE("a workload compared with itself has no difference") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        const auto difference = asked(yaml, {"compare", "file", "file"})["difference"];
        CHECK(difference["ratio"].get<double>() == 1);
        CHECK(difference["factors"].empty());
    });
}

TEST_CASE("the factors of a comparison multiply to its ratio") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        const auto difference = asked(
            yaml, {"compare", "file", "--set", "dau=77M", "--set", "app.target=50%", "--by", "peak_qps"})["difference"];
        double product = 1;
        for (const auto& factor : difference["factors"]) product *= factor["ratio"].get<double>();
        CHECK(product == near(difference["ratio"].get<double>(), kAlmostSame));
    });
}

TEST_CASE("a comparison's ratio is that of the two estimates") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        const auto difference = asked(yaml, {"compare", "file", "--set", "dau=77M", "--by", "peak_qps"})["difference"];
        CHECK(difference["ratio"].get<double>() ==
              near(value(with_users(yaml, 77e6), "peak_qps") / value(estimate, "peak_qps"), kSame));
    });
}

TEST_CASE("what is solved for holds, and a little beyond it no longer does") {
    std::size_t ends = 0;
    for_each_estimate([&](const std::string& yaml, const Estimate& estimate) {
        const double limit = 2 * value(estimate, "peak_qps");
        const auto solved = asked(yaml, {"solve", "file", "dau", "peak_qps <= " + exact(limit) + "/s"});
        for (const auto& stretch : solved["stretches"]) {
            if (!stretch.contains("to")) continue;
            const double end = stretch["to"].get<double>();
            CHECK(value(with_users(yaml, end), "peak_qps") <= limit * (1 + kSame));
            CHECK(value(with_users(yaml, end * (1 + 1e-6)), "peak_qps") > limit);
            ++ends;
        }
    });
    CHECK(ends > 0);
}

TEST_CASE("a whole number that is solved for is the last that holds") {
    std::size_t ends = 0;
    for_each_estimate([&](const std::string& yaml, const Estimate& estimate) {
        const double servers = value(estimate, "app.servers");
        if (!std::isfinite(servers) || servers < 1) return;
        const auto solved = asked(yaml, {"solve", "file", "dau", "app.servers <= " + exact(servers + 1)});
        for (const auto& stretch : solved["stretches"]) {
            if (!stretch.contains("to")) continue;
            const double end = stretch["to"].get<double>();
            CHECK(value(with_users(yaml, end), "app.servers") <= servers + 1);
            CHECK(value(with_users(yaml, end * (1 + 1e-9)), "app.servers") > servers + 1);
            ++ends;
        }
    });
    CHECK(ends > 0);
}

TEST_CASE("a row of a sweep is the estimate with its value") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        const auto sweep = asked(yaml, {"sweep", "file", "dau=1M..400M", "peak_qps", "--steps", "3"});
        for (const auto& row : sweep["rows"]) {
            const auto other = with_users(yaml, row["input"].get<double>());
            CHECK(row["values"]["peak_qps"].get<double>() == near(value(other, "peak_qps"), kSame));
        }
    });
}

TEST_CASE("both ends of a driver are the estimates with these values") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        const auto drivers = asked(yaml, {"drivers", "file", "peak_qps", "--samples", "64"});
        for (const auto& driver : drivers["drivers"]) {
            if (driver["input"].get<std::string>() != "dau") continue;
            for (const std::string end : {"from", "to"}) {
                const auto other = with_users(yaml, driver[end].get<double>());
                CHECK(driver["at_" + end].get<double>() == near(value(other, "peak_qps"), kSame));
            }
        }
    });
}

TEST_CASE("a moment of a timeline is the estimate with its horizon") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        const auto timeline = asked(yaml, {"timeline", "file", "peak_qps", "storage", "--until", "3 years"});
        for (const auto& moment : timeline["moments"]) {
            const double time = moment["time"].get<double>();
            if (time == 0) continue;
            const auto other = estimate_if_any(yaml, options({"horizon=" + exact(time) + " s"}));
            if (!other) continue;
            for (const auto& [name, datum] : moment["values"].items()) {
                CAPTURE(name, time);
                CHECK(datum.get<double>() == near(value(*other, name), kAlmostSame));
            }
        }
    });
}

TEST_CASE("a crossing of a timeline is where the decision changes") {
    constexpr double kMillisecond = 1e-3;
    std::size_t crossings = 0;
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        const std::string growing = with_line(yaml, "growth", "90%");
        if (!estimate_if_any(growing)) return;
        const auto decisions_at = [&](double time) {
            return asked(growing, {"estimate", "file", "--set", "horizon=" + exact(time) + " s", "--samples",
                                   "1"})["summary"]["decisions"];
        };
        const auto timeline = asked(growing, {"timeline", "file", "--until", "4 years"});
        for (const auto& moment : timeline["moments"]) {
            for (const auto& crossing : moment["crossings"]) {
                const auto text = crossing["text"].get<std::string>();
                if (text.front() == '`' || text.find("bound by") != std::string::npos) continue;  // no decision
                const double at = crossing["time"].get<double>();
                CAPTURE(text, at);
                const double slack = at * 1e-6 + kMillisecond;  // of four years
                CHECK(decisions_at(std::max(at / 2, at - slack)) != decisions_at(at + slack));
                ++crossings;
            }
        }
    });
    CHECK(crossings > 0);
}

TEST_CASE("bare answers are those of the page") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        const auto answers = asked(yaml, {"value", "file", "peak_qps", "storage"})["quantities"];
        for (const std::string name : {"peak_qps", "storage"})
            CHECK(answers[name]["value"].get<double>() == value(estimate, name));
    });
}

TEST_CASE("CSV, TSV and JSON carry the same numbers of any workload") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        for (const auto& [format, separator] : {std::pair{"csv", ','}, std::pair{"tsv", '\t'}}) {
            Environment environment;
            environment.read_input = [&](std::size_t) { return yaml; };
            const auto outcome = run({"estimate", "-", "--samples", "1", "--format", format}, environment);
            std::size_t rows = 0;
            for (const auto& line : lines_of(outcome.out)) {
                const auto cells = split(line.text, separator);  // scenario, quantity, value
                if (cells.size() < 3 || !cells[0].empty() || !estimate.model.find(cells[1])) continue;
                CAPTURE(format, line.text);
                const double wanted = value(estimate, cells[1]);
                const double number = std::strtod(std::string(cells[2]).c_str(), nullptr);
                if (cells[2].empty()) CHECK_FALSE(std::isfinite(wanted));
                else CHECK(number == near(wanted, kSame));
                ++rows;
            }
            CHECK(rows > 20);
        }
    });
}

}  // namespace bote::test::answer_properties_test
