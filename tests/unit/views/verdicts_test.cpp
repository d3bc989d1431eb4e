#include "bote/views/verdicts.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::verdicts_test {
namespace {

const std::string kTinyUrl =
    "dau: 100M\nwrites_per_user: 1/day\nread_write_ratio: 100:1\nobject_size: 500 B\nretention: 5 years\n"
    "replication: 3\nheadroom: 30%\n";

/// The decision of that name, empty where the workload has none.
Verdict decision_of(const Estimate& estimate, const std::string& name, const std::string& object = "") {
    for (const auto& verdict : compute_verdicts(estimate).decisions) {
        if (verdict.rule->name == name && verdict.object == object) return verdict;
    }
    return {};
}

std::vector<std::string> notes_of(const std::string& yaml) { return compute_verdicts(estimate_of(yaml)).notes; }

std::vector<std::string> column(const Table& table, std::size_t index) {
    std::vector<std::string> texts;
    for (const auto& row : table.rows) texts.push_back(std::get<std::string>(row.at(index)));
    return texts;
}

}  // namespace

TEST_CASE("a decision says what follows, why, and at which size it flips") {
    struct Row {
        std::string name;
        bool holds;
        std::string text;
        std::string because;
        std::string flips;
    };
    const Row rows[] = {
        {"read_heavy", true, "read-heavy: scale the reads first", "100:1 >= 5:1", ""},
        {"write_heavy", false, "", "100:1 > 1:1", ""},
        // 130.36 TB for 100M users: 4 TB for 3.0685M.
        {"partition", true, "partition the data: 33 shards", "130 TB > 4 TB", "below dau 3.07M"},
        // 69.4k/s at 100M: 10k/s at 14.4M.
        {"read_replicas", true, "read replicas of the database", "69.4k/s > 10k/s", "below dau 14.4M"},
        // 3.47k/s at 100M: 10k/s at 288M.
        {"write_shards", false, "one primary takes all writes", "3.47k/s <= 10k/s", "above dau 288M"},
        // 1 TB at 100M: 128 GB at 12.8M.
        {"cache_cluster", true, "spread the cache: 8 servers", "1 TB > 128 GB", "below dau 12.8M"},
        // 174 MB/s at 100M, 875 MB/s of 10 Gbps: 504M.
        {"cdn", false, "no CDN: one server's network carries it", "174 MB/s <= 875 MB/s", "above dau 504M"},
        {"single_copy", false, "", "3 > 1", ""},
    };
    const auto estimate = estimate_of(kTinyUrl);
    for (const auto& row : rows) {
        CAPTURE(row.name);
        const auto verdict = decision_of(estimate, row.name);
        REQUIRE(verdict.rule != nullptr);
        CHECK(verdict.holds == row.holds);
        CHECK(verdict.text == row.text);
        CHECK(verdict.because == row.because);
        CHECK(flip_text(estimate, verdict) == row.flips);
    }
}

TEST_CASE("who has a CDN is not told to get one") {
    const std::string heavy = "reads: 10k/s\nread_size: 1 MB\n";  // 30 GB/s at the peak, a server carries 875 MB/s
    CHECK(decision_of(estimate_of(heavy), "cdn").holds);
    CHECK(decision_of(estimate_of(heavy + "cdn_share: 50%\n"), "cdn").rule == nullptr);
}

TEST_CASE("at its flip a decision is about to change, on either side it has the two answers") {
    const auto estimate = estimate_of(kTinyUrl);
    std::size_t count = 0;
    for (const auto& verdict : compute_verdicts(estimate).decisions) {
        if (!verdict.flip) continue;
        const std::string name(verdict.rule->name);
        CAPTURE(name, verdict.flip->value);
        ++count;
        const auto answer = [&](double factor) {
            const std::string dau = std::to_string(verdict.flip->value * factor);
            return decision_of(estimate_of(kTinyUrl, options({"dau=" + dau})), name).holds;
        };
        CHECK(answer(0.999) != answer(1.001));
    }
    CHECK(count >= 5);
}

TEST_CASE("numbers that decide are told apart") {
    // 144.0001M writes a day at a peak of 6 are 10000.007 a second.
    const auto estimate = estimate_of("writes: 144.0001M/day\npeak_factor: 6\nobject_size: 1 B\nretention: 1 day\n");
    CHECK(decision_of(estimate, "write_shards").because == "10.00001k/s > 10k/s");
}

TEST_CASE("where daily users move nothing, a decision flips by the next size that does") {
    // 10M devices every 10 s are 3M/s at the peak: 10k/s of 33.3k devices.
    const auto estimate = estimate_of("dau: 5M\ndevices: 10M\ninterval: 10 s\nobject_size: 100 B\nretention: 1 year\n");
    CHECK(flip_text(estimate, decision_of(estimate, "write_shards")) == "below devices 33.3k");
}

TEST_CASE("what devices send is not what daily users do") {
    const std::string meters = "dau: 1000\nobjects:\n  reading: {devices: 10M, interval: 1 s, object_size: 100 B}\n";
    CHECK(notes_of(meters + "  view: {reads_per_user: 20/day, object_size: 1 KB}\n").empty());
    const auto tired = notes_of(meters + "  view: {reads_per_user: 5000/day, object_size: 1 KB}\n");
    REQUIRE(tired.size() == 1);
    CHECK(contains(tired.front(), "each daily user acts 5k/day"));
    CHECK(notes_of("dau: 1000\ndevices: 10M\ninterval: 1 s\nread_write_ratio: 2:1\n").empty());
}

TEST_CASE("what is just usual does not tip over by rounding") {
    for (int millions = 1; millions < 60; ++millions) {
        const std::string dau = "dau: " + std::to_string(millions) + "M\nwrites_per_user: 7/day\n";
        CAPTURE(dau);
        CHECK_FALSE(decision_of(estimate_of(dau + "reads_per_user: 70/day\n"), "spikes").holds);
        CHECK(decision_of(estimate_of(dau + "reads_per_user: 35/day\n"), "read_heavy").holds);
        CHECK_FALSE(decision_of(estimate_of(dau + "reads_per_user: 7/day\n"), "write_heavy").holds);
    }
    CHECK(decision_of(estimate_of("writes: 1/s\npeak_factor: 3.1\n"), "spikes").holds);
    CHECK_FALSE(decision_of(estimate_of("writes: 1/s\nreads: 4.9/s\n"), "read_heavy").holds);
    CHECK(decision_of(estimate_of("writes: 1/s\nreads: 0.9/s\n"), "write_heavy").holds);
}

TEST_CASE("a decision of which something is absent is none") {
    CHECK(decision_of(estimate_of("writes: 1/s\n"), "partition").rule == nullptr);
    CHECK(decision_of(estimate_of("writes: 1/s\n"), "read_heavy").rule == nullptr);
    CHECK(decision_of(estimate_of("writes: 1/s\n"), "single_application").rule != nullptr);
}

TEST_CASE("there is no advice to part old data off where that is done") {
    const std::string rest = "writes: 100/s\nobject_size: 1 MB\nretention: 5 years\n";
    // 8.64 TB a day; four of the five years are older than one.
    CHECK(decision_of(estimate_of(rest), "cold_tier").holds);
    CHECK_FALSE(decision_of(estimate_of(rest + "hot_age: 1 month\n"), "cold_tier").holds);
    CHECK_FALSE(decision_of(estimate_of(rest + "hot_age: 3 years\nwarm_age: 4 years\n"), "cold_tier").holds);
    CHECK_FALSE(decision_of(estimate_of("existing: 1M\nobject_size: 1 GB\nreads: 1/s\n"), "cold_tier").holds);
}

TEST_CASE("a decision of an object is taken for each, in terms of what makes it large") {
    const auto estimate = estimate_of(
        "objects:\n  link: {writes: 100/s, object_size: 1 KB, retention: 1 year, key.length: 5}\n"
        "  file: {writes: 1/s, object_size: 1 KB, retention: 1 year, key.length: 5}\n");
    // 62^5 is 916 million keys; 31.5 million objects a year for each write a second.
    const auto link = decision_of(estimate, "key_length", "link");
    CHECK(link.holds);
    CHECK(link.text == "longer keys: 6 characters");
    CHECK(link.because == "344% > 100%");
    CHECK(flip_text(estimate, link) == "below link.writes 2.51M/day");
    const auto file = decision_of(estimate, "key_length", "file");
    CHECK_FALSE(file.holds);
    CHECK(file.text == "the keys last for 29.1 years");
    CHECK(flip_text(estimate, file) == "above file.writes 2.51M/day");
}

TEST_CASE("without a given size that it rests on a decision does not flip") {
    const auto of_rate = estimate_of("read_qps: 100k/s\n");
    CHECK(flip_text(of_rate, decision_of(of_rate, "cache")) == "below read_qps 3.33k/s");  // 10k/s / 3
    const auto estimate = estimate_of("origin_read_qps: 100k/s\n");
    const auto verdict = decision_of(estimate, "cache");
    REQUIRE(verdict.rule != nullptr);
    CHECK(verdict.holds);
    CHECK_FALSE(verdict.flip);
    CHECK(flip_text(estimate, verdict).empty());
}

TEST_CASE("an odd input is noted with a way out, a usual one is not") {
    CHECK(notes_of(kTinyUrl).empty());
    struct Row {
        std::string yaml;
        std::string says;
    };
    const Row rows[] = {
        {"writes: 1/s\npeak_factor: 0.5\n", "the peak is below the average"},
        {"cache_memory: 1 TB\nwrites: 1/day\nobject_size: 1 KB\n", "the cache is larger than the data"},
        {"reads: 1/s\nobject_size: 1 KB\nexisting: 1M\nhit_ratio: 100%\n", "a hit ratio of 100%"},
        {"dau: 1000\nwrites_per_user: 2/min\n", "each daily user acts 2.88k/day, more than once a minute"},
        {"writes: 1/s\nobject_size: 1 MB\nretention: 1 year\nhot_age: 2 months\nwarm_age: 1 month\n",
         "data is warm until 30 days and hot until 60 days"},
        {"writes: 10/year\n", "less than one request a day"},
        {"objects:\n  log: {reads: 1/s, object_size: 1 KB, existing: 1M, hit_ratio: 100%}\n  tail: {reads: 1/s}\n",
         "log: a hit ratio of 100%"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.yaml);
        const auto notes = notes_of(row.yaml);
        REQUIRE(notes.size() == 1);
        CHECK(contains(notes.front(), row.says));
    }
}

TEST_CASE("in brief only what holds is judged, with the same words and flips") {
    const auto estimate = estimate_of(kTinyUrl);
    const auto all = compute_verdicts(estimate);
    const auto brief = compute_verdicts(estimate, Extent::brief);
    CHECK(brief.decisions.size() < all.decisions.size());
    CHECK(brief.notes == all.notes);
    std::size_t next = 0;
    for (const auto& verdict : all.decisions) {
        if (!verdict.holds) continue;
        REQUIRE(next < brief.decisions.size());
        const auto& same = brief.decisions[next++];
        CAPTURE(verdict.text);
        CHECK(same.rule == verdict.rule);
        CHECK(same.because == verdict.because);
        CHECK(flip_text(estimate, same) == flip_text(estimate, verdict));
    }
    CHECK(next == brief.decisions.size());
}

TEST_CASE("the brief list has the decisions that hold, the long one those with something to say") {
    const auto estimate = estimate_of(kTinyUrl);
    const auto verdicts = compute_verdicts(estimate);
    const auto brief = column(describe_decisions(estimate, verdicts, Extent::brief), 0);
    const auto all = column(describe_decisions(estimate, verdicts, Extent::all), 0);
    const auto has = [](const std::vector<std::string>& texts, const std::string& text) {
        return std::find(texts.begin(), texts.end(), text) != texts.end();
    };
    CHECK(has(brief, "partition the data: 33 shards"));
    CHECK_FALSE(has(brief, "one primary takes all writes"));
    CHECK(has(all, "partition the data: 33 shards"));
    CHECK(has(all, "one primary takes all writes"));
    CHECK_FALSE(has(all, ""));
}

TEST_CASE("the data of a decision holds its numbers and its source") {
    const auto estimate = estimate_of(kTinyUrl);
    const auto datum = decisions_datum(estimate, compute_verdicts(estimate));
    bool found = false;
    for (const auto& each : std::get<Datum::Array>(datum.value)) {
        const auto& object = std::get<Datum::Object>(each.value);
        const auto entry = [&](const std::string& key) {
            return std::find_if(object.begin(), object.end(), [&](const auto& one) { return one.key == key; });
        };
        if (std::get<std::string>(entry("name")->value.value) != "partition") continue;
        found = true;
        CHECK(std::get<bool>(entry("holds")->value.value));
        CHECK(std::get<double>(entry("left")->value.value) == near(91.25e12 / 0.7));
        CHECK(std::get<double>(entry("right")->value.value) == 4e12);
        CHECK(std::get<std::string>(entry("unit")->value.value) == "B");
        CHECK(std::get<std::string>(entry("condition")->value.value) == "filled > database.disk * database.target");
        CHECK_FALSE(std::get<std::string>(entry("source")->value.value).empty());
        const auto& flip = std::get<Datum::Object>(entry("flips_at")->value.value);
        CHECK(std::get<std::string>(flip[0].value.value) == "dau");
        CHECK(std::get<double>(flip[1].value.value) == near(4 * 0.7 / 91.25 * 100e6, 1e-4));
    }
    CHECK(found);
}

TEST_CASE("more than one copy, if only on average, is no single point of failure") {
    const auto has_one_copy = [](const std::string& copies) {
        const Estimate estimate = estimate_of("data: 1 TB\n" + copies);
        for (const auto& verdict : compute_verdicts(estimate).decisions) {
            if (verdict.rule->name == "single_copy") return verdict.holds;
        }
        return false;
    };
    CHECK(has_one_copy("replication: 1\n"));
    CHECK_FALSE(has_one_copy("replication: 1.4\n"));
    CHECK_FALSE(has_one_copy("erasure_coding: 10+4\n"));
    CHECK_FALSE(has_one_copy("replication: 3\n"));
}

TEST_CASE("a decision that nearly all of one size has to go for is told in terms of another") {
    // Of 10 billion reads a day a fifth at 1 KB are 2 TB: 128 GB are those of 640M reads.
    const auto estimate = estimate_of("writes: 100M/day\nreads: 10 billion/day\nobject_size: 1 KB\n");
    CHECK(flip_text(estimate, decision_of(estimate, "cache_cluster")) == "below reads 640M/day");
}

TEST_CASE("no decision flips at a part of a user") {
    const auto estimate = estimate_of("dau: 1000\nwrites_per_user: 10k/day\nobject_size: 1 MB\n");
    CHECK(flip_text(estimate, decision_of(estimate, "partition")).empty());
}

}  // namespace bote::test::verdicts_test
