#pragma once
// The two sections of a workload that hold boxes with quantities of their own: `objects` and `tiers`.

#include "bote/model/workload.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {

void load_objects(YamlEntry& entry, Workload& workload);
void load_tiers(YamlEntry& entry, Workload& workload);

}  // namespace bote
