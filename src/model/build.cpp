#include <algorithm>
#include <utility>

#include "assemble.hpp"
#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/model/asked.hpp"
#include "bote/model/model.hpp"
#include "correlate.hpp"
#include "missing.hpp"
#include "plan.hpp"
#include "rivals.hpp"
#include "spread.hpp"
#include "waiting.hpp"

namespace bote {
namespace {

/// The definitions of an overlay among those of the file.
struct Defined {
    Defined(Workload from, Overlay over) : workload(std::move(from)), overlay(std::move(over)) {
        for (auto& own : overlay.own) add_definition(std::move(own), workload.own);
        overlay.own.clear();
    }
    Workload workload;
    Overlay overlay;
};

constexpr double kWhiteboardDay = 1e5;

/// "model llama-3-70b", as the file says it.
std::vector<std::string> choices_in(const TierSection& tier, const TierKind* kind) {
    std::vector<std::string> choices;
    if (kind == nullptr) return choices;
    for (const Setting& setting : tier.settings) {
        const std::string& key = setting.key.text;
        if (std::any_of(kind->choices.begin(), kind->choices.end(),
                        [&](const TierChoice& each) { return each.key == key; }))
            choices.push_back(key + " " + setting.value.text);
    }
    return choices;
}

}  // namespace

std::string_view name_of(Origin origin) {
    switch (origin) {
        case Origin::given: return "given";
        case Origin::assumed: return "default";
        case Origin::computed: return "computed";
    }
    return {};
}

std::optional<QuantityIndex> Model::find(std::string_view quantity) const {
    if (const auto definition = built_in_catalog().find(quantity)) {
        const QuantityIndex index = of_definition[*definition];
        return index == QuantityIndex::none ? std::nullopt : std::optional(index);
    }
    const auto name_at = [&](QuantityIndex index) -> std::string_view { return quantities[index].name; };
    const auto found =
        std::lower_bound(by_name.begin(), by_name.end(), quantity,
                         [&](QuantityIndex index, std::string_view wanted) { return name_at(index) < wanted; });
    if (found == by_name.end() || name_at(*found) != quantity) return std::nullopt;
    return *found;
}

Model build_model(const Workload& workload, const Overlay& overlay) {
    if (!overlay.own.empty()) {
        const Defined defined(workload, overlay);
        return build_model(defined.workload, defined.overlay);
    }
    Plan plan(workload, overlay);
    Model model;
    find_waiting(plan, workload, overlay, model);
    model.name = workload.name;
    model.file = workload.source ? workload.source->name : "";
    model.description = workload.description;
    model.origin = workload.origin;
    model.conventions = plan.conventions;
    model.whiteboard = conventions_with_day(workload, kWhiteboardDay);
    model.objects = plan.nodes.objects();
    for (const auto& [tier, title] : workload.titles) model.titles.push_back({tier.text, title.text, nullptr, {}});
    for (std::size_t i = 0; i < workload.tiers.size(); ++i) {
        const TierSection& tier = workload.tiers[i];
        model.tiers.push_back({tier.name.text,
                               tier.title ? tier.title->text : tier.name.text,
                               plan.nodes.kind_of_tier(plan.nodes.scopes() + static_cast<int>(i)),
                               {},
                               {}});
        for (const auto& before : tier.after) model.tiers.back().after.push_back(before.text);
        model.tiers.back().choices = choices_in(tier, model.tiers.back().kind);
    }
    std::vector<RivalOfNode> rivals = find_rivals(*plan.graph);
    check_parts(*plan.graph);
    ScaledParts spread = spread_totals(*plan.graph);
    if (spread.empty()) {
        assemble(plan, std::move(rivals), model);
    } else {
        Plan spread_out(with_spread(workload, std::move(spread)), overlay, plan.formulas);
        (void)spread_out.roots();  // throws if an expectation reads what the sharing left without a value
        assemble(spread_out, std::move(rivals), model);
    }
    bind_correlations(workload, model);
    return model;
}

std::string describe_missing(const Workload& workload, const Overlay& overlay, std::string_view quantity) {
    const Defined defined(workload, overlay);
    const Plan plan(defined.workload, defined.overlay);
    const auto id = plan.nodes.find_quantity(quantity, 0);
    if (!id || plan.graph->is_present(*id)) return "";
    return quoted_list(Missing(*plan.graph).inputs(*id));
}

}  // namespace bote
