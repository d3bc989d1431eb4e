#pragma once
// Workloads by chance, from a seed: several objects, inputs given this way or that, tiers, own quantities, expectations
// and scenarios.
//
//   std::string yaml = AnyWorkload(7).text();
//   std::string yaml = AnyWorkload(7, Load::of_users).text();    // all load comes from `dau`, nothing is there before

#include <random>
#include <string>
#include <vector>

namespace bote::test {

enum class Load { any, of_users };

class AnyWorkload {
public:
    explicit AnyWorkload(unsigned seed, Load load = Load::any) : random_(seed), load_(load) {}

    std::string text() {
        const int objects = pick(0, 3);
        std::string yaml = "dau: " + number(1, 500) + "M\n";
        if (chance(30)) yaml += "mau: " + number(500, 900) + "M\n";
        yaml += people() + machines() + prices();
        if (chance(20)) yaml += "conventions: {day: 100000 s}\n";
        if (chance(40)) yaml += "horizon: " + number(1, 9) + " years\n";
        const std::string stored = objects == 0 ? stream("", "") : "";
        if (objects == 0) yaml += stored;
        else yaml += "retention: " + number(1, 9) + " years\nobjects:\n";
        for (int i = 0; i < objects; ++i) {
            names_.push_back(std::string("stream_") + static_cast<char>('a' + i));
            yaml += "  " + names_.back() + ":\n" + stream("    ", i > 0 ? names_.front() + "." : "");
        }
        return yaml + own() + scenarios() + (load_ == Load::any ? tiers() : "");
    }

private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    bool chance(int percent) { return pick(1, 100) <= percent; }
    std::string number(int low, int high) { return std::to_string(pick(low, high)); }

    std::string line(const std::string& indent, const std::string& key, const std::string& value) {
        return indent + key + ": " + value + "\n";
    }

    std::string people() {
        std::string yaml;
        if (chance(30)) yaml += "concurrent_share: " + number(1, 30) + "%\n";
        else if (chance(30)) yaml += "sessions_per_user: " + number(1, 20) + "/day\nsession_length: 7 min\n";
        if (chance(30)) yaml += "latency: " + number(1, 900) + " ms\napp.workers: " + number(10, 500) + "\n";
        return yaml;
    }

    std::string machines() {
        std::string yaml;
        if (chance(30)) yaml += "server.rps: " + number(1, 90) + "k/s\n";
        if (chance(30)) yaml += "server.disk: " + number(1, 20) + " TB\n";
        if (chance(20)) yaml += "zones: " + number(2, 5) + "\n";
        if (chance(20)) yaml += "server.availability: 99." + number(0, 9) + "%\n";
        else if (chance(20)) yaml += "server: {mtbf: " + number(500, 9000) + " h, mttr: " + number(1, 9) + " h}\n";
        if (chance(20)) yaml += "server.disk_failures: " + number(1, 5) + "%\n";
        if (chance(20)) yaml += "dependency_availability: 99.9" + number(0, 9) + "%\n";
        return yaml;
    }

    std::string prices() {
        std::string yaml;
        if (chance(30)) yaml += "price.server: $" + number(50, 900) + "/month\n";
        if (chance(20)) yaml += "price.storage: $0.0" + number(1, 9) + "/GB/month\n";
        else if (chance(20)) yaml += "price.disk: $0.0" + number(1, 9) + "/GB/month\n";
        if (chance(20)) yaml += "price.egress: $0.0" + number(1, 9) + "/GB\n";
        if (chance(20)) yaml += "price.request: $0.40 / 1 million\n";
        return yaml;
    }

    std::string writes(const std::string& indent, const std::string& other) {
        if (!other.empty() && chance(30)) return line(indent, "writes", other + "writes * " + number(1, 300) + "%");
        if (load_ == Load::of_users || chance(50)) {
            const std::string share = chance(20) ? line(indent, "writer_share", number(1, 99) + "%") : "";
            return share + line(indent, "writes_per_user", number(1, 40) + " to " + number(41, 90) + " per day");
        }
        if (chance(10)) return line(indent, "devices", number(1, 90) + "M") + line(indent, "interval", "30 s");
        return line(indent, "writes", number(1, 900) + "M/day");
    }

    /// One object: written, read and stored, each in one of several ways.
    std::string stream(const std::string& indent, const std::string& other) {
        std::string yaml = writes(indent, other);
        if (chance(50)) yaml += line(indent, "read_write_ratio", number(1, 200) + ":1");
        else yaml += line(indent, "reads_per_user", number(1, 200) + "/day");
        if (chance(80)) yaml += line(indent, "object_size", number(1, 900) + (chance(50) ? " KB" : " B + 8 B"));
        else yaml += line(indent, "duration", number(1, 90) + " s") + line(indent, "bitrate", number(1, 9) + " Mbps");
        if (chance(30)) yaml += line(indent, "metadata_size", number(1, 900) + " B");
        if (chance(30)) yaml += line(indent, "index_overhead", number(0, 150) + "%");
        if (chance(30)) yaml += line(indent, "compression", "1." + number(0, 9));
        if (load_ == Load::any && chance(30)) yaml += line(indent, "existing", number(1, 900) + "M");
        if (load_ == Load::any && chance(20)) yaml += line(indent, "zipf_exponent", "0." + number(5, 9));
        if (load_ == Load::any && chance(10)) yaml += line(indent, "resident_objects", number(1, 900) + "M");
        else if (chance(20)) yaml += line(indent, "cached_age", number(1, 90) + " days");
        if (chance(20)) yaml += line(indent, "memory_overhead", number(0, 99) + "%");
        if (chance(20)) yaml += line(indent, "derived_size", number(1, 90) + " KB");
        if (chance(20)) yaml += line(indent, "cdn_share", number(0, 100) + "%");
        if (chance(20)) yaml += line(indent, "growth", number(-20, 90) + "%");
        if (chance(20)) yaml += line(indent, "key.length", number(4, 9));
        if (chance(20)) yaml += line(indent, "write_unit", number(1, 9) + " KB");
        if (chance(30)) yaml += ages(indent);
        if (chance(40)) yaml += line(indent, "retention", number(1, 99) + " months");
        if (chance(30)) yaml += line(indent, "replication", "1." + number(0, 9));
        else if (chance(30)) yaml += line(indent, "erasure_coding", number(2, 12) + "+" + number(1, 4));
        if (chance(30)) yaml += line(indent, "headroom", number(0, 60) + "%");
        if (chance(30)) {
            yaml += line(indent, "fanout", number(1, 300));
            if (chance(50))
                yaml += line(indent, "follower_exponent", "2." + number(0, 9)) + line(indent, "push_limit", "5000");
        }
        if (chance(30)) yaml += line(indent, "recipients", number(1, 300));
        if (chance(30)) yaml += line(indent, "items_per_read", number(1, 30));
        if (chance(30)) yaml += line(indent, "hot_fraction", number(0, 100) + "%");
        if (chance(30)) yaml += line(indent, "peak_factor", number(1, 10));
        if (chance(20)) yaml += line(indent, "busy_hours", number(1, 23) + " h");
        return yaml;
    }

    std::string ages(const std::string& indent) {
        std::string yaml = line(indent, "hot_age", number(1, 30) + " days");
        if (chance(50)) yaml += line(indent, "warm_age", number(31, 900) + " days");
        if (chance(50)) yaml += line(indent, "cold_replication", "1.5");
        return yaml;
    }

    std::string leaf() {
        static const char* const kLeaves[] = {"storage / 1 TB",    "writes / reads",
                                              "app.servers",       "3",
                                              "qps * 1 s",         "20%",
                                              "(1 to 100)",        "peak_qps / write_qps",
                                              "dau / 1M users",    "ceil(data / 1 PB)",
                                              "bandwidth / egress"};
        return kLeaves[static_cast<std::size_t>(pick(0, 10))];
    }

    std::string formula(int depth) {
        if (depth == 0) return leaf();
        const std::string a = formula(depth - 1);
        const std::string b = formula(pick(0, depth - 1));
        switch (pick(0, 13)) {
            case 0: return "(" + a + ") + " + b;
            case 1: return "(" + a + ") - (" + b + ")";
            case 2: return "(" + a + ") * (" + b + ")";
            case 3: return "(" + a + ") / (" + b + ")";
            case 4: return "sum(" + a + ", " + b + ", horizon / 1 year)";
            case 5: return "max(" + a + ", concurrent_users, " + b + ")";
            case 6: return "min(" + a + ", " + b + ")";
            case 7: return "round(" + a + " + 0.3217) + log10(" + b + " + 1)";
            case 8: return "sqrt(max(" + a + ", 0)) + floor(" + b + " + 0.1234)";
            case 9: return "grown_time(10%, 5, 3) * (" + a + ")";
            case 10: return "in_series(20%, writes / (1 billion/s), " + a + ") + in_parallel(40%, 30%)";
            case 11:
                return "zipf_share(" + number(1, 90) + ", 1000, 0.8) + fill_time(10%, " + number(1, 9) + ") * " + a;
            case 12:
                return "erlang_c(" + number(1, 64) + ", 80%) + at_least(3, 5, 9" + number(0, 9) + "%) * (" + b + ")";
            default: return "-(" + a + ") + uniform(1, 5)";
        }
    }

    std::string own() {
        std::string yaml = "define:\n";
        const int count = pick(1, 4);
        for (int i = 0; i < count; ++i) {
            yaml += "  own_" + std::to_string(i) + ": " + formula(pick(0, 4)) + "\n";
        }
        return yaml + "expect:\n  - own_0 > " + formula(2) + "\n  - storage ~ 5 PB\n";
    }

    std::string scenarios() {
        std::string yaml = "scenarios:\n  as written: {}\n  more: {dau: " + number(501, 900) + "M}\n";
        const std::string owner = names_.empty() ? "" : names_.front() + ".";
        if (chance(50)) yaml += "  seldom: {" + owner + "reads: " + number(1, 90) + "k/s, peak_factor: 2}\n";
        return yaml;
    }

    std::string tiers() {
        const int count = pick(0, 3);
        std::string yaml = count > 0 ? "tiers:\n" : "";
        for (int i = 0; i < count; ++i) {
            yaml += std::string("  box_") + static_cast<char>('a' + i) + ":\n";
            if (i == 0 && !names_.empty() && chance(50)) yaml += line("    ", "stores", names_.front());
            yaml += box(i > 0 ? "box_a.peak_load" : "peak_qps");
        }
        return yaml;
    }

    std::string box(const std::string& other) {
        static const char* const kKinds[] = {"kafka", "workers", "redis", "object_store", "sql", "load_balancer"};
        const std::string indent = "    ";
        std::string yaml;
        if (chance(60)) yaml += line(indent, "kind", kKinds[static_cast<std::size_t>(pick(0, 5))]);
        if (chance(50)) yaml += line(indent, "load", number(1, 900) + (chance(50) ? "k/s" : " to 1000 per s"));
        else yaml += line(indent, "peak_load", other + " * " + number(1, 9));
        if (chance(40)) yaml += line(indent, "work", number(1, 90) + " ms");
        if (chance(40)) yaml += line(indent, "message", number(1, 90) + " KB");
        if (chance(30)) yaml += line(indent, "keeps", number(1, 90) + " days");
        if (chance(30)) yaml += line(indent, "memory_needed", number(1, 900) + " GB");
        if (chance(30)) yaml += line(indent, "connections_needed", number(1, 900) + "M");
        if (chance(30)) yaml += line(indent, "copies", number(1, 5));
        if (chance(30)) yaml += line(indent, "cores", number(1, 64));
        if (chance(20)) yaml += line(indent, "target", number(10, 100) + "%");
        return yaml;
    }

    std::mt19937 random_;
    Load load_;
    std::vector<std::string> names_;
};

}  // namespace bote::test
