#include "schema_quantities.hpp"

#include <algorithm>
#include <map>

#include "bote/views/common.hpp"
#include "bote/views/definition_text.hpp"
#include "schema_parts.hpp"

namespace bote {
Datum schema_of_quantity(const Definition& row, std::string_view name) {
    Datum::Object more{{"title", text_datum(std::string(name))},
                       {"description", text_datum(definition_text(row))},
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
