#include "bote/model/model_text.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test {

TEST_CASE("a row of a model file is read with all its parts") {
    const auto rows =
        read_model("10-traffic",
                   "# a comment\n\n"
                   "peak [/s] total internal > 0 <= 1 day = qps * factor | neutral 1/s ; in the busiest second ; "
                   "2 to 10 ; a book, 3.1: more\n"
                   "spares [servers] workload whole = 2 ; machines\n"
                   "growth [%] policy open > -100% ; a year\n"
                   "share [%] policy ; a share ; - ; a book\n");
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].name == "peak");
    CHECK(rows[0].unit == "/s");
    CHECK(rows[0].kind == Class::total);
    CHECK(rows[0].internal);
    CHECK(rows[0].section == "traffic");
    REQUIRE(rows[0].alternatives.size() == 2);
    CHECK(rows[0].alternatives[0].text == "qps * factor");
    CHECK_FALSE(rows[0].alternatives[0].neutral);
    CHECK(rows[0].alternatives[1].neutral);
    CHECK(rows[0].meaning == "in the busiest second");
    CHECK(rows[0].range == "2 to 10");
    CHECK(rows[0].source == "a book, 3.1: more");
    REQUIRE(rows[0].low);
    REQUIRE(rows[0].high);
    CHECK_FALSE(rows[0].low_allowed);
    CHECK(rows[0].high_allowed);
    CHECK(rows[1].whole);
    CHECK(rows[1].alternatives.size() == 1);
    CHECK_FALSE(rows[2].high);  // an open share may be over 100%
    CHECK(rows[2].alternatives.empty());
    CHECK(rows[3].high);
    CHECK(rows[3].range.empty());
    CHECK(rows[3].source == "a book");
}

TEST_CASE("a wrong row is refused at its place") {
    struct Row {
        std::string text;
        std::string says;
    };
    const Row rows[] = {
        {"dau workload = 5 ; users", "[unit]"},  {"dau [foo] workload = 5 ; users", "unit is not known"},
        {"dau [users] = 5 ; users", "flag"},     {"dau [users] worklod = 5 ; users", "'worklod' is no flag"},
        {"dau [users] workload = 5", "meaning"}, {"dau [users] workload = 5 + ; users", "stops in the middle"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto found = refusal([&] { read_model("10-x", "# first\n" + row.text + "\n"); });
        CHECK(found.column > 0);
        CHECK(contains(found.what, row.says));
    }
}

TEST_CASE("a rule is read with its comparison and its texts") {
    const auto rules =
        read_rules("70-decisions",
                   "# a comment\n\n"
                   "partition workload when filled > disk * 2 ; split: {shards} parts ; one holds it ; a book, 2.2\n"
                   "hot object when qps >= 5/s ; copy it ; - ; a book\n"
                   "odd workload when peak < 0.999 * qps ; look: is it right?\n");
    REQUIRE(rules.size() == 3);
    CHECK(rules[0].name == "partition");
    CHECK(rules[0].kind == Class::workload);
    CHECK(rules[0].condition == "filled > disk * 2");
    CHECK(rules[0].expectation.terms.comparison == Comparison::greater);
    CHECK(names_of(rules[0].condition, rules[0].expectation.left) == std::vector<std::string_view>{"filled"});
    CHECK(names_of(rules[0].condition, rules[0].expectation.right) == std::vector<std::string_view>{"disk"});
    CHECK(rules[0].verdict == "split: {shards} parts");
    CHECK(rules[0].otherwise == "one holds it");
    CHECK(rules[0].source == "a book, 2.2");
    CHECK(rules[0].section == "decisions");
    CHECK(rules[1].kind == Class::object);
    CHECK(rules[1].expectation.terms.comparison == Comparison::greater_equal);
    CHECK(rules[1].otherwise.empty());
    CHECK(rules[1].source == "a book");
    CHECK(rules[2].otherwise.empty());
    CHECK(rules[2].source.empty());
}

TEST_CASE("a wrong rule is refused at its place") {
    struct Row {
        std::string text;
        std::string says;
    };
    const Row rows[] = {
        {"partition workload filled > disk ; split", "a rule is `name class when comparison`"},
        {"partition when filled > disk ; split", "a rule is `name class when comparison`"},
        {"partition worklod when filled > disk ; split", "a rule is `name class when comparison`"},
        {"partition workload when filled > disk", "a rule has a verdict"},
        {"partition workload when filled > disk ; - ; one", "a rule has a verdict"},
        {"partition workload when filled ; split", "compar"},
        {"partition workload when filled > ; split", ""},
    };
    for (const auto& row : rows) {
        CAPTURE(row.text);
        const auto found = refusal([&] { read_rules("70-x", "# first\n" + row.text + "\n"); });
        CHECK(found.column > 0);
        CHECK(contains(found.what, row.says));
    }
}

TEST_CASE("the flag `common` marks what people give first, also before a bound") {
    const auto rows = read_model("10-x", "horizon [s] workload > 0 common ; until then\nrate [/s] workload ; a rate\n");
    CHECK(rows[0].common);
    CHECK_FALSE(rows[1].common);
}

TEST_CASE("the flag `scale` marks what says how large it all is") {
    const auto rows = read_model("10-x", "dau [users] workload scale ; users\nrate [/s] workload ; a rate\n");
    CHECK(rows[0].scale);
    CHECK_FALSE(rows[1].scale);
}

}  // namespace bote::test
