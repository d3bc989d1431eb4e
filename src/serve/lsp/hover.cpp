#include "hover.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/model/find.hpp"
#include "bote/views/common.hpp"
#include "bote/views/definition_text.hpp"
#include "bote/views/drivers.hpp"
#include "bote/views/rich_page.hpp"
#include "bote/views/working.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostMoved = 5;

/// Figures of an object or a tier that say what it is like.
constexpr std::string_view kTelling[] = {"write_qps",    "read_qps", "new_data", "data",    "storage",
                                         "cache_memory", "egress",   "load",     "machines"};

std::string joined(const std::vector<std::string>& parts) { return join(parts, "\n\n"); }

/// The row of the catalogue, also for `tweet.write_qps` and, in a tier, `gateway.load`.
const Definition* definition_of(const Analysis& analysis, std::string_view name) {
    const Catalog& catalog = built_in_catalog();
    auto found = catalog.find(name);
    const auto dot = name.find('.');
    if (!found && dot != std::string_view::npos) {
        const std::string_view owner = name.substr(0, dot);
        const auto& tiers = analysis.workload->tiers;
        const bool of_tier =
            std::any_of(tiers.begin(), tiers.end(), [&](const TierSection& each) { return each.name.text == owner; });
        const std::string member(name.substr(dot + 1));
        found = catalog.find(of_tier ? "tier." + member : member);
    }
    return found ? &catalog[*found] : nullptr;
}

/// "`filled * replication` = 130 TB * 3"
std::string working_text(const Estimate& estimate, QuantityIndex index) {
    const Working working = make_working(estimate);
    const std::string formula = formula_text(working, index);
    if (formula.empty()) return "";
    const std::string numbers = numbers_text(working, index, {Arithmetic::exact, kWorkingDigits});
    return numbers == formula || numbers.empty() ? fmt::format("= `{}`", formula)
                                                 : fmt::format("= `{}`\n\n= `{}`", formula, numbers);
}

/// "20% less and more: storage 313 TB to 469 TB, ...": of an input what it moves.
std::string moved_text(const Estimate& estimate, QuantityIndex input) {
    std::vector<std::string> moved;
    std::string of;
    for (const Figure& figure : key_figures_of(estimate).figures) {
        const QuantityIndex index{figure.value.of};
        const ModelQuantity& quantity = estimate.model[index];
        constexpr std::uint64_t kFewSamples = 128;  // their shares are not shown
        for (const DriverRow& row : compute_drivers(estimate, index, {.samples = kFewSamples}).rows) {
            if (row.input != input || row.draw >= 0 || moved.size() == kMostMoved) continue;
            const auto text = [&](double value, const Display& display) {
                return format(value, display, estimate.model.conventions);
            };
            of = fmt::format("{} to {}", text(row.low, row.display), text(row.high, row.display));
            moved.push_back(fmt::format("{}: {} to {}", quantity.name, text(row.at_low, quantity.display),
                                        text(row.at_high, quantity.display)));
        }
    }
    return moved.empty() ? "" : fmt::format("From {} it moves {}", of, join(moved, "; "));
}

/// What moves a computed quantity: "Moved most by dau, object_size, retention".
std::string movers_text(const Estimate& estimate, QuantityIndex index) {
    constexpr std::uint64_t kFewSamples = 128;
    std::vector<std::string> names;
    for (const DriverRow& row : compute_drivers(estimate, index, {.samples = kFewSamples}).rows) {
        if (names.size() < kMostMoved) names.push_back(row.name);
    }
    return names.empty() ? "" : "Moved most by " + join(names, ", ");
}

std::string about_quantity(const Analysis& analysis, const NameUse& use) {
    std::vector<std::string> parts;
    const Estimate* estimate = analysis.estimate_for(use);
    const auto index = estimate != nullptr ? estimate->model.find(use.name) : std::nullopt;
    if (index) {
        const ModelQuantity& quantity = estimate->model[*index];
        parts.push_back(
            fmt::format("**{}** = **{}** ({})", use.name, value_text(*estimate, *index), name_of(quantity.origin)));
        parts.push_back(working_text(*estimate, *index));
        const bool is_input = quantity.names.empty() && quantity.origin != Origin::computed;
        parts.push_back(is_input ? moved_text(*estimate, *index) : movers_text(*estimate, *index));
    } else {
        parts.push_back(fmt::format("**{}**", use.name));
    }
    if (const Definition* row = definition_of(analysis, use.name)) parts.push_back("---\n\n" + definition_text(*row));
    std::erase(parts, "");
    return joined(parts);
}

/// An object or a tier: what it is, and its figures.
std::string about_owner(const Analysis& analysis, const NameUse& use) {
    std::vector<std::string> parts{
        fmt::format("**{}**: {}", use.name, use.role == NameRole::object ? "an object" : "a tier")};
    for (const TierSection& tier : analysis.workload->tiers) {
        const TierKind* kind = tier.kind ? find_kind(built_in_catalog(), tier.kind->text) : nullptr;
        if (tier.name.text == use.name && kind != nullptr) parts.front() += fmt::format(", {}", kind->title);
    }
    const Estimate* estimate = analysis.estimate_for(use);
    for (const std::string_view member : kTelling) {
        const std::string name = fmt::format("{}.{}", use.name, member);
        const auto index = estimate != nullptr ? estimate->model.find(name) : std::nullopt;
        if (index) parts.push_back(fmt::format("{} = {}", name, value_text(*estimate, *index)));
    }
    return joined(parts);
}

Json box(const Analysis& analysis, const Span& where, const std::string& text) {
    return {{"contents", {{"kind", "markdown"}, {"value", text}}}, {"range", range_of(analysis.lines, where)}};
}

}  // namespace

Json hover_at(const Analysis& analysis, std::size_t offset) {
    if (const NameUse* use = analysis.name_at(offset)) {
        const bool owns = use->role == NameRole::object || use->role == NameRole::tier;
        return box(analysis, use->where, owns ? about_owner(analysis, *use) : about_quantity(analysis, *use));
    }
    if (!analysis.checked) return nullptr;
    for (const CheckedLine& line : analysis.checked->lines) {
        if (line.where.begin <= offset && offset <= line.where.end)
            return box(analysis, line.where, fmt::format("{}: it {}", line.holds ? "Holds" : "Fails", told(line)));
    }
    return nullptr;
}

}  // namespace bote
