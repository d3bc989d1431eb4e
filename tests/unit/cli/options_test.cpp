#include "cli/options.hpp"

#include <set>
#include <string>
#include <vector>

#include "bote/base/text.hpp"
#include "cli/commands.hpp"
#include "project/catch.hpp"

namespace bote::test::options_test {
namespace {

using Names = std::vector<std::string>;

const Option& option(std::string_view flags) {
    for (const Option& each : all_options()) {
        if (each.flags == flags) return each;
    }
    FAIL("no such option");
    return all_options().front();
}

/// The commands that take an option.
Names takers(std::string_view flags) {
    Names names;
    for (const auto& command : all_commands()) {
        if (applies(option(flags), command)) names.emplace_back(command.name);
    }
    return names;
}

}  // namespace

TEST_CASE("an option has one place for its value, and a value unless it is a flag") {
    std::set<std::string_view> flags;
    for (const Option& each : all_options()) {
        CAPTURE(each.flags);
        const int places =
            int{each.target.text != nullptr} + int{each.target.list != nullptr} + int{each.target.flag != nullptr};
        CHECK(places == 1);
        CHECK(each.value.empty() == (each.target.flag != nullptr));
        for (const auto flag : split(each.flags, ',')) CHECK(flags.insert(flag).second);
        CHECK((each.choices != nullptr || !each.meaning.empty()));
    }
}

TEST_CASE("no two options write to one place") {
    const auto options = all_options();
    for (std::size_t i = 0; i < options.size(); ++i) {
        for (std::size_t j = 0; j < i; ++j) {
            CAPTURE(options[i].flags, options[j].flags);
            const Target& a = options[i].target;
            const Target& b = options[j].target;
            const bool same = (a.text != nullptr && a.text == b.text) || (a.list != nullptr && a.list == b.list) ||
                              (a.flag != nullptr && a.flag == b.flag);
            CHECK_FALSE(same);
        }
    }
}

TEST_CASE("the commands that alone take an option are commands") {
    for (const Option& each : all_options()) {
        if (each.only.empty()) continue;
        for (const auto name : split(each.only, ' ')) {
            CAPTURE(each.flags, name);
            const auto* command = find_command(name);
            REQUIRE(command != nullptr);
            CHECK((each.takes == Takes::nothing || command->takes == Takes::workload));
        }
    }
}

TEST_CASE("what prints a text of its own kind takes no format") {
    for (const bote::Command& command : all_commands()) {
        CAPTURE(command.name);
        CHECK(applies(option("--format"), command) != command.verbatim);
    }
}

TEST_CASE("the commands that do not take an option are commands") {
    for (const Option& each : all_options()) {
        if (each.except.empty()) continue;
        for (const auto name : split(each.except, ' ')) CHECK(find_command(name) != nullptr);
    }
}

TEST_CASE("an option is taken by the commands it names, by those with a workload, or by all") {
    CHECK(takers("--steps") == Names{"sweep"});
    CHECK(takers("--force") == Names{"new", "embed"});
    CHECK(takers("--set") == Names{"estimate", "explain", "value", "diagram", "timeline", "sweep", "solve", "drivers",
                                   "compare", "watch", "practice", "check"});
    CHECK(takers("--color").size() == all_commands().size());
    CHECK(takers("-o,--output").size() == all_commands().size() - 3);  // servers and `watch` write to standard output
    CHECK_FALSE(applies(option("--format"), *find_command("man")));
    CHECK(applies(option("--format"), *find_command("units")));
    CHECK(takers("--check") == Names{"embed"});  // not the command of that name
}

TEST_CASE("what an option takes may depend on the command") {
    auto* const choices = option("--format").choices;
    REQUIRE(choices != nullptr);
    const Names of_check = choices(*find_command("check"));
    const Names of_estimate = choices(*find_command("estimate"));
    CHECK(of_check.front() == "table");
    CHECK(Names(of_check.end() - 3, of_check.end()) == Names{"junit", "sarif", "github"});
    CHECK(of_check.size() == of_estimate.size() + 3);
    CHECK(option("--profile").choices(*find_command("estimate")) == Names{"optimized", "typical"});
    CHECK(option("--scenario").choices(*find_command("value")) ==
          Names{"zone-down", "server-down", "cold-cache", "10x", "region-loss"});
}

}  // namespace bote::test::options_test
