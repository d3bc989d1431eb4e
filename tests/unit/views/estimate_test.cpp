#include "bote/views/estimate.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "views/tiers.hpp"

namespace bote::test::estimate_test {
namespace {

const std::string kTinyUrl =
    "name: TinyURL\ndau: 100M\nwrites_per_user: 1/day\nread_write_ratio: 100:1\nobject_size: 500 B\n"
    "retention: 5 years\nreplication: 3\nheadroom: 30%\n";

std::string working_text(const Estimate& estimate, const std::string& name) {
    const auto index = estimate.model.find(name);
    if (!index) return "absent";
    return format(value(estimate, name), estimate.model[*index].display, estimate.model.conventions, kWorkingDigits);
}

std::vector<std::string> headings(const Report& report) {
    std::vector<std::string> titles;
    for (const auto& block : report.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) titles.push_back(heading->text);
    }
    return titles;
}

std::string notes(const Report& report) {
    std::string text;
    for (const auto& block : report.blocks) {
        if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("the head of a page says what is of the launch, what growth makes of what is kept, and what was chosen") {
    // (1.4^5 - 1) / ln 1.4 = 13.01
    const auto growing =
        estimate_of("writes: 1M/day\nobject_size: 2 KB\ngrowth: 40%\nhorizon: 5 years\nretention: 5 years\n");
    const std::string said = notes(describe_estimate(growing, Audience::people, Extent::brief));
    CHECK(contains(said, "Daily counts and new_data are at launch; everything else is 5 years later."));
    CHECK(contains(said, "The last 5 years are kept: as much as 13 years of launch traffic."));
    const auto model = estimate_of(
        "tiers: {llm: {kind: llm, model: llama-3-70b, accelerator: h100, gpus: 4, load: 1/s, prompt_tokens: 10}}\n");
    CHECK(contains(notes(describe_estimate(model, Audience::people, Extent::brief)),
                   "llm: model llama-3-70b, accelerator h100, gpus 4"));
}

TEST_CASE("TinyURL comes out as worked by hand") {
    struct Row {
        std::string name;
        double exact;
        std::string text;
    };
    const double kDay = 86'400;
    const Row rows[] = {
        {"write_qps", 1e8 / kDay, "1.1574k/s"},
        {"read_qps", 1e10 / kDay, "115.74k/s"},
        {"peak_qps", 3 * 1.01e10 / kDay, "350.69k/s"},
        {"retained_objects", 1e8 * 365 * 5, "182.5 billion"},
        {"new_data", 5e10 / kDay, "50 GB/day"},
        {"data", 91.25e12, "91.25 TB"},
        {"filled", 91.25e12 / 0.7, "130.36 TB"},
        {"storage", 91.25e12 / 0.7 * 3, "391.07 TB"},
        {"ingress", 5e10 / kDay, "578.7 KB/s"},
        {"egress", 5e12 / kDay, "57.87 MB/s"},
        {"cache_memory", 1e12, "1 TB"},                         // 10 billion x 20% x 500 B
        {"database_read_qps", 3e10 / kDay * 0.2, "69.444k/s"},  // a fifth of the peak
        {"app.servers", 16, "16"},                              // 350.69k / (32k x 70%) = 15.7
        {"app.machines", 18, "18"},                             // N+2
        {"cache.servers", 8, "8"},                              // 1 TB / 128 GB = 7.8
        {"cache.machines", 10, "10"},
        {"database.servers", 98, "98"},   // 391.07 TB / 4 TB = 97.8
        {"database.machines", 98, "98"},  // its copies are its redundancy
        {"database.shards", 33, "33"},    // 130.36 TB / 4 TB = 32.6
    };
    const auto estimate = estimate_of(kTinyUrl);
    for (const auto& row : rows) {
        CAPTURE(row.name);
        CHECK(value(estimate, row.name) == near(row.exact));
        CHECK(working_text(estimate, row.name) == row.text);
    }
}

TEST_CASE("the resource that decides each tier of TinyURL is named") {
    const auto estimate = estimate_of(kTinyUrl);
    REQUIRE(find_bottleneck(estimate, "app"));
    REQUIRE(find_bottleneck(estimate, "cache"));
    REQUIRE(find_bottleneck(estimate, "database"));
    CHECK(find_bottleneck(estimate, "app")->resource == "requests");
    CHECK(find_bottleneck(estimate, "cache")->resource == "memory");
    CHECK(find_bottleneck(estimate, "database")->resource == "disk");
    CHECK_FALSE(find_bottleneck(estimate_of("dau: 5M\nmau: 10M\n"), "app"));
}

TEST_CASE("a section without numbers is left out") {
    CHECK(headings(describe_estimate(estimate_of("dau: 5M\nmau: 10M\n"), Audience::people)).size() == 1);
    const auto some = headings(describe_estimate(estimate_of("writes: 1M/day\n"), Audience::people));
    CHECK(std::find(some.begin(), some.end(), "Traffic") != some.end());
    CHECK(std::find(some.begin(), some.end(), "Bandwidth") == some.end());
    CHECK(std::find(some.begin(), some.end(), "Cache") == some.end());
    const auto all = headings(describe_estimate(estimate_of(kTinyUrl), Audience::people));
    CHECK(all == std::vector<std::string>{"TinyURL", "Traffic", "Storage", "Bandwidth", "Cache", "Servers", "Decisions",
                                          "Assumed"});
}

TEST_CASE("only the part that the audience reads is filled") {
    const auto estimate = estimate_of(kTinyUrl);
    const auto people = describe_estimate(estimate, Audience::people);
    const auto sheet = describe_estimate(estimate, Audience::sheet);
    const auto program = describe_estimate(estimate, Audience::program);
    CHECK_FALSE(people.blocks.empty());
    CHECK(people.records.rows.empty());
    CHECK_FALSE(sheet.records.rows.empty());
    CHECK(sheet.blocks.empty());
    CHECK(std::holds_alternative<Datum::Object>(program.data.value));
    CHECK(program.blocks.empty());
}

TEST_CASE("every default in use is listed once, a neutral or an unused one never") {
    const auto text = notes(describe_estimate(estimate_of(kTinyUrl), Audience::people));
    for (const auto* wanted : {"peak_factor 3", "hot_fraction 20%", "hit_ratio 80%", "spares 2", "machine constants"}) {
        CAPTURE(wanted);
        CHECK(text.find(wanted) != std::string::npos);
        CHECK(text.find(wanted) == text.rfind(wanted));
    }
    for (const auto* other : {"compression", "metadata_size", "busy_hours", "server.disk_latency"}) {
        CAPTURE(other);
        CHECK(text.find(other) == std::string::npos);
    }
    const auto all = notes(describe_estimate(estimate_of(kTinyUrl), Audience::people, Extent::all));
    CHECK(all.find("server.disk 4 TB") != std::string::npos);
    CHECK(all.find("server.disk 4 TB") == all.rfind("server.disk 4 TB"));
    CHECK(all.find("server.disk_latency") == std::string::npos);
    CHECK(all.find("machine constants") == std::string::npos);
    const auto objects = notes(describe_estimate(
        estimate_of("objects:\n  a: {writes: 1/s, object_size: 1 KB}\n  b: {writes: 1/s, object_size: 1 KB}\n"),
        Audience::people));
    CHECK(objects.find("replication 3") != std::string::npos);
    CHECK(objects.find("replication 3") == objects.rfind("replication 3"));
}

TEST_CASE("an expectation that fails is a line with what it is; the others are counted") {
    const auto estimate = estimate_of(kTinyUrl + "expect: [storage <= 300 TB, dau == 100M]\n");
    const auto lines = failed_expectations(estimate);
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].find("storage <= 300 TB") != std::string::npos);
    CHECK(lines[0].find("391 TB") != std::string::npos);
    CHECK(notes(describe_estimate(estimate, Audience::people)).find("1 of 2 hold") != std::string::npos);
}

TEST_CASE("an expectation that fails by little is told apart from what it asks for") {
    struct Row {
        std::string expectation;  // storage is 391.0714286 TB
        std::string text;
    };
    const Row rows[] = {
        {"storage <= 391 TB", "391.1 TB"},
        {"storage == 391.07 TB", "391.071 TB"},
        {"storage <= 390 TB", "391 TB"},
        {"storage <= 0.39 PB", "391 TB"},  // not 0.391 PB
        {"storage ~ 391 TB within 0.001%", "391.1 TB"},
        {"storage <= 391071.4 GB", "391.07143 TB"},  // in its own unit: 391071 would be too long
        {"300 TB >= storage", "391 TB"},             // what is looked at may stand on the right
        {"391 TB >= storage", "391.1 TB"},
        {"storage <= 0.3 EB / 1000", "391 TB"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.expectation);
        const auto estimate = estimate_of(kTinyUrl + "expect: ['" + row.expectation + "']\n");
        CHECK_FALSE(expectation_holds(estimate, 0));
        CHECK(found_text(estimate, 0) == row.text);
    }
}

TEST_CASE("what is counted in bits is told in bits, whatever its size") {
    // 57.9 MB/s of the README's first file are 463 Mbps.
    const auto estimate = estimate_of(kTinyUrl + "expect: ['egress <= 0.4 Gbps', 'egress <= 1 Mbit/s']\n");
    CHECK(found_text(estimate, 0) == "463 Mbps");
    CHECK(found_text(estimate, 1) == "463 Mbit/s");
}

TEST_CASE("money is written as it is said") {
    const auto estimate = estimate_of(kTinyUrl +
                                      "price.server: $20k/month\nprice.storage: $0.023/GB/month\n"
                                      "expect: [price.server < $1/month, price.server <= $10k/month]\n");
    CHECK(found_text(estimate, 0) == "$20k/month");
    CHECK(found_text(estimate, 1) == "$20k/month");
    const auto& storage = estimate.model[*estimate.model.find("price.storage")];
    CHECK(format(value(estimate, "price.storage"), storage.display, {}) == "$0.023/GB/month");
}

TEST_CASE("conventions that are not the usual ones stand above the answer") {
    const auto report = [](const std::string& conventions) {
        return notes(describe_estimate(estimate_of(kTinyUrl + conventions), Audience::people));
    };
    CHECK(contains(report("conventions: {day: 100000 s, kilo: 1024, year: 12 months}\n"),
                   "Conventions: day 100000 s, year 360 days, kilo 1024\n"));
    CHECK_FALSE(contains(report("conventions: {day: 86400 s, kilo: 1000}\n"), "Conventions"));
    CHECK_FALSE(contains(report(""), "Conventions"));
}

TEST_CASE("of very many inputs the first stand above the answer") {
    std::string yaml = "dau: 1M\nobjects:\n";
    for (int i = 1; i <= 40; ++i)
        yaml += "  kind_" + std::to_string(i) + ": {writes_per_user: 1/day, object_size: 1 KB, retention: 30 days}\n";
    const auto inputs = [&](Extent extent) {
        return std::get<Note>(describe_estimate(estimate_of(yaml), Audience::people, extent).blocks.at(1)).text;
    };
    CHECK(inputs(Extent::brief).size() <= 300);
    CHECK(inputs(Extent::brief).ends_with(" more inputs (--all)"));
    CHECK(contains(inputs(Extent::all), "kind_40: writes_per_user 1/day, object_size 1 KB, retention 30 days"));
}

TEST_CASE("a given result is an override and is marked as given") {
    const auto estimate = estimate_of(kTinyUrl + "storage: 3 PB\n");
    const auto storage = estimate.model[*estimate.model.find("storage")];
    CHECK(storage.origin == Origin::given);
    CHECK(value(estimate, "database.servers") == 750);  // 3 PB / 4 TB
}

}  // namespace bote::test::estimate_test
