#include "bote/engine/bounds.hpp"

#include <string>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::bounds_test {

TEST_CASE("a given value outside of its bounds is an error at its place") {
    struct Row {
        std::string line;
        std::string says;
    };
    const Row rows[] = {
        {"replication: 0.5", "at least 1"},
        {"headroom: 100%", "below 100%"},
        {"headroom: 120%", "below 100%"},
        {"headroom: -10%", "negative"},
        {"compression: 0.5", "at least 1"},
        {"retention: 0", "above 0"},
        {"retention: -1 year", ""},
        {"server.rps: 0", "above 0"},
        {"spares: -1", "negative"},
        {"spares: 1.5", "whole number"},
        {"peak_factor: 0", "above 0"},
        {"busy_hours: 25 h", "at most 1 day"},
        {"busy_hours: 0", "above 0"},
        {"object_size: -5 KB", "negative"},
        {"hit_ratio: 101%", "at most 100%"},
        {"hot_fraction: -1%", "negative"},
        {"app.target: 0%", "above 0%"},
        {"mau: 0.5", "less than one"},
        {"existing: -1", "negative"},
        {"storage: -1 PB", "negative"},
        {"peak_factor: 1 / 0", "out of range"},
        {"peak_factor: 0 / 0", "out of range"},
        {"peak_factor: 1e300 * 1e300", "out of range"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.line);
        const bool size = row.line.starts_with("object_size");
        const auto errors =
            errors_of(row.line + "\nwrites: 1/s\nreads: 1/s\ndau: 1M\n" + (size ? "" : "object_size: 1 KB\n"));
        REQUIRE_FALSE(errors.empty());
        CAPTURE(errors.front());
        CHECK(errors.front().starts_with("1:" + std::to_string(row.line.find(": ") + 3) + ": "));
        CHECK(contains(errors.front(), row.says));
    }
}

TEST_CASE("a value at the end of its bounds is allowed where the end is") {
    for (const auto* line : {"replication: 1", "headroom: 0%", "headroom: 99%", "busy_hours: 1 day", "busy_hours: 24 h",
                             "spares: 0", "hit_ratio: 100%", "hit_ratio: 0%", "index_overhead: 300%", "existing: 0",
                             "metadata_size: 0", "app.target: 100%", "growth: 300%\nhorizon: 1 year",
                             "growth: -50%\nhorizon: 1 year", "hit_ratio: 60% + 40%", "mau: 1"}) {
        CAPTURE(line);
        CHECK(errors_of(std::string(line) + "\nwrites: 1/s\nreads: 1/s\ndau: 1M\nobject_size: 1 KB\n") ==
              std::vector<std::string>{});
    }
    CHECK(errors_of("writes: 0/s\nobject_size: 1 KB\n") == std::vector<std::string>{});
    CHECK(errors_of("dau: 0\nwrites_per_user: 1/day\n") == std::vector<std::string>{});
}

TEST_CASE("every value out of its bounds is told at once") {
    CHECK(errors_of("writes: 1/s\nobject_size: -1 KB\nreplication: 0.5\nheadroom: 100%\n").size() == 3);
}

}  // namespace bote::test::bounds_test
