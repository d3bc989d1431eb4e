// The schema of answers by itself; schema_test.cpp holds it against what the commands print.

#include "bote/views/schema.hpp"

#include <nlohmann/json.hpp>

#include "project/catch.hpp"
#include "report/json_of.hpp"

namespace bote::test::schema_answers_test {
namespace {

using Json = nlohmann::json;

const Json& answers() {
    static const Json schema = json_of(schema_of_answers());
    return schema;
}

}  // namespace

TEST_CASE("an answer is one object or a list of such, and each has the version of the schema") {
    CHECK(answers()["title"] == "An answer of bote as JSON");
    const Json answer{{"$ref", "#/definitions/answer"}};
    REQUIRE(answers()["anyOf"].size() == 2);
    CHECK(answers()["anyOf"][0] == answer);
    CHECK(answers()["anyOf"][1] == Json{{"type", "array"}, {"items", answer}});
    const Json& one = answers()["definitions"]["answer"];
    CHECK(one["required"] == Json::array({"schema_version"}));
    CHECK(one["properties"]["schema_version"] == Json{{"const", 1}});
    CHECK(one["additionalProperties"] == false);
}

TEST_CASE("a key of an answer has the type that each command gives it") {
    const Json& properties = answers()["definitions"]["answer"]["properties"];
    CHECK(properties["workload"]["$ref"] == "#/definitions/workload");
    CHECK(properties["a"]["$ref"] == "#/definitions/answer");
    CHECK(properties["b"]["$ref"] == "#/definitions/answer");
    CHECK(properties["bounds"] == Json{{"type", Json::array({"object"})}});
    CHECK(properties["expectations"]["type"] == Json{"array", "number"});  // of an estimate, and how many of a check
    CHECK(properties["units"]["type"] == Json{"array", "object"});
    CHECK(properties["holds_now"]["type"] == Json::array({"boolean"}));
    REQUIRE(properties["quantities"]["anyOf"].size() == 2);
    CHECK(properties["quantities"]["anyOf"][0]["additionalProperties"]["$ref"] == "#/definitions/quantity");
    CHECK(properties["quantities"]["anyOf"][1] == Json::parse(R"({"type": "array", "items": {"type": "object"}})"));
}

TEST_CASE("a quantity of an answer may lack a value and percentiles, and nothing else") {
    const Json& quantity = answers()["definitions"]["quantity"];
    CHECK(quantity["required"] == Json{"unit", "text", "origin"});
    CHECK(quantity["additionalProperties"] == false);
    CHECK(quantity["properties"]["value"]["type"] == "number");
    CHECK(quantity["properties"]["origin"]["type"] == "string");
    CHECK(quantity["properties"]["percentiles"]["type"] == "object");
    const Json& workload = answers()["definitions"]["workload"];
    CHECK(workload["required"] == Json{"name", "file"});
    CHECK(workload["properties"].size() == 2);
}

}  // namespace bote::test::schema_answers_test
