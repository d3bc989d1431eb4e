#include "bote/model/asked.hpp"

#include <string>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::asked_test {
namespace {

const std::string kPosts = "writes: 864M/day\nobject_size: 1 KB\nretention: 10 days\nreplication: 2\nheadroom: 0%\n";

Overlay asking(const std::string& word) {
    Overlay overlay;
    add_definition(read_asked(word), overlay.own);
    return overlay;
}

struct Answer {
    double value = 0;
    std::string text;
};

Answer answer(const std::string& word, const std::string& yaml = kPosts) {
    const auto estimate = estimate_of(yaml, asking(word));
    const auto index = estimate.model.find(asked_name(word));
    REQUIRE(index);
    const auto i = *index;
    const double value = estimate.values.quantities[i];
    return {value, format(value, estimate.model[i].display, estimate.model.conventions)};
}

}  // namespace

TEST_CASE("a word of letters, digits, dots and underscores is a name, and all else an expression") {
    for (const auto* word : {"storage", "app.machines", "tweet.data", "Storage", "peak-qps", "nonsense"})
        CHECK(is_name_asked(word));
    for (const auto* word : {"storage * 2", "qps in 1/min", "5", "1k", "(qps)", "peak_qps-qps", "-qps", ""})
        CHECK_FALSE(is_name_asked(word));
}

TEST_CASE("what is asked is split at its last `in`") {
    struct Row {
        std::string word;
        std::string formula;
        std::string unit;
    };
    const Row rows[] = {
        {"egress * 1 month in TB", "egress * 1 month", "TB"},
        {"  qps   in   1/min ", "qps", "1/min"},
        {"(qps)in 1 per min", "(qps)", "1/min"},
        {"ingress in GB per day", "ingress", "GB/day"},
        {"in_series(90%, 80%) in %", "in_series(90%, 80%)", "%"},
        {"min(qps, 5/s)", "min(qps, 5/s)", ""},
        {"1 - in_parallel(1%)", "1 - in_parallel(1%)", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.word);
        const auto own = read_asked(row.word);
        CHECK(own.value.text == row.formula);
        CHECK((own.unit ? own.unit->text : "") == row.unit);
        CHECK(text_of(own.value.span) == row.formula);
    }
}

TEST_CASE("an answer is in the unit that was asked for") {
    // 10,000 writes a second, 10 MB/s of 1 KB each, 8.64 TB in 10 days, twice.
    struct Row {
        std::string word;
        double value;
        std::string text;
    };
    const Row rows[] = {
        {"storage", 17.28e12, "17.3 TB"},
        {"storage in TB", 17.28e12, "17.3 TB"},
        {"storage in GB", 17.28e12, "17300 GB"},
        {"storage in B", 17.28e12, "17300000000000 B"},
        {"write_qps in 1/min", 1e4, "600k/min"},
        {"write_qps in million/day", 1e4, "864 million/day"},
        {"writes in billion/year", 1e4, "315 billion/year"},
        {"ingress in Mbps", 1e7, "80 Mbps"},
        {"ingress in GB/day", 1e7, "864 GB/day"},
        {"ingress * 1 month in TB", 1e7 * 30 * 86'400, "25.9 TB"},
        {"new_data * 2", 2e7, "1.73 TB/day"},  // shown as what it is made of
        {"retention in days", 864'000, "10 days"},
        {"retention in h", 864'000, "240 h"},
        {"data / storage in %", 0.5, "50%"},
        {"storage * $0.02/GB/month in $/year", 17280 * 0.02 * 12 / (365 * 86'400), "$4150/year"},
        {"round(storage, 5 TB)", 15e12, "15 TB"},
        {"0.01/s in /s", 0.01, "0.01/s"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.word);
        if (is_name_asked(row.word)) continue;
        const auto found = answer(row.word);
        CHECK(found.value == near(row.value));
        CHECK(found.text == row.text);
    }
}

TEST_CASE("what is asked is no input: nobody gave it, and it leaves the rest as it is") {
    const auto without = estimate_of(kPosts);
    const auto with = estimate_of(kPosts, asking("storage * 2 in PB"));
    CHECK(with.model.given == without.model.given);
    REQUIRE(with.model.quantities.size() == without.model.quantities.size() + 1);
    for (const auto& quantity : without.model.quantities)
        CHECK(value(with, quantity.name) == near(value(without, quantity.name), 0));
    CHECK(with.model[*with.model.find("storage * 2 in PB")].origin == Origin::computed);
}

TEST_CASE("each mistake in what is asked is told once, at its place in the words") {
    struct Row {
        std::string word;
        std::string says;
    };
    const Row rows[] = {
        {"storag * 2", "1:1: 'storag' is not known; did you mean 'storage'?"},
        {"2 * (storage", "1:5: '(' is not closed"},
        {"storage in XB", "1:12: 'XB' is not a unit; write `in TB`, `in 1/min` or `in %`"},
        {"storage in TBs", "1:12: 'TBs' is not a unit; did you mean 'TB'?"},
        {"storage in Mb", "1:12: 'Mb' could be bits or bytes; megabits: `Mbit`, or megabytes: `MB`"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.word);
        CHECK(errors_of(kPosts, asking(row.word)) == std::vector<std::string>{row.says});
    }
    const auto other = errors_of(kPosts, asking("write_qps in TB"));
    REQUIRE(other.size() == 1);
    CHECK(contains(other[0], "a size (bytes)"));
    CHECK(contains(other[0], "a rate (per second)"));
    CHECK(contains(refusal([] { read_asked("storage in"); }).what, "missing a unit"));
    CHECK(contains(refusal([] { read_asked("storage\x01 * 2"); }).what, "character"));
}

TEST_CASE("a definition of the command line replaces that of the file, and one of a file of settings does not") {
    const std::string yaml = kPosts + "define:\n  twice [TB]: storage * 2\n";
    Overlay weak;
    weak.own = load_settings(read_yaml(make_source("more.yaml", "define:\n  twice: 5 TB\n  half [TB]: storage / 2\n")),
                             Layer::profile)
                   .own;
    const auto laid = estimate_of(yaml, weak);
    CHECK(value(laid, "twice") == near(34.56e12));
    CHECK(value(laid, "half") == near(8.64e12));
    Overlay strong;
    add_definition(read_definition("twice [GB] = storage * 3"), strong.own);
    CHECK(value(estimate_of(yaml, strong), "twice") == near(51.84e12));
    CHECK(read_definition("twice [GB] = storage * 3").unit->text == "GB");
}

TEST_CASE("a definition of a file of settings that the workload lacks something for stays away") {
    Overlay more;
    more.own = load_settings(read_yaml(make_source("more.yaml", "define:\n  bill: cost * 2\n")), Layer::profile).own;
    CHECK(std::isnan(value(estimate_of(kPosts, more), "bill")));
}

TEST_CASE("a definition without a name, a formula or an equals sign says what to write") {
    CHECK(contains(refusal([] { read_definition("storage * 2"); }).what, "expected NAME=FORMULA"));
    CHECK(contains(refusal([] { read_definition("= 5"); }).what, "missing a name"));
    CHECK(contains(refusal([] { read_definition("twice ="); }).what, "has no formula"));
    CHECK(contains(refusal([] { read_definition("twice [TB = 5 TB"); }).what, "brackets"));
}

}  // namespace bote::test::asked_test
