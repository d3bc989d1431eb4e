#include "bote/views/compare.hpp"

#include <cmath>
#include <random>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/texts.hpp"

namespace bote::test::compare_test {
namespace {

const std::string kChat =
    "dau: 1M\nwrites_per_user: 100/day\nobject_size: 1 KB\nretention: 7 days\nread_write_ratio: 3:1\n";

/// The workload against itself with some values changed.
Difference difference_of(const std::string& quantity, const std::vector<std::string>& assignments) {
    const auto a = estimate_of(kChat);
    const auto b = estimate_of(kChat, options(assignments));
    std::vector<GivenChange> changes;
    for (const auto& each : assignments) changes.push_back({read_option(each), "", ""});
    const auto rebuild = [](const std::vector<Setting>& settings) {
        Overlay overlay;
        overlay.options = settings;
        return estimate_of(kChat, overlay);
    };
    return compute_difference(a, b, quantity, changes, rebuild);
}

double product_of(const Difference& difference) {
    double product = 1;
    for (const auto& factor : difference.factors) product *= factor.ratio;
    return product;
}

}  // namespace

TEST_CASE("a product falls apart into the factors of its inputs") {
    const auto difference = difference_of("storage", {"dau=2M", "object_size=1600 B", "replication=3"});
    CHECK(difference.ratio == near(3.2));
    REQUIRE(difference.factors.size() == 2);  // three copies are the default: no change
    CHECK(difference.factors[0].name == "dau");
    CHECK(difference.factors[0].ratio == near(2));
    CHECK(difference.factors[1].name == "object_size");
    CHECK(difference.factors[1].ratio == near(1.6));
}

TEST_CASE("factors multiply to the ratio, whatever is changed") {
    std::mt19937 random(3);
    const auto factor = [&] { return std::uniform_real_distribution<>(0.2, 5)(random); };
    for (int round = 0; round < 6; ++round) {
        const std::vector<std::string> changes{
            "dau=" + std::to_string(1e6 * factor()), "object_size=" + std::to_string(1e3 * factor()) + " B",
            "retention=" + std::to_string(7 * factor()) + " days", "peak_factor=" + std::to_string(3 * factor()),
            "read_write_ratio=" + std::to_string(3 * factor())};
        for (const std::string quantity : {"storage", "peak_qps", "machines", "bandwidth", "cache_memory"}) {
            CAPTURE(quantity, changes);
            const auto difference = difference_of(quantity, changes);
            CHECK(product_of(difference) == near(difference.ratio, 1e-9));
        }
    }
}

TEST_CASE("of more changes than can be told apart in a moment, only what all of them do is told") {
    const auto a = estimate_of(kChat);
    const auto b = estimate_of(kChat, options({"dau=2M"}));
    const std::vector<GivenChange> many(5000, {read_option("dau=2M"), "1M", "2M"});
    std::size_t rebuilt = 0;
    const auto rebuild = [&](const std::vector<Setting>&) {
        ++rebuilt;
        return b;
    };
    const Difference difference = compute_difference(a, b, "storage", many, rebuild);
    CHECK(rebuilt == 0);
    CHECK(difference.ratio == near(2));
    REQUIRE(difference.factors.size() == 1);
    CHECK(difference.factors.front().name.empty());
    const Report report = describe_difference(a, b, difference, {"A", "B"}, Extent::brief);
    REQUIRE(report.blocks.size() > 2);
    CHECK(std::get<Note>(report.blocks[2]).text == "5000 values differ: too many to tell what each of them does.");
}

TEST_CASE("each side is under its own conventions, and so are the ratios") {
    const std::string same = "new_data: 1 GB/day\nretention: 5 years\n";
    const auto a = estimate_of(same);
    const auto b = estimate_of(same + "conventions: {day: 100000 s}\n");
    const auto rebuild = [&](const std::vector<Setting>& settings) {
        Overlay overlay;
        overlay.options = settings;
        return estimate_of(same, overlay);
    };
    const auto difference = compute_difference(a, b, "data", {}, rebuild);
    CHECK(difference.ratio == near(1));  // 1.825 TB on both sides
    CHECK(difference.factors.empty());
    const auto report = describe_difference(a, b, difference, {"A", "B"}, Extent::brief);
    const auto& headline = std::get<Note>(report.blocks.at(1)).text;
    CHECK(headline == "data does not change: 1.83 TB in A, 1.83 TB in B.");
    CHECK(std::get<Note>(report.blocks.at(2)).text ==
          "Conventions differ: day 86400 s in A, day 100000 s in B. Each side is in its own, and so are the ratios.");
    const auto& table = std::get<Table>(report.blocks.at(4));
    CHECK(texts_of(table.rows.at(0), report.conventions) == Texts{"new_data", "1 GB/day", "1 GB/day", "1", "0 B/day"});
}

TEST_CASE("nothing changed is nothing to be taken apart") {
    const auto difference = difference_of("storage", {"peak_factor=5"});
    CHECK(difference.ratio == near(1));
    CHECK(difference.factors.empty());
}

TEST_CASE("the headline says what does it, in words that fit the titles, and no factors of 1") {
    const auto a = estimate_of(kChat);
    const auto b = estimate_of(kChat, options({"dau=2M"}));
    const auto headline = [&](const Difference& difference, const Titles& titles) {
        const auto report = describe_difference(a, b, difference, titles, Extent::brief);
        return std::get<Note>(report.blocks[1]).text;
    };
    const Titles changed{"as written", "changed"};
    const std::string start = "data x2: 700 GB as written, 1.4 TB changed";
    CHECK(headline({"data", 2, {{"dau", "1M", "2M", 2}}}, changed) == start + "; all of it from dau (1M to 2M).");
    CHECK(headline({"data", 2, {{"", "", "", 2}}}, changed) == start + ".");
    CHECK(headline({"data", 2, {{"dau", "1M", "2M", 2}, {"growth", "0%", "1%", 1.0001}}}, changed) ==
          start + "; x2 = dau x2.");
    CHECK(headline({"data", 1.0001, {{"dau", "1M", "2M", 1.0001}}}, {"A", "B"}) ==
          "data hardly changes: 700 GB in A, 1.4 TB in B.");
}

TEST_CASE("where none was asked for, the quantity taken apart is one that changes") {
    const auto a = estimate_of(kChat);
    CHECK(usual_quantity(a, a) == "storage");
    CHECK(usual_quantity(a, estimate_of(kChat, options({"dau=2M"}))) == "storage");
    CHECK(usual_quantity(a, estimate_of(kChat, options({"spares=9"}))) == "machines");
}

TEST_CASE("what was nothing or less has no ratio and no factors") {
    const std::string yaml = kChat + "define:\n  gain [$/month]: $5/month * dau / 1M - $10/month\n";
    const auto a = estimate_of(yaml);  // -$5 a month
    const auto b = estimate_of(yaml, options({"dau=4M"}));
    const auto rebuild = [&](const std::vector<Setting>&) { return b; };
    const auto difference = compute_difference(a, b, "gain", {{read_option("dau=4M"), "1M", "4M"}}, rebuild);
    CHECK(difference.factors.empty());
    const auto report = describe_difference(a, b, difference, {"a", "b"}, Extent::brief);
    CHECK(std::get<Note>(report.blocks[1]).text == "gain: -$5/month in a, $10/month in b.");
}

}  // namespace bote::test::compare_test
