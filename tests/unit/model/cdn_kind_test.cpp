// The kind `cdn` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::cdn_kind_test {
namespace {

// 1000 reads a second, 4000 at the peak, of which the CDN answers 60%.
const std::string kReads = "reads: 86.4M/day\nobject_size: 10 KB\npeak_factor: 4\ncdn_share: 60%\n";

}  // namespace

TEST_CASE("an edge server sends what the CDN answers of the reads") {
    hold({
        {kReads + box("kind: cdn"),
         {{"box.load", 600},
          {"box.peak_load", 2400},
          {"box.peak_egress", 24e6},
          {"box.by_network", 24e6 / 8.75e9},  // 100 Gbps * 70%
          {"box.spares", 0},
          {"box.machines", 1}}},
        {kReads + box("kind: cdn, rps: 100/s"), {{"box.by_requests", 2400 / 70.0}, {"box.machines", 35}}},
        {kReads + box("kind: cdn, response_size: 20 KB"), {{"box.peak_egress", 48e6}}},
    });
}

TEST_CASE("a load that is given to a CDN is taken to its peak") {
    hold({
        {kReads + box("kind: cdn, load: 500/s"), {{"box.peak_load", 2e3}}},
        {kReads + box("kind: cdn, load: 500/s, peak_factor: 5, response_size: 1 KB"),
         {{"box.peak_load", 2500}, {"box.peak_egress", 2.5e6}}},
    });
}

TEST_CASE("edge servers cost what machines cost, unless bytes are paid for") {
    const std::string edge = kReads + "price.server: $100/month\n";
    const std::string tier = box("kind: cdn, rps: 100/s");
    hold({
        {edge + tier, {{"box.cost", 35 * 100 / kBill}}},
        {edge + "price.cdn: $0.02/GB\n" + tier, {{"box.cost", 0}}},
        {edge + "price.egress: $0.02/GB\n" + tier, {{"box.cost", 0}}},
    });
}

TEST_CASE("an edge server that is down takes nothing down with it") {
    const std::string edge = kReads + "server.availability: 99%\n";
    CHECK(value(estimate_of(edge + box("kind: cdn")), "availability") ==
          near(value(estimate_of(edge), "availability"), 1e-12));
    CHECK(value(estimate_of(edge + box("kind: cdn, availability: 99.9%")), "availability") ==
          near(value(estimate_of(edge), "availability") * 0.999, 1e-12));
}

TEST_CASE("a tier without load costs nothing") {
    hold(
        {{"price.server: $1000/month\ncdn_share: 0%\nwrites: 1/s\nreads: 100/s\nobject_size: 1 KB\n" + box("kind: cdn"),
          {{"box.servers", 0}, {"box.machines", 0}, {"box.cost", 0}}}});
}

}  // namespace bote::test::cdn_kind_test
