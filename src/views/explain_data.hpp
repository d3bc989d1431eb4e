#pragma once
// An explanation as programs get it: all of its steps, whatever people are shown.

#include <string>

#include "bote/views/explain.hpp"

namespace bote {

/// A line for each step.
Table explanation_records(const Explanation& explanation);

/// The steps, and the headlines as texts.
Datum explanation_data(const Explanation& explanation);

/// A list under the version and the workload.
Datum explanation_envelope(const Model& model, std::string key, Datum::Array list);

}  // namespace bote
