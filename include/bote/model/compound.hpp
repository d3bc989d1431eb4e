#pragma once
// `5%/month` of a share a year becomes (1 + 5%)^12 - 1: what is divided by a time is compounded to a year.
//
//   if (quantity.definition->yearly) compound(tree, conventions);

#include "bote/formula/expression.hpp"
#include "bote/units/unit.hpp"

namespace bote {

void compound(Expression& tree, const Conventions& conventions);

}  // namespace bote
