#pragma once
// Tiers by chance, from a seed, each with a demand and of any kind.
//
//   AnyTiers tiers(7);
//   std::string yaml = tiers.text();            // "tiers:\n  box_0: {kind: kafka, load: 5000/s, ...}\n"
//   tiers.grow(0, 1, 2).text();                 // the second demand of the first tier, doubled

#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace bote::test {

struct Demand {
    std::string name;
    double low;
    double high;
    std::string unit;
};

inline const std::vector<Demand>& demands_of(const std::string& kind) {
    static const std::vector<Demand> kAny{{"load", 1, 9e5, "/s"},           {"work", 1, 90, " ms"},
                                          {"latency", 1, 900, " ms"},       {"request_size", 1, 900, " KB"},
                                          {"response_size", 1, 900, " KB"}, {"connections_needed", 1, 9e6, ""},
                                          {"memory_needed", 1, 900, " GB"}, {"disk_needed", 1, 900, " TB"},
                                          {"iops_needed", 1, 9e5, "/s"},    {"throughput_needed", 1, 900, " MB/s"}};
    static const std::vector<Demand> kKafka{{"load", 1, 9e5, "/s"},
                                            {"message", 1, 90, " KB"},
                                            {"keeps", 1, 90, " days"},
                                            {"consumer_groups", 1, 9, ""},
                                            {"consumer_work", 1, 9, " ms"}};
    static const std::vector<Demand> kRedis{
        {"load", 1, 9e5, "/s"}, {"entries", 1, 9e9, ""}, {"entry_size", 1, 900, " B"}};
    static const std::vector<Demand> kSql{
        {"read_load", 1, 9e5, "/s"}, {"write_load", 1, 9e4, "/s"}, {"disk_needed", 1, 90, " TB"}};
    static const std::vector<Demand> kRows{
        {"read_load", 1, 9e5, "/s"}, {"write_load", 1, 9e4, "/s"}, {"rows", 1, 9e9, ""}, {"row_size", 1, 90, " KB"}};
    static const std::vector<Demand> kSearch{{"documents", 1, 9e9, ""}, {"document_size", 1, 90, " KB"}};
    static const std::vector<Demand> kSockets{{"connections_needed", 1, 9e7, ""}};
    static const std::vector<Demand> kWorkers{{"load", 1, 9e5, "/s"}, {"work", 1, 90, " s"}};
    static const std::vector<Demand> kStream{
        {"load", 1, 9e5, "/s"}, {"keys", 1, 9e9, ""}, {"state_of_key", 1, 900, " B"}};
    static const std::vector<Demand> kSeries{{"series", 1, 9e7, ""}, {"series_memory", 1, 9, " KB"}};
    static const std::vector<Demand> kCalls{
        {"participants", 1, 9e6, ""}, {"stream_rate", 1, 9, " Mbps"}, {"call_size", 2, 90, ""}};
    static const std::vector<Demand> kVectors{
        {"vectors", 1, 9e8, ""}, {"dimensions", 1, 4e3, ""}, {"links", 1, 90, ""}};
    static const std::vector<Demand> kModel{{"load", 1, 900, "/s"}, {"output_tokens", 1, 900, ""}};
    if (kind == "kafka") return kKafka;
    if (kind == "redis") return kRedis;
    if (kind == "sql") return kSql;
    if (kind == "wide_column") return kRows;
    if (kind == "search_index") return kSearch;
    if (kind == "websocket") return kSockets;
    if (kind == "workers") return kWorkers;
    if (kind == "stream") return kStream;
    if (kind == "time_series") return kSeries;
    if (kind == "media_relay") return kCalls;
    if (kind == "vector_index") return kVectors;
    if (kind == "llm") return kModel;
    return kAny;
}

class AnyTiers {
public:
    struct Given {
        Demand demand;
        double value;
    };
    struct Tier {
        std::string kind;
        std::string policy;
        std::vector<Given> givens;
    };

    explicit AnyTiers(unsigned seed) : random_(seed) {
        static const char* const kKinds[] = {
            "",        "",       "kafka",       "redis",       "sql",          "wide_column",  "websocket",
            "workers", "stream", "time_series", "media_relay", "vector_index", "search_index", "object_store",
            "llm"};
        const int count = pick(1, 4);
        for (int i = 0; i < count; ++i)
            tiers_.push_back(tier(kKinds[static_cast<std::size_t>(pick(0, static_cast<int>(std::size(kKinds)) - 1))]));
    }

    [[nodiscard]] const std::vector<Tier>& tiers() const { return tiers_; }
    [[nodiscard]] static std::string name(std::size_t tier) { return "box_" + std::to_string(tier); }

    [[nodiscard]] AnyTiers grow(std::size_t tier, std::size_t demand, double factor) const {
        AnyTiers more = *this;
        more.tiers_[tier].givens[demand].value *= factor;
        return more;
    }

    [[nodiscard]] std::string text() const {
        std::string yaml = "tiers:\n";
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            yaml += "  " + name(i) + ":\n" + tiers_[i].policy;
            for (const auto& each : tiers_[i].givens)
                yaml += "    " + each.demand.name + ": " + std::to_string(each.value) + each.demand.unit + "\n";
        }
        return yaml;
    }

private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    bool chance(int percent) { return pick(1, 100) <= percent; }

    Tier tier(const std::string& kind) {
        Tier made{kind, kind.empty() ? "" : "    kind: " + kind + "\n", {}};
        if (kind == "llm") made.policy += "    model: llama-3-8b\n    accelerator: h100\n    prompt_tokens: 500\n";
        if (chance(30)) made.policy += "    copies: " + std::to_string(pick(1, 4)) + "\n";
        if (chance(30)) made.policy += "    spares: " + std::to_string(pick(0, 4)) + "\n";
        if (chance(30)) made.policy += "    target: " + std::to_string(pick(20, 100)) + "%\n";
        for (const auto& each : demands_of(kind)) {
            const bool needs_all = !kind.empty();
            if (!needs_all && !chance(40)) continue;
            made.givens.push_back({each, std::uniform_real_distribution<double>(each.low, each.high)(random_)});
        }
        return made;
    }

    std::mt19937 random_;
    std::vector<Tier> tiers_;
};

}  // namespace bote::test
