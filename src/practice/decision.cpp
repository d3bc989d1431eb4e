// The question at the end: what do the numbers call for?

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/practice/problem.hpp"
#include "bote/views/verdicts.hpp"

namespace bote {
namespace {

constexpr std::string_view kNetworkMark = "{network}";

/// {}: the right side of the rule, which is what one machine can do.
struct DecisionText {
    std::string_view rule;
    Topic topic;
    bool yes_where_it_holds;
    std::string_view text;
};
constexpr DecisionText kDecisions[] = {
    {"write_shards", Topic::traffic, false,
     "Can one primary take all writes at the peak (a server does {} disk operations{network})?"},
    {"partition", Topic::storage, false, "Does one server's disk ({}) hold a copy of the data with its free space?"},
    {"cdn", Topic::network, false,
     "Can one server's network carry all bytes out at the peak ({} at the load planned for)?"},
    {"cache_cluster", Topic::cache, false, "Does one server's memory ({}) hold the cache?"},
    {"read_replicas", Topic::servers, false,
     "Can one database server do the reads that miss the cache (it does {}{network})?"},
    {"cache", Topic::tiers, true, "Do the reads at the peak need a cache (one server's disks do {})?"},
    {"key_length", Topic::keys, true, "Will the objects that are kept use up all keys?"},
    {"read_heavy", Topic::any, true, "Is it read-heavy: five reads or more for each write?"},
};

/// Another thing that has to fit where the rule asks for disk operations alone: the bytes a second through the network.
struct Bytes {
    double needed = NAN;
    double limit = NAN;
};
Bytes bytes_through(const Estimate& estimate, std::string_view rule) {
    const auto value = [&](std::string_view name) {
        const auto index = estimate.model.find(name);
        return index ? estimate.values.quantities[*index] : NAN;
    };
    Bytes bytes{NAN, value("server.network")};
    if (rule == "write_shards") bytes.needed = value("stored_traffic");
    if (rule == "read_replicas")
        bytes.needed = value("peak_origin_egress") * value("database_read_qps") / value("origin_read_qps");
    return bytes;
}

/// Takes the network into account: no, where it is short though the disks are not.
void consider_network(const Estimate& estimate, DecisionPrompt& prompt) {
    const Bytes bytes = bytes_through(estimate, prompt.rule);
    const auto mark = prompt.text.find(kNetworkMark);
    if (mark == std::string::npos) return;
    if (!(bytes.needed > 0) || !(bytes.limit > 0)) {
        prompt.text.erase(mark, kNetworkMark.size());
        return;
    }
    const Conventions& conventions = estimate.model.conventions;
    const Display bits = *parse_display("bps");
    const std::string limit = format(bytes.limit, bits, conventions);
    prompt.text.replace(mark, kNetworkMark.size(), fmt::format(", its network carries {}", limit));
    const bool fits = bytes.needed <= bytes.limit;
    const double margin = std::max(bytes.needed / bytes.limit, bytes.limit / bytes.needed);
    const std::string compared =
        fmt::format("{} {} {}", format(bytes.needed, bits, conventions), fits ? "<=" : ">", limit);
    if (prompt.yes && fits) prompt.because += " and " + compared;
    else if (prompt.yes) prompt.because = compared;
    // Of two that both have to fit the nearer one decides how clear a yes is; of those that do not, the farther a no.
    if (prompt.yes && fits) prompt.margin = std::min(prompt.margin, margin);
    else if (prompt.yes) prompt.margin = margin;
    else if (!fits) prompt.margin = std::max(prompt.margin, margin);
    prompt.yes = prompt.yes && fits;
}

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
            fmt::format(fmt::runtime(row.text), format(verdict.right, verdict.rule->display, model.conventions),
                        fmt::arg("network", kNetworkMark));
        prompt.yes = verdict.holds == row.yes_where_it_holds;
        prompt.because = verdict.because;
        consider_network(estimate, prompt);
        if (prompt.margin < kClearMargin) continue;
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
