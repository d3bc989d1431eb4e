#include "views/walk.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::walk_test {
namespace {

using About = Question::About;

// 1157.4 requests a second for a million users, 22.4k for a server.
const std::string kLogs = "dau: 1M\nwrites_per_user: 100/day\nobject_size: 1 KB\nretention: 7 days\npeak_factor: 1\n";

struct Walked {
    explicit Walked(const std::string& yaml, const std::string& input, Walk::Chances chances = Walk::Chances::asked)
        : estimate(estimate_of(yaml)), walk(estimate, estimate.model.find(input).value(), chances) {}

    std::vector<Change> changes(double from, double to) { return walk.changes(walk.stop_at(from), walk.stop_at(to)); }

    /// Where the text of a change says so; NaN where there is no such.
    double where(const std::string& text, double from, double to) {
        for (const Change& each : changes(from, to)) {
            if (contains(each.text, text)) return each.at;
        }
        return NAN;
    }

    std::size_t count(About about) const {
        const auto& all = walk.questions();
        return at(std::count_if(all.begin(), all.end(), [&](const Question& each) { return each.about == about; }));
    }

    Estimate estimate;
    Walk walk;
};

}  // namespace

TEST_CASE("expectations, then rules, then tiers are asked about, and chances only where values are ranges") {
    const std::string expect = "expect: ['storage <= 30 TB at 95%', 'dau < 5M']\n";
    const Walked plain(kLogs + expect, "dau");
    CHECK(plain.count(About::expectation) == 2);
    CHECK(plain.count(About::chance) == 0);
    const auto& rules = plain.estimate.model.rules;
    const auto notes = std::count_if(rules.begin(), rules.end(), [](const auto& each) { return each.rule->is_note; });
    CHECK(plain.count(About::rule) == rules.size() - at(notes));  // which are no news
    CHECK(plain.count(About::tier) == 3);
    CHECK(plain.walk.questions().back().index == 2);
    const std::string ranged = kLogs + "replication: 2 to 4\n" + expect;
    const Walked asked(ranged, "dau");
    CHECK(asked.count(About::expectation) == 1);
    CHECK(asked.count(About::chance) == 1);
    const Walked left_out(ranged, "dau", Walk::Chances::left_out);
    CHECK(left_out.count(About::chance) == 0);
    REQUIRE(left_out.count(About::expectation) == 1);
    CHECK(left_out.walk.questions().front().index == 1);
    CHECK(left_out.walk.questions().front().compared.index == 1);  // the numbers of comparisons do not move
}

TEST_CASE("the answer about a tier is the largest of its resources, and none where nothing is asked of it") {
    Values values = estimate_of(kLogs).values;
    const Question tier{About::tier, 0, {}, {QuantityIndex{0}, QuantityIndex{1}, QuantityIndex{2}}};
    values.quantities[QuantityIndex{0}] = 1;
    values.quantities[QuantityIndex{1}] = 3;
    values.quantities[QuantityIndex{2}] = 3;
    CHECK(answer_to(tier, values) == 1);  // the first of two alike
    for (const QuantityIndex each : tier.resources) values.quantities[each] = 0;
    CHECK(answer_to(tier, values) == -1);
    values.left = {9, 1};
    values.right = {0, 1.01};
    CHECK(answer_to({About::rule, 0, {1, Comparison::less, 0}, {}}, values) == 1);
    CHECK(answer_to({About::rule, 0, {1, Comparison::equal, 0.1}, {}}, values) == 1);
    CHECK(answer_to({About::rule, 0, {0, Comparison::less, 0}, {}}, values) == 0);
}

TEST_CASE("a walk has the values of the model at any input, whatever that was computed from") {
    Walked users(kLogs, "dau");
    const auto storage = users.estimate.model.find("storage").value();
    CHECK(users.walk.values_at(2e6).quantities[storage] == near(2 * users.estimate.values.quantities[storage]));
    CHECK(users.walk.values_at(1e6).quantities[storage] == near(users.estimate.values.quantities[storage]));
    Walked computed(kLogs, "data");
    CHECK(computed.walk.values_at(7e12).quantities[storage] == near(7e12 / 0.7 * 3));
}

TEST_CASE("what changes is told at the place where it does, in the order of the walk") {
    Walked users(kLogs + "expect: ['app.servers <= 4', 'app.servers <= 1']\n", "dau");
    const double fifth = 4 * 22'400.0 * 86'400 / 100;
    CHECK(users.where("`app.servers <= 4` fails", 1e6, 1e8) == near(fifth, 1e-7));
    CHECK(users.where("`app.servers <= 4` holds", 1e8, 1e6) == near(fifth, 1e-7));
    CHECK(users.where("`app.servers <= 1` fails", 1e6, 1e8) == near(fifth / 4, 1e-7));
    const auto by_place = [](const Change& a, const Change& b) { return a.at < b.at; };
    const auto up = users.changes(1e6, 1e8);
    const auto down = users.changes(1e8, 1e6);
    REQUIRE(up.size() > 2);
    CHECK(std::is_sorted(up.begin(), up.end(), by_place));
    CHECK(std::is_sorted(down.rbegin(), down.rend(), by_place));
    CHECK(users.changes(1e6, 1.001e6).empty());
}

TEST_CASE("what is counted changes at the first whole number that is beyond, from either side") {
    // One server and three spares are four machines.
    Walked spares(kLogs + "expect: ['app.machines <= 4']\n", "spares");
    CHECK(spares.where("fails", 1, 9) == 4);
    CHECK(spares.where("holds", 9, 1) == 3);
    CHECK(spares.where("fails", 3, 4) == 4);
}

TEST_CASE("another resource that binds a tier is news, and the first one is not") {
    // 12.5 MB/s of a server's network against 1k requests a second, both of 70%: 12.5 KB each.
    Walked sizes(kLogs + "app.network: 100 Mbps\napp.rps: 1k/s\n", "object_size");
    CHECK(sizes.where("Application bound by network", 1e3, 1e5) == near(12.5e3, 1e-6));
    CHECK(sizes.where("Application bound by requests", 1e5, 1e3) == near(12.5e3, 1e-6));
    Walked users(kLogs + "tiers: {edge: {load: 'max(0, dau - 5M) * 1/s'}}\n", "dau");
    CHECK(users.walk.stop_at(1e6).answers.back() == -1);
    CHECK(users.walk.stop_at(1e7).answers.back() >= 0);
    for (const Change& each : users.changes(1e6, 1e7)) CHECK_FALSE(contains(each.text, "bound by"));
}

TEST_CASE("a rate that is given for the horizon grows towards it") {
    // Twice as much a year: a quarter of it at launch, two years before.
    Walked years("growth: 100%\nhorizon: 2 years\npeak_qps: 4k/s\n", "horizon");
    const auto index = [&](const std::string& name) { return years.estimate.model.find(name).value(); };
    const double year = 365 * 86'400.0;
    CHECK(years.walk.values_at(year).quantities[index("peak_qps")] == near(4000));
    years.walk.grow({{index("peak_qps"), index("growth_factor"), 1000}});
    CHECK(years.walk.values_at(0).quantities[index("peak_qps")] == near(1000));
    CHECK(years.walk.values_at(year).quantities[index("peak_qps")] == near(2000));
    CHECK(years.walk.values_at(2 * year).quantities[index("app.servers")] == near(1));
    CHECK(years.walk.values_at(7 * year).quantities[index("app.servers")] == near(6));  // 128k/s of 22.4k/s
}

TEST_CASE("of a hundred expectations that change on the way each is found where it does") {
    std::string yaml = kLogs + "reads: 0/s\nexpect:\n";
    for (int i = 0; i < 100; ++i) yaml += "  - peak_qps < " + std::to_string(1200 + 10 * i) + "/s\n";
    Walked walked(yaml, "peak_factor");
    const auto changes = walked.changes(1, 3);
    std::size_t found = 0;
    for (const Change& each : changes) {
        if (!contains(each.text, "peak_qps <")) continue;
        // 100 a day of a million users: 1157.4/s
        CHECK(each.at == near((1200 + 10 * static_cast<double>(found)) * 86'400 / 1e8, 1e-8));
        ++found;
    }
    CHECK(found == 100);
}

}  // namespace bote::test::walk_test
