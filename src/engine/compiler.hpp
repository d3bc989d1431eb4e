#pragma once
// A model on its way to a program, in three files: formulas (compile.cpp), random numbers (compile_draws.cpp) and the
// whiteboard (compile_board.cpp). Used by these alone.

#include <memory>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "bote/engine/program.hpp"

namespace bote {

using Slot = std::uint32_t;
inline constexpr Slot kAbsent = UINT32_MAX;

/// Whether a node is a call of `whiteboard`.
inline bool asks_board(const Node& node) { return row_of(node.op).on_whiteboard; }

class Compiler {
public:
    Compiler(const Model& model, const Conventions& conventions) : model_(model), conventions_(conventions) {
        program_.quantities = static_cast<Slot>(model.quantities.size());
        program_.comparisons = static_cast<Slot>(model.expectations.size() + model.rules.size());
        program_.instructions.reserve(model.quantities.size() * 2);
        program_.initial.reserve(model.quantities.size() * 4);
        program_.initial.assign(program_.quantities + 2 * std::size_t{program_.comparisons}, 0);
    }

    Program run();

private:
    void name_draws(std::string_view name) { owners_.resize(program_.draws.size(), name); }

    /// Whether a quantity is a range or distribution and nothing else.
    [[nodiscard]] bool draws_only(Slot target) const {
        return !program_.draws.empty() && program_.draws.back().slot == target;
    }

    /// A range of 80% to 95% has values above 100% now and then, which a share cannot.
    void keep_within_bounds(const ModelQuantity& quantity, Draw& drawn);
    void limit_to_bounds(const ModelQuantity& quantity, Slot target);

    /// Random numbers go by the names of the quantities, so that the order of a file does not matter.
    void order_streams();

    /// Below it are the slots of quantities and comparisons.
    [[nodiscard]] Slot first_temporary() const { return program_.quantities + 2 * program_.comparisons; }

    Slot constant(double value) {
        program_.initial.push_back(value);
        return static_cast<Slot>(program_.initial.size() - 1);
    }

    Slot name(const Binding& binding) {
        if (binding.quantity != QuantityIndex::none) return slot_of(binding.quantity);
        return binding.is_word ? constant(1) : kAbsent;
    }

    Slot emit(Op op, Slot a, Slot b = 0, Slot c = 0);

    /// The formula's value ends up in `target`.
    void formula(Tree tree, std::span<const Binding> names, Slot target);

    /// The slot of its value, with the nodes that stand in a `whiteboard(...)` evaluated there.
    Slot run_nodes(Tree tree, std::span<const Binding> names);

    /// Has the value that a formula ends with at `last` in `target`.
    void place(const Node& last, Slot result, Slot target);

    Slot combine(const Node& node, std::span<Slot> arguments);

    [[nodiscard]] const Conventions& conventions_of(bool board) const {
        return board ? model_.whiteboard : conventions_;
    }

    /// Marks the nodes of a formula that stand in a `whiteboard(...)`, and sees to the twins of what they name.
    void find_boards(Tree tree, std::span<const Binding> names);

    /// The values on the whiteboard of what is named, and of all that this rests on.
    void make_twins(std::span<const Binding> names);

    /// The value of a quantity on the whiteboard, made of those of what it rests on.
    Slot make_twin(Slot index);

    Slot note(const BoardNote& note, Slot value, Slot exact) {
        board_->notes.push_back(note);
        return emit(Op::board, value, constant(static_cast<double>(board_->notes.size() - 1)), exact);
    }

    Slot twin(const Binding& binding) {
        return binding.quantity != QuantityIndex::none ? twins_[slot_of(binding.quantity)] : name(binding);
    }

    /// What stands on the whiteboard for the formula that `before` ends with: of a quantity's name its value there.
    Slot from_board(Tree before, std::span<const Binding> names, Slot value);

    /// The value of a part of a formula that stands on the whiteboard, computed the usual way.
    Slot exact_value(Tree part, std::size_t first, std::span<const Binding> names);

    /// What is computed a second time draws no numbers of its own.
    [[nodiscard]] Slot drawn_before(const Draw& drawn);

    Slot draw(Draw drawn);

    /// The ends of a range are plain numbers; it is one draw, which stays one wherever the quantity is used.
    Slot range(std::span<const Slot> ends, double level);

    Slot distribution(Shape shape, std::span<const Slot> slots);

    Slot standard(Draw drawn) {
        drawn.scaled = true;
        return draw(drawn);
    }

    /// A distribution whose arguments are formulas: a standard variate, scaled by instructions.
    Slot scaled(Shape shape, std::span<const Slot> slots);

    /// The value of a slot that no instruction writes, or of arithmetic on such.
    std::optional<double> known(Slot slot) const;

    const Model& model_;
    const Conventions& conventions_;
    Program program_;
    std::vector<Slot> stack_;               // kept from formula to formula, so that each does not allocate its own
    std::shared_ptr<Board> board_;          // null: nothing asks for it
    std::vector<Slot> twins_;               // the values of quantities on the whiteboard, kAbsent where not needed yet
    std::vector<char> boards_;              // the nodes of a formula that are evaluated there; empty: none
    bool on_board_ = false;                 // all of them are
    bool again_ = false;                    // a part of a formula is computed a second time, the usual way
    std::size_t first_node_ = 0;            // of that part in the formula
    Slot owner_ = 0;                        // of the formula that is being compiled
    std::uint32_t node_ = 0;                // of its tree
    std::vector<std::string_view> owners_;  // of each draw, the name of its quantity
};

}  // namespace bote
