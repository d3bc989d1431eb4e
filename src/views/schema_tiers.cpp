// A tier in the schema of workloads: the quantities of all tiers, and by its kind what only that kind has.

#include "schema_tiers.hpp"

#include <algorithm>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "bote/views/common.hpp"
#include "schema_parts.hpp"

namespace bote {
namespace {

std::string kinds_text(const Catalog& catalog) {
    std::string text = "What it runs, with the constants of such a machine";
    for (const auto& kind : catalog.kinds) text += fmt::format("\n\n`{}`: {}", kind.name, kind.title);
    return text;
}

/// The keys that a tier of a kind takes; null: of no kind.
Datum keys_of(const Catalog& catalog, const TierKind* kind) {
    std::set<std::string> names{"kind", "title", "stores", "after"};
    const auto add = [&](std::string_view name) { names.emplace(name.substr(kTierPrefix.size())); };
    for (const auto& row : catalog.definitions) {
        if (row.kind == Class::tier && !row.of_kinds) add(row.name);
    }
    if (kind != nullptr) {
        for (const auto& row : kind->rows) {
            if (!row.row.of_kinds) add(catalog[row.definition].name);
        }
        for (const auto& choice : kind->choices) names.emplace(choice.key);
    }
    std::set<std::string> groups;
    for (const auto& name : names) groups.insert(name.substr(0, name.find('.')));
    names.merge(groups);
    return {Datum::Object{{"enum", words_datum({names.begin(), names.end()})}}};
}

/// `accelerator: h100`: which names each such key takes.
void add_choices(const TierKind& kind, Datum::Object& properties) {
    std::set<std::string_view> keys;
    for (const auto& choice : kind.choices) keys.insert(choice.key);
    for (const auto key : keys) {
        std::vector<std::string_view> names;
        for (const auto& choice : kind.choices) {
            if (choice.key == key) names.push_back(choice.name);
        }
        properties.push_back({std::string(key), {Datum::Object{{"enum", words_datum(names)}}}});
    }
}

/// What only a tier of this kind has, and what its rows say in place of those of all tiers.
Datum case_of(const Catalog& catalog, const TierKind& kind) {
    Datum::Object properties;
    for (const auto& each : kind.rows) {
        std::string name(each.row.name);
        if (name.starts_with(kTierPrefix)) name.erase(0, kTierPrefix.size());
        properties.push_back({name, schema_of_quantity(each.row, name)});
    }
    add_choices(kind, properties);
    const Datum is_kind{Datum::Object{
        {"required", words_datum({"kind"})},
        {"properties", {Datum::Object{{"kind", {Datum::Object{{"const", text_datum(std::string(kind.name))}}}}}}}}};
    return {Datum::Object{
        {"if", is_kind},
        {"then",
         {Datum::Object{{"properties", {std::move(properties)}}, {"propertyNames", keys_of(catalog, &kind)}}}}}};
}

/// Of any tier: the quantities, and what the file calls it and where it stands.
Datum::Object all_properties(const Catalog& catalog, const std::vector<SchemaKey>& keys) {
    const auto names = [](std::string meaning) {
        return described(schema_of_any({"string", "array"}, {{"items", schema("string")}}), std::move(meaning));
    };
    std::vector<std::string_view> kinds;
    for (const auto& kind : catalog.kinds) kinds.push_back(kind.name);
    Datum::Object properties = properties_of(keys);
    properties.push_back({"kind", described(schema("string", {{"enum", words_datum(kinds)}}), kinds_text(catalog))});
    properties.push_back(
        {"title", described(schema_of_any({"string", "number", "boolean"}), "What the page calls it")});
    properties.push_back({"stores", names("Objects that live there\n\nExample: `[image, video]`")});
    properties.push_back({"after", names("Tiers that a request has passed before\n\nExample: `gateway`")});
    std::set<std::string> choices;
    for (const auto& kind : catalog.kinds) {
        for (const auto& choice : kind.choices) {
            if (choices.insert(std::string(choice.key)).second)
                properties.push_back({std::string(choice.key), reference("a value")});
        }
    }
    return properties;
}

}  // namespace

Datum schema_of_tier(const Catalog& catalog, const std::vector<SchemaKey>& keys) {
    Datum::Array cases;
    for (const auto& kind : catalog.kinds) cases.push_back(case_of(catalog, kind));
    cases.push_back({Datum::Object{{"anyOf",
                                    {Datum::Array{{Datum::Object{{"required", words_datum({"kind"})}}},
                                                  {Datum::Object{{"propertyNames", keys_of(catalog, nullptr)}}}}}}}});
    return {Datum::Object{{"type", words_datum({"object", "null"})},
                          {"properties", {all_properties(catalog, keys)}},
                          {"additionalProperties", {false}},
                          {"if", schema("object")},
                          {"then", {Datum::Object{{"allOf", {std::move(cases)}}}}}}};
}

}  // namespace bote
