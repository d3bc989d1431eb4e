#pragma once
// A value that somebody gave for a quantity, parsed and bound.

#include <vector>

#include "bote/formula/expression.hpp"
#include "bote/model/workload.hpp"
#include "space.hpp"

namespace bote {

struct Given {
    int id = -1;
    int scope = 0;  // where its names are looked up
    Text key;
    Text value;
    Layer layer = Layer::file;
    Tree tree;
    Expression* own = nullptr;    // what keeps the tree; null where it is part of the program
    std::vector<Resolved> names;  // for each of the tree's names
    bool sound = false;           // parsed and bound without an error
    bool asked = false;           // by the command line: an expression, no input
    bool implied = false;         // by another setting, which is the one to speak of
};

}  // namespace bote
