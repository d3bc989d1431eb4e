#include "schema_quantities.hpp"

#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "bote/views/common.hpp"
#include "schema_parts.hpp"

namespace bote {
namespace {

/// A value with the dimension of the quantity, as one would write it.
std::string example_of(const Definition& row) {
    if (row.kind != Class::tier && !row.alternatives.empty() && is_default(row.alternatives.back()))
        return std::string(row.alternatives.back().text);
    const Dimension dimension = row.display.dimension;
    if (row.display.numerator == Numerator::share) return "20%";
    if (row.display.numerator == Numerator::ratio) return "10:1";
    const struct {
        std::string_view unit;
        std::string_view text;
    } examples[] = {{"B", "1 KB"},       {"s", "30 days"}, {"/s", "100M/day"},
                    {"B/s", "1 GB/day"}, {"$", "$100"},    {"$/s", "$100/month"},
                    {"$/B", "$0.01/GB"}, {"x", "2"},       {"$/B/s", "$0.02/GB/month"}};
    for (const auto& each : examples) {
        if (parse_display(each.unit)->dimension == dimension) return std::string(each.text);
    }
    return "";
}

std::string hover_of(const Definition& row, std::string_view unit) {
    std::string text(row.meaning);
    text += fmt::format("\n\nUnit: {}", unit.empty() ? "a count" : unit);
    for (const auto& way : row.alternatives) {
        const std::string condition = way.condition.empty() ? "" : fmt::format("{}: ", way.condition);
        text += fmt::format("\n\n{}: {}{}", is_default(way) ? "Default" : "Formula", condition, way.text);
    }
    if (!row.range.empty()) text += fmt::format("\n\nUsual: {}", row.range);
    if (!row.source.empty()) text += fmt::format("\n\nSource: {}", row.source);
    if (const auto example = example_of(row); !example.empty()) text += fmt::format("\n\nExample: {}", example);
    return text;
}

}  // namespace

Datum schema_of_quantity(const Definition& row, std::string_view name) {
    Datum::Object more{{"title", text_datum(std::string(name))},
                       {"description", text_datum(hover_of(row, row.unit))},
                       {"minLength", number_datum(1)}};
    if (const auto example = example_of(row); !example.empty())
        more.push_back({"examples", {Datum::Array{text_datum(example)}}});
    return schema_of_any({"number", "string"}, std::move(more));
}

Datum::Object properties_of(const std::vector<SchemaKey>& keys) {
    Datum::Object properties;
    std::map<std::string, std::vector<SchemaKey>, std::less<>> groups;
    for (const auto& key : keys) {
        properties.push_back({key.name, reference(key.definition)});
        if (const auto dot = key.name.find('.'); dot != std::string::npos)
            groups[key.name.substr(0, dot)].push_back({key.name.substr(dot + 1), key.definition});
    }
    for (const auto& [name, members] : groups) {
        Datum map = closed_map(properties_of(members), {{"minProperties", number_datum(1)}});
        const auto same = std::find_if(properties.begin(), properties.end(),
                                       [&, &group = name](const Datum::Entry& each) { return each.key == group; });
        if (same == properties.end()) properties.push_back({name, std::move(map)});
        else same->value = {Datum::Object{{"anyOf", {Datum::Array{same->value, std::move(map)}}}}};
    }
    return properties;
}

}  // namespace bote
