// The kind `load_balancer` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::load_balancer_kind_test {
namespace {

// 1000 reads a second, of which a CDN answers half, and 100 writes; four times that at the peak.
const std::string kRequests =
    "reads: 1000/s\nwrites: 100/s\nobject_size: 2 KB\nretention: 1 day\npeak_factor: 4\ncdn_share: 50%\n";

}  // namespace

TEST_CASE("a load balancer takes all requests that no CDN answers") {
    hold({
        {kRequests + box("kind: load_balancer"),
         {{"box.load", 600},
          {"box.peak_load", 2400},
          {"box.peak_ingress", 400 * 2e3},
          {"box.peak_egress", 2000 * 2e3},
          {"box.by_requests", 2400 / 70e3},
          {"box.machines", 3}}},
        {kRequests + box("kind: load_balancer, request_size: 3 KB, response_size: 5 KB"),
         {{"box.peak_ingress", 2400 * 3e3}, {"box.peak_egress", 2400 * 5e3}}},
    });
}

TEST_CASE("a load that is given to a load balancer is taken to its peak, and back from it") {
    hold({
        {kRequests + box("kind: load_balancer, load: 700/s"), {{"box.peak_load", 2800}}},
        {kRequests + box("kind: load_balancer, load: 700/s, peak_factor: 2"), {{"box.peak_load", 1400}}},
        {"peak_factor: 5\n" + box("kind: load_balancer, peak_load: 3k/s"), {{"box.load", 600}}},
    });
}

TEST_CASE("a load balancer holds a hundred thousand connections") {
    hold({{box("kind: load_balancer, connections_needed: 1M"), {{"box.by_connections", 1e6 / 70e3}}}});
}

}  // namespace bote::test::load_balancer_kind_test
