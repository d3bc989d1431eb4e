#include "outputs.hpp"

#include <algorithm>
#include <unordered_map>

namespace bote {
namespace {

class Outputs {
public:
    Outputs(Varying& varying, std::vector<Output>& outputs) : varying_(varying), outputs_(outputs) {}

    void add(const Wanted& wanted) {
        const std::size_t first = forms_.size();
        for (const std::uint32_t slot : wanted.slots) {
            const Known& known = varying_.known(slot);
            Form form = known.form;
            if (known.varies && form.factor < 0) form = {varying_.plain(form), 1};
            Output output{known.varies, known.kind, known.value, 0, 0, forms_.size(), form.factor};
            if (wanted.keep == Keep::none && output.kind == Histogram::Kind::whole) take_shift_out(form, output.shift);
            forms_.push_back(form);
            outputs_.push_back(output);
        }
        if (wanted.keep == Keep::pairs) {
            for (std::size_t left = first; left < forms_.size(); left += 2) level(left);
        }
        if (wanted.keep == Keep::none) share(first);
    }

    std::vector<Form> take_forms() { return std::move(forms_); }

private:
    /// Of a whole number more than another one, such as machines with their spares, the other one is left.
    void take_shift_out(Form& form, double& shift) const {
        if (form.operation == kNoOperation) return;
        const Operation& sum = varying_.operations()[form.operation];
        if (sum.source != Operation::Source::computed || sum.step.op != Op::add) return;
        if (sum.step.reads == Reads::columns) return;
        form.operation = sum.step.reads == Reads::constant_right ? sum.step.a : sum.step.b;
        shift = sum.step.constant;
    }

    /// Divides both sides of a comparison by one factor.
    void level(std::size_t left) {
        Output* const sides = &outputs_[left];
        const double factor = sides[0].varies ? sides[0].factor : sides[1].factor;
        for (std::size_t i = 0; i < 2; ++i) {
            if (sides[i].varies) forms_[left + i] = {varying_.over(forms_[left + i], factor), factor};
            sides[i].factor = factor;
        }
    }

    /// Of outputs that are multiples of each other, or shifted, the first stands for all.
    void share(std::size_t first) {
        std::unordered_map<std::uint32_t, std::size_t> of;
        for (std::size_t i = first; i < forms_.size(); ++i) {
            Output& output = outputs_[i];
            if (output.varies && output.kind != Histogram::Kind::stepped)
                output.of = of.try_emplace(forms_[i].operation, i).first->second;
        }
    }

    Varying& varying_;
    std::vector<Output>& outputs_;
    std::vector<Form> forms_;
};

}  // namespace

Factors factors_for(const std::vector<Wanted>& wanted) {
    const bool kept = std::any_of(wanted.begin(), wanted.end(), [](auto& each) { return each.keep == Keep::all; });
    return kept ? Factors::in : Factors::out;
}

std::vector<Form> find_outputs(Varying& varying, const std::vector<Wanted>& wanted, std::vector<Output>& outputs) {
    Outputs found(varying, outputs);
    for (const Wanted& each : wanted) found.add(each);
    return found.take_forms();
}

}  // namespace bote
