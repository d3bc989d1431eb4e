// What YAML or its parser lets through silently is an error with a place here.

#include "bote/yaml/yaml.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::yaml_test {
namespace {

using namespace std::string_literals;

YamlNode read(const std::string& text) { return read_yaml(make_source("test.yaml", text)); }

struct Row {
    std::string text;
    std::string place;  // "line:column", or "line:" alone
    std::string says;   // in the message or the hint
};

void refused(const std::vector<Row>& rows) {
    for (const auto& row : rows) {
        CAPTURE(row.text.substr(0, 60));
        const auto errors = errors_of(row.text);
        REQUIRE_FALSE(errors.empty());
        CAPTURE(errors.front());
        CHECK(errors.front().starts_with(row.place.ends_with(':') ? row.place : row.place + ": "));
        CHECK(contains(errors.front(), row.says));
    }
}

std::string nested(std::size_t depth) {
    std::string text = "a: ";
    for (std::size_t i = 0; i < depth; ++i) text += "{a: ";
    return text + "1" + std::string(depth, '}') + "\n";
}

}  // namespace

TEST_CASE("a map, a list and a scalar come with their places") {
    const auto root = read("name: \"Tiny URL\"\nexpect:\n  - a < 5\n  - b\nempty:\n");
    REQUIRE(root.kind == YamlNode::Kind::map);
    REQUIRE(root.entries.size() == 3);
    CHECK(root.entries[0].key.text == "name");
    CHECK(root.entries[0].value.text.text == "Tiny URL");
    CHECK(location_of(root.entries[0].value.text.span).column == 8);
    REQUIRE(root.entries[1].value.items.size() == 2);
    CHECK(root.entries[1].value.items[0].text.text == "a < 5");
    CHECK(location_of(root.entries[1].value.items[1].text.span).line == 4);
    CHECK(root.entries[2].value.kind == YamlNode::Kind::nothing);
    CHECK(read("").kind == YamlNode::Kind::nothing);
    CHECK(read("# only a comment\n").kind == YamlNode::Kind::nothing);
}

TEST_CASE("a quote that is never closed is an error where it opens") {
    refused({
        {"name: \"TinyURL\n", "1:7", "never closed"},
        {"name: 'TinyURL\n", "1:7", "never closed"},
        {"name: \"TinyURL\ndau: 5M\nwrites: 2/day\n", "1:7", "never closed"},
        {"dau: 5M\nname: 'it''s\n", "2:7", "never closed"},
        {"dau: 5M\nname: \"a\\\"\n", "2:7", "never closed"},
        {"\"name: x\n", "1:1", "never closed"},
    });
}

TEST_CASE("what stands before, behind or beside the one document is never dropped") {
    for (const auto& text : {","s, "[a]\n,"s, "- a\n,b"s, ",a: 1"s, "...\na: 1"s, " dau: 1\nmau: 2"s,
                             "dau: 1\n---\nmau: 2"s, "dau: 1\n...\nmau: 2"s, "[foo]_bar"s, "{a: 1} {b: 2}"s,
                             "\"x\",\"y\""s, "---\ndau: 1\n---\n"s, "}"s, "]"s, "{a: 1}}"s}) {
        CAPTURE(text);
        const auto errors = errors_of(text);
        REQUIRE_FALSE(errors.empty());
        CHECK(errors.front().front() >= '1');
        CHECK(errors.front().front() <= '9');
    }
    refused({{"dau: 1\n---\nmau: 2\n", "2:1", "one file holds one workload"}});
}

TEST_CASE("lines without a colon are taken out, and the rest is read") {
    Errors mistakes;
    const auto root = read_yaml(make_source("a.yaml", "dau 100M\nmau: 9M\nwrites:1/s\nreads: 2/s\n"), mistakes);
    REQUIRE(mistakes.size() == 2);
    REQUIRE(root.entries.size() == 2);
    CHECK(root.entries[1].key.text == "reads");
    CHECK(location_of(root.entries[1].key.span).line == 4);
    const auto all = errors_of("dau: 5M\ndau: 6M\nwrites:1/day\nretention: 5\n");
    REQUIRE(all.size() == 3);
    CHECK(contains(all[2], "expected a duration"));
}

TEST_CASE("of a key that is given twice the first stays") {
    YamlNode root = read("dau: 1M\nserver: {rps: 1k/s, rps: 2k/s}\ndau: 2M\n");
    Errors errors;
    remove_repeated(root, errors);
    REQUIRE(errors.size() == 2);
    CHECK(location_of(errors[0].where).line == 3);
    CHECK(location_of(errors[1].where).column == 21);
    REQUIRE(root.entries.size() == 2);
    CHECK(root.entries[0].value.text.text == "1M");
    CHECK(root.entries[1].value.entries.size() == 1);
}

TEST_CASE("a sign before a value is told with the value as it reads") {
    refused({
        {"dau: > 10M\n", "1:6", "write `10M`"},
        {"dau: @1M\n", "1:6", "write `1M`"},
        {"headroom: %30\n", "1:11", "write `30%`"},
        {"read_write_ratio: 100 : 1\n", "1:19", "write `100:1`"},
        {"dau: 5M\nread_write_ratio: 100 : 1\n", "2:19", "write `100:1`"},
        {"dau: 5M\nheadroom: %30\n", "2:11", "write `30%`"},
        {"note: @nobody\n", "1:7", "put the value in quotes"},
        {"@1M\n", "1:1", "put the value in quotes"},
    });
}

TEST_CASE("comments and apostrophes as they are written elsewhere") {
    refused({
        {"// users\ndau: 1M\n", "1:1", "write `# users`"},
        {"name: 'Bob's shop'\n", "1:7", "write `\"Bob's shop\"`"},
    });
}

TEST_CASE("a key is given once, has a name and a value") {
    refused({
        {"dau: 1M\nmau: 5M\ndau: 2M\n", "3:1", "'dau' is given twice"},
        {"dau: 1M\n\"dau\": 2M\n", "2:2", "given twice"},
        {"server: {rps: 1k/s, rps: 2k/s}\n", "1:21", "given twice"},
        {"dau: 1M\nc\n", "2:1", ""},
        {"dau:\n", "1:1", "no value"},
        {"dau: ~\n", "1:1", "no value"},
        {"dau: null\n", "1:1", ""},
        {"~: 5\n", "1:1", "key"},
        {": 5\n", "1:1", "key"},
        {"\"\": 5\n", "1:", "key"},
        {"? [a]\n: 5\n", "1:3", "key"},
        {"{a: 1}: 5\n", "1:", ""},
        {std::string(200, 'k') + ": 5\n", "1:1", "128 bytes"},
        {std::string(2000, 'k') + ": 5\n", "1:", "128 bytes"},
    });
}

TEST_CASE("what is wrong with a key points at the key, all of it and no more") {
    const auto pointed_at = [](const std::string& text) { return refusal([&] { read(text); }).part; };
    CHECK(pointed_at("dau: 1M\n<<: {mau: 5M}\nlate: 1\n") == "<<");
    CHECK(contains(errors_of(std::string(128, 'k') + ": 5\n").front(), "there is no quantity"));
    CHECK(pointed_at("dau: 1M\n" + std::string(129, 'k') + ": 5\n") == std::string(128, 'k'));
}

TEST_CASE("control characters and foreign encodings are refused, also as escapes") {
    refused({
        {"name: a\0b\n"s, "1:8", "not allowed"},
        {"name: a\x1b[31m\n", "1:8", "escape"},
        {"name: a\x7f\n", "1:8", "not allowed"},
        {"name: a\xc2\x85\n", "1:8", "not allowed"},
        {"name: a\u202e\n", "1:8", "right-to-left"},
        {"dau: 5M\nname: caf\xe9\n", "2:10", "not UTF-8"},
        {"name: \xc0\xaf\n", "1:7", "not UTF-8"},
        {"name: \xed\xa0\x80\n", "1:7", "not UTF-8"},
        {"\xff\xfe"
         "d\0a\0"s,
         "1:1", "UTF-16"},
        {"\xfe\xff\0d"s, "1:1", "UTF-16"},
        {"dau: 5M\rmau: 6M\r", "1:8", "carriage return"},
        {"name: \"\\e[31m\"\n", "1:7", "control character"},
        {"name: \"\\0\"\n", "1:7", "control character"},
        {"name: \"\\x9b\"\n", "1:7", "control character"},
        {"name: \"\\u202e\"\n", "1:7", "control character"},
        {"name: \"\\N\"\n", "1:7", "control character"},
        {"name: \"\\_\"\n", "1:7", ""},
        {"name: \"\\ud83d\\ude00\"\n", "1:", ""},
        {"name: \"\\q\"\n", "1:", "escape"},
    });
}

TEST_CASE("what only YAML itself would understand is refused") {
    refused({
        {"dau: &x 5M\n", "1:6", "anchor"},
        {"dau: *x\n", "1:6", "alias"},
        {"dau: * 5\n", "1:6", "alias"},
        {"* 5\n", "1:1", "alias"},
        {"dau: &x 5M\nmau: *x\n", "1:6", "anchor"},
        {"&a [*a]\n", "1:1", "anchor"},
        {"a: &x {b: *x}\n", "1:4", "anchor"},
        {"<<: {dau: 5M}\n", "1:1", "merge key"},
        {"dau: !!int 5\n", "1:6", "tag"},
        {"dau: !x 5\n", "1:6", "tag"},
        {"dau: !!python/object 5\n", "1:6", "tag"},
        {"objects:\n\ttweet: {writes: 1/day}\n", "2:1", "tab"},
        {"objects:\n  tweet:\n  \twrites: 1/day\n", "3:3", "tab"},
        {"name: some text\ndau: 1:\t2\n", "2:7", "colon"},  // this tab indents nothing
        {"* 5\n\tx", "1:1", "alias"},
        {"dau: 5M\n \t# x\n}\n", "3:1", "closes nothing"},
        {"server: {rps: 5k/s, memory: 64 GB\nzones: 3\n", "1:9", "'{' is not closed"},
        {"expect: [a, b\nzones: 3\n", "1:9", "'[' is not closed"},
    });
}

TEST_CASE("a value whose first character means something else to YAML says what to write") {
    refused({
        {"dau: %5\n", "1:6", "write `5%`"},
        {"dau: @5\n", "1:6", "write `5`"},
        {"dau: `5`\n", "1:6", "write `5`"},
        {"dau: >5\n", "1:6", "cannot start with '>'; leave it out"},
        {"dau: \"5\" users\n", "1:", ""},
        {"dau: - 3\n", "1:6", ""},
        {"dau: |5\n", "1:6", "leave it out"},
        {"dau: 1: 2\n", "1:7", "colon"},
        {"dau: 1*: 2\n", "1:8", "colon"},  // the star is no alias
        {"{dau: uniform(1M, 2M)}\n", "1:", ""},
        {"{dau:3}\n", "1:5", "write `dau: 3`"},
        {"{dau: 1,000}\n", "1:", ""},
        {"{dau: 5\n", "1:1", "never closed"},
        {"expect: [dau < 5\n", "1:", ""},
    });
    const auto errors = errors_of("server: {rps: max(1k/s, 2k/s)}\n");
    REQUIRE_FALSE(errors.empty());
    bool says_quote = false;
    for (const auto& error : errors) says_quote = says_quote || contains(error, "quote values that hold a comma");
    CHECK(says_quote);
}

TEST_CASE("size, depth and number of nodes have a limit") {
    CHECK(contains(errors_of(std::string(256 * 1024 + 1, '#')).front(), "256 KiB"));
    CHECK(contains(errors_of(std::string(1'000'000, '[')).front(), "256 KiB"));
    CHECK(contains(errors_of(std::string(200'000, '[')).front(), "never closed"));
    CHECK(contains(errors_of(nested(16)).front(), "nested deeper"));
    CHECK_FALSE(contains(errors_of(nested(10)).front(), "nested deeper"));
    std::string many = "expect: [";
    for (int i = 0; i < 10'000; ++i) many += "a, ";
    CHECK(contains(errors_of(many + "a]\n").front(), "10000 nodes"));
}

TEST_CASE("places count characters, whatever the line ends, the byte order mark and the alphabet") {
    refused({
        {"\xEF\xBB\xBF"
         "dau: foo\n",
         "1:6", "'foo'"},
        {"name: a\r\ndau: foo\r\n", "2:6", "'foo'"},
        {"name: \u00e9\u00e9\u00e9\ndau: foo\n", "2:6", "'foo'"},
        {"objects: {\u00e9: {writes: foo}}\n", "1:11", ""},
        {"dau: \"foo\"\n", "1:7", "'foo'"},
        {"dau: 5M +\n  foo\n", "2:3", "'foo'"},
    });
}

TEST_CASE("quotes, braces, comments and line ends change nothing") {
    const std::string block = "dau: 5M\nwrites_per_user: 2/day\nserver:\n  rps: 1k/s\n";
    for (const auto& text :
         {"dau: \"5M\"\nwrites_per_user: '2/day'\nserver.rps: 1k/s\n"s,
          "{dau: 5M, writes_per_user: 2/day, server: {rps: 1k/s}}"s,
          "dau: 5M # users\r\nwrites_per_user: 2/day\r\n# a comment\r\nserver:\r\n  rps: 1k/s"s, "\xEF\xBB\xBF" + block,
          "---\n" + block, block + "...\n", "dau:\n  5M\nwrites_per_user: >\n  2/day\nserver.rps: 1k/s\n"s}) {
        CAPTURE(text);
        CHECK(errors_of(text) == std::vector<std::string>{});
        if (!errors_of(text).empty()) continue;
        CHECK(value(estimate_of(text), "app.servers") == value(estimate_of(block), "app.servers"));
    }
}

}  // namespace bote::test::yaml_test
