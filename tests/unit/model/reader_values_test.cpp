// Of which dimension values are, and whether they make sense: the part of Reader in reader_values.cpp.

#include "model/reader.hpp"

#include <string>
#include <vector>

#include "bote/views/check.hpp"
#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "model/sample.hpp"
#include "model/worked.hpp"
#include "project/catch.hpp"

namespace bote::test::reader_values_test {
namespace {

Display display_of(const std::string& yaml, std::string_view name) {
    const Model model = model_of(yaml);
    return model[model.find(name).value()].display;
}

}  // namespace

TEST_CASE("own quantities are settled after those that they name, whatever their order") {
    const std::string yaml =
        "writes: 1/s\nobject_size: 1 KB\ndefine:\n  a: b * 2\n  b: c * 1 day\n  c: new_data\n  e: c / b\n";
    CHECK(display_of(yaml, "a").dimension == kByte);
    CHECK(display_of(yaml, "b").dimension == kByte);
    CHECK(display_of(yaml, "c").dimension == kByte / kSecond);
    CHECK(display_of(yaml, "e").dimension == kCount / kSecond);
    CHECK(display_of("define:\n  a: 3 KB\n  b [MB]: a\n", "b") == *parse_display("MB"));
    CHECK(display_of("define:\n  a: 3 KB\n", "a") == display_for(kByte));
    refused({{"define:\n  a [KB]: 5 s\n", "2:11", {"a: expected a size (bytes), found a duration"}}});
    refused({{"define:\n  a: b + 1 s\n  b: 1 KB\n", "2:6", {"adds a size (bytes) and a duration"}}});
    CHECK(errors_of("define:\n  a: b * 2\n  b: 5 +\n  c: a\n").size() == 1);  // what rests on the wrong one is not told
}

TEST_CASE("an own quantity that is made of percentages is shown as one") {
    const std::string yaml =
        "define:\n  both: api * db\n  api: 99.99%\n  db: 99.95%\n  down [min]: (1 - both) * 30 days\n  twice: 2 * "
        "api\n";
    const Estimate estimate = estimate_of(yaml);
    const auto shown = [&](std::string_view name) {
        const QuantityIndex index = *estimate.model.find(name);
        return format(estimate.values.quantities[index], estimate.model[index].display, {});
    };
    CHECK(shown("api") == "99.99%");
    CHECK(shown("both") == "99.94%");
    CHECK(shown("down") == "25.9 min");
    CHECK(shown("twice") == "2");
    // `floor(...)` of one is a number.
    CHECK(errors_of("define: {lost: 0.0001%}\nexpect: [floor(-log10(lost)) == 6]\n").empty());
}

TEST_CASE("what nothing is measured in has no meaning, but as a step within a formula") {
    refused({
        {"define:\n  a: 1 / 1 s / 1 s\n", "2:6", {"a: ", "has no meaning"}},
        {"dau: 5M\ndefine:\n  a: 2 KB * 3 KB\n", "3:6", {"has no meaning"}},
    });
    CHECK(errors_of("define:\n  a: (2 KB * 3 KB) / 1 KB\n").empty());
}

TEST_CASE("what traffic costs is a month of it on the bill of a month, of which a year has twelve") {
    // 10 MB/s for 30 days are 25.92 TB: $2592.
    const std::string prices = "reads: 10/s\nobject_size: 1 MB\nread_size: 1 MB\nprice.egress: $0.10/GB\n";
    const double month = 12 / (365.0 * 86400);
    hold({{prices + "define:\n  traffic: egress * price.egress\n  twice: traffic * 2\n  rent: $300/month\n"
                    "  both: rent + egress * price.egress\n  less: rent - egress * $0.01/GB\n"
                    "  kept: 1 TB * $0.02/GB/month\n  by_year [$/year]: egress * price.egress\n"
                    "  by_day [$/day]: egress * price.egress\n",
           {{"traffic", 2592 * month},
            {"twice", 5184 * month},
            {"rent", 300 * month},
            {"both", 2892 * month},
            {"less", 40.8 * month},
            {"kept", 20 * month},
            {"by_year", 2592 * month},
            {"by_day", 86.4 / 86400}}}});  // 864 GB a day
}

TEST_CASE("the costs of traffic are of a month of it, and so is their part of the bill") {
    // 10 MB/s for 30 days are 25.92 TB; 10/s are 25.92M requests.
    const std::string yaml =
        "reads: 10/s\nobject_size: 1 MB\nread_size: 1 MB\n"
        "price: {egress: $0.10/GB, request: $1 / 1 million, app: $500/month}\n";
    const double month = 12 / (365.0 * 86400);
    hold({{yaml + "app.machines: 2\ncache: none\n",
           {{"cost.egress", 2592 * month},
            {"cost.requests", 25.92 * month},
            {"cost.traffic", 2617.92 * month},
            {"cost", 3617.92 * month},
            // A million requests take 100k s: of rent so much of a twelfth of a year.
            {"cost.per_million_requests", 1000 * month * 1e5 + 2617.92 / 25.92}}}});
    const std::string held =
        "expect:\n  - cost.egress == $2592/month\n  - cost.egress + cost.requests == $2617.92/month\n"
        "  - cost.egress == egress * price.egress\n  - egress * price.egress <= $2592/month\n"
        "  - egress * price.egress == $86.4/day\n  - cost.egress * 12 months == $31104\n"
        "  - cost.egress / cost.requests == 100\n  - cost - cost.egress == cost.rents + cost.requests\n";
    CHECK(all_hold({check_estimate(estimate_of(yaml + "app.machines: 2\ncache: none\n" + held))}));
    const auto given = estimate_of("qps: 5/s\ncost.egress: $4500/month\nexpect: [cost.egress == $4500/month]\n");
    CHECK(value(given, "cost.egress") == near(4500 * month));
    CHECK(all_hold({check_estimate(given)}));
}

TEST_CASE("a share is written with its percent sign from 1 on, and a count without") {
    refused({
        {"headroom: 30\n", "1:11", {"headroom: '30' is not a percentage", "write 30%"}},
        {"headroom: 1\n", "1:11", {"'1' is not a percentage", "write 100% for all of it, or 1%"}},
        {"growth: 1\n", "1:9", {"write 100% for all of it, or 1%"}},
        {"growth: 1.5\n", "1:9", {"write 50% for a factor of 1.5, or 150%"}},
        {"growth: 2\n", "1:9", {"write 2%, or 100% for a factor of 2"}},
        {"growth: 30\n", "1:9", {"write 30%, or 2900% for a factor of 30"}},
        {"growth: -30\n", "1:9", {"'-30' is not a percentage", "write -30%"}},
        {"dau: 50%\n", "1:6", {"dau: expected a count, found the share '50%'"}},
        {"spares: 50%\n", "1:9", {"expected a count, found the share"}},
    });
    for (const auto* fine : {"headroom: 0.3\n", "headroom: 0.999\n", "headroom: 99%\n", "growth: 150%\n",
                             "growth: 1 + 0.5\n", "replication: 2\n", "read_write_ratio: 5\n", "define: {a: 50%}\n"}) {
        CAPTURE(fine);
        CHECK(errors_of(std::string("writes: 1/s\nobject_size: 1 KB\nhorizon: 1 year\n") + fine).empty());
    }
}

TEST_CASE("a share is not added to what the model counts, whatever a formula calls it") {
    refused({
        {"dau: 5M\nmau: dau + 20%\n", "2:6", {"`dau + 20%` adds a share and a count", "write `dau * (1 + 20%)`"}},
        {"spares: 2\ndefine: {a: spares - 10%}\n", "2:13", {"takes a share from a count"}},
        {"define: {a: 5 users + 20%}\n", "1:13", {"adds a share and a count"}},
    });
    for (const auto* fine : {"hit_ratio: 80%\ndefine: {a: hit_ratio + 5%}\n", "define:\n  b: 5\n  a: b + 20%\n",
                             "replication: 2\ndefine: {a: replication + 20%}\n"}) {
        CAPTURE(fine);
        CHECK(errors_of(fine).empty());
    }
}

TEST_CASE("the hint for a share or a factor means what was meant") {
    refused({
        {"headroom: 1.3\n", "1:11", {"write 23% or `margin: 1.3` for a factor of 1.3"}},
        {"dependency_availability: 999\n", "1:26", {"write `99.9%`"}},
        {"growth: 5/month\n", "1:9", {"write `5%/month`"}},
        {"growth: double every year\n", "1:9", {"write `100%`"}},
        {"growth: triple\n", "1:9", {"write `200%`"}},
        {"growth: 5%/quarter\n", "1:12", {"write `(3 months)`"}},
        {"growth: 2x per year\n", "1:9", {"growth by that factor reads `100%`"}},
        {"replication: triple\n", "1:14", {"write `3`"}},
        {"growth: 10M/year\n", "1:9", {"write the share that is added, such as 20%"}},
        {"compression: 50%\n", "1:14", {"write `2`"}},
        {"margin: 25%\n", "1:9", {"write `1.25`"}},
        {"zones: 1\n", "1:8", {"leave it out"}},
        {"headroom: 30 ± 5%\n", "1:11", {"write `30% ± 5%`"}},
        {"headroom: 30% ± 5\n", "1:11", {"write `30% ± 5%`"}},
        {"hit_ratio: 0.8 to 90%\n", "1:12", {"write `80% to 90%` or `0.8% to 90%`"}},
        {"object_size: 1/2 KB\n", "1:14", {"write `0.5 KB`"}},
        {"dau: dau * 5\n", "1:6", {"it cannot be made of itself"}},
    });
    CHECK(errors_of("hit_ratio: 0.5 to 2%\n").empty());
}

}  // namespace bote::test::reader_values_test
