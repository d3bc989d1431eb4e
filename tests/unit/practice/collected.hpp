#pragma once
// The slips that a collector finds for a quantity of a workload, looked up by what is said of them.
//
//   const Collected storage(kLinks, "storage", collect_factors);
//   CHECK(storage.ratio("left out the replication of 3") == near(1 / 3.0));

#include <algorithm>
#include <cmath>
#include <string>

#include "model/sample.hpp"
#include "practice/collect.hpp"

namespace bote::test {

struct Collected {
    Collected(std::string_view yaml, std::string_view quantity, void (*collect)(Collector&))
        : estimate(estimate_of(std::string(yaml))), collector(estimate.model, estimate.model.find(quantity).value()) {
        collect(collector);
    }
    Collected(const Collected&) = delete;
    Collected& operator=(const Collected&) = delete;

    [[nodiscard]] const Slip* find(std::string_view what) const {
        const auto found = std::find_if(collector.slips.begin(), collector.slips.end(),
                                        [&](const Slip& each) { return each.what == what; });
        return found == collector.slips.end() ? nullptr : &*found;
    }
    /// What the slip makes of the value, as a share of it; NaN where there is no such slip.
    [[nodiscard]] double ratio(std::string_view what) const {
        const Slip* slip = find(what);
        return slip == nullptr ? NAN : slip->ratio;
    }
    [[nodiscard]] SlipKind kind(std::string_view what) const {
        const Slip* slip = find(what);
        return slip == nullptr ? SlipKind::none : slip->kind;
    }
    /// How many slips are of a kind.
    [[nodiscard]] std::size_t count(SlipKind kind) const {
        return static_cast<std::size_t>(std::count_if(collector.slips.begin(), collector.slips.end(),
                                                      [&](const Slip& each) { return each.kind == kind; }));
    }
    [[nodiscard]] QuantityIndex index(std::string_view name) const { return estimate.model.find(name).value(); }

    Estimate estimate;
    Collector collector;
};

}  // namespace bote::test
