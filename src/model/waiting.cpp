// A file is written line by line, and half of it is no mistake: `growth: 20%` without a `horizon` waits, the page says
// what for, and everything else answers. An option that displaces a line of the file does not make that line a mistake
// either. So what nothing reads is judged by the file alone, built once more without the options.

#include "waiting.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "bote/base/text.hpp"
#include "missing.hpp"
#include "usage.hpp"

namespace bote {
namespace {

/// What nothing reads in the file alone, without options; all of it where the file alone cannot be built.
std::vector<std::string> unread_in_file_alone(const Workload& workload, const Overlay& overlay,
                                              std::vector<std::string> all) {
    try {
        Overlay bare = overlay;
        bare.options.clear();
        Plan plan(workload, bare);
        const Unread unread = find_unread(*plan.graph, plan.roots());
        std::vector<std::string> names;
        for (const NodeIndex id : unread.all()) names.push_back(plan.nodes.name(id));
        return names;
    } catch (const InputError&) {
        return all;
    }
}

/// An option may displace a part of the file: what it leaves of that is no mistake of the file.
void keep_unread_in_file_alone(Unread& unread, const Plan& plan, const Workload& workload, const Overlay& overlay) {
    std::vector<std::string> names;
    for (const NodeIndex id : unread.all()) names.push_back(plan.nodes.name(id));
    const auto alone = unread_in_file_alone(workload, overlay, std::move(names));
    for (auto* ids : {&unread.unused, &unread.alone}) {
        std::erase_if(*ids, [&](NodeIndex id) {
            const bool by_option = plan.graph->given(id)->layer == Layer::option;
            return !by_option && std::find(alone.begin(), alone.end(), plan.nodes.name(id)) == alone.end();
        });
    }
}

/// Whether neither load nor storage follow yet.
bool answers_nothing(const Plan& plan) {
    const auto is_present = [&](std::string_view name) {
        return plan.graph->is_present(plan.nodes.id(*plan.nodes.catalog().find(name), 0));
    };
    return !is_present("qps") && !is_present("storage");
}

/// What people give of a tier first: its load, or what stands for that in its kind.
NodeIndex usual_input(const NodeTable& nodes, int scope) {
    const auto rows = nodes.catalog().definitions_of_tiers();
    const auto common = std::find_if(rows.begin(), rows.end(), [&](DefinitionIndex row) {
        return nodes.exists(row, scope) && nodes.row_in(row, scope).common && nodes.row_in(row, scope).scale;
    });
    return nodes.id(common != rows.end() ? *common : *nodes.catalog().find("tier.load"), scope);
}

/// Whether a kind of tier does not go by its load alone: a language model needs to know its tokens.
bool needs_more_than_load(const Graph& graph, NodeIndex by_load) {
    const auto alternatives = graph.alternatives(by_load);
    return std::any_of(alternatives.begin(), alternatives.end(),
                       [](const Alternative& each) { return !conditions_of(each).empty(); });
}

/// Whether anybody asks for something of a tier: an expectation, or a quantity of the file.
bool is_asked_for(Plan& plan, int scope) {
    const NodeTable& nodes = plan.nodes;
    const auto is_of_it = [&](NodeIndex id) {
        return id != NodeIndex::none && !nodes.is_own(id) && nodes.scope_of(id) == scope;
    };
    const auto roots = plan.roots();
    if (std::any_of(roots.begin(), roots.end(), is_of_it)) return true;
    return std::any_of(plan.givens.all.begin(), plan.givens.all.end(), [&](const Given& given) {
        return std::any_of(given.names.begin(), given.names.end(),
                           [&](const Resolved& name) { return is_of_it(name.id); });
    });
}

/// A tier of which nothing is given waits for its load; one for which nobody asks otherwise, or whose kind needs more
/// beside its load, waits for what it takes to count its machines.
void find_idle_tiers(Plan& plan, Model& model) {
    const NodeTable& nodes = plan.nodes;
    const Graph& graph = *plan.graph;
    std::vector<std::string> lacking;
    for (int scope = nodes.scopes(); scope < nodes.all_scopes(); ++scope) {
        const auto is_of_it = [&](const Given& given) {
            return !nodes.is_own(given.id) && nodes.scope_of(given.id) == scope;
        };
        const auto& givens = plan.givens.all;
        const NodeIndex machines = nodes.id(*nodes.catalog().find("tier.machines"), scope);
        const std::string& tier = nodes.tiers()[at(scope - nodes.scopes())];
        const auto is_told = [&](const WaitingInput& each) { return each.name.starts_with(tier + "."); };
        if (graph.is_present(machines) || std::any_of(model.waiting.begin(), model.waiting.end(), is_told)) continue;
        const NodeIndex load = nodes.id(*nodes.catalog().find("tier.peak_load"), scope);
        const NodeIndex by_load = nodes.id(*nodes.catalog().find("tier.by_load"), scope);
        const bool idle = std::none_of(givens.begin(), givens.end(), is_of_it);
        const bool lacks_more = graph.is_present(load) && needs_more_than_load(graph, by_load);
        if (!idle && !lacks_more && is_asked_for(plan, scope)) continue;
        std::vector<std::string> inputs{nodes.name(usual_input(nodes, scope))};
        if (!idle) inputs = Missing(graph).inputs(lacks_more ? by_load : machines);
        lacking.insert(lacking.end(), inputs.begin(), inputs.end());
        model.waiting.push_back({tier, std::move(inputs)});
    }
    if (!model.next.empty() && !lacking.empty()) model.next = quoted_list(std::move(lacking));
}

/// What nothing reads waits, and what to give next.
void find_waiting_inputs(Plan& plan, const Workload& workload, const Overlay& overlay, Model& model) {
    auto unread = find_unread(*plan.graph, plan.roots());
    const bool nothing = answers_nothing(plan);
    if (!unread.all().empty() && !overlay.options.empty()) keep_unread_in_file_alone(unread, plan, workload, overlay);
    if (unread.all().empty() && !nothing) return;
    const Missing missing(*plan.graph, unread.all());
    Findings findings = judge(*plan.graph, missing, unread);
    if (!findings.errors.empty()) throw InputError(std::move(findings.errors));
    model.waiting = std::move(findings.waiting);
    if (nothing) model.next = quoted_list(missing.inputs(*plan.nodes.find_quantity("storage", 0)));
}

}  // namespace

void find_waiting(Plan& plan, const Workload& workload, const Overlay& overlay, Model& model) {
    find_waiting_inputs(plan, workload, overlay, model);
    find_idle_tiers(plan, model);
}

}  // namespace bote
