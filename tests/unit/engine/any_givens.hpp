#pragma once
// Workloads of which any quantities are given, also those that are usually computed: by chance, from a seed.
//
//   std::string yaml = AnyGivens(7).text();      // "write_qps: 31/s\nobject_size: 4 KB\nstored_size: 9 KB\n"

#include <random>
#include <string>
#include <string_view>
#include <vector>

namespace bote::test {

class AnyGivens {
public:
    explicit AnyGivens(unsigned seed) : random_(seed) {}

    std::string text() {
        const int objects = chance(60) ? 0 : pick(1, 3);
        std::string yaml = lines("", kOfWhole, 12);
        if (objects == 0) return yaml + object("");
        yaml += lines("", kPolicies, 12) + (chance(40) ? lines("", kTotals, 4) : "") + "objects:\n";
        for (int i = 0; i < objects; ++i)
            yaml += std::string("  thing_") + static_cast<char>('a' + i) + ":\n" + object("    ");
        return yaml;
    }

private:
    struct Row {
        std::string_view name;
        std::string_view unit;
        int low;
        int high;
    };

    static constexpr Row kOfWhole[] = {
        {"dau", "M", 1, 900},          {"mau", "M", 900, 2000},          {"concurrent_users", "k", 1, 900},
        {"horizon", "years", 1, 9},    {"server.rps", "k/s", 1, 90},     {"server.disk", "TB", 1, 20},
        {"app.rps", "k/s", 1, 90},     {"cache.memory", "GB", 16, 512},  {"spares", "", 0, 4},
        {"zones", "", 2, 5},           {"price.server", "/month", 1, 9}, {"server.availability", "%", 90, 99},
        {"shard_size", "GB", 10, 900},
    };
    static constexpr Row kPolicies[] = {
        {"growth", "%", 1, 90},       {"busy_hours", "h", 1, 23},     {"peak_factor", "", 2, 9},
        {"latency", "ms", 1, 900},    {"retention", "days", 1, 3000}, {"headroom", "%", 0, 60},
        {"margin", "", 1, 3},         {"replication", "", 1, 5},      {"cdn_share", "%", 1, 99},
        {"hot_fraction", "%", 1, 99}, {"hit_ratio", "%", 1, 99},      {"memory_overhead", "%", 1, 90},
        {"compression", "", 1, 5},    {"index_overhead", "%", 1, 90}, {"hot_age", "days", 1, 90},
    };
    static constexpr Row kInputs[] = {
        {"writes_per_user", "/day", 1, 90},
        {"reads_per_user", "/day", 1, 90},
        {"read_write_ratio", "", 1, 200},
        {"object_size", "KB", 1, 900},
        {"metadata_size", "B", 1, 900},
        {"derived_size", "KB", 1, 90},
        {"existing", "M", 1, 900},
        {"items_per_read", "", 1, 30},
        {"fanout", "", 1, 300},
        {"recipients", "", 1, 300},
        {"request_size", "B", 1, 900},
        {"response_size", "B", 1, 900},
        {"upload_size", "KB", 1, 900},
        {"read_size", "KB", 1, 900},
        {"stored_size", "KB", 1, 900},
        {"resident_objects", "M", 1, 900},
        {"entry_overhead", "B", 1, 900},
        {"duration", "s", 1, 900},
        {"stock", "M", 1, 900},
        {"key.length", "", 4, 9},
        {"write_unit", "KB", 1, 9},
    };
    static constexpr Row kTotals[] = {
        {"writes", "M/day", 1, 900},
        {"reads", "M/day", 1, 900},
        {"write_qps", "/s", 1, 9000},
        {"read_qps", "/s", 1, 9000},
        {"qps", "/s", 9000, 30000},
        {"busy_qps", "/s", 9000, 30000},
        {"peak_write_qps", "/s", 1, 90000},
        {"peak_read_qps", "/s", 1, 90000},
        {"peak_qps", "/s", 90000, 200000},
        {"deliveries", "/s", 1, 90000},
        {"pushes", "/s", 1, 90000},
        {"written", "GB/day", 1, 900},
        {"new_objects", "M/day", 1, 900},
        {"new_data", "GB/day", 1, 900},
        {"existing_data", "TB", 1, 900},
        {"retained_objects", "M", 1, 9000},
        {"data", "TB", 1, 900},
        {"filled", "TB", 1, 900},
        {"replicated", "TB", 1, 900},
        {"storage", "TB", 1, 900},
        {"ingress", "MB/s", 1, 900},
        {"egress", "MB/s", 1, 900},
        {"peak_ingress", "MB/s", 1, 900},
        {"peak_egress", "MB/s", 1, 900},
        {"bandwidth", "MB/s", 1, 900},
        {"cache_memory", "GB", 1, 900},
        {"database_read_qps", "/s", 1, 90},
        {"concurrent_requests", "", 1, 900},
    };

    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    bool chance(int percent) { return pick(1, 100) <= percent; }

    template <std::size_t count>
    std::string lines(const std::string& indent, const Row (&rows)[count], int percent) {
        std::string yaml;
        for (const Row& row : rows) {
            if (!chance(percent)) continue;
            const std::string money = row.name.starts_with("price") ? "$" : "";
            const bool attached = row.unit == "M" || row.unit == "k" || row.unit.empty() || row.unit[0] == '/' ||
                                  row.unit == "%" || row.unit.ends_with("M/day") || row.unit == "k/s";
            yaml += indent + std::string(row.name) + ": " + money + std::to_string(pick(row.low, row.high)) +
                    (attached ? "" : " ") + std::string(row.unit) + "\n";
        }
        return yaml;
    }

    std::string object(const std::string& indent) {
        const std::string yaml = lines(indent, kInputs, 18) + lines(indent, kTotals, 9) + lines(indent, kPolicies, 9);
        return yaml.empty() ? indent + "writes: 1M/day\n" : yaml;
    }

    std::mt19937 random_;
};

}  // namespace bote::test
