#include "bote/views/definition_text.hpp"

#include <algorithm>
#include <iterator>

#include <fmt/format.h>

namespace bote {
namespace {

/// `name` is the last part of a quantity's name, or "*" and how it ends.
struct Example {
    std::string_view name;
    Dimension dimension;
    std::string_view text;
};

/// What one would write; the first row that fits counts.
constexpr Example kExamples[] = {
    {"registered_users", kCount, "500M"},
    {"mau", kCount, "300M"},
    {"dau", kCount, "100M"},
    {"devices", kCount, "1M"},
    {"concurrent_users", kCount, "2M"},
    {"fanout", kCount, "200"},
    {"push_limit", kCount, "10k"},
    {"recipients", kCount, "5"},
    {"margin", kCount, "1.25"},
    {"erasure_coding", kCount, "8+4"},
    {"existing", kCount, "10M"},
    {"stock", kCount, "10M"},
    {"zones", kCount, "3"},
    {"users", kCount, "1000"},
    {"workers", kCount, "200"},
    {"cores", kCount, "8"},
    {"machines", kCount, "12"},
    {"servers", kCount, "12"},
    {"fleet", kCount, "12"},
    {"entries", kCount, "200M"},
    {"documents", kCount, "500M"},
    {"vectors", kCount, "500M"},
    {"dimensions", kCount, "768"},
    {"keys", kCount, "10M"},
    {"series", kCount, "1M"},
    {"partitions", kCount, "64"},
    {"participants", kCount, "100k"},
    {"call_size", kCount, "4"},
    {"parameters", kCount, "70 billion"},
    {"active_parameters", kCount, "13 billion"},
    {"layers", kCount, "80"},
    {"kv_heads", kCount, "8"},
    {"head_size", kCount, "128"},
    {"prompt_tokens", kCount, "2000"},
    {"output_tokens", kCount, "500"},
    {"gpus", kCount, "8"},
    {"length", kCount, "7"},
    {"*connections", kCount, "50k"},
    {"*connections_needed", kCount, "1M"},
    {"*_objects", kCount, "1 billion"},
    {"*_requests", kCount, "500"},
    {"*streams", kCount, "100k"},

    {"writes_per_user", kCount / kSecond, "2/day"},
    {"reads_per_user", kCount / kSecond, "20/day"},
    {"actions_per_user", kCount / kSecond, "20/day"},
    {"sessions_per_user", kCount / kSecond, "3/day"},
    {"gpu_flops", kCount / kSecond, "990 trillion/s"},
    {"reader_rate", kCount / kSecond, "10/s"},
    {"*qps", kCount / kSecond, "5k/s"},
    {"*rps", kCount / kSecond, "5k/s"},
    {"*iops", kCount / kSecond, "10k/s"},
    {"*iops_needed", kCount / kSecond, "10k/s"},
    {"*load", kCount / kSecond, "5k/s"},
    {"rps_per_core", kCount / kSecond, "1k/s"},

    {"latency", kSecond, "200 ms"},
    {"work", kSecond, "5 ms"},
    {"*_work", kSecond, "5 ms"},
    {"session_length", kSecond, "10 min"},
    {"duration", kSecond, "3 min"},
    {"interval", kSecond, "30 s"},
    {"heartbeat", kSecond, "30 s"},
    {"checkpoint", kSecond, "1 min"},
    {"reconnect_time", kSecond, "5 min"},
    {"deadline", kSecond, "1 h"},
    {"lag", kSecond, "1 min"},
    {"wait", kSecond, "10 ms"},
    {"wait_p95", kSecond, "30 ms"},
    {"first_token", kSecond, "500 ms"},
    {"horizon", kSecond, "3 years"},
    {"mtbf", kSecond, "180 days"},
    {"mttr", kSecond, "4 h"},
    {"downtime", kSecond, "4 h"},
    {"downtime_month", kSecond, "20 min"},
    {"downtime_day", kSecond, "40 s"},
    {"request_time", kSecond, "5 ms"},
    {"service_time", kSecond, "5 ms"},
    {"query_time", kSecond, "5 ms"},
    {"step_time", kSecond, "20 ms"},
    {"prefill_time", kSecond, "200 ms"},

    {"bitrate", kByte / kSecond, "5 Mbps"},
    {"stream_rate", kByte / kSecond, "2 Mbps"},
    {"network", kByte / kSecond, "10 Gbps"},
    {"gpu_bandwidth", kByte / kSecond, "3 TB/s"},
    {"new_data", kByte / kSecond, "50 GB/day"},
    {"written", kByte / kSecond, "200 MB/s"},
    {"*throughput", kByte / kSecond, "500 MB/s"},
    {"*throughput_needed", kByte / kSecond, "500 MB/s"},
    {"*gress", kByte / kSecond, "100 MB/s"},
    {"bandwidth", kByte / kSecond, "100 MB/s"},
    {"*traffic", kByte / kSecond, "100 MB/s"},

    {"connection_memory", kByte, "20 KB"},
    {"request_memory", kByte, "1 MB"},
    {"series_memory", kByte, "4 KB"},
    {"*memory", kByte, "64 GB"},
    {"memory_needed", kByte, "64 GB"},
    {"disk", kByte, "4 TB"},
    {"disk_needed", kByte, "10 TB"},
    {"*data", kByte, "10 TB"},
    {"*storage", kByte, "10 TB"},
    {"*filled", kByte, "10 TB"},
    {"weights", kByte, "140 GB"},
    {"shard_size", kByte, "100 GB"},
    {"entry_overhead", kByte, "50 B"},
    {"weight_size", kByte, "2 B"},
    {"value_size", kByte, "2 B"},
    {"kv_value_size", kByte, "2 B"},
    {"link_size", kByte, "4 B"},

    {"*availability", kCount, "99.9%"},
    {"durability", kCount, "99.9999%"},
    {"*target", kCount, "70%"},
    {"*utilization", kCount, "60%"},
    {"disk_failures", kCount, "2%"},
    {"growth", kCount, "40%"},
    {"request", kMoney, "$0.0000004"},
};

const Example* find_example(const Definition& row) {
    const std::string_view last = row.name.substr(row.name.rfind('.') + 1);
    const auto* found = std::find_if(std::begin(kExamples), std::end(kExamples), [&](const Example& each) {
        const bool fits = each.name.front() == '*' ? last.ends_with(each.name.substr(1)) : last == each.name;
        return fits && each.dimension == row.display.dimension;
    });
    return found == std::end(kExamples) ? nullptr : found;
}

}  // namespace

std::string example_of(const Definition& row) {
    if (row.kind != Class::tier && !row.alternatives.empty() && is_default(row.alternatives.back()))
        return std::string(row.alternatives.back().text);
    if (const Example* known = find_example(row)) return std::string(known->text);
    const Dimension dimension = row.display.dimension;
    if (row.display.numerator == Numerator::share) return "20%";
    if (row.display.numerator == Numerator::ratio) return "10:1";
    const struct {
        std::string_view unit;
        std::string_view text;
    } examples[] = {{"B", "1 KB"},       {"s", "30 days"}, {"/s", "100M/day"},
                    {"B/s", "1 GB/day"}, {"$", "$100"},    {"$/s", "$100/month"},
                    {"$/B", "$0.01/GB"}, {"x", "2"},       {"$/B/s", "$0.02/GB/month"}};
    for (const auto& each : examples) {
        if (parse_display(each.unit)->dimension == dimension) return std::string(each.text);
    }
    return "";
}

std::string definition_text(const Definition& row) {
    std::string text(row.meaning);
    text += fmt::format("\n\nUnit: {}", row.unit.empty() ? "a count" : row.unit);
    for (const auto& alternative : row.alternatives) {
        const std::string condition = alternative.condition.empty() ? "" : fmt::format("{}: ", alternative.condition);
        text +=
            fmt::format("\n\n{}: {}{}", is_default(alternative) ? "Default" : "Formula", condition, alternative.text);
    }
    if (!row.range.empty()) text += fmt::format("\n\nUsual: {}", row.range);
    if (!row.source.empty()) text += fmt::format("\n\nSource: {}", row.source);
    if (const auto example = example_of(row); !example.empty()) text += fmt::format("\n\nExample: {}", example);
    return text;
}

}  // namespace bote
