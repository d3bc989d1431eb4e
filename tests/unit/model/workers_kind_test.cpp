// The kind `workers` of src/model/kinds, worked out by hand.

#include <string>

#include "model/box.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::workers_kind_test {
TEST_CASE("workers are planned for four fifths of their cores and have no spares") {
    // 30/s * 60 s at the peak, of 32 cores * 80%.
    hold({
        {box("kind: workers, load: 10/s, work: 60 s"),
         {{"box.peak_load", 30},
          {"box.busy_cores", 600},
          {"box.by_cores", 1800 / 25.6},
          {"box.spares", 0},
          {"box.machines", 71}}},
        {box("kind: workers, load: 10/s, rps: 5/s"), {{"box.by_requests", 7.5}, {"box.machines", 8}}},
    });
    CHECK_FALSE(is_in(box("kind: workers, load: 10/s, latency: 1 s"), "box.by_requests"));
}

TEST_CASE("a batch of jobs is done by its deadline, whatever comes in on average") {
    hold({
        {box("kind: workers, batch_jobs: 1M, deadline: 500 s"), {{"box.peak_load", 2e3}}},
        {box("kind: workers, batch_jobs: 1M, deadline: 500 s, load: 10/s"), {{"box.peak_load", 2e3}}},
        {box("kind: workers, load: 10/s, peak_factor: 5"), {{"box.peak_load", 50}}},
        // 1 MB/s are 100 jobs a second.
        {box("kind: workers, ingress: 1 MB/s, request_size: 10 KB"), {{"box.load", 100}, {"box.peak_load", 300}}},
    });
}

}  // namespace bote::test::workers_kind_test
