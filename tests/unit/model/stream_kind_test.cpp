// The kind `stream` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::stream_kind_test {
TEST_CASE("each core of a stream works on so many messages, unless their work is known") {
    // 300k/s at the peak; 32 cores * 5k/s * 70% are 112k/s.
    hold({
        {box("kind: stream, load: 100k/s"), {{"box.rps", 160e3}, {"box.by_requests", 300 / 112.0}}},
        {box("kind: stream, load: 100k/s, cores: 8, rps_per_core: 10k/s"), {{"box.rps", 80e3}}},
        {box("kind: stream, load: 100k/s, rps: 30k/s"), {{"box.by_requests", 300 / 21.0}}},
    });
    CHECK_FALSE(is_in(box("kind: stream, load: 100k/s, work: 1 ms"), "box.by_requests"));
}

TEST_CASE("the state of all keys is kept on disk and leaves with each checkpoint") {
    // 6M keys of 2 KB are 12 GB, 200 MB/s over a minute; 300k/s * 100 B are 30 MB/s.
    const std::string keys = "kind: stream, keys: 6M, state_of_key: 2 KB";
    hold({
        {box(keys + ", headroom: 20%"),
         {{"box.state", 12e9},
          {"box.disk_needed", 15e9},
          {"box.by_disk", 15e9 / 4e12},
          {"box.checkpoint_rate", 200e6},
          {"box.peak_egress", 200e6},
          {"box.by_network", 200 / 875.0}}},
        {box(keys + ", checkpoint: 10 min, load: 100k/s, response_size: 100 B"),
         {{"box.checkpoint_rate", 20e6}, {"box.peak_egress", 50e6}}},
        {box("kind: stream, load: 100k/s, response_size: 100 B"), {{"box.peak_egress", 30e6}}},
    });
}

}  // namespace bote::test::stream_kind_test
