#include "walk.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/engine/flip.hpp"
#include "bote/views/common.hpp"
#include "bote/views/uncertainty.hpp"
#include "bote/views/verdicts.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

constexpr int kWalkHalvings = 50;
// For a chance at each of the values: so many that some hundred of them decide.
constexpr std::uint64_t kLeastSamples = 4096;
constexpr std::uint64_t kMostSamples = 1ULL << 17;
constexpr double kDeciding = 200;

std::uint64_t samples_for(double chance) {
    const double tail = std::min(chance, 1 - chance);
    return std::clamp(static_cast<std::uint64_t>(std::min(kDeciding / tail, 1e9)), kLeastSamples, kMostSamples);
}

// Where what was rounded up has taken its step, well beyond what `ceil` forgives: as a share of the way, and at least
// of the value.
constexpr double kJustAfter = 1e-6;
constexpr double kLeastAfter = 1e-8;
// What changes between nothing and anything is no news. The halvings come to 1e-15 of the way; what was rounded up may
// take its step not far behind.
constexpr double kNothing = 2e-15;

std::vector<Question> questions_of(const Estimate& estimate, Walk::Chances chances) {
    using About = Question::About;
    const Model& model = estimate.model;
    const bool draws = !estimate.program.draws.empty();  // else it holds or it does not
    std::vector<Question> questions;
    std::uint32_t comparison = 0;
    for (std::size_t i = 0; i < model.expectations.size(); ++i, ++comparison) {
        const Terms& each = model.expectations[i].terms;
        const About about = each.chance > 0 && draws ? About::chance : About::expectation;
        if (about == About::chance && chances == Walk::Chances::left_out) continue;
        questions.push_back({about, i, {comparison, each.comparison, each.tolerance}, {}});
    }
    for (std::size_t i = 0; i < model.rules.size(); ++i, ++comparison) {
        const Rule& rule = *model.rules[i].rule;
        if (rule.is_note) continue;  // it says how things are, not what to do: no news
        questions.push_back({About::rule, i, {comparison, rule.comparison, rule.tolerance}, {}});
    }
    const auto tiers = all_tiers(model);
    for (std::size_t i = 0; i < tiers.size(); ++i)
        questions.push_back({About::tier, i, {}, find_resources(model, tiers[i].name)});
    return questions;
}

bool is_comparison(const Question& question) {
    return question.about == Question::About::expectation || question.about == Question::About::rule;
}

}  // namespace

int answer_to(const Question& question, const Values& values) {
    if (question.about == Question::About::tier) return number_of(largest_of(question.resources, values));
    const Compared& compared = question.compared;
    return holds(compared.comparison, compared.tolerance, values.left[compared.index], values.right[compared.index]);
}

Walk::Walk(const Estimate& estimate, QuantityIndex input, Chances chances)
    : estimate_(estimate),
      model_(estimate.model),
      slot_(slot_of(input)),
      program_(pinned(estimate.program, slot_)),
      columns_(make_columns(program_, 1)),
      questions_(questions_of(estimate, chances)),
      chances_(model_.expectations.size()) {}

void Walk::grow(const std::vector<GrowingRate>& rates) {
    for (const GrowingRate& each : rates) program_ = pinned(program_, slot_of(each.rate));
    growing_ = rates;
}

/// An input for each row.
void Walk::evaluate_at(const std::vector<double>& inputs, Columns& columns) const {
    const auto cell = [&](std::uint32_t slot, std::size_t row) -> double& {
        return columns.cells[std::size_t{slot} * columns.pitch + row];
    };
    for (std::size_t row = 0; row < inputs.size(); ++row) cell(slot_, row) = inputs[row];
    evaluate(program_, columns);
    if (growing_.empty()) return;
    for (const GrowingRate& each : growing_) {
        for (std::size_t row = 0; row < inputs.size(); ++row)
            cell(slot_of(each.rate), row) = each.at_launch * cell(slot_of(each.growth_factor), row);
    }
    evaluate(program_, columns);
}

Values Walk::values_at(double input) {
    evaluate_at({input}, columns_);
    return values_of(program_, columns_, 0);
}

int Walk::answer_chance(const Question& question, double input) {
    auto& chance = chances_[question.index];
    if (!chance)
        chance.emplace(estimate_.program, ChanceQuestion{slot_, question.compared, draw_correlations(estimate_), {}});
    const double wanted = model_.expectations[question.index].terms.chance;
    return chance->at(input, samples_for(wanted)) >= wanted ? 1 : 0;
}

int Walk::answer(const Question& question, double input, const Values& values) {
    return question.about == Question::About::chance ? answer_chance(question, input) : answer_to(question, values);
}

Walk::Stop Walk::stop_at(double input) {
    const Values values = values_at(input);
    Stop stop{input, {}};
    for (const Question& each : questions_) stop.answers.push_back(answer(each, input, values));
    return stop;
}

bool Walk::is_whole() const { return bote::is_whole(model_[index_at<QuantityIndex>(slot_)]); }

double Walk::find_change(const Question& question, int then, std::pair<double, double> between) {
    auto [from, to] = between;
    if (is_whole()) {
        while (std::abs(to - from) > 1) {
            const double middle = std::floor((from + to) / 2);
            (answer(question, middle, values_at(middle)) == then ? to : from) = middle;
        }
        return to;
    }
    for (int round = 0; round < kWalkHalvings; ++round) {
        const double middle = (from + to) / 2;
        (answer(question, middle, values_at(middle)) == then ? to : from) = middle;
    }
    return to;
}

/// Most of the time of a walk goes into the halvings: each takes the whole program, and rows are cheap.
std::vector<double> Walk::find_changes(const Stop& from, const Stop& to) const {
    constexpr std::size_t kMostRows = 64;
    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        if (from.answers[i] != to.answers[i] && is_comparison(questions_[i])) changed.push_back(i);
    }
    std::vector<double> found(questions_.size());
    for (std::size_t first = 0; first < changed.size(); first += kMostRows) {
        const std::size_t rows = std::min(kMostRows, changed.size() - first);
        Columns columns = make_columns(program_, rows);
        std::vector<std::pair<double, double>> between(rows, {from.at, to.at});
        std::vector<double> middles(rows);
        for (int round = 0; round < kWalkHalvings; ++round) {
            for (std::size_t row = 0; row < rows; ++row) middles[row] = (between[row].first + between[row].second) / 2;
            evaluate_at(middles, columns);
            for (std::size_t row = 0; row < rows; ++row) {
                const std::size_t question = changed[first + row];
                const int answer = answer_in(questions_[question].compared, columns, row);
                (answer == to.answers[question] ? between[row].second : between[row].first) = middles[row];
            }
        }
        for (std::size_t row = 0; row < rows; ++row) found[changed[first + row]] = between[row].second;
    }
    return found;
}

int Walk::answer_in(const Compared& compared, const Columns& columns, std::size_t row) const {
    const std::size_t left = program_.quantities + 2 * std::size_t{compared.index};
    const auto side = [&](std::size_t slot) { return columns.cells[slot * columns.pitch + row]; };
    return holds(compared.comparison, compared.tolerance, side(left), side(left + 1));
}

std::string Walk::describe(const Values& values, const Question& question, int answer) const {
    switch (question.about) {
        case Question::About::expectation:
        case Question::About::chance:
            return fmt::format("`{}` {}", model_.expectations[question.index].text, answer != 0 ? "holds" : "fails");
        case Question::About::rule: {
            const Verdict verdict = judge(model_, values, question.index);
            return verdict.text.empty() || verdict.object.empty() ? verdict.text : verdict.object + ": " + verdict.text;
        }
        case Question::About::tier:
            return fmt::format("{} bound by {}", all_tiers(model_)[question.index].title,
                               resource_name(model_, QuantityIndex{answer}));
    }
    return "";
}

std::vector<Change> Walk::changes(const Stop& from, const Stop& to) {
    std::vector<Change> found;
    const std::vector<double> comparisons = is_whole() ? std::vector<double>() : find_changes(from, to);
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        const Question& question = questions_[i];
        const int then = to.answers[i];
        if (from.answers[i] == then) continue;
        if (question.about == Question::About::tier && (from.answers[i] < 0 || then < 0)) continue;
        const bool is_found = !comparisons.empty() && is_comparison(question);
        const double change = is_found ? comparisons[i] : find_change(question, then, {from.at, to.at});
        if (from.at == 0 && change < to.at * kNothing) continue;
        const double after =
            is_whole() ? 0 : std::max(std::abs(to.at - from.at) * kJustAfter, std::abs(change) * kLeastAfter);
        const double beyond = change + (from.at < to.at ? after : -after);
        if (auto text = describe(values_at(beyond), question, then); !text.empty())
            found.push_back({change, std::move(text)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const Change& a, const Change& b) { return from.at < to.at ? a.at < b.at : a.at > b.at; });
    return found;
}

}  // namespace bote
