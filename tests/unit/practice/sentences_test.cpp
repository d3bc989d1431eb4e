// What is known, in sentences: one for each input.

#include "bote/practice/problem.hpp"
#include "model/sample.hpp"
#include "practice/planted.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test::sentences_test {
namespace {

using Paragraphs = std::vector<std::string>;

Paragraphs told(std::string_view yaml, const Wording& wording = {}, Topic topic = Topic::any) {
    return pose(estimate_of(std::string(yaml)), {topic, wording, ""}).sentences;
}

std::string all(const Paragraphs& paragraphs) {
    std::string text;
    for (const auto& each : paragraphs) text += each + "\n";
    return text;
}

/// A workload of photos that 10M users upload and view, with more lines for the photo and for the whole.
std::string photos(const std::string& of_photo, const std::string& of_all = "") {
    return "dau: 10M\n" + of_all +
           "objects:\n  photo:\n    writes_per_user: 2/day\n    reads_per_user: 1/day\n    object_size: 300 KB\n" +
           of_photo;
}

const Wording kUploads{"uploads", "views"};

}  // namespace

TEST_CASE("users come first, then what they do, then what holds for all of it") {
    CHECK(told(kLinks, {}, Topic::storage) ==
          Paragraphs{"100M people use it every day.", "Each user writes one a day. One is 500 B.",
                     "All of it is kept for 5 years. 3 copies of all data. Disks stay 30% free."});
    CHECK(told("writes: 30M/day\nobject_size: 1 KB\n", {}, Topic::storage).front() ==
          "30M are written a day. One is 1 KB.");
}

TEST_CASE("several objects are told one by one, each with what it has for itself") {
    const Paragraphs two = told(
        "dau: 10M\nreplication: 2\nobjects:\n"
        "  photo:\n    writes_per_user: 3/day\n    object_size: 300 KB\n    retention: 1 year\n"
        "  reply:\n    writes_per_user: 0.5/day\n    object_size: 1 KB\n    read_write_ratio: 1:1\n");
    REQUIRE(two.size() == 4);
    CHECK(two[1] == "Photos: Each user writes 3 a day. One is 300 KB. They are kept for 1 year.");
    CHECK(two[2] ==
          "Replies: Each user writes one every 2 days. 1 read for each write. One is 1 KB. They are kept for 5 years.");
    CHECK(contains(two[3], "2 copies of all data."));
    CHECK_FALSE(contains(two[3], "kept for"));
}

TEST_CASE("a single object is told with its noun and verb, one of it and one other person in the singular") {
    const std::string one = all(told(photos("    writer_share: 10%\n    recipients: 1\n"), kUploads));
    CHECK(contains(one, "Each user uploads 2 photos a day. Each user views one photo a day. One photo is 300 KB."));
    CHECK(contains(one, "10% of the users upload any."));
    CHECK(contains(one, "Each is pushed to 1 other person; a push is no request."));
    CHECK(contains(all(told(photos("    recipients: 2\n"), kUploads)), "to 2 other people;"));
    // Without verbs of its own the object has a title.
    CHECK(
        contains(all(told(photos(""))), "Photos: Each user writes 2 a day. Each user reads one a day. One is 300 KB."));
    const std::string devices =
        "objects:\n  reading:\n    devices: 1M\n    interval: 5 s\n    object_size: 100 B\n    key.length: 6\n";
    CHECK(contains(all(told(devices, {"sends", "reads"}, Topic::keys)),
                   "1M devices send readings. Each sends one every 5 s. One reading is 100 B."));
    CHECK(contains(all(told(devices, {}, Topic::keys)), "Keys have 6 characters out of 62."));
}

TEST_CASE("where a sentence with its number would read oddly, another one says it") {
    const std::string odd = all(told(photos("    upload_size: 0 B\n", "headroom: 0%\npeak_factor: 1\n"), kUploads));
    CHECK(contains(odd, "Its bytes come in by another way."));
    CHECK(contains(odd, "The busiest second is no busier than the rest."));
    CHECK(contains(odd, "Disks may be filled completely."));
    CHECK_FALSE(contains(odd, "Disks stay"));
    CHECK_FALSE(contains(odd, "1 times"));
    const std::string two =
        all(told("objects:\n  page:\n    reads: 8M/day\n    read_size: 1 KB\n    hot_fraction: 0%\n"
                 "  part:\n    reads: 9M/day\n    read_size: 2 KB\n"));
    CHECK(contains(two, "Pages: 8M are read a day. One read sends out 1 KB. They are not kept in memory."));
}

TEST_CASE("an input without a sentence of its own is told by what it means, as far as the first stop") {
    const std::string feed =
        all(told("dau: 10M\nwrites_per_user: 1/day\nobject_size: 1 KB\nfanout: 100\nfollower_exponent: 2\n"
                 "push_limit: 10k\n",
                 {}, Topic::traffic));
    CHECK(contains(feed, "One write sets off 100 internal writes. How unequal the authors are: 2."));
    CHECK_FALSE(contains(feed, "the exponent"));
}

TEST_CASE("what is known of a tier is told with its title") {
    const std::string tiers =
        all(told("dau: 10M\nwrites_per_user: 1/day\ntiers:\n"
                 "  fanout: {load: 2k/s, work: 1 ms}\n"
                 "  search: {load: 3k/s, title: Search index, work: 2 ms}\n",
                 {}, Topic::tiers));
    CHECK(contains(tiers, "Fanout: 2k/s reach it on average. One request takes 1 ms of a core."));
    CHECK(contains(tiers, "Search index: 3k/s reach it on average."));
}

TEST_CASE("copies are of all data only where no object is erasure coded") {
    const std::string yaml =
        "dau: 10M\nobjects:\n  text: {writes_per_user: 1/day, object_size: 1 KB}\n"
        "  image: {writes_per_user: 1/day, object_size: 1 MB, erasure_coding: 8+4}\n"
        "tiers:\n  blobs: {kind: object_store, stores: image}\n";
    CHECK(contains(all(told(yaml, {}, Topic::servers)),
                   "Texts: Each user writes one a day. One is 1 KB. 3 copies of each."));
}

TEST_CASE("one person, one account and every single day are told as one says them") {
    CHECK(told("dau: 1\nwrites_per_user: 1/day\n").front() == "1 person uses it every day.");
    CHECK(contains(all(told("devices: 10k\ninterval: 1 day\nobject_size: 1 KB\n")), "one every day."));
    CHECK(contains(all(told("devices: 10k\ninterval: 1 min\nobject_size: 1 KB\n")), "one every minute."));
}

TEST_CASE("only what a question needs is told") {
    const std::string traffic = all(told(kLinks, {}, Topic::traffic));
    CHECK(contains(traffic, "100 reads for each write."));
    for (const auto* needless : {"500 B", "5 years", "copies", "free", "memory"}) {
        CAPTURE(needless);
        CHECK_FALSE(contains(traffic, needless));
    }
    const Estimate links = estimate_of(std::string(kLinks));
    CHECK(sentences_of(links, {}, {}).empty());
}

TEST_CASE("hundreds of objects are told one by one") {
    std::string yaml = "dau: 1M\nobjects:\n";
    for (int i = 0; i < 300; ++i)
        yaml +=
            "  o" + std::to_string(i) + ": {writes_per_user: 1/day, object_size: " + std::to_string(i + 1) + " KB}\n";
    const Paragraphs all = told(yaml);
    REQUIRE(all.size() >= 301);
    CHECK(all[300] == "O299s: Each user writes one a day. One is 300 KB.");
}

}  // namespace bote::test::sentences_test
