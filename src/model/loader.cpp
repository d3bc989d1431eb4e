#include "loader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/model/asked.hpp"
#include "bote/model/catalog.hpp"
#include "key_shapes.hpp"
#include "loader_boxes.hpp"

namespace bote {
namespace {

void load_text(const YamlEntry& entry, Errors& errors, std::string& into) {
    if (KeyShapes(errors).holds(entry, YamlNode::Kind::scalar, "a text")) into = trim(entry.value.text.text);
}

void load_description(YamlEntry& entry, Workload& workload) { load_text(entry, workload.errors, workload.description); }

void load_origin(YamlEntry& entry, Workload& workload) { load_text(entry, workload.errors, workload.origin); }

void load_name(YamlEntry& entry, Workload& workload) {
    if (KeyShapes(workload.errors).holds_name(entry, "name")) workload.name = std::string(trim(entry.value.text.text));
}

void load_own(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    if (!shapes.holds(entry, YamlNode::Kind::map, "a map of own quantities",
                      "write `define:`, then `name: formula` below it, indented"))
        return;
    if (entry.value.entries.empty()) shapes.fail(entry.key, "'define' defines nothing", "remove it");
    for (auto& each : entry.value.entries) {
        if (!shapes.holds(each, YamlNode::Kind::scalar, "a formula")) continue;
        OwnQuantity own = split_definition(each.key, workload.errors);
        own.value = std::move(each.value.text);
        own.value.subject = own.name.text;
        workload.own.push_back(std::move(own));
    }
}

void load_expectations(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    if (!shapes.holds(entry, YamlNode::Kind::list, "a list", "write `expect:`, then `- storage <= 5 PB` below it"))
        return;
    workload.expectations.reserve(entry.value.items.size());
    for (auto& item : entry.value.items) {
        if (item.kind == YamlNode::Kind::scalar) {
            workload.expectations.push_back(std::move(item.text));
        } else {
            shapes.fail(item.text.span.begin == item.text.span.end && item.kind == YamlNode::Kind::nothing ? entry.key
                                                                                                           : item.text,
                        "an expectation is a comparison", "write `- storage <= 5 PB`; in quotes where it holds `: `");
        }
    }
}

void load_correlations(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    constexpr std::string_view kWith = " with ";
    const std::string hint = "write `correlate:`, then `dau with reads_per_user: 0.7` below it";
    if (!shapes.holds(entry, YamlNode::Kind::map, "a map of pairs", hint)) return;
    if (entry.value.entries.empty()) return shapes.fail(entry.key, "'correlate' has no pairs", "remove it");
    for (const auto& each : entry.value.entries) {
        if (!shapes.holds(each, YamlNode::Kind::scalar, "a number from -1 to 1", hint)) continue;
        const std::string_view key = each.key.text;
        const auto with = key.find(kWith);
        if (with == std::string_view::npos) {
            shapes.fail(each.key, fmt::format("'{}' does not name two quantities", show_in_line(key)), hint);
            continue;
        }
        const auto part = [&](std::size_t begin, std::size_t end) {
            const auto text = trim(key.substr(begin, end - begin));
            return Text{std::string(text), each.key.part(begin, end), false, ""};
        };
        Correlation pair{part(0, with), part(with + kWith.size(), key.size()), each.value.text};
        pair.value.subject = std::string(key);
        workload.correlations.push_back(std::move(pair));
    }
}

void load_scenarios(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    const std::string_view wanted = "a map of sets of changes";
    if (!shapes.holds(entry, YamlNode::Kind::map, wanted,
                      "write `scenarios:`, then `sale: {peak_factor: 10}` below it"))
        return;
    if (entry.value.entries.empty()) return shapes.fail(entry.key, "'scenarios' has none", "remove it");
    for (auto& each : entry.value.entries) {
        const auto name = trim(each.key.text);
        if (const auto fault = fault_of_name(name); !fault.empty()) {
            shapes.fail(each.key, fmt::format("the name of a scenario {}", fault));
            continue;
        }
        if (!shapes.holds(each, YamlNode::Kind::map, "a map of changes", "write `{}` for none")) continue;
        Scenario scenario{each.key, {}};
        scenario.name.text = std::string(name);
        for (auto& change : each.value.entries) {
            shapes.add_settings(change, scenario.settings);
        }
        for (auto& setting : scenario.settings) setting.layer = Layer::option;
        workload.scenarios.push_back(std::move(scenario));
    }
}

void load_conventions(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    if (!shapes.holds(entry, YamlNode::Kind::map, "a map", "write `conventions: {day: 100000 s}`")) return;
    if (entry.value.entries.empty()) shapes.fail(entry.key, "'conventions' is empty", "remove it");
    for (auto& each : entry.value.entries) shapes.add_settings(each, workload.conventions);
}

struct Section {
    std::string_view key;
    void (*load)(YamlEntry&, Workload&);
};
constexpr Section kSections[] = {{"name", load_name},
                                 {"description", load_description},
                                 {"source", load_origin},
                                 {"objects", load_objects},
                                 {"tiers", load_tiers},
                                 {"define", load_own},
                                 {"expect", load_expectations},
                                 {"scenarios", load_scenarios},
                                 {"correlate", load_correlations},
                                 {"conventions", load_conventions}};

constexpr auto kSectionKeys = [] {
    std::array<std::string_view, std::size(kSections)> keys;
    std::transform(std::begin(kSections), std::end(kSections), keys.begin(),
                   [](const Section& each) { return each.key; });
    return keys;
}();

const Section* find_section(std::string_view key) {
    const auto* row =
        std::find_if(std::begin(kSections), std::end(kSections), [&](const Section& each) { return each.key == key; });
    return row == std::end(kSections) ? nullptr : row;
}

/// One that every workload has.
bool is_built_in_tier(std::string_view name) {
    const auto tiers = built_in_catalog().page.tiers;
    return std::any_of(tiers.begin(), tiers.end(), [&](const Tier& tier) { return tier.name == name; });
}

void load_entry(YamlEntry& entry, Workload& workload) {
    if (const Section* section = find_section(entry.key.text)) return section->load(entry, workload);
    KeyShapes shapes(workload.errors);
    if (entry.value.kind == YamlNode::Kind::scalar && is_built_in_tier(entry.key.text)) {
        if (shapes.holds_name(entry, "title"))
            workload.titles.push_back({std::move(entry.key), std::move(entry.value.text)});
        return;
    }
    shapes.add_settings(entry, workload.settings);
}

}  // namespace

std::span<const std::string_view> section_keys() { return kSectionKeys; }

bool is_section(std::string_view key) { return find_section(key) != nullptr; }

void load_sections(YamlNode& root, Workload& workload) {
    KeyShapes shapes(workload.errors);
    if (root.kind == YamlNode::Kind::nothing || (root.kind == YamlNode::Kind::map && root.entries.empty()))
        return shapes.fail(root.text, "the workload is empty", "start with `dau: 100M`, or see `bote new`");
    if (root.kind != YamlNode::Kind::map)
        return shapes.fail(root.text, "a workload is a map of `key: value` lines", "write `dau: 100M`");
    workload.settings.reserve(root.entries.size());
    for (auto& entry : root.entries) load_entry(entry, workload);
}

void load_settings_into(YamlNode& root, Workload& workload) {
    for (auto& entry : root.entries) {
        if (entry.key.text == "define") load_own(entry, workload);
        else KeyShapes(workload.errors).add_settings(entry, workload.settings);
    }
}

}  // namespace bote
