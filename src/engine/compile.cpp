#include <algorithm>
#include <cmath>

#include "bote/base/index.hpp"
#include "bote/formula/check.hpp"
#include "compiler.hpp"

namespace bote {
Program Compiler::run() {
    Slot target = 0;
    for (const auto& quantity : model_.quantities) {
        const std::size_t drawn_before = program_.draws.size();
        formula(quantity.formula->tree, quantity.names, target);
        name_draws(quantity.name);
        if (draws_only(target)) keep_within_bounds(quantity, program_.draws.back());
        else if (program_.draws.size() > drawn_before) limit_to_bounds(quantity, target);
        ++target;
    }
    for (const auto& expectation : model_.expectations) {
        formula(expectation.left, expectation.left_names, target++);
        formula(expectation.right, expectation.right_names, target++);
        name_draws(expectation.text);
    }
    for (const auto& rule : model_.rules) {
        formula(rule.rule->left, rule.left, target++);
        formula(rule.rule->right, rule.right, target++);
        name_draws("");
    }
    order_streams();
    if (board_) program_.board = std::move(board_);
    return std::move(program_);
}

Slot Compiler::emit(Op op, Slot a, Slot b, Slot c) {
    const Slot target = constant(0);
    program_.instructions.push_back({op, target, a, b, c});
    return target;
}

void Compiler::formula(Tree tree, std::span<const Binding> names, Slot target) {
    if (tree.size() == 1 && tree.front().op == Op::literal) {
        program_.initial[target] = literal_value(tree.front(), conventions_);
        return;
    }
    owner_ = target;
    if (std::any_of(tree.begin(), tree.end(), asks_board)) find_boards(tree, names);
    else boards_.clear();
    place(tree.back(), run_nodes(tree, names), target);
}

Slot Compiler::run_nodes(Tree tree, std::span<const Binding> names) {
    std::vector<Slot>& stack = stack_;
    stack.clear();
    for (const Node& node : tree) {
        const auto index = at(&node - tree.data());
        node_ = static_cast<std::uint32_t>(first_node_ + index);
        const bool board = on_board_ || (!boards_.empty() && boards_[node_] != 0);
        const auto first = stack.end() - node.arguments;
        Slot result = kAbsent;
        if (node.op == Op::literal) result = constant(literal_value(node, conventions_of(board)));
        else if (node.op == Op::name) result = board ? twin(names[node.name]) : name(names[node.name]);
        else if (asks_board(node) && !board && !again_) result = from_board(tree.first(index), names, *first);
        else result = combine(node, std::span<Slot>(stack).last(node.arguments));
        stack.erase(first, stack.end());
        stack.push_back(result);
    }
    return stack.back();
}

void Compiler::place(const Node& last, Slot result, Slot target) {
    // What is the value of something else as well stays where it is.
    const bool own = last.op != Op::name && !asks_board(last);
    if (result == kAbsent) {
        program_.initial[target] = NAN;
    } else if (own && !on_board_ && result >= first_temporary() && draws_only(result)) {
        program_.draws.back().slot = target;
        program_.initial[target] = program_.initial[result];
    } else if (own && result >= first_temporary() && !program_.instructions.empty() &&
               program_.instructions.back().target == result) {
        program_.instructions.back().target = target;  // straight into place
    } else {
        program_.instructions.push_back({Op::copy, target, result, 0, 0});
    }
}

Slot Compiler::combine(const Node& node, std::span<Slot> arguments) {
    const auto known =
        arguments.first(position_of(std::remove(arguments.begin(), arguments.end(), kAbsent), arguments));
    if (known.empty() || (!is_forgiving(node) && known.size() < arguments.size())) return kAbsent;
    const OperationRow& row = row_of(node.op);
    if (node.op == Op::range) return range(known, node.number);
    if (row.range != nullptr) return distribution(row.range->shape, known);
    if (row.on_whiteboard) return known[0];  // within another one
    if (row.most == kAnyNumber) {
        Slot result = known[0];
        for (const Slot next : known.subspan(1)) result = emit(pair_of(node.op), result, next);
        return result;
    }
    if (row.dimensions == Dimensions::steps && known.size() > 1)
        return emit(Op::multiply, emit(node.op, emit(Op::divide, known[0], known[1])), known[1]);
    return emit(node.op, known[0], known.size() > 1 ? known[1] : 0, known.size() > 2 ? known[2] : 0);
}

Program compile(const Model& model, const Conventions& conventions) { return Compiler(model, conventions).run(); }

}  // namespace bote
