// What holds for every tier, of any kind: more of what it has to do needs no fewer machines, its name means nothing,
// where objects live changes nothing of their data, and the compiled program agrees with a naive evaluator.

#include "engine/any_tiers.hpp"

#include <cmath>
#include <regex>
#include <string>
#include <vector>

#include "engine/any_workload.hpp"
#include "engine/naive.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::any_tiers_test {
namespace {

constexpr unsigned kWorkloads = 500;
constexpr double kForgiven = 1e-9;

std::string with_tiers(unsigned seed) {
    return "dau: 3M\nwrites_per_user: 2/day\nreads_per_user: 20/day\nobject_size: 2 KB\nzones: 3\n"
           "server.availability: 99.9%\nprice.server: $100/month\n" +
           AnyTiers(seed).text();
}

bool has_objects_in_tiers(const std::string& yaml) { return yaml.find("stores: ") != std::string::npos; }

}  // namespace

TEST_CASE("the compiled program agrees with a naive evaluator on 500 workloads with tiers by chance") {
    std::size_t compared = 0;
    for (unsigned seed = 0; seed < kWorkloads; ++seed) {
        const std::string yaml = with_tiers(seed);
        CAPTURE(seed, yaml);
        const auto estimate = estimate_of(yaml);
        Naive naive(estimate.model, estimate.model.conventions);
        for (const QuantityIndex i : estimate.model.quantities.indices()) {
            if (estimate.model[i].tier < 0) continue;
            CAPTURE(estimate.model[i].name);
            const auto expected = naive.quantity(i);
            REQUIRE(expected);
            const double actual = estimate.values.quantities[i];
            if (std::abs(actual - *expected) > kForgiven) CHECK(actual == near(*expected, kForgiven));  // log(1)
            ++compared;
        }
    }
    CHECK(compared > 20 * kWorkloads);
}

TEST_CASE("more of any demand of a tier never needs fewer machines") {
    std::size_t grown = 0;
    for (unsigned seed = 0; seed < kWorkloads / 12; ++seed) {
        const AnyTiers tiers(seed);
        CAPTURE(seed, tiers.text());
        const auto before = estimate_of(tiers.text());
        for (std::size_t tier = 0; tier < tiers.tiers().size(); ++tier) {
            for (std::size_t demand = 0; demand < tiers.tiers()[tier].givens.size(); ++demand) {
                for (const double factor : {1.01, 3.0, 40.0}) {
                    const auto more = tiers.grow(tier, demand, factor);
                    const std::string machines = AnyTiers::name(tier) + ".machines";
                    CAPTURE(seed, more.text(), machines, tiers.tiers()[tier].givens[demand].demand.name);
                    if (!before.model.find(machines)) continue;
                    CHECK(value(estimate_of(more.text()), machines) >= value(before, machines));
                    ++grown;
                }
            }
        }
    }
    CHECK(grown > kWorkloads);
}

TEST_CASE("a tier by another name has the same values") {
    for (unsigned seed = 0; seed < kWorkloads / 5; ++seed) {
        const std::string yaml = with_tiers(seed);
        const auto one = estimate_of(yaml);
        const auto other = estimate_of(std::regex_replace(yaml, std::regex("box_"), "another_"));
        CAPTURE(seed, yaml);
        REQUIRE(one.model.quantities.size() == other.model.quantities.size());
        for (const QuantityIndex i : one.model.quantities.indices()) {
            const std::string name(one.model[i].name);
            CAPTURE(name);
            CHECK(value(other, std::regex_replace(name, std::regex("box_"), "another_")) == near(value(one, name), 0));
        }
    }
}

TEST_CASE("moving objects into a tier keeps the sum of their data") {
    std::size_t moved = 0;
    for (unsigned seed = 0; seed < kWorkloads; ++seed) {
        const std::string yaml = AnyWorkload(seed).text();
        if (!has_objects_in_tiers(yaml)) continue;
        CAPTURE(seed, yaml);
        try {
            const auto there = estimate_of(yaml);
            const auto here = estimate_of(std::regex_replace(yaml, std::regex("    stores: .*\n"), ""));
            if (!here.model.find("data")) continue;
            CHECK(value(there, "data") == near(value(here, "data"), kForgiven));
            // A tier may have other copies.
            CHECK(value(there, "filled") == near(value(here, "filled"), kForgiven));
            if (!there.model.find("box_a.stored_filled")) continue;
            CHECK(value(there, "box_a.stored_filled") + value(there, "database.stored_filled") ==
                  near(value(here, "filled"), kForgiven));
            ++moved;
        } catch (const InputError&) {
            continue;  // an input that happens to be unused, or a value that is out of bounds
        }
    }
    CHECK(moved > kWorkloads / 10);
}

}  // namespace bote::test::any_tiers_test
