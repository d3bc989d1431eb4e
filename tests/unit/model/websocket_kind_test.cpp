// The kind `websocket` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::websocket_kind_test {
namespace {

// 10M users, who double until the year of the horizon.
const std::string kUsers = "concurrent_users: 10M\ngrowth: 100%\nhorizon: 1 year\n";

}  // namespace

TEST_CASE("connections stay open in memory, for all users who are there") {
    // 20M of 70k each are 286 machines, and two spares; 240 GB of 89.6 GB each.
    hold({{kUsers + box("kind: websocket"),
           {{"box.connections_needed", 20e6},
            {"box.by_connections", 20e6 / 70e3},
            {"box.memory_needed", 240e9},
            {"box.by_memory", 240 / 89.6},
            {"box.machines", 288}}},
          {box("kind: websocket, connections_needed: 7M, connections: 1M, connection_memory: 64 KB"),
           {{"box.by_connections", 10}, {"box.memory_needed", 448e9}}}});
}

TEST_CASE("an open connection that a tier holds is none of the application") {
    hold({{kUsers + box("kind: websocket"), {{"app.connections_needed", 0}}},
          {kUsers + box("kind: websocket, connections_needed: 15M"), {{"app.connections_needed", 5e6}}}});
}

TEST_CASE("connections send signs of life, and come back when a machine is lost") {
    hold({
        {box("kind: websocket, connections_needed: 6M, heartbeat: 30 s, reconnect_time: 10 s"),
         // Heartbeats come as evenly at the peak.
         {{"box.load", 200e3}, {"box.peak_load", 200e3}, {"box.reconnects", 6e6 / 88 / 10}}},
        {box("kind: websocket, connections_needed: 6M, heartbeat: 30 s, peak_factor: 2"), {{"box.peak_load", 400e3}}},
        {box("kind: websocket, connections_needed: 6M, load: 100k/s"), {{"box.peak_load", 300e3}}},
    });
}

TEST_CASE("a gateway carries messages and signs of life") {
    const std::string gateway = "kind: websocket, connections_needed: 3M, heartbeat: 30 s";
    hold({
        {box(gateway + ", message_load: 50k/s"), {{"box.load", 150e3}, {"box.peak_load", 250e3}}},
        {box(gateway + ", message_load: 50k/s, peak_factor: 2"), {{"box.peak_load", 200e3}}},
        {box(gateway + ", load: 150k/s"), {{"box.message_load", 50e3}, {"box.peak_load", 250e3}}},
        // The load of heartbeats alone, given back.
        {box(gateway), {{"box.load", 100e3}, {"box.peak_load", 100e3}}},
        {box(gateway + ", load: 100k/s"), {{"box.peak_load", 100e3}}},
    });
}

TEST_CASE("pushes go out over the open connections, and not past the application") {
    const std::string users =
        "dau: 10M\nconcurrent_share: 10%\nwrites_per_user: 8.64/day\nrecipients: 100\n"
        "object_size: 200 B\npeak_factor: 3\n";
    // 1k writes a second, each to a hundred: 20 MB/s, and 60 in the busiest second.
    hold({{users, {{"app.peak_egress", 60e6}}},
          {users + box("kind: websocket, load: pushes"), {{"app.peak_egress", 0}, {"box.peak_egress", 60e6}}},
          {users + "reads: 86.4M/day\n" + box("kind: websocket, load: pushes"), {{"app.peak_egress", 600e3}}},
          {users + box("kind: websocket, load: pushes, response_size: 300 B"), {{"box.peak_egress", 90e6}}},
          {users + box("kind: workers, load: pushes"), {{"app.peak_egress", 60e6}}}});
}

}  // namespace bote::test::websocket_kind_test
