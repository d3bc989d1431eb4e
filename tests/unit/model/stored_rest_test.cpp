// What the database stores where other objects live in tiers of their own.

#include <string>

#include "bote/engine/whiteboard.hpp"
#include "bote/views/explain.hpp"
#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::stored_rest_test {
namespace {

const std::string kPosts =
    "retention: 1 year\nheadroom: 0%\nreplication: 1\nobjects:\n"
    "  text: {writes: 1M/day, object_size: 1 KB}\n"    // 365 GB
    "  image: {writes: 1M/day, object_size: 1 MB}\n"   // 365 TB
    "  video: {writes: 1M/day, object_size: 1 GB}\n";  // 365 PB
const std::string kStore = "tiers:\n  blobs: {kind: object_store, stores: [image, video]}\n";

}  // namespace

TEST_CASE("the database is as available as what lives in no tier") {
    const std::string repaired = "server: {mtbf: 999 h, mttr: 1 h}\n" + kPosts;  // one machine: 99.9%
    const auto one = estimate_of(repaired + kStore);
    // 365 GB of texts fit on one server: one copy of one group, whatever the image store holds.
    CHECK(value(one, "database.availability") == near(0.999));
    CHECK(value(one, "text.data_availability") == near(0.999));
    const auto all = estimate_of(repaired);
    CHECK(value(all, "database.availability") ==
          near(value(all, "text.data_availability") * value(all, "image.data_availability") *
                   value(all, "video.data_availability"),
               1e-9));
    const auto none = estimate_of(repaired + "tiers:\n  all: {stores: [text, image, video]}\n");
    CHECK(value(none, "database.availability") == near(1));
}

TEST_CASE("the database stores what lives in no tier") {
    hold({
        {kPosts, {{"database.by_disk", 365.365365e15 / 4e12}}},
        {kPosts + kStore, {{"database.stored_storage", 365e9}, {"blobs.stored_storage", 365.365e15}}},
        {kPosts + "tiers:\n  a: {stores: image}\n  b: {stores: video}\n", {{"database.stored_storage", 365e9}}},
        {kPosts + "tiers:\n  all: {stores: [text, image, video]}\n", {{"database.stored_storage", 0}}},
        // A total that is given is that of all of them.
        {"storage: 6 TB\nobjects:\n  text: {writes: 1M/day, object_size: 1 KB}\n"
         "  image: {writes: 2M/day, object_size: 1 KB}\ntiers:\n  blobs: {stores: image}\n",
         {{"database.stored_storage", 2e12}, {"blobs.stored_storage", 4e12}}},
        // The rest has nothing to store.
        {"objects:\n  page: {reads: 1/s, read_size: 1 KB}\n  image: {writes: 1M/day, object_size: 1 MB}\n"
         "tiers:\n  blobs: {stores: image}\n",
         {{"database.stored_storage", 0}}},
    });
}

TEST_CASE("the whiteboard adds up what the database stores, and does not take one large number from another") {
    const auto estimate = estimate_of(kPosts + kStore);
    const Working working = make_working(estimate);
    const QuantityIndex stored = *estimate.model.find("database.stored_storage");
    CHECK(value_in(working, stored, Arithmetic::exact) == near(365e9));
    CHECK(value_in(working, stored, Arithmetic::whiteboard) == near(400e9));
}

}  // namespace bote::test::stored_rest_test
