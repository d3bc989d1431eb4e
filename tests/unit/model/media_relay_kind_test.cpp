// The kind `media_relay` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::media_relay_kind_test {
TEST_CASE("a relay takes a stream from each participant and sends them those of all others in the call") {
    // 10k users at launch, who double; 2 Mbps are 250 KB/s; a machine has 875 MB/s to plan for.
    hold({{"concurrent_users: 10k\ngrowth: 100%\nhorizon: 1 year\n" +
               box("kind: media_relay, call_size: 4, stream_rate: 2 Mbps, turn_share: 15%"),
           {{"box.participants", 20e3},
            {"box.calls", 5e3},
            {"box.peak_ingress", 5e9},
            {"box.peak_egress", 15e9},
            {"box.mesh_upload", 750e3},
            {"box.turn_traffic", 20e3 * 0.15 * 250e3 * 2},
            {"box.connections_needed", 20e3},
            {"box.by_network", 15 / 0.875},
            {"box.servers", 18}}},
          {box("kind: media_relay, participants: 12, call_size: 3"), {{"box.calls", 4}}}});
}

TEST_CASE("relays are counted by their participants where that is the rule") {
    const std::string relay = "kind: media_relay, participants: 20k";
    hold({{box(relay + ", participants_each: 500"), {{"box.connections", 500}, {"box.by_connections", 20e3 / 350}}},
          {box(relay + ", participants_each: 500, connections: 1k"), {{"box.by_connections", 20e3 / 700}}}});
    CHECK_FALSE(is_in(box(relay), "box.by_connections"));
    CHECK_FALSE(is_in(box(relay + ", load: 1/s"), "box.by_requests"));
}

}  // namespace bote::test::media_relay_kind_test
