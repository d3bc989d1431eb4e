#include "bote/serve/message.hpp"

#include "project/catch.hpp"

namespace bote::test::message_test {

TEST_CASE("what is no JSON, is no UTF-8 or is nested too deep is refused") {
    const std::string deepest = std::string(kDeepestJson, '[') + std::string(kDeepestJson, ']');
    CHECK(parse_json(deepest).has_value());
    CHECK_FALSE(parse_json("[" + deepest + "]").has_value());
    CHECK_FALSE(parse_json(std::string(5'000'000, '[')).has_value());
    CHECK(parse_json("\"" + std::string(1000, '[') + "\\\"[\"").has_value());
    for (const std::string text : {"", "{", "{\"a\":}", "nul", "\"\xff\"", "\"\xc3\"", "\"a\nb\"", "{} {}", "1e999"}) {
        CAPTURE(text);
        CHECK_FALSE(parse_json(text).has_value());
    }
}

TEST_CASE("half of a surrogate pair becomes one character of its length, so that places stay") {
    CHECK(*parse_json(R"("a\ud83db")") ==
          "a\xEF\xBF\xBD"
          "b");
    CHECK(*parse_json(R"("\ude00")") == "\xEF\xBF\xBD");
    CHECK(*parse_json(R"("\ud83d\ude00\ud83d")") == "\xF0\x9F\x98\x80\xEF\xBF\xBD");
    CHECK(*parse_json(R"("\\ud83d")") == "\\ud83d");
}

TEST_CASE("parameters are looked into without trusting them") {
    const Json json = *parse_json(R"({"a": {"line": 3}, "b": -1, "c": 1.5, "d": "x", "e": 9999999999})");
    CHECK(count_at(member(json, "a"), "line") == 3);
    CHECK(text_at(json, "d") == "x");
    for (const char* key : {"b", "c", "d", "e", "f"}) CHECK_THROWS_AS(count_at(json, key), WrongParameters);
    CHECK_THROWS_AS(text_at(json, "a"), WrongParameters);
    CHECK_THROWS_AS(member(*parse_json("[1]"), "a"), WrongParameters);
}

}  // namespace bote::test::message_test
