#include "bote/model/failure.hpp"

#include <algorithm>
#include <iterator>

namespace bote {
namespace {

constexpr Failure kFailures[] = {
    {"zone-down", "{zones_down} of {zones} zones gone with the machines there; the others carry the same load",
     "zones_down=1", "zones=3"},
    {"server-down", "{servers_down} of each tier's machines gone; the others carry the same load", "servers_down=1"},
    {"cold-cache", "the cache is empty: all reads reach the database", "hit_ratio=0%"},
    {"10x", "ten times the users, rates and loads on the machines that were planned", "", "", "10"},
    {"region-loss", "{regions_down} of {regions} regions gone with the machines there; the others carry their load",
     "regions_down=1", "regions=2"},
};

}  // namespace

std::span<const Failure> all_failures() { return kFailures; }

const Failure* find_failure(std::string_view name) {
    const auto* const found = std::find_if(std::begin(kFailures), std::end(kFailures),
                                           [&](const Failure& each) { return each.name == name; });
    return found == std::end(kFailures) ? nullptr : found;
}

}  // namespace bote
