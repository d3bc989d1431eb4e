#include <cmath>
#include <optional>
#include <unordered_map>

#include "bote/engine/program.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

using Slot = std::uint32_t;
using MaybeSlot = std::optional<Slot>;  // none: absent

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
        case Function::uniform:
        case Function::normal:
        case Function::triangular: break;
    }
    return Code::copy;
}

class Compiler {
public:
    Compiler(const Model& model, const Conventions& conventions) : model_(model), conventions_(conventions) {
        program_.quantities = static_cast<Slot>(model.quantities.size());
        program_.comparisons = static_cast<Slot>(model.expectations.size() + model.rules.size());
        program_.instructions.reserve(model.quantities.size() * 2);
        program_.initial.reserve(model.quantities.size() * 4);
        program_.initial.assign(program_.quantities + 2 * std::size_t{program_.comparisons}, 0);
    }

    Program run() {
        Slot target = 0;
        for (const auto& quantity : model_.quantities) formula(quantity.tree, quantity.names, target++);
        for (const auto& expectation : model_.expectations) {
            formula(expectation.expectation.left, expectation.left, target++);
            formula(expectation.expectation.right, expectation.right, target++);
        }
        for (const auto& rule : model_.rules) {
            formula(rule.rule->left, rule.left, target++);
            formula(rule.rule->right, rule.right, target++);
        }
        return std::move(program_);
    }

private:
    /// Below it are the slots of quantities and comparisons.
    [[nodiscard]] Slot first_temporary() const { return program_.quantities + 2 * program_.comparisons; }

    Slot constant(double value) {
        program_.initial.push_back(value);
        return static_cast<Slot>(program_.initial.size() - 1);
    }

    MaybeSlot name(const Binding& binding) {
        if (binding.quantity >= 0) return static_cast<Slot>(binding.quantity);
        if (binding.is_word) return constant(1);
        return std::nullopt;
    }

    Slot emit(Code code, Slot a, Slot b = 0, Slot c = 0) {
        const Slot target = constant(0);
        program_.instructions.push_back({code, target, a, b, c});
        return target;
    }

    /// The formula's value ends up in `target`.
    void formula(Tree tree, std::span<const Binding> names, Slot target) {
        if (tree.size() == 1 && tree.front().op == Op::literal) {
            program_.initial[target] = literal_value(tree.front(), conventions_);
            return;
        }
        std::vector<MaybeSlot>& stack = stack_;
        stack.clear();
        for (const Node& node : tree) {
            const std::size_t first = stack.size() - node.arguments;
            arguments_.assign(stack.begin() + static_cast<std::ptrdiff_t>(first), stack.end());
            stack.resize(first);
            if (node.op == Op::literal) stack.emplace_back(constant(literal_value(node, conventions_)));
            else if (node.op == Op::name) stack.push_back(name(names[node.name]));
            else stack.push_back(combine(node));
        }
        const MaybeSlot result = stack.back();
        if (!result) {
            program_.initial[target] = NAN;
        } else if (*result >= first_temporary() && !program_.instructions.empty() &&
                   program_.instructions.back().target == *result) {
            program_.instructions.back().target = target;  // straight into place
        } else {
            program_.instructions.push_back({Code::copy, target, *result, 0, 0});
        }
    }

    MaybeSlot combine(const Node& node) {
        std::vector<Slot>& slots = slots_;
        slots.clear();
        for (const auto& argument : arguments_) {
            if (argument) slots.push_back(*argument);
        }
        const bool forgiving = node.op == Op::call && is_forgiving(node.function);
        if (slots.empty() || (!forgiving && slots.size() < arguments_.size())) return std::nullopt;
        if (node.op == Op::range) return median(slots);
        if (node.op == Op::call) return call(node.function, slots);
        return emit(code_of(node.op), slots[0], slots.size() > 1 ? slots[1] : 0);
    }

    Slot call(Function function, const std::vector<Slot>& slots) {
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
            default:
                return emit(code_of(function), slots[0], slots.size() > 1 ? slots[1] : 0,
                            slots.size() > 2 ? slots[2] : 0);
        }
    }

    /// Ranges of plain numbers, which is what files hold, are folded here. Their ends may only be formulas in
    /// `uniform` and the like, and then a mean of the ends stands in for the median.
    Slot median(const std::vector<Slot>& ends) {
        const auto low = known(ends[0]);
        const auto high = known(ends[1]);
        if (low && high) return constant(median_of_range(*low, *high));
        return emit(Code::square_root, emit(Code::multiply, ends[0], ends[1]));
    }

    Slot distribution(Function function, const std::vector<Slot>& slots) {
        std::vector<double> values;
        for (const Slot slot : slots) {
            if (const auto value = known(slot)) values.push_back(*value);
        }
        if (values.size() == slots.size()) return constant(call_function(function, values));
        if (function == Function::normal) return slots[0];
        if (function == Function::triangular) return slots[1];
        return emit(Code::multiply, emit(Code::add, slots[0], slots[1]), constant(0.5));
    }

    /// The value of a slot that no instruction writes, or of arithmetic on such.
    std::optional<double> known(Slot slot) const {
        if (slot < first_temporary()) return std::nullopt;
        for (auto each = program_.instructions.rbegin(); each != program_.instructions.rend(); ++each) {
            if (each->target != slot) continue;
            const auto a = known(each->a);
            if (each->code == Code::negate && a) return -*a;
            const auto b = each->code == Code::divide || each->code == Code::multiply ? known(each->b) : std::nullopt;
            if (!a || !b) return std::nullopt;
            return each->code == Code::divide ? *a / *b : *a * *b;
        }
        return program_.initial[slot];
    }

    const Model& model_;
    const Conventions& conventions_;
    Program program_;
    // Kept from formula to formula, so that each does not allocate its own.
    std::vector<MaybeSlot> stack_;
    std::vector<MaybeSlot> arguments_;
    std::vector<Slot> slots_;
};

}  // namespace

Program compile(const Model& model, const Conventions& conventions) { return Compiler(model, conventions).run(); }

}  // namespace bote
