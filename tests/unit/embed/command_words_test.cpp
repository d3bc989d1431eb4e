#include "bote/embed/command_words.hpp"

#include "bote/base/error.hpp"
#include "project/catch.hpp"

namespace bote::test::command_words_test {
namespace {

using Words = std::vector<std::string>;

Words words_of(const std::string& text) {
    const auto source = make_source("note.md", "..." + text);
    return split_command({source, 3, 3 + text.size()});
}

}  // namespace

TEST_CASE("a command line is split at blanks and line ends, and quotes keep words together") {
    CHECK(words_of("value #shop  storage") == Words{"value", "#shop", "storage"});
    CHECK(words_of("value shop\r\n\t'qps in 1/min'") == Words{"value", "shop", "qps in 1/min"});
    CHECK(words_of(R"(solve "my shop.yaml" dau 'a <= "b"')") == Words{"solve", "my shop.yaml", "dau", "a <= \"b\""});
    CHECK(words_of(R"(value my\ shop.yaml "a\"b")") == Words{"value", "my shop.yaml", "a\"b"});
    CHECK(words_of("value ''") == Words{"value", ""});
}

TEST_CASE("each word has the place where it is written") {
    const auto source = make_source("note.md", "..value 'a b' -set x=1");
    const auto words = bote::words_of({source, 2, source->text.size()});
    REQUIRE(words.size() == 4);
    CHECK(text_of(words[1].where) == "'a b'");
    CHECK(words[2].text == "--set");
    CHECK(text_of(words[2].where) == "-set");
    CHECK(text_of(words[3].where) == "x=1");
}

TEST_CASE("what a shell would expand or run is text") {
    CHECK(words_of("value $HOME *.yaml `id` ~/x ;rm|cat >y &") ==
          Words{"value", "$HOME", "*.yaml", "`id`", "~/x", ";rm|cat", ">y", "&"});
}

TEST_CASE("an option may have one dash for two") {
    CHECK(words_of("value shop -set dau=1M --set a=2 -o x - -5 'a -set'") ==
          Words{"value", "shop", "--set", "dau=1M", "--set", "a=2", "-o", "x", "-", "-5", "a -set"});
}

TEST_CASE("a quote that is not closed is an error at its place") {
    try {
        words_of("value 'a b");
        FAIL("not refused");
    } catch (const InputError& problem) {
        CHECK(problem.errors().front().what == "this quote is not closed");
        CHECK(problem.errors().front().where.begin == 9);
    }
}

}  // namespace bote::test::command_words_test
