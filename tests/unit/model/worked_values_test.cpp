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

TEST_CASE("the average follows from the peak of the busy hours") {
    // The busiest second has three times the average of the twelve hours, which is twice that of the day.
    const std::string twelve = "busy_hours: 12 h\npeak_factor: 3\n";
    hold({
        {twelve + "peak_read_qps: 3000/s\n", {{"read_qps", 500}, {"busy_read_qps", 1000}}},
        {twelve + "peak_write_qps: 3000/s\n", {{"write_qps", 500}, {"busy_write_qps", 1000}}},
        {twelve + "peak_qps: 3000/s\n", {{"qps", 500}, {"busy_qps", 1000}}},
    });
}

TEST_CASE("a peak of writes above that of all requests leaves no reads") {
    hold({{"peak_qps: 1k/s\npeak_write_qps: 1.4k/s\nreads: 0/day\n", {{"peak_read_qps", 0}}},
          {"peak_qps: 1k/s\npeak_read_qps: 1.4k/s\nwrites: 0/day\n", {{"peak_write_qps", 0}}}});
}

TEST_CASE("powers count what fits so many bits and so many characters") {
    std::string yaml = "define:\n";
    std::vector<Worked> values;
    const auto add = [&](const std::string& name, double value) {
        yaml += "  " + name + ": powers." + name + "\n";
        values.push_back({name, value});
    };
    add("two_8", 256);
    add("two_10", 1'024);
    add("two_16", 65'536);
    add("two_20", 1'048'576);
    add("two_30", 1'073'741'824);
    add("two_32", 4'294'967'296);
    add("two_40", 1'099'511'627'776);
    add("two_63", 9'223'372'036'854'775'808.0);
    add("two_64", 18'446'744'073'709'551'616.0);
    // 62 * 62 * 62 = 238,328; its square, and that times 62 and times 62 again.
    add("base62_6", 56'800'235'584);
    add("base62_7", 3'521'614'606'208);
    add("base62_8", 218'340'105'584'896);
    add("base64_6", 68'719'476'736);  // 36 bits
    hold({{yaml, values}});
}

TEST_CASE("nines leave as little time down as their number says") {
    std::string yaml = "define:\n";
    for (const std::string name : {"two", "three", "three_and_half", "four", "five", "six"})
        yaml += "  " + name + ": (1 - nines." + name + ") * 1 year\n";
    // Of the 8760 hours of a year.
    hold({{yaml,
           {{"two", 87.6 * 3600},
            {"three", 8.76 * 3600},
            {"three_and_half", 4.38 * 3600},
            {"four", 0.876 * 3600},
            {"five", 0.0876 * 3600},
            {"six", 0.00876 * 3600}}}});
}

}  // namespace bote::test::worked_values_test
