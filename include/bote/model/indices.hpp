#pragma once
// What the rows of the built-in model and the quantities of a workload are numbered by.
//
//   catalog[definition].name          // "storage", once for all workloads
//   model[quantity].name              // "tweet.storage", one for each object that has it

#include "bote/base/index.hpp"

namespace bote {

/// A row of the catalogue.
enum class DefinitionIndex : int { none = -1 };

/// A quantity of a model.
enum class QuantityIndex : int { none = -1 };

/// A number for each quantity of a model, in base units.
using QuantityValues = IndexedVector<QuantityIndex, double>;

/// 1 for each quantity of a model that is meant, else 0.
using QuantityMarks = IndexedVector<QuantityIndex, char>;

}  // namespace bote
