#include "loops.hpp"

#include <algorithm>

namespace bote {
namespace {

std::size_t at(int id) { return static_cast<std::size_t>(id); }

/// Tarjan's algorithm with an own stack.
class LoopFinder {
public:
    explicit LoopFinder(const Graph& graph)
        : graph_(graph), number_(at(graph.space().size()), 0), low_(number_), on_stack_(number_.size(), 0) {}

    std::vector<std::vector<int>> run() {
        for (int id = 0; id < graph_.space().size(); ++id) {
            if (may_begin_loop(id) && graph_.is_present(id) && number_[at(id)] == 0) visit(id);
        }
        return std::move(loops_);
    }

private:
    struct Frame {
        int id;
        std::size_t way;
        std::size_t next;  // of its names
    };

    /// Beside the loops of the catalogue there are those that a given formula closes, through any quantities.
    [[nodiscard]] bool may_begin_loop(int id) const {
        if (const Given* given = graph_.given(id)) return !given->names.empty();
        return !graph_.space().is_own(id) && graph_.space().definition(id).in_loop;
    }
    [[nodiscard]] bool may_be_in_loop(int id) const { return graph_.has_given_formulas() || may_begin_loop(id); }

    void enter(int id) {
        number_[at(id)] = low_[at(id)] = ++counter_;
        stack_.push_back(id);
        on_stack_[at(id)] = 1;
        frames_.push_back({id, 0, 0});
    }

    void visit(int start) {
        enter(start);
        while (!frames_.empty()) {
            Frame& frame = frames_.back();
            const auto ways = graph_.ways(frame.id);
            if (frame.way == ways.size()) {
                leave();
            } else if (frame.next == ways[frame.way].names.size()) {
                ++frame.way;
                frame.next = 0;
            } else {
                const int next = ways[frame.way].names[frame.next++];
                if (next < 0 || !graph_.is_present(next) || !may_be_in_loop(next)) continue;
                if (number_[at(next)] == 0) enter(next);
                else if (on_stack_[at(next)] != 0) low_[at(frame.id)] = std::min(low_[at(frame.id)], number_[at(next)]);
            }
        }
    }

    void leave() {
        const int id = frames_.back().id;
        frames_.pop_back();
        if (!frames_.empty()) low_[at(frames_.back().id)] = std::min(low_[at(frames_.back().id)], low_[at(id)]);
        if (low_[at(id)] != number_[at(id)]) return;
        const auto first = std::find(stack_.rbegin(), stack_.rend(), id).base() - 1;
        for (auto member = first; member != stack_.end(); ++member) on_stack_[at(*member)] = 0;
        if (stack_.end() - first > 1)
            loops_.emplace_back(std::make_reverse_iterator(stack_.end()), std::make_reverse_iterator(first));
        stack_.erase(first, stack_.end());
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

std::vector<std::vector<int>> find_loops(const Graph& graph) { return LoopFinder(graph).run(); }

}  // namespace bote
