// Most of a program is the same in every row: only what follows from an uncertain input varies. Here that part is
// found, and made small. Instructions are followed in order; a slot that varies is known as a factor times an
// operation, so that
//
//   writes = dau * 2                         2 x dau
//   written = writes * 500                   1000 x dau
//   storage = written * 3 + 0                3000 x dau
//
// is no operation at all: all of them are multiples of dau, whose percentiles are found once. Equal operations are made
// once (by a hash table of them), as in a compiler's value numbering. Where the caller looks at the bits of a result,
// factors stay in, since (a * b) * c and a * (b * c) may round differently.

#include "varying.hpp"

#include <bit>
#include <cmath>

#include "bote/base/bit_cast.hpp"

namespace bote {
namespace {

using Kind = Histogram::Kind;

constexpr std::size_t kFirstPlaces = 256;

std::uint32_t operand_of(const Instruction& step, int index) {
    return index == 0 ? step.a : index == 1 ? step.b : step.c;
}

/// Larger or smaller ones could carry what is left out of the range of numbers.
bool is_moderate(double factor) {
    constexpr double kMost = 0x1p100;
    const double size = std::abs(factor);
    return size <= kMost && size >= 1 / kMost;
}

bool are_same(const Operation& a, const Operation& b) {
    return a.source == b.source && a.instruction.op == b.instruction.op && a.instruction.reads == b.instruction.reads &&
           a.instruction.a == b.instruction.a && a.instruction.b == b.instruction.b &&
           a.instruction.c == b.instruction.c &&
           bit_cast<std::uint64_t>(a.instruction.constant) == bit_cast<std::uint64_t>(b.instruction.constant);
}

std::uint64_t hash_of(const Operation& operation) {
    constexpr std::uint64_t kSpread = 0x9e3779b97f4a7c15;  // 2^64 divided by the golden ratio
    const auto [op, reads, target, a, b, c, constant] = operation.instruction;
    std::uint64_t hash = static_cast<std::uint64_t>(op) + 1;
    for (const std::uint64_t part : {std::uint64_t{a}, std::uint64_t{b}, std::uint64_t{c},
                                     bit_cast<std::uint64_t>(constant), static_cast<std::uint64_t>(reads)})
        hash = (std::rotl(hash, 5) ^ part) * kSpread;
    return hash ^ (hash >> 32);
}

}  // namespace

Varying::Varying(const Program& program, const std::vector<std::uint32_t>& varying, Factors factors)
    : factors_(factors), states_(program.initial.size()), by_hash_(kFirstPlaces, kNoOperation) {
    operations_.reserve(program.instructions.size());
    Columns point = make_columns(program, 1);
    evaluate(program, point);
    for (std::size_t slot = 0; slot < states_.size(); ++slot) states_[slot].value = point.cells[slot];
    std::vector<bool> given(states_.size(), false);
    for (const std::uint32_t slot : varying) {
        given[slot] = states_[slot].varies = true;
        states_[slot].scaled.operation = add({Operation::Source::given, {}});
    }
    for (const Draw& draw : program.draws) {
        if (draw.whole && states_[draw.slot].varies) states_[draw.slot].kind = Kind::whole;
    }
    for (Instruction step : program.instructions) {
        for (const Twin& twin : program.twins) {
            if (given[twin.quantity]) step = with_given(program, step, twin.quantity);
        }
        if (!given[step.target]) follow(step);
    }
}

void Varying::follow(const Instruction& step) {
    SlotState& target = states_[step.target];
    for (int i = 0; i < operands_of(step.op); ++i) target.varies = target.varies || states_[operand_of(step, i)].varies;
    if (!target.varies) return;
    target.kind = kind_of(step);
    if (const SlotState* alone = changed_by_nothing(step)) target.scaled = alone->scaled;
    else if (factors_ == Factors::out && target.kind == Kind::smooth) target.scaled = scaled_operation_of(step);
    else target.scaled = as_written(step);
}

/// The operand that a step copies, or adds nothing to.
const SlotState* Varying::changed_by_nothing(const Instruction& step) const {
    const SlotState& left = states_[step.a];
    const SlotState& right = states_[step.b];
    if (step.op == Op::copy) return &left;
    if (factors_ == Factors::in || (step.op != Op::add && step.op != Op::subtract)) return nullptr;
    if (!right.varies && right.value == 0) return &left;
    return step.op == Op::add && !left.varies && left.value == 0 ? &right : nullptr;
}

/// Stepped is what is made of stepped values only.
Kind Varying::kind_of(const Instruction& step) const {
    const Whole whole_numbers = row_of(step.op).whole;
    if (whole_numbers == Whole::made) return Kind::whole;
    if (step.op == Op::board) return Kind::stepped;
    Kind kind = whole_numbers == Whole::kept ? Kind::whole : Kind::stepped;
    for (int i = 0; i < operands_of(step.op); ++i) {
        const SlotState& from = states_[operand_of(step, i)];
        if (from.varies && from.kind == Kind::smooth) return Kind::smooth;
        const bool whole = from.varies ? from.kind == Kind::whole : std::trunc(from.value) == from.value;
        if (!whole) kind = Kind::stepped;
    }
    return kind;
}

ScaledOperation Varying::scaled_operation_of(const Instruction& step) {
    const SlotState& left = states_[step.a];
    const SlotState& right = states_[step.b];
    const double a = left.varies ? left.scaled.factor : left.value;
    const double b = right.varies ? right.scaled.factor : right.value;
    switch (row_of(step.op).scaling) {
        case Scaling::nowhere: break;
        case Scaling::sign: return {left.scaled.operation, -a};
        case Scaling::product: {
            const double factor = step.op == Op::multiply ? a * b : a / b;
            if (is_moderate(factor)) return {product_of(step.op, left, right), factor};
            break;
        }
        case Scaling::sum:
        case Scaling::order: return sum_of(step);
    }
    return as_written(step);
}

/// The product or the quotient without factors.
std::uint32_t Varying::product_of(Op op, const SlotState& left, const SlotState& right) {
    if (!right.varies) return left.scaled.operation;
    if (left.varies) return compute(op, {{left.scaled.operation}, {right.scaled.operation}, {}});
    if (op == Op::multiply) return right.scaled.operation;
    return compute(op, {{kNoOperation, 1}, {right.scaled.operation}, {}});
}

/// With the factor of one of the two, by which the other is divided.
ScaledOperation Varying::sum_of(const Instruction& step) {
    const SlotState& left = states_[step.a];
    const SlotState& right = states_[step.b];
    const double factor = left.varies ? left.scaled.factor : right.scaled.factor;
    const bool by_order = row_of(step.op).scaling == Scaling::order;
    if (by_order && factor < 0) return as_written(step);
    const auto part = [&](const SlotState& state) -> Operand {
        if (!state.varies) return {kNoOperation, state.value / factor};
        return {over(state.scaled, factor)};
    };
    const Operand first = part(left);
    const Operand second = part(right);
    return {compute(step.op, {first, second, {}}), factor};
}

ScaledOperation Varying::as_written(const Instruction& step) {
    Operand operands[3];
    for (int i = 0; i < operands_of(step.op); ++i) operands[i] = operand(operand_of(step, i));
    return {compute(step.op, operands), 1};
}

Varying::Operand Varying::operand(std::uint32_t slot) {
    const SlotState& state = states_[slot];
    if (!state.varies) return {kNoOperation, state.value};
    return {plain(state.scaled)};
}

std::uint32_t Varying::plain(const ScaledOperation& scaled) { return over(scaled, 1); }

std::uint32_t Varying::over(const ScaledOperation& scaled, double factor) {
    if (scaled.factor == factor) return scaled.operation;
    return compute(Op::multiply, {{scaled.operation}, {kNoOperation, scaled.factor / factor}, {}});
}

std::uint32_t Varying::compute(Op op, const Operand (&operands)[3]) {
    Operation operation;
    TapeInstruction& instruction = operation.instruction;
    instruction.op = op;
    std::uint32_t* const places[] = {&instruction.a, &instruction.b, &instruction.c};
    const int count = operands_of(op);
    for (int i = 0; i < count; ++i) {
        const Operand& from = operands[i];
        if (from.operation != kNoOperation) {
            *places[i] = from.operation;
        } else if (count == 2) {
            instruction.reads = i == 0 ? Reads::constant_left : Reads::constant_right;
            instruction.constant = from.constant;
        } else {
            *places[i] = constant(from.constant);
        }
    }
    return add(operation);
}

std::uint32_t Varying::constant(double value) {
    Operation operation{Operation::Source::constant, {}};
    operation.instruction.constant = value;
    return add(operation);
}

/// Where it stands, or the free slot where it would.
std::uint32_t& Varying::slot_of(const Operation& operation) {
    for (std::uint64_t at = hash_of(operation);; ++at) {
        std::uint32_t& slot = by_hash_[at & (by_hash_.size() - 1)];
        if (slot == kNoOperation || are_same(operations_[slot], operation)) return slot;
    }
}

void Varying::make_room() {
    by_hash_.assign(2 * by_hash_.size(), kNoOperation);
    for (std::uint32_t i = 0; i < operations_.size(); ++i) {
        if (operations_[i].source != Operation::Source::given) slot_of(operations_[i]) = i;
    }
}

std::uint32_t Varying::add(const Operation& operation) {
    if (2 * operations_.size() >= by_hash_.size()) make_room();
    const auto next = static_cast<std::uint32_t>(operations_.size());
    if (operation.source != Operation::Source::given) {
        std::uint32_t& slot = slot_of(operation);
        if (slot != kNoOperation) return slot;
        slot = next;
    }
    operations_.push_back(operation);
    return next;
}

}  // namespace bote
