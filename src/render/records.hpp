#pragma once
// The records of a report as lines of fields, for formats that sheets read.
//
//   write_records(report, kCsvLine)

#include <string>

#include "bote/render/render.hpp"

namespace bote {

/// Lines end with LF alone: `column`, `cut` and `awk` keep the CR of RFC 4180 as part of the last field.
std::string write_records(const Report& report, const SheetLine& line);

/// A text that a spreadsheet would run, behind an apostrophe; all on one line.
std::string defuse(std::string_view text);

}  // namespace bote
