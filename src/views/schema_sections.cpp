#include "schema_sections.hpp"

#include <string>
#include <string_view>

#include "bote/views/common.hpp"
#include "schema_parts.hpp"

namespace bote {
namespace {

constexpr std::string_view kName = "^[a-z][a-z0-9_]*$";

/// Text that stands on the page.
Datum words(std::string meaning) {
    return described(schema_of_any({"string", "number", "boolean"}), std::move(meaning));
}

Datum conventions() {
    Datum::Object units;
    for (const std::string_view unit : {"day", "month", "year", "kilo"})
        units.push_back({std::string(unit), reference("a value")});
    return described(closed_map(std::move(units), at_least_one()),
                     "How long a day, a month and a year are; `kilo` is 1000 or 1024.\n\nExample: `day: 100000 s`");
}

}  // namespace

void add_sections(Datum scenario, Datum::Object& top) {
    const auto add = [&](std::string key, Datum what) { top.push_back({std::move(key), std::move(what)}); };
    const auto add_map = [&](std::string key, std::string_view names, Datum value, std::string meaning) {
        add(std::move(key), described(map_of(names, std::move(value), at_least_one()), std::move(meaning)));
    };
    add("name", words("What the workload is called, in one line"));
    add("description", words("What it is about"));
    add("source", words("Where its numbers come from"));
    add_map("objects", kName, reference("an object"),
            "What is written and read, with its quantities.\n\nExample: `tweet: {writes: 100M/day}`");
    add_map("tiers", kName, reference("a tier"),
            "Boxes of the diagram.\n\nExample: `gateway: {load: qps, rps: 10k/s}`");
    add_map("define", "^\\s*[a-z][a-z0-9_]*\\s*(\\[[^\\]]*\\]\\s*)?$", reference("a value"),
            "Own quantities, with a unit to show them in.\n\nExample: `images_read [/s]: reads * 3`");
    add("expect", described(schema("array", {{"items", schema("string", {{"pattern", text_datum("[<>=~]")}})}}),
                            "Comparisons that `bote check` tests.\n\nExample: `- storage <= 5 PB`"));
    add_map("scenarios", "\\S", std::move(scenario),
            "Sets of changes, each with its name.\n\nExample: `sale: {peak_factor: 10}`");
    add_map("correlate", "\\S +with +\\S", reference("a value"),
            "Ranges that move together, from -1 to 1.\n\nExample: `dau with reads_per_user: 0.7`");
    add("conventions", conventions());
}

}  // namespace bote
