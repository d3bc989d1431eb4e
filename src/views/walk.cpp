#include "walk.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/engine/flip.hpp"
#include "bote/views/common.hpp"
#include "bote/views/verdicts.hpp"

namespace bote {
namespace {

constexpr int kHalvings = 50;
constexpr double kJustAfter = 1e-6;  // as a share: where what was rounded up has taken its step

}  // namespace

Walk::Walk(const Estimate& estimate, int input)
    : model_(estimate.model),
      slot_(static_cast<std::uint32_t>(input)),
      program_(pinned(estimate.program, slot_)),
      columns_(make_columns(program_, 1)) {
    for (const auto& tier : all_tiers()) tiers_.push_back({tier.title, find_resources(model_, tier.name)});
}

Values Walk::values_at(double input) {
    columns_.cells[slot_ * columns_.pitch] = input;
    evaluate(program_, columns_);
    return values_of(program_, columns_, 0);
}

std::vector<int> Walk::answers_at(double input) {
    const Values values = values_at(input);
    std::vector<int> answers;
    for (std::size_t i = 0; i < model_.expectations.size(); ++i)
        // A point has no chances, so what asks for one does not change.
        answers.push_back(model_.expectations[i].expectation.chance == 0 &&
                                  holds(model_.expectations[i].expectation, values.left[i], values.right[i])
                              ? 1
                              : 0);
    for (std::size_t i = 0; i < model_.rules.size(); ++i) {
        const std::size_t comparison = model_.expectations.size() + i;
        const Comparison kind = model_.rules[i].rule->comparison;
        answers.push_back(holds(kind, 0, values.left[comparison], values.right[comparison]) ? 1 : 0);
    }
    for (const auto& tier : tiers_) answers.push_back(largest_of(tier.resources, values));
    return answers;
}

double Walk::find_change(std::size_t i, double from, double to) {
    const int then = answers_at(to)[i];
    for (int round = 0; round < kHalvings; ++round) {
        const double middle = (from + to) / 2;
        (answers_at(middle)[i] == then ? to : from) = middle;
    }
    return to;
}

std::string Walk::describe(const Values& values, std::size_t i, int answer) const {
    if (i < model_.expectations.size())
        return fmt::format("`{}` {}", model_.expectations[i].text, answer != 0 ? "holds from here" : "fails from here");
    i -= model_.expectations.size();
    if (i < model_.rules.size()) {
        if (model_.rules[i].rule->is_note) return "";
        const Verdict verdict = judge(model_, values, i);
        return verdict.text.empty() || verdict.object.empty() ? verdict.text : verdict.object + ": " + verdict.text;
    }
    i -= model_.rules.size();
    if (answer < 0) return "";
    return fmt::format("{} bound by {}", tiers_[i].title, resource_name(model_, answer));
}

std::vector<Change> Walk::changes(double from, double to) {
    const auto before = answers_at(from);
    const auto after = answers_at(to);
    std::vector<Change> found;
    for (std::size_t i = 0; i < before.size(); ++i) {
        if (before[i] == after[i] || (i >= model_.expectations.size() + model_.rules.size() && before[i] < 0)) continue;
        const double change = find_change(i, from, to);
        const double beyond = change + (to - from) * kJustAfter;
        if (auto text = describe(values_at(beyond), i, after[i]); !text.empty())
            found.push_back({change, std::move(text)});
    }
    std::stable_sort(found.begin(), found.end(),
                     [&](const Change& a, const Change& b) { return from < to ? a.at < b.at : a.at > b.at; });
    return found;
}

}  // namespace bote
