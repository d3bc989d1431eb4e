#include "bote/engine/reduced.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::reduced_test {
namespace {

QuantityIndex index_of(const Estimate& estimate, const std::string& name) {
    const auto found = estimate.model.find(name);
    REQUIRE(found);
    return *found;
}

std::vector<std::string> names(const Estimate& estimate, const std::string& quantity) {
    const auto reduction = reduce_formulas(estimate.model, estimate.values.quantities);
    std::vector<std::string> names;
    for (const QuantityIndex each : names_in(reduction.formulas[index_of(estimate, quantity)]))
        names.emplace_back(estimate.model[each].name);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("a reduced formula leaves out what is absent, factors of 1 and summands of 0") {
    const auto estimate = estimate_of("dau: 1M\nwrites_per_user: 2/day\nobject_size: 1 KB\nwriter_share: 100%\n");
    CHECK(names(estimate, "writes") == Names{"dau", "writes_per_user"});   // dau * writer_share * writes_per_user
    CHECK(names(estimate, "write_qps") == Names{"writes"});                // writes * growth_factor
    CHECK(names(estimate, "new_data") == Names{"writes", "object_size"});  // no metadata, index or compression
    CHECK(names(estimate, "data") == Names{"new_data", "retention"});      // sum(new_data * kept_time, existing_data)
    CHECK(names(estimate, "filled") == Names{"data", "headroom"});
}

TEST_CASE("a quantity that passes on another's value is replaced by that in the formulas behind it") {
    const auto estimate = estimate_of("writes: 1M/day\nread_write_ratio: 10:1\nobject_size: 1 KB\n");
    CHECK(names(estimate, "peak_read_qps") == Names{"read_qps", "peak_factor"});  // not busy_read_qps
    const auto reduction = reduce_formulas(estimate.model, estimate.values.quantities);
    const auto same = [&](const std::string& name) {
        return std::string(estimate.model[reduction.same_as[index_of(estimate, name)]].name);
    };
    CHECK(same("busy_read_qps") == "read_qps");
    CHECK(same("read_qps") == "read_qps");  // 116/s is not what 10M/day prints
}

TEST_CASE("a factor that does something stays, whatever it is") {
    const auto estimate = estimate_of(
        "writes: 1M/day\nobject_size: 1 KB\ngrowth: 50%\nhorizon: 1 year\nreplication: 1\nheadroom: 0%\n"
        "index_overhead: 10%\nprice.server: $1/month\n");
    CHECK(names(estimate, "write_qps") == Names{"writes", "growth_factor"});
    CHECK(names(estimate, "filled") == Names{"data"});
    CHECK(names(estimate, "storage") == Names{"data"});  // one copy, no headroom
    CHECK(names(estimate, "new_data") == Names{"writes", "stored_size"});
}

TEST_CASE("a result that happens to be 1 stays in the formula") {
    const auto estimate = estimate_of("writes: 1/day\nobject_size: 1 KB\ndefine: {bill: app.servers * $3}\n");
    CHECK(value(estimate, "app.servers") == 1);
    CHECK(names(estimate, "bill") == Names{"app.servers"});
}

}  // namespace bote::test::reduced_test
