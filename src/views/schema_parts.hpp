#pragma once
// The pieces of a JSON Schema.
//
//   schema("object", {{"properties", {properties}}})

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bote/report/report.hpp"

namespace bote {

/// `{"type": ..., more}`
Datum schema(std::string_view type, Datum::Object more = {});
/// Any of several types.
Datum schema_of_any(const std::vector<std::string_view>& types, Datum::Object more = {});
Datum words_datum(const std::vector<std::string_view>& words);
/// `{"$ref": "#/definitions/NAME"}`
Datum reference(std::string_view definition);
/// A map with these keys alone.
Datum closed_map(Datum::Object properties, Datum::Object more = {});
/// The head of a schema and what it holds.
Datum with_head(std::string title, Datum::Object schema, Datum::Object definitions);

}  // namespace bote
