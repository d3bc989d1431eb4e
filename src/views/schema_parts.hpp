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
/// A map whose keys are names that the file chooses; `names` is a regular expression.
Datum map_of(std::string_view names, Datum value, Datum::Object more);
/// Refuses an empty map.
Datum::Object at_least_one(Datum::Object more = {});
/// With its hover text.
Datum described(Datum what, std::string text);
/// The head of a schema and what it holds.
Datum with_head(std::string title, Datum::Object schema, Datum::Object definitions);

}  // namespace bote
