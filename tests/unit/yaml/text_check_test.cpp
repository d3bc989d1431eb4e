#include <string>

#include "bote/base/error.hpp"
#include "bote/yaml/yaml.hpp"
#include "project/catch.hpp"

namespace bote::test::text_check_test {
namespace {

/// "place: message" of what is wrong with a text; empty where nothing is.
std::string wrong_with(const std::string& text) {
    try {
        check_text(make_source("a.yaml", text));
    } catch (const InputError& problem) {
        const Error& error = problem.errors().front();
        return std::to_string(error.where.begin) + ": " + error.what;
    }
    return "";
}

}  // namespace

TEST_CASE("a text of plain lines is fine, with either line end and with a byte order mark") {
    CHECK(wrong_with("").empty());
    CHECK(wrong_with("dau: 5M\n\tcaf\u00e9\r\n").empty());
    CHECK(wrong_with("\xEF\xBB\xBF"
                     "dau: 5M\n")
              .empty());
}

TEST_CASE("what is no UTF-8 is refused at its first byte") {
    CHECK(wrong_with("dau: \xFF") == "5: this byte is not UTF-8");
    CHECK(wrong_with(std::string("\xFF\xFE"
                                 "d\0",
                                 4)) == "0: the file is not UTF-8 but UTF-16 or UTF-32");
    CHECK(wrong_with("\xFE\xFF") == "0: the file is not UTF-8 but UTF-16 or UTF-32");
    CHECK(wrong_with(std::string("\0\0\xFE\xFF", 4)) == "0: the file is not UTF-8 but UTF-16 or UTF-32");
}

TEST_CASE("characters that cannot be seen are refused") {
    CHECK(wrong_with(std::string("a: \0", 4)).starts_with("3: the character "));
    CHECK(wrong_with("a: \u202e5").starts_with("3: the character "));
    CHECK(wrong_with("a: 5\rb: 6\n") == "4: a line ends with a lone carriage return");
    CHECK(wrong_with("a: 5\r") == "4: a line ends with a lone carriage return");
}

TEST_CASE("a text may be as long as the limit, and no longer") {
    CHECK(wrong_with(std::string(kLargestFile, 'a')).empty());
    CHECK(wrong_with(std::string(kLargestFile + 1, 'a')) == "0: the file is larger than 256 KiB");
}

}  // namespace bote::test::text_check_test
