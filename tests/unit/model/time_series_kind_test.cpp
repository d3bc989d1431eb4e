// The kind `time_series` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::time_series_kind_test {
TEST_CASE("each series brings a sample of two bytes after each interval, at the same rate all day") {
    // 9M series are 600k/s; 1.2 MB/s for 15 days.
    hold({{box("kind: time_series, series: 9M, interval: 15 s, headroom: 20%"),
           {{"box.load", 600e3},
            {"box.peak_load", 600e3},
            {"box.by_requests", 6 / 7.0},
            {"box.ingress", 1.2e6},
            {"box.data", 1.2e6 * 15 * kDay},
            {"box.disk_needed", 1.5e6 * 15 * kDay}}},
          {box("kind: time_series, load: 700k/s, peak_factor: 2"), {{"box.by_requests", 2}}}});
}

TEST_CASE("the memory of a store of samples follows its series, and its samples take no disk operation each") {
    hold({{box("kind: time_series, series: 9M, series_memory: 4 KB"),
           {{"box.memory_needed", 36e9}, {"box.by_memory", 36 / 89.6}}}});
    const std::string stored =
        "objects:\n  sample: {writes: 1k/s, object_size: 2 B}\n" + box("kind: time_series, stores: sample");
    CHECK(is_in(stored, "box.machines"));
    CHECK_FALSE(is_in(stored, "box.by_iops"));
}

}  // namespace bote::test::time_series_kind_test
