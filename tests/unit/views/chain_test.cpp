#include "bote/views/chain.hpp"

#include <string>

#include <fmt/format.h>

#include "bote/model/embedded.hpp"
#include "bote/views/explain.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::chain_test {
namespace {

std::string line(const Estimate& estimate, const std::string& name, Arithmetic arithmetic = Arithmetic::exact) {
    const Working working = make_working(estimate);
    const auto index = estimate.model.find(name);
    REQUIRE(index);
    return chain_text(find_chain(working, *index, arithmetic));
}

Estimate preset(std::string_view name) {
    for (const auto& each : embedded_presets()) {
        if (each.name == name) return estimate_of(std::string(each.text));
    }
    return {};
}

/// Without what is done only to one of the two workings: 1.2 is rounded up, 1 is not.
auto steps_in(const std::vector<Link>& links) {
    return std::count_if(links.begin(), links.end(), [](const Link& each) { return each.operation != "rounded up"; });
}

}  // namespace

TEST_CASE("the line of the worked example is that of the checklist") {
    const auto estimate = preset("whiteboard");
    CHECK(line(estimate, "storage") ==
          "400M writes a day x 300 B = 120 GB a day, x 5 years (1,825 days) = 219 TB, / 80% = 274 TB, x 2 copies = "
          "548 TB");
    CHECK(line(estimate, "database.servers", Arithmetic::whiteboard) ==
          "400M writes a day x 300 B = 120 GB a day, x 5 years (1,825 days) = about 200 TB, / 80% = 250 TB, x 2 copies "
          "= 500 TB, / 4 TB = 125 servers");
}

TEST_CASE("a line follows the largest part and adds the others") {
    // 12.5 billion / 86,400 = 144,676; x 3 = 434,028; writes 750M / 86,400 x 3 = 26,042; a tenth and a
    // twentieth more, of whose reads a CDN answers 90%: 4,340 + 2,604 and 2,170 + 1,302
    CHECK(line(preset("twitter"), "app.servers") ==
          "250M users x 50 a day = 12.5 billion reads a day, / 86,400 s = 145k/s, x 3 at the peak = 434k/s, + 26k/s of "
          "writes = 460k/s, + 6.94k/s of image + 3.47k/s of video = 470k/s, / (8k/s x 70%) = 84, rounded up = 85 "
          "servers");
}

TEST_CASE("of shares in series the worst comes first, and downtime is what is left to 100%") {
    // 99% * 99.9% = 98.901%; 1.099% of 8,760 h are 96.27 h.
    const auto estimate = estimate_of("app: {availability: 99%}\ndependency_availability: 99.9%\n");
    CHECK(line(estimate, "availability") == "99% x 99.9% = 98.9%");
    CHECK(line(estimate, "downtime") == "99% x 99.9% = 98.9%, subtracted from 100%, x 1 year = 4.01 days");
    CHECK(line(estimate_of("availability: 99.9%\n"), "downtime") == "99.9% subtracted from 100%, x 1 year = 8.76 h");
}

TEST_CASE("spares are added to the servers, however few these are") {
    // 400M requests a day and three times that at the peak: 13.9k/s of 32k/s x 70% a server
    CHECK(line(estimate_of("reads: 400M/day\nread_size: 1 KB\nspares: 2\n"), "app.machines") ==
          "400M reads a day / 86,400 s = 4.63k/s, x 3 at the peak = 13.9k/s, / (32k/s x 70%) = 0.62, rounded up = 1 "
          "server, + 2 of spares = 3 servers");
}

TEST_CASE("a rate given a second stays one") {
    CHECK(line(estimate_of("writes: 300/s\nobject_size: 1 KB\n"), "ingress") == "300/s x 1 KB = 300 KB/s");
}

TEST_CASE("said aloud, one of a unit is singular, and what is given stands in a sentence of its own") {
    const auto say = [](const std::string& yaml, const std::string& name) {
        const Estimate estimate = estimate_of(yaml);
        std::string said;
        for (const auto& block : describe_spoken(compute_explanation(estimate, name)).blocks) {
            if (const auto* note = std::get_if<Note>(&block)) said += note->text;
        }
        return said;
    };
    CHECK(say("writes: 1M/day\nobject_size: 1 KB\n", "new_data")
              .ends_with("1 million writes a day times 1 kilobyte is 1 gigabyte a day. Exactly: 1 gigabyte a day."));
    const std::string months = say("writes: 500M/month\nobject_size: 500 B\n", "new_data");
    CHECK(months.find("500 million a month is 16.7 million writes a day. Times 500 bytes is about ") !=
          std::string::npos);
    CHECK(months.find("  ") == std::string::npos);
    const std::string seconds = say("writes: 1M / 1 s\nobject_size: 1 KB\n", "ingress");
    CHECK(seconds.find("divided by 1 second ") != std::string::npos);
    CHECK(seconds.find("is 1 gigabyte a second") != std::string::npos);
    CHECK(seconds.find("  ") == std::string::npos);
}

TEST_CASE("a line begins with what was given, worked out where it is a formula") {
    CHECK(line(estimate_of("dau: 300M * 50%\nwrites_per_user: 2/day\n"), "write_qps") ==
          "300M x 50% = 150M users, x 2 a day = 300M writes a day, / 86,400 s = 3.47k/s");
    CHECK(line(estimate_of("writes: 1M/day\n"), "writes").empty());
}

TEST_CASE("a size that nobody gave says what it is made of") {
    // (200 B + 50 B) and 20% of indexes
    const auto estimate =
        estimate_of("dau: 10M\nwrites_per_user: 2/day\nobject_size: 200 B\nmetadata_size: 50 B\nindex_overhead: 20%\n");
    CHECK(line(estimate, "new_data") ==
          "10M users x 2 a day = 20M writes a day, x 300 B ((200 B + 50 B) x (1 + 20%)) = 6 GB a day");
}

TEST_CASE("a day's worth is not divided by a day and multiplied by it again") {
    const auto estimate = estimate_of("dau: 10M\nreads_per_user: 40/day\nobject_size: 200 B\n");
    CHECK(line(estimate, "cache_memory", Arithmetic::whiteboard) ==
          "10M users x 40 a day = 400M reads a day, x 20% x 200 B = about 15 GB");
    CHECK(line(estimate, "cache_memory") == "10M users x 40 a day = 400M reads a day, x 20% x 200 B = 16 GB");
}

TEST_CASE("neither a detour by a day nor one by bytes is said, and a formula without a carried value begins the line") {
    const auto drivers = estimate_of("devices: 500k\ninterval: 3 s\nobject_size: 50 B\nretention: 1 year\n");
    CHECK(line(drivers, "write_qps", Arithmetic::whiteboard) == "500k / 3 s = about 150k/s");
    CHECK(line(drivers, "write_qps") == "500k / 3 s = 167k/s");
    const auto sensors = estimate_of("devices: 300k\ninterval: 5 min\nobject_size: 50 B\n");
    CHECK(line(sensors, "write_qps") == "300k / 5 min = 1k/s");
    const auto codes = estimate_of("writes: 1M/day\nobject_size: 500 B\nretention: 1 year\nkey.length: 6\n");
    CHECK(line(codes, "retained_objects") == "1M writes a day x 1 year (365 days) = 365M objects");
    CHECK(line(codes, "key.space") == "62 ^ 6 = 56.8 billion");
}

TEST_CASE("each step on the whiteboard goes on with the number that is shown, and a replaced one says so") {
    const auto metrics = preset("metrics");
    CHECK(line(metrics, "cache.servers", Arithmetic::whiteboard) ==
          "10M reads a day / 10^5 s = 100/s, x 1 h (3,600 s) x 20% x 50 KB = about 4 GB, / 128 GB = 0.0313, rounded "
          "up = 1 server");
    CHECK(line(preset("netflix"), "origin_egress", Arithmetic::whiteboard)
              .find("- 1 TB/s = about 60 GB/s (from the "
                    "exact numbers), + ") != std::string::npos);
    CHECK(line(preset("image-pipeline"), "database.machines") == "record.replication 3 = 3 servers");
    CHECK(line(preset("video-calls"), "relays.mesh_upload") == "5 - 1, x 2.5 Mbps = 10 Mbps");
}

TEST_CASE("what grows says so, and what is divided after a sum is the sum") {
    const auto grown = estimate_of(
        "writes: 864M/day\nreads: 864M/day\nobject_size: 1 KB\nretention: 1 year\ngrowth: 50%\nhorizon: 2 years\n");
    CHECK(line(grown, "write_qps") == "864M writes a day / 86,400 s x 2.25 of growth = 22.5k/s");
    CHECK(line(grown, "app.servers") ==
          "864M writes a day / 86,400 s x 2.25 of growth = 22.5k/s, x 3 at the peak = 67.5k/s, + 67.5k/s of reads = "
          "135k/s, / (32k/s x 70%) = 6.03, rounded up = 7 servers");
    CHECK(line(grown, "data").find(" days, with growth)") != std::string::npos);
}

TEST_CASE("each link says what was carried and what came out") {
    const auto estimate = estimate_of("writes: 500M/month\nobject_size: 500 B\n");
    const Working working = make_working(estimate);
    const auto links = find_chain(working, *estimate.model.find("peak_write_qps"), Arithmetic::whiteboard);
    REQUIRE(links.size() == 2);
    CHECK(links[0].from == *estimate.model.find("writes"));
    CHECK(links[0].quantity == *estimate.model.find("write_qps"));
    CHECK(links[0].operation == "/ 10^5 s");
    CHECK(links[0].result == "200/s");
    CHECK(links[0].rounded);
    CHECK(links[1].operation == "x 3 at the peak");
    CHECK(links[1].result == "600/s");
    CHECK_FALSE(links[1].rounded);
}

TEST_CASE("every main result of every preset has a line, and it ends with what the estimate says") {
    for (const auto& each : embedded_presets()) {
        const auto estimate = estimate_of(std::string(each.text));
        const auto explanation = compute_explanation(estimate, "");
        CHECK_FALSE(explanation.headlines.empty());
        for (const auto& headline : explanation.headlines) {
            CAPTURE(std::string(each.name), headline.quantity, chain_text(headline.exact));
            REQUIRE_FALSE(headline.exact.empty());
            CHECK(headline.exact.back().quantity == headline.quantity);
            CHECK(steps_in(headline.exact) == steps_in(headline.whiteboard));
        }
    }
}

TEST_CASE("spoken, the signs and units are words and the end says how far off it is") {
    const auto estimate = preset("whiteboard");
    const auto report = describe_spoken(compute_explanation(estimate, "storage"));
    CHECK(std::get<std::string>(report.records.rows.at(0).at(1)) ==
          "400 million writes a day times 300 bytes is 120 gigabytes a day. Times 5 years (1,825 days) is about 200 "
          "terabytes. Divided by 80 percent is 250 terabytes. Times 2 copies is 500 terabytes. Exactly: 548 terabytes, "
          "so this is 9% low.");
}

TEST_CASE("of a chain of sums each is worded once, though there are 2^40 ways through it") {
    std::string sums = "writes: 1/s\nobject_size: 1 B\nreads: 0/s\ndefine:\n  a0: write_qps + write_qps\n";
    for (int i = 1; i < 40; ++i) sums += fmt::format("  a{0}: a{1} + a{1}\n", i, i - 1);
    const std::string text = line(estimate_of(sums), "a39");
    CHECK(text.starts_with("1/s + 1/s of writes = 2/s, + 2/s of a0 = 4/s"));
    CHECK(text.ends_with(" = 1.1 trillion/s"));  // 2^40
}

TEST_CASE("what a size is made of is not said where it would fill pages") {
    std::string sizes = "writes: 1/s\nobject_size: b39\nretention: 1 day\ndefine:\n  b0: 1 B + 2 B\n";
    for (int i = 1; i < 40; ++i) sizes += fmt::format("  b{0}: b{1} + b{1}\n", i, i - 1);
    CHECK(line(estimate_of(sizes), "new_data").size() < 1000);
}

}  // namespace bote::test::chain_test
