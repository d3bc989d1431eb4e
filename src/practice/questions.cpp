// Which quantities are asked for, in which order, and in which words.

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/practice/problem.hpp"
#include "bote/practice/variant.hpp"
#include "bote/views/common.hpp"
#include "told.hpp"
#include "wording.hpp"

namespace bote {
namespace {

struct TopicName {
    Topic topic;
    std::string_view name;
};
constexpr TopicName kTopics[] = {
    {Topic::any, "any"},     {Topic::traffic, "traffic"}, {Topic::storage, "storage"}, {Topic::network, "network"},
    {Topic::cache, "cache"}, {Topic::servers, "servers"}, {Topic::keys, "keys"},       {Topic::tiers, "tiers"},
};

/// {N}: the noun of the only object, or "writes" and "reads".
struct QuestionText {
    std::string_view quantity;
    Topic topic;
    bool usual;  // asked where no topic is named
    std::string_view text;
};
constexpr QuestionText kQuestions[] = {
    {"write_qps", Topic::traffic, true, "{Written} a second, on average?"},
    {"read_qps", Topic::traffic, true, "{Read} a second, on average?"},
    {"peak_qps", Topic::traffic, true, "{Requests} a second at the peak{together}?"},
    {"deliveries", Topic::traffic, false, "Internal writes a second, on average?"},
    {"pushes", Topic::traffic, false, "Pushes to users a second, on average?"},
    {"concurrent_users", Topic::traffic, false, "Users online at the same time?"},
    {"concurrent_requests", Topic::traffic, false, "Requests under way at the same time, on average?"},
    {"new_data", Topic::storage, true, "New data a day, one copy{indexed}?"},
    {"retained_objects", Topic::storage, false, "How many {nouns} are kept in the end?"},
    {"data", Topic::storage, false, "All data that is kept, one copy?"},
    {"storage", Topic::storage, true, "Disk to buy for all that is kept?"},
    {"ingress", Topic::network, false, "Bandwidth in, on average?"},
    {"egress", Topic::network, false, "Bandwidth out, on average?"},
    {"peak_egress", Topic::network, true, "Bandwidth out, at the peak?"},
    {"origin_egress", Topic::network, false, "Bandwidth out of the own servers, on average?"},
    {"peak_bandwidth", Topic::network, false, "Bandwidth in and out together, at the peak?"},
    {"cache_memory", Topic::cache, true, "Memory for the cache?"},
    {"database_read_qps", Topic::cache, false, "Reads a second that still reach the database, at the peak?"},
    {"cache.servers", Topic::cache, false, "Cache servers for that, without spares?"},
    {"app.machines", Topic::servers, true, "Application servers to run, spares included?"},
    {"database.servers", Topic::servers, false, "Storage servers for the load?"},
    {"key.space", Topic::keys, false, "How many different keys are there?"},
    {"key.lifetime", Topic::keys, false, "How long do the keys last?"},
    {"key.all_size", Topic::keys, false, "All keys made in advance: how many bytes?"},
    {"app.servers", Topic::tiers, false, "Application servers for the load, without spares?"},
    {"cache.machines", Topic::tiers, false, "Cache servers to run, spares included?"},
    {"database.machines", Topic::tiers, false, "Storage servers to run?"},
    {"machines", Topic::tiers, false, "Machines in all?"},
};

/// What a topic asks for before its own questions, since those go on from it.
struct Lead {
    Topic topic;
    std::string_view quantity;
};
constexpr Lead kLeads[] = {
    {Topic::network, "write_qps"}, {Topic::network, "read_qps"},      {Topic::cache, "read_qps"},
    {Topic::servers, "peak_qps"},  {Topic::keys, "retained_objects"}, {Topic::tiers, "peak_qps"},
    {Topic::storage, "write_qps"},
};

bool is_asked(const QuestionText& question, const PosingOptions& options) {
    if (question.quantity == options.first) return true;
    if (options.topic == Topic::any) return question.usual;
    if (question.topic == options.topic) return true;
    return std::any_of(std::begin(kLeads), std::end(kLeads), [&](const Lead& lead) {
        return lead.topic == options.topic && lead.quantity == question.quantity;
    });
}

/// Whether what is stored is larger than what comes in by indexes, which some count and others forget.
bool is_indexed(const Model& model) {
    return std::any_of(model.quantities.begin(), model.quantities.end(), [](const ModelQuantity& each) {
        return each.definition != nullptr && each.definition->name == "index_overhead" && !each.neutral;
    });
}

/// Whether one read returns several objects, so that reads are not what is read.
bool is_batched(const Model& model) {
    return std::any_of(model.quantities.begin(), model.quantities.end(), [](const ModelQuantity& each) {
        return each.definition != nullptr && each.definition->name == "items_per_read" && !each.neutral;
    });
}

/// "{Written}" -> "Photos uploaded", or "Writes" where there are several objects, or none with a name.
std::string filled_in(std::string_view text, const Model& model, const Wording& wording) {
    std::string result(text);
    const auto put = [&](std::string_view mark, const std::string& by) {
        if (const auto place = result.find(mark); place != std::string::npos) result.replace(place, mark.size(), by);
    };
    const bool single = model.objects.size() == 1;
    const std::string noun = single ? capital(plural_of(model.objects.front())) : "";
    put("{Written}", single ? noun + " " + past_of(wording.writes) : "Writes");
    const bool several = is_batched(model);
    put("{Read}", single && !several ? noun + " " + past_of(wording.reads) : "Reads");
    put("{nouns}", single ? plural_of(model.objects.front()) : "objects");
    const bool reads = model.find("read_qps").has_value();
    const bool both = reads && model.find("write_qps");
    // Where nothing is read, requests are what is written: nobody should have to guess whether pushes are among them.
    put("{Requests}", both || !single    ? "Requests"
                      : reads && several ? "Reads"
                                         : noun + " " + past_of(reads ? wording.reads : wording.writes));
    put("{together}", both ? ", reads and writes together" : "");
    put("{indexed}", is_indexed(model) ? ", its indexes included" : "");
    return result;
}

Prompt prompt_for(const Estimate& estimate, QuantityIndex index, std::string text) {
    const Model& model = estimate.model;
    const ModelQuantity& quantity = model[index];
    Prompt prompt{index, std::move(text), facts_of(estimate, index), truth_of(model, index), {}};
    prompt.measure = {quantity.display, model.conventions, model.objects};
    prompt.measure.says_time = prompt.text.find(" a second") != std::string::npos;
    for (const auto& object : model.objects) prompt.measure.words.push_back(plural_of(object));
    return prompt;
}

/// With growth there are two moments, and a question has to say which one it means.
std::string with_moment(const Estimate& estimate, QuantityIndex index, std::string text) {
    const Model& model = estimate.model;
    const auto horizon = model.find("horizon");
    if (!horizon) return text;
    const Variants variants(model, index);
    bool grows = false;
    for (const QuantityIndex leaf : variants.leaves()) {
        const ModelQuantity& each = model[leaf];
        grows = grows || (each.definition != nullptr && each.definition->name == "growth" && !each.neutral);
    }
    const std::string when = value_text(estimate, *horizon);
    if (text.ends_with('?')) text.pop_back();
    return grows ? fmt::format("{}, in {}?", text, when) : text + ", as of today?";
}

/// The whole, else the one object's: keys are of an object alone.
std::optional<QuantityIndex> find_asked_for(const Model& model, std::string_view quantity) {
    const auto whole = model.find(quantity);
    if (whole || model.objects.size() != 1) return whole;
    return model.find(model.objects.front() + "." + std::string(quantity));
}

bool is_worth_asking(const Estimate& estimate, QuantityIndex index, const std::vector<Prompt>& before) {
    const double value = estimate.values.quantities[index];
    const ModelQuantity& quantity = estimate.model[index];
    if (quantity.origin != Origin::computed || !std::isfinite(value) || value <= 0) return false;
    if (is_given_away(estimate, index)) return false;
    // How long keys last while traffic grows is a logarithm that nobody does in the head.
    const Tree tree = quantity.formula->tree;
    if (std::any_of(tree.begin(), tree.end(), [](const Node& node) { return row_of(node.op).name == "fill_time"; }))
        return false;
    return std::none_of(before.begin(), before.end(), [&](const Prompt& each) {
        return each.target.exact == value && each.measure.display.dimension == quantity.display.dimension;
    });
}

/// What was told with an earlier question is not told again, where there is nothing new in it.
void tell_facts_once(std::vector<Prompt>& prompts) {
    std::set<std::string_view> told;
    std::vector<std::string> all;  // the facts as they were, which `told` points into
    for (const auto& prompt : prompts) all.push_back(prompt.facts);
    for (std::size_t i = 0; i < prompts.size(); ++i) {
        bool is_new = false;
        for (const auto fact : split(all[i], ',')) is_new = told.insert(trim(fact)).second || is_new;
        if (!is_new && !all[i].empty()) prompts[i].facts = "machines as above";
    }
}

}  // namespace

std::optional<Topic> topic_named(std::string_view name) {
    for (const auto& row : kTopics) {
        if (row.name == name && row.topic != Topic::any) return row.topic;
    }
    return std::nullopt;
}

std::string_view name_of(Topic topic) {
    const auto* row = std::find_if(std::begin(kTopics), std::end(kTopics),
                                   [&](const TopicName& each) { return each.topic == topic; });
    return row->name;
}

std::string topic_names() {
    std::vector<std::string> names;
    for (const auto& row : kTopics) {
        if (row.topic != Topic::any) names.emplace_back(row.name);
    }
    return join(names, ", ");
}

Topic topic_of(std::string_view quantity) {
    for (const auto& row : kQuestions) {
        if (quantity == row.quantity || quantity.ends_with("." + std::string(row.quantity))) return row.topic;
    }
    return Topic::any;
}

Problem pose(Estimate estimate, const PosingOptions& options) {
    Problem problem{std::move(estimate), "", "", {}, {}, std::nullopt};
    const Model& model = problem.estimate.model;
    problem.title = model.name;
    for (const auto& question : kQuestions) {
        const auto index = find_asked_for(model, question.quantity);
        if (!index || !is_asked(question, options)) continue;
        if (!is_worth_asking(problem.estimate, *index, problem.prompts)) continue;
        problem.prompts.push_back(
            prompt_for(problem.estimate, *index,
                       with_moment(problem.estimate, *index, filled_in(question.text, model, options.wording))));
    }
    tell_facts_once(problem.prompts);
    problem.sentences = sentences_of(problem.estimate, problem.prompts, options.wording);
    problem.decision = choose_decision(problem.estimate, options.topic);
    return problem;
}

}  // namespace bote
