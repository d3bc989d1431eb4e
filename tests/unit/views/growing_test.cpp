#include "views/growing.hpp"

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::growing_test {

TEST_CASE("a rate that follows from the growth is given for the horizon, and was smaller at launch") {
    const Estimate estimate = estimate_of("growth: 100%\nhorizon: 2 years\npeak_write_qps: 4k/s\n");
    const auto rates = rates_given_for_horizon(estimate);
    REQUIRE(rates.size() == 1);
    CHECK(estimate.model.quantities[rates[0].rate].name == "peak_write_qps");
    CHECK(estimate.model.quantities[rates[0].growth_factor].name == "growth_factor");
    CHECK(rates[0].at_launch == near(1000));  // doubled twice
}

TEST_CASE("writes are given for launch, and what does not grow is the same at both") {
    CHECK(rates_given_for_horizon(estimate_of("growth: 100%\nhorizon: 2 years\nwrites: 1M/day\n")).empty());
    CHECK(rates_given_for_horizon(estimate_of("growth: 100%\nhorizon: 2 years\nobject_size: 1 KB\n")).empty());
}

}  // namespace bote::test::growing_test
