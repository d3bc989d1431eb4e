#pragma once
// Which tiers of a file stand in front of the application in a diagram.
//
//   FrontTiers(tiers).is_front(0)      // a load balancer, for one

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/model/model.hpp"

namespace bote {

class FrontTiers {
public:
    explicit FrontTiers(const std::vector<OwnTier>& tiers);

    /// Whether a tier stands between the clients and the application, or beside that: its kind, or each `after`, says
    /// so.
    [[nodiscard]] bool is_front(std::size_t tier) const { return *front_[tier]; }

    /// The last of those that hand all requests on to the application; none where the clients do.
    [[nodiscard]] std::vector<std::string> gateways() const;

private:
    bool find_front(std::size_t tier);
    [[nodiscard]] bool is_gateway(std::size_t tier) const;
    void mark_before(std::size_t tier, std::vector<char>& marked) const;

    const std::vector<OwnTier>& tiers_;
    std::map<std::string_view, std::size_t> index_;
    std::vector<std::optional<bool>> front_;  // each is found once, however many ways lead to it
};

}  // namespace bote
