#include "cli/progress.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::progress_test {
namespace {

/// Somebody at a terminal, and a clock that a test sets.
struct Terminal {
    Terminal() {
        environment.clock = [this] { return now; };
        environment.show_progress = [this](std::string_view line) { shown.emplace_back(line); };
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;

    double now = 100;
    std::vector<std::string> shown;
    Environment environment;
};

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("progress is told after half a second, then every tenth of one, and taken away in the end") {
    Terminal terminal;
    {
        Progress progress(terminal.environment, "samples");
        const auto reach_at = [&](double time, double done) {
            terminal.now = time;
            progress.reach(done, 200);
        };
        reach_at(100.0, 10);
        reach_at(100.49, 20);
        CHECK(terminal.shown.empty());
        reach_at(100.5, 59);  // 29.5%
        reach_at(100.59, 70);
        reach_at(100.625, 100);
        reach_at(100.7, 110);
        reach_at(110, 200);
        CHECK(terminal.shown == Lines{"samples: 29%", "samples: 50%", "samples: 100%"});
    }
    CHECK(terminal.shown.back().empty());
    CHECK(terminal.shown.size() == 4);
}

TEST_CASE("what was never shown is not taken away") {
    Terminal terminal;
    {
        Progress progress(terminal.environment, "samples");
        progress.reach(1, 2);
    }
    CHECK(terminal.shown.empty());
}

TEST_CASE("where nobody looks on no clock is read") {
    Environment environment;
    std::size_t reads = 0;
    environment.clock = [&] { return static_cast<double>(++reads); };
    {
        Progress progress(environment, "samples");
        progress.reach(1, 2);
    }
    CHECK(reads == 0);
}

}  // namespace bote::test::progress_test
