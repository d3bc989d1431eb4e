#include "bote/views/uncertainty.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "bote/engine/points.hpp"
#include "bote/views/common.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::uncertainty_test {
namespace {

std::string notes_of(const Estimate& estimate) {
    std::string text;
    for (const auto& block : describe_estimate(estimate, Audience::people).blocks) {
        if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("exact percentiles are those of the sorted samples") {
    constexpr std::size_t kCount = 1024;
    auto estimate = estimate_of("define:\n  x: 1 to 100\n");
    std::vector<double> sorted(kCount);
    for (std::size_t first = 0; first < kCount; first += kBlockRows) {
        fill_shares({}, estimate.program.draws[0].stream, first, sorted.data() + first);
        values_from_shares(estimate.program.draws[0], sorted.data() + first);
    }
    std::sort(sorted.begin(), sorted.end());
    SampleRequest request;
    request.count = kCount;
    request.percentiles = {0, 0.05, 0.25, 0.95, 1};
    request.precision = Precision::exact;
    sample(estimate, request);
    const auto& found = spread_of(estimate, *estimate.model.find("x"))->percentiles;
    // Ranks from 0 to 1023, the nearest.
    CHECK(found == std::vector<double>{sorted[0], sorted[51], sorted[256], sorted[972], sorted[1023]});
}

TEST_CASE("the bar of a spread lies around the median, whichever percentiles are asked for") {
    const auto bar_with = [](std::vector<double> percentiles) {
        auto estimate = estimate_of("writes: 1 to 100 per s\n");
        SampleRequest request;
        request.audience = Audience::people;
        request.percentiles = std::move(percentiles);
        sample(estimate, request);
        for (const auto& block : describe_estimate(estimate, Audience::people).blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table == nullptr || table->rows.empty()) continue;
            const auto* drawing = std::get_if<Drawing>(&table->rows[0].back());
            if (drawing != nullptr && std::holds_alternative<Interval>(*drawing)) return std::get<Interval>(*drawing);
        }
        return Interval{};
    };
    for (const Interval& bar : {bar_with({0.1, 0.5, 0.9}), bar_with({0.1, 0.9}), bar_with({0.1, 0.2, 0.9})}) {
        CHECK(std::abs(bar.low + 1) < 0.1);
        CHECK(std::abs(bar.high - 1) < 0.1);
    }
    CHECK(bar_with({0.5, 0.9}).low == 0);
}

TEST_CASE("what of a range lies beyond the bounds of its quantity is said") {
    auto cut = estimate_of("dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\nreplication: 1 to 4\n");
    sample(cut, {});
    CHECK(contains(notes_of(cut), "replication drawn from 1 up: 5% of draws cut"));
    auto whole = estimate_of("dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\nreplication: 2 to 3\n");
    sample(whole, {});
    CHECK_FALSE(contains(notes_of(whole), "of draws cut"));
}

TEST_CASE("a median that is noise beside the other percentiles is nothing") {
    auto estimate = estimate_of("define:\n  balance: uniform(-10, 10)\n  gap: normal(0.3, 0.1) - 0.1 - 0.2\n");
    sample(estimate, {});
    CHECK(spread_of(estimate, *estimate.model.find("balance"))->percentiles.at(1) == 0);
    CHECK(spread_of(estimate, *estimate.model.find("gap"))->percentiles.at(1) == 0);
    CHECK(value(estimate, "gap") == 0);
}

TEST_CASE("ranges have the sections that points have") {
    const std::string yaml =
        "dau: 1M\nreads_per_user: 10/day\nwrites_per_user: 1/day\nobject_size: 3 KB\nretention: 1 year\n"
        "write_unit: 1 KB\nread_unit: 4 KB\nlatency: 20 ms\nkey.length: 7\nprice.server: $100/month\n"
        "server.availability: 99.9%\ncdn_share: 50%\nhot_age: 30 days\n";
    const auto headings = [](const Estimate& estimate, Extent extent) {
        std::vector<std::string> titles;
        for (const auto& block : describe_estimate(estimate, Audience::people, extent).blocks) {
            const auto* heading = std::get_if<Heading>(&block);
            if (heading != nullptr && heading->level == 2) titles.push_back(heading->text);
        }
        return titles;
    };
    for (const Extent extent : {Extent::brief, Extent::all}) {
        const auto points = estimate_of(yaml);
        auto ranges = estimate_of(yaml + "peak_factor: 3 to 3.1\n");
        SampleRequest request;
        request.count = 1024;
        request.audience = Audience::people;
        request.extent = extent;
        sample(ranges, request);
        CHECK(headings(ranges, extent) == headings(points, extent));
        CHECK(spread_of(ranges, *ranges.model.find("servers")) != nullptr);
        CHECK(spread_of(ranges, *ranges.model.find("machines")) != nullptr);
    }
}

TEST_CASE("a chance is shown on the side of the wanted one where it is") {
    CHECK(chance_text(0.46, 0.9) == "46%");
    CHECK(chance_text(0.946, 0.95) == "94.6%");
    CHECK(chance_text(0.9502, 0.95) == "95.02%");
    CHECK(chance_text(0.95, 0.95) == "95%");
    CHECK(chance_text(0.99996, 0.999) == "99.996%");
    CHECK(chance_text(0.99996, 0.99999) == "99.996%");
    CHECK(chance_text(1, 0.999) == "100%");
    CHECK(chance_text(0, 0.5) == "0%");
    CHECK(chance_text(0.0004, 0.5) == "0.04%");
    CHECK(chance_text(0.0004, 0) == "<1%");  // nothing is wanted
}

}  // namespace bote::test::uncertainty_test
