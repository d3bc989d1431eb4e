#pragma once
// The part of a program that varies with some of its slots, as operations on each other. Nothing is computed twice, and
// where rounding may differ constant factors are taken out: of `writes * 3` and `writes * 500 B` only `writes` remains.
//
//   Varying varying(program, {slot_of_dau}, Factors::out);
//   const ScaledOperation scaled = varying.state(slot_of_storage).scaled;
//   scaled.factor                          // times what varying.operations()[scaled.operation] makes

#include <cstdint>
#include <vector>

#include "bote/engine/tape.hpp"

namespace bote {

enum class Factors : std::uint8_t {
    in,   // each operation is one of the program's, to the last bit
    out,  // rounding may differ
};

inline constexpr std::uint32_t kNoOperation = ~std::uint32_t{0};

/// A constant times an operation; where nothing varies, the constant alone.
struct ScaledOperation {
    std::uint32_t operation = kNoOperation;
    double factor = 1;
};

/// What is known of a slot.
struct SlotState {
    double value = 0;  // of a point estimate
    bool varies = false;
    Histogram::Kind kind = Histogram::Kind::smooth;
    ScaledOperation scaled;
};

/// One that takes nothing is either a varying slot or, with a constant, the same in all rows.
struct Operation {
    enum class Source : std::uint8_t { given, constant, computed };
    Source source = Source::computed;
    TapeInstruction instruction;  // its operands are operations
};

inline int operands_of(Op op) { return row_of(op).kernels.operands; }

class Varying {
public:
    Varying(const Program& program, const std::vector<std::uint32_t>& varying, Factors factors);

    [[nodiscard]] const SlotState& state(std::uint32_t slot) const { return states_[slot]; }

    /// Each after those it takes.
    [[nodiscard]] const std::vector<Operation>& operations() const { return operations_; }

    /// The operation whose values are those of the scaled one.
    std::uint32_t plain(const ScaledOperation& scaled);

    /// The operation whose values are those of the scaled one divided by a factor.
    std::uint32_t over(const ScaledOperation& scaled, double factor);

private:
    struct Operand {
        std::uint32_t operation = kNoOperation;
        double constant = 0;
    };

    void follow(const Instruction& step);
    [[nodiscard]] const SlotState* changed_by_nothing(const Instruction& step) const;
    [[nodiscard]] Histogram::Kind kind_of(const Instruction& step) const;
    ScaledOperation scaled_operation_of(const Instruction& step);
    ScaledOperation as_written(const Instruction& step);
    std::uint32_t product_of(Op op, const SlotState& left, const SlotState& right);
    ScaledOperation sum_of(const Instruction& step);
    std::uint32_t compute(Op op, const Operand (&operands)[3]);
    std::uint32_t constant(double value);
    std::uint32_t add(const Operation& operation);
    std::uint32_t& slot_of(const Operation& operation);
    void make_room();
    Operand operand(std::uint32_t slot);

    Factors factors_;
    std::vector<SlotState> states_;
    std::vector<Operation> operations_;
    std::vector<std::uint32_t> by_hash_;  // a power of two of them, each at the first free place from its hash on
};

}  // namespace bote
