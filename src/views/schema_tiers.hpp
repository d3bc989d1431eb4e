#pragma once
// What one tier of a workload file takes.

#include <vector>

#include "bote/model/catalog.hpp"
#include "bote/report/report.hpp"
#include "schema_quantities.hpp"

namespace bote {

/// `keys`: the quantities of tiers, each with its definition in the schema.
Datum schema_of_tier(const Catalog& catalog, const std::vector<SchemaKey>& keys);

}  // namespace bote
