#include "bote/views/shown.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::shown_test {
namespace {

/// The names of the quantities in a section; none where the page has no such section.
Texts lines_of(const std::string& yaml, std::string_view title, Extent extent = Extent::brief) {
    const Estimate estimate = estimate_of(yaml);
    Texts names;
    for (const ShownSection& shown : shown_sections(estimate, extent)) {
        if (shown.title != title) continue;
        for (const QuantityIndex each : shown.quantities) names.emplace_back(estimate.model[each].name);
    }
    return names;
}

Texts titles_of(const std::string& yaml, Extent extent) {
    const Estimate estimate = estimate_of(yaml);
    Texts titles;
    for (const ShownSection& shown : shown_sections(estimate, extent)) titles.emplace_back(shown.title);
    return titles;
}

bool has(const Texts& names, const std::string& name) { return std::count(names.begin(), names.end(), name) == 1; }

const std::string kPosts = "writes: 1M/day\nobject_size: 1 KB\nretention: 10 days\n";
const std::string kTwo =
    "objects:\n  a: {writes: 1M/day, object_size: 1 KB}\n  b: {writes: 1M/day, object_size: 2 KB}\n";
const std::string kEdge = "tiers: {edge: {load: 1/s}}\n";

}  // namespace

TEST_CASE("the long form has every section, the brief one leaves out what is long or is in the table of tiers") {
    const Texts all = titles_of(kPosts + kEdge, Extent::all);
    CHECK(all.size() ==
          built_in_catalog().page.sections.size() + 2);  // and those of the file's own tiers and quantities
    CHECK(all.front() == "Traffic");
    CHECK(all.back() == "Own quantities");
    const Texts brief = titles_of(kPosts, Extent::brief);
    for (const auto* title : {"Load", "Keys, further"}) {
        CAPTURE(title);
        CHECK(has(all, title));
        CHECK_FALSE(has(brief, title));
    }
    const Texts with_tiers = titles_of(kPosts + kEdge, Extent::brief);
    for (const auto* title : {"CDN and internal traffic", "Concurrency"}) {
        CAPTURE(title);
        CHECK(has(all, title));
        CHECK(has(brief, title));
        CHECK_FALSE(has(with_tiers, title));
    }
}

TEST_CASE("what a tier works out is for the long form, without what it takes over or what stands elsewhere") {
    // 100k messages of 1 KB a second are 100 MB/s, in a week 60.48 TB.
    const auto estimate =
        estimate_of("tiers: {queue: {kind: kafka, load: 100k/s, message: 1 KB, keeps: 7 days, copies: 3}}\n");
    const auto names = [&](Extent extent) {
        Texts found;
        for (const ShownSection& shown : shown_sections(estimate, extent)) {
            if (shown.title != "Tiers") continue;
            for (const QuantityIndex index : shown.quantities) found.emplace_back(estimate.model[index].name);
        }
        return found;
    };
    const Texts all = names(Extent::all);
    for (const auto* worked_out : {"queue.data", "queue.ingress", "queue.replication_traffic", "queue.partitions"})
        CHECK(has(all, worked_out));
    for (const auto* elsewhere : {"queue.headroom", "queue.request_size", "queue.peak_load", "queue.machines"})
        CHECK_FALSE(has(all, elsewhere));
    CHECK(names(Extent::brief).empty());
}

TEST_CASE("what is made for nothing is left out of the brief form") {
    const std::string stored = "objects: {order: {writes: 1/s, reads: 10/s, object_size: 1 KB}}\n";
    CHECK(has(titles_of(stored, Extent::brief), "Cache"));
    const std::string in_a_tier = stored + "tiers: {db: {kind: sql, stores: order}}\n";
    CHECK_FALSE(has(titles_of(in_a_tier, Extent::brief), "Cache"));
    CHECK(has(titles_of(in_a_tier, Extent::all), "Cache"));
}

TEST_CASE("what only repeats another quantity has no line") {
    CHECK(lines_of(kPosts, "Storage") == Texts{"new_data", "retained_objects", "data", "filled", "storage"});
    CHECK(lines_of(kPosts + "metadata_size: 20 B\n", "Storage").front() == "stored_size");
    CHECK(lines_of(kPosts + "metadata_size: 0 B\n", "Storage").front() == "new_data");
    // The size of an object in the middle of a range alone.
    CHECK(lines_of(kPosts + "compression: 1\n", "Storage").front() == "new_data");
    CHECK(lines_of(kPosts + "compression: normal(1, 0.1)\n", "Storage").front() == "stored_size");
}

TEST_CASE("objects have lines of their own in the long form, or where there is no sum") {
    const Texts brief = lines_of(kTwo, "Storage");
    CHECK(has(brief, "storage"));
    CHECK_FALSE(has(brief, "a.storage"));
    const Texts all = lines_of(kTwo, "Storage", Extent::all);
    CHECK(has(all, "storage"));
    CHECK(has(all, "a.storage"));
    CHECK(has(all, "b.storage"));
}

TEST_CASE("what comes to nothing is left out of the brief form") {
    const std::string nothing = "writes: 0/day\nobject_size: 1 KB\n";
    CHECK_FALSE(has(lines_of(nothing, "Storage"), "storage"));
    CHECK(has(lines_of(nothing, "Storage", Extent::all), "storage"));
}

TEST_CASE("own quantities stand in the last section of a page") {
    CHECK(lines_of(kPosts + "define: {own: 5, other: own * 2}\n", "Own quantities") == Texts{"own", "other"});
    CHECK(lines_of(kPosts, "Own quantities").empty());
}

TEST_CASE("an overview has the quantities of tiers once for each that the file names") {
    const Texts none = overview_names(Overview::sweep, model_of(kPosts));
    CHECK(std::count(none.begin(), none.end(), "storage") == 1);
    CHECK(none.front() == "peak_qps");
    CHECK(std::none_of(none.begin(), none.end(), [](const std::string& name) { return name.starts_with("tier."); }));
    const Texts two = overview_names(Overview::sweep, model_of("tiers: {edge: {load: 1/s}, inner: {load: 1/s}}\n"));
    CHECK(two.size() == none.size() + 2);
    CHECK(has(two, "edge.machines"));
    CHECK(has(two, "inner.machines"));
    CHECK_FALSE(overview_names(Overview::compare, model_of(kPosts)) == none);
    CHECK(asked_names() == std::vector<std::string_view>{"cost", "storage", "machines", "peak_qps", "data"});
}

}  // namespace bote::test::shown_test
