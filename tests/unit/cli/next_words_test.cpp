#include "cli/next_words.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "cli/asked.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::next_words_test {
namespace {

using Words = std::vector<std::string>;

Words texts_of(const std::vector<NextWord>& words) {
    Words texts;
    for (const auto& word : words) texts.push_back(word.text);
    return texts;
}

/// What may follow, in its order.
Words after(const Words& arguments) {
    const Asked asked("completions words");
    return texts_of(next_words(arguments, asked.setting));
}

bool has(const Words& words, const std::string& word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// The meaning that stands beside a word; "absent" where the word is not offered.
std::string meaning_after(const Words& arguments, const std::string& word) {
    const Asked asked("completions words");
    for (const auto& each : next_words(arguments, asked.setting)) {
        if (each.text == word) return each.meaning;
    }
    return "absent";
}

}  // namespace

TEST_CASE("the quantities of a workload are offered with its own ones, without a workload those of the model") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("shop.yaml", "writes: 10/s\ndefine:\n  twice: qps * 2\n");
    write_text("bad.yaml", "dua: 5M\n");
    CHECK(meaning_after({"explain", "shop.yaml"}, "twice") == "own quantity");
    CHECK(meaning_after({"explain", "shop.yaml"}, "qps") == meaning_after({"explain", "tinyurl"}, "qps"));
    CHECK_FALSE(has(after({"explain", "shop.yaml"}), "storage"));
    CHECK(has(after({"value", "shop.yaml", "qps", "writes"}), "twice"));
    for (const std::string workload : {"bad.yaml", "none.yaml", "-"}) {
        CAPTURE(workload);
        CHECK(has(after({"explain", workload}), "storage"));
        CHECK_FALSE(has(after({"explain", workload}), "twice"));
    }
}

TEST_CASE("an input is offered where one is varied, with an equals sign where a value follows it") {
    CHECK(has(after({"solve", "tinyurl"}), "object_size"));
    CHECK_FALSE(has(after({"solve", "tinyurl"}), "storage"));  // computed
    CHECK(has(after({"sweep", "tinyurl"}), "object_size="));
    CHECK(has(after({"sweep", "tinyurl", "object_size=1..2"}), "replication="));
    CHECK(has(after({"tinyurl", "--set"}), "replication="));
    CHECK(after({"sweep", "none.yaml"}).empty());
    CHECK(after({"new"}).empty());  // NAME there is the name of a new workload
}

TEST_CASE("the values of an option are its own list, or what it stands for") {
    CHECK(after({"sweep", "tinyurl", "--scale"}) == Words{"log", "linear"});
    CHECK(after({"tinyurl", "--with"}) == Words{"aws-prices", ":files"});
    CHECK(after({"tinyurl", "-o"}) == Words{":files"});
    CHECK(after({"tinyurl", "--chart"}) == Words{"diagram", "machines"});
    CHECK(after({"link", "tinyurl", "--base"}).empty());
    CHECK(after({"tinyurl", "--color"}) == Words{"auto", "always", "never"});
}

TEST_CASE("scenarios of the file come with what they change, behind the failures known by name") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("shop.yaml", "writes: 10/s\nscenarios:\n  sale: {writes: 20/s}\n");
    const Words words = after({"shop.yaml", "--scenario"});
    REQUIRE_FALSE(words.empty());
    CHECK(words.front() == "zone-down");
    CHECK(words.back() == "sale");
    CHECK(meaning_after({"shop.yaml", "--scenario"}, "sale") == "writes 20/s");
    CHECK(has(after({"--scenario"}), "zone-down"));
}

TEST_CASE("a command takes no more words than its usage has") {
    CHECK(after({"units"}).empty());
    CHECK(after({"explain", "tinyurl", "storage"}).empty());
    CHECK(after({"solve", "tinyurl", "dau"}).empty());  // a condition is nobody's to guess
    CHECK(after({"schema"}) == Words{"json"});
    CHECK(after({"schema", "json"}).empty());
    CHECK(after({"completions"}) == Words{"bash", "zsh", "fish"});
    CHECK(has(after({"tiers"}), "kafka"));
    CHECK(has(after({"constants"}), "latency"));
    CHECK(has(after({"compare", "tinyurl"}), "twitter"));
    CHECK(after({"embed"}) == Words{":files"});
}

TEST_CASE("the options of an unfinished line end with the help, and with the version before a command") {
    const Words of_units = texts_of(next_options({"units"}));
    CHECK(of_units == Words{"--output", "--format", "--color", "--help"});
    const Words of_none = texts_of(next_options({}));
    CHECK(of_none.back() == "--version");
    CHECK(has(of_none, "--samples"));  // those of `estimate`
    CHECK_FALSE(has(of_none, "--steps"));
    CHECK(has(texts_of(next_options({"sweep", "tinyurl"})), "--steps"));
}

}  // namespace bote::test::next_words_test
