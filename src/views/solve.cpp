#include "bote/views/solve.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/engine/flip.hpp"
#include "bote/formula/check.hpp"
#include "bote/views/common.hpp"
#include "page.hpp"

namespace bote {
namespace {

constexpr double kReach = 1e9;
constexpr std::size_t kProbes = 8192;
constexpr std::size_t kBlock = 128;
constexpr int kHalvings = 60;
constexpr int kShown = 4;  // digits of an end

std::size_t at(int index) { return static_cast<std::size_t>(index); }

const ModelQuantity& quantity_at(const Estimate& estimate, int index) { return estimate.model.quantities[at(index)]; }

/// The condition as a question about the input.
class Question {
public:
    Question(const Estimate& estimate, int input)
        : expectation_(estimate.model.expectations.back().expectation),
          slot_(static_cast<std::uint32_t>(input)),
          left_(static_cast<std::uint32_t>(estimate.model.quantities.size() +
                                           2 * (estimate.model.expectations.size() - 1))),
          program_(pinned(estimate.program, slot_)) {}

    std::vector<bool> ask(const std::vector<double>& values) {
        std::vector<bool> answers;
        for (std::size_t first = 0; first < values.size(); first += kBlock) {
            const std::size_t count = std::min(kBlock, values.size() - first);
            Columns columns = make_columns(program_, count);
            const auto cell = [&](std::uint32_t slot, std::size_t row) -> double& {
                return columns.cells[slot * columns.pitch + row];
            };
            for (std::size_t row = 0; row < count; ++row) cell(slot_, row) = values[first + row];
            evaluate(program_, columns);
            for (std::size_t row = 0; row < count; ++row)
                answers.push_back(holds(expectation_, cell(left_, row), cell(left_ + 1, row)));
            gap_ = cell(left_, count - 1) - cell(left_ + 1, count - 1);
        }
        return answers;
    }

    /// Left minus right.
    double gap(double value) {
        ask({value});
        return gap_;
    }

    /// Where both sides are equal between two values; none where their difference has one sign.
    std::optional<double> equal_between(double low, double high) {
        const bool rising = gap(low) < 0;
        if (!std::isfinite(gap_) || (gap(high) < 0) == rising || !std::isfinite(gap_)) return std::nullopt;
        for (int round = 0; round < kHalvings; ++round) {
            const double middle = (low + high) / 2;
            ((gap(middle) < 0) == rising ? low : high) = middle;
        }
        return high;
    }

    /// The end of the stretch between a value for which it holds and one for which it does not, on the side where it
    /// holds.
    double end_between(double good, double bad, bool whole) {
        for (int round = 0; round < kHalvings; ++round) {
            const bool by_ratio = good > 0 && bad > 0;
            double middle = by_ratio ? std::sqrt(good) * std::sqrt(bad) : (good + bad) / 2;
            if (whole) middle = std::floor(std::min(good, bad)) + std::floor(std::abs(good - bad) / 2);
            if (whole && (std::abs(good - bad) <= 1 || middle == good || middle == bad)) break;
            (ask({middle}).front() ? good : bad) = middle;
        }
        return good;
    }

private:
    const Expectation& expectation_;
    std::uint32_t slot_;
    std::uint32_t left_;
    Program program_;
    double gap_ = 0;  // of the last value asked for
};

bool is_whole(const ModelQuantity& quantity) {
    return quantity.definition != nullptr && quantity.definition->bounds.whole;
}

/// The values to be tried, in rising order.
std::vector<double> probes_for(const Estimate& estimate, int input, double& low, double& high) {
    const ModelQuantity& quantity = quantity_at(estimate, input);
    const double present = estimate.values.quantities[at(input)];
    const bool share = quantity.display.numerator == Numerator::share;
    low = share ? 0 : std::abs(present) > 0 ? std::abs(present) / kReach : 1 / kReach;
    high = share ? std::max(1.0, present) : std::abs(present) > 0 ? std::abs(present) * kReach : kReach;
    constexpr double kInside = 1e-9;  // an end that is not allowed itself
    if (quantity.definition != nullptr) {
        const Bounds& bounds = quantity.definition->bounds;
        const auto end = [&](Tree tree) { return evaluate(tree, {}, estimate.model.conventions); };
        if (!bounds.low.empty())
            low = std::max(low,
                           end(bounds.low) + (bounds.low_allowed ? 0 : kInside * std::max(end(bounds.low), kInside)));
        if (!bounds.high.empty()) high = std::min(high, end(bounds.high) * (bounds.high_allowed ? 1 : 1 - kInside));
    }
    if (is_whole(quantity)) {
        low = std::ceil(low);
        high = std::floor(high);
    }
    std::vector<double> probes;
    const bool by_ratio = low > 0 && high / low > kProbes;
    for (std::size_t i = 0; i <= kProbes; ++i) {
        const double part = static_cast<double>(i) / kProbes;
        double value = by_ratio ? low * std::pow(high / low, part) : low + (high - low) * part;
        if (is_whole(quantity)) value = std::round(value);
        if (probes.empty() || value > probes.back()) probes.push_back(std::min(value, high));
    }
    if (present > low && present < high)
        probes.insert(std::lower_bound(probes.begin(), probes.end(), present), present);
    probes.erase(std::unique(probes.begin(), probes.end()), probes.end());
    return probes;
}

/// Which end of a stretch: its first value or its last.
enum class End { first, last };

/// One in the last of the digits that are shown.
double last_place(const Estimate& estimate, const Solution& solution, double value) {
    const auto& quantity = quantity_at(estimate, solution.input);
    if (is_whole(quantity)) return 1;
    const double divisor = scale_for(value, quantity.display, estimate.model.conventions).divisor;
    return std::pow(10.0, std::floor(std::log10(std::abs(value / divisor))) - kShown + 1) * divisor;
}

/// The nearest number of few digits on the side where the condition holds.
double short_end(const Estimate& estimate, const Solution& solution, double value, End end) {
    if (value == 0 || !std::isfinite(value)) return value;
    const double place = last_place(estimate, solution, value);
    constexpr double kForgiven = 1e-9;
    const double digits = value / place;
    const double near = std::round(digits);
    if (std::abs(digits - near) < kForgiven * std::abs(digits)) return near * place;
    return (end == End::first ? std::ceil(digits) : std::floor(digits)) * place;
}

/// The next such number, on the other side.
double next_short(const Estimate& estimate, const Solution& solution, double value, End end) {
    const double place = last_place(estimate, solution, value);
    return short_end(estimate, solution, value, end) + (end == End::first ? -place : place);
}

std::string end_text(const Estimate& estimate, const Solution& solution, double value, End end) {
    const Display& display = quantity_at(estimate, solution.input).display;
    return format(short_end(estimate, solution, value, end), display, estimate.model.conventions, kShown);
}

std::string headline(const Estimate& estimate, const Solution& solution) {
    const std::string& condition = estimate.model.expectations.back().text;
    const auto& quantity = quantity_at(estimate, solution.input);
    const auto tried = [&](double value) { return format(value, quantity.display, estimate.model.conventions); };
    const std::string range = fmt::format("from {} to {}", tried(solution.low), tried(solution.high));
    const std::string name(quantity.name);
    if (solution.stretches.empty()) return fmt::format("`{}` holds for no {} {}.", condition, name, range);
    const Stretch& only = solution.stretches.front();
    if (!only.from && !only.to) return fmt::format("`{}` holds for every {} {}.", condition, name, range);
    std::string text = fmt::format("`{}` holds", condition);
    for (const auto& each : solution.stretches) {
        const bool first = &each == &solution.stretches.front();
        text += first ? " " : ", and ";
        if (each.from && each.to)
            text += fmt::format("from {} {} to {}", name, end_text(estimate, solution, *each.from, End::first),
                                end_text(estimate, solution, *each.to, End::last));
        else if (each.to) text += fmt::format("up to {} {}", name, end_text(estimate, solution, *each.to, End::last));
        else text += fmt::format("from {} {}", name, end_text(estimate, solution, *each.from, End::first));
    }
    return text + ".";
}

/// The names that the condition reads: what is shown at each end.
std::vector<int> find_read(const Model& model) {
    std::vector<int> read;
    for (const auto* names : {&model.expectations.back().left, &model.expectations.back().right}) {
        for (const auto& name : *names) {
            if (name.quantity >= 0 && std::find(read.begin(), read.end(), name.quantity) == read.end())
                read.push_back(name.quantity);
        }
    }
    return read;
}

Table end_table(const Estimate& estimate, const Solution& solution) {
    const auto& input = quantity_at(estimate, solution.input);
    Table table{{{"", ColumnKind::text}, {input.name, ColumnKind::number}}, {}};
    const auto read = find_read(estimate.model);
    for (const int index : read) table.columns.push_back({quantity_at(estimate, index).name, ColumnKind::number});
    table.columns.push_back({"", ColumnKind::text});
    const Program program = pinned(estimate.program, static_cast<std::uint32_t>(solution.input));
    const auto add = [&](std::string title, double value) {
        const Program there = pinned_at(program, solution.input, value);
        const Values values = evaluate_point(there);
        const std::size_t last = estimate.model.expectations.size() - 1;
        const bool good = holds(estimate.model.expectations[last].expectation, values.left[last], values.right[last]);
        std::vector<Cell> row{std::move(title), Quantity{value, input.display, kShown}};
        for (const int index : read)
            row.emplace_back(Quantity{values.quantities[at(index)], quantity_at(estimate, index).display, kShown});
        row.emplace_back(std::string(good ? "holds" : "fails"));
        table.rows.push_back(std::move(row));
    };
    const auto& given = estimate.model.given;
    if (std::find(given.begin(), given.end(), input.name) != given.end()) add("now", solution.present);
    for (const auto& each : solution.stretches) {
        if (each.from) {
            add("below", next_short(estimate, solution, *each.from, End::first));
            add("smallest", short_end(estimate, solution, *each.from, End::first));
        }
        if (each.to) {
            add("largest", short_end(estimate, solution, *each.to, End::last));
            add("above", next_short(estimate, solution, *each.to, End::last));
        }
    }
    return table;
}

/// Equality may hold for so few values that no probe meets one: those in between are added.
void add_equal(Question& question, std::vector<double>& probes) {
    std::vector<double> found;
    for (std::size_t i = 0; i + 1 < probes.size(); ++i) {
        if (const auto value = question.equal_between(probes[i], probes[i + 1])) found.push_back(*value);
    }
    probes.insert(probes.end(), found.begin(), found.end());
    std::sort(probes.begin(), probes.end());
    probes.erase(std::unique(probes.begin(), probes.end()), probes.end());
}

}  // namespace

Solution compute_solution(const Estimate& estimate, int input) {
    Solution solution;
    solution.input = input;
    solution.present = estimate.values.quantities[at(input)];
    const std::size_t last = estimate.model.expectations.size() - 1;
    solution.holds_now =
        holds(estimate.model.expectations[last].expectation, estimate.values.left[last], estimate.values.right[last]);
    auto probes = probes_for(estimate, input, solution.low, solution.high);
    const bool whole = is_whole(quantity_at(estimate, input));
    Question question(estimate, input);
    const Comparison comparison = estimate.model.expectations[last].expectation.comparison;
    if (!whole && (comparison == Comparison::equal || comparison == Comparison::about)) add_equal(question, probes);
    const auto answers = question.ask(probes);
    for (std::size_t i = 0; i < probes.size(); ++i) {
        if (!answers[i]) continue;
        if (i == 0 || !answers[i - 1]) {
            Stretch stretch;
            if (i > 0) stretch.from = question.end_between(probes[i], probes[i - 1], whole);
            solution.stretches.push_back(stretch);
        }
        if (i + 1 < probes.size() && !answers[i + 1])
            solution.stretches.back().to = question.end_between(probes[i], probes[i + 1], whole);
    }
    return solution;
}

Report describe_solution(const Estimate& estimate, const Solution& solution) {
    Report report;
    report.conventions = estimate.model.conventions;
    add_title(report, estimate, Extent::all);
    report.blocks.emplace_back(Heading{"Solution", 2});
    report.blocks.emplace_back(
        Note{headline(estimate, solution), solution.stretches.empty() ? Tone::bad : Tone::plain});
    report.blocks.emplace_back(end_table(estimate, solution));
    const auto& input = quantity_at(estimate, solution.input);
    report.records.columns = {{"quantity"}, {"from", ColumnKind::number}, {"to", ColumnKind::number}, {"unit"}};
    Datum::Array stretches;
    for (const auto& each : solution.stretches) {
        Datum::Object stretch;
        std::vector<Cell> row{input.name, Cell{}, Cell{}, base_unit(input.display.dimension)};
        if (each.from) {
            stretch.push_back({"from", number_datum(*each.from)});
            row[1] = Quantity{*each.from, input.display};
        }
        if (each.to) {
            stretch.push_back({"to", number_datum(*each.to)});
            row[2] = Quantity{*each.to, input.display};
        }
        stretches.push_back({std::move(stretch)});
        report.records.rows.push_back(std::move(row));
    }
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {"workload", workload_datum(estimate.model)},
                                 {"quantity", text_datum(std::string(input.name))},
                                 {"unit", text_datum(base_unit(input.display.dimension))},
                                 {"condition", text_datum(estimate.model.expectations.back().text)},
                                 {"present", number_datum(solution.present)},
                                 {"holds_now", {solution.holds_now}},
                                 {"tried_from", number_datum(solution.low)},
                                 {"tried_to", number_datum(solution.high)},
                                 {"stretches", {std::move(stretches)}}}};
    return report;
}

}  // namespace bote
