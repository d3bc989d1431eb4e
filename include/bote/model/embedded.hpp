#pragma once
// The files that are part of the program: the server profiles and the presets. They are parsed while bote is built;
// their texts stay for what points into them.
//
//   for (const EmbeddedFile& preset : embedded_presets()) list(preset.name);
//   YamlNode root = tree_of(make_source("tinyurl", std::string(preset.text)), preset);

#include <cstdint>
#include <span>
#include <string_view>

#include "bote/formula/expectation.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {

/// A node of the YAML tree, in the order of the text: a map is followed by its keys and values in turn.
struct EmbeddedNode {
    YamlNode::Kind kind;
    bool flow;
    bool exact;
    std::uint32_t begin;  // of its span, in bytes
    std::uint32_t end;
    std::uint32_t children;  // items of a list, entries of a map
    std::string_view text;   // of a scalar
    const Parsed* parsed = nullptr;
};

struct EmbeddedFile {
    std::string_view name;  // the file's stem: "tinyurl"
    std::string_view text;
    std::span<const EmbeddedNode> nodes;
};

/// Each sorted by name.
std::span<const EmbeddedFile> embedded_profiles();
std::span<const EmbeddedFile> embedded_presets();
std::span<const EmbeddedFile> embedded_settings();

/// Null if there is none of that name.
const EmbeddedFile* find_embedded(std::span<const EmbeddedFile> files, std::string_view name);

/// What read_yaml() would make of the file's text.
YamlNode tree_of(const SourcePtr& source, const EmbeddedFile& file);

}  // namespace bote
