#include "schema_parts.hpp"

#include <algorithm>
#include <iterator>

#include "bote/views/common.hpp"

namespace bote {
namespace {

Datum joined(Datum::Entry first, Datum::Object more) {
    more.insert(more.begin(), std::move(first));
    return {std::move(more)};
}

Datum pattern(std::string_view text) { return {Datum::Object{{"pattern", text_datum(std::string(text))}}}; }

}  // namespace

Datum words_datum(const std::vector<std::string_view>& words) {
    Datum::Array list;
    for (const auto word : words) list.push_back(text_datum(std::string(word)));
    return {std::move(list)};
}

Datum schema(std::string_view type, Datum::Object more) {
    return joined({"type", text_datum(std::string(type))}, std::move(more));
}

Datum schema_of_any(const std::vector<std::string_view>& types, Datum::Object more) {
    return joined({"type", words_datum(types)}, std::move(more));
}

Datum reference(std::string_view definition) {
    return {Datum::Object{{"$ref", text_datum(std::string("#/definitions/").append(definition))}}};
}

Datum closed_map(Datum::Object properties, Datum::Object more) {
    more.push_back({"properties", {std::move(properties)}});
    more.push_back({"additionalProperties", {false}});
    return schema("object", std::move(more));
}

Datum described(Datum what, std::string text) {
    std::get<Datum::Object>(what.value).push_back({"description", text_datum(std::move(text))});
    return what;
}

Datum::Object at_least_one(Datum::Object more) {
    more.push_back({"minProperties", number_datum(1)});
    return more;
}

/// A map whose keys are names that the file chooses.
Datum map_of(std::string_view names, Datum value, Datum::Object more) {
    more.push_back({"propertyNames", pattern(names)});
    more.push_back({"additionalProperties", std::move(value)});
    return schema("object", std::move(more));
}

Datum with_head(std::string title, Datum::Object schema, Datum::Object definitions) {
    Datum::Object whole{{"$schema", text_datum("http://json-schema.org/draft-07/schema#")},
                        {"title", text_datum(std::move(title))}};
    std::move(schema.begin(), schema.end(), std::back_inserter(whole));
    whole.push_back({"definitions", {std::move(definitions)}});
    return {std::move(whole)};
}

}  // namespace bote
