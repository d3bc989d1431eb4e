// Given values that say one thing twice. Beside `writes: 5M/day` and `object_size: 1 KB`, `new_data: 20 GB/day` counts
// as it is given, and the page says that the other two would come to 5 GB a day. A rival is found by building the graph
// once more without the given value: if it is present all the same, and no default of the model takes part, the
// formulas on the way to it are written down, to be computed with the estimate.

#include "rivals.hpp"
#include "bote/base/index.hpp"

#include <algorithm>

namespace bote {
namespace {

bool is_own_default(const Graph& graph, NodeIndex id) {
    const Alternative& alternative = graph.chosen(id);
    if (const Given* given = graph.given(id)) return given->layer == Layer::profile;
    return alternative.derivation == Derivation::catalog && is_default(alternative) && !alternative.neutral;
}

/// Writes down how a quantity is computed, from what is given up to it.
class Writer {
public:
    explicit Writer(const Graph& graph) : graph_(graph), formula_of_(graph.nodes().size(), kNew) {}

    /// False where a default that changes a number takes part, or where the formulas form a cycle without the given
    /// value.
    bool write(NodeIndex target, RivalOfNode& rival) {
        if (is_own_default(graph_, target) || formula_of_[target] == kOpen) return false;
        formula_of_[target] = kOpen;
        const Given* given = graph_.given(target);
        if (given != nullptr) rival.because.push_back(target);
        const Alternative& alternative = graph_.chosen(target);
        auto reads = graph_.read_ids(target);
        if (!alternative.tree.empty()) reads = reads.first(count_names(alternative.tree));
        for (const NodeIndex id : reads) {
            if (id != NodeIndex::none && formula_of_[id] < 0 && !write(id, rival)) return false;
        }
        RivalFormula formula{alternative.tree, {}};
        for (std::size_t i = 0; i < reads.size(); ++i) {
            const bool is_word = given != nullptr && given->names[i].is_word;
            formula.names.push_back(is_word                       ? RivalFormula::kWord
                                    : reads[i] == NodeIndex::none ? RivalFormula::kAbsent
                                                                  : formula_of_[reads[i]]);
        }
        rival.is_at_least = rival.is_at_least || (alternative.derivation == Derivation::catalog &&
                                                  alternative.forgiving && lacks_a_part(alternative));
        formula_of_[target] = static_cast<int>(rival.formulas.size());
        rival.formulas.push_back(std::move(formula));
        return true;
    }

private:
    enum : int { kNew = -1, kOpen = -2 };

    /// Whether something that every workload has is not known, such as the reads. What was there before is not missed,
    /// nor is an argument for which something is absent that few would say, such as the size of a request.
    [[nodiscard]] bool lacks_a_part(const Alternative& alternative) const {
        enum : char { kThere, kMissed, kOptional };
        std::vector<char> stack;
        bool lacks = false;
        for (const Node& node : alternative.tree) {
            const auto first = stack.end() - node.arguments;
            char state = first == stack.end() ? static_cast<char>(kThere) : *std::max_element(first, stack.end());
            if (node.op == Op::name) {
                const NodeIndex id = nodes_of(alternative.names)[node.name];
                if (id != NodeIndex::none && !graph_.is_present(id))
                    state = is_optional(graph_.nodes().definition_of(id)) ? kOptional : kMissed;
            }
            if (is_forgiving(node)) {
                lacks = lacks || std::find(first, stack.end(), kMissed) != stack.end();
                state = kThere;
            }
            stack.erase(first, stack.end());
            stack.push_back(state);
        }
        return lacks;
    }

    [[nodiscard]] bool is_optional(DefinitionIndex definition) const {
        const Definition& row = graph_.nodes().catalog()[definition];
        if (row.common) return false;
        return std::all_of(row.alternatives.begin(), row.alternatives.end(), [&](const Alternative& alternative) {
            if (alternative.back || !alternative.given.empty()) return true;
            return std::any_of(alternative.names.begin(), alternative.names.end(),
                               [&](DefinitionIndex name) { return is_optional(name); });
        });
    }

    const Graph& graph_;
    IndexedVector<NodeIndex, int> formula_of_;
};

bool may_have_rival(const Graph& graph, NodeIndex id) {
    const Given* given = graph.given(id);
    if (given == nullptr || given->layer == Layer::profile || given->implied || graph.nodes().is_own(id)) return false;
    const Definition& row = graph.nodes().definition(id);
    if (row.constant || row.internal) return false;
    const auto& alternatives = row.alternatives;
    if (std::any_of(alternatives.begin(), alternatives.end(),
                    [](const Alternative& alternative) { return alternative.usual || is_default(alternative); }))
        return false;
    const auto others = graph.other_alternatives(id);
    return std::any_of(others.begin(), others.end(), [&](const Alternative& alternative) {
        return !alternative.back && graph.could_be(alternative);
    });
}

/// Whether a given value is the only one to tell another quantity: `busy_qps` tells the busy hours, and contradicts
/// nobody who left them open.
bool tells_another(const Graph& graph, const Graph& without, NodeIndex id) {
    for (const NodeIndex other : graph.nodes().all()) {
        if (!graph.is_present(other)) continue;
        const auto& given = nodes_of(graph.chosen(other).given);
        if (std::find(given.begin(), given.end(), id) == given.end()) continue;
        if (!without.is_present(other) || is_default(without.chosen(other))) return true;
    }
    return false;
}

/// What would stand in for a value that is not there is no second opinion: a way back, or the policy of all objects.
bool is_default_of_another(const Alternative& alternative) {
    return alternative.back || alternative.derivation == Derivation::inherited;
}

}  // namespace

std::vector<RivalOfNode> find_rivals(const Graph& graph) {
    std::vector<RivalOfNode> rivals;
    for (const NodeIndex id : graph.nodes().all()) {
        if (!graph.is_present(id) || !may_have_rival(graph, id)) continue;
        GivenInForce others;
        for (const NodeIndex each : graph.nodes().all()) others.push_back(each == id ? nullptr : graph.given(each));
        const Graph without(graph.nodes(), others);
        if (!without.is_present(id) || is_default_of_another(without.chosen(id)) || tells_another(graph, without, id))
            continue;
        RivalOfNode rival;
        rival.id = id;
        if (Writer(without).write(id, rival) && !rival.because.empty()) rivals.push_back(std::move(rival));
    }
    return rivals;
}

}  // namespace bote
