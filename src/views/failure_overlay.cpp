// What a failure lays over a workload: the machines that were planned, how busy they are, and what changes.

#include <algorithm>
#include <cmath>
#include <span>
#include <string_view>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/failures.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

/// Counts where nobody says otherwise.
Setting assumed(const std::string& assignment, const std::string& option) {
    Setting setting = read_option(assignment, option);
    setting.layer = Layer::profile;
    return setting;
}

/// What follows from the workload without the failure.
Setting planned_value(const std::string& assignment, const std::string& option) {
    Setting setting = assumed(assignment, option);
    setting.implied = true;
    return setting;
}

/// What is asked of a tier, beside what is marked as the scale of a workload. Other rates are what a machine can do.
constexpr std::string_view kLoadsOfTiers[] = {
    "tier.connections_needed", "tier.iops_needed", "tier.throughput_needed", "tier.ingress", "tier.egress",
    "tier.peak_ingress",       "tier.peak_egress", "tier.load_in",           "tier.tokens",  "tier.peak_tokens"};

/// What is there already, whoever asks for it.
constexpr std::string_view kHeld[] = {"existing",        "existing_data", "tier.keys",
                                      "tier.parameters", "tier.rows",     "tier.vectors"};

/// Whether one of these names is the row's.
bool is_among(std::span<const std::string_view> names, const Definition& row) {
    return std::find(names.begin(), names.end(), row.name) != names.end();
}

bool is_load(const Definition& row) {
    if (row.scale) return !is_among(kHeld, row);
    if (row.kind == Class::tier) return is_among(kLoadsOfTiers, row);
    constexpr Dimension kRate{0, -1, 0};
    constexpr Dimension kByteRate{1, -1, 0};
    const Dimension dimension = row.display.dimension;
    return row.kind == Class::total && !row.constant && (dimension == kRate || dimension == kByteRate);
}

/// Lays a failure over a workload, step by step.
class FailureOverlay {
public:
    FailureOverlay(const Failure& failure, const Workload& workload, Overlay overlay)
        : failure_(failure),
          option_("--scenario " + std::string(failure.name)),
          workload_(without_expectations(workload)),
          overlay_(std::move(overlay)) {}

    Overlay lay() {
        const Estimate planned = compute_estimate(workload_, overlay_);
        add_fleets(planned);
        if (!failure_.assumed.empty())
            overlay_.profile.insert(overlay_.profile.begin(), assumed(std::string(failure_.assumed), option_));
        add_use(compute_estimate(workload_, before_failure()));
        const std::vector<Setting> loads = multiplied_loads(planned);
        const std::vector<Setting> changes = changes_in(planned);
        if (loads.empty() && changes.empty()) refuse(planned);
        overlay_.options.insert(overlay_.options.begin(), changes.begin(), changes.end());
        overlay_.options.insert(overlay_.options.end(), loads.begin(), loads.end());
        overlay_.failure = &failure_;
        return std::move(overlay_);
    }

private:
    /// They are about the failure, and may name what is there only then.
    static Workload without_expectations(Workload workload) {
        workload.expectations.clear();
        return workload;
    }

    [[noreturn]] void refuse(const Estimate& planned) const {
        throw InputError(
            Error{{},
                  fmt::format("'{}' changes nothing in {}", failure_.name, show_in_line(planned.model.file)),
                  failure_.load_by.empty() ? "no cache answers any reads: no `hit_ratio` is above 0%"
                                           : "no users, rates or loads are given"});
    }

    void add_fleets(const Estimate& planned) {
        const std::size_t before = overlay_.profile.size();
        for (const Tier& tier : all_tiers(planned.model)) {
            const auto machines = finite_value(planned, name_in_tier(tier.name, "machines"));
            if (!machines || !(*machines > 0)) continue;
            overlay_.profile.push_back(
                planned_value(fmt::format("{}={:.0f}", name_in_tier(tier.name, "fleet"), *machines), option_));
        }
        if (overlay_.profile.size() > before) return;
        throw InputError(Error{{},
                               fmt::format("'{}' needs machines that can fail: none follow from {} yet", failure_.name,
                                           show_in_line(planned.model.file)),
                               ""});
    }

    /// Whoever says how much fails says it of the failure.
    [[nodiscard]] Overlay before_failure() const {
        Overlay before = overlay_;
        std::erase_if(before.options, [](const Setting& each) {
            const std::string& key = each.key.text;
            return key == "zones_down" || key == "servers_down" || key == "regions_down";
        });
        return before;
    }

    void add_use(const Estimate& before) {
        for (const Tier& tier : all_tiers(before.model)) {
            const auto use = finite_value(before, name_in_tier(tier.name, "fleet_use"));
            if (!use) continue;
            constexpr double kPercent = 100;
            overlay_.profile.push_back(planned_value(
                fmt::format("{}={}%", name_in_tier(tier.name, "fleet_use_before"), *use * kPercent), option_));
        }
    }

    /// Once for each object that has a value of its own to be changed.
    [[nodiscard]] std::vector<Setting> changes_in(const Estimate& planned) const {
        if (failure_.changes.empty()) return {};
        const Setting change = read_option(failure_.changes, option_);
        const Definition& row = built_in_catalog()[*built_in_catalog().find(change.key.text)];
        if (row.kind == Class::workload) return {change};
        std::vector<std::string> prefixes{""};
        for (const std::string& object : planned.model.objects) prefixes.push_back(object + ".");
        if (prefixes.size() > 1) prefixes.erase(prefixes.begin());
        const QuantityMarks used = find_used(planned.model);
        std::vector<Setting> changes;
        for (const std::string& prefix : prefixes) {
            const auto index = planned.model.find(prefix + change.key.text);
            if (!index || used[*index] == 0) continue;
            const auto now = finite_value(planned, prefix + change.key.text);
            const bool in_memory_alone = planned.model.find(prefix + "stock").has_value();
            if (!now || *now == 0 || in_memory_alone) continue;
            changes.push_back(read_option(prefix + std::string(failure_.changes), option_));
        }
        return changes;
    }

    /// What follows from others follows them.
    [[nodiscard]] std::vector<Setting> multiplied_loads(const Estimate& planned) const {
        std::vector<Setting> loads;
        if (failure_.load_by.empty()) return loads;
        for (const ModelQuantity& quantity : planned.model.quantities) {
            const bool given = quantity.origin == Origin::given && !quantity.inherited && !quantity.implied;
            if (!given || quantity.definition == nullptr || !quantity.names.empty()) continue;
            if (!is_load(*quantity.definition)) continue;
            loads.push_back(read_option(
                fmt::format("{}=({}) * {}", quantity.name, quantity.formula->text, failure_.load_by), option_));
        }
        return loads;
    }

    const Failure& failure_;
    std::string option_;
    Workload workload_;
    Overlay overlay_;
};

}  // namespace

Overlay with_failure(const Failure& failure, const Workload& workload, Overlay overlay) {
    return FailureOverlay(failure, workload, std::move(overlay)).lay();
}

}  // namespace bote
