#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>
#include <string_view>

#include "bote/engine/program.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

using Slot = std::uint32_t;
constexpr Slot kAbsent = UINT32_MAX;

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
        return std::move(program_);
    }

private:
    void name_draws(std::string_view name) { owners_.resize(program_.draws.size(), name); }

    /// Whether a quantity is a range or distribution and nothing else.
    [[nodiscard]] bool draws_only(Slot target) const {
        return !program_.draws.empty() && program_.draws.back().slot == target;
    }

    /// A range of 80% to 95% has values above 100% now and then, which a share cannot.
    void keep_within_bounds(const ModelQuantity& quantity, Draw& drawn) {
        if (quantity.definition == nullptr) return;
        const Bounds& bounds = quantity.definition->bounds;
        const double low = bounds.low.empty() ? -INFINITY : evaluate(bounds.low, {}, conventions_);
        const double high = bounds.high.empty() ? INFINITY : evaluate(bounds.high, {}, conventions_);
        if (bounds.whole) {
            // What rounds to an end belongs to it.
            constexpr double kHalf = 0.5;
            drawn.whole = true;
            program_.initial[drawn.slot] = median_of(drawn);
            return cut(drawn, (bounds.low_allowed ? low : low + 1) - kHalf,
                       (bounds.high_allowed ? high : high - 1) + kHalf);
        }
        cut(drawn, low, high);
    }

    /// Random numbers go by the names of the quantities, so that the order of a file does not matter.
    void order_streams() {
        std::vector<std::uint32_t> order(program_.draws.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return owners_[a] < owners_[b]; });
        for (std::uint32_t stream = 0; stream < order.size(); ++stream) program_.draws[order[stream]].stream = stream;
    }

    /// Below it are the slots of quantities and comparisons.
    [[nodiscard]] Slot first_temporary() const { return program_.quantities + 2 * program_.comparisons; }

    Slot constant(double value) {
        program_.initial.push_back(value);
        return static_cast<Slot>(program_.initial.size() - 1);
    }

    Slot name(const Binding& binding) {
        if (binding.quantity >= 0) return static_cast<Slot>(binding.quantity);
        return binding.is_word ? constant(1) : kAbsent;
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
        std::vector<Slot>& stack = stack_;
        stack.clear();
        owner_ = target;
        for (const Node& node : tree) {
            node_ = static_cast<std::uint32_t>(&node - tree.data());
            const auto first = stack.end() - node.arguments;
            Slot result = kAbsent;
            if (node.op == Op::literal) result = constant(literal_value(node, conventions_));
            else if (node.op == Op::name) result = name(names[node.name]);
            else result = combine(node, {first, stack.end()});
            stack.erase(first, stack.end());
            stack.push_back(result);
        }
        const Slot result = stack.back();
        if (result == kAbsent) {
            program_.initial[target] = NAN;
        } else if (result >= first_temporary() && draws_only(result)) {
            program_.draws.back().slot = target;
            program_.initial[target] = program_.initial[result];
        } else if (result >= first_temporary() && !program_.instructions.empty() &&
                   program_.instructions.back().target == result) {
            program_.instructions.back().target = target;  // straight into place
        } else {
            program_.instructions.push_back({Code::copy, target, result, 0, 0});
        }
    }

    Slot combine(const Node& node, std::span<Slot> arguments) {
        const auto known = arguments.first(
            static_cast<std::size_t>(std::remove(arguments.begin(), arguments.end(), kAbsent) - arguments.begin()));
        if (known.empty() || (!is_forgiving(node) && known.size() < arguments.size())) return kAbsent;
        if (node.op == Op::range) return range(known, node.number);
        if (node.op == Op::call) return call(node.function, known);
        return emit(code_of(node.op), known[0], known.size() > 1 ? known[1] : 0);
    }

    Slot call(Function function, std::span<const Slot> slots) {
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

    Slot draw(Draw drawn) {
        drawn.slot = constant(median_of(drawn));
        drawn.owner = owner_;
        drawn.node = node_;
        program_.draws.push_back(drawn);
        return drawn.slot;
    }

    /// The ends of a range are plain numbers; it is one draw, which stays one wherever the quantity is used.
    Slot range(std::span<const Slot> ends, double level) {
        const auto low = known(ends[0]);
        const auto high = known(ends[1]);
        if (low && high) return draw(range_draw(*low, *high, level));
        return emit(Code::square_root, emit(Code::multiply, ends[0], ends[1]));
    }

    Slot distribution(Function function, std::span<const Slot> slots) {
        std::vector<double> values;
        for (const Slot slot : slots) {
            if (const auto value = known(slot)) values.push_back(*value);
        }
        if (values.size() < slots.size()) return scaled(function, slots);
        if (function == Function::normal) return draw(normal_draw(values[0], values[1]));
        if (function == Function::uniform) return draw(uniform_draw(values[0], values[1]));
        return draw(triangular_draw(values[0], values[1], values[2]));
    }

    Slot standard(Draw drawn) {
        drawn.scaled = true;
        return draw(drawn);
    }

    /// A distribution whose arguments are formulas: a standard variate, scaled by instructions.
    Slot scaled(Function function, std::span<const Slot> slots) {
        if (function == Function::normal)
            return emit(Code::add, slots[0], emit(Code::multiply, slots[1], standard(normal_draw(0, 1))));
        const Slot width = emit(Code::subtract, slots.back(), slots[0]);
        if (function == Function::uniform) {
            const Slot middle = emit(Code::multiply, emit(Code::add, slots[0], slots[1]), constant(1.0 / 2));
            return emit(Code::add, middle, emit(Code::multiply, width, standard(uniform_draw(-1.0 / 2, 1.0 / 2))));
        }
        const Slot mode = emit(Code::divide, emit(Code::subtract, slots[1], slots[0]), width);
        const Slot share = emit(Code::triangle, mode, standard(uniform_draw(0, 1)));
        return emit(Code::add, slots[0], emit(Code::multiply, width, share));
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
    std::vector<Slot> stack_;               // kept from formula to formula, so that each does not allocate its own
    Slot owner_ = 0;                        // of the formula that is being compiled
    std::uint32_t node_ = 0;                // of its tree
    std::vector<std::string_view> owners_;  // of each draw, the name of its quantity
};

}  // namespace

Program compile(const Model& model, const Conventions& conventions) { return Compiler(model, conventions).run(); }

}  // namespace bote
