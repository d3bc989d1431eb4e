#pragma once
// The keys of a workload file that are no quantities: `name`, `objects`, `expect` and so on.

#include "bote/report/report.hpp"

namespace bote {

/// `scenario`: what one set of changes takes.
void add_sections(Datum scenario, Datum::Object& top);

}  // namespace bote
