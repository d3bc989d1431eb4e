#include "section_rows.hpp"

#include <algorithm>
#include <string>

#include "bote/views/common.hpp"

namespace bote {
namespace {

constexpr std::string_view kRates[] = {"writes",     "reads",          "write_qps",       "read_qps",
                                       "qps",        "peak_write_qps", "peak_read_qps",   "peak_qps",
                                       "deliveries", "pushes",         "concurrent_users"};
constexpr std::string_view kBytes[] = {"ingress",      "egress",      "bandwidth",
                                       "peak_ingress", "peak_egress", "peak_bandwidth"};
constexpr std::string_view kMachines[] = {"app.servers",      "app.machines",      "cache.servers", "cache.machines",
                                          "database.servers", "database.machines", "servers",       "machines"};
constexpr std::string_view kStorageSteps[] = {"stored_size", "new_data", "retained_objects",
                                              "data",        "filled",   "storage"};
constexpr std::string_view kCacheSteps[] = {"cache_memory", "database_read_qps"};

// What is only there when it was asked for, by giving what it rests on.
constexpr std::string_view kClasses[] = {"hot_storage", "warm_storage", "cold_storage"};
constexpr std::string_view kCdn[] = {"cdn_egress", "origin_egress", "internal_traffic"};
constexpr std::string_view kConcurrency[] = {"concurrent_requests", "peak_concurrent_requests", "streams",
                                             "app.connections_each", "app.working_memory"};
constexpr std::string_view kSkew[] = {"hot_share",         "hottest_share", "hottest_qps",
                                      "hottest_shard_qps", "pushed_share",  "pulled_writes"};
constexpr std::string_view kUnits[] = {"write_units", "read_units"};
constexpr std::string_view kLoad[] = {
    "app.utilization", "app.utilization_less_server", "app.utilization_less_zone", "app.waiting_share", "app.wait",
    "app.wait_p95",    "database.shard_qps"};
constexpr std::string_view kKeys[] = {"key.space", "key.used_share", "key.lifetime"};
constexpr std::string_view kMoreKeys[] = {"key.needed_length", "key.all_size", "key.kept_size"};
constexpr std::string_view kCost[] = {
    "cost.app",      "cost.cache", "cost.storage",    "cost.egress",         "cost.ingress",
    "cost.requests", "cost",       "cost.to_horizon", "cost.per_1000_users", "cost.per_million_requests"};
constexpr std::string_view kAvailability[] = {"app.availability",
                                              "cache.availability",
                                              "data_availability",
                                              "availability",
                                              "downtime",
                                              "downtime_month",
                                              "nines",
                                              "durability"};

constexpr SectionRow kSections[] = {
    {"Traffic", kRates, Drawn::traffic},
    {"Storage", kStorageSteps, Drawn::storage},
    {"Storage classes", kClasses},
    {"Bandwidth", kBytes, Drawn::bandwidth},
    {"CDN and internal traffic", kCdn},
    {"Cache", kCacheSteps, Drawn::cache},
    {"Servers", kMachines, Drawn::servers},
    {"Concurrency", kConcurrency},
    {"Skew", kSkew},
    {"Capacity units", kUnits},
    {"Load", kLoad, Drawn::steps, true},
    {"Keys", kKeys},
    {"Keys, further", kMoreKeys, Drawn::steps, true},
    {"Cost", kCost},
    {"Availability", kAvailability},
};

}  // namespace

std::span<const SectionRow> all_sections() { return kSections; }

bool is_trivial(const Estimate& estimate, int index) {
    const Model& model = estimate.model;
    const auto value_of = [&](int each) { return estimate.values.quantities[static_cast<std::size_t>(each)]; };
    const auto name = model.quantities[static_cast<std::size_t>(index)].name;
    if (name == "origin_egress") return !model.find("cdn_egress");
    if (name == "key.needed_length") return !model.find("key.space");
    if (name == "servers" || name == "machines") {
        const auto tiers = all_tiers();
        return std::count_if(tiers.begin(), tiers.end(), [&](const Tier& tier) {
                   return model.find(std::string(tier.name) + "." + std::string(name)).has_value();
               }) < 2;
    }
    if (name != "stored_size") return false;
    const auto size = model.find("object_size");
    if (!size) return false;
    const auto& names = model.quantities[static_cast<std::size_t>(index)].names;
    const bool varies = std::any_of(names.begin(), names.end(), [&](const Binding& each) {  // a range around 1, say
        return each.quantity >= 0 && each.quantity != *size &&
               std::any_of(estimate.program.draws.begin(), estimate.program.draws.end(),
                           [&](const Draw& draw) { return draw.slot == static_cast<std::uint32_t>(each.quantity); });
    });
    return !varies && value_of(index) == value_of(*size);
}

std::vector<ShownSection> shown_quantities(const Estimate& estimate, Extent extent) {
    const Model& model = estimate.model;
    std::vector<ShownSection> sections;
    for (const SectionRow& row : all_sections()) {
        if (row.only_in_all && extent == Extent::brief) continue;
        ShownSection section{row.title, {}};
        const auto add = [&](int index) {
            if (!model.quantities[static_cast<std::size_t>(index)].neutral && !is_trivial(estimate, index))
                section.quantities.push_back(index);
        };
        for (const auto name : row.quantities) {
            const auto sum = model.find(name);
            if (sum) add(*sum);
            if (sum && extent == Extent::brief) continue;  // the sum will do
            for (const auto& object : model.objects) {
                if (const auto part = model.find(object + "." + std::string(name))) add(*part);
            }
        }
        sections.push_back(std::move(section));
    }
    ShownSection own{"Own quantities", {}};
    for (std::size_t i = 0; i < model.quantities.size(); ++i) {
        if (model.quantities[i].definition == nullptr) own.quantities.push_back(static_cast<int>(i));
    }
    sections.push_back(std::move(own));
    return sections;
}

}  // namespace bote
