#include "bote/views/failures.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

std::optional<Quantity> quantity_of(const Estimate& estimate, const Tier& tier, std::string_view name) {
    const Cell cell = cell_of(estimate, name_in_tier(tier.name, name));
    const auto* quantity = std::get_if<Quantity>(&cell);
    return quantity != nullptr && std::isfinite(quantity->value) ? std::optional(*quantity) : std::nullopt;
}

Strain::Verdict judge(const Strain& strain, double target) {
    constexpr double kSlack = 1e-9;
    if (!(strain.left.value > 0)) return Strain::Verdict::falls_over;
    if (!strain.use || strain.use->value <= target + kSlack) return Strain::Verdict::holds;
    return strain.use->value <= 1 + kSlack ? Strain::Verdict::above_target : Strain::Verdict::falls_over;
}

std::string spoken(const Strain& strain) {
    switch (strain.verdict) {
        case Strain::Verdict::holds: return "holds";
        case Strain::Verdict::above_target: return "above target";
        case Strain::Verdict::falls_over: break;
    }
    return strain.left.value > 0 ? "falls over" : "none left";
}

std::string_view name_of(Strain::Verdict verdict) {
    switch (verdict) {
        case Strain::Verdict::holds: return "holds";
        case Strain::Verdict::above_target: return "above_target";
        case Strain::Verdict::falls_over: return "falls_over";
    }
    return "";
}

/// "1 of 3 zones gone": with the numbers of the workload.
std::string filled_in(const Estimate& estimate, std::string_view meaning) {
    std::string text(meaning);
    for (auto open = text.find('{'); open != std::string::npos; open = text.find('{')) {
        const auto close = text.find('}', open);
        const auto index = estimate.model.find(text.substr(open + 1, close - open - 1));
        text.replace(open, close + 1 - open, index ? value_text(estimate, *index) : "several");
    }
    return text;
}

/// A sentence; of a scenario of the file, which says it in its own way, none.
std::string meaning_of(const Estimate& estimate) {
    const Failure* failure = estimate.model.failure;
    return failure == nullptr ? "" : fmt::format("{}: {}. ", failure->name, filled_in(estimate, failure->meaning));
}

Cell cell(const std::optional<Quantity>& quantity) { return quantity ? Cell{*quantity} : Cell{}; }

/// "Application and Cache".
std::string fallen(const std::vector<Strain>& strains) {
    std::vector<std::string> titles;
    for (const Strain& strain : strains) {
        if (strain.verdict == Strain::Verdict::falls_over) titles.push_back(strain.title);
    }
    if (titles.size() < 2) return join(titles, "");
    const std::string last = titles.back();
    titles.pop_back();
    return join(titles, ", ") + " and " + last;
}

}  // namespace

std::vector<Strain> strains_of(const Estimate& estimate) {
    std::vector<Strain> strains;
    for (const Tier& tier : all_tiers(estimate.model)) {
        const auto machines = quantity_of(estimate, tier, "fleet");
        const auto left = quantity_of(estimate, tier, "fleet_up");
        const auto needed = quantity_of(estimate, tier, "fleet_needed");
        if (!machines || !left) continue;
        Strain strain{std::string(tier.name),
                      std::string(tier.title),
                      *machines,
                      *left,
                      quantity_of(estimate, tier, "fleet_use_before"),
                      quantity_of(estimate, tier, "fleet_use"),
                      needed};
        strain.verdict = judge(strain, finite_value(estimate, name_in_tier(tier.name, "target")).value_or(1));
        strains.push_back(std::move(strain));
    }
    return strains;
}

void add_failure(Report& report, const Estimate& estimate) {
    const std::vector<Strain> strains = strains_of(estimate);
    if (strains.empty()) return;
    Table table{{{"", ColumnKind::text},
                 {"Machines", ColumnKind::number},
                 {"Left", ColumnKind::number},
                 {"Busy", ColumnKind::number},
                 {"Then", ColumnKind::number},
                 {"Would need", ColumnKind::number},
                 {"Verdict", ColumnKind::text}},
                {}};
    for (const Strain& strain : strains)
        table.add_row(strain.title, strain.machines, strain.left, cell(strain.use_before), cell(strain.use),
                      strain.verdict == Strain::Verdict::holds ? Cell() : cell(strain.needed), spoken(strain));
    report.blocks.emplace_back(Heading{"Failure", 2});
    report.blocks.emplace_back(std::move(table));
    const std::string falls = fallen(strains);
    const std::string found = falls.empty() ? "No tier falls over." : falls + " cannot carry it.";
    report.blocks.emplace_back(Note{meaning_of(estimate) + found, falls.empty() ? Tone::good : Tone::bad});
    report.blocks.emplace_back(
        Note{"Busy is by the traffic of the busiest second; disk space, and what a cache holds, are left aside.",
             Tone::plain});
}

std::optional<Datum> failure_datum(const Estimate& estimate) {
    Datum::Array tiers;
    for (const Strain& strain : strains_of(estimate)) {
        Datum::Object tier{{"tier", text_datum(strain.tier)},
                           {"title", text_datum(strain.title)},
                           {"machines", number_datum(strain.machines.value)},
                           {"left", number_datum(strain.left.value)}};
        if (strain.use_before) tier.push_back({"use_before", number_datum(strain.use_before->value)});
        if (strain.use) tier.push_back({"use", number_datum(strain.use->value)});
        if (strain.needed) tier.push_back({"needed", number_datum(strain.needed->value)});
        tier.push_back({"verdict", text_datum(std::string(name_of(strain.verdict)))});
        tiers.push_back({std::move(tier)});
    }
    if (tiers.empty()) return std::nullopt;
    Datum::Object object;
    if (const Failure* failure = estimate.model.failure) {
        object.push_back({"name", text_datum(std::string(failure->name))});
        object.push_back({"meaning", text_datum(filled_in(estimate, failure->meaning))});
    }
    object.push_back({"tiers", {std::move(tiers)}});
    return Datum{std::move(object)};
}

}  // namespace bote
