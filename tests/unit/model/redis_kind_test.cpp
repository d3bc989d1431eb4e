// The kind `redis` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::redis_kind_test {
namespace {

// 10M links of 130 B are kept; 2M sessions of 1 KB are in memory at any time.
const std::string kLinks = "  link: {writes: 1M/day, retention: 10 days, object_size: 130 B}\n";
const std::string kSessions = "  session: {writes: 5M/day, stock: 2M, object_size: 1 KB}\n";

}  // namespace

TEST_CASE("each entry of Redis takes what it holds and what the store adds") {
    hold({
        {box("kind: redis, entries: 10M, entry_size: 130 B"),
         {{"box.memory_needed", 2e9}, {"box.by_memory", 2 / 89.6}}},
        {box("kind: redis, entries: 10M, entry_size: 130 B, entry_overhead: 20 B"), {{"box.memory_needed", 1.5e9}}},
        {"objects:\n" + kLinks + box("kind: redis, stores: link"),
         {{"box.entries", 10e6}, {"box.entry_size", 130}, {"box.memory_needed", 2e9}}},
        {"objects:\n" + kLinks + box("kind: redis, stores: link, entries: 1M, entry_size: 30 B"),
         {{"box.memory_needed", 100e6}}},
    });
}

TEST_CASE("objects that are in memory alone take their memory in Redis beside the entries") {
    hold({
        {"objects:\n" + kSessions + box("kind: redis, stores: session"), {{"box.memory_needed", 2e9}}},
        {"objects:\n" + kLinks + kSessions + box("kind: redis, stores: [link, session]"),
         {{"box.entries", 10e6}, {"box.entry_size", 130}, {"box.memory_needed", 4e9}}},
    });
}

TEST_CASE("a node of Redis answers a hundred thousand commands a second and asks nothing of a disk") {
    hold({{box("kind: redis, load: 70k/s"), {{"box.by_requests", 3}}}});
    const std::string links = "objects:\n" + kLinks + box("kind: redis, stores: link, keeps: 1 day, message: 1 KB");
    CHECK(is_in(links, "box.machines"));
    for (const std::string none :
         {"storage", "by_disk", "iops_needed", "by_iops", "throughput_needed", "by_throughput"})
        CHECK_FALSE(is_in(links, "box." + none));
}

}  // namespace bote::test::redis_kind_test
