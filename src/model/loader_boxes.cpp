#include "loader_boxes.hpp"

#include <utility>

#include <fmt/format.h>

#include "bote/model/catalog.hpp"
#include "key_shapes.hpp"
#include "loader.hpp"

namespace bote {
namespace {

void load_object_entry(const Text& object, YamlEntry& entry, KeyShapes& shapes, ObjectSection& into) {
    if (!is_section(entry.key.text)) return shapes.add_settings(entry, into.settings);
    shapes.fail(entry.key,
                fmt::format("'{}' belongs to the top level, not into the object '{}'", entry.key.text, object.text));
}

/// The names of `stores: image` or `stores: [image, video]`, which are of `things`: "objects".
void load_names(YamlEntry& entry, KeyShapes& shapes, std::string_view things, std::vector<Text>& into) {
    if (entry.value.kind == YamlNode::Kind::scalar) return into.push_back(entry.value.text);
    const std::string hint =
        fmt::format("write {}", things == "objects" ? "`stores: [image, video]`" : "`after: gateway`");
    if (!shapes.holds(entry, YamlNode::Kind::list, fmt::format("a list of {}", things), hint)) return;
    for (auto& item : entry.value.items) {
        if (item.kind == YamlNode::Kind::scalar) into.push_back(item.text);
        else shapes.fail(entry.key, fmt::format("'{}' takes a list of {}", entry.key.text, things), hint);
    }
}

/// An object without anything, whose quantities stand in its own column below it.
const YamlEntry* find_owner_of_siblings(const std::vector<YamlEntry>& entries) {
    for (std::size_t i = 0; i + 1 < entries.size(); ++i) {
        const YamlEntry& next = entries[i + 1];
        if (entries[i].value.kind == YamlNode::Kind::nothing && next.value.kind == YamlNode::Kind::scalar &&
            built_in_catalog().find(next.key.text))
            return &entries[i];
    }
    return nullptr;
}

void load_tier_entry(YamlEntry& entry, KeyShapes& shapes, TierSection& into) {
    const std::string_view key = entry.key.text;
    if (key == "stores") return load_names(entry, shapes, "objects", into.stores);
    if (key == "after") return load_names(entry, shapes, "tiers", into.after);
    if (key != "kind" && key != "title") return shapes.add_settings(entry, into.settings);
    if (key == "title") {
        if (shapes.holds_name(entry, "title")) into.title = entry.value.text;
    } else if (shapes.holds(entry, YamlNode::Kind::scalar, "a name")) {
        into.kind = entry.value.text;
    }
}

}  // namespace

void load_objects(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    if (!shapes.holds(entry, YamlNode::Kind::map, "a map of objects",
                      "write `objects:`, then `tweet:` below it, indented"))
        return;
    if (entry.value.entries.empty())
        return shapes.fail(entry.key, "'objects' has no objects", "name one, or write its quantities at the top level");
    workload.has_objects = true;
    if (const YamlEntry* owner = find_owner_of_siblings(entry.value.entries))
        return shapes.fail(owner->key, fmt::format("what belongs to '{}' is not indented", owner->key.text),
                           fmt::format("indent the lines below `{}:`", owner->key.text));
    for (auto& object : entry.value.entries) {
        if (!shapes.holds(object, YamlNode::Kind::map, "a map of quantities",
                          "write `writes: 100M/day` below it, indented"))
            continue;
        if (object.value.entries.empty())
            shapes.fail(object.key, fmt::format("the object '{}' is empty", object.key.text));
        ObjectSection section{object.key, {}};
        for (auto& each : object.value.entries) load_object_entry(object.key, each, shapes, section);
        workload.objects.push_back(std::move(section));
    }
}

void load_tiers(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    const std::string hint = "write `tiers:`, then `gateway: {load: qps}` below it";
    if (!shapes.holds(entry, YamlNode::Kind::map, "a map of tiers", hint)) return;
    if (entry.value.entries.empty()) return shapes.fail(entry.key, "'tiers' has no tiers", "remove it");
    for (auto& tier : entry.value.entries) {
        TierSection section;
        section.name = tier.key;
        if (tier.value.kind != YamlNode::Kind::nothing) {  // a box of which nothing is known yet
            if (!shapes.holds(tier, YamlNode::Kind::map, "a map of quantities", hint)) continue;
            for (auto& each : tier.value.entries) load_tier_entry(each, shapes, section);
        }
        workload.tiers.push_back(std::move(section));
    }
}

}  // namespace bote
