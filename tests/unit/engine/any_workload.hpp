#pragma once
// Workloads by chance, from a seed: several objects, inputs given this way or that, own quantities and expectations.
//
//   std::string yaml = AnyWorkload(7).text();

#include <random>
#include <string>
#include <vector>

namespace bote::test {

class AnyWorkload {
public:
    explicit AnyWorkload(unsigned seed) : random_(seed) {}

    std::string text() {
        const int objects = pick(0, 3);
        std::string yaml = "dau: " + number(1, 500) + "M\n";
        if (chance(30)) yaml += "mau: " + number(500, 900) + "M\n";
        if (chance(30)) yaml += "concurrent_share: " + number(1, 30) + "%\n";
        if (chance(30)) yaml += "server: {rps: " + number(1, 90) + "k/s, disk: " + number(1, 20) + " TB}\n";
        if (chance(20)) yaml += "conventions: {day: 100000 s}\n";
        if (chance(40)) yaml += "horizon: " + number(1, 9) + " years\n";
        const std::string stored = objects == 0 ? stream("", "") : "";
        if (objects == 0) yaml += stored;
        else yaml += "retention: " + number(1, 9) + " years\nobjects:\n";
        for (int i = 0; i < objects; ++i) {
            names_.push_back(std::string("stream_") + static_cast<char>('a' + i));
            yaml += "  " + names_.back() + ":\n" + stream("    ", i > 0 ? names_.front() + "." : "");
        }
        return yaml + own();
    }

private:
    int pick(int low, int high) { return std::uniform_int_distribution<int>(low, high)(random_); }
    bool chance(int percent) { return pick(1, 100) <= percent; }
    std::string number(int low, int high) { return std::to_string(pick(low, high)); }

    std::string line(const std::string& indent, const std::string& key, const std::string& value) {
        return indent + key + ": " + value + "\n";
    }

    std::string writes(const std::string& indent, const std::string& other) {
        if (!other.empty() && chance(30)) return line(indent, "writes", other + "writes * " + number(1, 300) + "%");
        if (chance(50)) return line(indent, "writes_per_user", number(1, 40) + " to " + number(41, 90) + " per day");
        return line(indent, "writes", number(1, 900) + "M/day");
    }

    /// One object: written, read and stored, each in one of several ways.
    std::string stream(const std::string& indent, const std::string& other) {
        std::string yaml = writes(indent, other);
        if (chance(50)) yaml += line(indent, "read_write_ratio", number(1, 200) + ":1");
        else yaml += line(indent, "reads_per_user", number(1, 200) + "/day");
        yaml += line(indent, "object_size", number(1, 900) + (chance(50) ? " KB" : " B + 8 B"));
        if (chance(30)) yaml += line(indent, "metadata_size", number(1, 900) + " B");
        if (chance(30)) yaml += line(indent, "index_overhead", number(0, 150) + "%");
        if (chance(30)) yaml += line(indent, "compression", "1." + number(0, 9));
        if (chance(30)) yaml += line(indent, "existing", number(1, 900) + "M");
        if (chance(40)) yaml += line(indent, "retention", number(1, 99) + " months");
        if (chance(30)) yaml += line(indent, "replication", "1." + number(0, 9));
        if (chance(30)) yaml += line(indent, "headroom", number(0, 60) + "%");
        if (chance(30)) yaml += line(indent, "fanout", number(1, 300));
        if (chance(30)) yaml += line(indent, "recipients", number(1, 300));
        if (chance(30)) yaml += line(indent, "items_per_read", number(1, 30));
        if (chance(30)) yaml += line(indent, "hot_fraction", number(0, 100) + "%");
        if (chance(30)) yaml += line(indent, "peak_factor", number(1, 10));
        if (chance(20)) yaml += line(indent, "busy_hours", number(1, 23) + " h");
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
        switch (pick(0, 10)) {
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

    std::mt19937 random_;
    std::vector<std::string> names_;
};

}  // namespace bote::test
