// Slips in the factors of the asked quantity's own formulas.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "collect.hpp"

namespace bote {
namespace {

struct LeftOut {
    std::string_view definition;
    SlipKind kind;
};
/// What it is called where a factor is left out; every other one is a factor, or a share, of no name of its own.
constexpr LeftOut kLeftOut[] = {
    {"peak_factor", SlipKind::average_for_peak},
    {"replication", SlipKind::replication_left_out},
    {"erasure_coding", SlipKind::replication_left_out},
    {"read_write_ratio", SlipKind::ratio_left_out},
    {"active_share", SlipKind::all_users_for_daily},
    {"hit_ratio", SlipKind::cache_hit_ignored},
    {"hot_fraction", SlipKind::cache_of_everything},
    {"headroom", SlipKind::margin_left_out},
    {"margin", SlipKind::margin_left_out},
    {"app.target", SlipKind::margin_left_out},
    {"cache.target", SlipKind::margin_left_out},
    {"database.target", SlipKind::margin_left_out},
    {"spares", SlipKind::not_rounded_up},
    {"database.spares", SlipKind::not_rounded_up},
    {"growth", SlipKind::growth},
    {"fanout", SlipKind::fanout},
    {"recipients", SlipKind::fanout},
};

SlipKind kind_left_out(const Collector& collector, QuantityIndex index) {
    const auto name = collector.base_name(index);
    for (const auto& row : kLeftOut) {
        if (row.definition == name) return row.kind;
    }
    if (collector.quantity(index).display.numerator == Numerator::share) return SlipKind::share_left_out;
    return collector.quantity(index).definition == nullptr ? SlipKind::model_factor : SlipKind::factor_left_out;
}

bool is_plain(const ModelQuantity& quantity) { return quantity.display.dimension == kCount; }

/// What the inputs of a factor are when it is there twice: x * x, (1 - x) * (1 - x).
double twice(double value, double neutral) { return neutral == 0 ? 1 - (1 - value) * (1 - value) : value * value; }

/// Quantities that say how much there is are where an estimate begins; without them there is none.
bool is_scale(const ModelQuantity& quantity) { return quantity.definition != nullptr && quantity.definition->scale; }

/// A machine's cores are no factor that somebody leaves out: its requests a second are what is known of it.
bool is_spoken_of(const Collector& collector, QuantityIndex index) {
    const ModelQuantity& each = collector.quantity(index);
    if (each.definition == nullptr || !each.definition->constant) return true;
    return each.display.numerator == Numerator::share;
}

void collect_factor(Collector& collector, QuantityIndex index) {
    const ModelQuantity& each = collector.quantity(index);
    const double neutral = neutral_of(collector.variants, index);
    if (!is_plain(each) || is_scale(each) || !is_spoken_of(collector, index) || !std::isfinite(neutral)) return;
    const auto name = collector.base_name(index);
    const SlipKind kind = kind_left_out(collector, index);
    collector.add(kind, collector.each_of(name, [&](double) { return neutral; }), "left out " + collector.spoken(index),
                  index);
    if (kind == SlipKind::not_rounded_up) return;
    collector.add(SlipKind::counted_twice, collector.each_of(name, [&](double x) { return twice(x, neutral); }),
                  fmt::format("counted {} twice", collector.spoken(index)), index);
}

/// 30% written, 70% used, where the model itself takes the complement.
void collect_complement(Collector& collector, QuantityIndex index) {
    const ModelQuantity& each = collector.quantity(index);
    const double value = collector.variants.value(index);
    const auto name = collector.base_name(index);
    if (each.display.numerator != Numerator::share || value <= 0 || value >= 1) return;
    const auto mentions = collector.variants.mentions_of(index);
    const bool taken_off = std::any_of(mentions.begin(), mentions.end(),
                                       [](const Mention& mention) { return mention.parent == Op::subtract; });
    if (name == "headroom" || !taken_off) return;
    collector.add(SlipKind::share_swapped, collector.each_of(name, [](double x) { return 1 - x; }),
                  fmt::format("took {} for what is left of {}", collector.value_text(value, index), spoken_name(name)),
                  index);
}

/// The margin multiplied where it is divided by, or taken off.
void collect_margins(Collector& collector) {
    for (const QuantityIndex index : collector.used_of("headroom")) {
        const std::string text = collector.value_text(collector.variants.value(index), index);
        collector.add(SlipKind::margin_multiplied,
                      collector.each_of("headroom", [](double share) { return 1 - 1 / (1 + share); }),
                      fmt::format("added {} instead of dividing by what is left", text), index);
        collector.add(SlipKind::margin_multiplied,
                      collector.each_of("headroom", [](double share) { return 1 - 1 / (1 - share); }),
                      fmt::format("multiplied by what {} free space leaves, where one divides", text), index);
    }
    for (const auto* name : {"app.target", "cache.target", "database.target"}) {
        for (const QuantityIndex index : collector.used_of(name))
            collector.add(SlipKind::margin_multiplied,
                          collector.each_of(name, [](double target) { return 1 / target; }),
                          fmt::format("multiplied by {} where one divides",
                                      collector.value_text(collector.variants.value(index), index)),
                          index);
    }
}

void collect_retention(Collector& collector) {
    const Conventions& conventions = collector.variants.model().conventions;
    const auto used = collector.used_of("retention");
    if (used.empty()) return;
    const QuantityIndex index = used.front();
    const double time = collector.variants.value(index);
    const auto instead = [&](double length, std::string text) {
        collector.add(SlipKind::retention_left_out,
                      collector.each_of("retention", [&](double x) { return std::min(x, length); }), std::move(text),
                      index);
    };
    const std::string kept = collector.value_text(time, index);
    instead(conventions.day, fmt::format("a day's worth, not {}", kept));
    if (time > conventions.year) instead(conventions.year, fmt::format("one year instead of {}", kept));
    else instead(conventions.month, fmt::format("one month instead of {}", kept));
    if (time >= 2 * conventions.year)
        collector.add(SlipKind::counted_twice,
                      collector.each_of("retention", [&](double x) { return x * x / conventions.year; }),
                      fmt::format("counted the {} twice", kept), index);
}

/// What is a factor elsewhere in the problem and none here.
void collect_misplaced(Collector& collector) {
    const auto misplaced = [&](std::string_view name, SlipKind kind, std::string_view where) {
        if (!collector.used_of(name).empty()) return;
        for (const QuantityIndex index : collector.all_of(name))
            collector.add(kind, collector.variants.value(index),
                          fmt::format("multiplied by {}, {}", collector.spoken(index), where), index);
    };
    const bool cache = collector.asked_name().starts_with("cache");
    if (cache) misplaced("peak_factor", SlipKind::cache_window, "though a cache is sized on the average load");
    else misplaced("peak_factor", SlipKind::peak_misplaced, "which is for the busiest second alone");
    misplaced("fanout", SlipKind::fanout, "which is for deliveries alone");
    const bool kept = collector.dimension() == kByte || collector.asked_name() == "new_data";
    misplaced("recipients", SlipKind::fanout, kept ? "though each is kept once" : "though each is sent once");
    misplaced("replication", SlipKind::replication_misplaced,
              kept ? "though one copy is asked for" : "though nothing is copied here");
}

/// One a day for 40 a day, or for one every 2 days; and what one gets by turning "every 2 days" upside down. Asked for
/// in the rates alone, since whatever comes later goes on from them.
void collect_frequency(Collector& collector) {
    if (!(collector.dimension() == kCount / kSecond)) return;
    const double day = collector.variants.model().conventions.day;
    for (const auto* name : {"writes_per_user", "reads_per_user", "sessions_per_user"}) {
        for (const QuantityIndex index : collector.used_of(name)) {
            const double daily = collector.variants.value(index) * day;
            const std::string often = daily < 1 ? fmt::format("one every {} days", format_number(1 / daily, 2))
                                                : format_number(daily, kShownDigits) + " a day";
            const std::size_t before = collector.slips.size();
            collector.add(SlipKind::frequency, collector.each_of(name, [&](double) { return 1 / day; }),
                          fmt::format("took one a day for {}", often), index);
            // Nobody forgets 40 a day as easily as a half.
            if (daily > 1 && collector.slips.size() > before) collector.slips.back().is_seldom = true;
            if (daily < 1)
                collector.add(SlipKind::frequency,
                              collector.each_of(name, [&](double x) { return 1 / (x * day * day); }),
                              fmt::format("took {} a day for {}", format_number(1 / daily, 2), often), index);
        }
    }
    for (const QuantityIndex index : collector.used_of("interval")) {
        collector.add(SlipKind::frequency, collector.each_of("interval", [](double) { return 1.0; }),
                      "left out " + collector.spoken(index), index);
        collector.add(SlipKind::frequency, collector.each_of("interval", [](double x) { return 1 / x; }),
                      fmt::format("multiplied by {} where one divides", collector.spoken(index)), index);
    }
}

/// Two of the last steps forgotten together: 4.3x low is the copies and the free space.
void collect_pairs(Collector& collector) {
    constexpr std::string_view kLast[] = {"replication", "headroom", "peak_factor", "app.target"};
    std::vector<QuantityIndex> used;
    for (const auto name : kLast) {
        const auto all = collector.used_of(name);
        if (!all.empty() && std::isfinite(neutral_of(collector.variants, all.front()))) used.push_back(all.front());
    }
    const auto without = [&](QuantityIndex index) {
        const double neutral = neutral_of(collector.variants, index);
        return collector.each_of(collector.base_name(index), [&](double) { return neutral; });
    };
    for (std::size_t i = 0; i < used.size(); ++i) {
        for (std::size_t k = i + 1; k < used.size(); ++k) {
            std::vector<Replacement> both = without(used[i]);
            const std::vector<Replacement> second = without(used[k]);
            if (collector.variants.value(used[i]) == both.front().value) continue;
            if (collector.variants.value(used[k]) == second.front().value) continue;
            both.insert(both.end(), second.begin(), second.end());
            collector.add(SlipKind::factor_left_out, both,
                          fmt::format("left out {} and {}", collector.spoken(used[i]), collector.spoken(used[k])),
                          used[i]);
        }
    }
}

}  // namespace

double neutral_of(const Variants& variants, QuantityIndex quantity) {
    for (const auto& mention : variants.mentions_of(quantity)) {
        switch (mention.parent) {
            case Op::multiply:
            case Op::divide: return 1;
            case Op::power: return mention.is_right ? NAN : 1;
            case Op::subtract: return mention.beside_literal || mention.is_right ? 0 : NAN;
            case Op::add:
            case Op::sum: return 0;
            case Op::name:
            case Op::negate:
            case Op::range: return NAN;
            default: continue;  // a function, or another name of it: look at what reads that
        }
    }
    // A policy of the whole workload is read under the name of each object.
    const Model& model = variants.model();
    for (const QuantityIndex reader : model.quantities.indices()) {
        if (reader == quantity || !variants.rests_on(reader)) continue;
        const auto& names = model[reader].names;
        if (names.size() == 1 && names.front().quantity == quantity && model[reader].formula->tree.size() == 1)
            return neutral_of(variants, reader);
    }
    return NAN;
}

void collect_factors(Collector& collector) {
    for (const QuantityIndex leaf : collector.variants.leaves()) {
        collect_factor(collector, leaf);
        collect_complement(collector, leaf);
    }
    collect_margins(collector);
    collect_retention(collector);
    collect_frequency(collector);
    collect_misplaced(collector);
    collect_pairs(collector);
}

}  // namespace bote
