#pragma once
// The tree of a YAML text as a workload, key by key. Mistakes of shape are collected in it.

#include <span>
#include <string_view>

#include "bote/model/workload.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {

/// The keys of the top level that are no quantities: `name`, `objects`, `expect`, ...
std::span<const std::string_view> section_keys();
bool is_section(std::string_view key);

void load_sections(YamlNode& root, Workload& workload);

/// Settings and definitions alone.
void load_settings_into(YamlNode& root, Workload& workload);

}  // namespace bote
