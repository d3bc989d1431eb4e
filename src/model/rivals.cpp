#include "rivals.hpp"

#include <algorithm>

namespace bote {
namespace {

std::size_t at(int id) { return static_cast<std::size_t>(id); }

/// What a way rests on.
class Grounds {
public:
    Grounds(const Graph& graph, int start) : graph_(graph), start_(start), seen_(at(graph.space().size()), 0) {}

    /// The given ids behind the names; none where one rests on a default or on the start itself.
    std::vector<int> given_behind(const std::vector<int>& names) {
        std::vector<int> given;
        std::vector<int> waiting(names.rbegin(), names.rend());
        while (!waiting.empty()) {
            const int id = waiting.back();
            waiting.pop_back();
            if (id < 0 || seen_[at(id)] != 0) continue;
            seen_[at(id)] = 1;
            if (id == start_ || is_plain_default(id)) return {};
            if (graph_.given(id) != nullptr && graph_.given(id)->layer != Layer::profile) given.push_back(id);
            const auto reads = graph_.chosen(id).names;
            if (std::find(reads.begin(), reads.end(), start_) != reads.end()) return {};
            const auto read = graph_.read_ids(id);
            waiting.insert(waiting.end(), read.rbegin(), read.rend());
        }
        return given;
    }

private:
    /// A default that changes a number.
    [[nodiscard]] bool is_plain_default(int id) const {
        const Alternative& way = graph_.chosen(id);
        if (graph_.given(id) != nullptr) return graph_.given(id)->layer == Layer::profile;
        return way.way == Way::catalog && is_default(way) && !way.neutral;
    }

    const Graph& graph_;
    int start_;
    std::vector<char> seen_;
};

/// The names of a way that are there.
std::vector<int> present_names(const Graph& graph, const Alternative& way) {
    std::vector<int> names(way.names.begin(), way.names.end());
    for (int& name : names) {
        if (name >= 0 && !graph.is_present(name)) name = -1;
    }
    return names;
}

bool may_have_rival(const Graph& graph, int id) {
    const Given* given = graph.given(id);
    if (given == nullptr || given->layer == Layer::profile || given->implied || graph.space().is_own(id)) return false;
    const Definition& row = graph.space().definition(id);
    const auto is_open = [](const Alternative& way) { return is_default(way); };
    return !row.constant && !row.internal && std::none_of(row.alternatives.begin(), row.alternatives.end(), is_open);
}

}  // namespace

std::vector<RivalWay> find_rivals(const Graph& graph) {
    std::vector<RivalWay> rivals;
    for (int id = 0; id < graph.space().size(); ++id) {
        if (!graph.is_present(id) || !may_have_rival(graph, id)) continue;
        for (const Alternative& way : graph.other_ways(id)) {
            if (way.back || way.usual || !way.given.empty() || !graph.could_be(way)) continue;
            RivalWay rival{id, &way, present_names(graph, way), {}, false};
            rival.because = Grounds(graph, id).given_behind(rival.names);
            if (rival.because.empty()) continue;
            rival.is_at_least = way.way == Way::catalog && way.forgiving &&
                                std::find(rival.names.begin(), rival.names.end(), -1) != rival.names.end();
            rivals.push_back(std::move(rival));
            break;
        }
    }
    return rivals;
}

}  // namespace bote
