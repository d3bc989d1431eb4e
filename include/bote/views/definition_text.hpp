#pragma once
// All that the catalogue knows of a quantity, for those who hover over its name.
//
//   definition_text(row)      // "copies of each object\n\nUnit: x\n\nDefault: 3\n\nUsual: 2 to 3\n\n..."

#include <string>

#include "bote/model/catalog.hpp"

namespace bote {

/// Meaning, unit, formulas or default, what is usual, source and an example: a paragraph each.
std::string definition_text(const Definition& row);

/// A value with the dimension of the quantity, as one would write it; may be empty.
std::string example_of(const Definition& row);

}  // namespace bote
