// The rules and the words of `.model` files.

#include "generate/model_text.hpp"

#include <string>
#include <vector>

#include "bote/formula/rounding.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::model_rules_test {
namespace {

using Names = std::vector<std::string>;

ModelRule rule(const std::string& head, const std::string& fields = "    then do\n") {
    return read_rules("70-decisions", head + "\n" + fields).front();
}

}  // namespace

TEST_CASE("a rule is silent beside the quantities behind `unless`, commas between them") {
    CHECK(rule("r workload when a > b").unless.empty());
    CHECK(rule("r workload when a > b", "    then do\n    unless c\n").unless == Names{"c"});
    CHECK(rule("r workload when a > b", "    unless c ,  tier.d,e\n    then do\n").unless == Names{"c", "tier.d", "e"});
}

TEST_CASE("the margin of a rule is a percentage, and takes the place of what rounding is forgiven") {
    CHECK(rule("r tier when a > b").expectation.terms.tolerance == bote::kRounding);
    CHECK(rule("r tier when a > b by 5%").expectation.terms.tolerance == near(0.05));
    CHECK(rule("r tier when a ~ b within 2%").expectation.terms.tolerance == near(0.02));
    CHECK(rule("r tier when a > b by 5%").kind == Class::tier);
    for (const std::string margin : {"5", "5 MB", "2 * 5%"}) {
        CAPTURE(margin);
        const auto refused = refusal([&] { rule("r tier when a > b by " + margin); });
        CHECK(refused.what == "expected a percentage behind 'by', found '" + margin + "'");
        CHECK(refused.part == margin);
    }
}

TEST_CASE("a later `when` of a rule takes the place of the one in its head") {
    const ModelRule read = rule("r workload when a > b", "    when c < d by 1%\n    then do\n");
    CHECK(read.condition.text == "c < d by 1%");
    CHECK(read.expectation.terms.comparison == Comparison::less);
}

TEST_CASE("only the word `stepped` may stand behind the class of a rule") {
    CHECK(rule("r object stepped when a > b").stepped);
    CHECK_FALSE(rule("r object when a > b").stepped);
    for (const std::string head : {"r object steped when a > b", "r object stepped twice when a > b", "r when a > b"}) {
        CAPTURE(head);
        CHECK(refusal([&] { rule(head); }).what == "expected `name class when comparison`");
    }
}

TEST_CASE("words are told from the quantities they mean by the first equals sign between blanks") {
    const auto words = read_words("90-words", "copy, replica factor = replication spares\na=b = c\n");
    REQUIRE(words.size() == 2);
    CHECK(words[0].words == "copy, replica factor");
    CHECK(words[0].quantities == Names{"replication", "spares"});
    CHECK(words[0].section == "words");
    CHECK(words[1].words == "a=b");
    CHECK(words[1].quantities == Names{"c"});
    const auto what = [](const std::string& text) { return refusal([&] { read_words("90-words", text); }).what; };
    CHECK(what("copy replication\n") == "expected `word, word = quantity quantity`");
    CHECK(what("copy = replication\n    source a book\n") == "expected `word, word = quantity quantity`");
}

}  // namespace bote::test::model_rules_test
