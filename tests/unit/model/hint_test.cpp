// Half-finished files: what waits says what it waits for, and giving that ends the waiting.

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::hint_test {
namespace {

struct Input {
    const char* name;
    const char* value;
    bool of_object = true;  // else of the whole workload
};

constexpr Input kInputs[] = {
    {"registered_users", "500M", false},
    {"mau", "300M", false},
    {"dau", "100M", false},
    {"active_share", "40%", false},
    {"sessions_per_user", "3/day", false},
    {"session_length", "7 min", false},
    {"horizon", "3 years", false},
    {"zones", "3", false},
    {"spares", "1", false},
    {"app.workers", "100", false},
    {"app.request_memory", "1 MB", false},
    {"cache.memory", "64 GB", false},
    {"server.disk", "8 TB", false},
    {"server.iops", "20k/s", false},
    {"server.availability", "99.9%", false},
    {"price.server", "$500/month", false},
    {"price.storage", "$0.02/GB/month", false},
    {"price.egress", "$0.09/GB", false},
    {"kafka.rps", "500k/s", false},
    {"writer_share", "20%"},
    {"writes_per_user", "2/day"},
    {"reads_per_user", "20/day"},
    {"read_write_ratio", "10:1"},
    {"devices", "1M"},
    {"interval", "30 s"},
    {"writes", "1M/day"},
    {"reads", "5M/day"},
    {"write_qps", "300/s"},
    {"items_per_read", "5"},
    {"growth", "30%"},
    {"peak_factor", "2"},
    {"latency", "100 ms"},
    {"fanout", "50"},
    {"push_limit", "5000"},
    {"recipients", "2"},
    {"object_size", "1 KB"},
    {"duration", "3 min"},
    {"bitrate", "2 Mbps"},
    {"metadata_size", "100 B"},
    {"upload_size", "2 KB"},
    {"read_size", "4 KB"},
    {"compression", "2"},
    {"existing", "5M"},
    {"retention", "2 years"},
    {"headroom", "20%"},
    {"replication", "2"},
    {"hot_age", "30 days"},
    {"cdn_share", "70%"},
    {"hot_fraction", "10%"},
    {"hit_ratio", "90%"},
    {"zipf_exponent", "0.8"},
    {"cached_age", "7 days"},
    {"key.length", "8"},
    {"key.alphabet", "36"},
    {"write_unit", "1 KB"},
};

/// The lines of a file by the object they stand in; those of the whole by "".
class HalfFinished {
public:
    explicit HalfFinished(unsigned seed) {
        std::mt19937 random(seed);
        const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
        const std::vector<std::string> objects{"one", "two"};
        const std::size_t count = pick(3);
        for (std::size_t i = 0; i < count; ++i) lines_[objects[i]]["key.length"] = "7";
        for (std::size_t i = 2 + pick(5); i > 0; --i) {
            const Input& input = kInputs[pick(std::size(kInputs))];
            const bool on_top = count == 0 || !input.of_object;
            lines_[on_top ? "" : objects[pick(count)]][input.name] = input.value;
        }
        if (count > 0 && pick(2) == 0) lines_[""]["retention"] = "1 year";
        if (count > 0 && pick(2) == 0) lines_[""]["replication"] = "2";
    }

    void give(const std::string& name) {
        const auto dot = name.find('.');
        const std::string object = name.substr(0, dot);
        const bool inside = dot != std::string::npos && lines_.contains(object);
        const std::string member = inside ? name.substr(dot + 1) : name;
        const auto* found = std::find_if(std::begin(kInputs), std::end(kInputs),
                                         [&](const Input& each) { return each.name == member; });
        lines_[inside ? object : ""][member] = found != std::end(kInputs) ? found->value : usual_value(member);
    }

    [[nodiscard]] std::string text() const {
        std::string top;
        std::string objects;
        for (const auto& [object, lines] : lines_) {
            std::string& text = object.empty() ? top : objects;
            if (!object.empty()) text += "  " + object + ":\n";
            for (const auto& [name, value] : lines) text += (object.empty() ? "" : "    ") + name + ": " + value + "\n";
        }
        return top + (objects.empty() ? "" : "objects:\n" + objects);
    }

private:
    static std::string usual_value(const std::string& name) {
        const auto definition = built_in_catalog().find(name);
        REQUIRE(definition.has_value());
        const auto& display = built_in_catalog()[*definition].display;
        if (display.numerator == Numerator::share) return "50%";
        const std::string unit = base_unit(display.dimension);
        return (unit.starts_with('/') ? "3" : "3 ") + unit;
    }

    std::map<std::string, std::map<std::string, std::string>> lines_;
};

const WaitingInput* find_waiting(const Model& model, const std::string& name) {
    const auto found = std::find_if(model.waiting.begin(), model.waiting.end(),
                                    [&](const WaitingInput& input) { return input.name == name; });
    return found == model.waiting.end() ? nullptr : &*found;
}

struct Followed {
    int steps = 0;
    bool answers = false;  // else something else in the file turned out to be displaced
};

/// Gives what an input waits for until it waits no more.
Followed follow_hints(HalfFinished file, const std::string& name) {
    constexpr int kMost = 4;
    for (int steps = 0; steps < kMost; ++steps) {
        Model model;
        try {
            model = model_of(file.text());
        } catch (const InputError& problem) {
            CAPTURE(file.text(), describe(problem.errors()));
            CHECK_FALSE(contains(describe(problem.errors()), "`" + name + "` has no effect"));
            return {steps, false};
        }
        const WaitingInput* input = find_waiting(model, name);
        if (input == nullptr) return {steps, true};
        CAPTURE(file.text(), describe(*input));
        REQUIRE_FALSE(input->needs.empty());
        for (const auto& each : input->needs) file.give(each);
    }
    return {kMost, false};
}

std::string waiting_in(const std::string& yaml) {
    std::string text;
    for (const auto& input : model_of(yaml).waiting) text += (text.empty() ? "" : ", ") + describe(input);
    return text;
}

}  // namespace

TEST_CASE("an input that lacks another one beside it waits for what people would give next") {
    struct Row {
        const char* yaml;
        const char* waiting;
    };
    for (const Row& row : {
             Row{"writes: 1/s\ngrowth: 10%\n", "`growth` (for `horizon`)"},
             Row{"writes: 1/s\nregistered_users: 5M\n", "`registered_users` (for `active_share`)"},
             Row{"registered_users: 5M\nretention: 1 year\n",
                 "`registered_users` (for `active_share`), "
                 "`retention` (for `active_share`, `writes_per_user` and `object_size`)"},
             Row{"reads: 10/s\nretention: 1 year\n", "`retention` (for `writes` and `object_size`)"},
             Row{"reads: 10/s\nread_size: 50 B\nretention: 5 years\n", "`retention` (for `writes` and `object_size`)"},
             Row{"writes: 1/s\nretention: 1 year\n", ""},
             Row{"writes: 1/s\nreplication: 2\n", "`replication` (for `object_size`)"},
             Row{"replication: 1\nhit_ratio: 0%\nobjects:\n  a: {reads: 10/s, read_size: 50 B}\n",
                 "`replication` (for `a.writes` and `a.object_size`)"},
             Row{"retention: 1 year\nobjects:\n  a: {reads: 1/s}\n  b: {writes: 1/s}\n",
                 "`retention` (for `b.object_size`)"},
             Row{"dau: 1M\n", "`dau` (for `writes_per_user`)"},
             Row{"dau: 1M\nexisting: 5M\nobject_size: 1 KB\n", "`dau` (for `writes_per_user`)"},
             Row{"writes_per_user: 1/day\n", "`writes_per_user` (for `dau`)"},
             Row{"read_write_ratio: 10:1\n", "`read_write_ratio` (for `writes`)"},
             Row{"reads: 10/s\nupload_size: 1 KB\n", "`upload_size` (for `writes`)"},
             Row{"writes: 1/s\ncache.rps: 10k/s\n", "`cache.rps` (for `reads`)"},
             Row{"writes: 1/s\ncache.memory: 64 GB\n", "`cache.memory` (for `reads` and `object_size`)"},
             Row{"writes: 1/s\nhit_ratio: 90%\n", "`hit_ratio` (for `reads`)"},
             Row{"writes: 1/s\nconcurrent_share: 10%\n", "`concurrent_share` (for `dau`)"},
             Row{"devices: 1M\n", "`devices` (for `interval`)"},
             Row{"interval: 30 s\nretention: 1 year\n",
                 "`interval` (for `devices`), `retention` (for `devices` and `object_size`)"},
             Row{"writes: 1/s\npushed_share: 90%\n", "`pushed_share` (for `fanout`)"},
             Row{"writes: 1/s\nmau: 5M\n", "`mau` (for `active_share`)"},
             Row{"objects:\n  a: {writes: 1/s, items_per_read: 5}\n", "`a.items_per_read` (for `a.reads`)"},
             Row{"writes: 1/s\nkafka.rps: 1k/s\n", "`kafka.rps` (for a formula that reads it)"},
             Row{"writes: 1/s\nobject_size: 1 KB\n", ""},
             Row{"storage: 5 PB\n", ""},
             Row{"writes: 1/s\nstored_size: 5 KB\n", ""},
         }) {
        CAPTURE(row.yaml);
        CHECK(waiting_in(row.yaml) == row.waiting);
    }
}

TEST_CASE("a whole page follows from users, a rate and a size while a growth waits") {
    const auto estimate =
        estimate_of("registered_users: 500M\ndau: 200M\nwrite_qps: 4k/s\nobject_size: 1 KB\ngrowth: 30%\n");
    CHECK(value(estimate, "ingress") == 4e6);  // 4k/s * 1 KB
    REQUIRE(estimate.model.waiting.size() == 1);
    CHECK(estimate.model.waiting.front().name == "growth");
    CHECK(estimate.model.waiting.front().needs.front() == "horizon");
}

TEST_CASE("an option that changes nothing is an error where the same line of a file or a scenario waits") {
    const std::string yaml = "writes: 1/s\nscenarios:\n  kept: {headroom: 10%}\n";
    CHECK(waiting_in(yaml).empty());
    Overlay kept;
    kept.options = workload_of(yaml).scenarios.front().settings;
    CHECK(describe(model_of(yaml, kept).waiting.front()) == "`headroom` (for `object_size`)");
    const auto errors = errors_of(yaml, options({"headroom=10%"}));
    REQUIRE(errors.size() == 1);
    CHECK(contains(errors.front(), "`headroom` has no effect: it needs `object_size`"));
    CHECK(contains(errors_of(yaml, options({"kafka.rps=5/s"})).front(), "nothing reads it"));
}

TEST_CASE("an option may give what the file waits for, and what it displaces does not wait") {
    const std::string yaml = "dau: 1M\nwrites_per_user: 1/day\ngrowth: 10%\n";
    CHECK(model_of(yaml, options({"horizon=3 years"})).waiting.empty());
    const Model model = model_of(yaml, options({"writes=5/s"}));
    REQUIRE(model.waiting.size() == 1);
    CHECK(model.waiting.front().name == "growth");
}

TEST_CASE("where nothing follows yet, what to give next is named") {
    CHECK(model_of("dau: 1M\n").next == "`writes_per_user` and `object_size`");
    CHECK(model_of("object_size: 1 KB\n").next == "`writes`");
    CHECK(model_of("registered_users: 5M\n").next == "`active_share`, `writes_per_user` and `object_size`");
    CHECK(model_of("objects:\n  a: {object_size: 1 KB}\n").next == "`a.writes`");
    CHECK(model_of("writes: 1/s\n").next.empty());
}

TEST_CASE("giving what an input waits for ends its waiting in at most two steps, in 150 half-finished files") {
    int followed = 0;
    int at_once = 0;
    int answered = 0;
    int files = 0;
    for (unsigned seed = 1; files < 150; ++seed) {
        const HalfFinished file(seed);
        Model model;
        try {
            model = model_of(file.text());
        } catch (const InputError&) {
            continue;  // inputs that displace each other
        }
        if (model.waiting.empty()) continue;
        ++files;
        for (const auto& input : model.waiting) {
            if (input.name == "kafka.rps") continue;  // for own formulas
            CAPTURE(seed, file.text(), input.name);
            const Followed end = follow_hints(file, input.name);
            CHECK(end.steps <= 2);
            ++followed;
            at_once += end.steps == 1 ? 1 : 0;
            answered += end.answers ? 1 : 0;
        }
    }
    CAPTURE(followed, at_once, answered);
    CHECK(at_once > followed * 95 / 100);
    CHECK(answered > followed * 95 / 100);
}

TEST_CASE("what objects take over from the top waits for the same as without objects") {
    CHECK(waiting_in("growth: 30%\nwrites: 1/s\nobject_size: 1 KB\n") == "`growth` (for `horizon`)");
    CHECK(waiting_in("growth: 30%\nobjects:\n  post: {writes: 1/s, object_size: 1 KB}\n") ==
          "`growth` (for `horizon`)");
}

}  // namespace bote::test::hint_test
