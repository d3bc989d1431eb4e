#include "bote/views/working.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/texts.hpp"

namespace bote::test::working_test {
namespace {

struct Worked {
    explicit Worked(const std::string& yaml, const Overlay& overlay = {})
        : estimate(estimate_of(yaml, overlay)), working(make_working(estimate)) {}

    QuantityIndex operator[](const std::string& name) const { return estimate.model.find(name).value(); }
    std::string formula(const std::string& name) const { return bote::formula_text(working, (*this)[name]); }
    std::string numbers(const std::string& name, int digits = kShownDigits) const {
        return numbers_text(working, (*this)[name], {Arithmetic::exact, digits});
    }
    double drift(const std::string& name) const { return drift_of(working, (*this)[name]); }
    std::string origin(const std::string& name) const { return origin_text(estimate.model[(*this)[name]]); }

    Texts steps(QuantityIndex to) const {
        Texts names;
        for (const QuantityIndex each : steps_to(working, to)) names.emplace_back(estimate.model[each].name);
        return names;
    }

    Estimate estimate;
    Working working;
};

bool has(const Texts& names, const std::string& name) { return std::count(names.begin(), names.end(), name) == 1; }

// 20M * 300 B = 6 GB a day, 1825 days of it 10.95 TB, in 80% of a disk 13.6875 TB.
const std::string kPosts = "dau: 10M\nwrites_per_user: 2/day\nobject_size: 300 B\nretention: 5 years\nheadroom: 20%\n";

}  // namespace

TEST_CASE("the steps to a quantity come each behind what it reads, without those that change nothing") {
    const Worked posts(kPosts);
    const Texts steps = posts.steps(posts["filled"]);
    CHECK(steps.size() == 9);
    CHECK(steps.back() == "filled");
    for (const auto* name : {"dau", "writes_per_user", "writes", "object_size", "new_data", "retention", "headroom"}) {
        CAPTURE(name);
        CHECK(has(steps, name));
    }
    const auto place = [&](const std::string& name) { return std::find(steps.begin(), steps.end(), name); };
    CHECK(place("dau") < place("writes"));
    CHECK(place("writes") < place("new_data"));
    CHECK(place("new_data") < place("data"));
    for (const auto* name : {"compression", "stored_size", "replication", "peak_factor"}) {
        CAPTURE(name);
        CHECK_FALSE(has(steps, name));
    }
    CHECK(posts.steps(posts["stored_size"]) == Texts{"object_size", "stored_size"});  // it is asked for
    const Texts all = posts.steps(QuantityIndex::none);
    CHECK(has(all, "storage"));
    CHECK(has(all, "app.servers"));
    CHECK_FALSE(has(all, "hit_ratio"));  // on which nothing rests
}

TEST_CASE("a formula has names or numbers, and a plain value neither") {
    const Worked posts(kPosts + "replication: 1 + 2\ncache_window: 60 min\nspares: 3\n");
    CHECK(posts.formula("filled") == "data / (1 - headroom)");
    CHECK(posts.numbers("filled") == "11 TB / (1 - 20%)");
    CHECK(posts.numbers("filled", kWorkingDigits) == "10.95 TB / (1 - 20%)");
    CHECK(posts.formula("writes") == "dau * writes_per_user");
    for (const auto* plain : {"dau", "writes_per_user", "object_size", "spares", "peak_factor"}) {
        CAPTURE(plain);
        CHECK(posts.formula(plain).empty());
        CHECK(posts.numbers(plain).empty());
    }
    CHECK(posts.formula("replication") == "1 + 2");
    CHECK(posts.numbers("replication").empty());
    CHECK(value_text(posts.working, posts["filled"], {Arithmetic::exact}) == "13.7 TB");
    CHECK(value_text(posts.working, posts["filled"], {Arithmetic::exact, kWorkingDigits}) == "13.688 TB");
}

TEST_CASE("what traffic costs is worked out as it was written, with the one month that a reader knows") {
    const Worked bill(
        "dau: 20M\nwrites_per_user: 1/day\nobject_size: 1 KB\nread_write_ratio: 10\nprice.egress: $0.09/GB\n"
        "define:\n  a: writes * $0.1 / 1000\n  b: egress * $0.09 / 1 GB\n  c: $0.10 * writes\n"
        "  e [$/year]: writes * $0.1 / 1000\n  f: 2 * writes * $0.1 / 1000 + $500/month\n");
    CHECK(bill.numbers("a") == "20M/day * $0.1 / 1000");
    CHECK(bill.formula("a") == "writes * $0.1 / 1000");
    CHECK(bill.numbers("b") == "2.31 MB/s * $0.09 / 1 GB");
    CHECK(bill.numbers("c") == "$0.10 * 20M/day");
    CHECK(bill.numbers("e") == "20M/day * $0.1 / 1000");
    CHECK(bill.numbers("f") == "2 * 20M/day * $0.1 / 1000 + $500/month");
    CHECK(bill.numbers("cost.egress") == "2.31 MB/s * 1 month * $0.09/GB");
    CHECK(bill.numbers("cost.per_million_requests") ==
          "$540/month * 1 billing_month / 1 month / (2.55k/s) * 1 million");
    CHECK(value_text(bill.working, bill["a"], {}) == "$60k/month");
}

TEST_CASE("a formula names the quantities of its own object without it, and those of another with it") {
    const Worked two(
        "objects:\n  post: {writes: 1/s, object_size: 1 KB}\n  reply: {writes: post.writes * 3, object_size: 2 KB}\n");
    CHECK(two.formula("post.new_data") == "writes * object_size");
    CHECK(two.formula("reply.writes") == "post.writes * 3");
    CHECK(two.formula("writes") == "post.writes + reply.writes");
}

TEST_CASE("a whiteboard's value is easy, and how far it is off is judged as it is printed") {
    // 500M / (30 * 86,400 s) = 192.9/s, for which a whiteboard has 500M / 30 / 10^5 s = 167, about 200.
    const Worked monthly("writes: 500M/month\nobject_size: 1 KB\nretention: 5 years\n");
    CHECK(value_in(monthly.working, monthly["write_qps"], Arithmetic::exact) == near(500e6 / 30 / 86'400));
    CHECK(value_in(monthly.working, monthly["write_qps"], Arithmetic::whiteboard) == near(200));
    CHECK(value_text(monthly.working, monthly["write_qps"], {Arithmetic::whiteboard}) == "200/s");
    CHECK(monthly.drift("write_qps") == near(200 / (500e6 / 30 / 86'400) - 1));
    CHECK(std::abs(monthly.drift("retention")) < 1e-12);  // years of 365 longer days
    CHECK(std::abs(monthly.drift("writes")) < 1e-12);
    const Worked nothing("writes: 0/day\ndefine: {none: 1 / writes}\n");
    CHECK(nothing.drift("write_qps") == 0);
    CHECK(nothing.drift("none") == 0);
}

TEST_CASE("where a value is from is said of all that is not computed") {
    Overlay overlay = options({"replication=2"});
    overlay.profile.push_back(read_option("server.rps=9k/s"));
    overlay.profile.back().layer = Layer::profile;
    const Worked two(
        "retention: 1 day\nobjects:\n  post: {writes: 1/s, object_size: 1 KB}\n  reply: {writes: 2/s, object_size: 1 "
        "KB}\n",
        overlay);
    CHECK(two.origin("post.writes") == "given");
    CHECK(two.origin("post.retention") == "top level");
    CHECK(two.origin("replication") == "option");
    CHECK(two.origin("server.rps") == "profile");
    CHECK(two.origin("app.target") == "default");
    CHECK(two.origin("storage").empty());
}

}  // namespace bote::test::working_test
