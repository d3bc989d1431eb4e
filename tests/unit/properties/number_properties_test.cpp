// What holds of all numbers: none is infinite or negative, more load needs no less, machines are counted exactly, and
// what is shown reads back.

#include <cmath>
#include <string>
#include <string_view>
#include <vector>

#include "bote/units/display.hpp"
#include "formula/sample.hpp"
#include "properties/any_estimate.hpp"

namespace bote::test::number_properties_test {
namespace {

bool is_own(const ModelQuantity& quantity) { return quantity.definition == nullptr; }

/// Every quantity of the model itself, with its value; own ones of the file are any formulas.
template <class Action>
void for_each_value(const Estimate& estimate, Action action) {
    for (const QuantityIndex i : estimate.model.quantities.indices()) {
        const auto& quantity = estimate.model[i];
        if (is_own(quantity)) continue;
        CAPTURE(quantity.name);
        action(quantity, estimate.values.quantities[i]);
    }
}

/// Checks that a change, where it can be made, lets none of the quantities grow or shrink.
struct Grows {
    std::string change;               // "retention"
    std::vector<std::string> larger;  // values of it, each larger than the one before
    std::vector<std::string> names;   // what must not become less
};

void check_monotone(const std::string& yaml, const std::string& scope, const Grows& row) {
    std::optional<Estimate> before;
    for (const auto& text : row.larger) {
        const std::string change = scope + row.change + "=" + text;
        const auto after = estimate_if_any(yaml, options({change}));
        if (!after) return;
        for (const auto& name : row.names) {
            CAPTURE(change, name);
            if (!before || !before->model.find(name) || !after->model.find(name)) continue;
            // A cache that is sized by the reads holds more of them, in the end all.
            const auto hits = after->model.find(scope + "hit_ratio");
            const bool same_hits = !hits || value(*before, scope + "hit_ratio") == value(*after, scope + "hit_ratio");
            if (name == "database_read_qps" && !same_hits) continue;
            CHECK(value(*after, name) >= value(*before, name) * (1 - kSame));
        }
        before = after;
    }
}

std::vector<std::string> scopes_of(const Estimate& estimate) {
    std::vector<std::string> scopes;
    for (const auto& object : estimate.model.objects) scopes.push_back(object + ".");
    if (scopes.empty()) scopes.emplace_back();
    return scopes;
}

}  // namespace

TEST_CASE("no value is infinite, undefined or negative") {
    for_each_estimate([](const std::string&, const Estimate& estimate) {
        for_each_value(estimate, [](const ModelQuantity& quantity, double number) {
            if (may_be_anything(quantity.definition)) return;
            CHECK(std::isfinite(number));
            CHECK(number >= 0);
        });
    });
}

TEST_CASE("a number of machines is the smallest that does") {
    std::size_t counted = 0;
    for_each_estimate([&](const std::string&, const Estimate& estimate) {
        for_each_value(estimate, [&](const ModelQuantity& quantity, double servers) {
            const std::string name(quantity.name);
            if (!name.ends_with(".servers") || quantity.origin != Origin::computed) return;
            const double needed = value(estimate, name.substr(0, name.size() - 7) + "needed");
            if (!std::isfinite(needed)) return;
            CHECK(servers == std::floor(servers));
            CHECK(servers >= needed * (1 - kSame));
            CHECK((servers <= 1 || servers - 1 < needed));
            ++counted;
        });
    });
    CHECK(counted > tried_workloads());
}

TEST_CASE("shares of a whole lie between nothing and all of it") {
    for_each_estimate([](const std::string&, const Estimate& estimate) {
        for_each_value(estimate, [](const ModelQuantity& quantity, double share) {
            const std::string_view name = quantity.definition->name;
            for (const std::string_view whole : {"hit_ratio", "hot_share", "hottest_share", "pushed_share", "cdn_share",
                                                 "availability", "data_availability", "app.waiting_share"}) {
                if (name == whole) CHECK((share >= 0 && share <= 1));
            }
        });
    });
}

TEST_CASE("more to keep never needs less disk") {
    const std::vector<Grows> rows{
        {"retention", {"1 day", "1 month", "3 years", "30 years"}, {"data", "storage", "database.machines"}},
        {"object_size", {"1 B", "3 KB", "5 MB", "1 GB"}, {"data", "storage", "database.machines", "peak_egress"}},
        {"metadata_size", {"0 B", "100 B", "10 KB"}, {"data", "storage"}},
        {"index_overhead", {"0%", "20%", "300%"}, {"data", "storage"}},
        {"existing", {"1", "1M", "5 billion"}, {"data", "storage", "retained_objects"}},
        {"replication", {"1", "2", "3", "7"}, {"storage", "database.machines"}},
        {"headroom", {"0%", "30%", "90%"}, {"filled", "storage"}},
        {"growth", {"0%", "10%", "100%"}, {"data", "storage", "qps", "peak_qps"}},
    };
    for_each_estimate([&](const std::string& yaml, const Estimate& estimate) {
        for (const auto& scope : scopes_of(estimate)) {
            for (const auto& row : rows) check_monotone(yaml, scope, row);
        }
    });
}

TEST_CASE("more to answer never needs fewer machines or less network") {
    const std::vector<Grows> rows{
        {"reads", {"1/s", "1k/s", "1M/s"}, {"qps", "peak_qps", "egress", "app.machines", "database_read_qps"}},
        {"writes", {"1/s", "1k/s", "1M/s"}, {"qps", "peak_qps", "ingress", "app.machines", "new_data"}},
        {"peak_factor", {"1", "3", "20"}, {"peak_qps", "peak_egress", "app.machines"}},
        {"recipients", {"1", "300"}, {"pushes", "egress"}},
        {"items_per_read", {"1", "20", "300"}, {"items_read", "egress"}},
    };
    for_each_estimate([&](const std::string& yaml, const Estimate& estimate) {
        for (const auto& scope : scopes_of(estimate)) {
            for (const auto& row : rows) check_monotone(yaml, scope, row);
        }
    });
}

TEST_CASE("stronger machines are never more of them") {
    const std::vector<Grows> rows{
        // from strong to weak
        {"server.rps", {"500k/s", "7k/s", "100/s"}, {"app.servers", "app.machines"}},
        {"server.disk", {"90 TB", "3 TB", "100 GB"}, {"database.servers", "database.shards"}},
        {"server.memory", {"2 TB", "200 GB", "9 GB"}, {"cache.servers"}},
        {"server.network", {"400 Gbps", "10 Gbps", "1 Gbps"}, {"app.servers", "cache.servers"}},
        {"server.iops", {"1M/s", "20k/s", "300/s"}, {"database.servers"}},
        {"app.target", {"100%", "70%", "5%"}, {"app.servers", "app.machines"}},
    };
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        for (const auto& row : rows) check_monotone(yaml, "", row);
    });
}

TEST_CASE("better caches leave the database less") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        for (const auto& scope : scopes_of(estimate))
            check_monotone(yaml, scope, {"hit_ratio", {"99%", "80%", "20%", "0%"}, {"database_read_qps"}});
    });
}

TEST_CASE("what is shown of a value reads back to the digits shown") {
    for_each_estimate([](const std::string&, const Estimate& estimate) {
        const auto& conventions = estimate.model.conventions;
        for_each_value(estimate, [&](const ModelQuantity& quantity, double number) {
            for (const int digits : {kShownDigits, kWorkingDigits}) {
                const auto text = format(number, quantity.display, conventions, digits);
                CAPTURE(text);
                if (!std::isfinite(number)) continue;
                const double wanted = shown_value(number, quantity.display, conventions, digits);
                CHECK(value_of(text, quantity.display.dimension, conventions) == near(wanted, kSame));
                CHECK(wanted == near(number, 0.5 * std::pow(10, 1 - digits)));
            }
        });
    });
}

TEST_CASE("a sum over objects is what they add up to") {
    for_each_estimate([](const std::string&, const Estimate& estimate) {
        if (estimate.model.objects.empty()) return;
        for (const std::string name : {"writes", "write_qps", "reads", "read_qps", "qps", "peak_qps", "new_data",
                                       "data", "replicated", "storage", "egress", "ingress", "cache_memory"}) {
            CAPTURE(name);
            double sum = 0;
            for (const auto& object : estimate.model.objects) {
                if (estimate.model.find(object + "." + name)) sum += value(estimate, object + "." + name);
            }
            if (estimate.model.find(name)) CHECK(value(estimate, name) == near(sum, kSame));
        }
    });
}

}  // namespace bote::test::number_properties_test
