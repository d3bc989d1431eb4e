#include <algorithm>
#include <string>
#include <unordered_map>

#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/compare.hpp"

namespace bote {
namespace {

std::vector<Setting> settings_of(const ComparedSide& side) {
    std::vector<Setting> all = side.workload.settings;
    for (const auto& object : side.workload.objects) {
        for (Setting each : object.settings) {
            each.key.text = object.name.text + "." + each.key.text;
            each.group = std::nullopt;
            all.push_back(std::move(each));
        }
    }
    for (const auto& tier : side.workload.tiers) {
        for (Setting each : tier.settings) {
            each.key.text = tier.name.text + "." + each.key.text;
            each.group = std::nullopt;
            all.push_back(std::move(each));
        }
    }
    all.insert(all.end(), side.overlay.options.begin(), side.overlay.options.end());
    return all;
}

double value(const Estimate& estimate, QuantityIndex index) { return estimate.values.quantities[index]; }

/// A value as it prints; empty where there is none.
std::string text_of(const Estimate& estimate, const std::string& name) {
    std::optional<QuantityIndex> index = estimate.model.find(name);
    // A default of all objects is no quantity of its own: theirs have it.
    for (const auto& object : estimate.model.objects) {
        if (!index) index = estimate.model.find(object + "." + name);
    }
    return index ? value_text(estimate, *index) : "";
}

}  // namespace

std::vector<GivenChange> changes_between(const ComparedSide& from, const ComparedSide& to) {
    std::unordered_map<std::string, std::string> before;
    for (const Setting& setting : settings_of(from)) before[setting.key.text] = setting.value.text;
    std::vector<GivenChange> changes;
    for (Setting& setting : settings_of(to)) {
        const auto& name = setting.key.text;
        // A formula that the first has too follows what changes.
        const auto same = before.find(name);
        if (same != before.end() && same->second == setting.value.text) continue;
        const auto was = from.estimate.model.find(name);
        const auto is = to.estimate.model.find(name);
        if (was && is && value(from.estimate, *was) == value(to.estimate, *is)) continue;
        setting.layer = Layer::option;
        std::erase_if(changes, [&](const GivenChange& each) { return each.setting.key.text == name; });
        // A default of all objects is no quantity of its own: the file's words have to do.
        changes.push_back({setting, text_of(from.estimate, name),
                           is ? text_of(to.estimate, name) : show_in_line(setting.value.text)});
    }
    return changes;
}

}  // namespace bote
