#pragma once
// The quantities of the catalogue as properties of a JSON Schema: a definition each, and maps of references to them.

#include <string>
#include <string_view>
#include <vector>

#include "bote/model/catalog.hpp"
#include "bote/report/report.hpp"

namespace bote {

/// A key of a map and the definition of the schema that says what it takes.
struct SchemaKey {
    std::string name;
    std::string definition;
};

/// What one quantity takes, with all that the catalogue knows of it as hover text.
Datum schema_of_quantity(const Definition& row, std::string_view name);

/// Keys with dots stand as they are and as nested maps: `server.rps: 10k/s`, `server: {rps: 10k/s}`.
Datum::Object properties_of(const std::vector<SchemaKey>& keys);

}  // namespace bote
