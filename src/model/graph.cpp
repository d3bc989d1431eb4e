#include "graph.hpp"

#include <algorithm>
#include <deque>

#include <fmt/format.h>

#include "bote/base/error.hpp"

namespace bote {
namespace {

std::size_t at(int id) { return static_cast<std::size_t>(id); }

/// Whether a formula can be computed: all it names is there; `sum` and `max` are content with one argument.
template <class IsThere>
bool is_computable(Tree tree, IsThere is_there) {
    // Nearly every formula either has all it names, or lacks something that nothing makes up for.
    bool all_there = true;
    bool forgiving = false;
    for (const Node& node : tree) {
        if (node.op == Op::name) all_there = all_there && is_there(static_cast<int>(node.name));
        forgiving = forgiving || (node.op == Op::call && is_forgiving(node.function));
    }
    if (all_there || !forgiving) return all_there;
    std::vector<char> stack;
    for (const Node& node : tree) {
        const auto first = stack.end() - node.arguments;
        bool result = true;
        if (node.op == Op::name) result = is_there(static_cast<int>(node.name));
        else if (node.op == Op::call && is_forgiving(node.function))
            result = std::find(first, stack.end(), 1) != stack.end();
        else result = std::find(first, stack.end(), 0) == stack.end();
        stack.erase(first, stack.end());
        stack.push_back(result ? 1 : 0);
    }
    return stack.back() != 0;
}

}  // namespace

Graph::Graph(const Space& space, const std::vector<const Given*>& given)
    : space_(space), given_(given), present_(at(space.size()), 0), chosen_(at(space.size()), 0) {
    find_users();
    find_present();
    choose();
}

int Graph::count_candidates(int id) const {
    if (given(id) != nullptr) return 1;
    if (space_.is_own(id)) return 0;
    const int definition = space_.definition_of(id);
    const int scope = space_.scope_of(id);
    if (!space_.exists(definition, scope)) return 0;
    if (scope > 0 && space_.definition(id).kind == Class::policy && space_.exists(definition, 0)) return 1;
    if (scope == 0 && space_.has_objects() && space_.definition(id).kind == Class::total) return 1;
    return static_cast<int>(space_.definition(id).alternatives.size());
}

Candidate Graph::candidate(int id, int index) const {
    Candidate result;
    if (const Given* value = given(id)) {
        result.kind = Candidate::Kind::given;
        result.given = value;
        return result;
    }
    result.definition = space_.definition_of(id);
    result.scope = space_.scope_of(id);
    const Class kind = space_.definition(id).kind;
    if (result.scope > 0 && kind == Class::policy && space_.exists(result.definition, 0)) {
        result.kind = Candidate::Kind::inherited;
    } else if (result.scope == 0 && space_.has_objects() && kind == Class::total) {
        result.kind = Candidate::Kind::parts;
    } else {
        result.alternative = &space_.definition(id).alternatives[at(index)];
    }
    return result;
}

Tree Graph::tree(const Candidate& candidate) {
    if (candidate.kind == Candidate::Kind::given) return candidate.given->tree;
    return candidate.kind == Candidate::Kind::catalog ? candidate.alternative->tree : Tree();
}

int Graph::count_names(const Candidate& candidate) const {
    switch (candidate.kind) {
        case Candidate::Kind::catalog: return static_cast<int>(candidate.alternative->names.size());
        case Candidate::Kind::given: return static_cast<int>(candidate.given->names.size());
        case Candidate::Kind::inherited: return 1;
        case Candidate::Kind::parts: return space_.scopes() - 1;
    }
    return 0;
}

int Graph::name_id(const Candidate& candidate, int i) const {
    switch (candidate.kind) {
        case Candidate::Kind::catalog: {
            return space_.id(candidate.alternative->names[at(i)], candidate.scope);
        }
        case Candidate::Kind::given: return candidate.given->names[at(i)].id;
        case Candidate::Kind::inherited: return space_.id(candidate.definition, 0);
        case Candidate::Kind::parts: return space_.id(candidate.definition, i + 1);
    }
    return -1;
}

bool Graph::holds(const Candidate& candidate, const std::vector<char>& present) const {
    const auto is_there = [&](int name) {
        const int id = name_id(candidate, name);
        return id < 0 || present[at(id)] != 0;
    };
    if (const Tree formula = tree(candidate); !formula.empty()) return is_computable(formula, is_there);
    for (int i = 0; i < count_names(candidate); ++i) {
        if (is_there(i)) return true;
    }
    return false;
}

std::vector<int> Graph::read_ids(const Candidate& candidate) const {
    struct Part {
        bool there = true;
        std::vector<int> ids;
    };
    const Tree formula = tree(candidate);
    std::vector<int> all;
    for (int i = 0; i < count_names(candidate); ++i) {
        if (const int id = name_id(candidate, i); id >= 0 && is_present(id)) all.push_back(id);
    }
    if (formula.empty() || static_cast<int>(all.size()) == count_names(candidate)) return all;
    std::vector<Part> stack;
    for (const Node& node : formula) {
        Part whole;
        if (node.op == Op::name) {
            const int id = name_id(candidate, static_cast<int>(node.name));
            whole.there = id < 0 || is_present(id);
            if (id >= 0 && whole.there) whole.ids.push_back(id);
        }
        const bool any = node.op == Op::call && is_forgiving(node.function);
        if (any) whole.there = false;
        const auto first = stack.end() - node.arguments;
        for (auto part = first; part != stack.end(); ++part) {
            whole.there = any ? whole.there || part->there : whole.there && part->there;
            if (!any || part->there) whole.ids.insert(whole.ids.end(), part->ids.begin(), part->ids.end());
        }
        stack.erase(first, stack.end());
        stack.push_back(std::move(whole));
    }
    return stack.back().ids;
}

bool Graph::any_holds(int id, const std::vector<char>& present) const {
    for (int i = 0; i < count_candidates(id); ++i) {
        if (holds(candidate(id, i), present)) return true;
    }
    return false;
}

void Graph::find_users() {
    std::vector<std::pair<int, int>> pairs;  // named, naming
    for (int id = 0; id < space_.size(); ++id) {
        for (int i = 0; i < count_candidates(id); ++i) {
            const Candidate each = candidate(id, i);
            for (int name = 0; name < count_names(each); ++name) {
                if (const int named = name_id(each, name); named >= 0) pairs.emplace_back(named, id);
            }
        }
    }
    user_begin_.assign(at(space_.size()) + 1, 0);
    for (const auto& pair : pairs) ++user_begin_[at(pair.first) + 1];
    for (std::size_t i = 1; i < user_begin_.size(); ++i) user_begin_[i] += user_begin_[i - 1];
    users_.resize(pairs.size());
    std::vector<int> next(user_begin_.begin(), user_begin_.end() - 1);
    for (const auto& pair : pairs) users_[at(next[at(pair.first)]++)] = pair.second;
}

std::span<const int> Graph::users_of(int id) const {
    const auto begin = at(user_begin_[at(id)]);
    return {users_.data() + begin, at(user_begin_[at(id) + 1]) - begin};
}

/// The least set that is closed under "one of its formulas can be computed".
void Graph::find_present() {
    std::vector<int> waiting(at(space_.size()));
    for (int id = 0; id < space_.size(); ++id) waiting[at(id)] = space_.size() - 1 - id;
    while (!waiting.empty()) {
        const int id = waiting.back();
        waiting.pop_back();
        if (present_[at(id)] != 0 || !any_holds(id, present_)) continue;
        present_[at(id)] = 1;
        for (const int user : users_of(id)) {
            if (present_[at(user)] == 0) waiting.push_back(user);
        }
    }
}

void Graph::choose() {
    for (int id = 0; id < space_.size(); ++id) {
        if (!is_present(id)) continue;
        for (int i = 0; i < count_candidates(id); ++i) {
            if (!could_be(candidate(id, i))) continue;
            chosen_[at(id)] = static_cast<signed char>(i);
            break;
        }
    }
    for (const auto& loop : find_loops()) choose_in_loop(loop);
}

/// In a loop a formula may only seem to be there because of the quantity itself: it is looked at without it.
void Graph::choose_in_loop(const std::vector<int>& loop) {
    std::vector<char> present = present_;
    std::vector<char> inside(present_.size(), 0);
    for (const int each : loop) inside[at(each)] = 1;
    for (const int id : loop) {
        if (count_candidates(id) < 2 || !is_present(id)) continue;
        for (const int each : loop) present[at(each)] = 0;
        for (std::vector<int> waiting = loop; !waiting.empty();) {
            const int each = waiting.back();
            waiting.pop_back();
            if (each == id || present[at(each)] != 0 || !any_holds(each, present)) continue;
            present[at(each)] = 1;
            for (const int user : users_of(each)) {
                if (inside[at(user)] != 0 && present[at(user)] == 0) waiting.push_back(user);
            }
        }
        for (int i = 0; i < count_candidates(id); ++i) {
            if (!holds(candidate(id, i), present)) continue;
            chosen_[at(id)] = static_cast<signed char>(i);
            break;
        }
        for (const int each : loop) present[at(each)] = present_[at(each)];
    }
}

namespace {

/// Tarjan's algorithm with an own stack: the groups of two or more ids that can reach each other.
class LoopFinder {
public:
    explicit LoopFinder(const Graph& graph)
        : graph_(graph), number_(at(graph.space().size()), 0), low_(number_), on_stack_(number_.size(), 0) {}

    std::vector<std::vector<int>> run() {
        for (int id = 0; id < graph_.space().size(); ++id) {
            if (number_[at(id)] == 0) visit(id);
        }
        return std::move(loops_);
    }

private:
    struct Frame {
        int id;
        std::size_t next;
    };

    void enter(int id) {
        number_[at(id)] = low_[at(id)] = ++counter_;
        stack_.push_back(id);
        on_stack_[at(id)] = 1;
        frames_.push_back({id, 0});
    }

    void visit(int start) {
        enter(start);
        while (!frames_.empty()) {
            Frame& frame = frames_.back();
            const auto users = graph_.users_of(frame.id);
            if (frame.next < users.size()) {
                const int next = users[frame.next++];
                if (number_[at(next)] == 0) enter(next);
                else if (on_stack_[at(next)] != 0) low_[at(frame.id)] = std::min(low_[at(frame.id)], number_[at(next)]);
            } else {
                leave();
            }
        }
    }

    void leave() {
        const int id = frames_.back().id;
        frames_.pop_back();
        if (!frames_.empty()) low_[at(frames_.back().id)] = std::min(low_[at(frames_.back().id)], low_[at(id)]);
        if (low_[at(id)] != number_[at(id)]) return;
        std::vector<int> loop;
        int member = -1;
        do {
            member = stack_.back();
            stack_.pop_back();
            on_stack_[at(member)] = 0;
            loop.push_back(member);
        } while (member != id);
        if (loop.size() > 1) loops_.push_back(std::move(loop));
    }

    const Graph& graph_;
    std::vector<int> number_;
    std::vector<int> low_;
    std::vector<char> on_stack_;
    std::vector<int> stack_;
    std::vector<Frame> frames_;
    std::vector<std::vector<int>> loops_;
    int counter_ = 0;
};

}  // namespace

std::vector<std::vector<int>> Graph::find_loops() const { return LoopFinder(*this).run(); }

std::vector<int> Graph::order() const {
    enum : char { kNew, kOpen, kDone };
    std::vector<char> state(present_.size(), kNew);
    std::vector<int> order;
    struct Frame {
        int id;
        int next;
    };
    std::vector<Frame> frames;
    for (int start = 0; start < space_.size(); ++start) {
        if (!is_present(start) || state[at(start)] != kNew) continue;
        frames.push_back({start, 0});
        state[at(start)] = kOpen;
        while (!frames.empty()) {
            Frame& frame = frames.back();
            const Candidate taken = chosen(frame.id);
            if (frame.next >= count_names(taken)) {
                state[at(frame.id)] = kDone;
                order.push_back(frame.id);
                frames.pop_back();
                continue;
            }
            const int next = name_id(taken, frame.next++);
            if (next < 0 || !is_present(next) || state[at(next)] == kDone) continue;
            if (state[at(next)] == kOpen) {
                std::vector<int> cycle;
                const auto begin =
                    std::find_if(frames.begin(), frames.end(), [&](const Frame& each) { return each.id == next; });
                for (auto each = begin; each != frames.end(); ++each) cycle.push_back(each->id);
                throw InputError(cycle_error(cycle));
            }
            state[at(next)] = kOpen;
            frames.push_back({next, 0});
        }
    }
    return order;
}

Error Graph::cycle_error(const std::vector<int>& cycle) const {
    // It begins and ends at what the user gave: that is where it can be broken.
    const auto first = std::find_if(cycle.begin(), cycle.end(), [&](int id) { return given(id) != nullptr; });
    const auto start = static_cast<std::size_t>(first == cycle.end() ? 0 : first - cycle.begin());
    std::string path;
    constexpr std::size_t kMostShown = 8;
    for (std::size_t i = 0; i < cycle.size() && i < kMostShown; ++i)
        path += space_.name(cycle[(start + i) % cycle.size()]) + " -> ";
    if (cycle.size() > kMostShown) path += "... -> ";
    path += space_.name(cycle[start]);
    const Given* value = given(cycle[start]);
    const Span where = value != nullptr ? value->value.span : Span{};
    return {where, fmt::format("{}: the formulas form a cycle: {}", space_.name(cycle[start]), path),
            "give one of them a value"};
}

}  // namespace bote
