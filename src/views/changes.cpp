#include "bote/views/changes.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/shown.hpp"

namespace bote {
namespace {

constexpr std::string_view kNone = "none";

std::string text_of(const Estimate& estimate, std::string_view name) {
    const auto found = estimate.model.find(name);
    return found ? value_text(estimate, *found) : std::string(kNone);
}

void add_new(std::string_view name, std::vector<std::string>& names) {
    if (std::find(names.begin(), names.end(), name) == names.end()) names.emplace_back(name);
}

std::vector<std::string> results_of(const Estimate& before, const Estimate& after) {
    std::vector<std::string> names;
    for (const auto& name : overview_names(Overview::compare, after.model)) add_new(name, names);
    for (const Estimate* each : {&before, &after}) {
        for (const ModelQuantity& quantity : each->model.quantities) {
            if (quantity.definition == nullptr && !quantity.implied) add_new(quantity.name, names);
        }
    }
    return names;
}

std::string differences(const std::vector<std::string>& names, const Estimate& before, const Estimate& after) {
    constexpr std::size_t kMost = 12;
    std::vector<std::string> parts;
    std::size_t more = 0;
    for (const auto& name : names) {
        const std::string was = text_of(before, name);
        const std::string is = text_of(after, name);
        if (was == is) continue;
        if (parts.size() < kMost) parts.push_back(fmt::format("{} {} -> {}", name, was, is));
        else ++more;
    }
    if (more > 0) parts.push_back(fmt::format("{} more", more));
    return join(parts, ", ");
}

}  // namespace

std::string changes_since(const Estimate& before, const Estimate& after) {
    std::vector<std::string> inputs = before.model.given;
    for (const auto& name : after.model.given) add_new(name, inputs);
    std::vector<std::string> results = results_of(before, after);
    std::erase_if(results, [&](const std::string& name) {
        return std::find(inputs.begin(), inputs.end(), name) != inputs.end();
    });
    const std::string given = differences(inputs, before, after);
    const std::string computed = differences(results, before, after);
    return given + (given.empty() || computed.empty() ? "" : "; ") + computed;
}

}  // namespace bote
