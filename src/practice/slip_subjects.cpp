// Slips of one subject: reads and writes, users, the cache, machines, growth, what is under way.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "collect.hpp"

namespace bote {
namespace {

std::string_view without_object(std::string_view name) { return name.substr(name.rfind('.') + 1); }

/// The quantity of another definition for the same object, or the whole; none where it has no value.
QuantityIndex sibling(const Collector& collector, QuantityIndex index, std::string_view definition) {
    for (const QuantityIndex other : collector.all_of(definition)) {
        if (collector.quantity(other).object == collector.quantity(index).object) return other;
    }
    return QuantityIndex::none;
}

/// Each quantity of one definition takes the value of its sibling of another.
std::vector<Replacement> instead(const Collector& collector, std::string_view used, std::string_view other) {
    std::vector<Replacement> changes;
    for (const QuantityIndex index : collector.used_of(used)) {
        const QuantityIndex twin = sibling(collector, index, other);
        if (twin != QuantityIndex::none) changes.push_back({index, collector.variants.value(twin)});
    }
    return changes;
}

void add_instead(Collector& collector, SlipKind kind, std::string_view used, std::string_view other) {
    const auto changes = instead(collector, used, other);
    if (!changes.empty())
        collector.add(kind, changes, fmt::format("took the {} for the {}", spoken_name(other), spoken_name(used)),
                      changes.front().quantity);
}

void collect_ratios(Collector& collector) {
    for (const QuantityIndex index : collector.used_of("read_write_ratio")) {
        constexpr double kSmall = 5;
        const double ratio = collector.variants.value(index);
        collector.add(SlipKind::ratio_wrong_side, collector.each_of("read_write_ratio", [](double x) { return 1 / x; }),
                      fmt::format("{} the wrong way round: there are more reads than writes", collector.spoken(index)),
                      index);
        if (ratio > kSmall) continue;
        const std::string text =
            fmt::format("{} for each write, not of all requests", collector.value_text(ratio, index));
        collector.add(SlipKind::ratio_off_by_one, collector.each_of("read_write_ratio", [](double x) { return x + 1; }),
                      text, index);
        collector.add(SlipKind::ratio_off_by_one, collector.each_of("read_write_ratio", [](double x) { return x - 1; }),
                      text, index);
    }
    // The ratio turned round where the asked quantity is the smaller side: writes = reads * ratio.
    for (const QuantityIndex index : collector.all_of("read_write_ratio")) {
        const auto asked = without_object(collector.asked_name());
        const bool writes =
            asked.find("write") != asked.npos || asked == "new_data" || asked.find("ingress") != asked.npos;
        if (writes && !collector.variants.rests_on(index))
            collector.add(SlipKind::ratio_wrong_side, collector.variants.value(index),
                          fmt::format("multiplied by {}: writes are the smaller side", collector.spoken(index)), index);
    }
}

void collect_directions(Collector& collector) {
    if (collector.dimension() == kByte / kSecond) {
        add_instead(collector, SlipKind::writes_for_reads, "read_qps", "write_qps");
        add_instead(collector, SlipKind::writes_for_reads, "peak_read_qps", "peak_write_qps");
        add_instead(collector, SlipKind::writes_for_reads, "write_qps", "read_qps");
        add_instead(collector, SlipKind::writes_for_reads, "peak_write_qps", "peak_read_qps");
        add_instead(collector, SlipKind::request_for_response, "read_size", "upload_size");
        add_instead(collector, SlipKind::request_for_response, "read_size", "request_size");
        add_instead(collector, SlipKind::request_for_response, "upload_size", "read_size");
        add_instead(collector, SlipKind::request_for_response, "upload_size", "response_size");
    }
    for (const QuantityIndex index : collector.used_of("recipients")) {
        constexpr double kSmall = 20;
        if (collector.variants.value(index) > kSmall) continue;
        collector.add(SlipKind::one_direction, collector.each_of("recipients", [](double n) { return n + 1; }),
                      "counted the sender among the recipients", index);
    }
}

void collect_users(Collector& collector) {
    add_instead(collector, SlipKind::all_users_for_daily, "dau", "mau");
    add_instead(collector, SlipKind::all_users_for_daily, "dau", "registered_users");
}

/// "app.by_network" -> "network".
std::string resource_of(std::string_view name) { return spoken_name(name.substr(name.find(".by_") + 4)); }

void collect_servers(Collector& collector) {
    const auto name = collector.asked_name();
    const auto dot = name.find('.');
    const bool machines = name.ends_with(".machines");
    if (dot == name.npos || !(machines || name.ends_with(".servers"))) return;
    const std::string tier(name.substr(0, dot));
    const auto needed = collector.all_of(tier + ".needed");
    if (needed.empty()) return;
    const double least = collector.variants.value(needed.front());
    const double extra = collector.variants.exact() - std::ceil(least);
    if (std::floor(least) >= 1 && std::floor(least) != least)
        collector.add(SlipKind::not_rounded_up, (std::floor(least) + extra) / collector.variants.exact(),
                      "rounded down where machines are whole", needed.front());
    if (machines && extra > 0)
        collector.add(SlipKind::not_rounded_up, std::ceil(least) / collector.variants.exact(),
                      "left out the spare machines");
    const Model& model = collector.variants.model();
    for (const QuantityIndex index : model.quantities.indices()) {
        const auto other = collector.base_name(index);
        const double value = collector.variants.value(index);
        if (!other.starts_with(tier + ".by_") || !std::isfinite(value) || value == least || value <= 0) continue;
        for (const double plus : {extra, 0.0})
            collector.add(
                SlipKind::wrong_resource, (std::ceil(value) + plus) / collector.variants.exact(),
                fmt::format("that is the number for the {}; another resource asks for more", resource_of(other)),
                index);
    }
}

void collect_growth(Collector& collector) {
    const auto horizon = collector.all_of("horizon");
    for (const QuantityIndex index : collector.used_of("growth")) {
        if (horizon.empty()) return;
        const double years = collector.variants.value(horizon.front()) / collector.variants.model().conventions.year;
        const double growth = collector.variants.value(index);
        collector.add(SlipKind::growth, collector.each_of("growth_factor", [&](double) { return 1 + growth * years; }),
                      fmt::format("added {} a year instead of compounding it", collector.value_text(growth, index)),
                      index);
    }
}

/// Rate / latency for rate * latency.
void collect_little(Collector& collector) {
    if (!(collector.dimension() == kCount)) return;
    for (const auto* name : {"latency", "duration", "session_length"}) {
        for (const QuantityIndex index : collector.used_of(name))
            collector.add(SlipKind::littles_law, collector.each_of(name, [](double x) { return 1 / x; }),
                          fmt::format("divided by {} where one multiplies", collector.spoken(index)), index);
    }
}

}  // namespace

void collect_cache(Collector& collector) {
    const Conventions& conventions = collector.variants.model().conventions;
    if (collector.asked_name() == "cache_memory") {
        const QuantityIndex data = sibling(collector, collector.variants.quantity(), "data");
        if (data != QuantityIndex::none)
            collector.add(SlipKind::cache_of_everything, collector.variants.value(data) / collector.variants.exact(),
                          "sized it on all data, not on the hot part of what is read", data);
    }
    for (const QuantityIndex index : collector.used_of("cache_window")) {
        const double window = collector.variants.value(index);
        const std::string right = collector.value_text(window, index);
        const auto sized_on = [&](double time, std::string_view words) {
            if (time == window) return;
            collector.add(SlipKind::cache_window, collector.each_of("cache_window", [&](double) { return time; }),
                          fmt::format("sized it on the reads of {}, not of {}", words, right), index);
        };
        constexpr double kHours = 24;
        sized_on(conventions.year, "a year");
        sized_on(conventions.day, "a day");
        sized_on(conventions.day / kHours, "an hour");
    }
    if (collector.used_of("read_size").empty()) return;
    if (!collector.used_of("cache_window").empty())
        add_instead(collector, SlipKind::writes_for_reads, "read_qps", "write_qps");
}

void collect_subjects(Collector& collector) {
    collect_ratios(collector);
    collect_directions(collector);
    collect_users(collector);
    collect_servers(collector);
    collect_growth(collector);
    collect_little(collector);
}

}  // namespace bote
