#include "practice/told.hpp"

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::told_test {
namespace {

constexpr double kDay = 86'400;

struct Asked {
    explicit Asked(const std::string& yaml) : estimate(estimate_of(yaml)) {}

    [[nodiscard]] QuantityIndex index(std::string_view name) const { return estimate.model.find(name).value(); }
    [[nodiscard]] const ModelQuantity& quantity(std::string_view name) const { return estimate.model[index(name)]; }
    [[nodiscard]] bool tells(std::string_view name) const { return is_told(estimate, index(name)); }
    [[nodiscard]] bool gives_away(std::string_view name) const { return is_given_away(estimate, index(name)); }

    Estimate estimate;
};

Prompt prompt_for(const Asked& asked, std::string_view name) {
    Prompt prompt;
    prompt.quantity = asked.index(name);
    return prompt;
}

}  // namespace

TEST_CASE("a rate is told as a number and its time, and one less often than daily as one in so many days") {
    const auto text = [](double value, std::string_view unit) {
        const RateText rate = rate_text(value, *parse_display(unit), {});
        return rate.number + rate.per;
    };
    CHECK(text(3 / kDay, "/day") == "3 a day");
    CHECK(text(1 / kDay, "/day") == "one a day");
    CHECK(text(0.2 / kDay, "/day") == "one every 5 days");
    CHECK(text(0.4 / kDay, "/day") == "one every 2.5 days");
    CHECK(text(0.5, "/s") == "0.5 a second");  // less than one, but not a day's
    CHECK(text(5, "/s") == "5 a second");
    CHECK(text(5, "/min") == "300 a minute");
    CHECK(text(5, "/h") == "18k an hour");
    CHECK(text(7 / kDay, "/week") == "49 a week");
    CHECK(text(2 / kDay, "/month") == "60 a month");
    CHECK(text(2 / kDay, "/year") == "730 a year");
    CHECK(text(300, "B") == "300 B");  // no rate: no time
}

TEST_CASE("a rate is told in the time that it was written in, whatever it is asked for in") {
    const auto per = [](const std::string& written) {
        const Display display = as_written(Asked("writes: " + written + "\nobject_size: 500 B\n").quantity("writes"));
        return std::string(unit_at(display.per[0]).symbol);
    };
    CHECK(per("500M/month") == "month");
    CHECK(per("70M/week") == "week");
    CHECK(per("30k/min") == "min");
    CHECK(per("30k/h") == "h");
    CHECK(per("30M/year") == "year");
    CHECK(per("30M/day") == "day");
    CHECK(per("30M/s") == "s");
    // What is no rate keeps its display, and so does a rate without a time in its formula.
    const Asked users("dau: 10M\nwrites_per_user: 2/week\nobject_size: 500 B\nretention: 5 years\n");
    CHECK(as_written(users.quantity("retention")) == users.quantity("retention").display);
    CHECK(as_written(users.quantity("writes")) == users.quantity("writes").display);
}

TEST_CASE("what is given or assumed is told, but not what a machine does, changes nothing or hits nothing") {
    const Asked rows(
        "dau: 10M\nwrites_per_user: 2/day\nreads_per_user: 9/day\nobject_size: 500 B\nhit_ratio: 90%\ndefine:\n"
        "  own: 5\n");
    CHECK(rows.tells("dau"));
    CHECK(rows.tells("hit_ratio"));
    CHECK(rows.tells("peak_factor"));           // by default
    CHECK_FALSE(rows.tells("app.rps"));         // a machine
    CHECK_FALSE(rows.tells("spares"));          // told with the machines
    CHECK_FALSE(rows.tells("own"));             // has no sentence
    CHECK_FALSE(rows.tells("items_per_read"));  // 1, which changes nothing
    CHECK_FALSE(Asked("reads: 9M/day\nobject_size: 500 B\nhit_ratio: 0%\n").tells("hit_ratio"));
}

TEST_CASE("what the questions rest on is marked, and of that what nothing computes") {
    const Asked links("dau: 100M\nwrites_per_user: 1/day\nobject_size: 500 B\nretention: 5 years\n");
    const Support support = support_of(links.estimate.model, {prompt_for(links, "write_qps")});
    for (const auto* each : {"dau", "writes_per_user"}) {
        CHECK(support.all[links.index(each)] != 0);
        CHECK(support.leaves[links.index(each)] != 0);
    }
    for (const auto* each : {"writes", "write_qps"}) {
        CHECK(support.all[links.index(each)] != 0);
        CHECK(support.leaves[links.index(each)] == 0);
    }
    for (const auto* each : {"object_size", "retention"}) CHECK(support.all[links.index(each)] == 0);
    // A further question adds what it rests on.
    const Support both =
        support_of(links.estimate.model, {prompt_for(links, "write_qps"), prompt_for(links, "new_data")});
    CHECK(both.leaves[links.index("object_size")] != 0);
    CHECK(both.leaves[links.index("dau")] != 0);
    CHECK(both.leaves[links.index("replication")] == 0);
}

TEST_CASE("only a formula of what is told becomes a setting, in the unit that it was written in") {
    const std::string yaml =
        "dau: 10M * 2\nwrites_per_user: 6/week / 2\nobject_size: 10 B + 9 B\nretention: 5 years\n"
        "erasure_coding: 8+4\napp.rps: 500/s * 4\n";
    // Neither a plain value, nor data and parity parts, nor what a machine does.
    CHECK(told_settings(pose(estimate_of(yaml), {})) ==
          std::vector<std::string>{"dau=20M", "writes_per_user=3/week", "object_size=19 B"});
}

TEST_CASE("a value is given away only where the text has it in the same words") {
    const std::string size = "object_size: 500 B\n";
    CHECK(Asked("writes: 300/s\n" + size).gives_away("write_qps"));
    CHECK_FALSE(Asked("writes: 300M/day\n" + size).gives_away("write_qps"));  // told a day, asked for a second
    CHECK_FALSE(Asked("writes: 300/s\npeak_factor: 3\n" + size).gives_away("peak_qps"));
    CHECK_FALSE(Asked("writes: 300/s\n" + size).gives_away("new_data"));
}

}  // namespace bote::test::told_test
