#include "views/schema_parts.hpp"

#include <nlohmann/json.hpp>

#include "bote/views/common.hpp"
#include "project/catch.hpp"
#include "report/json_of.hpp"

namespace bote::test::schema_parts_test {
namespace {

using Json = nlohmann::json;

}  // namespace

TEST_CASE("the type of a schema comes first, one or any of several") {
    CHECK(json_of(schema("string")) == Json{{"type", "string"}});
    const Datum numbers = schema("array", {{"minItems", number_datum(2)}});
    CHECK(std::get<Datum::Object>(numbers.value).front().key == "type");
    CHECK(json_of(numbers) == Json{{"type", "array"}, {"minItems", 2}});
    CHECK(json_of(schema_of_any({"number", "string"}, {{"minLength", number_datum(1)}})) ==
          Json::parse(R"({"type": ["number", "string"], "minLength": 1})"));
    CHECK(json_of(reference("a tier")) == Json{{"$ref", "#/definitions/a tier"}});
}

TEST_CASE("a closed map has its keys alone, and a map of names takes a value for each that is well formed") {
    CHECK(json_of(closed_map({{"a", schema("string")}}, at_least_one())) == Json::parse(R"({
        "type": "object", "minProperties": 1, "properties": {"a": {"type": "string"}},
        "additionalProperties": false})"));
    CHECK(json_of(map_of("^[a-z]$", reference("a value"), {})) == Json::parse(R"({
        "type": "object", "propertyNames": {"pattern": "^[a-z]$"},
        "additionalProperties": {"$ref": "#/definitions/a value"}})"));
    CHECK(json_of(at_least_one({{"maxProperties", number_datum(3)}})) ==
          Json::parse(R"({"maxProperties": 3, "minProperties": 1})"));
}

TEST_CASE("a description is added to what it describes, and a head stands before its schema and the definitions") {
    CHECK(json_of(described(schema("string"), "some text")) ==
          Json::parse(R"({"type": "string", "description": "some text"})"));
    const Datum whole = with_head("A title", {{"anyOf", words_datum({"x"})}}, {{"x", schema("object")}});
    CHECK(json_of(whole) == Json::parse(R"({
        "$schema": "http://json-schema.org/draft-07/schema#", "title": "A title", "anyOf": ["x"],
        "definitions": {"x": {"type": "object"}}})"));
    CHECK(std::get<Datum::Object>(whole.value).front().key == "$schema");
    CHECK(std::get<Datum::Object>(whole.value).back().key == "definitions");
}

}  // namespace bote::test::schema_parts_test
