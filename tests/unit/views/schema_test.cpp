#include "bote/views/schema.hpp"

#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "bote/render/render.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::schema_test {
namespace {

using Json = nlohmann::json;

Json json_of(const std::string& command) { return Json::parse(run_command(parse_command("bote " + command)).out); }

/// All targets of `$ref` in a schema.
void collect_references(const Json& part, std::set<std::string>& names) {
    if (part.is_object() && part.contains("$ref")) {
        const auto target = part["$ref"].get<std::string>();
        REQUIRE(target.starts_with("#/definitions/"));
        names.insert(target.substr(std::string("#/definitions/").size()));
    }
    if (part.is_structured()) {
        for (const auto& each : part) collect_references(each, names);
    }
}

std::set<std::string> keys_of(const Json& object) {
    std::set<std::string> keys;
    for (const auto& [key, value] : object.items()) keys.insert(key);
    return keys;
}

}  // namespace

TEST_CASE("the schema of workloads has every quantity with its meaning, unit and source") {
    const Json schema = json_of("schema");
    CHECK(schema["$schema"] == "http://json-schema.org/draft-07/schema#");
    for (const auto& row : built_in_catalog().definitions) {
        const std::string name(row.name);
        CAPTURE(name);
        REQUIRE(schema["definitions"].contains(name));
        const Json& quantity = schema["definitions"][name];
        CHECK(quantity["title"] == name);
        const auto text = quantity["description"].get<std::string>();
        CHECK(text.starts_with(std::string(row.meaning) + "\n\nUnit: "));
        if (!row.source.empty()) CHECK(text.find("\n\nSource: " + std::string(row.source)) != std::string::npos);
        if (row.kind != Class::tier) CHECK(schema["properties"].contains(name));
        else CHECK(schema["definitions"]["a tier"]["properties"].contains(name.substr(std::string("tier.").size())));
    }
}

TEST_CASE("every reference of a schema leads to a definition, and every definition is used") {
    for (const auto* command : {"schema", "schema json"}) {
        CAPTURE(command);
        const Json schema = json_of(command);
        std::set<std::string> names;
        collect_references(schema, names);
        CHECK(names == keys_of(schema["definitions"]));
    }
}

TEST_CASE("the schema of workloads has every kind of tier with its own keys") {
    const Json tier = json_of("schema")["definitions"]["a tier"];
    for (const auto& kind : built_in_catalog().kinds)
        CHECK(tier["properties"]["kind"]["enum"].dump().find('"' + std::string(kind.name) + '"') != std::string::npos);
    for (const auto* key : {"kind", "title", "stores", "after", "load", "accelerator"})
        CHECK(tier["properties"].contains(key));
}

TEST_CASE("the schema of answers has every key that a command's JSON has at its top") {
    const Json properties = json_of("schema json")["definitions"]["answer"]["properties"];
    const auto known = keys_of(properties);
    for (const auto* command : {"estimate tinyurl",
                                "estimate twitter",
                                "explain tinyurl",
                                "explain tinyurl --say",
                                "value tinyurl qps",
                                "timeline twitter",
                                "sweep twitter dau=1M..1B",
                                "sweep tinyurl writes=1M/day..1B/day retention=1y..5y",
                                "solve twitter dau 'app.servers <= 100'",
                                "drivers tinyurl storage",
                                "compare tinyurl twitter",
                                "compare tinyurl --set replication=2",
                                "diagram twitter",
                                "estimate tinyurl --scenario zone-down",
                                "check tinyurl",
                                "presets",
                                "constants",
                                "constants latency",
                                "quantities",
                                "tiers",
                                "tiers kafka",
                                "units"}) {
        CAPTURE(command);
        for (const auto& key : keys_of(json_of(std::string(command) + " --format json"))) {
            CAPTURE(key);
            CHECK(known.contains(key));
        }
    }
}

TEST_CASE("a schema is written to a file of any ending, and a wrong word is refused") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    for (const auto* file : {"bote.schema.json", "bote.schema", "schema.yaml"}) {
        CAPTURE(file);
        CHECK(run_command(parse_command(std::string("bote schema --output ") + file)).exit_code == kExitAnswered);
        CHECK(Json::parse(read_text(file))["title"] == "A workload of bote");
    }
    const auto wrong = run_command(parse_command("bote schema yaml"));
    CHECK(wrong.exit_code == kExitWrongInput);
    CHECK(wrong.err.find("expected json or nothing, found 'yaml'") != std::string::npos);
}

}  // namespace bote::test::schema_test
