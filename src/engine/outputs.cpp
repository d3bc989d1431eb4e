#include "outputs.hpp"

#include <algorithm>
#include <unordered_map>

namespace bote {
namespace {

class Outputs {
public:
    Outputs(Varying& varying, std::vector<Output>& outputs) : varying_(varying), outputs_(outputs) {}

    void add(const Wanted& wanted) {
        const std::size_t first = scaled_.size();
        for (const std::uint32_t slot : wanted.slots) {
            const SlotState& state = varying_.state(slot);
            ScaledOperation scaled = state.scaled;
            if (state.varies && scaled.factor < 0) scaled = {varying_.plain(scaled), 1};
            Output output{state.varies, state.kind, state.value, 0, 0, scaled_.size(), scaled.factor};
            if (wanted.lifetime == Lifetime::until_ready && output.kind == Histogram::Kind::whole)
                take_shift_out(scaled, output.shift);
            scaled_.push_back(scaled);
            outputs_.push_back(output);
        }
        if (wanted.lifetime == Lifetime::until_pair_is_ready) {
            for (std::size_t left = first; left < scaled_.size(); left += 2) level(left);
        }
        if (wanted.lifetime == Lifetime::until_ready) share(first);
    }

    std::vector<ScaledOperation> take_scaled() { return std::move(scaled_); }

private:
    /// Of a whole number more than another one, such as machines with their spares, the other one is left.
    void take_shift_out(ScaledOperation& scaled, double& shift) const {
        if (scaled.operation == kNoOperation) return;
        const Operation& sum = varying_.operations()[scaled.operation];
        if (sum.source != Operation::Source::computed || sum.instruction.op != Op::add) return;
        if (sum.instruction.reads == Reads::columns) return;
        scaled.operation = sum.instruction.reads == Reads::constant_right ? sum.instruction.a : sum.instruction.b;
        shift = sum.instruction.constant;
    }

    /// Divides both sides of a comparison by one factor.
    void level(std::size_t left) {
        Output* const sides = &outputs_[left];
        const double factor = sides[0].varies ? sides[0].factor : sides[1].factor;
        for (std::size_t i = 0; i < 2; ++i) {
            if (sides[i].varies) scaled_[left + i] = {varying_.over(scaled_[left + i], factor), factor};
            sides[i].factor = factor;
        }
    }

    /// Of outputs that are multiples of each other, or shifted, the first stands for all.
    void share(std::size_t first) {
        std::unordered_map<std::uint32_t, std::size_t> of;
        for (std::size_t i = first; i < scaled_.size(); ++i) {
            Output& output = outputs_[i];
            if (output.varies && output.kind != Histogram::Kind::stepped)
                output.of = of.try_emplace(scaled_[i].operation, i).first->second;
        }
    }

    Varying& varying_;
    std::vector<Output>& outputs_;
    std::vector<ScaledOperation> scaled_;
};

}  // namespace

Factors factors_for(const std::vector<Wanted>& wanted) {
    const bool kept =
        std::any_of(wanted.begin(), wanted.end(), [](auto& each) { return each.lifetime == Lifetime::to_the_end; });
    return kept ? Factors::in : Factors::out;
}

std::vector<ScaledOperation> find_outputs(Varying& varying, const std::vector<Wanted>& wanted,
                                          std::vector<Output>& outputs) {
    Outputs found(varying, outputs);
    for (const Wanted& each : wanted) found.add(each);
    return found.take_scaled();
}

}  // namespace bote
