#include "yaml/yaml_lines.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::yaml_lines_test {
namespace {

/// What is said of the lines up to the one in which some words stand.
Refusal near_words(const std::string& text, const std::string& words) {
    return refusal([&] { refuse_lines(make_source("a.yaml", text), text.find(words)); });
}

Refusal anywhere(const std::string& text) {
    return refusal([&] { refuse_any_line(make_source("a.yaml", text)); });
}

}  // namespace

TEST_CASE("a line without a blank behind its colon, or with another sign for it, is written anew") {
    const auto colon = anywhere("dau: 5M\nwrites:3/day\n");
    CHECK(colon.what == "a colon behind a key has a blank behind it");
    CHECK(colon.hint == "write `writes: 3/day`");
    CHECK(colon.part == ":");
    CHECK(colon.column == 7);
    const auto equals = anywhere("  app.rps = 5k/s\n");
    CHECK(equals.what == "a key has a colon behind it, not '='");
    CHECK(equals.hint == "write `app.rps: 5k/s`");
    CHECK(equals.part == "=");
    CHECK(equals.column == 11);
    CHECK(anywhere("_az.AZ09=5M\n").hint == "write `_az.AZ09: 5M`");
    CHECK(anywhere("dau :5M\r\n").hint == "write `dau: 5M`");
    CHECK(anywhere("dau := 5M\n").hint == "write `dau: 5M`");
}

TEST_CASE("a line that is a key and its value, or no key at all, is not at fault") {
    for (const auto* fine :
         {"dau: 5M", "dau:", "dau:\r", "note: a=b", "url: http://x", "'dau':5M", "- dau=5M", ":5M", "=5M", "qps == 5",
          "two words = 3", "dau", "# dau=5M", "   # dau=5M", "", "   ", "\r", "a-b:3"}) {
        CAPTURE(fine);
        CHECK(anywhere(fine).column == 0);
    }
}

TEST_CASE("only the line of a place and the one before it are looked at, without comments and blank lines") {
    CHECK(near_words("dau=5M\nwrites: 3/day\n", "3/day").part == "=");
    CHECK(near_words("dau=5M\n\n# nothing\n\nwrites: 3/day\n", "3/day").part == "=");
    CHECK(near_words("dau=5M\nwrites: 3/day\nmau: 9M\n", "9M").column == 0);
    CHECK(near_words("mau: 9M\ndau=5M\n", "9M").column == 0);
    CHECK(near_words("dau=5M\nmau=9M\n", "9M").hint == "write `mau: 9M`");  // its own first
    CHECK(anywhere("dau=5M\nmau=9M\n").hint == "write `dau: 5M`");
    CHECK(refusal([] { refuse_lines(make_source("a.yaml", ""), 0); }).column == 0);
}

TEST_CASE("a key without its colon is found above the line that YAML stumbles over") {
    const auto found = near_words("dau 100M\nmau: 9M\n", ": 9M");
    CHECK(found.what == "a key has a colon behind it");
    CHECK(found.hint == "write `dau: 100M`");
    CHECK(found.column == 4);
    CHECK(near_words("dau 100M\nmau 5M\nwrites: 9M\n", ": 9M").hint == "write `dau: 100M`");  // the first
    CHECK(near_words("objects\n  post:\n", ":\n").hint == "write `objects:`");
    CHECK(near_words("note: some words\n  and more\nx: 9M: 5\n", ": 5").column == 0);  // goes on with the value above
    CHECK(anywhere("dau 100M\n").hint == "write `dau: 100M`");
    CHECK(anywhere("dau\nmau 5M\n").column == 0);  // the first line is one word
    CHECK(near_words("mau: 9M\ndau 100M # daily\nwrites: 1/s\n", "dau").hint == "write `dau: 100M`");
}

TEST_CASE("a line that is none of a workload is found above the line that YAML stumbles over") {
    const auto value = near_words("dau:\n10M\nmau: 9M\n", ": 9M");
    CHECK(value.what == "a value stands behind its key, or below it and indented");
    CHECK(value.hint == "write `dau: 10M`");
    CHECK(value.part == "10M");
    CHECK(near_words("x: 1\ndau: # of all\n10M\nmau: 9M\n", ": 9M").hint == "write `dau: 10M`");
    const auto arrow = near_words("dau -> 5M\nmau: 9M\n", ": 9M");
    CHECK(arrow.what == "a line is `key: value`, or a comment");
    CHECK(arrow.part == "dau -> 5M");
    CHECK(arrow.hint == "write `key: value`, or begin it with '#'");
    CHECK(near_words("/* users */\nmau: 9M\n", ": 9M").hint == "a comment begins with '#'");
    CHECK(near_words("- 5M\nmau: 9M\n", ": 9M").column == 0);
}

TEST_CASE("two slashes begin no comment") {
    const auto found = near_words("dau: 1M\n  // users\nmau: 9M\n", "9M");
    CHECK(found.what == "a comment begins with '#'");
    CHECK(found.hint == "write `# users`");
    CHECK(found.part == "//");
}

TEST_CASE("an apostrophe that ends a text is told, and one that is doubled or missing is not") {
    const auto found = near_words("name: 'Bob's shop'\n", "shop");
    CHECK(found.what == "the apostrophe ends the quoted text");
    CHECK(found.hint == "write `\"Bob's shop\"`");
    CHECK(near_words("name: '''\n", "'''").hint == "write `\"'\"`");
    for (const auto* fine : {"name: 'Bob' shop\n", "name: 'Bobs shop'\n", "name: 'Bob''s shop'\n",
                             "name: 'Bob's \"shop\"'\n", "name: ''\n", "name: Bob's shop'\n"}) {
        CAPTURE(fine);
        CHECK(near_words(fine, "name").column == 0);
    }
}

TEST_CASE("a second key in a line, and a bracket in braces, say where they stand") {
    CHECK(near_words("dau: 1M, mau: 9M\n", ": 9M").what == "'mau' is a second key in this line");
    CHECK(near_words("{dau: 1M mau: 9M}\n", ": 9M").what == "a comma is missing before 'mau'");
    CHECK(near_words("{slow [s]: 9}\n", "[s]").hint == "quote the key: write `\"slow [s]\": ...`");
}

TEST_CASE("a line that is deeper than one with a value belongs beside it") {
    const auto found = near_words("dau: 5M\n  writes: 3/day\n", "3/day");
    CHECK(found.what == "this line is indented deeper than 'dau', which has a value already");
    CHECK(found.hint == "begin it in the column of 'dau'");
    CHECK(found.part == "writes");
    CHECK(found.column == 3);
    for (const auto* fine :
         {"server:\n  rps: 3/day\n", "server: # of all\n  rps: 3/day\n", "dau: 5M\nrps: 3/day\n",
          "  dau: 5M\nrps: 3/day\n", "dau: 5M\n  + 3/day\n", "dau: 5M\n  + 3/day\nmau: 9M\n", "- 5M\n  rps: 3/day\n"}) {
        CAPTURE(fine);
        CHECK(near_words(fine, "3/day").column == 0);
    }
}

TEST_CASE("the bracket that nothing closes is the last one without its other half") {
    const auto open = [](std::string_view text) { return unclosed_before(text, text.size(), '{', '}'); };
    CHECK(open("{a: 1") == 0);
    CHECK(open("{a: {b: 1}, c: {d: 2") == 15);
    CHECK(open("{a: {b: 1}, c: 2") == 0);
    CHECK(open("{a: 1}") == 6);
    CHECK(open("") == 0);
    CHECK(unclosed_before("[1, [2]\nx: 3", 10, '[', ']') == 0);
}

}  // namespace bote::test::yaml_lines_test
