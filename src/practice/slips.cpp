#include "bote/practice/slips.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "collect.hpp"

namespace bote {
namespace {

struct SpokenName {
    std::string_view definition;
    std::string_view spoken;
};
constexpr SpokenName kSpokenNames[] = {
    {"read_write_ratio", "read:write ratio"},
    {"headroom", "free space"},
    {"margin", "margin"},
    {"hit_ratio", "cache hits"},
    {"cdn_share", "CDN share"},
    {"active_share", "share of daily users"},
    {"hot_fraction", "hot part"},
    {"app.target", "target load"},
    {"cache.target", "target load"},
    {"database.target", "target load"},
    {"writer_share", "share that writes"},
    {"reader_share", "share that reads"},
    {"concurrent_share", "share at the same time"},
    {"items_per_read", "items per read"},
    {"erasure_coding", "erasure coding"},
    {"fanout", "fan-out"},
    {"recipients", "recipients"},
    {"index_overhead", "index overhead"},
    {"metadata_size", "metadata"},
    {"write_qps", "writes a second"},
    {"read_qps", "reads a second"},
    {"peak_write_qps", "writes a second at the peak"},
    {"peak_read_qps", "reads a second at the peak"},
    {"peak_qps", "requests a second at the peak"},
    {"writes_per_user", "writes of a user"},
    {"reads_per_user", "reads of a user"},
    {"dau", "daily users"},
    {"mau", "monthly users"},
    {"kept_time", "time kept"},
    {"filled", "data with its free space"},
};

}  // namespace

std::string spoken_name(std::string_view definition) {
    for (const auto& row : kSpokenNames) {
        if (row.definition == definition) return std::string(row.spoken);
    }
    std::string text(definition);
    for (char& c : text) {
        if (c == '_' || c == '.') c = ' ';
    }
    return text;
}

void Collector::add(SlipKind kind, double ratio, std::string what, QuantityIndex cause) {
    constexpr double kSame = 1e-4;
    if (!std::isfinite(ratio) || ratio <= 0 || std::abs(ratio - 1) < kSame) return;
    // The same slip of several objects, or by two ways, is one.
    const bool known = std::any_of(slips.begin(), slips.end(), [&](const Slip& each) {
        return each.kind == kind && std::abs(each.ratio / ratio - 1) < kSame;
    });
    if (!known) slips.push_back({kind, ratio, std::move(what), cause});
}

void Collector::add(SlipKind kind, std::span<const Replacement> changes, std::string what, QuantityIndex cause) {
    const std::size_t before = slips.size();
    add(kind, variants.ratio_with(changes), std::move(what), cause);
    if (slips.size() == before) return;
    slips.back().changes.assign(changes.begin(), changes.end());
    slips.back().rounded = rounded_values(variants, changes);
}

const ModelQuantity& Collector::quantity(QuantityIndex index) const { return variants.model()[index]; }

std::string_view Collector::base_name(QuantityIndex index) const {
    const ModelQuantity& each = quantity(index);
    return each.definition == nullptr ? each.name : each.definition->name;
}

std::string Collector::value_text(double value, QuantityIndex index) const {
    return format(value, quantity(index).display, variants.model().conventions);
}

std::string Collector::spoken(QuantityIndex index) const {
    const std::string name = "the " + spoken_name(base_name(index));
    for (const QuantityIndex other : used_of(base_name(index))) {
        if (variants.value(other) != variants.value(index)) return name;
    }
    const std::string value = value_text(variants.value(index), index);
    if (quantity(index).display.numerator == Numerator::share || base_name(index).ends_with("spares"))
        return fmt::format("the {} {}", value, spoken_name(base_name(index)));
    return fmt::format("{} of {}", name, value);
}

std::vector<QuantityIndex> Collector::all_of(std::string_view definition) const {
    std::vector<QuantityIndex> found;
    for (const QuantityIndex index : variants.model().quantities.indices()) {
        if (base_name(index) == definition && std::isfinite(variants.value(index))) found.push_back(index);
    }
    return found;
}

std::vector<QuantityIndex> Collector::used_of(std::string_view definition) const {
    std::vector<QuantityIndex> found;
    for (const QuantityIndex index : all_of(definition)) {
        if (variants.rests_on(index)) found.push_back(index);
    }
    return found;
}

std::vector<Slip> find_slips(const Model& model, QuantityIndex quantity) {
    Collector collector(model, quantity);
    if (!std::isfinite(collector.variants.exact()) || collector.variants.exact() <= 0) return {};
    collect_cache(collector);
    collect_factors(collector);
    collect_subjects(collector);
    collect_terms(collector);
    collect_units(collector);
    return std::move(collector.slips);
}

namespace {

struct Match {
    const Slip* slip;
    double distance;  // as a share of the window
};

double away_from(const Guess& guess, double value) {
    return std::isfinite(value) && value > 0 ? std::abs(guess.value / value - 1) : INFINITY;
}

/// How far an answer is from the exact value times a ratio, as a share; or from the whiteboard's, if that is nearer.
double distance_to(const Guess& guess, const Truth& target, double ratio) {
    return std::min(away_from(guess, target.exact * ratio), away_from(guess, target.whiteboard * ratio));
}

/// The same for the ways to round.
double distance_to_rounded(const Guess& guess, const Truth& target, const Slip& slip) {
    double distance = distance_to(guess, target, slip.ratio);
    for (const auto& each : target.rounded) distance = std::min(distance, away_from(guess, each.value * slip.ratio));
    for (const double each : slip.rounded) distance = std::min(distance, away_from(guess, each));
    return distance;
}

/// Exactly one zero too many or too few: the slip that everybody makes, so that it is named even in one digit, as far
/// as rounding to that digit goes.
bool is_tenfold(const Slip& slip) {
    constexpr double kTen = 10;
    constexpr double kSame = 1e-9;
    return slip.kind == SlipKind::zero && std::abs(std::max(slip.ratio, 1 / slip.ratio) / kTen - 1) < kSame;
}

/// Half a unit of the last digit that was typed. One digit says too little for that: its window of 5% to 50% would
/// catch every sixth answer by chance, so that only the strongest kinds are looked for.
double window_for(const Guess& guess, const SlipRow& row) {
    constexpr double kWideWindow = 0.04;
    if (guess.digits > 1) return std::min(guess.window, row.widest);
    return row.widest > kWideWindow ? std::min(guess.window, row.widest / 6) : 0;
}

/// Whoever rounds on the way gets the rounded slip to all digits, one digit included; but for the kinds that nobody
/// makes often, where that is mostly chance.
double rounded_window_for(const Guess& guess, const Slip& slip) {
    constexpr double kOftenMade = 0.04;
    constexpr double kHit = 0.006;
    const bool seldom = row_of(slip.kind).widest < kOftenMade || (slip.is_seldom && guess.digits == 1);
    return seldom ? 0 : std::min(guess.window, kHit);
}

/// The distance to what a slip makes of the value, as a share of the window; above 1 where it is not that slip.
double fit_of(const Guess& guess, const Truth& target, const Slip& slip) {
    constexpr double kPrinted = 1e-9;  // an answer in full precision is still that value
    const SlipRow& row = row_of(slip.kind);
    const double without = distance_to(guess, target, 1);
    const auto fit = [&](double distance, double window) {
        return window > 0 && distance < without ? distance / (window + kPrinted) : INFINITY;
    };
    constexpr double kTenfold = 0.06;
    if (is_tenfold(slip)) return fit(away_from(guess, target.exact * slip.ratio), std::min(guess.window, kTenfold));
    return std::min(fit(distance_to(guess, target, slip.ratio), window_for(guess, row)),
                    fit(distance_to_rounded(guess, target, slip), rounded_window_for(guess, slip)));
}

}  // namespace

std::vector<Slip> name_slips(const Guess& guess, const Truth& target, std::span<const Slip> slips) {
    std::vector<Match> matches;
    for (const auto& slip : slips) {
        const double fit = fit_of(guess, target, slip);
        if (fit <= 1) matches.push_back({&slip, fit});
    }
    // Of equally likely ones a hit counts more than a near miss; else the order of the collectors stands.
    constexpr double kHit = 0.1;
    std::stable_sort(matches.begin(), matches.end(), [](const Match& a, const Match& b) {
        const auto order = [](const Match& each) {
            return std::pair(row_of(each.slip->kind).likelihood, each.distance > kHit);
        };
        return order(a) < order(b);
    });
    std::vector<Slip> named;
    for (const auto& match : matches) named.push_back(*match.slip);
    return named;
}

}  // namespace bote
