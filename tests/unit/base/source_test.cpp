#include "bote/base/source.hpp"

#include <string>

#include "project/catch.hpp"

namespace bote::test::source_test {

namespace {

struct Row {
    std::string text;
    std::size_t begin;
    std::size_t line;
    std::size_t column;
    std::string line_text;
};

}  // namespace

TEST_CASE("a place is counted in lines and characters from 1") {
    const Row rows[] = {
        {"", 0, 1, 1, ""},
        {"dau: 1", 5, 1, 6, "dau: 1"},
        {"a\nbc\n", 3, 2, 2, "bc"},
        {"a\nbc\n", 1, 1, 2, "a"},  // at the line end
        {"a\nbc\n", 5, 3, 1, ""},   // behind the last line end
        {"a\nbc", 99, 2, 3, "bc"},  // behind the text
        {"a\r\nbc\r\n", 4, 2, 2, "bc"},
        {"a\r\nbc", 2, 1, 2, "a"},  // the second byte of a line end
        {"é漢: x", 7, 1, 5, "é漢: x"},
        {"é漢", 3, 1, 2, "é漢"},      // within a character
        {"é\x80", 2, 1, 2, "é\x80"},  // bytes that are no character count one each
        {"\xEF\xBB\xBF"
         "dau: 1",
         3, 1, 1, "dau: 1"},  // a byte order mark is no column
        {"\xEF\xBB\xBF"
         "dau: 1",
         0, 1, 1, "dau: 1"},
        {"\xEF\xBB\xBF"
         "a\nb",
         5, 2, 1, "b"},
        {"\xEF\xBB\xBF", 3, 1, 1, ""},
        {"\n\nx", 0, 1, 1, ""},
        {"\n\nx", 1, 2, 1, ""},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text, row.begin);
        const Span span{make_source("w.yaml", row.text), row.begin, row.begin + 1};
        CHECK(location_of(span).line == row.line);
        CHECK(location_of(span).column == row.column);
        CHECK(text_of(line_of(span)) == row.line_text);
    }
}

TEST_CASE("a span covers bytes as far as there are any") {
    const SourcePtr source = make_source("w.yaml", "dau: 100M");
    CHECK(text_of({source, 5, 9}) == "100M");
    CHECK(text_of({source, 5, 99}) == "100M");
    CHECK(text_of({source, 99, 100}).empty());
    CHECK(text_of({source, 5, 2}).empty());
    CHECK(text_of({}).empty());
    CHECK(location_of({}).line == 1);
}

}  // namespace bote::test::source_test
