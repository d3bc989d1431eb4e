#include <algorithm>
#include <cmath>

#include "bote/formula/check.hpp"
#include "compiler.hpp"

namespace bote {
namespace {

Code code_of(Op op) {
    switch (op) {
        case Op::add: return Code::add;
        case Op::subtract: return Code::subtract;
        case Op::multiply: return Code::multiply;
        case Op::divide: return Code::divide;
        case Op::power: return Code::power;
        case Op::negate: return Code::negate;
        case Op::literal:
        case Op::name:
        case Op::range:
        case Op::call: break;
    }
    return Code::copy;
}

Code code_of(Function function) {
    switch (function) {
        case Function::sum: return Code::add;
        case Function::in_series: return Code::multiply;
        case Function::in_parallel: return Code::either;
        case Function::max: return Code::maximum;
        case Function::min: return Code::minimum;
        case Function::ceil: return Code::ceiling;
        case Function::floor: return Code::floor;
        case Function::round: return Code::round;
        case Function::sqrt: return Code::square_root;
        case Function::ln: return Code::natural_log;
        case Function::log2: return Code::log2;
        case Function::log10: return Code::log10;
        case Function::exp: return Code::exponential;
        case Function::grown_time: return Code::grown_time;
        case Function::fill_time: return Code::fill_time;
        case Function::zipf_share: return Code::zipf_share;
        case Function::erlang_c: return Code::erlang_c;
        case Function::at_least: return Code::at_least;
        case Function::whiteboard:
        case Function::uniform:
        case Function::normal:
        case Function::triangular: break;
    }
    return Code::copy;
}

}  // namespace

Program Compiler::run() {
    Slot target = 0;
    for (const auto& quantity : model_.quantities) {
        formula(quantity.way->tree, quantity.names, target);
        name_draws(quantity.name);
        if (draws_only(target)) keep_within_bounds(quantity, program_.draws.back());
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

Slot Compiler::emit(Code code, Slot a, Slot b, Slot c) {
    const Slot target = constant(0);
    program_.instructions.push_back({code, target, a, b, c});
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
        const auto index = static_cast<std::size_t>(&node - tree.data());
        node_ = static_cast<std::uint32_t>(first_node_ + index);
        const bool board = on_board_ || (!boards_.empty() && boards_[node_] != 0);
        const auto first = stack.end() - node.arguments;
        Slot result = kAbsent;
        if (node.op == Op::literal) result = constant(literal_value(node, conventions_of(board)));
        else if (node.op == Op::name) result = board ? twin(names[node.name]) : name(names[node.name]);
        else if (asks_board(node) && !board && !again_) result = from_board(tree.first(index), names, *first);
        else result = combine(node, {first, stack.end()});
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
        program_.instructions.push_back({Code::copy, target, result, 0, 0});
    }
}

Slot Compiler::combine(const Node& node, std::span<Slot> arguments) {
    const auto known = arguments.first(
        static_cast<std::size_t>(std::remove(arguments.begin(), arguments.end(), kAbsent) - arguments.begin()));
    if (known.empty() || (!is_forgiving(node) && known.size() < arguments.size())) return kAbsent;
    if (node.op == Op::range) return range(known, node.number);
    if (node.op == Op::call) return call(node.function, known);
    return emit(code_of(node.op), known[0], known.size() > 1 ? known[1] : 0);
}

Slot Compiler::call(Function function, std::span<const Slot> slots) {
    switch (function) {
        case Function::sum:
        case Function::in_series:
        case Function::in_parallel:
        case Function::max:
        case Function::min: {
            Slot total = slots[0];
            for (std::size_t i = 1; i < slots.size(); ++i) total = emit(code_of(function), total, slots[i]);
            return total;
        }
        case Function::uniform:
        case Function::triangular:
        case Function::normal: return distribution(function, slots);
        case Function::round: return slots.size() > 1 ? rounded(slots[0], slots[1]) : emit(Code::round, slots[0]);
        case Function::whiteboard: return slots[0];  // within another one
        default:
            return emit(code_of(function), slots[0], slots.size() > 1 ? slots[1] : 0, slots.size() > 2 ? slots[2] : 0);
    }
}

Program compile(const Model& model, const Conventions& conventions) { return Compiler(model, conventions).run(); }

}  // namespace bote
