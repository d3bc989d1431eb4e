#include "diagram_places.hpp"

#include <algorithm>

namespace bote {
namespace {

const OwnTier* find_tier(const std::vector<OwnTier>& tiers, std::string_view name) {
    const auto found = std::find_if(tiers.begin(), tiers.end(), [&](const OwnTier& each) { return each.name == name; });
    return found == tiers.end() ? nullptr : &*found;
}

/// At once, or behind others that do.
bool stands_behind(const std::vector<OwnTier>& tiers, const OwnTier& tier, std::string_view name) {
    return std::any_of(tier.after.begin(), tier.after.end(), [&](const std::string& before) {
        const OwnTier* other = find_tier(tiers, before);
        return before == name || (other != nullptr && stands_behind(tiers, *other, name));
    });
}

bool is_gateway(const std::vector<OwnTier>& tiers, const OwnTier& tier) {
    return tier.kind != nullptr && tier.kind->stands == "before app" && is_front(tiers, tier);
}

}  // namespace

bool is_front(const std::vector<OwnTier>& tiers, const OwnTier& tier) {
    if (tier.after.empty()) return tier.kind != nullptr && !tier.kind->stands.empty();
    return std::all_of(tier.after.begin(), tier.after.end(), [&](const std::string& before) {
        const OwnTier* other = find_tier(tiers, before);
        return other == nullptr ? before == kClients : is_front(tiers, *other);
    });
}

std::vector<std::string> gateways(const std::vector<OwnTier>& tiers) {
    std::vector<std::string> names;
    for (const OwnTier& tier : tiers) {
        const auto follows = [&](const OwnTier& other) {
            return is_gateway(tiers, other) && stands_behind(tiers, other, tier.name);
        };
        if (is_gateway(tiers, tier) && std::none_of(tiers.begin(), tiers.end(), follows)) names.push_back(tier.name);
    }
    return names;
}

}  // namespace bote
