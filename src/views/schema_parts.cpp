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

Datum with_head(std::string title, Datum::Object schema, Datum::Object definitions) {
    Datum::Object whole{{"$schema", text_datum("http://json-schema.org/draft-07/schema#")},
                        {"title", text_datum(std::move(title))}};
    std::move(schema.begin(), schema.end(), std::back_inserter(whole));
    whole.push_back({"definitions", {std::move(definitions)}});
    return {std::move(whole)};
}

}  // namespace bote
