#include "views/front_tiers.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::front_tiers_test {
namespace {

TierKind kind_that_stands(std::string_view where) {
    TierKind kind;
    kind.stands = where;
    return kind;
}

const TierKind kGateway = kind_that_stands("before app");
const TierKind kSockets = kind_that_stands("after clients");
const TierKind kQueue = kind_that_stands("");

using Names = std::vector<std::string>;
using Tiers = std::vector<OwnTier>;

OwnTier tier(const std::string& name, const TierKind* kind, Names after = {}) { return {name, name, kind, after}; }

/// The names of those in front.
Names front_of(const Tiers& tiers) {
    const FrontTiers front(tiers);
    Names names;
    for (std::size_t i = 0; i < tiers.size(); ++i) {
        if (front.is_front(i)) names.push_back(tiers[i].name);
    }
    return names;
}

}  // namespace

TEST_CASE("a tier without a place of its own is in front where its kind is") {
    CHECK(front_of({tier("gate", &kGateway), tier("chat", &kSockets), tier("queue", &kQueue), tier("own", nullptr)}) ==
          Names{"gate", "chat"});
}

TEST_CASE("where the file says what is before a tier, all of that has to be in front, whatever its kind") {
    CHECK(front_of({tier("a", nullptr, {"clients"}), tier("b", nullptr, {"a"}), tier("c", nullptr, {"a", "app"}),
                    tier("d", &kGateway, {"app"}), tier("e", nullptr, {"d"}), tier("f", nullptr, {"b", "clients"})}) ==
          Names{"a", "b", "f"});
    // In any order of the file.
    CHECK(front_of({tier("late", nullptr, {"early"}), tier("early", &kGateway)}) == Names{"late", "early"});
}

TEST_CASE("of several gateways the last ones hand requests on to the application") {
    const Tiers none{tier("chat", &kSockets), tier("own", nullptr, {"clients"}), tier("late", &kGateway, {"app"})};
    CHECK(FrontTiers(none).gateways().empty());
    const Tiers row{tier("inner", &kGateway, {"filter"}), tier("filter", nullptr, {"outer"}), tier("outer", &kGateway),
                    tier("beside", &kGateway)};
    CHECK(FrontTiers(row).gateways() == Names{"inner", "beside"});
    // What stands behind a gateway without being one takes nothing from it.
    const Tiers behind{tier("gate", &kGateway), tier("filter", nullptr, {"gate"})};
    CHECK(FrontTiers(behind).gateways() == Names{"gate"});
}

}  // namespace bote::test::front_tiers_test
