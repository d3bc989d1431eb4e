#pragma once
// The head of an estimate's JSON: what a reader in a hurry would read off the page.

#include "bote/report/report.hpp"
#include "bote/views/estimate.hpp"
#include "bote/views/verdicts.hpp"

namespace bote {

/// `{verdict, figures, decisions, failing, waiting, contradictions}`
Datum summary_datum(const Estimate& estimate, const Verdicts& verdicts);

}  // namespace bote
