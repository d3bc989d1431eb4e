#include "views/schema_quantities.hpp"

#include <nlohmann/json.hpp>

#include "bote/views/definition_text.hpp"
#include "project/catch.hpp"
#include "report/json_of.hpp"

namespace bote::test::schema_quantities_test {
namespace {

using Json = nlohmann::json;

Json reference_to(const std::string& definition) { return {{"$ref", "#/definitions/" + definition}}; }

}  // namespace

TEST_CASE("a quantity takes a number or a text that is not empty, with its example where there is one") {
    Definition row;
    row.meaning = "bytes of it";
    row.unit = "KB";
    row.display = *parse_display("KB");
    const Json size = json_of(schema_of_quantity(row, "its.size"));
    CHECK(size["type"] == Json{"number", "string"});
    CHECK(size["title"] == "its.size");
    CHECK(size["description"] == definition_text(row));
    CHECK(size["minLength"] == 1);
    CHECK(size["examples"] == Json::array({"1 KB"}));
    row.display = *parse_display("/B/s");  // nobody has an example of such a thing
    CHECK_FALSE(json_of(schema_of_quantity(row, "odd")).contains("examples"));
}

TEST_CASE("a key with dots stands as it is and as a map in a map") {
    const Json properties = json_of(properties_of({{"dau", "dau"}, {"app.wait.p95", "one"}, {"app.rps", "two"}}));
    CHECK(properties.size() == 4);
    CHECK(properties["dau"] == reference_to("dau"));
    CHECK(properties["app.wait.p95"] == reference_to("one"));
    CHECK(properties["app.rps"] == reference_to("two"));
    const Json app = properties["app"];
    CHECK(app["type"] == "object");
    CHECK(app["minProperties"] == 1);
    CHECK(app["additionalProperties"] == false);
    CHECK(app["properties"].size() == 3);
    CHECK(app["properties"]["rps"] == reference_to("two"));
    CHECK(app["properties"]["wait.p95"] == reference_to("one"));
    CHECK(app["properties"]["wait"]["properties"] == Json{{"p95", reference_to("one")}});
}

TEST_CASE("a name that is a quantity and the beginning of others may be either") {
    const Json properties = json_of(properties_of({{"cost.app", "part"}, {"cost", "whole"}}));
    CHECK(properties.size() == 2);
    REQUIRE(properties["cost"]["anyOf"].size() == 2);
    CHECK(properties["cost"]["anyOf"][0] == reference_to("whole"));
    CHECK(properties["cost"]["anyOf"][1]["properties"] == Json{{"app", reference_to("part")}});
}

}  // namespace bote::test::schema_quantities_test
