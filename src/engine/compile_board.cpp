// `whiteboard(x)`: x is computed a second time, with the whiteboard's day and each result rounded. The instructions
// stand beside the usual ones, so that a sweep, a condition or samples of ranges move them too.

#include <algorithm>
#include <cmath>

#include "bote/engine/reduced.hpp"
#include "bote/engine/whiteboard.hpp"
#include "bote/formula/check.hpp"
#include "compiler.hpp"

namespace bote {
void Compiler::find_boards(Tree tree, std::span<const Binding> names) {
    if (!board_) board_ = std::make_shared<Board>(Board{{}, conventions_, model_.whiteboard});
    make_twins(names);
    boards_.assign(tree.size(), 0);
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (!asks_board(tree[i])) continue;
        const auto part = part_ending_at(tree, i - 1);
        std::fill_n(boards_.begin() + (part.data() - tree.data()), part.size(), 1);
    }
}

void Compiler::make_twins(std::span<const Binding> names) {
    twins_.resize(model_.quantities.size(), kAbsent);
    std::vector<char> wanted(twins_.size(), 0);
    const auto want = [&](std::span<const Binding> read) {
        for (const auto& each : read) {
            if (each.quantity != QuantityIndex::none && twins_[slot_of(each.quantity)] == kAbsent)
                wanted[slot_of(each.quantity)] = 1;
        }
    };
    want(names);
    for (std::size_t i = wanted.size(); i-- > 0;) {
        if (wanted[i] != 0) want(model_[index_at<QuantityIndex>(i)].names);
    }
    const Slot owner = owner_;
    on_board_ = true;
    for (Slot i = 0; i < wanted.size(); ++i) {
        if (wanted[i] != 0) twins_[i] = make_twin(i);
    }
    on_board_ = false;
    owner_ = owner;
}

Slot Compiler::make_twin(Slot index) {
    const ModelQuantity& quantity = model_[index_at<QuantityIndex>(index)];
    const Tree tree = quantity.formula->tree;
    if (quantity.names.empty()) {  // an input: the same number in the same unit
        const double usual = evaluate(tree, {}, conventions_);
        const double rough = given_on_whiteboard(quantity, conventions_, model_.whiteboard);
        return usual == rough ? index : emit(Op::multiply, index, constant(rough / usual));
    }
    owner_ = index;
    boards_.clear();
    const Slot value = run_nodes(tree, quantity.names);
    const Slot result = value == kAbsent ? emit(Op::copy, constant(NAN)) : note(note_of(quantity), value, index);
    const Display display = as_asked(quantity.display);
    program_.twins.push_back(
        {index, result, constant(unit_size(display, model_.whiteboard) / unit_size(display, conventions_))});
    return result;
}

Slot Compiler::from_board(Tree before, std::span<const Binding> names, Slot value) {
    if (value == kAbsent) return kAbsent;
    const Tree part = part_ending_at(before, before.size() - 1);
    if (part.size() == 1 && part.front().op == Op::name && names[part.front().name].quantity != QuantityIndex::none) {
        const QuantityIndex quantity = names[part.front().name].quantity;
        return note({BoardNote::Does::read, model_[quantity].display}, value, value);
    }
    std::vector<Dimension> dimensions;
    for (const auto& each : names)
        dimensions.push_back(each.quantity == QuantityIndex::none ? kCount : model_[each.quantity].display.dimension);
    const Display display = display_for(check_dimensions({}, part, dimensions).dimension);
    const Slot exact = exact_value(part, before.size() - part.size(), names);
    const Slot written = note({BoardNote::Does::round, display}, value, exact);
    return note({BoardNote::Does::read, display}, written, written);
}

Slot Compiler::exact_value(Tree part, std::size_t first, std::span<const Binding> names) {
    std::vector<Slot> stack;
    std::vector<char> boards;
    stack.swap(stack_);
    boards.swap(boards_);
    first_node_ = first;
    again_ = true;
    const Slot exact = run_nodes(part, names);
    again_ = false;
    first_node_ = 0;
    boards_.swap(boards);
    stack_.swap(stack);
    return exact;
}

}  // namespace bote
