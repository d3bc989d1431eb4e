#include "usage.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/text.hpp"

namespace bote {
namespace {

std::size_t at(int id) { return static_cast<std::size_t>(id); }

/// What it would take to have an absent quantity: the fewest inputs, found like shortest paths.
class Missing {
public:
    explicit Missing(const Graph& graph) : graph_(graph), cost_(at(graph.space().size()), kNever) {
        // A quantity that lacks two inputs or more is easier given itself.
        std::vector<std::pair<int, int>> waiting;  // an id, and what of it has become cheaper
        for (int id = 0; id < graph.space().size(); ++id) waiting.emplace_back(id, kNoId);
        while (!waiting.empty()) {
            const auto [id, cheaper] = waiting.back();
            waiting.pop_back();
            const double cost = cost_after(id, cheaper);
            if (cost >= cost_[at(id)]) continue;
            cost_[at(id)] = cost;
            for (const int user : graph.users_of(id)) waiting.emplace_back(user, id);
        }
    }

    /// The names of the inputs, at most a handful.
    std::vector<std::string> inputs(int id) const {
        std::vector<std::string> names;
        std::unordered_set<int> seen;
        collect(id, names, seen);
        return names;
    }

    /// The inputs that a candidate lacks where it reads `via`.
    std::vector<std::string> inputs(const Candidate& candidate, int via) const {
        std::vector<std::string> names;
        std::unordered_set<int> seen;
        for (const int id : lacking(candidate, via)) collect(id, names, seen);
        return names;
    }

    /// The absent ids that a candidate cannot do without, by its cheapest way, or by the way that reads `via`.
    std::vector<int> lacking(const Candidate& candidate, int via = kNoId) const {
        const Tree tree = candidate.tree;
        if (tree.empty()) return candidate.names.empty() ? std::vector<int>{} : cheapest_part(candidate);
        std::vector<Lack> stack;
        for (const Node& node : tree) {
            const auto first = stack.end() - node.arguments;
            Lack result =
                node.op == Op::name ? lack_of(candidate.names[node.name], via) : combine(node, {first, stack.end()});
            stack.erase(first, stack.end());
            stack.push_back(std::move(result));
        }
        return stack.back().ids;
    }

    /// What an absent quantity lacks first on its cheapest way; negative if nothing.
    int next_on_cheapest_way(int id) const {
        int next = -1;
        double best = 2 * kNever;
        for (const Candidate& candidate : graph_.candidates(id)) {
            const auto lacks = lacking(candidate);
            double cost = 0;
            for (const int each : lacks) cost += cost_[at(each)];
            if (lacks.empty() || cost >= best) continue;
            best = cost;
            next = lacks.front();
        }
        return next;
    }

private:
    static constexpr int kNoId = -2;
    static constexpr double kNever = 1e9;
    static constexpr double kGivenItself = 1.5;
    static constexpr std::size_t kMostNames = 4;

    struct Lack {
        double cost = 0;
        std::vector<int> ids;
        bool reads_via = false;
    };

    Lack lack_of(int id, int via) const {
        if (id < 0 || graph_.is_present(id)) return {0, {}, id == via};
        return {cost_[at(id)], {id}, id == via};
    }

    static Lack combine(const Node& node, const std::vector<Lack>& arguments) {
        if (node.op == Op::call && is_forgiving(node.function)) {
            return *std::min_element(arguments.begin(), arguments.end(), [](const Lack& a, const Lack& b) {
                return a.reads_via != b.reads_via ? a.reads_via : a.cost < b.cost;
            });
        }
        Lack result;
        for (const Lack& each : arguments) {
            result.cost += each.cost;
            result.ids.insert(result.ids.end(), each.ids.begin(), each.ids.end());
            result.reads_via = result.reads_via || each.reads_via;
        }
        return result;
    }

    std::vector<int> cheapest_part(const Candidate& candidate) const {
        int best = candidate.names.front();
        for (const int id : candidate.names) {
            if (cost_[at(id)] < cost_[at(best)]) best = id;
        }
        return {best};
    }

    /// A sum costs what its cheapest part costs: no need to look at all the others again.
    double cost_after(int id, int cheaper) const {
        const auto ways = graph_.candidates(id);
        const bool sum = cheaper != kNoId && !graph_.is_present(id) && ways.size() == 1 &&
                         ways.front().kind == Candidate::Kind::parts;
        return sum ? std::min(cost_[at(id)], cost_[at(cheaper)]) : cost_of(id);
    }

    double cost_of(int id) const {
        if (graph_.is_present(id)) return 0;
        if (graph_.candidates(id).empty()) return 1;
        double best = kNever;
        for (const Candidate& candidate : graph_.candidates(id)) {
            double cost = 0;
            for (const int each : lacking(candidate)) cost += cost_[at(each)];
            best = std::min(best, cost);
        }
        return can_be_given(id) ? std::min(best, kGivenItself) : best;
    }

    bool can_be_given(int id) const {
        const Space& space = graph_.space();
        return graph_.given(id) == nullptr && !space.is_own(id) && !space.definition(id).internal;
    }

    void collect(int start, std::vector<std::string>& names, std::unordered_set<int>& seen) const {
        std::vector<int> waiting{start};
        while (!waiting.empty() && names.size() < kMostNames) {
            const int id = waiting.back();
            waiting.pop_back();
            if (graph_.is_present(id) || !seen.insert(id).second) continue;
            const auto ways = graph_.candidates(id);
            const auto best = std::find_if(ways.begin(), ways.end(), [&](const Candidate& candidate) {
                double cost = 0;
                for (const int each : lacking(candidate)) cost += cost_[at(each)];
                const bool easier_itself = can_be_given(id) && cost > kGivenItself;
                return cost <= cost_[at(id)] && !easier_itself;
            });
            if (best == ways.end()) {
                names.push_back(graph_.space().name(id));
                continue;
            }
            auto next = lacking(*best);
            waiting.insert(waiting.end(), next.rbegin(), next.rend());
        }
    }

    const Graph& graph_;
    std::vector<double> cost_;
};

std::string quoted_list(std::vector<std::string> names) {
    for (auto& name : names) name = "`" + name + "`";
    if (names.size() < 2) return names.empty() ? "something" : names.front();
    const std::string last = names.back();
    names.pop_back();
    return join(names, ", ") + " and " + last;
}

/// Follows what each absent quantity lacks on its cheapest way; the ids on the way, from the first that comes again.
/// `known` holds what an earlier walk has passed.
std::vector<int> cycle_behind(const Graph& graph, const Missing& missing, int start, std::unordered_set<int>& known) {
    std::vector<int> path;
    std::unordered_set<int> seen;
    for (int id = start; id >= 0 && !known.contains(id); id = missing.next_on_cheapest_way(id)) {
        if (!seen.insert(id).second) {
            known.insert(path.begin(), path.end());
            return {std::find(path.begin(), path.end(), id), path.end()};
        }
        path.push_back(id);
        if (graph.candidates(id).empty()) break;
    }
    known.insert(path.begin(), path.end());
    return {};
}

bool rests_on_given_absent(const Graph& graph, const Missing& missing, int id) {
    const auto lacks = missing.lacking(graph.candidates(id).front());
    return std::any_of(lacks.begin(), lacks.end(), [&](int each) { return graph.given(each) != nullptr; });
}

/// Whether a quantity is an answer in its own right: computed, no step, no machine constant.
/// What has a default is assumed, also where it could be computed: no result, such as `replication`.
bool has_default(const Definition& row) {
    return std::any_of(row.alternatives.begin(), row.alternatives.end(), is_default);
}

bool is_result(const Graph& graph, int id) {
    if (graph.space().is_own(id)) return true;
    const Definition& row = graph.space().definition(id);
    return !row.internal && !row.constant && !has_default(row);
}

bool is_computed(const Graph& graph, int id) {
    const Candidate& taken = graph.chosen(id);
    if (taken.kind == Candidate::Kind::parts) return true;
    return taken.kind == Candidate::Kind::catalog && !is_default(*taken.alternative);
}

/// What the names of an alternative mean in a scope.
std::vector<int> ids_of(const Space& space, const Alternative& alternative, int scope) {
    std::vector<int> ids;
    ids.reserve(alternative.names.size());
    for (const int name : alternative.names) ids.push_back(space.id(name, scope));
    return ids;
}

/// An alternative that need not be one of the graph's: a given value may have replaced it.
Candidate candidate_of(const Alternative& alternative, const std::vector<int>& names) {
    return {Candidate::Kind::catalog, &alternative, nullptr, alternative.tree, names};
}

/// A given quantity that answers by itself: the model could compute it, but not from what was given.
bool answers_alone(const Graph& graph, int id) {
    if (graph.space().is_own(id)) return true;
    const Definition& row = graph.space().definition(id);
    if (row.internal || row.constant || has_default(row)) return false;
    const bool sum = graph.space().has_objects() && graph.space().scope_of(id) == 0 && row.kind == Class::total;
    bool has_formula = sum;
    for (const auto& alternative : row.alternatives) {
        has_formula = true;
        const auto names = ids_of(graph.space(), alternative, graph.space().scope_of(id));
        if (!sum && graph.could_be(candidate_of(alternative, names))) return false;
    }
    for (int scope = 1; sum && scope < graph.space().scopes(); ++scope) {
        if (graph.is_present(graph.space().id(graph.space().definition_of(id), scope))) return false;
    }
    return has_formula;
}

class Marker {
public:
    explicit Marker(const Graph& graph) : graph_(graph), used_(at(graph.space().size()), 0) {}

    void mark_inputs(int id) {
        waiting_.push_back(id);
        while (!waiting_.empty()) {
            const auto reads = graph_.read_ids(waiting_.back());
            waiting_.pop_back();
            for (const int next : reads) {
                if (next < 0 || used_[at(next)] != 0) continue;
                used_[at(next)] = 1;
                waiting_.push_back(next);
            }
        }
    }
    void mark(int id) {
        used_[at(id)] = 1;
        mark_inputs(id);
    }
    bool is_used(int id) const { return used_[at(id)] != 0; }

private:
    const Graph& graph_;
    std::vector<char> used_;
    std::vector<int> waiting_;
};

struct Reasons {
    std::vector<std::string> displaced;
    std::vector<std::string> missing;
};

std::string line_of(const Given& given) {
    if (!given.value.span.source || given.value.span.source->kind == SourceKind::option) return "by an option";
    return fmt::format("on line {}", place_of(given.value.span).line);
}

std::string displacement(const Graph& graph, int id) {
    const std::string name = graph.space().name(id);
    const Candidate& taken = graph.chosen(id);
    if (taken.kind == Candidate::Kind::given) return fmt::format("`{}` is given {}", name, line_of(*taken.given));
    if (taken.kind == Candidate::Kind::catalog)
        return fmt::format("`{}` comes from `{}`", name, taken.alternative->text);
    return fmt::format("`{}` is a sum", name);
}

bool names(const Candidate& candidate, int id) {
    return std::find(candidate.names.begin(), candidate.names.end(), id) != candidate.names.end();
}

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

/// All alternatives that would have read an id, also those that a given value replaced.
template <class Visit>
void for_each_reader(const Graph& graph, int id, Visit visit) {
    const Space& space = graph.space();
    if (space.is_own(id)) return;
    const int definition = space.definition_of(id);
    // What is in an object is read there or in the sums; what is at the top in all objects, of which a few will do.
    constexpr int kEnough = 4;
    std::vector<int> scopes{0};
    for (int scope = 1; scope < space.scopes() && scope < kEnough && space.scope_of(id) == 0; ++scope)
        scopes.push_back(scope);
    if (space.scope_of(id) > 0) scopes.push_back(space.scope_of(id));
    for (int d = 0; d < static_cast<int>(space.catalog().definitions.size()); ++d) {
        for (const auto& alternative : space.catalog().definitions[at(d)].alternatives) {
            if (std::find(alternative.names.begin(), alternative.names.end(), definition) == alternative.names.end())
                continue;
            for (const int scope : scopes) {
                if (!space.exists(d, scope)) continue;
                const auto ids = ids_of(space, alternative, scope);
                const Candidate candidate = candidate_of(alternative, ids);
                if (names(candidate, id)) visit(space.id(d, scope), candidate);
            }
        }
    }
}

Reasons find_reasons(const Graph& graph, const Missing& missing, int start) {
    Reasons reasons;
    std::vector<int> waiting{start};
    std::unordered_set<int> seen{start};
    int read = start;
    const auto consider = [&](int reader, const Candidate& candidate) {
        if (!graph.is_present(reader)) {
            auto inputs = missing.inputs(candidate, read);
            if (!inputs.empty()) add_once(reasons.missing, quoted_list(std::move(inputs)));
            return;
        }
        const Candidate& taken = graph.chosen(reader);
        const bool reads = taken.kind == Candidate::Kind::catalog && names(taken, read);
        const bool lacks = taken.kind == Candidate::Kind::catalog && taken.alternative > candidate.alternative;
        if (lacks && !reads && !graph.could_be(candidate)) {  // a preferred way that is not open, not a displaced one
            auto inputs = missing.inputs(candidate, read);
            if (!inputs.empty()) add_once(reasons.missing, quoted_list(std::move(inputs)));
        }
        if (lacks && !reads) return;
        if (!reads) add_once(reasons.displaced, displacement(graph, reader));
        else if (seen.insert(reader).second) waiting.push_back(reader);
    };
    while (!waiting.empty()) {
        const int id = waiting.back();
        waiting.pop_back();
        read = id;
        for_each_reader(graph, id, consider);
        for (const int user : graph.users_of(id)) {  // objects that take a policy over, sums
            if (graph.is_present(user) && names(graph.chosen(user), id) && seen.insert(user).second)
                waiting.push_back(user);
        }
    }
    return reasons;
}

}  // namespace

std::vector<std::string> missing_inputs(const Graph& graph, const std::vector<int>& ids) {
    const Missing missing(graph);
    std::vector<std::string> texts;
    for (const int id : ids) {
        const std::string text = quoted_list(missing.inputs(id));
        const std::string name = graph.space().name(id);
        texts.push_back(text == "`" + name + "`" ? fmt::format("`{}` has no value", name)
                                                 : fmt::format("`{}` has no value: it lacks {}", name, text));
    }
    return texts;
}

Errors find_absent(const Graph& graph) {
    Errors errors;
    std::vector<int> absent;
    for (int id = 0; id < graph.space().size(); ++id) {
        if (graph.given(id) != nullptr && !graph.is_present(id)) absent.push_back(id);
    }
    if (absent.empty()) return errors;
    const Missing missing(graph);
    std::unordered_set<int> known;
    for (const int id : absent) {
        const Given& given = *graph.given(id);
        if (given.layer == Layer::profile) continue;
        if (const auto cycle = cycle_behind(graph, missing, id, known); !cycle.empty()) {
            errors.push_back(graph.cycle_error(cycle));
            continue;
        }
        if (rests_on_given_absent(graph, missing, id)) continue;
        auto inputs = missing.inputs(graph.candidates(id).front(), id);
        if (inputs.empty()) continue;  // behind a cycle that has been told
        errors.push_back(
            {given.value.span,
             fmt::format("{}: the formula lacks {}", graph.space().name(id), quoted_list(std::move(inputs))),
             "give it a value"});
    }
    return errors;
}

std::vector<int> find_unused(const Graph& graph, const std::vector<int>& roots) {
    Marker marker(graph);
    for (const int id : roots) marker.mark(id);
    for (int id = 0; id < graph.space().size(); ++id) {
        if (!graph.is_present(id)) continue;
        if (graph.space().is_own(id)) marker.mark(id);
        else if (is_result(graph, id) && is_computed(graph, id)) marker.mark_inputs(id);
    }
    std::vector<int> given;
    for (int id = 0; id < graph.space().size(); ++id) {
        if (graph.given(id) != nullptr && graph.is_present(id)) given.push_back(id);
    }
    for (const int id : given) {
        if (!marker.is_used(id) && answers_alone(graph, id)) marker.mark(id);
    }
    // What a given formula reads is as used as the formula is.
    for (const int id : given) {
        if (marker.is_used(id)) marker.mark_inputs(id);
    }
    std::vector<int> unused;
    for (const int id : given) {
        if (!marker.is_used(id) && graph.given(id)->layer != Layer::profile) unused.push_back(id);
    }
    return unused;
}

namespace {

Error unused_error(const Graph& graph, const Missing& missing, int id) {
    const std::string name = graph.space().name(id);
    const Given& given = *graph.given(id);
    const Reasons reasons = find_reasons(graph, missing, id);
    if (!reasons.displaced.empty()) {
        return {given.key.span, fmt::format("`{}` is not used: {}", name, join(reasons.displaced, ", ")),
                "keep one of them"};
    }
    if (!reasons.missing.empty()) {
        const auto shortest =
            std::min_element(reasons.missing.begin(), reasons.missing.end(), [](const auto& a, const auto& b) {
                return std::count(a.begin(), a.end(), '`') < std::count(b.begin(), b.end(), '`');
            });
        return {given.key.span, fmt::format("`{}` is not used: it needs {}", name, *shortest),
                fmt::format("add {}, or remove this line", *shortest)};
    }
    const bool computed = !graph.space().is_own(id) && !graph.space().definition(id).alternatives.empty() &&
                          !is_default(graph.space().definition(id).alternatives.front());
    if (computed) {
        return {given.key.span,
                fmt::format("`{}` is not used: nothing reads it, and it would be computed from `{}`", name,
                            graph.space().definition(id).alternatives.front().text),
                "remove this line, or give what it is computed from"};
    }
    return {given.key.span, fmt::format("`{}` is not used: nothing here reads it", name), "remove this line"};
}

}  // namespace

Errors unused_errors(const Graph& graph, const std::vector<int>& ids) {
    constexpr std::size_t kShown = 20;
    const Missing missing(graph);
    Errors errors;
    for (const int id : ids) {
        if (errors.size() <= kShown) errors.push_back(unused_error(graph, missing, id));
        else errors.push_back({graph.given(id)->key.span, fmt::format("`{}` is not used", graph.space().name(id)), ""});
    }
    return errors;
}

}  // namespace bote
