// What holds of the distribution of every quantity of a workload with ranges.

#include <algorithm>
#include <cmath>
#include <string>

#include "bote/engine/sample.hpp"
#include "bote/views/uncertainty.hpp"
#include "properties/any_estimate.hpp"

namespace bote::test::sample_properties_test {
namespace {

constexpr std::uint64_t kSamples = 512;

SampleRequest request_of(std::uint64_t count, std::uint64_t seed = 1, Precision precision = Precision::bucket) {
    SampleRequest request;
    request.count = count;
    request.seed = seed;
    request.precision = precision;
    return request;
}

/// Calls the action with an estimate that has ranges, and each of its sampled quantities.
template <class Action>
void for_each_spread(Action action) {
    std::size_t spreads = 0;
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        auto estimate = estimate_of(yaml + "  ranged: {}\n", options({"dau=1M to 9M"}));
        sample(estimate, request_of(kSamples));
        for (const QuantityIndex i : estimate.model.quantities.indices()) {
            const Spread* spread = spread_of(estimate, i);
            if (spread == nullptr) continue;
            CAPTURE(estimate.model[i].name);
            action(estimate, i, *spread);
            ++spreads;
        }
    });
    CHECK(spreads > 20 * tried_workloads());
}

void check_equal(const Spread& left, const Spread& right) {
    CHECK(left.percentiles == right.percentiles);
    if (!std::isnan(left.mean)) CHECK(left.mean == right.mean);  // there is none where no sample is finite
    CHECK(std::isnan(left.mean) == std::isnan(right.mean));
    CHECK(left.least == right.least);
    CHECK(left.most == right.most);
}

/// Two estimates of the same workload, sampled in two ways, quantity by quantity.
template <class Compare>
void compare_spreads(const SampleRequest& one, const SampleRequest& other, Compare compare) {
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        auto left = estimate_of(yaml, options({"dau=1M to 9M"}));
        auto right = left;
        sample(left, one);
        sample(right, other);
        for (const QuantityIndex i : left.model.quantities.indices()) {
            const Spread* spread = spread_of(left, i);
            if (spread == nullptr) continue;
            CAPTURE(left.model[i].name);
            compare(*spread, *spread_of(right, i));
        }
    });
}

}  // namespace

TEST_CASE("percentiles rise from the least to the most, and the mean lies between these") {
    for_each_spread([](const Estimate&, QuantityIndex, const Spread& spread) {
        if (spread.not_finite > 0) return;
        CHECK(std::is_sorted(spread.percentiles.begin(), spread.percentiles.end()));
        const double width = 1e-3 * std::max(std::abs(spread.least), std::abs(spread.most));  // of a bucket
        CHECK(spread.percentiles.front() >= spread.least - width);
        CHECK(spread.percentiles.back() <= spread.most + width);
        CHECK(spread.mean >= spread.least - width);
        CHECK(spread.mean <= spread.most + width);
        CHECK(spread.variance >= 0);
    });
}

TEST_CASE("no sample of the model's own quantities is infinite or negative") {
    for_each_spread([](const Estimate& estimate, QuantityIndex i, const Spread& spread) {
        if (may_be_anything(estimate.model[i].definition)) return;
        CAPTURE(estimate.model[i].name);
        CHECK(spread.not_finite == 0);
        CHECK(spread.least >= 0);
    });
}

TEST_CASE("the same seed draws the same samples, bit by bit") {
    compare_spreads(request_of(kSamples, 7), request_of(kSamples, 7), check_equal);
}

TEST_CASE("exact percentiles are those of the buckets, as near as few samples stand") {
    compare_spreads(request_of(kSamples), request_of(kSamples, 1, Precision::exact),
                    [](const Spread& bucket, const Spread& exact) {
                        CHECK(bucket.least == near(exact.least, kSame));
                        CHECK(bucket.most == near(exact.most, kSame));
                        for (std::size_t i = 0; i < bucket.percentiles.size(); ++i)
                            CHECK(bucket.percentiles[i] == near(exact.percentiles[i], 2e-2));
                    });
}

TEST_CASE("a range within a formula goes no further than its quantity may") {
    struct Row {
        std::string written;
        std::string name;
        double least;
        double most;
    };
    const Row rows[] = {
        {"writes_per_user: (0 to 5)/day", "storage", 0, INFINITY},
        {"writes_per_user: normal(1, 5) per day", "storage", 0, INFINITY},
        {"writes: 1/s\nhit_ratio: 50% + normal(0%, 50%)\nreads: 5/s", "hit_ratio", 0, 1},
    };
    for (const Row& row : rows) {
        CAPTURE(row.written);
        auto estimate = estimate_of("object_size: 1 KB\ndau: 1M\n" + row.written + "\n");
        sample(estimate, request_of(kSamples));
        const Spread* spread = spread_of(estimate, *estimate.model.find(row.name));
        REQUIRE(spread != nullptr);
        CHECK(spread->least == row.least);  // part of it would lie beyond
        CHECK(spread->most <= row.most);
        CHECK(spread->most > 0);
    }
}

TEST_CASE("what rests on no range is the same in every sample") {
    auto estimate = estimate_of("dau: 1M to 9M\nwrites_per_user: 2/day\nobject_size: 3 KB\nretention: 1 year\n");
    sample(estimate, request_of(kSamples));
    for (const auto* name : {"object_size", "retention", "replication"}) {
        CAPTURE(name);
        const Spread* spread = spread_of(estimate, *estimate.model.find(name));
        if (spread != nullptr) CHECK(spread->least == spread->most);
    }
}

TEST_CASE("all quantities see the same draws: a multiple has the multiple of each percentile") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        Overlay overlay = options({"dau=1M to 9M"});
        const auto double_of = [](const std::string& name) { return "  twice_" + name + ": 2 * " + name + "\n"; };
        std::string text = yaml;
        text.replace(text.find("define:\n"), 8, "define:\n" + double_of("dau") + double_of("qps"));
        auto estimate = estimate_if_any(text, overlay);
        if (!estimate) return;
        sample(*estimate, request_of(kSamples, 1, Precision::exact));
        for (const std::string name : {"dau", "qps"}) {
            const Spread* once = spread_of(*estimate, *estimate->model.find(name));
            const Spread* twice = spread_of(*estimate, *estimate->model.find("twice_" + name));
            if (once == nullptr || twice == nullptr) continue;
            CAPTURE(name);
            for (std::size_t i = 0; i < once->percentiles.size(); ++i)
                CHECK(twice->percentiles[i] == near(2 * once->percentiles[i], kSame));
        }
    });
}

TEST_CASE("a range that is moved up moves no percentile of the load down") {
    for_each_estimate([](const std::string& yaml, const Estimate&) {
        auto low = estimate_of(yaml, options({"dau=1M to 9M"}));
        auto high = estimate_of(yaml, options({"dau=2M to 18M"}));
        sample(low, request_of(kSamples));
        sample(high, request_of(kSamples));
        const auto qps = low.model.find("peak_qps");
        if (!qps || spread_of(low, *qps) == nullptr || spread_of(high, *qps) == nullptr) return;
        for (std::size_t i = 0; i < 3; ++i)
            CHECK(spread_of(high, *qps)->percentiles[i] >= spread_of(low, *qps)->percentiles[i] * (1 - 2e-3));
    });
}

}  // namespace bote::test::sample_properties_test
