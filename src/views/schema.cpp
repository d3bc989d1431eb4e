// The schema of a workload file.

#include "bote/views/schema.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "bote/views/common.hpp"
#include "schema_parts.hpp"
#include "schema_quantities.hpp"

namespace bote {
namespace {

constexpr std::string_view kAnyTier = "tier.";
constexpr std::string_view kName = "^[a-z][a-z0-9_]*$";

Datum described(Datum what, std::string text) {
    std::get<Datum::Object>(what.value).push_back({"description", text_datum(std::move(text))});
    return what;
}

Datum::Object at_least_one(Datum::Object more = {}) {
    more.push_back({"minProperties", number_datum(1)});
    return more;
}

Datum pattern(std::string_view text) { return {Datum::Object{{"pattern", text_datum(std::string(text))}}}; }

/// A map whose keys are names that the file chooses.
Datum map_of(std::string_view names, Datum value, Datum::Object more) {
    more.push_back({"propertyNames", pattern(names)});
    more.push_back({"additionalProperties", std::move(value)});
    return schema("object", std::move(more));
}

class WorkloadSchema {
public:
    explicit WorkloadSchema(const Catalog& catalog) : catalog_(catalog) {
        for (const auto& row : catalog.definitions) sort_in(row);
    }

    Datum write() {
        define_pieces();
        Datum::Object top = properties_of(top_);
        for (const Tier& tier : catalog_.page.tiers) add_title(tier, top);
        add_sections(top);
        Datum::Object schema = at_least_one({{"type", text_datum("object")}, {"properties", {std::move(top)}}});
        schema.push_back({"patternProperties", {dotted()}});
        schema.push_back({"additionalProperties", {false}});
        return with_head("A workload of bote", std::move(schema), std::move(definitions_));
    }

private:
    void sort_in(const Definition& row) {
        const std::string definition(row.name);
        definitions_.push_back({definition, schema_of_quantity(row, row.name)});
        if (row.kind == Class::tier) {
            tier_.push_back({definition.substr(kAnyTier.size()), definition});
            if (!row.of_kinds) of_all_tiers_.insert(tier_.back().name);
            return;
        }
        top_.push_back({definition, definition});
        if (row.kind != Class::workload) object_.push_back({definition, definition});
    }

    void define_pieces() {
        const auto add = [this](std::string name, Datum what) {
            definitions_.push_back({std::move(name), std::move(what)});
        };
        add("a value", schema_of_any({"number", "string"}, {{"minLength", number_datum(1)}}));
        add("a text", schema_of_any({"string", "number", "boolean"}));
        add("an object", closed_map(properties_of(object_), at_least_one()));
        add("a tier", tier());
        Datum::Object members = properties_of(object_);
        for (const auto& key : tier_) members.push_back({key.name, reference(key.definition)});
        std::set<std::string> seen;
        std::erase_if(members, [&](const Datum::Entry& each) { return !seen.insert(each.key).second; });
        add("changes of a part", closed_map(std::move(members), at_least_one()));
    }

    /// `tweet.object_size`, `gateway.load`: of an object or a tier that the file names.
    [[nodiscard]] Datum::Object dotted() const {
        Datum::Object patterns;
        std::set<std::string> seen;
        for (const auto* keys : {&object_, &tier_}) {
            for (const auto& [name, definition] : *keys) {
                if (!seen.insert(name).second) continue;
                std::string escaped;
                for (const char letter : name) escaped += letter == '.' ? std::string("\\.") : std::string(1, letter);
                patterns.push_back({fmt::format("^[a-z][a-z0-9_]*\\.{}$", escaped), reference(definition)});
            }
        }
        return patterns;
    }

    /// `cache: none`, `database: Postgres`, beside the map of its quantities.
    static void add_title(const Tier& tier, Datum::Object& top) {
        const auto same =
            std::find_if(top.begin(), top.end(), [&](const Datum::Entry& each) { return each.key == tier.name; });
        if (same == top.end()) return top.push_back({std::string(tier.name), reference("a text")});
        same->value = {Datum::Object{{"anyOf", {Datum::Array{reference("a text"), same->value}}}}};
    }

    void add_sections(Datum::Object& top) const {
        const auto text = [&](std::string_view key, std::string meaning) {
            top.push_back(
                {std::string(key), described(schema_of_any({"string", "number", "boolean"}), std::move(meaning))});
        };
        const auto add = [&](std::string key, Datum what, std::string meaning) {
            top.push_back({std::move(key), described(std::move(what), std::move(meaning))});
        };
        text("name", "What the workload is called, in one line");
        text("description", "What it is about");
        text("source", "Where its numbers come from");
        add("objects", map_of(kName, reference("an object"), at_least_one()),
            "What is written and read, with its quantities.\n\nExample: `tweet: {writes: 100M/day}`");
        add("tiers", map_of(kName, reference("a tier"), at_least_one()),
            "Boxes of the diagram.\n\nExample: `gateway: {load: qps, rps: 10k/s}`");
        add("define", map_of("^\\s*[a-z][a-z0-9_]*\\s*(\\[[^\\]]*\\]\\s*)?$", reference("a value"), at_least_one()),
            "Own quantities, with a unit to show them in.\n\nExample: `images_read [/s]: reads * 3`");
        add("expect", schema("array", {{"items", schema("string", {{"pattern", text_datum("[<>=~]")}})}}),
            "Comparisons that `bote check` tests.\n\nExample: `- storage <= 5 PB`");
        add("scenarios", map_of("\\S", scenario(), at_least_one()),
            "Sets of changes, each with its name.\n\nExample: `sale: {peak_factor: 10}`");
        add("correlate", map_of("\\S +with +\\S", reference("a value"), at_least_one()),
            "Ranges that move together, from -1 to 1.\n\nExample: `dau with reads_per_user: 0.7`");
        Datum::Object units;
        for (const std::string_view unit : {"day", "month", "year", "kilo"})
            units.push_back({std::string(unit), reference("a value")});
        add("conventions", closed_map(std::move(units), at_least_one()),
            "How long a day, a month and a year are; `kilo` is 1000 or 1024.\n\nExample: `day: 100000 s`");
    }

    /// An own quantity may be changed too, by a name that only the file knows.
    [[nodiscard]] Datum scenario() const {
        Datum::Object properties = properties_of(top_);
        Datum::Object patterns = dotted();
        patterns.push_back(
            {std::string(kName), {Datum::Object{{"type", words_datum({"number", "string", "object"})}}}});
        return closed_map(std::move(properties), {{"patternProperties", {std::move(patterns)}}});
    }

    [[nodiscard]] Datum tier() const {
        std::vector<std::string_view> kinds;
        for (const auto& kind : catalog_.kinds) kinds.push_back(kind.name);
        Datum::Object properties = properties_of(tier_);
        properties.push_back({"kind", described(schema("string", {{"enum", words_datum(kinds)}}), kinds_text())});
        properties.push_back(
            {"title", described(schema_of_any({"string", "number", "boolean"}), "What the page calls it")});
        properties.push_back({"stores", described(schema_of_any({"string", "array"}, {{"items", schema("string")}}),
                                                  "Objects that live there")});
        std::set<std::string> choices;
        Datum::Array cases;
        for (const auto& kind : catalog_.kinds) {
            for (const auto& choice : kind.choices) {
                if (choices.insert(std::string(choice.key)).second)
                    properties.push_back({std::string(choice.key), reference("a value")});
            }
            cases.push_back(case_of(kind));
        }
        cases.push_back({Datum::Object{{"anyOf",
                                        {Datum::Array{{Datum::Object{{"required", words_datum({"kind"})}}},
                                                      {Datum::Object{{"propertyNames", keys_of(nullptr)}}}}}}}});
        return {Datum::Object{{"type", words_datum({"object", "null"})},
                              {"properties", {std::move(properties)}},
                              {"additionalProperties", {false}},
                              {"if", schema("object")},
                              {"then", {Datum::Object{{"allOf", {std::move(cases)}}}}}}};
    }

    [[nodiscard]] std::string kinds_text() const {
        std::string text = "What it runs, with the constants of such a machine";
        for (const auto& kind : catalog_.kinds) text += fmt::format("\n\n`{}`: {}", kind.name, kind.title);
        return text;
    }

    /// What only a tier of this kind has, and what its rows say in place of those of all tiers.
    [[nodiscard]] Datum case_of(const TierKind& kind) const {
        Datum::Object properties;
        for (const auto& each : kind.rows) {
            std::string name(each.row.name);
            if (name.starts_with(kAnyTier)) name.erase(0, kAnyTier.size());
            properties.push_back({name, schema_of_quantity(each.row, name)});
        }
        std::set<std::string_view> keys;
        for (const auto& choice : kind.choices) keys.insert(choice.key);
        for (const auto key : keys) {
            std::vector<std::string_view> names;
            for (const auto& choice : kind.choices) {
                if (choice.key == key) names.push_back(choice.name);
            }
            properties.push_back({std::string(key), {Datum::Object{{"enum", words_datum(names)}}}});
        }
        const Datum is_kind{Datum::Object{
            {"required", words_datum({"kind"})},
            {"properties", {Datum::Object{{"kind", {Datum::Object{{"const", text_datum(std::string(kind.name))}}}}}}}}};
        return {Datum::Object{
            {"if", is_kind},
            {"then", {Datum::Object{{"properties", {std::move(properties)}}, {"propertyNames", keys_of(&kind)}}}}}};
    }

    [[nodiscard]] Datum keys_of(const TierKind* kind) const {
        std::set<std::string> names{of_all_tiers_.begin(), of_all_tiers_.end()};
        names.insert({"kind", "title", "stores"});
        if (kind != nullptr) {
            for (const auto& row : kind->rows) {
                if (!row.row.of_kinds)
                    names.insert(std::string(
                        catalog_.definitions[static_cast<std::size_t>(row.definition)].name.substr(kAnyTier.size())));
            }
            for (const auto& choice : kind->choices) names.insert(std::string(choice.key));
        }
        std::set<std::string> groups;
        for (const auto& name : names) groups.insert(name.substr(0, name.find('.')));
        names.merge(groups);
        return {Datum::Object{{"enum", words_datum({names.begin(), names.end()})}}};
    }

    const Catalog& catalog_;
    Datum::Object definitions_;
    std::vector<SchemaKey> top_;
    std::vector<SchemaKey> object_;
    std::vector<SchemaKey> tier_;
    std::set<std::string> of_all_tiers_;
};

}  // namespace

Datum schema_of_workloads(const Catalog& catalog) { return WorkloadSchema(catalog).write(); }

}  // namespace bote
