// The schema of a workload file.

#include "bote/views/schema.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "bote/views/common.hpp"
#include "schema_parts.hpp"
#include "schema_quantities.hpp"
#include "schema_sections.hpp"
#include "schema_tiers.hpp"

namespace bote {
namespace {

class WorkloadSchema {
public:
    explicit WorkloadSchema(const Catalog& catalog) : catalog_(catalog) {
        for (const auto& row : catalog.definitions) sort_in(row);
    }

    Datum write() {
        define_pieces();
        Datum::Object top = properties_of(top_);
        for (const Tier& tier : catalog_.page.tiers) add_title(tier, top);
        add_sections(scenario(), top);
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
            tier_.push_back({definition.substr(kTierPrefix.size()), definition});
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
        add("a tier", schema_of_tier(catalog_, tier_));
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

    /// An own quantity may be changed too, and an object or a tier by its name, which only the file knows.
    [[nodiscard]] Datum scenario() const {
        Datum::Array changed{reference("a value"), reference("changes of a part")};
        return schema("object", {{"properties", {properties_of(top_)}},
                                 {"patternProperties", {dotted()}},
                                 {"additionalProperties", {Datum::Object{{"anyOf", {std::move(changed)}}}}}});
    }

    const Catalog& catalog_;
    Datum::Object definitions_;
    std::vector<SchemaKey> top_;
    std::vector<SchemaKey> object_;
    std::vector<SchemaKey> tier_;
};

}  // namespace

Datum schema_of_workloads(const Catalog& catalog) { return WorkloadSchema(catalog).write(); }

}  // namespace bote
