#include "views/schema_sections.hpp"

#include <regex>
#include <string>

#include <nlohmann/json.hpp>

#include "bote/model/workload.hpp"
#include "bote/views/common.hpp"
#include "project/catch.hpp"
#include "report/json_of.hpp"

namespace bote::test::schema_sections_test {
namespace {

using Json = nlohmann::json;

Json sections() {
    Datum::Object top{{"dau", text_datum("there before")}};
    add_sections(text_datum("what a scenario takes"), top);
    return json_of(std::move(top));
}

/// Whether a section takes such a name.
bool takes(const std::string& section, const std::string& name) {
    return std::regex_search(name, std::regex(sections()[section]["propertyNames"]["pattern"].get<std::string>()));
}

}  // namespace

TEST_CASE("every key of a file that is no quantity has its place in the schema, with a description") {
    const Json all = sections();
    CHECK(all["dau"] == "there before");
    for (const std::string_view key : section_keys()) {
        CAPTURE(key);
        REQUIRE(all.contains(key));
        CHECK_FALSE(all[std::string(key)]["description"].get<std::string>().empty());
    }
    CHECK(all.size() == section_keys().size() + 1);
}

TEST_CASE("sections take names that a file may choose") {
    for (const std::string section : {"objects", "tiers"}) {
        CAPTURE(section);
        CHECK(takes(section, "web_2"));
        for (const std::string wrong : {"Web", "2web", "web-2", "_web", "web ", ""}) {
            CAPTURE(wrong);
            CHECK_FALSE(takes(section, wrong));
        }
        CHECK(sections()[section]["minProperties"] == 1);
    }
    CHECK(takes("define", "images_read [/s]"));
    CHECK(takes("define", " own"));
    CHECK_FALSE(takes("define", "own [/s"));
    CHECK_FALSE(takes("define", "own s"));
    CHECK(takes("correlate", "dau with reads_per_user"));
    CHECK_FALSE(takes("correlate", "dau and reads_per_user"));
    CHECK(takes("scenarios", "a sale"));
    CHECK_FALSE(takes("scenarios", " "));
}

TEST_CASE("what each section holds is said once, in the definitions") {
    const Json all = sections();
    CHECK(all["objects"]["additionalProperties"]["$ref"] == "#/definitions/an object");
    CHECK(all["tiers"]["additionalProperties"]["$ref"] == "#/definitions/a tier");
    CHECK(all["define"]["additionalProperties"]["$ref"] == "#/definitions/a value");
    CHECK(all["correlate"]["additionalProperties"]["$ref"] == "#/definitions/a value");
    CHECK(all["scenarios"]["additionalProperties"] == "what a scenario takes");
    CHECK(all["name"]["type"] == Json{"string", "number", "boolean"});
    CHECK(all["expect"]["items"]["pattern"] == "[<>=~]");
    CHECK(all["conventions"]["additionalProperties"] == false);
    CHECK(all["conventions"]["minProperties"] == 1);
    for (const auto* unit : {"day", "month", "year", "kilo"}) CHECK(all["conventions"]["properties"].contains(unit));
    CHECK(all["conventions"]["properties"].size() == 4);
}

}  // namespace bote::test::schema_sections_test
