#pragma once
// A model worked out with something in it changed: what storage would be without replication, or with a factor of a
// formula left out. Every slip is such a change, so that its effect comes from the formulas themselves.
//
//   Variants variants(model, *model.find("storage"));
//   variants.ratio_with({{replication, 1}})              // 1/3

#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "bote/model/model.hpp"

namespace bote {

/// A quantity that has another value.
struct Replacement {
    QuantityIndex quantity = QuantityIndex::none;
    double value = 0;
};

/// A quantity whose formula is another one; its names are as before.
struct Edit {
    QuantityIndex quantity = QuantityIndex::none;
    std::vector<Node> tree;
};

/// One place where a formula names a quantity.
struct Mention {
    QuantityIndex reader = QuantityIndex::none;  // the quantity whose formula it is
    std::size_t node = 0;                        // in its tree
    Op parent = Op::literal;                     // what takes the name; Op::literal: the formula is the name alone
    bool beside_literal = false;                 // the other side is a plain number, as in `1 - headroom`
    bool is_right = false;                       // the right side: a divisor, an exponent
};

class Variants {
public:
    Variants(const Model& model, QuantityIndex quantity);

    [[nodiscard]] const Model& model() const { return model_; }
    [[nodiscard]] QuantityIndex quantity() const { return quantity_; }
    [[nodiscard]] double exact() const { return value(quantity_); }
    [[nodiscard]] double value(QuantityIndex quantity) const { return values_[quantity]; }

    /// The quantity with changes, as a share of the exact one; NaN where that is no positive number.
    [[nodiscard]] double ratio_with(std::span<const Replacement> changes, const Edit* edit = nullptr) const;
    [[nodiscard]] double value_with(std::span<const Replacement> changes, const Edit* edit = nullptr) const;
    /// What another formula makes of the exact values.
    [[nodiscard]] double value_of(const Edit& edit) const;
    /// The quantity with changes, worked out with days and months of other lengths; as a value of the model's own,
    /// where 50 GB a day are 50 GB a day.
    [[nodiscard]] double value_under(const Conventions& conventions, std::span<const Replacement> changes) const;
    /// The same with an easy number at each step.
    [[nodiscard]] double value_on_whiteboard(std::span<const Replacement> changes) const;
    /// All quantities of the model with changes.
    [[nodiscard]] QuantityValues values_with(std::span<const Replacement> changes) const {
        return evaluate_all(changes, nullptr);
    }

    /// Whether the quantity rests on another one; itself included. What is given rests on nothing, but for own
    /// quantities, whose formulas are part of the problem.
    [[nodiscard]] bool rests_on(QuantityIndex quantity) const { return support_[quantity] != 0; }
    /// What the quantity rests on and nothing computes.
    [[nodiscard]] std::vector<QuantityIndex> leaves() const;
    [[nodiscard]] bool is_leaf(QuantityIndex quantity) const;
    /// The places in the formulas of the support that name a quantity.
    [[nodiscard]] std::vector<Mention> mentions_of(QuantityIndex quantity) const;

private:
    [[nodiscard]] QuantityValues evaluate_all(std::span<const Replacement> changes, const Edit* edit) const;
    /// `exact`: the values that easy numbers are chosen for; null: none are.
    [[nodiscard]] double restated_value(const Conventions& conventions, std::span<const Replacement> changes,
                                        const QuantityValues* exact) const;

    const Model& model_;
    QuantityIndex quantity_;
    QuantityMarks support_;
    QuantityValues values_;
};

/// A quantity's other value, also under the name of the only object: "storage" is "photo.storage".
std::vector<Replacement> replacements_of(const Model& model, QuantityIndex quantity, double value);

/// For each node of a tree the node that takes its result; its own index for the last.
std::vector<std::size_t> parents_of(Tree tree);

}  // namespace bote
