#pragma once
// The formulas as one workload has them: without absent arguments, factors of 1 and summands of 0.
//
//   Reduction reduction = reduce_formulas(model, values.quantities);
//   reduction.formulas[read_qps].nodes       // of `reads * growth_factor`, where nothing grows: reads alone
//   reduction.same_as[busy_read_qps]         // read_qps, whose value it only passes on

#include <string_view>
#include <vector>

#include "bote/model/model.hpp"

namespace bote {

/// A formula whose names are indexes into Model::quantities, none of them one that only passes on another's value.
struct Reduced {
    std::vector<Node> nodes;
    std::string_view text;  // what the literals of the nodes are pieces of
};

/// Both have an element for each quantity of the model.
struct Reduction {
    IndexedVector<QuantityIndex, Reduced> formulas;
    IndexedVector<QuantityIndex, QuantityIndex>
        same_as;  // the quantity that it prints the same value as and is nothing but; mostly itself
};

/// With the values on the whiteboard, what only passes a value on has to have the same value there too.
Reduction reduce_formulas(const Model& model, const QuantityValues& values, const QuantityValues* whiteboard = nullptr);

/// The quantities that a reduced formula names, each once, in its order.
std::vector<QuantityIndex> names_in(const Reduced& formula);

}  // namespace bote
