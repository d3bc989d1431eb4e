// Values worked out by hand for terms of the model that nothing else would miss: each row is there for a fault that
// went unnoticed.

#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::worked_values_test {

TEST_CASE("a read of erasure-coded data reads every data part, and a write writes all parts") {
    // 600 of 3000 reads a second miss the cache, 8 parts each; 300 writes a second, 8 parts in 1.5 copies each.
    hold(
        {{"reads: 1000/s\nwrites: 100/s\npeak_factor: 3\nhit_ratio: 80%\nobject_size: 1 KB\nretention: 1 day\n"
          "erasure_coding: 8+4\ndatabase: {iops: 1000/s, target: 100%}\n",
          {{"database_read_qps", 600},
           {"database_read_operations", 4800},
           {"database_write_qps", 3600},
           {"database.iops_needed", 8400},
           {"database.by_iops", 8.4},
           {"database.servers", 9}}}});
}

TEST_CASE("where all objects live in tiers, the database has nothing to do, and says so") {
    // 300 reads a second at the peak of ten objects, of which the first gets 1 / (1 + 1/2 + ... + 1/10) = 34%.
    const double harmonic = 1 + 1 / 2.0 + 1 / 3.0 + 1 / 4.0 + 1 / 5.0 + 1 / 6.0 + 1 / 7.0 + 1 / 8.0 + 1 / 9.0 + 0.1;
    hold(
        {{"spares: 0\nobjects:\n  page: {reads: 100/s, existing: 10, object_size: 1 KB, zipf_exponent: 1, "
          "peak_factor: 3}\ntiers:\n  store: {kind: sql, stores: page}\n",
          {{"database.machines", 0},
           {"database.utilization", 0},
           {"page.hottest_shard_qps", 300 / harmonic + 300 * (1 - 1 / harmonic)}}}});
}

}  // namespace bote::test::worked_values_test
