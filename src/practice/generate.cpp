#include "bote/practice/generate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/verdicts.hpp"
#include "dice.hpp"
#include "themes.hpp"

namespace bote {
namespace {

constexpr int kEasy = 1;
constexpr int kMediumLevel = 2;
constexpr int kHard = 3;

/// Of problems with a story, two in three give what a middling one gives.
int level_of(std::uint64_t seed, Dice& dice) {
    constexpr std::uint64_t kEasySeeds = 3;
    constexpr std::uint64_t kMiddlingSeeds = 7;
    constexpr double kOften = 0.6;
    const bool hard = dice.chance(kOften);
    if (seed <= kEasySeeds) return kEasy;
    if (seed <= kMiddlingSeeds) return kMediumLevel;
    return hard ? kHard : kMediumLevel;
}

class Writer {
public:
    Writer(const Theme& theme, Topic topic, int level, Dice& dice)
        : theme_(theme), topic_(topic), level_(level), dice_(dice) {}

    std::string yaml() {
        text_ = fmt::format("name: {}\n", theme_.title);
        users();
        policies();
        machines();
        text_ += fmt::format("objects:\n  {}:\n", theme_.noun);
        indent_ = "    ";
        object();
        return std::move(text_);
    }

private:
    void put(std::string_view key, std::string_view value) { text_ += fmt::format("{}{}: {}\n", indent_, key, value); }

    /// One of a list; nothing where the list is empty.
    void put_one(std::string_view key, std::string_view list) {
        if (!list.empty()) put(key, dice_.pick(split(list, '|')));
    }

    void put_sometimes(double chance, std::string_view key, std::string_view list) {
        const bool given = dice_.chance(chance);
        if (given) put_one(key, list);
    }

    void users() {
        constexpr double kHalf = 0.5;
        if (theme_.dau.empty()) return;
        const bool monthly = level_ >= kMediumLevel && dice_.chance(kHalf);
        const auto many = dice_.pick(split(theme_.dau, '|'));
        if (monthly) {
            put("mau", many);
            put_one("active_share", "20%|30%|40%|50%");
        } else {
            put("dau", many);
        }
        if (level_ == kHard && topic_ != Topic::storage) put_sometimes(kHalf, "concurrent_share", "1%|2%|5%|10%");
    }

    void policies() {
        constexpr double kOften = 0.5;
        constexpr double kSeldom = 0.35;
        put_one("peak_factor", "2|3|4|5");
        put_one("replication", "2|3");
        if (level_ == kEasy) put("headroom", "0%");
        else put_one("headroom", "20%|25%|30%|40%");
        if (level_ == kHard) put_sometimes(kSeldom, "compression", "2|3|4");
        if (level_ == kHard && dice_.chance(kSeldom)) {
            put_one("growth", "20%|30%|50%");
            put_one("horizon", "2 years|3 years");
        }
        if (!theme_.cached) {
            put("hot_fraction", "0%");
            put("hit_ratio", "0%");
            if (level_ >= kMediumLevel) put_sometimes(kOften, "cdn_share", "60%|70%|80%");
        } else if (level_ >= kMediumLevel) {
            put_one("hot_fraction", "10%|20%|30%");
            put_one("hit_ratio", "70%|80%|90%|95%");
        }
    }

    void machines() {
        put_one("app.rps", level_ == kEasy ? "1k/s|2k/s|5k/s" : "500/s|1k/s|2k/s|5k/s|8k/s|10k/s");
        put_one("app.target", "50%|60%|70%|80%");
        if (level_ == kHard) put_one("database.disk", "2 TB|4 TB|8 TB|16 TB");
        if (level_ == kHard) put_one("cache.memory", "64 GB|128 GB|256 GB");
        if (level_ == kHard && !theme_.dau.empty()) put_one("app.connections", "10k|20k|50k");
    }

    void object() {
        constexpr double kOften = 0.5;
        put_one("devices", theme_.devices);
        put_one("interval", theme_.interval);
        if (level_ == kHard && !theme_.dau.empty()) put_sometimes(kOften, "writer_share", "5%|10%|20%|25%");
        put_one("writes_per_user", theme_.writes_per_user);
        put_one("reads_per_user", theme_.reads_per_user);
        put_one("read_write_ratio", theme_.read_write_ratio);
        put_one("object_size", theme_.object_size);
        put_one("retention", theme_.retention);
        put_one("items_per_read", theme_.items_per_read);
        if (level_ >= kMediumLevel) put_sometimes(kOften, "metadata_size", theme_.metadata_size);
        if (level_ >= kMediumLevel) put_sometimes(kOften, "index_overhead", "10%|20%|30%");
        if (level_ == kHard) put_sometimes(kOften, "request_size", "500 B|1 KB");
        if (level_ == kHard || topic_ == Topic::traffic) put_sometimes(kOften, "fanout", theme_.fanout);
        put_one("recipients", theme_.recipients);
        if (level_ == kHard || topic_ == Topic::traffic) put_sometimes(kOften, "latency", "50 ms|100 ms|200 ms");
        if (topic_ == Topic::keys) put_one("key.length", "6|7|8");
    }

    const Theme& theme_;
    Topic topic_;
    int level_;
    Dice& dice_;
    std::string indent_;
    std::string text_;
};

bool suits(const Theme& theme, Topic topic) {
    if (topic == Topic::keys) return theme.coded;
    if (topic == Topic::cache || topic == Topic::tiers) return theme.cached;
    return true;
}

const Theme& choose_theme(Topic topic, Dice& dice) {
    std::vector<const Theme*> fitting;
    for (const auto& theme : all_themes()) {
        if (suits(theme, topic)) fitting.push_back(&theme);
    }
    return *dice.pick(fitting);
}

/// Whether one of the model's notes on odd inputs applies.
bool looks_odd(const Estimate& estimate) {
    for (std::size_t i = 0; i < estimate.model.rules.size(); ++i) {
        if (estimate.model.rules[i].rule->is_note && judge(estimate.model, estimate.values, i).holds) return true;
    }
    return false;
}

/// What no interviewer would pose: a fraction of a request a second, a disk that nobody could buy, an answer of bytes.
bool is_sensible(const Problem& problem) {
    constexpr double kLeastRate = 2;
    constexpr double kMostRate = 5e7;
    constexpr double kMostBytes = 2e18;
    constexpr double kLeastMachines = 4;  // with two spares less is no question
    constexpr double kMostMachines = 50'000;
    constexpr std::size_t kLeastQuestions = 3;
    if (problem.prompts.size() < kLeastQuestions || !problem.decision) return false;
    double most = 0;  // machines
    for (const auto& prompt : problem.prompts) {
        const double value = prompt.target.exact;
        const Dimension dimension = prompt.measure.display.dimension;
        const bool whole = prompt.measure.display.numerator == Numerator::whole;
        if (dimension == kCount / kSecond && (value < kLeastRate || value > kMostRate)) return false;
        if (dimension == kByte && value > kMostBytes) return false;
        if (whole) most = std::max(most, value);
    }
    if (most > kMostMachines || (most > 0 && most < kLeastMachines)) return false;
    return !looks_odd(problem.estimate);
}

}  // namespace

GeneratedProblem generate_problem(const GenerateRequest& request) {
    constexpr std::uint64_t kTopicStride = 0x2545f4914f6cdd1dU;
    constexpr int kMostTries = 200;
    Dice dice(request.seed + kTopicStride * static_cast<std::uint64_t>(request.topic));
    const int level = level_of(request.seed, dice);
    for (int i = 0;; ++i) {
        const Theme& theme = choose_theme(request.topic, dice);
        std::string yaml = Writer(theme, request.topic, level, dice).yaml();
        const std::string id = fmt::format("seed {}", request.seed);
        const PosingOptions options{
            request.topic, {std::string(theme.writes), std::string(theme.reads)}, request.first};
        Problem problem = pose(compute_estimate(load_workload(make_source(id, yaml)), {}), options);
        problem.id = id;
        if (is_sensible(problem) || i == kMostTries) return {std::move(yaml), level, std::move(problem)};
    }
}

}  // namespace bote
