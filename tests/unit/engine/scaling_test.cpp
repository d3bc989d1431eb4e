// What holds for every workload: more load needs no less, twice the users need twice as much, and the order in which a
// file says it does not matter.

#include <algorithm>
#include <random>
#include <string>
#include <vector>

#include "engine/any_workload.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::scaling_test {
namespace {

constexpr unsigned kWorkloads = 150;
constexpr double kForgiven = 1e-6;  // what is left of large numbers has few digits

/// Calls the action with each of the workloads by chance that can be built; their count.
template <class Action>
unsigned for_each_workload(Load load, Action action) {
    unsigned built = 0;
    for (unsigned seed = 0; seed < kWorkloads; ++seed) {
        const std::string yaml = AnyWorkload(seed, load).text();
        CAPTURE(seed, yaml);
        try {
            const auto estimate = estimate_of(yaml);
            action(yaml, estimate);
            ++built;
        } catch (const InputError&) {
            continue;  // an input that happens to be unused, or a value that is out of bounds
        }
    }
    return built;
}

bool counts_hardware(const Estimate& estimate, const std::string& name) {
    // A cache that is made for the load answers a larger share of a skewed load, and leaves less to the disks.
    const bool skewed = estimate.model.find("zipf_exponent") || estimate.model.find("stream_a.zipf_exponent") ||
                        estimate.model.find("stream_b.zipf_exponent") || estimate.model.find("stream_c.zipf_exponent");
    if (name.starts_with("database.") && skewed) return false;
    return name.ends_with(".servers") || name.ends_with(".machines") || name.ends_with("storage") ||
           name.ends_with("data") || name.ends_with("cache_memory") || name.ends_with("shards");
}

void needs_no_less(const Estimate& less, const Estimate& more) {
    for (const auto& quantity : less.model.quantities) {
        const std::string name(quantity.name);
        if (quantity.definition == nullptr || name == "cost.storage" || !counts_hardware(less, name)) continue;
        CAPTURE(name);
        CHECK(value(more, name) >= value(less, name) * (1 - kForgiven));
    }
}

/// The entries of a map or a list in another order, those within them too.
std::string shuffled(const std::string& text, std::size_t indent, std::mt19937& random) {
    std::vector<std::string> entries;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find('\n', begin), text.size() - 1) + 1;
        const std::string line = text.substr(begin, end - begin);
        const bool starts = line.find_first_not_of(' ') == indent;
        if (starts || entries.empty()) entries.push_back(line);
        else entries.back() += line;
        begin = end;
    }
    std::shuffle(entries.begin(), entries.end(), random);
    std::string result;
    for (const auto& entry : entries) {
        const auto head = entry.find('\n') + 1;
        const std::string body = entry.substr(head);
        const auto inner = body.find_first_not_of(' ');
        result += entry.substr(0, head) + (body.empty() ? body : shuffled(body, inner, random));
    }
    return result;
}

}  // namespace

TEST_CASE("more users never need fewer machines, less disk or less memory") {
    const auto built = for_each_workload(Load::any, [](const std::string& yaml, const Estimate& estimate) {
        for (const auto* factor : {"1.01", "2", "37"}) {
            CAPTURE(factor);
            const double dau = value(estimate, "dau");
            needs_no_less(estimate,
                          estimate_of(yaml, options({"dau=" + std::to_string(dau) + " * " + std::string(factor)})));
        }
    });
    CHECK(built > kWorkloads / 3);
}

TEST_CASE("more writes never need fewer machines, less disk or less memory") {
    const auto built = for_each_workload(Load::any, [](const std::string& yaml, const Estimate& estimate) {
        const std::string name = estimate.model.objects.empty() ? "writes" : estimate.model.objects.front() + ".writes";
        for (const auto* factor : {"1.01", "2", "37"}) {
            CAPTURE(factor);
            const std::string now = std::to_string(value(estimate, name)) + "/s";
            needs_no_less(estimate_of(yaml, options({name + "=" + now})),
                          estimate_of(yaml, options({name + "=" + now + " * " + factor})));
        }
    });
    CHECK(built > kWorkloads / 3);
}

TEST_CASE("twice the users are twice the rates, the bytes and the memory") {
    std::size_t compared = 0;
    const auto built = for_each_workload(Load::of_users, [&](const std::string& yaml, const Estimate& once) {
        const auto twice = estimate_of(yaml, options({"dau=2 * " + std::to_string(value(once, "dau"))}));
        for (const auto& quantity : once.model.quantities) {
            if (quantity.definition == nullptr || quantity.definition->kind != Class::total) continue;
            if (quantity.definition->parts != Op::sum) continue;  // copies, and groups of whole machines
            CAPTURE(quantity.name);
            CHECK(value(twice, quantity.name) == near(2 * value(once, quantity.name), kForgiven));
            ++compared;
        }
    });
    CHECK(built > kWorkloads / 3);
    CHECK(compared > 20 * built);
}

TEST_CASE("the order in which a file says it changes no value") {
    const auto built = for_each_workload(Load::any, [](const std::string& yaml, const Estimate& estimate) {
        std::mt19937 random(7);
        const std::string other = shuffled(yaml, 0, random);
        CAPTURE(other);
        const auto same = estimate_of(other);
        CHECK(same.model.quantities.size() == estimate.model.quantities.size());
        for (const auto& quantity : estimate.model.quantities)
            CHECK(value(same, quantity.name) == near(value(estimate, quantity.name), kForgiven));
    });
    CHECK(built > kWorkloads / 3);
}

TEST_CASE("lines are put into another order with all that is below them") {
    std::mt19937 random(1);
    const std::string text = "a: 1\nb:\n  c: 2\n  d:\n    e: 3\nf: 4\n";
    const auto other = shuffled(text, 0, random);
    CHECK(other.size() == text.size());
    CHECK(other.find("  d:\n    e: 3\n") != std::string::npos);
    CHECK(other.find("b:\n  ") != std::string::npos);
}

}  // namespace bote::test::scaling_test
