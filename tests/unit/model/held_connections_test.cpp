// Whose machines hold the connections of users, worked out by hand.

#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::held_connections_test {

TEST_CASE("the application holds no connections that a tier of its own holds") {
    const std::string users = "concurrent_users: 1M\nreads: 10k/s\n";
    hold({
        {users, {{"app.by_connections", 1e6 / 700}, {"app.servers", 1429}}},
        // 30k/s at the peak, of 32k/s * 70%.
        {users + "tiers:\n  push: {kind: websocket}\n",
         {{"push.connections_needed", 1e6},
          {"push.servers", 15},  // of 100k * 70%
          {"app.connections_needed", 0},
          {"app.by_connections", 0},
          {"app.connections_each", 0},
          {"app.servers", 2}}},
        {users + "tiers:\n  push: {kind: websocket, connections_needed: 400k}\n",
         {{"push.servers", 6}, {"app.connections_needed", 6e5}, {"app.servers", 858}}},
        {users + "tiers:\n  push: {kind: websocket, connections_needed: 300k}\n"
                 "  chat: {kind: websocket, connections_needed: 300k}\n",
         {{"app.connections_needed", 4e5}, {"app.servers", 572}}},
        // Growth is that of all users.
        {users + "growth: 100%\nhorizon: 1 year\ntiers:\n  push: {kind: websocket}\n",
         {{"push.connections_needed", 2e6}, {"app.connections_needed", 0}}},
        // Other kinds hold connections beside those of the application.
        {users + "tiers:\n  relays: {kind: media_relay, call_size: 2, stream_rate: 1 Mbps}\n", {{"app.servers", 1429}}},
    });
}

TEST_CASE("samples are written many at a time, so that they ask for no disk operations of their own") {
    hold(
        {{"objects:\n  sample: {writes: 10M/s, object_size: 2 B, retention: 1 year, replication: 1}\n"
          "tiers:\n  samples: {kind: time_series, stores: sample, rps: 1M/s, disk: 100 TB}\npeak_factor: 1\n",
          // 20 MB/s for 365 days are 630.72 TB, with 30% free 901 TB; 10M/s of 1M/s * 70%.
          {{"samples.by_disk", 6.3072e14 / 0.7 / 1e14}, {"samples.servers", 15}}}});
}

TEST_CASE("the application needs memory for the connections that it holds itself") {
    const std::string users = "dau: 10M\nconcurrent_share: 10%\napp.connection_memory: 500 KB\n";
    hold({{users, {{"app.working_memory", 500e9}}},
          {users + "tiers:\n  ws: {kind: websocket}\n", {{"app.working_memory", 0}}},
          {users + "tiers:\n  ws: {kind: websocket, connections_needed: 600k}\n", {{"app.working_memory", 200e9}}}});
}

}  // namespace bote::test::held_connections_test
