// The commands that need no workload: presets, new, constants, quantities, tiers, units.

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/embed/new_document.hpp"
#include "bote/model/find.hpp"
#include "bote/views/listings.hpp"
#include "bote/yaml/yaml.hpp"
#include "commands.hpp"
#include "embed.hpp"
#include "files.hpp"
#include "inputs.hpp"

namespace bote {

Outcome run_presets(const CommandSetting& setting) {
    return {kExitAnswered, render(describe_presets(find_presets(setting.environment)), setting), ""};
}

Outcome run_constants(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const std::string topic = words.empty() ? "" : words.front();
    const auto topics = constant_topics();
    if (topic.empty() || std::find(topics.begin(), topics.end(), topic) != topics.end())
        return {kExitAnswered, render(describe_constants(built_in_catalog(), {}, topic), setting), ""};
    const auto near = closest(topic, {topics.begin(), topics.end()});
    throw InputError(
        Error{{},
              fmt::format("expected latency, powers or nines, found '{}'", show_in_line(topic)),
              near ? fmt::format("did you mean '{}'?", *near) : "without a word it lists what the model assumes"});
}

Outcome run_tiers(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const Catalog& catalog = built_in_catalog();
    if (words.empty()) return {kExitAnswered, render(describe_kinds(catalog), setting), ""};
    const TierKind* kind = find_kind(catalog, words.front());
    if (kind == nullptr) kind = find_kind_of_product(catalog, words.front());
    if (kind != nullptr) return {kExitAnswered, render(describe_kind(catalog, *kind), setting), ""};
    std::vector<std::string_view> known;
    for (const TierKind& each : catalog.kinds) known.push_back(each.name);
    const auto near = closest(words.front(), known);
    throw InputError(Error{{},
                           fmt::format("there is no kind of tier '{}'", show_in_line(words.front())),
                           near ? fmt::format("did you mean '{}'?", *near) : "`bote tiers` lists the kinds"});
}

Outcome run_units(const CommandSetting& setting) { return {kExitAnswered, render(describe_units({}), setting), ""}; }

Outcome run_new(const CommandSetting& setting) {
    const std::string& name = setting.options.words.front();
    const auto source = make_source("NAME", name, SourceKind::option);
    check_text(source);
    const auto fault = name.find('\t') == std::string::npos ? fault_of_name(name) : "holds a tab";
    if (!fault.empty()) throw InputError(Error{{source, 0, name.size()}, fmt::format("the name {}", fault), ""});
    if (!setting.options.document) return {kExitAnswered, new_workload(name), ""};
    return {kExitAnswered, fill_document(make_source("<new>", new_document(name)), "", setting), ""};
}

Outcome run_quantities(const CommandSetting& setting) {
    const auto& words = setting.options.words;
    const std::string asked = words.empty() ? "" : words.front();
    const Report report = describe_quantities(built_in_catalog(), asked);
    if (!report.records.rows.empty()) return {kExitAnswered, render(report, setting), ""};
    const auto near = closest_meant(built_in_catalog(), asked);
    throw InputError(Error{{},
                           fmt::format("no quantity has '{}' in its name or meaning", show_in_line(asked)),
                           near ? fmt::format("did you mean '{}'?", *near) : "`bote quantities` lists them all"});
}

}  // namespace bote
