#include "published.hpp"

namespace bote {
namespace {

constexpr double kSecondsADay = 86'400;

Measure measure_of(std::string_view unit) { return {*parse_display(unit), {}, {}}; }

Truth exactly(double value) { return {value, value}; }

Spot shares_of_users() {
    return {"A published URL shortener",
            "",
            {"100M users, of whom 30% come on a given day. 30% of those create 3 links each. 100 reads for each "
             "write. A record takes 500 B and is kept for 10 years, one copy."},
            {{"Daily users", "100M * 30%", "30M"},
             {"Links created a day", "30M * 3", "90M/day"},
             {"Links created a second", "90M / 100k", "900/s", true},
             {"Reads a second", "900/s * 100", "90k/s", true},
             {"New data a day", "90M/day * 500 B", "45 GB/day", true},
             {"Data in 10 years", "45 GB/day * 3,650 days", "164 TB", true}},
            1,
            "write_qps",
            SlipKind::share_left_out,
            "left out that only 30% of the daily users create any",
            exactly(27e6 / kSecondsADay),
            measure_of("/day"),
            90e6 / kSecondsADay};
}

Spot cache_of_links() {
    return {"A published link service",
            "",
            {"300M people use it every day. Each reads 20 links a day; 10% of them write 5 a day. A record takes "
             "200 B and is kept for 10 years, one copy. The cache holds 1% of a day's new data."},
            {{"Reads a day", "300M * 20", "6 billion/day"},
             {"Writes a day", "300M * 10% * 5", "150M/day"},
             {"New data a day", "150M/day * 200 B", "30 GB/day"},
             {"Data in 10 years", "30 GB/day * 3,650 days", "110 TB"},
             {"Cache", "30 GB * 1%", "3 GB"},
             {"Writes a second", "150M/day / 86,400 s", "1.74k/s"}},
            4,
            "cache_memory",
            SlipKind::zero,
            "a zero too many",
            exactly(0.3e9),
            measure_of("B"),
            3e9};
}

Spot reads_of_links() {
    return {"The reads of a published link service",
            "",
            {"300M people use it every day. Each reads 20 links a day; 10% of them write 5 a day. A record takes "
             "200 B, one copy."},
            {{"Reads a day", "300M * 20", "6 billion/day"},
             {"Writes a day", "300M * 10% * 5", "150M/day"},
             {"Writes a second", "150M/day / 86,400 s", "1.74k/s"},
             {"Bandwidth in", "1.74k/s * 200 B", "347 KB/s"},
             {"Reads a second", "6 billion/day / 86,400 s", "6.44k/s"},
             {"Bandwidth out", "6.44k/s * 200 B", "1.29 MB/s", true}},
            4,
            "read_qps",
            SlipKind::zero,
            "a zero lost",
            exactly(6e9 / kSecondsADay),
            measure_of("/s"),
            6.44e3};
}

Spot short_codes() {
    return {"A published short code",
            "",
            {"100,000 users, of whom 15% come on a given day and create 10 links each. A record takes 512 B and is "
             "kept for 6 months of 30 days, one copy. Codes are 6 letters or digits: 62 of them."},
            {{"Links a day", "100k * 15% * 10", "150k/day"},
             {"Links a second", "150k/day / 100k s", "1.5/s"},
             {"Links kept", "150k/day * 180 days", "27M"},
             {"Data", "27M * 512 B", "13.8 GB"},
             {"Different codes", "62 ^ 6", "65 billion"}},
            4,
            "key.space",
            SlipKind::key_power,
            "62^6 is not 65 billion: 62 squared is 3,844, that squared 14.8 million, times 3,844",
            exactly(56'800'235'584.0),
            measure_of(""),
            65e9};
}

}  // namespace

std::vector<Spot> published_slips() { return {shares_of_users(), cache_of_links(), reads_of_links(), short_codes()}; }

}  // namespace bote
