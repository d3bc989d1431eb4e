#include "model/given_totals.hpp"

#include <string>
#include <vector>

#include "model/plan.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::given_totals_test {
namespace {

struct Totals {
    explicit Totals(const std::string& yaml) : plan(workload_of(yaml), {}), whole(plan.nodes, plan.givens.in_force) {}

    [[nodiscard]] DefinitionIndex definition(std::string_view name) const {
        return built_in_catalog().find(name).value();
    }

    /// The formulas that are taken for the whole, with `; ` between them.
    [[nodiscard]] std::string before_parts(std::string_view name) const {
        std::string texts;
        for (const Alternative* each : whole.alternatives_before_parts(definition(name)))
            texts += (texts.empty() ? "" : "; ") + std::string(each->text);
        return texts;
    }
    [[nodiscard]] bool decides(std::string_view name) const { return whole.decides(definition(name)); }

    Plan plan;
    GivenTotals whole;
};

std::string objects(const std::string& of_first = "") {
    return "objects:\n  a1: {writes: 1/s, object_size: 1 KB" + (of_first.empty() ? "" : ", " + of_first) +
           "}\n  b1: {reads: 1/s, object_size: 1 KB}\n";
}

}  // namespace

TEST_CASE("there is a given total where one stands beside objects, at the top") {
    CHECK(Totals("data: 5 TB\n" + objects()).whole.is_given());
    CHECK_FALSE(Totals(objects("data: 5 TB")).whole.is_given());
    CHECK_FALSE(Totals("data: 5 TB\n").whole.is_given());                     // the only object there is
    CHECK_FALSE(Totals("retention: 1 year\n" + objects()).whole.is_given());  // a policy is no total
    CHECK_FALSE(Totals("dau: 1M\n" + objects()).whole.is_given());
    CHECK(Totals(objects()).before_parts("filled").empty());
}

TEST_CASE("what follows from a given total goes before the sum, the total itself does not") {
    const Totals data("data: 5 TB\n" + objects());
    CHECK(data.before_parts("data").empty());
    CHECK(data.before_parts("filled") == "data * margin / (1 - headroom); data / (1 - headroom)");
    CHECK(data.before_parts("storage").find("filled") != std::string::npos);  // by way of `filled`
    CHECK(data.before_parts("write_qps").empty());                            // nothing that it comes from is given
    CHECK(data.before_parts("retention").empty());                            // a policy has no sum
}

TEST_CASE("an object that gives its own part keeps the sum") {
    CHECK(Totals("data: 5 TB\n" + objects("filled: 9 TB")).before_parts("filled").empty());
    // Another headroom in one of them: the formula of the whole would not be that of the parts.
    CHECK(Totals("data: 5 TB\n" + objects("headroom: 10%")).before_parts("filled").empty());
    CHECK(Totals("data: 5 TB\nheadroom: 10%\n" + objects()).before_parts("filled") ==
          "data * margin / (1 - headroom); data / (1 - headroom)");
}

TEST_CASE("only what adds up is taken for the whole: no total times or divided by another one") {
    // items_read = reads * items_per_read needs what each object has; new_objects = new_data / stored_size as well.
    const Totals reads("reads: 5k/s\nnew_data: 5 MB/s\n" + objects());
    CHECK(reads.before_parts("read_qps") == "reads * growth_factor");
    CHECK(reads.before_parts("items_read").empty());
    CHECK(reads.before_parts("new_objects").empty());
}

TEST_CASE("a peak of the whole decides the peak factor of all, unless an object has its own") {
    CHECK(Totals("peak_qps: 9k/s\n" + objects()).decides("peak_factor"));
    CHECK_FALSE(Totals("peak_qps: 9k/s\npeak_factor: 3\n" + objects()).decides("peak_factor"));
    CHECK_FALSE(Totals("qps: 9k/s\n" + objects()).decides("peak_factor"));
    CHECK_FALSE(Totals("peak_qps: 9k/s\n" + objects()).decides("busy_hours"));
    CHECK(Totals("busy_qps: 9k/s\n" + objects()).decides("busy_hours"));
    CHECK_FALSE(Totals("peak_qps: 9k/s\n" + objects("peak_qps: 5/s")).decides("peak_factor"));
}

TEST_CASE("an alternative rests on what is given where it reads a total that is, or that follows") {
    const Totals data("data: 5 TB\n" + objects());
    const auto& catalog = built_in_catalog();
    const auto rests = [&](std::string_view name, std::size_t alternative) {
        return data.whole.rests_on_given(catalog[data.definition(name)].alternatives[alternative]);
    };
    CHECK(rests("filled", 1));  // data / (1 - headroom)
    CHECK_FALSE(rests("qps", 0));
    CHECK_FALSE(rests("writes", 0));
}

}  // namespace bote::test::given_totals_test
