// The schema of what `--format json` prints: what each command's object holds at its top.

#include <vector>

#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/schema.hpp"
#include "schema_parts.hpp"

namespace bote {
namespace {

/// The quantities of an estimate are a map by name, those of the listing a list.
Datum quantities() {
    return {Datum::Object{{"anyOf",
                           {Datum::Array{schema("object", {{"additionalProperties", reference("quantity")}}),
                                         schema("array", {{"items", schema("object")}})}}}}};
}

Datum::Object pieces() {
    const Datum text = schema("string");
    Datum quantity = closed_map({{"value", schema("number")},
                                 {"unit", text},
                                 {"text", text},
                                 {"origin", text},
                                 {"percentiles", schema("object")},
                                 {"mean", schema("number")}},
                                {{"required", words_datum({"unit", "text", "origin"})}});
    return {{"quantity", std::move(quantity)},
            {"workload", closed_map({{"name", text}, {"file", text}}, {{"required", words_datum({"name", "file"})}})}};
}

struct Key {
    std::string_view name;
    std::string_view types;  // any of them
};

constexpr Key kKeys[] = {
    {"summary", "object"},
    {"failure", "object"},
    {"bounds", "object"},
    {"decisions", "array"},
    {"expectations", "array number"},
    {"notes", "array"},
    {"contradictions", "array"},
    {"assumptions", "array"},
    {"waiting", "array"},
    {"scenarios", "array"},
    {"boxes", "array"},
    {"arrows", "array"},
    {"steps", "array"},
    {"headlines", "array"},
    {"spoken", "array"},
    {"units", "array object"},
    {"moments", "array"},
    {"inputs", "array"},
    {"rows", "array"},
    {"cells", "string"},
    {"map", "array"},
    {"quantity", "string"},
    {"unit", "string"},
    {"value", "number"},
    {"condition", "string"},
    {"present", "number"},
    {"holds_now", "boolean"},
    {"tried_from", "number"},
    {"tried_to", "number"},
    {"stretches", "array"},
    {"wanted_chance", "number"},
    {"samples", "number"},
    {"settled", "boolean"},
    {"drivers", "array"},
    {"difference", "object"},
    {"holding", "number"},
    {"passes", "boolean"},
    {"files", "array"},
    {"presets", "array"},
    {"constants", "array"},
    {"kinds", "array"},
    {"tier", "array"},
    {"title", "string"},  // of practice
    {"problem", "string"},
    {"points", "number"},
    {"most_points", "number"},
    {"complete", "boolean"},
    {"answers", "array number"},
    {"decision", "object"},
    {"look_at", "string"},
    {"tip", "string"},
    {"damaged_lines", "number"},
    {"topics", "array"},
    {"slips", "array"},
    {"ranges", "object"},
};

Datum answer() {
    Datum::Object properties{{"schema_version", {Datum::Object{{"const", number_datum(kSchemaVersion)}}}},
                             {"workload", reference("workload")},
                             {"quantities", quantities()},
                             {"a", reference("answer")},
                             {"b", reference("answer")}};
    for (const auto& [name, types] : kKeys) properties.push_back({std::string(name), schema_of_any(split(types, ' '))});
    return closed_map(std::move(properties), {{"required", words_datum({"schema_version"})}});
}

}  // namespace

Datum schema_of_answers() {
    Datum::Object definitions = pieces();
    definitions.push_back({"answer", answer()});
    const Datum several = schema("array", {{"items", reference("answer")}});
    return with_head("An answer of bote as JSON", {{"anyOf", {Datum::Array{reference("answer"), several}}}},
                     std::move(definitions));
}

}  // namespace bote
