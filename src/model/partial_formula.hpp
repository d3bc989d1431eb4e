#pragma once
// Formulas of which not every name is there: `sum`, `max` and their like do without the arguments that are absent.
//
//   Scratch scratch;
//   is_computable(tree, scratch, [](std::uint32_t name) { return name != 2; })
//   leave_out(tree, names, scratch, is_there);      // names: -1 where nothing of it is read

#include <algorithm>
#include <cstdint>
#include <span>
#include <vector>

#include "bote/formula/expression.hpp"

namespace bote {

/// What the functions below work with, to be used again.
struct Scratch {
    struct Part {
        std::size_t begin;  // of its nodes
        bool there;
    };
    std::vector<char> computable;
    std::vector<Part> parts;
    std::vector<char> left_out;
    std::vector<char> is_read;
};

/// Whether a formula can be computed although some of its names are not there.
template <class IsThere>
bool is_computable(Tree tree, Scratch& scratch, IsThere is_there) {
    std::vector<char>& stack = scratch.computable;
    stack.clear();
    for (const Node& node : tree) {
        const auto first = stack.end() - node.arguments;
        bool result = true;
        if (node.op == Op::name) result = is_there(node.name);
        else if (is_forgiving(node)) result = std::find(first, stack.end(), 1) != stack.end();
        else result = std::find(first, stack.end(), 0) == stack.end();
        stack.erase(first, stack.end());
        stack.push_back(result ? 1 : 0);
    }
    return stack.back() != 0;
}

/// Makes -1 of each id in `names` that is only named in arguments that `sum` and the like leave out.
template <class IsThere>
void leave_out(Tree tree, std::span<int> names, Scratch& scratch, IsThere is_there) {
    std::vector<Scratch::Part>& stack = scratch.parts;
    std::vector<char>& left_out = scratch.left_out;
    std::vector<char>& is_read = scratch.is_read;
    stack.clear();
    left_out.assign(tree.size(), 0);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Node& node = tree[i];
        const std::size_t first = stack.size() - node.arguments;
        Scratch::Part whole{node.arguments == 0 ? i : stack[first].begin, !is_forgiving(node)};
        if (node.op == Op::name) whole.there = is_there(names[node.name]);
        for (std::size_t part = first; part < stack.size(); ++part) {
            const std::size_t end = part + 1 < stack.size() ? stack[part + 1].begin : i;
            if (is_forgiving(node) && !stack[part].there)
                std::fill(left_out.begin() + static_cast<std::ptrdiff_t>(stack[part].begin),
                          left_out.begin() + static_cast<std::ptrdiff_t>(end), 1);
            whole.there = is_forgiving(node) ? whole.there || stack[part].there : whole.there && stack[part].there;
        }
        stack.resize(first);
        stack.push_back(whole);
    }
    is_read.assign(names.size(), 0);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].op == Op::name && left_out[i] == 0) is_read[tree[i].name] = 1;
    }
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (is_read[i] == 0) names[i] = -1;
    }
}

}  // namespace bote
