#include "model/graph.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/plan.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::graph_test {
namespace {

struct Planned {
    explicit Planned(const std::string& yaml) : plan(workload_of(yaml), {}), graph(*plan.graph) {}

    [[nodiscard]] NodeIndex id(const std::string& name) const { return plan.nodes.find_quantity(name, 0).value(); }
    [[nodiscard]] bool is_there(const std::string& name) const { return graph.is_present(id(name)); }
    [[nodiscard]] std::string formula(const std::string& name) const {
        return std::string(graph.chosen(id(name)).text);
    }
    [[nodiscard]] bool leads_back(const std::string& name) const { return graph.chosen(id(name)).back; }

    /// What a quantity really reads; `-` for what is left out.
    [[nodiscard]] std::string reads(const std::string& name) const {
        std::string names;
        for (const NodeIndex each : graph.read_ids(id(name)))
            names += (names.empty() ? "" : " ") + (each == NodeIndex::none ? "-" : plan.nodes.name(each));
        return names;
    }

    Plan plan;
    const Graph& graph;
};

}  // namespace

TEST_CASE("forwards the first formula is taken whose names are there, and what has none is absent") {
    const Planned one("dau: 1M\nwrites_per_user: 1/day\ndevices: 5\ninterval: 1 s\n");
    CHECK(one.formula("writes") == "dau * writer_share * writes_per_user");
    const Planned other("devices: 5\ninterval: 1 s\n");
    CHECK(other.formula("writes") == "devices / interval");
    CHECK_FALSE(other.is_there("dau"));
    CHECK_FALSE(other.is_there("reads"));
    CHECK(other.reads("dau").empty());
    CHECK(other.formula("growth_factor") == "1");
    const Planned growing("writes: 1/s\ngrowth: 10%\nhorizon: 1 year\n");
    CHECK(growing.formula("growth_factor") != "1");  // what comes before its default
}

TEST_CASE("backwards a quantity is found from what usually follows from it, and that stays as it is given") {
    const Planned peak("peak_write_qps: 5k/s\n");
    CHECK(peak.leads_back("write_qps"));
    CHECK(peak.leads_back("writes"));
    CHECK(peak.reads("writes") == "write_qps growth_factor");
    CHECK(peak.graph.rests_on(peak.id("writes"), peak.id("peak_write_qps")));
    CHECK_FALSE(peak.graph.rests_on(peak.id("peak_write_qps"), peak.id("writes")));
    CHECK_FALSE(peak.graph.rests_on(peak.id("peak_write_qps"), peak.id("peak_write_qps")));
    CHECK_FALSE(peak.is_there("read_qps"));
    const Planned both("writes: 1/s\npeak_write_qps: 5k/s\n");
    CHECK_FALSE(both.leads_back("write_qps"));  // forwards goes before backwards
}

TEST_CASE("no formula is taken that rests on its own result") {
    // Reads are known alone, and give the ratio nothing to give writes with.
    const Planned ratio("reads: 10/s\nread_write_ratio: 5:1\n");
    CHECK(ratio.leads_back("writes"));
    CHECK_FALSE(ratio.graph.rests_on(ratio.id("writes"), ratio.id("writes")));
    CHECK(ratio.graph.rests_on(ratio.id("write_qps"), ratio.id("reads")));
    for (const auto* yaml : {"reads: 10/s\nread_write_ratio: 5:1\n", "peak_qps: 9k/s\nread_write_ratio: 2:1\n",
                             "storage: 5 PB\nretention: 1 year\nobject_size: 1 KB\n"}) {
        CAPTURE(yaml);
        const Planned planned(yaml);
        for (const NodeIndex each : planned.plan.nodes.all()) {
            if (planned.graph.is_present(each)) CHECK_FALSE(planned.graph.rests_on(each, each));
        }
    }
}

TEST_CASE("arguments that a sum does without are not read") {
    const Planned writes("writes: 1/s\n");
    CHECK(writes.reads("qps") == "write_qps -");
    CHECK(Planned("reads: 1/s\n").reads("qps") == "- read_qps");
    CHECK(Planned("writes: 1/s\nreads: 1/s\n").reads("qps") == "write_qps read_qps");
    const Planned own("writes: 1/s\ndefine:\n  a: sum(writes * 2, reads * mau, 5/s)\n");
    CHECK(own.reads("a") == "writes - -");
    const Planned objects("objects: {a1: {writes: 1/s}, b1: {reads: 1/s}}\n");
    CHECK(objects.reads("writes") == "a1.writes -");
}

TEST_CASE("each quantity stands in the order behind all that its formula reads") {
    const Planned planned(
        "dau: 1M\ndefine: {b: a + writes, a: 2/s}\nobjects: {o1: {writes_per_user: 1/day}, o2: {reads: o1.writes}}\n");
    const auto order = planned.graph.order();
    const auto place = [&](NodeIndex id) { return std::find(order.begin(), order.end(), id) - order.begin(); };
    CHECK(place(planned.id("a")) < place(planned.id("b")));
    CHECK(place(planned.id("o1.writes")) < place(planned.id("o2.reads")));
    std::size_t present = 0;
    for (const NodeIndex each : planned.plan.nodes.all()) {
        present += planned.graph.is_present(each) ? 1 : 0;
        for (const NodeIndex read : planned.graph.read_ids(each)) {
            if (read != NodeIndex::none) CHECK(place(read) < place(each));
        }
    }
    CHECK(order.size() == present);
}

TEST_CASE("a cycle is said from what is given in it, eight names at most") {
    const Planned planned("writes: 1/s\nobject_size: 1 KB\n");
    const auto ids = [&](const std::vector<std::string>& names) {
        std::vector<NodeIndex> result;
        for (const auto& each : names) result.push_back(planned.id(each));
        return result;
    };
    CHECK(planned.graph.cycle_error(ids({"data", "writes", "filled"})).what ==
          "writes: the formulas form a cycle: writes -> filled -> data -> writes");
    CHECK(text_of(planned.graph.cycle_error(ids({"data", "writes"})).where) == "1/s");
    CHECK(planned.graph.cycle_error(ids({"data"})).what == "data: the formulas form a cycle: data -> data");
    CHECK(planned.graph.cycle_error(ids({"data"})).where.source == nullptr);
    const auto eight =
        planned.graph.cycle_error(ids({"dau", "mau", "qps", "data", "filled", "storage", "reads", "growth"}));
    CHECK_FALSE(contains(eight.what, "..."));
    const auto nine = planned.graph.cycle_error(
        ids({"dau", "mau", "qps", "data", "filled", "storage", "reads", "growth", "horizon"}));
    CHECK(contains(nine.what, "growth -> ... -> dau"));
}

TEST_CASE("an alternative is open where what it asks for is given, and nothing that it rules out") {
    const Planned planned("peak_qps: 9k/s\nqps: 1k/s\n");
    const auto& peak_factor = planned.graph.alternatives(planned.id("peak_factor"));
    CHECK(planned.graph.allows(peak_factor.front()));  // given peak_qps
    CHECK(planned.formula("peak_factor") == "peak_qps / busy_qps");
    const Planned without("writes: 1k/s\n");
    CHECK_FALSE(without.graph.allows(without.graph.alternatives(without.id("peak_factor")).front()));
    CHECK(without.formula("peak_factor") == "3");
    const Planned stock("writes: 1/s\nstock: 5\n");  // unless stock: 5 years
    CHECK_FALSE(stock.graph.allows(stock.graph.alternatives(stock.id("retention")).front()));
    CHECK_FALSE(stock.is_there("retention"));
}

TEST_CASE("whoever names a quantity is one of its users, in a row or in a given formula") {
    const Planned planned("dau: 1M\nobjects: {o1: {writes: dau * 1/s}}\ndefine: {a: dau}\nretention: 1 year\n");
    const auto has_user = [&](const std::string& name, const std::string& user) {
        bool found = false;
        planned.graph.for_each_user(planned.id(name),
                                    [&](NodeIndex each) { found = found || each == planned.id(user); });
        return found;
    };
    CHECK(has_user("dau", "o1.writes"));
    CHECK(has_user("dau", "a"));
    CHECK(has_user("o1.writes", "writes"));        // the sum
    CHECK(has_user("retention", "o1.retention"));  // which takes it over
    CHECK(has_user("o1.writes", "o1.write_qps"));
    CHECK_FALSE(has_user("o1.writes", "write_qps"));  // a sum of its own parts
    CHECK_FALSE(has_user("a", "dau"));
    CHECK(planned.graph.has_given_formulas());
    CHECK_FALSE(Planned("dau: 1M\n").graph.has_given_formulas());
}

}  // namespace bote::test::graph_test
