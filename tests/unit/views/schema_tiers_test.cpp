#include "views/schema_tiers.hpp"

#include <algorithm>
#include <string>

#include <nlohmann/json.hpp>

#include "bote/model/find.hpp"
#include "project/catch.hpp"
#include "report/json_of.hpp"

namespace bote::test::schema_tiers_test {
namespace {

using Json = nlohmann::json;

const Json& tier() {
    static const Json schema =
        json_of(schema_of_tier(built_in_catalog(), {{"load", "tier.load"}, {"rps", "tier.rps"}}));
    return schema;
}

/// What a tier of a kind takes.
const Json& case_of(const std::string& kind) {
    for (const Json& each : tier()["then"]["allOf"]) {
        if (each.contains("if") && each["if"]["properties"]["kind"]["const"] == kind) return each;
    }
    FAIL(kind);
    return tier();
}

bool names(const Json& list, const std::string& word) { return std::count(list.begin(), list.end(), word) == 1; }

const Json& keys_of(const std::string& kind) { return case_of(kind)["then"]["propertyNames"]["enum"]; }

}  // namespace

TEST_CASE("a tier has its quantities, what the file calls it and where it stands, and may be empty") {
    CHECK(tier()["type"] == Json{"object", "null"});
    CHECK(tier()["additionalProperties"] == false);
    const Json& properties = tier()["properties"];
    CHECK(properties["load"]["$ref"] == "#/definitions/tier.load");
    CHECK(properties["kind"]["enum"].size() == built_in_catalog().kinds.size());
    for (const auto* list : {"stores", "after"}) {
        CAPTURE(list);
        CHECK(properties[list]["type"] == Json{"string", "array"});
        CHECK(properties[list]["items"]["type"] == "string");
    }
    CHECK(properties["title"]["type"] == Json{"string", "number", "boolean"});
    CHECK(properties["accelerator"]["$ref"] == "#/definitions/a value");
    for (const auto& kind : built_in_catalog().kinds)
        CHECK(properties["kind"]["description"].get<std::string>().find("`" + std::string(kind.name) + "`: ") !=
              std::string::npos);
}

TEST_CASE("what only some kinds have is a key of theirs alone") {
    CHECK(tier()["then"]["allOf"].size() == built_in_catalog().kinds.size() + 1);
    for (const auto* key : {"kind", "title", "stores", "after", "load"}) {
        CAPTURE(key);
        CHECK(names(keys_of("llm"), key));
        CHECK(names(keys_of("kafka"), key));
    }
    CHECK(names(keys_of("llm"), "parameters"));
    CHECK(names(keys_of("llm"), "accelerator"));
    CHECK_FALSE(names(keys_of("kafka"), "parameters"));
    CHECK_FALSE(names(keys_of("kafka"), "accelerator"));
    CHECK(names(keys_of("kafka"), "consumer_rps"));
    // Without a kind a tier has what all of them have.
    const Json& none = tier()["then"]["allOf"].back()["anyOf"];
    CHECK(none[0]["required"] == Json::array({"kind"}));
    CHECK(names(none[1]["propertyNames"]["enum"], "load"));
    CHECK_FALSE(names(none[1]["propertyNames"]["enum"], "parameters"));
    CHECK_FALSE(names(none[1]["propertyNames"]["enum"], "accelerator"));
}

TEST_CASE("a kind says what its own quantities take, and which names its choices have") {
    const Json& llm = case_of("llm")["then"]["properties"];
    CHECK(case_of("llm")["if"]["required"] == Json::array({"kind"}));
    CHECK(llm["parameters"]["title"] == "parameters");
    CHECK(llm["accelerator"]["enum"].size() > 1);
    CHECK(names(llm["accelerator"]["enum"], "h100"));
    const TierKind& kafka = *find_kind(built_in_catalog(), "kafka");
    CHECK(case_of("kafka")["then"]["properties"].size() == kafka.rows.size());  // it has no choices
    for (const KindRow& each : kafka.rows) {
        const std::string name(each.row.name.substr(each.row.name.starts_with("tier.") ? 5 : 0));
        CAPTURE(name);
        CHECK(case_of("kafka")["then"]["properties"].contains(name));
        CHECK(names(keys_of("kafka"), name));
    }
}

}  // namespace bote::test::schema_tiers_test
