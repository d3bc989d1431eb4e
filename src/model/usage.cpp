#include "usage.hpp"

#include <algorithm>
#include <unordered_set>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "missing.hpp"

namespace bote {
namespace {

std::size_t at(int id) { return static_cast<std::size_t>(id); }

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
    const Alternative& taken = graph.chosen(id);
    if (taken.way == Way::parts) return true;
    return taken.way == Way::catalog && !is_default(taken);
}

/// What the names of an alternative mean in a scope.
std::vector<int> ids_of(const Space& space, const Alternative& alternative, int scope) {
    std::vector<int> ids;
    ids.reserve(alternative.names.size());
    for (const int name : alternative.names) ids.push_back(space.id(name, scope));
    return ids;
}

/// An alternative that need not be one of the graph's: a given value may have replaced it.
Alternative with_names(Alternative alternative, const std::vector<int>& names) {
    alternative.names = names;
    return alternative;
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
        if (!sum && graph.could_be(with_names(alternative, names))) return false;
    }
    for (int scope = 1; sum && scope < graph.space().scopes(); ++scope) {
        if (graph.is_present(graph.space().id(graph.space().definition_of(id), scope))) return false;
    }
    return has_formula;
}

class Marker {
public:
    /// Until all of the given ones are used.
    Marker(const Graph& graph, const std::vector<int>& given)
        : graph_(graph), used_(at(graph.space().size()), 0), unused_given_(given.size()) {}

    void mark_inputs(int id) {
        waiting_.push_back(id);
        while (!waiting_.empty()) {
            const auto reads = graph_.read_ids(waiting_.back());
            waiting_.pop_back();
            for (const int next : reads) {
                if (next < 0 || used_[at(next)] != 0) continue;
                use(next);
                waiting_.push_back(next);
            }
        }
    }
    void mark(int id) {
        if (!is_used(id)) use(id);
        mark_inputs(id);
    }
    [[nodiscard]] bool is_used(int id) const { return used_[at(id)] != 0; }
    [[nodiscard]] bool are_all_used() const { return unused_given_ == 0; }

private:
    void use(int id) {
        used_[at(id)] = 1;
        if (graph_.given(id) != nullptr && graph_.is_present(id)) --unused_given_;
    }

    const Graph& graph_;
    std::vector<char> used_;
    std::size_t unused_given_;
    std::vector<int> waiting_;
};

/// What would have let a quantity read an input.
struct Missed {
    std::vector<std::string> inputs;
    double cost = 0;
    int reader = -1;
};

/// Rather few inputs than many, rather those of a quantity that stands early in the catalogue: the basic ones do.
bool operator<(const Missed& a, const Missed& b) { return std::pair(a.cost, a.reader) < std::pair(b.cost, b.reader); }

struct Reasons {
    std::vector<std::string> displaced;
    std::vector<Missed> missed;
};

std::string line_of(const Given& given) {
    if (!given.value.span.source || given.value.span.source->kind == SourceKind::option) return "by an option";
    return fmt::format("on line {}", place_of(given.value.span).line);
}

std::string displacement(const Graph& graph, int id) {
    const std::string name = graph.space().name(id);
    const Alternative& taken = graph.chosen(id);
    if (taken.way == Way::given) return fmt::format("`{}` is given {}", name, line_of(*graph.given(id)));
    if (taken.way == Way::catalog) return fmt::format("`{}` comes from `{}`", name, taken.text);
    return fmt::format("`{}` is a sum", name);
}

bool names(const Alternative& way, int id) {
    return std::find(way.names.begin(), way.names.end(), id) != way.names.end();
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
    for (const int d : space.definition(id).users) {
        for (const auto& alternative : space.catalog().definitions[at(d)].alternatives) {
            if (std::find(alternative.names.begin(), alternative.names.end(), definition) == alternative.names.end())
                continue;
            for (const int scope : scopes) {
                if (!space.exists(d, scope)) continue;
                const auto ids = ids_of(space, alternative, scope);
                const Alternative way = with_names(alternative, ids);
                if (names(way, id)) visit(space.id(d, scope), way);
            }
        }
    }
}

Reasons find_reasons(const Graph& graph, const Missing& missing, int start) {
    Reasons reasons;
    std::vector<int> waiting{start};
    std::unordered_set<int> seen{start};
    int read = start;
    const auto add_missed = [&](int reader, const Alternative& way) {
        auto inputs = missing.inputs(way, read);
        if (!inputs.empty()) reasons.missed.push_back({std::move(inputs), missing.cost_of(way, read), reader});
    };
    const auto consider = [&](int reader, const Alternative& way) {
        if (!graph.is_present(reader)) {
            add_missed(reader, way);
            return;
        }
        const Alternative& taken = graph.chosen(reader);
        const bool reads = taken.way == Way::catalog && names(taken, read);
        // The trees of a definition lie in the order of its alternatives.
        const bool lacks = taken.way == Way::catalog && taken.tree.data() > way.tree.data();
        if (lacks && !reads && !graph.could_be(way)) {  // a preferred way that is not open, not a displaced one
            add_missed(reader, way);
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
        graph.for_each_user(id, [&](int user) {  // objects that take a policy over, sums
            if (graph.is_present(user) && names(graph.chosen(user), id) && seen.insert(user).second)
                waiting.push_back(user);
        });
    }
    return reasons;
}

}  // namespace

std::vector<int> find_unused(const Graph& graph, const std::vector<int>& roots) {
    std::vector<int> given;
    for (int id = 0; id < graph.space().size(); ++id) {
        if (graph.given(id) != nullptr && graph.is_present(id)) given.push_back(id);
    }
    Marker marker(graph, given);
    for (const int id : roots) marker.mark(id);
    for (int id = 0; id < graph.space().size() && !marker.are_all_used(); ++id) {
        if (!graph.is_present(id)) continue;
        if (graph.space().is_own(id)) marker.mark(id);
        else if (is_result(graph, id) && is_computed(graph, id)) marker.mark_inputs(id);
    }
    if (marker.are_all_used()) return {};
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
    if (!reasons.missed.empty()) {
        const std::string inputs = quoted_list(std::min_element(reasons.missed.begin(), reasons.missed.end())->inputs);
        return {given.key.span, fmt::format("`{}` is not used: it needs {}", name, inputs),
                fmt::format("add {}, or remove this line", inputs)};
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
