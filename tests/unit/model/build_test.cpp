// Workload and model made one graph: what is there, by which formula, from whom.

#include <algorithm>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::build_test {
namespace {

constexpr double kDay = 86'400;

const ModelQuantity& quantity(const Model& model, const std::string& name) {
    const auto index = model.find(name);
    REQUIRE(index);
    return model[*index];
}

std::string formula(const std::string& yaml, const std::string& name) {
    const auto model = model_of(yaml);
    const auto index = model.find(name);
    return std::string(index ? model[*index].formula->text : "absent");
}

Overlay with_day(const std::string& day) {
    Overlay overlay;
    overlay.day = read_option("day=" + day);
    return overlay;
}

}  // namespace

TEST_CASE("what the inputs do not determine is absent, never zero") {
    const auto estimate = estimate_of("writes: 1M/day\n");
    CHECK(value(estimate, "write_qps") == near(1e6 / kDay));
    CHECK(value(estimate, "qps") == near(1e6 / kDay));  // a sum is content with one part
    for (const auto* absent : {"reads", "read_qps", "dau", "data", "storage", "egress", "cache_memory", "cache.servers",
                               "concurrent_users", "horizon"}) {
        CAPTURE(absent);
        CHECK(std::isnan(value(estimate, absent)));
    }
}

TEST_CASE("the first alternative whose inputs are there is taken") {
    struct Row {
        std::string yaml;
        std::string name;
        std::string formula;
    };
    const Row rows[] = {
        {"dau: 1M\nwrites_per_user: 1/day\nread_write_ratio: 10:1\n", "writes", "dau * writer_share * writes_per_user"},
        {"dau: 1M\nwrites_per_user: 1/day\nread_write_ratio: 10:1\n", "reads", "writes * read_write_ratio"},
        {"dau: 1M\nreads_per_user: 1/day\nread_write_ratio: 10:1\n", "reads", "dau * reader_share * reads_per_user"},
        {"dau: 1M\nreads_per_user: 1/day\nread_write_ratio: 10:1\n", "writes", "reads / read_write_ratio"},
        {"reads: 1M/day\nread_write_ratio: 10:1\n", "writes", "reads / read_write_ratio"},
        {"writes: 1M/day\nread_write_ratio: 10:1\n", "reads", "writes * read_write_ratio"},
        {"mau: 5M\nactive_share: 20%\n", "dau", "mau * active_share"},
        {"writes: 1/s\n", "growth_factor", "1"},
        {"writes: 1/s\ngrowth: 10%\nhorizon: 2 years\n", "growth_factor", "(1 + growth) ^ (horizon / 1 year)"},
        {"writes: 1/s\nobject_size: 1 KB\n", "kept_time", "window"},
        {"writes: 1/s\nobject_size: 1 KB\nhorizon: 2 years\n", "window", "min(retention, horizon)"},
        {"writes: 1/s\nobject_size: 1 KB\n", "ingress", "sum(write_qps * upload_size, read_qps * request_size)"},
        {"written: 1 MB/s\n", "ingress", "written * growth_factor"},
        {"reads: 1/s\nobject_size: 1 KB\n", "cache_memory", "cache_demand * memory_factor"},
        {"reads: 1/s\nobject_size: 1 KB\nexisting: 5\n", "cache_memory", "min(cache_demand, data) * memory_factor"},
        {"reads: 1/s\nwrites: 1/s\n", "server.rps", "server.cores * server.rps_per_core"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.yaml, row.name);
        CHECK(formula(row.yaml, row.name) == row.formula);
    }
}

TEST_CASE("given, default and computed quantities are told apart") {
    const auto model = model_of("writes: 1M/day\nobject_size: 1 KB\nstorage: 3 PB\n");
    CHECK(quantity(model, "writes").origin == Origin::given);
    CHECK(quantity(model, "storage").origin == Origin::given);
    CHECK(quantity(model, "peak_factor").origin == Origin::assumed);
    CHECK_FALSE(quantity(model, "peak_factor").neutral);
    CHECK(quantity(model, "compression").neutral);
    CHECK(quantity(model, "write_qps").origin == Origin::computed);
    CHECK(name_of(Origin::given) == "given");
    CHECK(name_of(Origin::assumed) == "default");
    CHECK(name_of(Origin::computed) == "computed");
}

TEST_CASE("a quantity stands behind all that its formula reads") {
    const auto model = model_of(
        "objects:\n  a: {writes: b.reads * 2, object_size: 1 KB}\n  b: {reads: 5/s, read_size: 1 KB}\n"
        "define: {first: then + 1, then: a.writes / b.reads}\n");
    for (const QuantityIndex i : model.quantities.indices()) {
        CAPTURE(model[i].name);
        for (const auto& name : model[i].names) CHECK(name.quantity < i);
        CHECK(model.find(model[i].name) == i);
    }
    CHECK(model.objects == std::vector<std::string>{"a", "b"});
}

TEST_CASE("a policy at the top level is the default of every object that does not give it") {
    const auto estimate = estimate_of(
        "retention: 1 year\nreplication: 2\nobjects:\n"
        "  a: {writes: 1/s, object_size: 1 KB}\n"
        "  b: {writes: 1/s, object_size: 1 KB, retention: 2 years}\n");
    CHECK(value(estimate, "a.retention") == 365 * kDay);
    CHECK(value(estimate, "b.retention") == 2 * 365 * kDay);
    CHECK(value(estimate, "a.replication") == 2);
    CHECK(value(estimate, "b.headroom") == 0.3);
    CHECK(quantity(estimate.model, "a.retention").inherited);
    CHECK_FALSE(quantity(estimate.model, "b.retention").inherited);
    CHECK(value(estimate, "data") == near(3 * 365 * kDay * 1000));
}

TEST_CASE("a policy's formula at the top level is read at the top level") {
    // `writes` there is the sum over the objects: 3 a second.
    const auto estimate = estimate_of("peak_factor: writes * 1 s\nobjects:\n  a: {writes: 1/s}\n  b: {writes: 2/s}\n");
    CHECK(value(estimate, "a.peak_factor") == near(3));
    CHECK(value(estimate, "b.peak_write_qps") == near(6));
}

TEST_CASE("a total is the sum of its parts; given, it is shared out among them") {
    const std::string yaml = "objects:\n  a: {writes: 1/s, object_size: 1 KB}\n  b: {writes: 2/s}\n";
    const auto estimate = estimate_of(yaml);
    CHECK(value(estimate, "writes") == 3);
    CHECK(value(estimate, "a.writes") == 1);
    CHECK(value(estimate, "data") == value(estimate, "a.data"));  // b has no size
    CHECK(std::isnan(value(estimate, "b.data")));
    const auto given = estimate_of(yaml + "storage: 1 PB\n");
    CHECK(value(given, "storage") == 1e15);
    CHECK(value(given, "a.storage") == near(1e15));
    CHECK(value(given, "database.by_disk") == 250);
    CHECK(quantity(given.model, "storage").origin == Origin::given);
}

TEST_CASE("a bare name means the nearest quantity of that name") {
    const auto estimate = estimate_of(
        "dau: 100\nobjects:\n  a: {writes: dau * 1/s, reads: writes * 2}\n  b: {writes: a.writes * 10%}\n"
        "define: {total: writes, posts: 7, three: 100 / posts}\n");
    CHECK(value(estimate, "a.reads") == 200);  // its own writes
    CHECK(value(estimate, "b.writes") == near(10));
    CHECK(value(estimate, "total") == near(110));        // the sum, at the top level
    CHECK(value(estimate, "three") == near(100.0 / 7));  // an own quantity wins over the counting word
}

TEST_CASE("own quantities name each other in any order and take the dimension of their formula") {
    const auto estimate =
        estimate_of("writes: 1/s\ndefine:\n  b [KB]: a * 2\n  a: 500 B\n  c: writes * 3\n  e: 2 users\n");
    CHECK(value(estimate, "b") == 1000);
    CHECK(quantity(estimate.model, "a").display.dimension == kByte);
    CHECK(quantity(estimate.model, "c").display.dimension == kCount / kSecond);
    CHECK(quantity(estimate.model, "e").display.dimension == kCount);
    CHECK(quantity(estimate.model, "a").definition == nullptr);
}

TEST_CASE("an option replaces a value of the file, a profile a default of the model") {
    const std::string yaml = "dau: 1M\nwrites_per_user: 1/day\nserver: {rps: 5k/s}\n";
    CHECK(value(estimate_of(yaml, options({"dau=2M"})), "writes") == near(2e6 / kDay));
    CHECK(value(estimate_of(yaml, options({"dau=2M", "dau=3M"})), "dau") == 3e6);
    CHECK(value(estimate_of(yaml, options({"server.rps=1k/s"})), "app.rps") == 1000);
    Overlay profile;
    profile.profile = load_workload(make_source("p", "server: {rps: 100k/s, disk: 2 TB}\n")).settings;
    for (auto& setting : profile.profile) setting.layer = Layer::profile;
    const auto estimate = estimate_of(yaml, profile);
    CHECK(value(estimate, "server.rps") == 5000);  // the file says more than the profile
    CHECK(value(estimate_of("writes: 1/s\n", profile), "server.rps") == 1e5);
    CHECK(quantity(estimate_of("writes: 1/s\n", profile).model, "server.rps").origin == Origin::assumed);
}

TEST_CASE("an overlay may complete a file or displace a part of it without making it wrong") {
    const std::string complete = "dau: 1M\nwrites_per_user: 1/day\n";
    CHECK(errors_of(complete, options({"writes=5/s"})) == std::vector<std::string>{});
    CHECK(errors_of("writes_per_user: 1/day\n", options({"dau=1M"})) == std::vector<std::string>{});
    CHECK(model_of("writes_per_user: 1/day\n").waiting.size() == 1);
    const auto unused = errors_of(complete, options({"reads_per_user=1/day", "concurrent_share=10%"}));
    CHECK(unused == std::vector<std::string>{});
    CHECK(errors_of("writes: 1/s\n", options({"concurrent_share=10%"})).size() == 1);
    CHECK(contains(errors_of("writes: 1/s\n", options({"dua=5"})).front(), "did you mean 'dau'"));
}

TEST_CASE("conventions change every unit that follows them, the command line's day last") {
    const std::string yaml = "writes: 1M/day\nobject_size: 1 KB\nretention: 1 year\n";
    CHECK(value(estimate_of(yaml), "write_qps") == near(1e6 / kDay));
    CHECK(value(estimate_of(yaml, with_day("100000 s")), "write_qps") == near(10));
    CHECK(value(estimate_of(yaml + "conventions: {day: 50000 s}\n"), "write_qps") == near(20));
    CHECK(value(estimate_of(yaml + "conventions: {day: 50000 s}\n", with_day("100000 s")), "write_qps") == near(10));
    // A year stays 365 days, a month 30, unless they are given themselves.
    CHECK(value(estimate_of(yaml + "conventions: {day: 100000 s}\n"), "retention") == near(36.5e6));
    CHECK(value(estimate_of(yaml + "conventions: {year: 12 months, month: 2.5M s}\n"), "retention") == near(30e6));
    CHECK(value(estimate_of(yaml + "conventions: {kilo: 1024}\n"), "object_size") == 1024);
    CHECK(value(estimate_of(yaml), "data") == near(365e9));
    CHECK(value(estimate_of(yaml + "conventions: {day: 100000 s}\n"), "data") == near(365e9));
}

TEST_CASE("a convention is a plain value that makes sense") {
    struct Row {
        std::string yaml;
        std::string place;
        std::string says;
    };
    const Row rows[] = {
        {"dya: 5 s", "1:15", "did you mean 'day'?"},
        {"day: 5", "1:20", "expected a duration"},
        {"day: 0 s", "1:20", "greater than zero"},
        {"day: -5 s", "1:20", "greater than zero"},
        {"kilo: 1000 B", "1:21", ""},
        {"kilo: 500", "1:21", "1000 or 1024"},
        {"day: dau * 1 s", "1:20", "plain value"},
        {"day: 20 to 24 h", "1:20", "not a range"},
        {"day: 'uniform(1 h, 2 h)'", "1:21", "not a range"},
        {"year: 1 / 0 * 1 s", "1:21", "greater than zero"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.yaml);
        const auto errors = errors_of("conventions: {" + row.yaml + "}\nwrites: 1/s\n");
        REQUIRE_FALSE(errors.empty());
        CAPTURE(errors.front());
        CHECK(errors.front().starts_with(row.place + ": "));
        CHECK(contains(errors.front(), row.says));
    }
}

TEST_CASE("the order of the keys changes nothing") {
    std::vector<std::string> lines = {"dau: 1M",           "writes_per_user: 2/day", "reads_per_user: 5/day",
                                      "object_size: 1 KB", "retention: 1 year",      "growth: 10%",
                                      "horizon: 2 years"};
    const auto text = [&] {
        std::string yaml;
        for (const auto& line : lines) yaml += line + "\n";
        return yaml;
    };
    const auto first = estimate_of(text());
    std::sort(lines.begin(), lines.end());
    for (int i = 0; i < 50 && std::next_permutation(lines.begin(), lines.end()); ++i) {
        const auto other = estimate_of(text());
        REQUIRE(other.model.quantities.size() == first.model.quantities.size());
        for (const auto& each : first.model.quantities) CHECK(value(other, each.name) == value(first, each.name));
    }
}

}  // namespace bote::test::build_test
