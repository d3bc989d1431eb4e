// The kinds of slips: name, likelihood, the widest window, the tip.

#include <algorithm>

#include "bote/base/index.hpp"
#include "bote/practice/slips.hpp"

namespace bote {
namespace {

// A window of w either side catches a random answer over six decades with the chance 2 w / ln 10^6: 1% at 7%.
constexpr double kStrong = 0.07;
constexpr double kUsual = 0.04;
constexpr double kSeldom = 0.03;  // and never by one digit alone, as from kUsual on
constexpr double kWeak = 0.005;

using enum SlipKind;
using enum Likelihood;

constexpr SlipRow kRows[] = {
    {none, "", digit, 0, ""},
    {average_for_peak, "average for peak", own_factor, kStrong, "Ask first whether it is the average or the peak."},
    {peak_misplaced, "peak on a total", own_factor, kSeldom, "Totals a day and what is kept have no peak."},
    {bits_and_bytes, "bits and bytes", eightfold, kStrong,
     "Networks are sold in bits, disks in bytes: 10 Gbps is 1.25 GB/s."},
    {replication_left_out, "replication left out", own_factor, kStrong, "Last step of storage: times the copies."},
    {replication_misplaced, "replication where nothing is copied", own_factor, kUsual,
     "Copies cost disk, not requests or bandwidth."},
    {retention_left_out, "retention left out", own_factor, kUsual, "New data a day, times the days it is kept."},
    {counted_twice, "counted twice", own_factor, kWeak, "Write each factor once on a line of its own, then multiply."},
    {day_for_second, "day for second", calendar, kStrong, "A day is about 10^5 seconds: 1M a day is 12 a second."},
    {month_not_divided, "month not divided", calendar, kUsual, "A month is 30 days, or 2.5M seconds."},
    {hour_and_day, "hour and day", calendar, kWeak, "24 hours a day; 3,600 seconds an hour."},
    {minute_and_second, "minute, hour, second", calendar, kWeak, "Say the unit aloud with every number."},
    {month_and_year, "week, month, year", calendar, kWeak, "12 months a year, 7 days a week."},
    {thousand, "a thousand off", magnitude, kStrong, "K, M, B, T: count the steps of a thousand aloud."},
    {zero, "a zero off", digit, kWeak, "Write 3 x 10^5 instead of counting zeroes."},
    {ratio_left_out, "read:write ratio left out", own_factor, kUsual, "Reads are writes times the ratio."},
    {ratio_wrong_side, "ratio on the wrong side", own_factor, kSeldom, "The larger of the two gets the ratio."},
    {ratio_off_by_one, "ratio off by one", own_factor, kWeak, "n:1 is n of n + 1 in all, but n for each one."},
    {writes_for_reads, "writes for reads", own_factor, kUsual,
     "Bytes out and the cache follow the reads, bytes in the writes."},
    {request_for_response, "size of the other direction", own_factor, kUsual,
     "Requests are small, responses are what is read."},
    {all_users_for_daily, "all users for daily ones", own_factor, kUsual, "Start from daily users, not from accounts."},
    {share_left_out, "a share left out", own_factor, kUsual, "Underline every percentage in the problem."},
    {share_swapped, "share and complement swapped", own_factor, kWeak, "Misses reach the database, hits do not."},
    {cache_hit_ignored, "cache ignored", own_factor, kUsual,
     "Only the misses reach the database; after a restart all do."},
    {cache_of_everything, "cache of everything", own_factor, kUsual,
     "A cache holds the hot part: 20% of what is read."},
    {cache_window, "cache for the wrong time", own_factor, kWeak,
     "A cache is sized on the average reads of its time, not on peak or year."},
    {margin_multiplied, "margin multiplied", own_factor, kWeak, "A disk that is 70% full: divide by 0.7."},
    {margin_left_out, "margin left out", own_factor, kUsual, "Nothing runs at 100%: divide by what may be used."},
    {not_rounded_up, "spares or rounding up left out", own_factor, kUsual,
     "Machines are whole: round up, then add spares."},
    {wrong_resource, "not the scarcest resource", own_factor, kSeldom,
     "Work out each resource, take the largest count."},
    {fanout, "fan-out", own_factor, kUsual, "One write may set off many: multiply by the fan-out."},
    {part_left_out, "a part left out", own_factor, kWeak, "List the parts before adding them up."},
    {growth, "growth", own_factor, kWeak, "Growth compounds: 40% a year is x 5.4 after five."},
    {kilo, "1024 for 1000", own_factor, kWeak, "Powers of 1000 will do; the difference is 10% at TB."},
    {false_precision, "false precision", digit, 0, "Two digits are plenty: the inputs are guesses."},
    {radius_for_area, "power left out", own_factor, kWeak, "An area grows with the square."},
    {key_power, "length off by one", own_factor, kSeldom, "Each further character multiplies by the alphabet."},
    {wrong_dimension, "wrong dimension", certain, 0, "Say the unit before the number."},
    {littles_law, "Little's law upside down", own_factor, kSeldom, "Under way = rate times duration."},
    {one_direction, "one direction only", own_factor, kWeak, "Bandwidth has two directions; say which one you mean."},
    {model_factor, "a factor of the formula left out", own_factor, kWeak, "Write the formula down before the numbers."},
    {frequency, "frequency left out", own_factor, kUsual, "People, times how often each of them does it."},
    {factor_left_out, "a factor left out", own_factor, kWeak, "Write the formula down before the numbers."},
};

}  // namespace

std::span<const SlipRow> all_slips() { return kRows; }

const SlipRow& row_of(SlipKind kind) { return kRows[at(kind)]; }

SlipKind slip_named(std::string_view name) {
    const auto* row =
        std::find_if(std::begin(kRows), std::end(kRows), [&](const SlipRow& each) { return each.name == name; });
    return row == std::end(kRows) ? none : row->kind;
}

}  // namespace bote
