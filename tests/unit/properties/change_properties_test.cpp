// A change is a change, whichever way it is made: by an option, in the file, in a scenario.

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "project/project_files.hpp"
#include "properties/any_estimate.hpp"

namespace bote::test::change_properties_test {
namespace {

struct Line {
    std::string key;
    std::string text;
};

const std::vector<Line>& changes() {
    static const std::vector<Line> kChanges{{"dau", "77M"},
                                            {"horizon", "4 years"},
                                            {"zones", "4"},
                                            {"server.rps", "7k/s"},
                                            {"server.disk", "3 TB"},
                                            {"latency", "3 to 40 ms"},
                                            {"spares", "5"},
                                            {"server.availability", "99.97%"},
                                            {"price.egress", "$0.03/GB"}};
    return kChanges;
}

/// The first value that each of the lines of the top level gives.
std::vector<Line> given_lines(const std::string& yaml) {
    static const std::regex kGiven("^([a-z_.]+): ([^{]+)$");
    std::vector<Line> lines;
    for (const auto& line : lines_of(yaml)) {
        std::smatch match;
        if (std::regex_match(line.text, match, kGiven)) lines.push_back({match[1], match[2]});
    }
    return lines;
}

}  // namespace

TEST_CASE("--set says the same as the line in the file") {
    std::size_t compared = 0;
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        for (const auto& [key, text] : changes()) {
            const bool nested = yaml.find(key.substr(0, key.find('.')) + ": {") != std::string::npos;
            if (nested) continue;  // the line would stand beside the map
            CAPTURE(key);
            const auto written = estimate_if_any(with_line(yaml, key, text));
            const auto set = estimate_if_any(yaml, options({key + "=" + text}));
            CHECK(written.has_value() == set.has_value());
            if (!written || !set) continue;
            check_same(*written, *set);
            ++compared;
        }
    });
    CHECK(compared > 3 * tried_workloads());
}

TEST_CASE("--set of what the file says changes nothing") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        for (const auto& [key, text] : given_lines(yaml)) {
            CAPTURE(key);
            check_same(estimate, estimate_of(yaml, options({key + "=" + text})));
        }
    });
}

TEST_CASE("the last of two changes to the same value counts") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        check_same(estimate_of(yaml, options({"dau=3M"})), estimate_of(yaml, options({"dau=900M", "dau=3M"})));
    });
}

TEST_CASE("the order of changes to different values does not matter") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        const auto one = estimate_if_any(yaml, options({"dau=3M", "spares=4", "app.target=50%"}));
        if (!one) return;
        check_same(*one, estimate_of(yaml, options({"app.target=50%", "spares=4", "dau=3M"})));
    });
}

TEST_CASE("--set takes a formula that names the value of another quantity") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        const double dau = value(estimate, "dau");
        const auto tripled = estimate_of(yaml, options({"dau=" + std::to_string(3 * dau)}));
        check_same(tripled, estimate_of(yaml, options({"dau=" + std::to_string(dau) + " * sum(1, 2)"})));
    });
}

TEST_CASE("a scenario is the file with its changes") {
    std::size_t compared = 0;
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        const auto workload = workload_of(yaml);
        for (const auto& scenario : workload.scenarios) {
            Overlay overlay;
            overlay.options = scenario.settings;
            const auto changed = estimate_if_any(yaml, overlay);
            if (!changed) continue;
            CAPTURE(scenario.name.text);
            const auto found = asked(yaml, {"estimate", "file", "--scenario", scenario.name.text, "--samples", "1"});
            for (const auto& [name, datum] : found["quantities"].items()) {
                CAPTURE(name);
                CHECK(datum["value"].get<double>() == near(value(*changed, name), kSame));
                ++compared;
            }
        }
    });
    CHECK(compared > 100);
}

TEST_CASE("an own quantity that nothing rests on changes no other value") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        const auto found = asked(yaml, {"estimate", "file", "--define", "unused=3 * dau", "--samples", "1"});
        CHECK(found["quantities"]["unused"]["value"].get<double>() == near(3 * value(estimate, "dau"), kSame));
        for (const auto& [name, datum] : found["quantities"].items()) {
            CAPTURE(name);
            if (name != "unused") CHECK(datum["value"].get<double>() == near(value(estimate, name), kSame));
        }
    });
}

TEST_CASE("twice all prices are twice the cost") {
    std::size_t priced = 0;
    const std::vector<std::string> once{"price.server=$100/month", "price.storage=$0.02/GB/month",
                                        "price.egress=$0.05/GB", "price.request=$0.4 / 1 million"};
    const std::vector<std::string> twice{"price.server=$200/month", "price.storage=$0.04/GB/month",
                                         "price.egress=$0.1/GB", "price.request=$0.8 / 1 million"};
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        if (yaml.find("price.disk") != std::string::npos) return;
        const auto before = estimate_if_any(yaml, options(once));
        const auto after = estimate_if_any(yaml, options(twice));
        REQUIRE(before.has_value() == after.has_value());
        if (!before || !before->model.find("cost")) return;
        CHECK(value(*after, "cost") == near(2 * value(*before, "cost"), kSame));
        ++priced;
    });
    CHECK(priced > 0);
}

}  // namespace bote::test::change_properties_test
