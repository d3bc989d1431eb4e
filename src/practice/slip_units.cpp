// Slips of units, of the calendar and of zeroes.

#include <cmath>

#include <fmt/format.h>

#include "collect.hpp"

namespace bote {
namespace {

/// Both ways: the answer too large by the factor, and too small.
void add_both(Collector& collector, SlipKind kind, double factor, const std::string& more, const std::string& less) {
    collector.add(kind, factor, more);
    collector.add(kind, 1 / factor, less);
}

/// Whether an input of the asked quantity is written with a unit of time of this length.
bool is_written_with(const Collector& collector, double seconds) {
    const Conventions& conventions = collector.variants.model().conventions;
    for (const QuantityIndex leaf : collector.variants.leaves()) {
        for (const Node& node : collector.quantity(leaf).formula->tree) {
            if (node.op != Op::literal || node.unit == kNoUnit || unit_at(node.unit).dimension != kSecond) continue;
            if (factor(unit_at(node.unit), conventions) == seconds) return true;
        }
    }
    return false;
}

/// "day" where the asked quantity is one a day.
std::string_view asked_time(const Collector& collector) {
    const Display& display = collector.quantity(collector.variants.quantity()).display;
    return display.per[0] == kNoUnit ? std::string_view() : unit_at(display.per[0]).symbol;
}

/// 500M a month taken for 500M a second.
void collect_undivided(Collector& collector) {
    const Conventions& conventions = collector.variants.model().conventions;
    constexpr double kDays = 7;
    if (collector.dimension().second >= 0 || asked_time(collector) == "day") return;
    if (is_written_with(collector, kDays * conventions.day))
        collector.add(SlipKind::month_and_year, kDays * conventions.day, "a week's worth taken for a second's");
    if (is_written_with(collector, conventions.month))
        collector.add(SlipKind::month_not_divided, conventions.month, "a month's worth taken for a second's");
    if (is_written_with(collector, conventions.year))
        collector.add(SlipKind::month_and_year, conventions.year, "a year's worth taken for a second's");
}

void collect_calendar(Collector& collector) {
    const Conventions& conventions = collector.variants.model().conventions;
    const bool rate = collector.dimension().second < 0;
    if (rate) {
        add_both(collector, SlipKind::day_for_second, conventions.day, "a day's worth taken for a second's",
                 "divided by the seconds of a day once too often");
    }
    const double days = conventions.month / conventions.day;
    const bool monthly = is_written_with(collector, conventions.month);
    const std::string_view unit = asked_time(collector);
    if (unit == "day") {
        if (!monthly) collector.add(SlipKind::month_and_year, days, "a month's worth, not a day's");
        collector.add(SlipKind::month_and_year, conventions.year / conventions.day, "a year's worth, not a day's");
    } else if (rate && is_written_with(collector, conventions.day)) {
        collector.add(SlipKind::month_and_year, 1 / days, "divided by the seconds of a month, not of a day");
    }
    if (monthly) {
        add_both(collector, SlipKind::month_not_divided, conventions.month / conventions.day,
                 "a month's worth taken for a day's", "divided by the days of a month once too often");
    }
    collect_undivided(collector);
}

/// Hours for days, minutes for seconds, months for years, weeks for days.
void collect_mixed_up(Collector& collector) {
    const Conventions& conventions = collector.variants.model().conventions;
    const Dimension dimension = collector.dimension();
    constexpr double kMinute = 60;
    constexpr double kHour = 3600;
    if (dimension.second != 0) {
        constexpr double kHours = 24;
        add_both(collector, SlipKind::hour_and_day, kHours, "hours and days mixed up (24x)",
                 "hours and days mixed up (24x)");
        add_both(collector, SlipKind::minute_and_second, kMinute, "minutes mixed up with seconds or hours (60x)",
                 "minutes mixed up with seconds or hours (60x)");
        add_both(collector, SlipKind::minute_and_second, kHour, "hours and seconds mixed up (3,600x)",
                 "hours and seconds mixed up (3,600x)");
    }
    if (is_written_with(collector, conventions.year) || is_written_with(collector, conventions.month)) {
        constexpr double kMonths = 12;
        add_both(collector, SlipKind::month_and_year, kMonths, "months and years mixed up (12x)",
                 "months and years mixed up (12x)");
    }
    if (dimension.second == 0 && is_written_with(collector, conventions.year)) {
        collector.add(SlipKind::month_and_year, conventions.day / conventions.year, "took years for days");
    }
    constexpr double kDays = 7;
    if (is_written_with(collector, kDays * conventions.day)) {
        add_both(collector, SlipKind::month_and_year, kDays, "days and weeks mixed up (7x)",
                 "days and weeks mixed up (7x)");
    }
}

void collect_bits(Collector& collector) {
    constexpr double kBits = 8;
    if (collector.dimension().byte == 0) return;
    add_both(collector, SlipKind::bits_and_bytes, kBits, "bits taken for bytes", "bytes taken for bits");
    constexpr double kBinaryStep = 1.024;
    constexpr int kSteps = 5;
    double factor = 1;
    for (int i = 0; i < kSteps; ++i) {
        factor *= kBinaryStep;
        add_both(collector, SlipKind::kilo, factor, "1000 where 1024 was divided by", "1024 taken for 1000");
    }
}

void collect_digits(Collector& collector) {
    constexpr double kTen = 10;
    constexpr double kThousand = 1e3;
    constexpr double kMillion = 1e6;
    constexpr double kBillion = 1e9;
    add_both(collector, SlipKind::thousand, kThousand, "a thousand too many", "a thousand lost");
    add_both(collector, SlipKind::thousand, kMillion, "a million too many", "a million lost");
    add_both(collector, SlipKind::thousand, kBillion, "a billion too many", "a billion lost");
    add_both(collector, SlipKind::zero, kTen, "a zero too many", "a zero lost");
    add_both(collector, SlipKind::zero, kTen * kTen, "two zeroes too many", "two zeroes lost");
}

}  // namespace

void collect_units(Collector& collector) {
    collect_bits(collector);
    collect_digits(collector);
    collect_calendar(collector);
    collect_mixed_up(collector);
}

}  // namespace bote
