// Problems from a seed are what an interviewer might pose: each input within what a practitioner would accept, held
// here by a table of its own, not by the lists that the problems are made of.

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <set>

#include <fmt/format.h>

#include "bote/practice/generate.hpp"
#include "bote/views/verdicts.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::generate_test {
namespace {

constexpr double kDay = 86'400;
constexpr double kYear = 365 * kDay;

struct Plausible {
    std::string_view input;
    double low;
    double high;
};
/// In base units. From the checklists that the model's constants come from, and from the inputs of the files of
/// tests/corpus, which are those of published estimates.
constexpr Plausible kPlausible[] = {
    {"dau", 50e3, 500e6},
    {"mau", 50e3, 500e6},
    {"active_share", 0.1, 0.6},
    {"concurrent_share", 0.01, 0.2},
    {"peak_factor", 1.5, 10},
    {"replication", 2, 3},
    {"headroom", 0, 0.4},
    {"compression", 1, 5},
    {"growth", 0.1, 1},
    {"horizon", kYear, 5 * kYear},
    {"hot_fraction", 0, 0.3},
    {"hit_ratio", 0, 0.99},
    {"cdn_share", 0.5, 0.9},
    {"app.rps", 500, 10e3},
    {"app.target", 0.5, 0.8},
    {"app.connections", 1e3, 100e3},
    {"database.disk", 1e12, 16e12},
    {"cache.memory", 32e9, 512e9},
    {"devices", 10e3, 10e6},
    {"interval", 1, 600},
    {"writer_share", 0.01, 0.5},
    {"writes_per_user", 0.001 / kDay, 100 / kDay},
    {"reads_per_user", 1 / kDay, 100 / kDay},
    {"read_write_ratio", 1, 100},
    {"object_size", 20, 500e6},
    {"retention", kDay, 10 * kYear},
    {"items_per_read", 5, 100},
    {"metadata_size", 10, 5e6},
    {"index_overhead", 0.05, 0.5},
    {"request_size", 100, 5e3},
    {"fanout", 50, 1000},
    {"recipients", 1, 10},
    {"latency", 0.01, 1},
    {"key.length", 5, 10},
};

const Plausible* plausible(std::string_view input) {
    const auto* row = std::find_if(std::begin(kPlausible), std::end(kPlausible),
                                   [&](const Plausible& each) { return each.input == input; });
    return row == std::end(kPlausible) ? nullptr : row;
}

/// Whether every given value lies within its row.
void check_inputs(const Estimate& estimate) {
    for (const QuantityIndex i : estimate.model.quantities.indices()) {
        const ModelQuantity& each = estimate.model[i];
        if (each.origin != Origin::given || each.inherited) continue;
        CAPTURE(each.name);
        const Plausible* row = plausible(each.definition->name);
        REQUIRE(row != nullptr);
        const double value = estimate.values.quantities[i];
        CHECK(value >= row->low * (1 - 1e-9));
        CHECK(value <= row->high * (1 + 1e-9));
    }
}

/// Together they make sense too: a user neither writes nor reads gigabytes a day, but for video.
void check_together(const Estimate& estimate) {
    const double grown = value(estimate, "user_growth");
    const double users = value(estimate, "dau") * (std::isnan(grown) ? 1 : grown);
    if (std::isnan(users)) return;
    constexpr double kMostWritten = 50e6;
    constexpr double kMostRead = 2e9;
    CHECK(value(estimate, "new_data") * kDay / users <= kMostWritten);
    const double out = value(estimate, "egress");
    if (!std::isnan(out)) CHECK(out * kDay / users <= kMostRead);
}

void check_steps(const Problem& problem) {
    CHECK(problem.prompts.size() >= 3);
    CHECK(problem.prompts.size() <= 9);
    for (const auto& prompt : problem.prompts) {
        CAPTURE(prompt.text);
        CHECK(std::isfinite(prompt.target.exact));
        CHECK(prompt.target.exact > 0);
        CHECK(prompt.target.whiteboard > 0);
        CHECK_FALSE(prompt.text.empty());
    }
}

/// How many problems are made: `BOTE_WORKLOADS=1000 ctest -R practice/generate` takes its time.
std::uint64_t problems() {
    constexpr std::uint64_t kUsual = 200;
    const char* wanted = std::getenv("BOTE_WORKLOADS");
    return wanted != nullptr ? std::strtoull(wanted, nullptr, 10) : kUsual;
}

/// Neither the two sides nor the size at which the decision flips are within 20% of each other.
void check_decision(const Problem& problem) {
    REQUIRE(problem.decision);
    CHECK(problem.decision->margin > 1.2);
    const Verdicts verdicts = compute_verdicts(problem.estimate);
    CHECK(verdicts.notes.empty());
    for (const auto& verdict : verdicts.decisions) {
        if (verdict.rule->name != problem.decision->rule || !verdict.flip) continue;
        const double now = problem.estimate.values.quantities[verdict.flip->quantity];
        CHECK(std::max(now / verdict.flip->value, verdict.flip->value / now) > 1.2);
    }
}

}  // namespace

TEST_CASE("generated problems are plausible, defined to the last step, clear in the end, and all different") {
    const std::uint64_t many = problems();
    std::set<std::string> different;
    std::set<std::string> decisions;
    for (std::uint64_t seed = 1; seed <= many; ++seed) {
        CAPTURE(seed);
        const GeneratedProblem made = generate_problem({seed});
        CAPTURE(made.yaml);
        different.insert(made.yaml);
        check_inputs(made.problem.estimate);
        check_together(made.problem.estimate);
        check_steps(made.problem);
        check_decision(made.problem);
        if (made.problem.decision) decisions.insert(made.problem.decision->rule);
    }
    WARN(fmt::format("generated problems: {}, different: {}, kinds of decisions: {}", many, different.size(),
                     decisions.size()));
    CHECK(different.size() == many);
}

TEST_CASE("each topic has problems that ask for its quantities") {
    for (const auto topic :
         {Topic::traffic, Topic::storage, Topic::network, Topic::cache, Topic::servers, Topic::keys, Topic::tiers}) {
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            CAPTURE(name_of(topic), seed);
            const Problem problem = generate_problem({seed, topic}).problem;
            const auto& quantities = problem.estimate.model.quantities;
            const bool asks = std::any_of(problem.prompts.begin(), problem.prompts.end(), [&](const Prompt& prompt) {
                return topic_of(quantities[prompt.quantity].name) == topic;
            });
            CHECK(asks);
        }
    }
}

TEST_CASE("the same seed is the same problem, and the first ones are easy") {
    CHECK(generate_problem({7}).yaml == generate_problem({7}).yaml);
    CHECK(generate_problem({7}).yaml != generate_problem({8}).yaml);
    CHECK(generate_problem({7, Topic::storage}).yaml != generate_problem({7}).yaml);
    for (std::uint64_t seed = 1; seed <= 3; ++seed) CHECK(generate_problem({seed}).level == 1);
    for (std::uint64_t seed = 4; seed <= 7; ++seed) CHECK(generate_problem({seed}).level == 2);
}

TEST_CASE("what is known is told in sentences without a formula, and fits above a question") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        CAPTURE(seed);
        for (const auto& sentence : generate_problem({seed}).problem.sentences) {
            CAPTURE(sentence);
            CHECK(sentence.find('*') == std::string::npos);
            CHECK(sentence.find('{') == std::string::npos);
            CHECK(sentence.find('_') == std::string::npos);
            CHECK(sentence.ends_with('.'));
        }
    }
}

}  // namespace bote::test::generate_test
