#include <algorithm>
#include <cmath>
#include <numeric>

#include "bote/formula/check.hpp"
#include "compiler.hpp"

namespace bote {

void Compiler::keep_within_bounds(const ModelQuantity& quantity, Draw& drawn) {
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

/// Of a formula with ranges in it no value lies beyond what the quantity may be: `(0 to 5)/day` is a normal
/// distribution, a part of which is below zero.
void Compiler::limit_to_bounds(const ModelQuantity& quantity, Slot target) {
    const bool computed = !program_.instructions.empty() && program_.instructions.back().target == target;
    if (quantity.definition == nullptr || !computed) return;
    const auto limit = [&](std::string_view function, Tree bound) {
        if (bound.empty()) return;
        const Slot end = constant(evaluate(bound, {}, conventions_));
        const Slot value = constant(0);
        program_.instructions.back().target = value;
        program_.instructions.push_back({op_of(*find_function(function)), target, value, end, 0});
    };
    limit("max", quantity.definition->bounds.low);
    limit("min", quantity.definition->bounds.high);
}

void Compiler::order_streams() {
    std::vector<std::uint32_t> order(program_.draws.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return owners_[a] < owners_[b]; });
    for (std::uint32_t stream = 0; stream < order.size(); ++stream) program_.draws[order[stream]].stream = stream;
}

Slot Compiler::drawn_before(const Draw& drawn) {
    const auto before = std::find_if(program_.draws.begin(), program_.draws.end(),
                                     [&](const Draw& each) { return each.owner == owner_ && each.node == node_; });
    if (before == program_.draws.end()) return kAbsent;
    const double usual = median_of(*before);
    const double rough = median_of(drawn);
    return usual == rough ? before->slot : emit(Op::multiply, before->slot, constant(rough / usual));
}

Slot Compiler::draw(Draw drawn) {
    if (const Slot before = on_board_ || again_ ? drawn_before(drawn) : kAbsent; before != kAbsent) return before;
    drawn.slot = constant(median_of(drawn));
    drawn.owner = owner_;
    drawn.node = node_;
    program_.draws.push_back(drawn);
    return drawn.slot;
}

Slot Compiler::range(std::span<const Slot> ends, double level) {
    const auto low = known(ends[0]);
    const auto high = known(ends[1]);
    if (low && high) return draw(range_draw(*low, *high, level));
    return emit(Op::range, ends[0], ends[1]);
}

Slot Compiler::distribution(Shape shape, std::span<const Slot> slots) {
    std::vector<double> values;
    for (const Slot slot : slots) {
        if (const auto value = known(slot)) values.push_back(*value);
    }
    if (values.size() < slots.size()) return scaled(shape, slots);
    if (shape == Shape::normal) return draw(normal_draw(values[0], values[1]));
    if (shape == Shape::uniform) return draw(uniform_draw(values[0], values[1]));
    return draw(triangular_draw(values[0], values[1], values[2]));
}

Slot Compiler::scaled(Shape shape, std::span<const Slot> slots) {
    if (shape == Shape::normal)
        return emit(Op::add, slots[0], emit(Op::multiply, slots[1], standard(normal_draw(0, 1))));
    const Slot width = emit(Op::subtract, slots.back(), slots[0]);
    if (shape == Shape::uniform) {
        const Slot middle = emit(Op::multiply, emit(Op::add, slots[0], slots[1]), constant(1.0 / 2));
        return emit(Op::add, middle, emit(Op::multiply, width, standard(uniform_draw(-1.0 / 2, 1.0 / 2))));
    }
    const Slot mode = emit(Op::divide, emit(Op::subtract, slots[1], slots[0]), width);
    const Slot share = emit(Op::triangle, mode, standard(uniform_draw(0, 1)));
    return emit(Op::add, slots[0], emit(Op::multiply, width, share));
}

std::optional<double> Compiler::known(Slot slot) const {
    if (slot < first_temporary()) return std::nullopt;
    for (auto each = program_.instructions.rbegin(); each != program_.instructions.rend(); ++each) {
        if (each->target != slot) continue;
        const auto a = known(each->a);
        if (each->op == Op::negate && a) return -*a;
        const auto b = each->op == Op::divide || each->op == Op::multiply ? known(each->b) : std::nullopt;
        if (!a || !b) return std::nullopt;
        return each->op == Op::divide ? *a / *b : *a * *b;
    }
    return program_.initial[slot];
}

}  // namespace bote
