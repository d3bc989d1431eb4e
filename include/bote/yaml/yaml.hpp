#pragma once
// Text -> tree, strictly: what YAML lets through silently (a second document, an unclosed quote, aliases, tags, control
// characters) is an error with its place. Duplicate keys are left to remove_repeated().
//
//   YamlNode root = read_yaml(make_source("twitter.yaml", text));
//   root.entries.front().key.text            // "name"

#include <cstddef>
#include <string>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/formula/expression.hpp"

namespace bote {

struct YamlEntry;

struct YamlNode {
    enum class Kind { nothing, scalar, list, map };
    Kind kind = Kind::nothing;
    Text text;  // scalar: its text; others: where they begin
    std::vector<YamlNode> items;
    std::vector<YamlEntry> entries;
    bool flow = false;  // written in braces or brackets
};

struct YamlEntry {
    Text key;
    YamlNode value;
};

inline constexpr std::size_t kLargestFile = std::size_t{256} * 1024;
inline constexpr int kDeepestYaml = 16;
inline constexpr int kMostNodes = 10'000;

/// Throws InputError. An empty document is a node of the kind `nothing`.
YamlNode read_yaml(const SourcePtr& source);

/// The same without the lines that miss their colon or the blank behind it, whose errors are added to the mistakes.
YamlNode read_yaml(const SourcePtr& source, Errors& mistakes);

/// Removes each key that its map holds already, with an error.
void remove_repeated(YamlNode& node, Errors& errors);

/// Size, encoding and characters of a text from outside, in this order. Throws InputError.
void check_text(const SourcePtr& source);

}  // namespace bote
