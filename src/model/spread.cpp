#include "spread.hpp"

#include <algorithm>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

Text text_of(std::string text) {
    const auto source = make_source("scale", text, SourceKind::option);
    const std::size_t size = text.size();
    return {std::move(text), {source, 0, size}, true, ""};
}

/// A formula of an object as one writes it outside of objects: `tweet.reads * tweet.growth_factor`.
std::string outside_of_objects(const NodeTable& nodes, const Alternative& alternative) {
    std::string text;
    std::size_t done = 0;
    std::vector<const Node*> names;
    for (const Node& node : alternative.tree) {
        if (node.op == Op::name) names.push_back(&node);
    }
    std::sort(names.begin(), names.end(), [](const Node* a, const Node* b) { return a->begin < b->begin; });
    for (const Node* node : names) {
        const NodeIndex id = nodes_of(alternative.names)[node->name];
        if (id == NodeIndex::none) continue;
        text.append(alternative.text.substr(done, node->begin - done)).append(nodes.name(id));
        done = node->end;
    }
    return text.append(alternative.text.substr(done));
}

/// The ids of the parts that follow from what the objects say; empty where the total is not theirs to add up to.
std::vector<NodeIndex> parts_to_scale(const Graph& graph, DefinitionIndex definition) {
    const NodeTable& nodes = graph.nodes();
    std::vector<NodeIndex> parts;
    for (int scope = 1; scope < nodes.scopes(); ++scope) {
        const NodeIndex part = nodes.id(definition, scope);
        if (graph.given(part) != nullptr) return {};
        if (!graph.is_present(part)) continue;
        if (graph.chosen(part).derivation != Derivation::catalog || graph.rests_on(part, nodes.id(definition, 0)))
            return {};
        parts.push_back(part);
    }
    return parts;
}

/// Each part as it is, times the scale.
void add_parts(const Graph& graph, const std::vector<NodeIndex>& parts, const OwnQuantity& scale, ScaledParts& spread) {
    const NodeTable& nodes = graph.nodes();
    for (const NodeIndex part : parts) {
        const DefinitionIndex definition = nodes.definition_of(part);
        Setting setting;
        setting.key = text_of(std::string(nodes.catalog()[definition].name));
        setting.value = text_of(fmt::format("({}) * {}", graph.chosen(part).text, scale.name.text));
        setting.layer = scale.layer;
        setting.implied = true;
        spread.parts.emplace_back(at(nodes.scope_of(part) - 1), std::move(setting));
    }
}

/// The peaks of the parts where they do not follow from the parts: bytes a second that come of requests and sizes.
std::vector<NodeIndex> peaks_to_scale(const Graph& graph, DefinitionIndex definition) {
    const NodeTable& nodes = graph.nodes();
    const auto& row = nodes.catalog()[definition];
    const auto peak = nodes.catalog().find("peak_" + std::string(row.name));
    if (!peak || graph.given(nodes.id(*peak, 0)) != nullptr) return {};
    std::vector<NodeIndex> parts = parts_to_scale(graph, *peak);
    const auto follows = [&](NodeIndex part) {
        return graph.rests_on(part, nodes.id(definition, nodes.scope_of(part)));
    };
    if (std::any_of(parts.begin(), parts.end(), follows)) return {};
    return parts;
}

/// `0 B`, `0/s`: of which each has nothing, and no proportion could be found of parts that are nothing themselves.
bool is_nothing(Tree written) {
    return !written.empty() && written[0].number == 0 &&
           std::all_of(written.begin(), written.end(),
                       [](const Node& node) { return node.op == Op::literal || node.op == Op::divide; });
}

OwnQuantity scale_of(const Graph& graph, DefinitionIndex definition, const std::vector<NodeIndex>& parts) {
    const NodeTable& nodes = graph.nodes();
    const std::string name(nodes.catalog()[definition].name);
    std::vector<std::string> terms;
    for (const NodeIndex part : parts) terms.push_back(outside_of_objects(nodes, graph.chosen(part)));
    OwnQuantity scale;
    scale.name = text_of("scale." + name);
    const Given& whole = *graph.given(nodes.id(definition, 0));
    scale.value = text_of(is_nothing(*whole.formula) ? "0" : fmt::format("{} / sum({})", name, join(terms, ", ")));
    scale.layer = whole.layer;
    scale.asked = true;
    scale.implied = true;
    return scale;
}

bool has_part(const Graph& graph, DefinitionIndex definition) {
    for (int scope = 1; scope < graph.nodes().scopes(); ++scope) {
        if (graph.is_present(graph.nodes().id(definition, scope))) return true;
    }
    return false;
}

/// A quantity of an object that does without its part of a total, where no total of such quantities counts it either:
/// the given value is lost.
std::optional<NodeIndex> lost_on(const Graph& graph, DefinitionIndex total) {
    const NodeTable& nodes = graph.nodes();
    std::optional<NodeIndex> lost;
    for (const DefinitionIndex user : nodes.catalog()[total].users) {
        if (nodes.catalog().is_of_tiers(user) || nodes.kind_of(user) != Class::total) continue;
        for (int scope = 1; scope < nodes.scopes(); ++scope) {
            const NodeIndex id = nodes.id(user, scope);
            if (!graph.is_present(id)) continue;
            const auto& names = nodes_of(graph.chosen(id).names);
            if (std::find(names.begin(), names.end(), nodes.id(total, scope)) == names.end()) continue;
            const NodeIndex whole = nodes.id(user, 0);
            if (graph.is_present(whole) && graph.rests_on(whole, nodes.id(total, 0))) return std::nullopt;
            if (!lost) lost = id;
        }
    }
    return lost;
}

}  // namespace

void check_parts(const Graph& graph) {
    const NodeTable& nodes = graph.nodes();
    if (!nodes.has_objects()) return;
    for (const DefinitionIndex definition : nodes.catalog().definitions.indices()) {
        const NodeIndex whole = nodes.id(definition, 0);
        if (nodes.kind_of(definition) != Class::total || graph.given(whole) == nullptr) continue;
        if (has_part(graph, definition)) continue;
        const auto reader = lost_on(graph, definition);
        if (!reader) continue;
        const std::string& object = nodes.objects()[at(nodes.scope_of(*reader) - 1)];
        const Text& value = graph.given(whole)->value;
        throw InputError(Error{
            value.span, fmt::format("{}: no object says its part of it", nodes.name(whole)),
            fmt::format("give it in the objects, as in `{}: {{{}: {}}}`", object, nodes.name(whole), value.text)});
    }
}

ScaledParts spread_totals(const Graph& graph) {
    const NodeTable& nodes = graph.nodes();
    ScaledParts spread;
    if (!nodes.has_objects()) return spread;
    for (const DefinitionIndex definition : nodes.catalog().definitions.indices()) {
        if (nodes.kind_of(definition) != Class::total || graph.given(nodes.id(definition, 0)) == nullptr) continue;
        const auto parts = parts_to_scale(graph, definition);
        if (parts.empty()) continue;
        spread.scales.push_back(scale_of(graph, definition, parts));
        add_parts(graph, parts, spread.scales.back(), spread);
        add_parts(graph, peaks_to_scale(graph, definition), spread.scales.back(), spread);
    }
    return spread;
}

Workload with_spread(Workload workload, ScaledParts spread) {
    for (auto& scale : spread.scales) workload.own.push_back(std::move(scale));
    for (auto& [object, setting] : spread.parts) workload.objects[object].settings.push_back(std::move(setting));
    return workload;
}

}  // namespace bote
