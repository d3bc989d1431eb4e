#include "walk.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/engine/flip.hpp"
#include "bote/engine/slice.hpp"
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

void Walk::evaluate_at(double input, const Program& program, const std::vector<GrowingRate>& growing) {
    std::vector<double>& cells = columns_.cells;
    cells[slot_] = input;
    evaluate(program, columns_);
    if (growing.empty()) return;
    for (const GrowingRate& each : growing)
        cells[slot_of(each.rate)] = each.at_launch * cells[slot_of(each.growth_factor)];
    evaluate(program, columns_);
}

Values Walk::values_at(double input) {
    evaluate_at(input, program_, growing_);
    return values_of(program_, columns_, 0);
}

const Values& Walk::values_at(double input, const Part& part) {
    evaluate_at(input, part.program, part.growing);
    const auto note = [&](std::uint32_t slot) {
        const double value = columns_.cells[slot];
        if (slot < program_.quantities) {
            values_.quantities[index_at<QuantityIndex>(slot)] = value;
        } else if (const std::uint32_t side = slot - program_.quantities; side < 2 * program_.comparisons) {
            (side % 2 == 0 ? values_.left : values_.right)[side / 2] = value;
        }
    };
    note(slot_);
    for (const GrowingRate& each : part.growing) note(slot_of(each.rate));
    for (const Instruction& step : part.program.instructions) note(step.target);
    return values_;
}

/// Also what the text about its answer takes.
std::vector<std::uint32_t> Walk::results_of(const Question& question) const {
    std::vector<std::uint32_t> results;
    if (is_comparison(question)) results = sides_of(program_, {question.compared});
    for (const QuantityIndex each : question.resources) results.push_back(slot_of(each));
    if (question.about == Question::About::rule) {
        for (const Binding& name : model_.rules[question.index].texts) results.push_back(slot_of(name.quantity));
    }
    return results;
}

Walk::Part Walk::part_for(const Question& question) {
    if (!cones_) {
        std::vector<std::uint32_t> inputs{slot_};
        for (const GrowingRate& each : growing_) inputs.push_back(slot_of(each.rate));
        cones_.emplace(program_, inputs);
    }
    auto results = results_of(question);
    Part part{cones_->of(results), {}};
    for (const GrowingRate& each : growing_) {
        if (!cones_->rested_on(slot_of(each.rate))) continue;
        part.growing.push_back(each);
        results.push_back(slot_of(each.growth_factor));
    }
    if (!part.growing.empty()) part.program = cones_->of(results);
    return part;
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

double Walk::find_change(const Question& question, const Part& part, int then, std::pair<double, double> between) {
    double from = between.first;
    double to = between.second;
    const bool whole = is_whole();
    const auto is_done = [&](int round) { return whole ? std::abs(to - from) <= 1 : round == kWalkHalvings; };
    for (int round = 0; !is_done(round); ++round) {
        const double middle = whole ? std::floor((from + to) / 2) : (from + to) / 2;
        (answer(question, middle, values_at(middle, part)) == then ? to : from) = middle;
    }
    return to;
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
    for (std::size_t i = 0; i < questions_.size(); ++i) {
        const Question& question = questions_[i];
        const int then = to.answers[i];
        if (from.answers[i] == then) continue;
        if (question.about == Question::About::tier && (from.answers[i] < 0 || then < 0)) continue;
        if (values_.quantities.empty()) values_ = values_at(from.at);
        const Part part = part_for(question);
        const double change = find_change(question, part, then, {from.at, to.at});
        if (from.at == 0 && change < to.at * kNothing) continue;
        const double after =
            is_whole() ? 0 : std::max(std::abs(to.at - from.at) * kJustAfter, std::abs(change) * kLeastAfter);
        const double beyond = change + (from.at < to.at ? after : -after);
        if (auto text = describe(values_at(beyond, part), question, then); !text.empty())
            found.push_back({change, std::move(text)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const Change& a, const Change& b) { return from.at < to.at ? a.at < b.at : a.at > b.at; });
    return found;
}

}  // namespace bote
