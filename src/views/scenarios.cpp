#include "bote/views/scenarios.hpp"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/shown.hpp"
#include "bote/views/verdicts.hpp"
#include "contradictions.hpp"
#include "estimate_data.hpp"
#include "page.hpp"
#include "sections.hpp"

namespace bote {
namespace {

using ScenarioColumns = std::vector<const NamedEstimate*>;

ScenarioColumns find_columns(const std::vector<NamedEstimate>& estimates) {
    const bool written = std::any_of(estimates.begin() + 1, estimates.end(),
                                     [](const NamedEstimate& each) { return each.changes.empty(); });
    ScenarioColumns columns;
    for (const auto& each : estimates) {
        if (&each != &estimates.front() || !written) columns.push_back(&each);
    }
    return columns;
}

Table empty_table(const ScenarioColumns& columns, std::string_view first, ColumnKind kind) {
    Table table{{{std::string(first), ColumnKind::text}}, {}};
    for (const auto* each : columns) table.columns.push_back({each->name.empty() ? "As written" : each->name, kind});
    return table;
}

/// The names of the quantities to be compared: the headline, or all results of any of the estimates.
std::vector<std::string> find_names(const ScenarioColumns& columns, Extent extent) {
    std::vector<std::string> names;
    if (extent == Extent::brief) {
        names = overview_names(Overview::scenarios, columns.front()->estimate.model);
    }
    std::unordered_set<std::string> known(names.begin(), names.end());
    for (const auto* each : columns) {
        const Model& model = each->estimate.model;
        for (const QuantityIndex index : find_listed(model)) {
            const auto& quantity = model[index];
            const bool wanted = (quantity.definition == nullptr && !quantity.implied) || extent == Extent::all;
            if (wanted && known.insert(std::string(quantity.name)).second) names.emplace_back(quantity.name);
        }
    }
    return names;
}

Table quantity_table(const ScenarioColumns& columns, Extent extent) {
    Table table = empty_table(columns, "", ColumnKind::number);
    for (const auto& name : find_names(columns, extent)) {
        std::vector<Cell> row{name};
        bool known = false;
        for (const auto* each : columns) {
            row.push_back(cell_of(each->estimate, name));
            known = known || !std::holds_alternative<std::monostate>(row.back());
        }
        if (known) table.rows.push_back(std::move(row));
    }
    return table;
}

/// "read_replicas" -> "read replicas"; some are written otherwise.
std::string spoken(std::string_view name) {
    constexpr struct {
        std::string_view name;
        std::string_view text;
    } kSpelled[] = {
        {"cdn", "CDN"}, {"read_heavy", "read-heavy"}, {"write_heavy", "write-heavy"}, {"fan_out", "fan-out"}};
    for (const auto& each : kSpelled) {
        if (each.name == name) return std::string(each.text);
    }
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

/// "yes", and in the long form what that means or what speaks against it.
std::string answer(const Verdict& verdict, Extent extent) {
    const std::string word = verdict.holds ? "yes" : "no";
    if (extent == Extent::brief) return word;
    const std::string& reason = verdict.holds ? verdict.text : verdict.because;
    return reason.empty() ? word : word + ": " + reason;
}

Table decision_table(const ScenarioColumns& columns, Extent extent) {
    Table table = empty_table(columns, "Decision", ColumnKind::text);
    std::unordered_map<std::string, std::size_t> rows;
    std::vector<char> holds;  // in one of the columns
    for (std::size_t i = 0; i < columns.size(); ++i) {
        for (const auto& verdict : judge_all(columns[i]->estimate).decisions) {
            std::string name = (verdict.object.empty() ? "" : verdict.object + ": ") + spoken(verdict.rule->name);
            const auto [row, is_new] = rows.emplace(name, table.rows.size());
            if (is_new) {
                table.rows.push_back({std::move(name)});
                table.rows.back().resize(columns.size() + 1);
                holds.push_back(0);
            }
            table.rows[row->second][i + 1] = answer(verdict, extent);
            if (verdict.holds) holds[row->second] = 1;
        }
    }
    if (extent == Extent::brief) {
        auto each = holds.begin();
        std::erase_if(table.rows, [&](const std::vector<Cell>&) { return *each++ == 0; });
    }
    return table;
}

Table expectation_table(const ScenarioColumns& columns) {
    Table table = empty_table(columns, "Expected", ColumnKind::text);
    const auto& expectations = columns.front()->estimate.model.expectations;
    for (std::size_t i = 0; i < expectations.size(); ++i) {
        std::vector<Cell> row{expectations[i].text};
        bool fails = false;
        for (const auto* each : columns) {
            const bool holds = expectation_holds(each->estimate, i);
            fails = fails || !holds;
            row.emplace_back(holds ? std::string("holds") : "FAILS: " + found_text(each->estimate, i));
        }
        if (fails) table.rows.push_back(std::move(row));
    }
    return table;
}

/// Said once, for the first column that has ranges.
void add_medians_of(Report& report, const ScenarioColumns& columns) {
    const auto ranged = std::find_if(columns.begin(), columns.end(),
                                     [](const NamedEstimate* each) { return !each->estimate.program.draws.empty(); });
    if (ranged == columns.end()) return;
    report.blocks.emplace_back(
        Note{"Ranges stand at their median; `--scenario NAME` shows the spread of one alone.", Tone::plain});
}

void add_notes(Report& report, const NamedEstimate& each) {
    for (const auto& note : judge_all(each.estimate).notes)
        report.blocks.emplace_back(Note{"Note: " + (each.name.empty() ? "" : each.name + ": ") + note, Tone::bad});
}

/// The lines of each scenario that the file as it is written does not have.
std::vector<std::string> lines_of_scenarios(const std::vector<NamedEstimate>& estimates,
                                            std::vector<std::string> (*lines_of)(const Estimate&)) {
    const std::vector<std::string> as_written = lines_of(estimates.front().estimate);
    std::vector<std::string> lines;
    for (auto each = estimates.begin() + 1; each != estimates.end(); ++each) {
        for (const auto& line : lines_of(each->estimate)) {
            if (std::find(as_written.begin(), as_written.end(), line) == as_written.end())
                lines.push_back(fmt::format("{}: {}", each->name, line));
        }
    }
    return lines;
}

void add_contradictions_of_scenarios(Report& report, const std::vector<NamedEstimate>& estimates) {
    for (const auto& line : contradictions_of_scenarios(estimates))
        report.blocks.emplace_back(Note{"Contradiction: " + line, Tone::bad});
}

/// "sale: peak_factor 10; cold: hit_ratio 0%"
std::string all_changes_text(const std::vector<NamedEstimate>& estimates) {
    std::string changes;
    for (const auto& each : estimates) {
        if (!each.changes.empty()) changes += (changes.empty() ? "" : "; ") + each.name + ": " + each.changes;
    }
    return changes;
}

void add_page(Report& report, const std::vector<NamedEstimate>& estimates, Extent extent) {
    const ScenarioColumns columns = find_columns(estimates);
    add_title(report, estimates.front().estimate, extent == Extent::all ? Head::whole : Head::short_form);
    add_moment(report, estimates.front().estimate);
    report.blocks.emplace_back(Note{all_changes_text(estimates), Tone::plain});
    add_section(report, "Scenarios", quantity_table(columns, extent));
    add_medians_of(report, columns);
    add_section(report, "Decisions", decision_table(columns, extent));
    for (const auto* each : columns) add_notes(report, *each);
    add_contradictions(report, estimates.front().estimate);
    add_contradictions_of_scenarios(report, estimates);
    add_section(report, "Expectations", expectation_table(columns));
    add_assumptions(report, estimates.front().estimate, extent);
    add_waiting(report, waiting_in(estimates), extent);
}

/// What is asked of the file as it is written, with the scenarios beside it behind the decisions.
void add_rich_page(Report& report, const std::vector<NamedEstimate>& estimates, Extent extent) {
    const ScenarioColumns columns = find_columns(estimates);
    report = describe_estimate(estimates.front().estimate, Audience::page, extent);
    Report scenarios;
    add_section(scenarios, "Scenarios", quantity_table(columns, extent));
    scenarios.blocks.emplace_back(Note{all_changes_text(estimates), Tone::plain});
    add_medians_of(scenarios, columns);
    add_section(scenarios, "Decisions by scenario", decision_table(columns, extent));
    for (auto each = estimates.begin() + 1; each != estimates.end(); ++each) add_notes(scenarios, *each);
    add_contradictions_of_scenarios(scenarios, estimates);
    add_section(scenarios, "Expectations by scenario", expectation_table(columns));
    const auto is_section = [](const Block& block) {
        const auto* heading = std::get_if<Heading>(&block);
        return heading != nullptr && heading->level == 2 && heading->text != "Decisions";
    };
    const auto place = std::find_if(report.blocks.begin(), report.blocks.end(), is_section);
    report.blocks.insert(place, std::make_move_iterator(scenarios.blocks.begin()),
                         std::make_move_iterator(scenarios.blocks.end()));
}

Table scenario_records(const std::vector<NamedEstimate>& estimates) {
    Table all = records_of_scenario(estimates.front());
    for (auto each = estimates.begin() + 1; each != estimates.end(); ++each) {
        Table records = records_of_scenario(*each);
        all.rows.insert(all.rows.end(), std::make_move_iterator(records.rows.begin()),
                        std::make_move_iterator(records.rows.end()));
    }
    return all;
}

Datum scenario_data(const std::vector<NamedEstimate>& estimates) {
    Datum data = estimate_data(estimates.front().estimate);
    Datum::Array list;
    for (auto each = estimates.begin() + 1; each != estimates.end(); ++each) list.push_back(data_of_scenario(*each));
    std::get<Datum::Object>(data.value).push_back({"scenarios", {std::move(list)}});
    return data;
}

}  // namespace

Table records_of_scenario(const NamedEstimate& scenario) {
    Table records = estimate_records(scenario.estimate);
    records.columns.insert(records.columns.begin(), {"scenario"});
    for (auto& row : records.rows) row.insert(row.begin(), scenario.name);
    return records;
}

Datum data_of_scenario(const NamedEstimate& scenario) {
    Datum::Object entry{{"name", text_datum(scenario.name)}};
    Datum answer = estimate_data(scenario.estimate);
    for (auto& part : std::get<Datum::Object>(answer.value)) {
        if (part.key != "schema_version" && part.key != "workload") entry.push_back(std::move(part));
    }
    return {std::move(entry)};
}

std::vector<WaitingInput> waiting_in(const std::vector<NamedEstimate>& estimates) {
    std::vector<WaitingInput> all;
    for (const auto& each : estimates) {
        for (const auto& input : each.estimate.model.waiting) {
            const bool known = std::any_of(all.begin(), all.end(),
                                           [&](const WaitingInput& other) { return other.name == input.name; });
            if (!known) all.push_back(input);
        }
    }
    return all;
}

std::vector<std::string> contradictions_of_scenarios(const std::vector<NamedEstimate>& estimates) {
    return lines_of_scenarios(estimates, contradiction_lines);
}

std::vector<std::string> notes_of_scenarios(const std::vector<NamedEstimate>& estimates) {
    return lines_of_scenarios(estimates, [](const Estimate& estimate) { return judge_all(estimate).notes; });
}

Overlay with_scenario(const Scenario& scenario, Overlay overlay) {
    overlay.options.insert(overlay.options.begin(), scenario.settings.begin(), scenario.settings.end());
    return overlay;
}

std::string changes_text(const Scenario& scenario) {
    std::string text;
    for (const auto& setting : scenario.settings)
        text += (text.empty() ? "" : ", ") + setting.key.text + " " + show_in_line(setting.value.text);
    return text;
}

Report describe_scenarios(const std::vector<NamedEstimate>& estimates, Audience audience, Extent extent) {
    Report report;
    report.conventions = estimates.front().estimate.model.conventions;
    switch (audience) {
        case Audience::people: add_page(report, estimates, extent); break;
        case Audience::page: add_rich_page(report, estimates, extent); break;
        case Audience::sheet: report.records = scenario_records(estimates); break;
        case Audience::program: report.data = scenario_data(estimates); break;
    }
    return report;
}

}  // namespace bote
