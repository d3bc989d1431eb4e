#pragma once
// JSON Schemas (draft-07): of a workload file, for editors, and of what `--format json` prints, for programs. That of a
// workload is made from the rows of the catalogue, so that it knows every quantity and kind of tier.
//
//   Report report;
//   report.data = schema_of_workloads(built_in_catalog());

#include "bote/model/catalog.hpp"
#include "bote/report/report.hpp"

namespace bote {

Datum schema_of_workloads(const Catalog& catalog);

Datum schema_of_answers();

}  // namespace bote
