#pragma once
// Estimates of workloads by chance, with objects, tiers, ranges and scenarios, for what holds of all of them.
//
//   const auto count = for_each_estimate([](const std::string& yaml, const Estimate& estimate) { ... });
//
// BOTE_WORKLOADS=2000 tries as many; a few are enough to notice a fault in daily work.

#include <cstdlib>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include "bote/cli/run.hpp"
#include "engine/any_workload.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test {

inline constexpr double kSame = 1e-9;
inline constexpr double kAlmostSame = 1e-6;  // differences of large numbers have few digits

/// How many workloads are tried, of which so many more take too long.
inline unsigned tried_workloads(unsigned usual = 12) {
    const char* wanted = std::getenv("BOTE_WORKLOADS");
    return wanted != nullptr ? static_cast<unsigned>(std::strtoul(wanted, nullptr, 10)) : usual;
}

/// None where an input happens to be unused, or a value is out of bounds.
inline std::optional<Estimate> estimate_if_any(const std::string& yaml, const Overlay& overlay = {}) {
    try {
        return estimate_of(yaml, overlay);
    } catch (const InputError&) {
        return std::nullopt;
    }
}

/// Whether nothing is wrong with any of its scenarios either.
inline bool has_valid_scenarios(const std::string& yaml) {
    Environment environment;
    environment.locate = [&](const std::string& name) { return Located{name, name, make_source(name, yaml)}; };
    return run({"estimate", "file", "--samples", "1", "--format", "tsv"}, environment).exit_code != kExitWrongInput;
}

/// Calls the action with so many workloads that can be estimated, and their estimates.
template <class Action>
void for_each_estimate(Action action, Load load = Load::any, unsigned usual = 12) {
    constexpr unsigned kFirst = 5000;  // other workloads than those of the other tests
    constexpr unsigned kMostTries = 20;
    const unsigned count = tried_workloads(usual);
    unsigned found = 0;
    for (unsigned seed = kFirst; found < count; ++seed) {
        REQUIRE(seed < kFirst + kMostTries * count);
        const std::string yaml = AnyWorkload(seed, load).text();
        const auto estimate = estimate_if_any(yaml);
        if (!estimate || !has_valid_scenarios(yaml)) continue;
        CAPTURE(seed);
        INFO(yaml);
        action(yaml, *estimate);
        ++found;
    }
}

/// What may be any number: logarithms, what shrinks, and how busy nothing is once the only machine is down.
inline bool may_be_anything(const Definition* definition) {
    if (definition == nullptr) return true;  // an own formula
    const std::string_view name = definition->name;
    return name.ends_with("growth") || name.ends_with("_log") || name == "tier.stored_availability" ||
           name.find("utilization_less") != std::string_view::npos;
}

inline void check_same(const Estimate& wanted, const Estimate& found, double forgiven = kSame) {
    CHECK(found.model.quantities.size() == wanted.model.quantities.size());
    for (const auto& quantity : wanted.model.quantities) {
        CAPTURE(quantity.name);
        CHECK(value(found, quantity.name) == near(value(wanted, quantity.name), forgiven));
    }
}

/// The lines of the top level with that key left out, and another one in front.
inline std::string with_line(const std::string& yaml, const std::string& key, const std::string& text) {
    std::string rest = "\n" + yaml;
    const auto at = rest.find("\n" + key + ":");
    if (at != std::string::npos) rest.erase(at, rest.find('\n', at + 1) - at);
    return key + ": " + text + rest;
}

/// What a command answers about a workload, as JSON.
inline nlohmann::json asked(const std::string& yaml, std::vector<std::string> words) {
    Environment environment;
    environment.locate = [&](const std::string& name) { return Located{name, name, make_source(name, yaml)}; };
    words.insert(words.end(), {"--format", "json"});
    const auto outcome = run(words, environment);
    INFO(outcome.err);
    REQUIRE(outcome.exit_code != kExitWrongInput);
    return nlohmann::json::parse(outcome.out);
}

}  // namespace bote::test
