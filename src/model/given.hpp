#pragma once
// A value that somebody gave for a quantity, parsed and bound.

#include <vector>

#include "bote/formula/expression.hpp"
#include "bote/model/workload.hpp"
#include "node_table.hpp"

namespace bote {

struct Given {
    NodeIndex id = NodeIndex::none;
    int scope = 0;  // where its names are looked up
    Text key;
    Text value;
    Layer layer = Layer::file;
    Expression* formula = nullptr;  // kept by Formulas; null where it could not be parsed
    std::vector<Resolved> names;    // for each of its names
    bool sound = false;             // parsed and bound without an error
    bool asked = false;             // by the command line: an expression, no input
    bool implied = false;           // by another setting, which is the one to speak of
};

/// What was given for each node; null where nothing was.
using GivenInForce = IndexedVector<NodeIndex, const Given*>;

}  // namespace bote
