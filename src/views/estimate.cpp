#include "bote/views/estimate.hpp"

#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/engine/bounds.hpp"
#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/failures.hpp"
#include "bote/views/rich_page.hpp"
#include "bote/views/uncertainty.hpp"
#include "bote/views/verdicts.hpp"
#include "contradictions.hpp"
#include "estimate_data.hpp"
#include "page.hpp"
#include "sections.hpp"

namespace bote {
namespace {

void add_expectations(Report& report, const Estimate& estimate) {
    const std::size_t count = estimate.model.expectations.size();
    if (count == 0) return;
    Table table{{{"", ColumnKind::text}, {"Is", ColumnKind::number}, {"", ColumnKind::text}}, {}};
    if (estimate.uncertainty) table.columns.push_back({"Chance", ColumnKind::number});
    std::size_t held = 0;
    for (std::size_t i = 0; i < count; ++i) {
        const bool holds = expectation_holds(estimate, i);
        const auto chance = chance_of(estimate, i);
        if (holds) ++held;
        if (holds && !chance) continue;
        table.rows.push_back(
            {estimate.model.expectations[i].text,
             actual_text(estimate, estimate.model.expectations[i], estimate.values.left[i], estimate.values.right[i]),
             std::string(holds ? "holds" : "FAILS")});
        if (chance) table.rows.back().emplace_back(chance_text(*chance, estimate.model.expectations[i].terms.chance));
    }
    if (table.rows.empty()) report.blocks.emplace_back(Heading{"Expectations", 2});
    add_section(report, "Expectations", std::move(table));
    report.blocks.emplace_back(
        Note{fmt::format("{} of {} {}.", held, count, held == 1 || count == 1 ? "holds" : "hold"),
             held == count ? Tone::good : Tone::bad});
}

void add_nothing(Report& report, const Estimate& estimate) {
    const std::string& next = estimate.model.next;
    report.blocks.emplace_back(
        Note{"Nothing follows from this yet." + (next.empty() ? "" : " Next, give " + next + "."), Tone::plain});
}

/// False where there are none.
bool add_tables(Report& report, const Estimate& estimate, Extent extent) {
    const std::size_t before = report.blocks.size();
    if (estimate.uncertainty) add_spreads(report, estimate, extent);
    else add_sections(report, estimate, extent);
    return report.blocks.size() > before;
}

void add_verdicts(Report& report, const Estimate& estimate, Extent extent) {
    const Verdicts verdicts = compute_verdicts(estimate, extent);
    add_section(report, "Decisions", describe_decisions(estimate, verdicts, extent));
    for (const auto& note : verdicts.notes) report.blocks.emplace_back(Note{"Note: " + note, Tone::bad});
    add_contradictions(report, estimate);
    add_expectations(report, estimate);
}

void add_page(Report& report, const Estimate& estimate, Extent extent) {
    const Head brief = estimate.uncertainty ? Head::short_form : Head::above_tables;
    add_title(report, estimate, extent == Extent::all ? Head::whole : brief);
    add_moment(report, estimate);
    const bool tables = add_tables(report, estimate, extent);
    if (!tables) add_nothing(report, estimate);
    add_failure(report, estimate);
    add_verdicts(report, estimate, extent);
    add_assumptions(report, estimate, extent);
    add_waiting(report, estimate.model.waiting, extent);
    if (estimate.uncertainty && tables) report.blocks.emplace_back(Note{sampling_text(estimate), Tone::plain});
}

/// The same to be handed around: what it comes to first, then what would change it; where it comes from last.
void add_rich_page(Report& report, const Estimate& estimate, Extent extent) {
    report.blocks.emplace_back(Heading{estimate.model.name, 1});
    report.blocks.emplace_back(key_figures_of(estimate));
    add_failure(report, estimate);
    add_verdicts(report, estimate, extent);
    add_charts(report, estimate);
    const std::size_t begin = report.blocks.size();
    add_moment(report, estimate);
    const bool tables = add_tables(report, estimate, extent);
    if (!tables) add_nothing(report, estimate);
    // What holds for the tables stands within the first of their sections.
    if (begin + 1 < report.blocks.size() && std::holds_alternative<Note>(report.blocks[begin]))
        std::swap(report.blocks[begin], report.blocks[begin + 1]);
    if (estimate.uncertainty && tables) report.blocks.emplace_back(Note{sampling_text(estimate), Tone::plain});
    add_waiting(report, estimate.model.waiting, extent);
    add_working(report, estimate);
    add_inputs_table(report, estimate);
}

/// A share without an upper bound: how busy machines are of which none is left.
bool may_be_infinite(const ModelQuantity& quantity) {
    const Definition* row = quantity.definition;
    return row != nullptr && row->unit == "%" && row->bounds.high.empty();
}

}  // namespace

Estimate compute_estimate(const Workload& workload, const Overlay& overlay) {
    Estimate estimate{build_model(workload, overlay), {}, {}};
    estimate.model.failure = overlay.failure;
    estimate.program = compile(estimate.model, estimate.model.conventions);
    estimate.values = evaluate_point(estimate.program);
    check_bounds(estimate.model, estimate.values);
    return estimate;
}

Report describe_estimate(const Estimate& estimate, Audience audience, Extent extent) {
    Report report;
    report.conventions = estimate.model.conventions;
    switch (audience) {
        case Audience::people: add_page(report, estimate, extent); break;
        case Audience::page: add_rich_page(report, estimate, extent); break;
        case Audience::sheet: report.records = estimate_records(estimate); break;
        case Audience::program: report.data = estimate_data(estimate); break;
    }
    return report;
}

std::vector<std::string> failed_expectations(const Estimate& estimate) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < estimate.model.expectations.size(); ++i) {
        if (expectation_holds(estimate, i)) continue;
        const auto& expectation = estimate.model.expectations[i];
        if (const auto chance = chance_of(estimate, i); chance && expectation.terms.chance > 0) {
            lines.push_back(fmt::format("the expectation `{}` fails: its chance is {}", expectation.text,
                                        chance_text(*chance, expectation.terms.chance)));
            continue;
        }
        lines.push_back(
            fmt::format("the expectation `{}` fails: it is {}", expectation.text,
                        actual_text(estimate, expectation, estimate.values.left[i], estimate.values.right[i])));
    }
    return lines;
}

std::string out_of_range_text(const Estimate& estimate) {
    constexpr std::size_t kNamedAtMost = 3;
    std::vector<std::string> names;
    for (const QuantityIndex index : find_listed(estimate.model)) {
        const ModelQuantity& quantity = estimate.model[index];
        if (!std::isfinite(estimate.values.quantities[index]) && !may_be_infinite(quantity))
            names.push_back(fmt::format("`{}`", quantity.name));
    }
    if (names.empty()) return "";
    const std::size_t count = names.size();
    if (count > kNamedAtMost) {
        names.resize(kNamedAtMost);
        names.push_back(fmt::format("{} more", count - kNamedAtMost));
    }
    return fmt::format("out of range: {}", fmt::join(names, ", "));
}

}  // namespace bote
