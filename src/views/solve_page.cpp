#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/views/common.hpp"
#include "bote/views/expectation_text.hpp"
#include "bote/views/solve.hpp"
#include "page.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostShown = 6;  // stretches
constexpr int kShownChanceDigits = 4;  // so that 89.97% is not 90%

std::string headline(const Estimate& estimate, const Solution& solution) {
    const std::string& condition = estimate.model.expectations.back().text;
    const auto& quantity = estimate.model[solution.input];
    const auto text_of = [&](double value, int digits) {
        return format(value, quantity.display, estimate.model.conventions, digits);
    };
    const auto end = [&](double value) { return text_of(value, solution.digits); };
    const std::string range =
        fmt::format("from {} to {}", text_of(solution.low, kShownDigits), text_of(solution.high, kShownDigits));
    const std::string name(quantity.name);
    if (solution.stretches.empty()) return fmt::format("`{}` holds for no {} {}.", condition, name, range);
    const Stretch& only = solution.stretches.front();
    if (!only.from && !only.to) return fmt::format("`{}` holds for every {} {}.", condition, name, range);
    std::string text = fmt::format("`{}` holds", condition);
    std::size_t listed = 0;
    for (const auto& each : solution.stretches) {
        if (listed == kMostShown)
            return text + fmt::format(", and in {} more stretch{}.", solution.stretches.size() - listed,
                                      solution.stretches.size() - listed == 1 ? "" : "es");
        text += listed++ == 0 ? " " : ", and ";
        if (each.from && each.to)
            text += fmt::format("from {} {} to {}", name, end(each.shown_from), end(each.shown_to));
        else if (each.to) text += fmt::format("up to {} {}", name, end(each.shown_to));
        else text += fmt::format("from {} {}", name, end(each.shown_from));
    }
    return text + ".";
}

/// The names that the condition reads: what is shown at each end.
std::vector<QuantityIndex> find_read(const Model& model) {
    std::vector<QuantityIndex> read;
    for (const auto names : {model.expectations.back().left_names, model.expectations.back().right_names}) {
        for (const auto& name : names) {
            if (name.quantity != QuantityIndex::none &&
                std::find(read.begin(), read.end(), name.quantity) == read.end())
                read.push_back(name.quantity);
        }
    }
    return read;
}

Cell chance_cell(const Tried& tried) {
    return tried.chance ? Cell{Quantity{*tried.chance, *parse_display("%"), kShownChanceDigits}} : Cell{};
}

/// As many of the values tried as belong to the stretches that are listed.
std::size_t count_shown(const Solution& solution) {
    std::size_t rows = !solution.tried.empty() && solution.tried.front().title == "now" ? 1 : 0;
    for (std::size_t i = 0; i < std::min(kMostShown, solution.stretches.size()); ++i)
        rows += (solution.stretches[i].from ? 2U : 0U) + (solution.stretches[i].to ? 2U : 0U);
    return rows;
}

/// Of the quantities of a row: enough to see on which side of the condition it is.
int digits_of(const Estimate& estimate, const Solution& solution, const Tried& tried) {
    const BoundExpectation& condition = estimate.model.expectations.back();
    const std::size_t last = estimate.model.expectations.size() - 1;
    if (condition.terms.chance > 0) return solution.digits;
    const double left = tried.values.left[last];
    const double right = tried.values.right[last];
    const auto shown = [&](Tree tree, std::span<const Binding> names, double value, int digits) {
        if (tree.size() != 1 || names.empty() || names.front().quantity == QuantityIndex::none)
            return value;  // not in the table
        return shown_value(value, estimate.model[names.front().quantity].display, estimate.model.conventions, digits);
    };
    return telling_digits(solution.digits, condition.terms, left, right, [&](int digits) {
        return std::pair(shown(condition.left, condition.left_names, left, digits),
                         shown(condition.right, condition.right_names, right, digits));
    });
}

Table end_table(const Estimate& estimate, const Solution& solution) {
    const auto& input = estimate.model[solution.input];
    const bool by_chance = solution.samples > 0;
    Table table{{{"", ColumnKind::text}, {std::string(input.name), ColumnKind::number}}, {}};
    const auto read = find_read(estimate.model);
    for (const QuantityIndex index : read)
        table.columns.push_back({std::string(estimate.model[index].name), ColumnKind::number});
    if (by_chance) table.columns.push_back({"Chance", ColumnKind::number});
    table.columns.push_back({"", ColumnKind::text});
    for (const Tried& each : std::span(solution.tried).first(count_shown(solution))) {
        std::vector<Cell> row{each.title, Quantity{each.value, input.display, solution.digits}};
        const int digits = digits_of(estimate, solution, each);
        for (const QuantityIndex index : read)
            row.emplace_back(Quantity{each.values.quantities[index], estimate.model[index].display, digits});
        if (by_chance) row.push_back(chance_cell(each));
        row.emplace_back(std::string(each.holds ? "holds" : "fails"));
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// What was not looked at, and what the numbers of a workload with ranges mean.
void add_notes(Report& report, const Estimate& estimate, const Solution& solution) {
    if (!solution.depends) {
        const auto name = estimate.model[solution.input].name;
        report.blocks.emplace_back(Note{fmt::format("{} moves neither side of it.", name), Tone::plain});
    } else if (solution.stretches.size() != 1) {
        report.blocks.emplace_back(
            Note{fmt::format("Found among {} values; a stretch between two of them is not seen.", solution.probes),
                 Tone::plain});
    }
    const bool wanted = estimate.model.expectations.back().terms.chance > 0;
    if (estimate.program.draws.empty()) {
        if (wanted) report.blocks.emplace_back(Note{"No value is a range: it holds, or it does not.", Tone::plain});
        return;
    }
    if (solution.samples == 0) {
        report.blocks.emplace_back(
            Note{"Ranges stand at their median; end the condition with `at 95%` to ask for a chance.", Tone::plain});
        return;
    }
    report.blocks.emplace_back(
        Note{fmt::format("The chance is that of {} samples of the other ranges{}; quantities stand at their median.",
                         solution.samples, solution.settled ? "" : ", and the third digit of an end may still move"),
             Tone::plain});
}

/// The chance at the end of a stretch, as it is shown.
std::optional<double> chance_at(const Solution& solution, double value) {
    const auto found = std::find_if(solution.tried.begin(), solution.tried.end(),
                                    [&](const Tried& each) { return each.value == value && each.title != "now"; });
    return found == solution.tried.end() ? std::nullopt : found->chance;
}

void add_records(Report& report, const Estimate& estimate, const Solution& solution) {
    const auto& input = estimate.model[solution.input];
    const bool by_chance = solution.samples > 0;
    report.records.columns = {{"quantity"}, {"from", ColumnKind::number}, {"to", ColumnKind::number}, {"unit"}};
    if (by_chance) {
        report.records.columns.push_back({"from_chance", ColumnKind::number});
        report.records.columns.push_back({"to_chance", ColumnKind::number});
    }
    const auto chance = [&](const std::optional<double>& end, double shown) {
        const auto found = end ? chance_at(solution, shown) : std::nullopt;
        return found ? Cell{Quantity{*found, *parse_display("%")}} : Cell{};
    };
    for (const auto& each : solution.stretches) {
        std::vector<Cell> row{std::string(input.name), Cell{}, Cell{}, plain_unit(input.display)};
        // An end by chance is known to few digits, and its chance is that of these.
        if (each.from) row[1] = Quantity{by_chance ? each.shown_from : *each.from, input.display};
        if (each.to) row[2] = Quantity{by_chance ? each.shown_to : *each.to, input.display};
        if (by_chance) row.push_back(chance(each.from, each.shown_from));
        if (by_chance) row.push_back(chance(each.to, each.shown_to));
        report.records.rows.push_back(std::move(row));
    }
}

Datum stretch_datum(const Estimate& estimate, const Solution& solution, const Stretch& stretch) {
    Datum::Object object;
    const auto add = [&](const std::string& key, const std::optional<double>& end, double shown) {
        if (!end) return;
        object.push_back({key, value_datum(estimate, solution.input, solution.samples > 0 ? shown : *end)});
        if (const auto chance = chance_at(solution, shown)) object.push_back({key + "_chance", number_datum(*chance)});
    };
    add("from", stretch.from, stretch.shown_from);
    add("to", stretch.to, stretch.shown_to);
    return {std::move(object)};
}

Datum data_of(const Estimate& estimate, const Solution& solution) {
    const auto& input = estimate.model[solution.input];
    const auto& condition = estimate.model.expectations.back();
    Datum::Array stretches;
    for (const auto& each : solution.stretches) stretches.push_back(stretch_datum(estimate, solution, each));
    Datum::Object data{{"schema_version", number_datum(kSchemaVersion)},
                       {"workload", workload_datum(estimate.model)},
                       {"quantity", text_datum(std::string(input.name))},
                       {"unit", text_datum(plain_unit(input.display))},
                       {"condition", text_datum(condition.text)},
                       {"present", value_datum(estimate, solution.input, solution.present)},
                       {"holds_now", {solution.holds_now}},
                       {"tried_from", value_datum(estimate, solution.input, solution.low)},
                       {"tried_to", value_datum(estimate, solution.input, solution.high)},
                       {"stretches", {std::move(stretches)}}};
    if (solution.samples > 0) {
        data.push_back({"wanted_chance", number_datum(condition.terms.chance)});
        data.push_back({"samples", number_datum(static_cast<double>(solution.samples))});
        data.push_back({"settled", {solution.settled}});
    }
    return {std::move(data)};
}

}  // namespace

Report describe_solution(const Estimate& estimate, const Solution& solution) {
    Report report;
    report.conventions = estimate.model.conventions;
    add_title(report, estimate, Head::short_form);
    report.blocks.emplace_back(Heading{"Solution", 2});
    report.blocks.emplace_back(
        Note{headline(estimate, solution), solution.stretches.empty() ? Tone::bad : Tone::plain});
    if (!solution.tried.empty()) report.blocks.emplace_back(end_table(estimate, solution));
    add_notes(report, estimate, solution);
    add_records(report, estimate, solution);
    report.data = data_of(estimate, solution);
    return report;
}

}  // namespace bote
