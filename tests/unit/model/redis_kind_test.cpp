// The kind `redis` of src/model/kinds, worked out by hand.

#include <cmath>
#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::redis_kind_test {
namespace {

// 10M links of 130 B are kept; 2M sessions of 1 KB are in memory at any time.
const std::string kLinks = "  link: {writes: 1M/day, retention: 10 days, object_size: 130 B}\n";
constexpr double kBill = 365.0 * 86400 / 12;  // a month of bills
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
        {"objects:\n" + kSessions + box("kind: redis, stores: session"),
         {{"session.entry_overhead", 70}, {"box.memory_needed", 2.14e9}, {"cache_memory", 0}}},
        {"objects:\n  session: {writes: 5M/day, stock: 2M, object_size: 1 KB, entry_overhead: 100 B}\n" +
             box("kind: redis, stores: session"),
         {{"box.memory_needed", 2.2e9}}},
        {"objects:\n" + kLinks + kSessions + box("kind: redis, stores: [link, session]"),
         {{"box.entries", 10e6}, {"box.entry_size", 130}, {"box.memory_needed", 4.14e9}}},
    });
}

TEST_CASE("all that is asked of objects that live in Redis is asked of it, and nothing of a cache") {
    const auto session = [](const std::string& tiers) {
        return "objects:\n  session: {stock: 10M, object_size: 100 B, writes: 70k/s, reads: 70k/s, peak_factor: 1}\n" +
               tiers;
    };
    hold({
        {session(""), {{"cache.peak_load", 140e3}, {"cache.servers", 2}, {"cache.machines", 4}}},
        {session(box("kind: redis, stores: session")),
         {{"box.peak_load", 140e3}, {"cache.peak_load", 0}, {"cache.servers", 0}, {"cache.machines", 0}}},
    });
}

TEST_CASE("copies in Redis take their memory, and the machines their price") {
    // 200M carts of 2 KB and 70 B are 414 GB, of which a node plans for 89.6 GB.
    const auto carts = [](const std::string& copies) {
        return "price: {server: $100/month, storage: $0.02/GB/month}\nserver.availability: 99%\nobjects:\n"
               "  cart: {existing: 200M, object_size: 2 KB" +
               copies + "}\n";
    };
    const std::string photos = "  photo: {existing: 1000, object_size: 1 MB}\n";  // at $0.02 a month
    hold({
        {carts("") + photos + box("kind: redis, stores: cart"),
         {{"cart.replication", 1},
          {"box.by_memory", 414 / 89.6},
          {"box.machines", 5},
          {"box.cost", 500 / kBill},
          {"cost.storage", 0.02 / kBill},
          {"cart.data_availability", std::pow(0.99, 5)}}},
        {carts(", replication: 3") + photos + box("kind: redis, stores: cart"),
         {{"box.by_memory", 3 * 414 / 89.6}, {"box.machines", 14}, {"cart.data_availability", std::pow(1 - 1e-6, 5)}}},
        {carts("") + photos + box("kind: redis, stores: cart, copies: 2"),
         {{"cart.replication", 2}, {"box.machines", 10}}},
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

TEST_CASE("what lives in memory takes no price from what is stored elsewhere") {
    // 11 GB of posts in three copies on one disk each; 1 GB of sessions.
    const std::string objects =
        "objects:\n  post: {existing: 11M, object_size: 1 KB}\n  session: {existing: 1M, object_size: 1 KB}\n" +
        box("kind: redis, stores: session");
    hold({
        {"price.server: $100/month\n" + objects,
         {{"cost.storage", 300 / kBill}, {"box.cost", 100 / kBill}, {"cost", 400 / kBill}}},
        // 11 GB / 70% in three copies.
        {"price: {server: $100/month, disk: $0.7/GB/month}\n" + objects,
         {{"cost.storage", 33 / kBill}, {"box.cost", 100 / kBill}}},
    });
    CHECK_FALSE(is_in(objects, "cost"));
    CHECK_FALSE(is_in(objects, "cost.storage"));
}

}  // namespace bote::test::redis_kind_test
