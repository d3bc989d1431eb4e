#include "bote/views/uncertainty.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/engine/points.hpp"
#include "bote/views/common.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test {
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

TEST_CASE("what of a range lies beyond the bounds of its quantity is said") {
    auto cut = estimate_of("dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\nreplication: 1 to 4\n");
    sample(cut, {});
    CHECK(contains(notes_of(cut), "replication drawn from 1 up: 5% of draws cut"));
    auto whole = estimate_of("dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\nreplication: 2 to 3\n");
    sample(whole, {});
    CHECK_FALSE(contains(notes_of(whole), "of draws cut"));
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

}  // namespace bote::test
