#include "front_tiers.hpp"

#include <algorithm>

namespace bote {

FrontTiers::FrontTiers(const std::vector<OwnTier>& tiers) : tiers_(tiers), front_(tiers.size()) {
    for (std::size_t i = 0; i < tiers.size(); ++i) index_.emplace(tiers[i].name, i);
    for (std::size_t i = 0; i < tiers.size(); ++i) find_front(i);
}

bool FrontTiers::find_front(std::size_t tier) {
    if (front_[tier]) return *front_[tier];
    const OwnTier& own = tiers_[tier];
    const bool stands = own.kind != nullptr && !own.kind->stands.empty();
    front_[tier] =
        own.after.empty() ? stands : std::all_of(own.after.begin(), own.after.end(), [&](const auto& before) {
            const auto found = index_.find(before);
            return found == index_.end() ? before == kClients : find_front(found->second);
        });
    return *front_[tier];
}

bool FrontTiers::is_gateway(std::size_t tier) const {
    const OwnTier& own = tiers_[tier];
    return own.kind != nullptr && own.kind->stands == "before app" && is_front(tier);
}

/// All that stands before a tier, at once or behind others.
void FrontTiers::mark_before(std::size_t tier, std::vector<char>& marked) const {
    for (const std::string& before : tiers_[tier].after) {
        const auto found = index_.find(before);
        if (found == index_.end() || marked[found->second] != 0) continue;
        marked[found->second] = 1;
        mark_before(found->second, marked);
    }
}

std::vector<std::string> FrontTiers::gateways() const {
    std::vector<char> hands_on_to_another(tiers_.size(), 0);
    for (std::size_t i = 0; i < tiers_.size(); ++i) {
        if (is_gateway(i)) mark_before(i, hands_on_to_another);
    }
    std::vector<std::string> names;
    for (std::size_t i = 0; i < tiers_.size(); ++i) {
        if (is_gateway(i) && hands_on_to_another[i] == 0) names.push_back(tiers_[i].name);
    }
    return names;
}

}  // namespace bote
