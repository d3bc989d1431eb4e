#include "generate/model_text.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::model_text_test {

TEST_CASE("a row of a model file is read with all its parts") {
    const auto rows = read_model("10-traffic",
                                 "# a comment\n\n"
                                 "peak   [/s]       total internal > 0 <= 1 day : in the busiest second\n"
                                 "    = qps * factor\n"
                                 "    neutral 1/s\n"
                                 "    # another one\n"
                                 "    range  2 to 10\n"
                                 "    source a book, 3.1: more\n"
                                 "spares [servers]  workload whole default 2    : machines\n"
                                 "growth [%]        policy open > -100%         : a year\n"
                                 "\n"
                                 "share [%] policy : a share\n"
                                 "    source a book\n");
    REQUIRE(rows.size() == 4);
    CHECK(rows[0].name == "peak");
    CHECK(rows[0].unit == "/s");
    CHECK(rows[0].kind == Class::total);
    CHECK(rows[0].internal);
    CHECK(rows[0].section == "traffic");
    REQUIRE(rows[0].alternatives.size() == 2);
    CHECK(rows[0].alternatives[0].formula.text == "qps * factor");
    CHECK_FALSE(rows[0].alternatives[0].neutral);
    CHECK(rows[0].alternatives[1].formula.text == "1/s");
    CHECK(rows[0].alternatives[1].neutral);
    CHECK(rows[0].meaning == "in the busiest second");
    CHECK(rows[0].range == "2 to 10");
    CHECK(rows[0].source == "a book, 3.1: more");
    REQUIRE(rows[0].low);
    REQUIRE(rows[0].high);
    CHECK_FALSE(rows[0].low_allowed);
    CHECK(rows[0].high_allowed);
    CHECK(rows[1].whole);
    REQUIRE(rows[1].alternatives.size() == 1);
    CHECK(rows[1].alternatives[0].formula.text == "2");
    CHECK(rows[1].meaning == "machines");
    CHECK_FALSE(rows[2].high);  // an open share may be over 100%
    CHECK(rows[2].alternatives.empty());
    CHECK(rows[3].high);
    CHECK(rows[3].range.empty());
    CHECK(rows[3].source == "a book");
}

TEST_CASE("what is indented by more than a field goes on with the line before") {
    const auto rows = read_model("10-x",
                                 "size [B] object : bytes of one,\n"
                                 "                  all told\n"
                                 "    = a\n"
                                 "        * b\n"
                                 "        + c\n"
                                 "    given d: a * b\n"
                                 "    source a book,\n"
                                 "        page 3\n");
    REQUIRE(rows.size() == 1);
    CHECK(rows[0].meaning == "bytes of one, all told");
    REQUIRE(rows[0].alternatives.size() == 2);
    CHECK(rows[0].alternatives[0].formula.text == "a * b + c");
    CHECK(rows[0].alternatives[0].names == std::vector<std::string>{"a", "b", "c"});
    CHECK(rows[0].alternatives[1].given == std::vector<std::string>{"d"});
    CHECK(rows[0].source == "a book, page 3");
}

TEST_CASE("a formula has its own field, and a kind") {
    const auto rows = read_model("10-x",
                                 "rate [/s] total back peak / factor : a rate\n"
                                 "    usually other\n"
                                 "    given a, b with c unless d, e: a - b\n"
                                 "    with c: c\n"
                                 "    unless stock: 5/s\n"
                                 "    default 3/s\n");
    REQUIRE(rows.size() == 1);
    const auto& all = rows[0].alternatives;
    REQUIRE(all.size() == 6);
    CHECK(all[0].back);
    CHECK(all[0].formula.text == "peak / factor");
    CHECK(all[1].usual);
    CHECK(all[2].given == std::vector<std::string>{"a", "b"});
    CHECK(all[2].with == std::vector<std::string>{"c"});
    CHECK(all[2].unless == std::vector<std::string>{"d", "e"});
    CHECK(all[2].condition == "given a, b with c unless d, e");
    CHECK(all[2].formula.text == "a - b");
    CHECK(all[3].with == std::vector<std::string>{"c"});
    CHECK(all[4].unless == std::vector<std::string>{"stock"});
    CHECK(all[5].formula.text == "3/s");
    CHECK(all[5].condition.empty());
}

/// A formula of a row, with the shorthands written out.
std::string written_out(const std::string& formula, const std::vector<Shorthand>& shorthands) {
    const auto rows = read_model("10-x", "a [] workload : a\n    = " + formula + "\n", shorthands);
    return rows.front().alternatives.front().formula.text;
}

TEST_CASE("a shorthand stands for its formula, in parentheses where it would be torn apart") {
    const auto all = read_shorthands("10-x",
                                     "busy := (1 day / hours)\n"
                                     "a [] workload : no shorthand\n"
                                     "    source a book\n"
                                     "peak := factor\n"
                                     "        * busy\n"
                                     "more := b + c\n"
                                     "grown := b ^ c\n");
    REQUIRE(all.size() == 4);
    struct Row {
        std::string formula;
        std::string becomes;
    };
    const Row rows[] = {
        {"qps * peak", "qps * factor * (1 day / hours)"},
        {"qps / peak", "qps / (factor * (1 day / hours))"},
        {"peak / qps", "factor * (1 day / hours) / qps"},
        {"peak ^ 2", "(factor * (1 day / hours)) ^ 2"},
        {"qps - peak", "qps - factor * (1 day / hours)"},
        {"qps * busy ^ 2", "qps * (1 day / hours) ^ 2"},
        {"more + d", "b + c + d"},
        {"d - more", "d - (b + c)"},
        {"more * d", "(b + c) * d"},
        {"max(more, d)", "max(b + c, d)"},
        {"d * grown", "d * b ^ c"},
        {"d ^ grown", "d ^ (b ^ c)"},
        {"more.high + peak_qps", "more.high + peak_qps"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.formula);
        CHECK(written_out(row.formula, all) == row.becomes);
    }
    CHECK(read_rules("70-x", "r workload when qps > d / peak\n    then do\n", all).front().condition.text ==
          "qps > d / (factor * (1 day / hours))");
    CHECK(read_model("10-x", "peak [] workload : the peak of more\n", all).front().meaning == "the peak of more");
}

TEST_CASE("a shorthand may take an argument and use those before it") {
    const auto all =
        read_shorthands("20-x", "years(x) := x / 1 year\nkept(age) := grown_time(rate, 1, years(age)) * 1 year\n");
    const auto more = read_shorthands("30-x", "twice(x) := 2 * x\n", all);
    REQUIRE(more.size() == 3);
    CHECK(more[1].parameter == "age");
    CHECK(written_out("years(b + c)", more) == "(b + c) / 1 year");
    CHECK(written_out("years(min(b, c))", more) == "min(b, c) / 1 year");
    CHECK(written_out("twice(twice(b))", more) == "2 * 2 * b");
    CHECK(written_out("b / twice(c + d)", more) == "b / (2 * (c + d))");
    CHECK(written_out("kept(min(b, c))", more) == "grown_time(rate, 1, min(b, c) / 1 year) * 1 year");
}

/// A mistaken file, and what is said about which part of it.
struct Mistake {
    std::string text;
    std::string says;
    std::size_t line = 1;
    std::string part{};  // empty: whatever it is
};

template <class Read>
void check_refused(Read read, const Mistake& mistake) {
    CAPTURE(mistake.text);
    try {
        read("10-x", mistake.text);
        FAIL_CHECK("nothing was refused");
    } catch (const InputError& problem) {
        const Error& error = problem.errors().front();
        REQUIRE(error.where.source);
        CHECK(error.where.source->name == "10-x.model");
        CHECK(location_of(error.where).line == mistake.line);
        CHECK(contains(error.what, mistake.says));
        if (!mistake.part.empty()) CHECK(std::string(text_of(error.where)) == mistake.part);
    }
}

TEST_CASE("a wrong row is refused with its file, its line and the cause") {
    const std::string good = "dau [users] workload : users\n";
    const Mistake mistakes[] = {
        {"dau workload : users\n", "expected a [unit]", 1},
        {good + "dau [foo] workload : users\n", "expected a unit, found 'foo'", 2, "foo"},
        {good + "\ndau [users] : users\n", "expected a class", 3},
        {"dau [users] worklod : users\n", "expected a class, a flag, a bound or a field, found 'worklod'", 1,
         "worklod"},
        {"dau [users] workload\n", "expected a meaning", 1},
        {"dau [users] workload :\n", "expected words behind ':'", 1},
        {good + "    sorce a book\n", "expected one of :, =, default", 2, "sorce"},
        {good + "    = mau * 5 +\n", "stops in the middle", 2},
        {good + "    = mau *\n        5 +\n", "stops in the middle", 2},
        {good + "    = mau ? 5\n", "the character '?'", 2, "?"},
        {good + "    given mau 5\n", "expected ': ' between a condition and its formula", 2},
        {good + "    = 5\n", "expected 'default' before a lone value", 2},
        {good + "    default mau\n", "expected '=' before a formula", 2},
        {good + "    source a\n    source b\n", "'source' is there already", 3},
        {good + "    : users\n", "':' is there already", 2},
        {good + "  source a\n", "expected a field, indented by four blanks", 2},
        {"    source a\n" + good, "expected a row before what is indented", 1},
    };
    for (const auto& mistake : mistakes)
        check_refused([](auto name, auto text) { return read_model(name, text); }, mistake);
}

TEST_CASE("a rule is read with its comparison and its texts") {
    const auto rules = read_rules("70-decisions",
                                  "# a comment\n\n"
                                  "partition workload when filled > disk * 2\n"
                                  "    then   split: {shards} parts\n"
                                  "    else   one holds it\n"
                                  "    source a book, 2.2\n"
                                  "hot object when qps\n"
                                  "        >= 5/s\n"
                                  "    then copy it\n"
                                  "    source a book\n"
                                  "down workload stepped when peak < 0.999 * qps\n"
                                  "    then look: is it\n"
                                  "        right?\n");
    REQUIRE(rules.size() == 3);
    CHECK(rules[0].name == "partition");
    CHECK(rules[0].kind == Class::workload);
    CHECK(rules[0].condition.text == "filled > disk * 2");
    CHECK(rules[0].expectation.terms.comparison == Comparison::greater);
    CHECK(names_of(rules[0].condition.text, rules[0].expectation.left) == std::vector<std::string_view>{"filled"});
    CHECK(names_of(rules[0].condition.text, rules[0].expectation.right) == std::vector<std::string_view>{"disk"});
    CHECK(rules[0].verdict == "split: {shards} parts");
    CHECK(rules[0].otherwise == "one holds it");
    CHECK(rules[0].source == "a book, 2.2");
    CHECK(rules[0].section == "decisions");
    CHECK_FALSE(rules[0].stepped);
    CHECK(rules[1].kind == Class::object);
    CHECK(rules[1].condition.text == "qps >= 5/s");
    CHECK(rules[1].expectation.terms.comparison == Comparison::greater_equal);
    CHECK(rules[1].otherwise.empty());
    CHECK(rules[1].source == "a book");
    CHECK(rules[2].stepped);
    CHECK(rules[2].verdict == "look: is it right?");
    CHECK(rules[2].otherwise.empty());
    CHECK(rules[2].source.empty());
}

TEST_CASE("a rule forgives what rounding has added, or holds by a margin that it names") {
    const auto rules = read_rules("70-x",
                                  "even workload when qps >= 5/s\n    then a\n"
                                  "clear workload when peak < qps\n        by 0.1%\n    then b\n");
    REQUIRE(rules.size() == 2);
    CHECK(rules[0].expectation.terms.tolerance > 0);
    CHECK(rules[0].expectation.terms.tolerance < 1e-12);
    CHECK(rules[1].expectation.terms.tolerance == 0.001);
    CHECK(rules[1].condition.text == "peak < qps by 0.1%");
}

TEST_CASE("a wrong rule is refused with its file, its line and the cause") {
    const std::string good = "partition workload when filled > disk\n";
    const Mistake mistakes[] = {
        {"partition workload filled > disk\n    then split\n", "expected `name class when comparison`", 1},
        {"partition when filled > disk\n    then split\n", "expected `name class when comparison`", 1},
        {"partition worklod when filled > disk\n    then split\n", "expected `name class when comparison`", 1},
        {good, "expected a verdict", 1},
        {good + "    else one\n", "expected a verdict", 1},
        {"partition workload when filled > disk by 5\n    then split\n", "expected a percentage behind 'by', found '5'",
         1, "5"},
        {"partition workload when filled > disk by qps\n    then split\n", "expected a percentage behind 'by'", 1,
         "qps"},
        {good + "    then\n", "expected words behind 'then'", 2},
        {good + "    than split\n", "expected one of when, then, else, source, unless, found 'than'", 2, "than"},
        {"partition workload when filled\n    then split\n", "compar", 1},
        {"partition workload when filled >\n    then split\n", "", 1},
    };
    for (const auto& mistake : mistakes)
        check_refused([](auto name, auto text) { return read_rules(name, text); }, mistake);
}

TEST_CASE("the words for a quantity may go over several lines") {
    const auto words = read_words("90-words",
                                  "user, visitor = dau mau\n"
                                  "users online, concurrent user,\n"
                                  "        ccu\n"
                                  "        = concurrent_users concurrent_share\n"
                                  "            sessions_per_user\n");
    REQUIRE(words.size() == 2);
    CHECK(words[0].words == "user, visitor");
    CHECK(words[0].quantities == std::vector<std::string>{"dau", "mau"});
    CHECK(words[1].words == "users online, concurrent user, ccu");
    CHECK(words[1].quantities == std::vector<std::string>{"concurrent_users", "concurrent_share", "sessions_per_user"});
}

TEST_CASE("words without a quantity, or with a field, are refused with their file and line") {
    const Mistake mistakes[] = {
        {"user, visitor\n", "expected `word, word = quantity quantity`", 1},
        {"= dau\n", "expected `word, word = quantity quantity`", 1},
        {"user =\n", "expected `word, word = quantity quantity`", 1},
        {"user = dau\n    source a book\n", "expected `word, word = quantity quantity`", 1},
    };
    for (const auto& mistake : mistakes) check_refused(read_words, mistake);
}

TEST_CASE("a wrong shorthand is refused with its file, its line and the cause") {
    const Mistake mistakes[] = {
        {"a [] workload : a\nb c := d\n", "expected `name := formula` or `name(x) := formula`", 2},
        {"b(c := d\n", "expected `name := formula` or `name(x) := formula`", 1},
        {"b := d\n    source a book\n", "expected `name := formula` or `name(x) := formula`", 1},
        {"b := d *\n", "stops in the middle", 1},
        {"b(x) := x + 1\n\nc := 2 * b\n", "expected '(...)' behind 'b'", 3},
    };
    for (const auto& mistake : mistakes)
        check_refused([](auto name, auto text) { return read_shorthands(name, text); }, mistake);
    const auto all = read_shorthands("10-x", "b(x) := x + 1\n");
    check_refused([&](auto name, auto text) { return read_model(name, text, all); },
                  {"a [] workload : a\n    = 2 * b\n", "expected '(...)' behind 'b'", 2, "2 * b"});
}

TEST_CASE("the flag `common` marks what people give first, also before a bound") {
    const auto rows = read_model("10-x", "horizon [s] workload > 0 common : until then\nrate [/s] workload : a rate\n");
    CHECK(rows[0].common);
    CHECK_FALSE(rows[1].common);
}

TEST_CASE("the flag `scale` marks what says how large it all is") {
    const auto rows = read_model("10-x", "dau [users] workload scale : users\nrate [/s] workload : a rate\n");
    CHECK(rows[0].scale);
    CHECK_FALSE(rows[1].scale);
}

}  // namespace bote::test::model_text_test
