#pragma once
// The tree of a YAML text as a workload, key by key. Mistakes of shape are collected in it.

#include "bote/model/workload.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {

void load_sections(YamlNode& root, Workload& workload);

/// Settings and definitions alone.
void load_settings_into(YamlNode& root, Workload& workload);

}  // namespace bote
