#include "practice/themes.hpp"

#include <set>
#include <vector>

#include "bote/base/text.hpp"
#include "bote/practice/answer.hpp"
#include "practice/wording.hpp"
#include "project/catch.hpp"

namespace bote::test::themes_test {
namespace {

/// The values of a list, read as what people type.
std::vector<double> values_of(std::string_view list, std::string_view unit) {
    std::vector<double> values;
    if (list.empty()) return values;
    for (const auto each : split(list, '|')) {
        CAPTURE(list, each);
        const auto read = read_answer(each, {*parse_display(unit), {}, {}});
        REQUIRE(std::holds_alternative<Guess>(read));
        values.push_back(std::get<Guess>(read).value);
    }
    return values;
}

void check_ascending(std::string_view list, std::string_view unit) {
    CAPTURE(list);
    const auto values = values_of(list, unit);
    for (std::size_t i = 1; i < values.size(); ++i) CHECK(values[i - 1] < values[i]);
}

}  // namespace

TEST_CASE("each kind of system has a title of its own and all that a story needs") {
    std::set<std::string_view> titles;
    for (const Theme& theme : all_themes()) {
        CAPTURE(theme.title);
        CHECK(titles.insert(theme.title).second);
        for (const auto field :
             {theme.title, theme.noun, theme.writes, theme.reads, theme.object_size, theme.retention})
            CHECK_FALSE(field.empty());
        // People or devices, never both; reads by the user or by the write, never both.
        CHECK(theme.dau.empty() != theme.devices.empty());
        CHECK(theme.devices.empty() == theme.interval.empty());
        CHECK(theme.dau.empty() == theme.writes_per_user.empty());
        CHECK((theme.reads_per_user.empty() || theme.read_write_ratio.empty()));
        // A device reads nothing by the user, and several objects at once are read by the user alone.
        if (!theme.devices.empty()) CHECK(theme.reads_per_user.empty());
        if (!theme.items_per_read.empty()) CHECK_FALSE(theme.reads_per_user.empty());
    }
}

TEST_CASE("every list of a kind of system can be read, and goes from low to high without a value twice") {
    for (const Theme& theme : all_themes()) {
        CAPTURE(theme.title);
        check_ascending(theme.dau, "users");
        check_ascending(theme.writes_per_user, "/day");
        check_ascending(theme.reads_per_user, "/day");
        check_ascending(theme.object_size, "B");
        check_ascending(theme.retention, "s");
        check_ascending(theme.items_per_read, "");
        check_ascending(theme.metadata_size, "B");
        check_ascending(theme.fanout, "");
        check_ascending(theme.recipients, "");
        check_ascending(theme.devices, "");
        check_ascending(theme.interval, "s");
        if (theme.read_write_ratio.empty()) continue;
        for (const auto ratio : split(theme.read_write_ratio, '|')) CHECK(ratio.ends_with(":1"));
    }
}

TEST_CASE("the verbs of each kind of system have their past form in English") {
    const std::set<std::string_view> english{"uploaded", "viewed",    "created",  "followed", "sent",  "read",
                                             "written",  "requested", "watched",  "opened",   "saved", "placed",
                                             "checked",  "made",      "reported", "queried",  "added", "bought",
                                             "cast",     "posted",    "filed"};
    std::set<std::string> found;
    for (const Theme& theme : all_themes()) {
        for (const auto verb : {theme.writes, theme.reads}) {
            CAPTURE(theme.title, verb);
            CHECK(english.contains(past_of(verb)));
            found.insert(past_of(verb));
        }
    }
    CHECK(found.size() == english.size());
}

TEST_CASE("every topic finds enough kinds of systems: some with short keys, most with a cache") {
    std::size_t coded = 0;
    std::size_t cached = 0;
    for (const Theme& theme : all_themes()) {
        coded += theme.coded ? 1 : 0;
        cached += theme.cached ? 1 : 0;
        if (theme.coded) CHECK(theme.cached);
    }
    CHECK(coded >= 3);
    CHECK(cached > all_themes().size() / 2);
    CHECK(cached < all_themes().size());
}

}  // namespace bote::test::themes_test
