#include <string>
#include <vector>

#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::spread_test {
namespace {

/// 100M users post 0.5 tweets and read 50 a day, a fifth of that as images: 57,870/s and 11,574/s are read.
const std::string kObjects = R"(
dau: 100M
objects:
  tweet: {object_size: 280 B, writes_per_user: 0.5/day, reads_per_user: 50/day}
  image: {object_size: 200 KB, writes_per_user: 0.1/day, reads_per_user: 10/day}
)";

}  // namespace

TEST_CASE("a total given beside objects is shared out in the proportions that the objects say") {
    const Estimate estimate = estimate_of("peak_read_qps: 600k/s" + kObjects);
    CHECK(value(estimate, "tweet.peak_read_qps") == near(500e3));
    CHECK(value(estimate, "image.peak_read_qps") == near(100e3));
    CHECK(value(estimate, "peak_read_qps") == near(600e3));
}

TEST_CASE("what rests on the objects' parts rests on the total that is given") {
    const Estimate estimate = estimate_of("peak_read_qps: 600k/s" + kObjects);
    CHECK(value(estimate, "database_read_qps") == near(600e3 * 0.2));
    CHECK(value(estimate, "peak_egress") == near(500e3 * 280 + 100e3 * 200e3));
    CHECK(value(estimate, "tweet.reads") == near(5e9 / 86400));
}

TEST_CASE("of two totals given, each is what its parts add up to") {
    const Estimate estimate = estimate_of("read_qps: 120k/s\npeak_read_qps: 600k/s" + kObjects);
    CHECK(value(estimate, "tweet.read_qps") == near(100e3));
    CHECK(value(estimate, "image.read_qps") == near(20e3));
    CHECK(value(estimate, "tweet.peak_read_qps") == near(500e3));
    CHECK(value(estimate, "egress") == near(100e3 * 280 + 20e3 * 200e3));
}

TEST_CASE("a total of an option is shared out as one of the file is") {
    const Estimate estimate = estimate_of(kObjects, options({"data=6 PB"}));
    CHECK(value(estimate, "tweet.data") + value(estimate, "image.data") == near(6e15));
    CHECK(value(estimate, "image.data") / value(estimate, "tweet.data") == near(0.1 * 200e3 / (0.5 * 280)));
    CHECK(value(estimate, "storage") == near(6e15 / 0.7 * 3));
}

TEST_CASE("an object that gives its own part is not scaled, nor are the others") {
    const Estimate estimate = estimate_of(R"(
peak_read_qps: 600k/s
dau: 100M
objects:
  tweet: {object_size: 280 B, writes_per_user: 0.5/day, reads_per_user: 50/day, peak_read_qps: 300k/s}
  image: {object_size: 200 KB, writes_per_user: 0.1/day, reads_per_user: 10/day}
)");
    CHECK(value(estimate, "tweet.peak_read_qps") == near(300e3));
    CHECK(value(estimate, "image.peak_read_qps") == near(3 * 1e9 / 86400));
    CHECK(value(estimate, "peak_read_qps") == near(600e3));
}

TEST_CASE("a peak of all requests changes the peak factor rather than the parts") {
    const Estimate estimate = estimate_of("peak_qps: 600k/s" + kObjects);
    CHECK(value(estimate, "tweet.peak_factor") == near(600e3 / ((5e9 + 1e9 + 60e6) / 86400)));
    CHECK_FALSE(estimate.model.find("scale.peak_qps"));
}

TEST_CASE("a total of which no object says anything stands for the whole alone") {
    const Estimate estimate = estimate_of(R"(
read_qps: 100k/s
objects:
  tweet: {object_size: 280 B, writes: 50M/day}
)");
    CHECK(value(estimate, "read_qps") == near(100e3));
    CHECK_FALSE(estimate.model.find("tweet.read_qps"));
}

TEST_CASE("what an object gives itself goes before its share of a total") {
    const std::string objects = R"(
retention: 1 year
objects:
  log:   {writes: 10M/day, object_size: 1 KB, replicated: 70 TB}
  image: {writes: 1M/day, object_size: 7 KB, replicated: 21 TB}
)";
    CHECK(value(estimate_of(objects), "storage") == near(91e12 / 0.7));
    const Estimate estimate = estimate_of(objects, options({"filled=10 TB"}));
    CHECK(value(estimate, "log.storage") == near(70e12 / 0.7));
    CHECK(value(estimate, "storage") == near(91e12 / 0.7));
}

TEST_CASE("the peaks of bytes a second go with the total that is given") {
    // 57,870/s of 280 B and 11,574/s of 200 KB: 2.331 GB/s; three times that at the peak.
    const Estimate estimate = estimate_of("egress: 4.662 GB/s" + kObjects);
    CHECK(value(estimate, "tweet.peak_egress") + value(estimate, "image.peak_egress") == near(3 * 4.662e9, 1e-3));
    CHECK(value(estimate, "image.peak_egress") == near(3 * value(estimate, "image.egress")));
}

TEST_CASE("what the CDN takes of all objects it takes of each in the same share") {
    // 250k/s of 10 KB are read; what the CDN leaves is a fifth, of each object.
    const std::string objects = R"(
objects:
  a: {writes: 1/s, reads: 200k/s, object_size: 10 KB}
  b: {writes: 1/s, reads: 50k/s, object_size: 10 KB}
)";
    const std::vector<Worked> parts{{"a.cdn_share", 0.8},
                                    {"a.cdn_egress", 1.6e9},
                                    {"b.cdn_egress", 0.4e9},
                                    {"a.origin_egress", 0.4e9},
                                    {"b.origin_egress", 0.1e9},
                                    {"origin_egress", 0.5e9},
                                    {"database_read_qps", 3 * 250e3 * 0.2 * 0.2}};
    hold({{"cdn_egress: 2 GB/s" + objects, parts}, {"origin_egress: 500 MB/s" + objects, parts}});
}

TEST_CASE("a total of some of the objects leaves the others as they are") {
    // 100 KB/s for 1000 days are 8.64 TB of each; a tenth of the one is hot.
    const std::string objects = R"(
retention: 1000 days
objects:
  a: {writes: 100/s, object_size: 1 KB, hot_age: 100 days}
  b: {writes: 100/s, object_size: 1 KB}
)";
    const double disk = 8.64e12 / 0.7 * 3;
    hold({
        {objects, {{"storage", 2 * disk}, {"cold_data", 0.9 * 8.64e12}}},
        {"hot_storage: 10 TB" + objects,
         {{"a.storage", 10e12 + 0.9 * disk}, {"b.storage", disk}, {"storage", 10e12 + 1.9 * disk}}},
        {"cold_storage: 10 TB" + objects, {{"storage", 10e12 + 1.1 * disk}, {"database.machines", 13}}},
        {"cold_data: 1 TB" + objects, {{"storage", (1e12 / 0.7 * 3) + 1.1 * disk}}},
        {"hot_data: 1 TB" + objects, {{"a.cold_data", 7.64e12}, {"cold_data", 7.64e12}}},
        {"data: 20 TB" + objects, {{"hot_data", 0.864e12}, {"cold_data", 10e12 - 0.864e12}, {"storage", 60e12 / 0.7}}},
    });
}

TEST_CASE("data that is there from the start is paid for") {
    const Estimate estimate = estimate_of(R"(
existing_data: 20 TB
price.storage: $0.02/GB/month
retention: 1000 days
objects:
  a: {writes: 100/s, object_size: 1 KB}
)");
    CHECK(value(estimate, "data") == near(28.64e12));
    CHECK(value(estimate, "cost.storage") == near(28.64e3 * 0.02 / kBill));
}

TEST_CASE("a total that no object has any of, and that is lost on what they have, is refused") {
    const std::string objects = "\nobjects:\n  a: {writes: 100/s, object_size: 1 KB, reads: 1/s}\n";
    for (const std::string total : {"pushes: 1k/s", "peak_pushes: 1k/s"}) {
        CAPTURE(total);
        CHECK_THROWS_AS(estimate_of(total + objects), InputError);
    }
    const Estimate pushed =
        estimate_of("objects:\n  a: {writes: 100/s, object_size: 1 KB, reads: 1/s, pushes: 1k/s}\n");
    CHECK(value(pushed, "egress") == near(1001e3));
}

TEST_CASE("requests under way in all say how long one takes, whichever share of them a CDN answers") {
    // Of each object 11 requests a second reach the own servers.
    const std::string objects = R"(
objects:
  a: {writes: 1/s, reads: 100/s, object_size: 1 KB, cdn_share: 90%}
  b: {writes: 1/s, reads: 10/s, object_size: 1 KB}
)";
    hold({
        {"concurrent_requests: 44" + objects,
         {{"latency", 2}, {"a.concurrent_requests", 22}, {"peak_concurrent_requests", 132}}},
        {"latency: 2 s\nqps: 112/s" + objects, {{"concurrent_requests", 44}, {"peak_concurrent_requests", 132}}},
    });
}

TEST_CASE("of nothing each object has nothing") {
    hold({{R"(
cache_memory: 0 B
objects:
  a: {writes: 1/s, reads: 100/s, object_size: 1 KB, hot_fraction: 0%}
)",
           {{"a.cache_memory", 0}, {"cache_memory", 0}}}});
}

}  // namespace bote::test::spread_test
