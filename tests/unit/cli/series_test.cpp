#include "cli/series.hpp"

#include <string>
#include <vector>

#include "cli/asked.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::series_test {
namespace {

/// `shop.yaml` with two objects, a tier and two scenarios: four parts, three times.
struct Shop {
    Shop() : working(scratch.path()) {
        write_text("shop.yaml",
                   "name: Shop\n"
                   "objects:\n"
                   "  order: {writes: 10/s}\n"
                   "  image: {writes: 5/s}\n"
                   "tiers:\n"
                   "  queue: {load: order.write_qps}\n"
                   "scenarios:\n"
                   "  sale: {order.writes: 20/s}\n"
                   "  storm: {order.writes: 100/s}\n"
                   "expect:\n"
                   "  - write_qps <= 30/s\n");
    }
    ScratchFolder scratch;
    WorkingFolder working;
};

Environment with_room_for(std::size_t most) {
    Environment environment;
    environment.most_at_once = most;
    return environment;
}

bool streams(const std::string& line) { return can_stream(Asked(line).setting); }

}  // namespace

TEST_CASE("a series is the file as it is written and each of its scenarios, or the one that is named") {
    const Shop shop;
    const Asked all("shop.yaml");
    const Series series("shop.yaml", all.setting);
    REQUIRE(series.size() == 3);
    CHECK(series.compute(0).name.empty());
    CHECK(value(series.compute(0).estimate, "write_qps") == near(15));
    CHECK(series.compute(1).name == "sale");
    CHECK(value(series.compute(1).estimate, "write_qps") == near(25));
    CHECK(series.compute(2).name == "storm");
    CHECK(value(series.compute(2).estimate, "write_qps") == near(105));
    CHECK(series.compute_all().size() == 3);
    const Asked one("shop.yaml --scenario storm");
    const Series named("shop.yaml", one.setting);
    CHECK(named.size() == 1);
    CHECK(value(named.compute(0).estimate, "write_qps") == near(105));
}

TEST_CASE("a series is large where all of its scenarios together have more parts than are kept at once") {
    const Shop shop;
    // The workload, two objects and a tier, in three versions: 12.
    const Asked fits("shop.yaml", with_room_for(12));
    CHECK_FALSE(Series("shop.yaml", fits.setting).is_large());
    const Asked large("shop.yaml", with_room_for(11));
    const Series series("shop.yaml", large.setting);
    CHECK(series.is_large());
    const auto refused = refusal([&] { (void)series.compute_all(); });
    CHECK(refused.what == "2 scenarios of 3 objects and tiers are too many for one page");
    const Asked alone("shop.yaml --scenario sale", with_room_for(1));
    CHECK_FALSE(Series("shop.yaml", alone.setting).is_large());
}

TEST_CASE("formats of records and of data are written scenario by scenario, pages and parts of them are not") {
    CHECK(streams("shop.yaml --format csv"));
    CHECK(streams("shop.yaml --format tsv"));
    CHECK(streams("shop.yaml --format json"));
    CHECK_FALSE(streams("shop.yaml --format markdown"));
    CHECK_FALSE(streams("shop.yaml --format html"));
    CHECK_FALSE(streams("shop.yaml --format csv --section traffic"));
    CHECK_FALSE(streams("shop.yaml --format csv --chart machines"));
    CHECK_FALSE(streams("check shop.yaml --format sarif"));
}

TEST_CASE("a series that is written piece by piece is the same text as the whole, and ends where nobody reads on") {
    const Shop shop;
    for (const std::string format : {"csv", "json"}) {
        CAPTURE(format);
        const Asked asked("shop.yaml --format " + format);
        const Series series("shop.yaml", asked.setting);
        const std::string whole =
            asked.setting.format.render(describe_page(series.compute_all(), asked.setting.audience, asked.setting), {});
        const Outcome kept = stream(series, asked.setting);
        CHECK(kept.out == whole);
        CHECK(kept.err.find("shop.yaml: warning: storm: ") == 0);

        Asked taken("shop.yaml --format " + format);
        std::string written;
        taken.setting.write = [&](std::string_view text) {
            written += text;
            return true;
        };
        CHECK(stream(series, taken.setting).out.empty());
        CHECK(written == whole);
        std::size_t pieces = 0;
        taken.setting.write = [&](std::string_view) { return ++pieces < 2; };
        stream(series, taken.setting);
        CHECK(pieces == 2);
    }
}

TEST_CASE("twenty warnings are shown, then how many more there are") {
    const auto described = [](std::size_t count) {
        return lines_of(describe_warnings(std::vector<std::string>(count, "a warning\n")));
    };
    CHECK(described(0).empty());
    CHECK(described(20).size() == 20);
    CHECK(described(20).back().text == "a warning");
    CHECK(described(21).size() == 21);
    CHECK(described(21).back().text == "1 more warning");
    CHECK(described(25).size() == 21);
    CHECK(described(25).back().text == "5 more warnings");
}

TEST_CASE("scenarios share the work that samples of ranges may take, and each has a thousand of them") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    const auto samples_with = [](int scenarios) {
        std::string yaml =
            "dau: 1M to 300M\nwrites_per_user: 0.1/day to 90/day\nobject_size: 1 B to 9 MB\n"
            "retention: 1 day to 9 years\nscenarios:\n";
        for (int i = 0; i < scenarios; ++i) yaml += "  s" + std::to_string(i) + ": {replication: 2}\n";
        write_text("ranges.yaml", yaml);
        const Asked asked("ranges.yaml");
        return Series("ranges.yaml", asked.setting).compute(1).estimate.uncertainty->samples.count;
    };
    const auto one = samples_with(1);
    const auto many = samples_with(300);
    const auto very_many = samples_with(2000);
    CHECK(many < one);
    CHECK(very_many >= 1000);
    CHECK(very_many <= many);
}

}  // namespace bote::test::series_test
