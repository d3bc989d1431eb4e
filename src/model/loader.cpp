#include "loader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/model/asked.hpp"
#include "bote/model/catalog.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongestName = 200;

bool is_section(std::string_view key) {
    constexpr std::string_view kSections[] = {"name",   "description", "source",    "objects",   "tiers",
                                              "define", "expect",      "scenarios", "correlate", "conventions"};
    return std::find(std::begin(kSections), std::end(kSections), key) != std::end(kSections);
}

/// Turns the tree into a workload, key by key.
class Loader {
public:
    Loader(Workload& workload) : out_(workload) {}

    void load(YamlNode& root) {
        if (root.kind == YamlNode::Kind::nothing || (root.kind == YamlNode::Kind::map && root.entries.empty())) {
            return fail(root.text, "the workload is empty", "start with `dau: 100M`, or see `bote new`");
        }
        if (root.kind != YamlNode::Kind::map)
            return fail(root.text, "a workload is a map of `key: value` lines", "write `dau: 100M`");
        out_.settings.reserve(root.entries.size());
        for (auto& entry : root.entries) section(entry);
    }

    void settings(YamlNode& root) {
        for (auto& entry : root.entries) {
            if (entry.key.text == "define") read_own(entry);
            else flatten(entry, {}, std::nullopt, out_.settings);
        }
    }

private:
    void fail(const Text& at, std::string what, std::string hint = "") {
        out_.errors.push_back({at.span, std::move(what), std::move(hint)});
    }

    void section(YamlEntry& entry) {
        const std::string_view key = entry.key.text;
        if (key == "name") return read_name(entry);
        if (key == "description") return read_text(entry, out_.description);
        if (key == "source") return read_text(entry, out_.origin);
        if (key == "objects") return read_objects(entry);
        if (key == "tiers") return read_tiers(entry);
        if (key == "define") return read_own(entry);
        if (key == "expect") return read_expectations(entry);
        if (key == "conventions") return read_conventions(entry);
        if (key == "scenarios") return read_scenarios(entry);
        if (key == "correlate") return read_correlations(entry);
        if (is_tier(key) && entry.value.kind == YamlNode::Kind::scalar)
            return out_.titles.push_back({std::move(entry.key), std::move(entry.value.text)});
        flatten(entry, {}, std::nullopt, out_.settings);
    }

    /// One that every workload has.
    static bool is_tier(std::string_view name) {
        const auto tiers = built_in_catalog().page.tiers;
        return std::any_of(tiers.begin(), tiers.end(), [&](const Tier& tier) { return tier.name == name; });
    }

    static std::string_view kind_of(const YamlNode& node) {
        switch (node.kind) {
            case YamlNode::Kind::nothing: return "nothing";
            case YamlNode::Kind::scalar: return "a value";
            case YamlNode::Kind::list: return "a list";
            case YamlNode::Kind::map: return "a map";
        }
        return "";
    }

    /// False, with an error, where the value is not of the kind that the key takes.
    bool expect_kind(const YamlEntry& entry, YamlNode::Kind kind, std::string_view wanted, std::string hint) {
        if (entry.value.kind == kind) return true;
        if (entry.value.kind == YamlNode::Kind::nothing) {
            if (const auto colon = entry.key.text.find(':');
                colon != std::string::npos && colon > 0 && entry.key.text.find(',') == std::string::npos) {
                const auto key = trim(std::string_view(entry.key.text).substr(0, colon));
                const auto value = trim(std::string_view(entry.key.text).substr(colon + 1));
                fail(Text{"", entry.key.part(colon, colon + 1), false, ""},
                     "a colon behind a key has a blank behind it", fmt::format("write `{}: {}`", key, value));
                return false;
            }
            // In braces a comma or a missing blank leaves a key without its value.
            if (entry.value.flow || entry.key.text.find_first_of(":,") != std::string::npos)
                hint = "quote values that hold a comma";
            fail(entry.key, fmt::format("'{}' has no value", entry.key.text), std::move(hint));
        } else {
            const Text& at = entry.value.kind == YamlNode::Kind::scalar ? entry.value.text : entry.key;
            fail(at, fmt::format("'{}' takes {}, not {}", entry.key.text, wanted, kind_of(entry.value)),
                 std::move(hint));
        }
        return false;
    }

    void read_text(const YamlEntry& entry, std::string& into) {
        if (expect_kind(entry, YamlNode::Kind::scalar, "a text", "")) into = std::string(trim(entry.value.text.text));
    }

    void read_name(const YamlEntry& entry) {
        if (!expect_kind(entry, YamlNode::Kind::scalar, "a text", "")) return;
        const auto name = trim(entry.value.text.text);
        if (name.empty()) return fail(entry.key, "the name is blank");
        if (name.find('\n') != std::string_view::npos) return fail(entry.value.text, "the name is one line");
        if (name.size() > kLongestName) return fail(entry.value.text, "the name is longer than 200 bytes");
        out_.name = std::string(name);
    }

    void read_objects(YamlEntry& entry) {
        if (!expect_kind(entry, YamlNode::Kind::map, "a map of objects",
                         "write `objects:`, then `tweet:` below it, indented"))
            return;
        if (entry.value.entries.empty())
            return fail(entry.key, "'objects' has no objects", "name one, or write its quantities at the top level");
        out_.has_objects = true;
        for (auto& object : entry.value.entries) {
            if (!expect_kind(object, YamlNode::Kind::map, "a map of quantities",
                             "write `writes: 100M/day` below it, indented"))
                continue;
            if (object.value.entries.empty())
                fail(object.key, fmt::format("the object '{}' is empty", object.key.text), "");
            ObjectSection section{object.key, {}};
            for (auto& each : object.value.entries) read_object_entry(object.key, each, section);
            out_.objects.push_back(std::move(section));
        }
    }

    void read_object_entry(const Text& object, YamlEntry& entry, ObjectSection& into) {
        if (is_section(entry.key.text)) {
            return fail(
                entry.key,
                fmt::format("'{}' belongs to the top level, not into the object '{}'", entry.key.text, object.text),
                "");
        }
        flatten(entry, {}, std::nullopt, into.settings);
    }

    void read_tiers(YamlEntry& entry) {
        const std::string hint = "write `tiers:`, then `gateway: {load: qps}` below it";
        if (!expect_kind(entry, YamlNode::Kind::map, "a map of tiers", hint)) return;
        if (entry.value.entries.empty()) return fail(entry.key, "'tiers' has no tiers", "remove it");
        for (auto& tier : entry.value.entries) {
            TierSection section;
            section.name = tier.key;
            if (tier.value.kind != YamlNode::Kind::nothing) {  // a box of which nothing is known yet
                if (!expect_kind(tier, YamlNode::Kind::map, "a map of quantities", hint)) continue;
                for (auto& each : tier.value.entries) read_tier_entry(each, section);
            }
            out_.tiers.push_back(std::move(section));
        }
    }

    void read_tier_entry(YamlEntry& entry, TierSection& into) {
        const std::string_view key = entry.key.text;
        if (key == "stores") return read_names(entry, "objects", "`stores: [image, video]`", into.stores);
        if (key == "after") return read_names(entry, "tiers", "`after: gateway`", into.after);
        if (key != "kind" && key != "title") return flatten(entry, {}, std::nullopt, into.settings);
        if (!expect_kind(entry, YamlNode::Kind::scalar, "a name", "")) return;
        (key == "kind" ? into.kind : into.title) = entry.value.text;
    }

    /// `stores: image` or `stores: [image, video]`.
    void read_names(YamlEntry& entry, std::string_view things, std::string_view example, std::vector<Text>& into) {
        if (entry.value.kind == YamlNode::Kind::scalar) return into.push_back(entry.value.text);
        const std::string hint = fmt::format("write {}", example);
        if (!expect_kind(entry, YamlNode::Kind::list, fmt::format("a list of {}", things), hint)) return;
        for (auto& item : entry.value.items) {
            if (item.kind == YamlNode::Kind::scalar) into.push_back(item.text);
            else fail(entry.key, fmt::format("'{}' takes a list of {}", entry.key.text, things), hint);
        }
    }

    void read_own(YamlEntry& entry) {
        if (!expect_kind(entry, YamlNode::Kind::map, "a map of own quantities",
                         "write `define:`, then `name: formula` below it, indented"))
            return;
        if (entry.value.entries.empty()) fail(entry.key, "'define' defines nothing", "remove it");
        for (auto& each : entry.value.entries) {
            if (!expect_kind(each, YamlNode::Kind::scalar, "a formula", "")) continue;
            OwnQuantity own = split_definition(each.key, out_.errors);
            own.value = std::move(each.value.text);
            own.value.subject = own.name.text;
            out_.own.push_back(std::move(own));
        }
    }

    void read_expectations(YamlEntry& entry) {
        if (!expect_kind(entry, YamlNode::Kind::list, "a list", "write `expect:`, then `- storage <= 5 PB` below it"))
            return;
        out_.expectations.reserve(entry.value.items.size());
        for (auto& item : entry.value.items) {
            if (item.kind == YamlNode::Kind::scalar) {
                out_.expectations.push_back(std::move(item.text));
            } else {
                fail(item.text.span.begin == item.text.span.end && item.kind == YamlNode::Kind::nothing ? entry.key
                                                                                                        : item.text,
                     "an expectation is a comparison", "write `- storage <= 5 PB`; in quotes where it holds `: `");
            }
        }
    }

    void read_correlations(const YamlEntry& entry) {
        constexpr std::string_view kWith = " with ";
        const std::string hint = "write `correlate:`, then `dau with reads_per_user: 0.7` below it";
        if (!expect_kind(entry, YamlNode::Kind::map, "a map of pairs", hint)) return;
        if (entry.value.entries.empty()) return fail(entry.key, "'correlate' has no pairs", "remove it");
        for (const auto& each : entry.value.entries) {
            if (!expect_kind(each, YamlNode::Kind::scalar, "a number from -1 to 1", hint)) continue;
            const std::string_view key = each.key.text;
            const auto with = key.find(kWith);
            if (with == std::string_view::npos) {
                fail(each.key, fmt::format("'{}' does not name two quantities", show_in_line(key)), hint);
                continue;
            }
            const auto part = [&](std::size_t begin, std::size_t end) {
                const auto text = trim(key.substr(begin, end - begin));
                return Text{std::string(text), each.key.part(begin, end), false, ""};
            };
            Correlation pair{part(0, with), part(with + kWith.size(), key.size()), each.value.text};
            pair.value.subject = std::string(key);
            out_.correlations.push_back(std::move(pair));
        }
    }

    void read_scenarios(YamlEntry& entry) {
        const std::string_view wanted = "a map of sets of changes";
        if (!expect_kind(entry, YamlNode::Kind::map, wanted,
                         "write `scenarios:`, then `sale: {peak_factor: 10}` below it"))
            return;
        if (entry.value.entries.empty()) return fail(entry.key, "'scenarios' has none", "remove it");
        for (auto& each : entry.value.entries) {
            const auto name = trim(each.key.text);
            if (name.empty() || name.size() > kLongestName || name.find('\n') != std::string_view::npos) {
                fail(each.key, "the name of a scenario is one line of at most 200 bytes");
                continue;
            }
            if (!expect_kind(each, YamlNode::Kind::map, "a map of changes", "write `{}` for none")) continue;
            Scenario scenario{each.key, {}};
            scenario.name.text = std::string(name);
            for (auto& change : each.value.entries) {
                flatten(change, {}, std::nullopt, scenario.settings);
            }
            for (auto& setting : scenario.settings) setting.layer = Layer::option;
            out_.scenarios.push_back(std::move(scenario));
        }
    }

    void read_conventions(YamlEntry& entry) {
        if (!expect_kind(entry, YamlNode::Kind::map, "a map", "write `conventions: {day: 100000 s}`")) return;
        if (entry.value.entries.empty()) fail(entry.key, "'conventions' is empty", "remove it");
        for (auto& each : entry.value.entries) flatten(each, {}, std::nullopt, out_.conventions);
    }

    /// Nested maps join with dots.
    void flatten(YamlEntry& entry, const std::string& prefix, const std::optional<Text>& group,
                 std::vector<Setting>& into) {
        if (entry.value.kind == YamlNode::Kind::map) {
            const std::string path = prefix.empty() ? entry.key.text : prefix + "." + entry.key.text;
            if (entry.value.entries.empty()) return fail(entry.key, fmt::format("'{}' has no value", path));
            for (auto& each : entry.value.entries) flatten(each, path, group ? group : entry.key, into);
            return;
        }
        if (!expect_kind(entry, YamlNode::Kind::scalar, "a value", "")) return;
        Text key = std::move(entry.key);
        if (!prefix.empty()) key.text.insert(0, prefix + ".");
        if (group) key.exact = false;
        Text value = std::move(entry.value.text);
        value.subject = key.text;
        into.push_back({std::move(key), group, std::move(value), Layer::file});
    }

    Workload& out_;
};

}  // namespace

void load_sections(YamlNode& root, Workload& workload) { Loader(workload).load(root); }

void load_settings_into(YamlNode& root, Workload& workload) { Loader(workload).settings(root); }

}  // namespace bote
