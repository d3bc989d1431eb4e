// The question at the end: what do the numbers call for?

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/practice/problem.hpp"
#include "bote/views/verdicts.hpp"

namespace bote {
namespace {

/// {}: the right side of the rule, which is what one machine can do.
struct DecisionText {
    std::string_view rule;
    Topic topic;
    bool yes_where_it_holds;
    std::string_view text;
};
constexpr DecisionText kDecisions[] = {
    {"write_shards", Topic::traffic, false,
     "Can one primary take all writes at the peak (a server does {} disk operations)?"},
    {"partition", Topic::storage, false, "Does one server's disk ({}) hold a copy of the data with its free space?"},
    {"cdn", Topic::network, false, "Can one server's network carry all bytes out at the peak (plan for {})?"},
    {"cache_cluster", Topic::cache, false, "Does one server's memory ({}) hold the cache?"},
    {"read_replicas", Topic::servers, false, "Can one database server do the reads that miss the cache (it does {})?"},
    {"cache", Topic::tiers, true, "Do the reads at the peak need a cache (one server's disks do {})?"},
    {"key_length", Topic::keys, true, "Do the kept objects need longer keys?"},
    {"read_heavy", Topic::any, true, "Is it read-heavy: five reads or more for each write?"},
};

std::optional<DecisionPrompt> prompt_for(const Estimate& estimate, const DecisionText& row) {
    const Model& model = estimate.model;
    for (std::size_t i = 0; i < model.rules.size(); ++i) {
        if (model.rules[i].rule->name != row.rule) continue;
        const Verdict verdict = judge(model, estimate.values, i);
        const bool positive = verdict.left > 0 && verdict.right > 0;
        if (!positive || !std::isfinite(verdict.left) || !std::isfinite(verdict.right)) continue;
        DecisionPrompt prompt;
        prompt.margin = std::max(verdict.left / verdict.right, verdict.right / verdict.left);
        if (prompt.margin < kClearMargin) continue;
        prompt.rule = row.rule;
        prompt.text =
            fmt::format(fmt::runtime(row.text), format(verdict.right, verdict.rule->display, model.conventions));
        prompt.yes = verdict.holds == row.yes_where_it_holds;
        prompt.because = verdict.because;
        return prompt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<DecisionPrompt> choose_decision(const Estimate& estimate, Topic topic) {
    for (const auto& row : kDecisions) {
        if (row.topic != topic || topic == Topic::any) continue;
        if (auto prompt = prompt_for(estimate, row)) return prompt;
    }
    // Otherwise the one that takes most thought: that which is nearest to where it flips.
    std::optional<DecisionPrompt> nearest;
    for (const auto& row : kDecisions) {
        auto prompt = prompt_for(estimate, row);
        if (prompt && (!nearest || prompt->margin < nearest->margin)) nearest = std::move(prompt);
    }
    return nearest;
}

}  // namespace bote
