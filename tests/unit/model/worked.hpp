#pragma once
// Small workloads with values worked out by hand.
//
//   hold({{"writes: 1/s\nobject_size: 1 KB\n", {{"ingress", 1000}}}});

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test {

inline constexpr double kDay = 86'400;
inline constexpr double kMonth = 30 * kDay;
inline constexpr double kBill = 365 * kDay / 12;  // a month beside money
inline constexpr double kYear = 365 * kDay;

struct Worked {
    std::string quantity;
    double value;
};

struct Case {
    std::string yaml;
    std::vector<Worked> values;
};

inline void hold(const std::vector<Case>& cases) {
    for (const auto& each : cases) {
        CAPTURE(each.yaml);
        const auto estimate = estimate_of(each.yaml);
        for (const auto& worked : each.values) {
            CAPTURE(worked.quantity);
            CHECK(value(estimate, worked.quantity) == near(worked.value, 1e-9));
        }
    }
}

}  // namespace bote::test
