#include "key_shapes.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/base/index.hpp"
#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/base/utf8.hpp"
#include "bote/model/catalog.hpp"

namespace bote {
namespace {

std::string_view kind_in_words(YamlNode::Kind kind) {
    switch (kind) {
        case YamlNode::Kind::nothing: return "nothing";
        case YamlNode::Kind::scalar: return "a value";
        case YamlNode::Kind::list: return "a list";
        case YamlNode::Kind::map: return "a map";
    }
    return "";
}

/// A character of a key that looks like none or like another one, as an error; names are plain letters.
bool has_odd_character(const Text& key, Errors& errors) {
    const auto odd = std::find_if(key.text.begin(), key.text.end(), [](char c) { return (c & 0x80) != 0; });
    if (odd == key.text.end()) return false;
    const auto at = position_of(odd, key.text);
    const Character character = character_at(key.text, at);
    const bool unseen = cluster_at(key.text, at).width == 0;
    errors.push_back({key.part(at, at + character.length),
                      fmt::format("'{}' holds {}", show_in_line(key.text), name_of_character(character.code)),
                      unseen ? "remove it" : "names are written with plain letters, digits and underscores"});
    return true;
}

/// What holds a list is a section; `expct` is none.
Hint hint_for_list(std::string_view key) {
    const auto sections = section_keys();
    if (std::find(sections.begin(), sections.end(), key) != sections.end())
        return fmt::format("'{}' belongs to the top level", key);
    const auto near = closest(key, {sections.begin(), sections.end()});
    return near ? did_you_mean(key, *near) : Hint();
}

}  // namespace

bool is_rest_of_number(std::string_view text) {
    constexpr std::size_t kGroup = 3;
    const auto end = std::min(text.find_first_not_of("0123456789"), text.size());
    return end == kGroup;
}

void KeyShapes::fail(const Text& at, std::string what, Hint hint) {
    errors_.push_back({at.span, std::move(what), std::move(hint)});
}

bool KeyShapes::holds(const YamlEntry& entry, YamlNode::Kind kind, std::string_view wanted, Hint hint) {
    if (entry.value.kind == kind) return true;
    if (entry.value.kind == YamlNode::Kind::nothing) {
        refuse_nothing(entry, std::move(hint));
        return false;
    }
    const Text& at = entry.value.kind == YamlNode::Kind::scalar ? entry.value.text : entry.key;
    fail(at, fmt::format("'{}' takes {}, not {}", entry.key.text, wanted, kind_in_words(entry.value.kind)),
         std::move(hint));
    return false;
}

bool KeyShapes::holds_name(const YamlEntry& entry, std::string_view what) {
    if (!holds(entry, YamlNode::Kind::scalar, "a text")) return false;
    const auto name = trim(entry.value.text.text);
    const auto fault = fault_of_name(name);
    if (!fault.empty()) fail(name.empty() ? entry.key : entry.value.text, fmt::format("the {} {}", what, fault));
    return fault.empty();
}

/// `dau:100M` is a key without a value to YAML, and so is `dau 100M` in braces.
void KeyShapes::refuse_nothing(const YamlEntry& entry, Hint hint) {
    const std::string_view key = entry.key.text;
    const auto blank = key.find(' ');
    const bool is_name =
        blank != key.npos && std::all_of(key.begin(), key.begin() + static_cast<std::ptrdiff_t>(blank),
                                         [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.'; });
    if (is_name && is_letter(key.front()) && key.find_first_of(":,") == key.npos) {
        return fail(Text{"", entry.key.part(blank, blank + 1), false, ""}, "a key has a colon behind it",
                    fmt::format("write `{}: {}`", key.substr(0, blank), trim(key.substr(blank))));
    }
    const auto colon = key.find(':');
    if (colon != key.npos && colon > 0 && key.find(',') == key.npos) {
        return fail(Text{"", entry.key.part(colon, colon + 1), false, ""}, "a colon behind a key has a blank behind it",
                    fmt::format("write `{}: {}`", trim(key.substr(0, colon)), trim(key.substr(colon + 1))));
    }
    // In braces a comma or a missing blank leaves a key without its value.
    const bool begins_with_digit = !key.empty() && key.front() >= '0' && key.front() <= '9';
    if (entry.value.flow && is_rest_of_number(key))
        return fail(entry.key, "a number has no commas", "in braces a comma ends the value: write the number without");
    if ((entry.value.flow && begins_with_digit) || key.find_first_of(":,") != key.npos)
        hint = "quote values that hold a comma";
    fail(entry.key, fmt::format("'{}' has no value", key), std::move(hint));
}

void KeyShapes::flatten(YamlEntry& entry, const std::string& prefix, const std::optional<Text>& group,
                        std::vector<Setting>& into) {
    if (entry.value.kind == YamlNode::Kind::map) {
        const std::string path = prefix.empty() ? entry.key.text : prefix + "." + entry.key.text;
        if (entry.value.entries.empty()) return fail(entry.key, fmt::format("'{}' has no value", path));
        const YamlEntry& first = entry.value.entries.front();
        const bool is_value = entry.value.entries.size() == 1 && first.value.flow &&
                              first.value.kind == YamlNode::Kind::nothing && !first.key.text.empty() &&
                              is_digit(first.key.text.front());
        if (is_value)
            return fail(first.key, "braces hold `key: value`", fmt::format("write `{}: {}`", path, first.key.text));
        for (auto& each : entry.value.entries) flatten(each, path, group ? group : entry.key, into);
        return;
    }
    if (has_odd_character(entry.key, errors_)) return;
    const bool is_list = entry.value.kind == YamlNode::Kind::list;
    const bool is_known = !prefix.empty() || built_in_catalog().find(entry.key.text).has_value();
    if (is_list && !is_known && !is_section(entry.key.text))
        return fail(entry.key, fmt::format("there is no key '{}'", entry.key.text), hint_for_list(entry.key.text));
    if (!holds(entry, YamlNode::Kind::scalar, "a value", is_list ? hint_for_list(entry.key.text) : Hint())) return;
    Text key = std::move(entry.key);
    if (!prefix.empty()) key.text.insert(0, prefix + ".");
    if (group) key.exact = false;
    Text value = std::move(entry.value.text);
    value.subject = key.text;
    into.push_back({std::move(key), group, std::move(value), Layer::file});
}

}  // namespace bote
