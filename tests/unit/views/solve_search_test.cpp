#include "views/solve_search.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::solve_search_test {
namespace {

// 100 GB a day for 7 days of a million users, of which 30% stay free, three times: 3 TB.
const std::string kLogs = "dau: 1M\nwrites_per_user: 100/day\nobject_size: 1 KB\nretention: 7 days\npeak_factor: 1\n";

using Found = std::optional<std::vector<Stretch>>;

Found at_point(const std::string& condition, const std::string& input, const Range& range,
               const std::vector<double>& probes, std::size_t most = 100) {
    const Estimate estimate = estimate_of(kLogs + "expect: ['" + condition + "']\n");
    return search_at_point(estimate, estimate.model.find(input).value(), range, probes, most);
}

const Range kUsers{1e3, 1e12, Grain::any, 1e-12};
const std::vector<double> kProbes{1e3, 1e6, 1e9, 1e12};

/// A chance of 95% up to an end that depends on the number of samples, and of 40% beyond.
template <class EndOf>
ChanceSearch up_to(EndOf end_of, std::uint64_t samples = 0) {
    return {[=](double value, std::uint64_t taken) { return value <= end_of(taken) ? 0.95 : 0.4; }, 0.95, samples};
}

const Range kTried{1, 1e6, Grain::any, 1e-5};

}  // namespace

TEST_CASE("a condition that may hold for a single value is an equality, exact or about") {
    CHECK(is_equality({Comparison::equal}));
    CHECK(is_equality({Comparison::about}));
    for (const Comparison other :
         {Comparison::less, Comparison::less_equal, Comparison::greater, Comparison::greater_equal})
        CHECK_FALSE(is_equality({other}));
}

TEST_CASE("between a probe that holds and one that does not the end is found, on the side that holds") {
    const Found below = at_point("storage <= 30 TB", "dau", kUsers, kProbes);
    REQUIRE(below);
    REQUIRE(below->size() == 1);
    CHECK_FALSE(below->front().from);
    CHECK(*below->front().to == near(1e7, 1e-10));
    const Found above = at_point("storage >= 30 TB", "dau", kUsers, kProbes);
    CHECK(*above->front().from == near(1e7, 1e-10));
    CHECK_FALSE(above->front().to);
    CHECK(at_point("storage > 1 PB", "dau", kUsers, {1e3, 1e6})->empty());
    const Found whole = at_point("app.machines <= 4", "spares", {0, 100, Grain::whole, 0}, {0, 50, 100});
    CHECK(*whole->front().to == 3);  // and one server
}

TEST_CASE("where the two sides of an equality meet between probes is looked for") {
    const Found equal = at_point("storage == 30 TB", "dau", kUsers, kProbes);
    REQUIRE(equal->size() == 1);
    CHECK(*equal->front().from == near(1e7, 1e-8));
    CHECK(*equal->front().to == near(1e7, 1e-8));
    CHECK(at_point("storage == 30 TB", "dau", kUsers, {1e3, 1e6})->empty());
}

TEST_CASE("a search gives up where there are more stretches than wanted") {
    // Holds at every other one of 300 probes, in more than two blocks of them.
    std::vector<double> probes;
    for (int i = 1; i <= 300; ++i) probes.push_back(i);
    const std::string comes_and_goes = "ceil(dau / 2) * 2 - dau < 0.5";
    const auto found = at_point(comes_and_goes, "dau", {1, 300, Grain::whole, 0}, probes, 150);
    REQUIRE(found);
    REQUIRE(found->size() == 150);
    for (std::size_t i = 0; i < found->size(); ++i) {
        CAPTURE(i);
        CHECK(*(*found)[i].from == 2.0 * static_cast<double>(i + 1));
        if (i + 1 < found->size()) CHECK(*(*found)[i].to == *(*found)[i].from);
    }
    CHECK_FALSE(found->back().to);
    CHECK_FALSE(at_point(comes_and_goes, "dau", {1, 300, Grain::whole, 0}, probes, 149));
}

TEST_CASE("an end by chance is followed with ever more samples until it stands still") {
    const auto still = search_by_chance(up_to([](std::uint64_t) { return 1000.0; }), kTried, {1, 100, 1e4, 1e6});
    REQUIRE(still.stretches.size() == 1);
    CHECK_FALSE(still.stretches[0].from);
    CHECK(*still.stretches[0].to == near(1000, 2e-5));
    CHECK(*still.stretches[0].to <= 1000);
    CHECK(still.samples == 16384);  // after 8192 the second time
    CHECK(still.settled);
    // With twice as many samples the end is half as far off: 1007.6 for the last ones, after 1015.3.
    const auto moving =
        search_by_chance(up_to([](std::uint64_t samples) { return 1000 * (1 + 1000 / static_cast<double>(samples)); }),
                         kTried, {1, 100, 1e4, 1e6});
    CHECK_FALSE(moving.settled);
    CHECK(moving.samples == 1U << 17);
    CHECK(*moving.stretches[0].to == near(1007.63, 5e-5));
}

TEST_CASE("a number of samples that is wanted is all that is drawn") {
    std::uint64_t most = 0;
    const ChanceSearch search{[&](double value, std::uint64_t samples) {
                                  most = std::max(most, samples);
                                  return value < 3.5 ? 1.0 : 0.0;
                              },
                              0.5, 3000};
    const auto found = search_by_chance(search, {0, 100, Grain::whole, 0}, {0, 50, 100});
    CHECK(*found.stretches[0].to == 3);
    CHECK(found.samples == 3000);
    CHECK(found.settled);
    CHECK(most == 3000);
}

TEST_CASE("an end that a rough search has misjudged is found where it is, or nowhere") {
    // 100 was thought to be within: it is not.
    const auto nearer = search_by_chance(up_to([](std::uint64_t samples) { return samples <= 1024 ? 1000.0 : 90.0; }),
                                         kTried, {1, 100, 1e4, 1e6});
    CHECK(*nearer.stretches[0].to == near(90, 2e-5));
    // With more samples it holds everywhere.
    const auto nowhere = search_by_chance(up_to([](std::uint64_t samples) { return samples <= 1024 ? 1000.0 : 1e9; }),
                                          kTried, {1, 100, 1e4, 1e6});
    REQUIRE(nowhere.stretches.size() == 1);
    CHECK_FALSE(nowhere.stretches[0].to);
    CHECK(search_by_chance(up_to([](std::uint64_t) { return 0.5; }), kTried, {1, 100}).stretches.empty());
}

}  // namespace bote::test::solve_search_test
