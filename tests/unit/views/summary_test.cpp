// The head of an estimate's JSON.

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "bote/render/render.hpp"
#include "bote/views/estimate.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::summary_test {
namespace {

using Json = nlohmann::ordered_json;

Json json_of(const std::string& yaml) {
    return Json::parse(render_json(describe_estimate(estimate_of(yaml), Audience::program), Canvas{}));
}

Json summary_of(const std::string& yaml) { return json_of(yaml)["summary"]; }

}  // namespace

TEST_CASE("the summary stands at the head, and says in a sentence what the page comes to") {
    const Json data = json_of("writes: 2M/day\nobject_size: 1 KB\nexpect: [storage <= 1 GB, qps > 1/s]\n");
    CHECK(std::next(data.begin(), 2).key() == "summary");
    const Json& summary = data["summary"];
    // 2M/day * 3 = 69.4/s; 2 GB a day * 1,825 days / 70% * 3 = 15.6 TB, on 4 disks of 4 TB
    CHECK(summary["verdict"].get<std::string>().starts_with("A peak of 69.4/s and 15.6 TB of storage need "));
    CHECK(summary["verdict"].get<std::string>().ends_with(" 1 of 2 expectations fails."));
    REQUIRE(summary["figures"].size() == 5);
    const Json& peak = summary["figures"][0];
    CHECK(peak["quantity"] == "peak_qps");
    CHECK(peak["value"].get<double>() == near(3 * 2e6 / 86400));
    CHECK(peak["unit"] == "/s");
    CHECK(peak["text"] == "69.4/s");
    CHECK(summary["figures"][1]["value"].get<double>() == near(2e9 * 1825 / 0.7 * 3));
    CHECK(summary["decisions"] == Json{"partition the data: 2 shards"});  // 3.65 TB / 70% over 4 TB
    CHECK(summary["failing"] == Json{"storage <= 1 GB"});
    CHECK(summary["waiting"].empty());
    CHECK(summary["contradictions"].empty());
}

TEST_CASE("the summary says what waits and what contradicts") {
    CHECK(summary_of("writes: 1/s\ngrowth: 10%\n")["waiting"] == Json{"`growth` (for `horizon`)"});
    const Json contradictions = summary_of("writes: 1/s\nwrite_qps: 50/s\n")["contradictions"];
    REQUIRE(contradictions.size() == 1);
    CHECK(contradictions[0] == "`write_qps` is given as 50/s; `writes` would make it 1/s");
}

TEST_CASE("where nothing follows yet the summary has no figures") {
    const Json summary = summary_of("dau: 1M\n");
    CHECK(summary["verdict"] == "");
    CHECK(summary["figures"].empty());
}

}  // namespace bote::test::summary_test
