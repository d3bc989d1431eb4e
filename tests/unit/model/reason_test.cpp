#include "model/reason.hpp"

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::reason_test {
namespace {

struct Asked {
    Asked(const std::string& yaml, const std::string& name) : plan(workload_of(yaml), {}) {
        const NodeIndex id = plan.nodes.find_quantity(name, 0).value();
        reason = find_reason(*plan.graph, Missing(*plan.graph, {id}), id);
    }

    [[nodiscard]] std::vector<std::string> needs() const {
        std::vector<std::string> names;
        for (const NodeIndex each : reason.needs) names.push_back(plan.nodes.name(each));
        return names;
    }

    Plan plan;
    Reason reason;
};

using Lines = std::vector<std::string>;

bool is_one(const std::string& name) {
    const Plan plan(workload_of("writes: 1/s\nobject_size: 1 KB\ndefine: {mine: 5}\ntiers: {box: {load: 1/s}}\n"), {});
    return is_result(*plan.graph, plan.nodes.find_quantity(name, 0).value());
}

}  // namespace

TEST_CASE("results are answers, steps and constants and what is assumed are none") {
    for (const auto* name : {"storage", "qps", "writes", "mine", "box.machines", "cost"}) {
        CAPTURE(name);
        CHECK(is_one(name));
    }
    for (const auto* name : {"kept_time",       // a step
                             "server.cores",    // what a machine can do
                             "replication",     // has a default
                             "compression",     // has a neutral one
                             "stored_size"}) {  // is as large as the object, usually
        CAPTURE(name);
        CHECK_FALSE(is_one(name));
    }
}

TEST_CASE("a value that lacks others beside it leads to an answer with these") {
    const Asked growth("writes: 1/s\ngrowth: 10%\n", "growth");
    CHECK(growth.reason.leads_to_answer);
    CHECK(growth.needs() == Lines{"horizon"});
    CHECK(growth.reason.displaced.empty());
    CHECK(Asked("writes: 1/s\nreplication: 2\n", "replication").needs() == Lines{"object_size"});
    CHECK(Asked("read_write_ratio: 10:1\n", "read_write_ratio").needs() == Lines{"writes"});
    const Asked object("objects: {a1: {writes: 1/s, replication: 2}}\n", "a1.replication");
    CHECK(object.needs() == Lines{"a1.object_size"});
}

TEST_CASE("what took the place of a value is named, with the line or the option that gives it") {
    const Asked given("dau: 1M\nwrites_per_user: 1/day\nwrites: 5/s\n", "writes_per_user");
    CHECK_FALSE(given.reason.leads_to_answer);
    CHECK(given.reason.displaced == Lines{"`writes` is given on line 3"});
    const Asked formula("dau: 1M\nwrites_per_user: 1/day\ndevices: 5\ninterval: 1 s\n", "interval");
    CHECK(formula.reason.displaced == Lines{"`writes` comes from `dau * writer_share * writes_per_user`"});
    const Plan plan(workload_of("dau: 1M\nwrites_per_user: 1/day\n"), options({"writes=5/s"}));
    const NodeIndex id = plan.nodes.find_quantity("writes_per_user", 0).value();
    CHECK(find_reason(*plan.graph, Missing(*plan.graph, {id}), id).displaced ==
          Lines{"`writes` is given by an option"});
}

TEST_CASE("a policy of all objects is displaced by those of each of them") {
    const Asked one("retention: 1 year\nobjects:\n  a1: {writes: 1/s, object_size: 1 KB, retention: 2 years}\n",
                    "retention");
    CHECK(one.reason.displaced == Lines{"`a1.retention` is given on line 3"});
    const Asked two(
        "retention: 1 year\nobjects:\n  a1: {writes: 1/s, object_size: 1 KB, retention: 2 years}\n"
        "  b1: {writes: 1/s, retention: 3 years}\n",
        "retention");
    CHECK(two.reason.displaced == Lines{"`a1.retention` is given on line 3", "`b1.retention` is given on line 4"});
    const Asked lacking("retention: 1 year\nobjects:\n  a1: {writes: 1/s}\n", "retention");
    CHECK(lacking.reason.displaced.empty());
    CHECK(lacking.needs() == Lines{"a1.object_size"});
}

TEST_CASE("a tier's own formulas are told without the word that stands for any tier") {
    const Asked asked("peak_factor: 4\ntiers:\n  box: {load: 1k/s, peak_load: 5k/s}\n", "peak_factor");
    CHECK_FALSE(asked.reason.leads_to_answer);
    CHECK(asked.reason.displaced == Lines{"`box.peak_factor` comes from `peak_load / load`"});
}

}  // namespace bote::test::reason_test
