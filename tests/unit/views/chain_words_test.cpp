#include "views/chain_words.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::chain_words_test {
namespace {

struct Spoken {
    explicit Spoken(const std::string& yaml) : estimate(estimate_of(yaml)), working(make_working(estimate)) {}

    QuantityIndex operator[](const std::string& name) const { return estimate.model.find(name).value(); }

    std::string said(const std::string& name) const { return bote::said(working, (*this)[name], {}); }
    std::string factor(const std::string& name, const std::string& carried) const {
        return factor_said(working, (*this)[name], (*this)[carried], {});
    }
    std::string change(const std::string& from, const std::string& to, Arithmetic arithmetic = {}) const {
        return change_of_time(working, (*this)[from], (*this)[to], {arithmetic});
    }

    Estimate estimate;
    Working working;
};

const std::string kPosts =
    "dau: 1\nwrites_per_user: 2M/day\nread_write_ratio: 100:1\nobject_size: 100 B\nmetadata_size: 20 B\n"
    "retention: 5 years\nreplication: 3\n";

}  // namespace

TEST_CASE("rates are spoken by the unit, but for a second and for what only begins like one") {
    CHECK(spoken_rate("50/day") == "50 a day");
    CHECK(spoken_rate("2/day x $3/month, 4/h") == "2 a day x $3 a month, 4 an hour");
    CHECK(spoken_rate("7/min + 8/year") == "7 a minute + 8 a year");
    CHECK(spoken_rate("9/s") == "9/s");
    CHECK(spoken_rate("1 billion/week") == "1 billion a week");
    CHECK(spoken_rate("1/daylight, 2/hot, 3/day") == "1/daylight, 2/hot, 3 a day");
    CHECK(with_times("a * b * 3") == "a x b x 3");
    CHECK(with_times("a*b") == "a*b");
}

TEST_CASE("a value is said with what it counts, one of it in the singular") {
    const Spoken posts(kPosts);
    CHECK(posts.said("dau") == "1 user");
    CHECK(posts.said("writes") == "2M writes a day");
    CHECK(posts.said("retained_objects") == "3.65 billion objects");  // 2M * 1825
    CHECK(posts.said("write_qps") == "23.1/s");
    CHECK(posts.said("object_size") == "100 B");
    CHECK(posts.said("app.servers") == "1 server");
    CHECK(Spoken("writes: 1/day\nobject_size: 100 B\n").said("writes") == "1 write a day");
}

TEST_CASE("a part of a machine has decimals below a hundred alone") {
    // 22.4k requests a second for a server: 0.62 of one at 3 * 400M a day.
    const auto needed = [](const std::string& reads) {
        return Spoken("reads: " + reads + "/day\nread_size: 1 B\n").said("app.by_requests");
    };
    CHECK(needed("400M") == "0.62");
    CHECK(needed("80 billion") == "124");    // 124.008
    CHECK(needed("64 billion") == "99.2");   // 99.206
    CHECK(needed("645.12M") == "1");         // 645.12M * 3 / 86,400 s = 22.4k/s
    CHECK(needed("800 billion") == "1240");  // 1240.08
}

TEST_CASE("a factor says what it is for, and a time how many of the carried rate it is") {
    const Spoken posts(kPosts + "peak_factor: 4\ncache_window: 10 min\n");
    CHECK(posts.factor("replication", "data") == "3 copies");
    CHECK(posts.factor("peak_factor", "write_qps") == "4 at the peak");
    CHECK(posts.factor("read_write_ratio", "writes") == "100");
    CHECK(posts.factor("retention", "writes") == "5 years (1,825 days)");
    CHECK(posts.factor("retention", "data") == "5 years");
    CHECK(posts.factor("cache_window", "write_qps") == "10 min (600 s)");
    const Spoken calls("reads: 5/s\nread_size: 1 KB\nlatency: 80 ms\ncache_window: 1 h\n");
    CHECK(calls.factor("latency", "read_qps") == "80 ms");  // no "0 s"
    const Spoken short_lived("writes: 1M/day\nobject_size: 1 KB\nretention: 90 days\n");
    CHECK(short_lived.factor("retention", "writes") == "90 days");
    CHECK(posts.factor("object_size", "writes") == "100 B");
}

TEST_CASE("the change from a day to a second and back is that of the conventions at hand") {
    const Spoken posts(kPosts);
    CHECK(posts.change("writes", "write_qps") == "/ 86,400 s");
    CHECK(posts.change("writes", "write_qps", Arithmetic::whiteboard) == "/ 10^5 s");
    CHECK(posts.change("write_qps", "writes") == "x 86,400 s");
    CHECK(posts.change("writes", "reads").empty());
    CHECK(posts.change("dau", "write_qps").empty());
    CHECK(Spoken(kPosts + "conventions: {day: 100000 s}\n").change("writes", "write_qps") == "/ 10^5 s");
    CHECK(Spoken(kPosts + "conventions: {day: 10000 s}\n").change("writes", "write_qps") == "/ 10,000 s");
    CHECK(day_again(posts.working, posts["write_qps"], {}) == "x 1 day (86,400 s)");
    CHECK(day_again(posts.working, posts["write_qps"], {Arithmetic::whiteboard}) == "x 1 day (10^5 s)");
    CHECK(day_again(posts.working, posts["writes"], {}).empty());
}

TEST_CASE("a summand is of its object among several, else of what it counts or of its name") {
    const Spoken two(
        "objects:\n  post: {writes: 1/s, object_size: 1 KB}\n  photo: {writes: 2/s, object_size: 1 MB}\n"
        "define: {my_own: 3}\n");
    const auto label = [](const Spoken& spoken, const std::string& part, const std::string& sum) {
        return summand_label(spoken.estimate.model, spoken[part], spoken[sum]);
    };
    CHECK(label(two, "photo.write_qps", "write_qps") == "of photo");
    CHECK(label(two, "photo.write_qps", "photo.ingress") == "of writes");
    CHECK(label(two, "write_qps", "qps") == "of writes");
    CHECK(label(two, "new_data", "data") == "of new data");
    CHECK(label(two, "my_own", "data") == "of my own");
    const Spoken one("objects: {post: {writes: 1/s, object_size: 1 KB}}\n");
    CHECK(label(one, "post.write_qps", "write_qps") == "of writes");
}

}  // namespace bote::test::chain_words_test
