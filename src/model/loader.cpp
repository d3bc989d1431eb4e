#include "loader.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
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

bool compares(std::string_view claim) {
    constexpr std::string_view kSigns[] = {"<", ">", "=", "~", "\u2264", "\u2265"};
    return std::any_of(std::begin(kSigns), std::end(kSigns),
                       [&](std::string_view sign) { return claim.find(sign) != claim.npos; });
}

/// `[qps == 1,000/s]` comes in two parts, of which one compares nothing; of `[qps > 5/s, 100 < dau]` both do.
bool is_cut_in_number(const std::vector<Text>& before, const YamlNode& item) {
    return item.kind == YamlNode::Kind::scalar && !before.empty() && is_rest_of_number(item.text.text) &&
           !(compares(before.back().text) && compares(item.text.text));
}

void load_expectations(YamlEntry& entry, Workload& workload) {
    KeyShapes shapes(workload.errors);
    if (!shapes.holds(entry, YamlNode::Kind::list, "a list", "write `expect:`, then `- storage <= 5 PB` below it"))
        return;
    workload.expectations.reserve(entry.value.items.size());
    for (auto& item : entry.value.items) {
        if (entry.value.flow && is_cut_in_number(workload.expectations, item)) {
            workload.expectations.pop_back();
            shapes.fail(item.text, "a number has no commas",
                        "in brackets a comma ends the claim: write the number without");
        } else if (item.kind == YamlNode::Kind::scalar) {
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

bool is_quoted(const Text& value) {
    const std::string_view text = value.span.source->text;
    const auto is_quote = [&](std::size_t at) { return at < text.size() && (text[at] == '"' || text[at] == '\''); };
    return is_quote(value.span.begin) || (value.span.begin > 0 && is_quote(value.span.begin - 1));
}

/// What a title says that is the size of a tier: "500 GB", "20 servers", "50k/s".
Hint hint_for_size(std::string_view tier, const std::string& title) {
    struct SizeKey {
        std::string_view tier;
        Dimension dimension;
        std::string_view key;
    };
    constexpr SizeKey kKeys[] = {
        {"app", kCount, "app.servers"},           {"app", kCount / kSecond, "app.rps"},
        {"cache", kByte, "cache_memory"},         {"cache", kCount, "cache.servers"},
        {"cache", kCount / kSecond, "cache.rps"}, {"database", kByte, "storage"},
        {"database", kCount, "database.servers"}, {"database", kCount / kSecond, "database.iops"}};
    constexpr std::string_view kQuoted = "a title that starts with a number goes in quotes";
    const Text text{title, {}, false, ""};
    try {
        Expression tree = parse_formula(text, {});
        if (has_names(tree)) return {};
        const Dimension dimension = resolve_units(text, tree, {}, std::nullopt);
        if (tree.nodes().back().written == Written::percent)
            return tier == "cache" ? fmt::format("write `hit_ratio: {}`; {}", title, kQuoted) : std::string(kQuoted);
        for (const SizeKey& each : kKeys) {
            if (each.tier == tier && each.dimension == dimension)
                return fmt::format("write `{}: {}`; {}", each.key, title, kQuoted);
        }
        return std::string(kQuoted);
    } catch (const InputError&) {
        return {};
    }
}

/// `cache: no` and `cache: 500 GB` are no titles. False, with an error, for those.
bool is_title(const YamlEntry& entry, KeyShapes& shapes) {
    const Text& value = entry.value.text;
    if (is_quoted(value)) return true;
    const std::string_view tier = entry.key.text;
    const std::string title(trim(value.text));
    const std::string word = lower_case(title);
    constexpr std::string_view kNo[] = {"no", "false", "off", "0", "n", "none", "null", "nil", "without"};
    constexpr std::string_view kYes[] = {"yes", "true", "on", "1", "y"};
    if (title != kLeftOut && std::find(std::begin(kNo), std::end(kNo), word) != std::end(kNo)) {
        shapes.fail(value, fmt::format("'{}' is no title of '{}'", title, tier),
                    with_edit(fmt::format("write `{}: none` to leave it out", tier), title, "none"));
        return false;
    }
    if (std::find(std::begin(kYes), std::end(kYes), word) != std::end(kYes)) {
        shapes.fail(value, fmt::format("'{}' is no title of '{}'", title, tier), "remove the line: it is there anyway");
        return false;
    }
    Hint hint = is_digit(word.front()) || word.front() == '$' ? hint_for_size(tier, title) : Hint();
    if (hint.empty()) return true;
    shapes.fail(value, fmt::format("'{}' takes a title, not a value", tier), std::move(hint));
    return false;
}

void load_entry(YamlEntry& entry, Workload& workload) {
    if (const Section* section = find_section(entry.key.text)) return section->load(entry, workload);
    KeyShapes shapes(workload.errors);
    if (entry.value.kind == YamlNode::Kind::scalar && is_built_in_tier(entry.key.text)) {
        if (shapes.holds_name(entry, "title") && is_title(entry, shapes))
            workload.titles.push_back({std::move(entry.key), std::move(entry.value.text)});
        return;
    }
    shapes.add_settings(entry, workload.settings);
}

/// Whether a section of named maps is empty and the first of them follows in its own column.
bool lacks_indent(const std::vector<YamlEntry>& entries, std::size_t i) {
    const std::string_view key = entries[i].key.text;
    const bool holds_maps = key == "objects" || key == "tiers" || key == "scenarios";
    return holds_maps && entries[i].value.kind == YamlNode::Kind::nothing && i + 1 < entries.size() &&
           entries[i + 1].value.kind == YamlNode::Kind::map && !is_section(entries[i + 1].key.text);
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
    for (std::size_t i = 0; i < root.entries.size(); ++i) {
        YamlEntry& entry = root.entries[i];
        if (!lacks_indent(root.entries, i)) {
            load_entry(entry, workload);
            continue;
        }
        const std::string_view next = root.entries[i + 1].key.text;
        shapes.fail(root.entries[i + 1].key, fmt::format("'{}' belongs below '{}'", next, entry.key.text),
                    fmt::format("indent '{}' and the lines below it", next));
        ++i;
    }
}

void load_settings_into(YamlNode& root, Workload& workload) {
    for (auto& entry : root.entries) {
        if (entry.key.text == "define") load_own(entry, workload);
        else KeyShapes(workload.errors).add_settings(entry, workload.settings);
    }
}

}  // namespace bote
