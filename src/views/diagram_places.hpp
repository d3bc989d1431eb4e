#pragma once
// Where the tiers of a file stand in a diagram.
//
//   is_front(tiers, tiers[0])      // a load balancer, for one

#include <string>
#include <string_view>
#include <vector>

#include "bote/model/model.hpp"

namespace bote {

inline constexpr std::string_view kClients = "clients";

/// Whether a tier stands between the clients and the application, or beside that: its kind, or each `after`, says so.
bool is_front(const std::vector<OwnTier>& tiers, const OwnTier& tier);

/// The last of those that hand all requests on to the application; none where the clients do.
std::vector<std::string> gateways(const std::vector<OwnTier>& tiers);

}  // namespace bote
