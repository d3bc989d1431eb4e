#include "yaml/yaml_marks.hpp"

#include "bote/base/error.hpp"
#include "project/catch.hpp"

namespace bote::test::yaml_marks_test {
namespace {

YAML::Mark mark_at(int position) {
    YAML::Mark mark;
    mark.pos = position;
    return mark;
}

}  // namespace

TEST_CASE("a mark is a byte of the file, whether or not that begins with a byte order mark") {
    const auto plain = make_source("a.yaml", "dau: 5M");
    const auto marked = make_source("a.yaml",
                                    "\xEF\xBB\xBF"
                                    "dau: 5M");
    CHECK(Marks(plain).offset(mark_at(5)) == 5);
    CHECK(Marks(marked).offset(mark_at(5)) == 8);
    CHECK(Marks(plain).offset(mark_at(-1)) == 0);
    CHECK(Marks(plain).offset(mark_at(100)) == 7);
}

TEST_CASE("characters of a value are in their places where it stands in the file as it is") {
    const auto source = make_source("a.yaml", "a: 5 MB\nb: '1 GB'\nc: 'it''s'\nd: 1\n  + 2\n");
    const Marks marks(source);
    const Text plain = marks.scalar_text(3, "5 MB");
    CHECK(plain.exact);
    CHECK(plain.span.begin == 3);
    CHECK(plain.span.end == 7);
    const Text quoted = marks.scalar_text(11, "1 GB");
    CHECK(quoted.exact);
    CHECK(quoted.span.begin == 12);
    CHECK(quoted.span.end == 16);
    const Text escaped = marks.scalar_text(21, "it's");
    CHECK_FALSE(escaped.exact);
    CHECK(escaped.span.begin == 21);
    CHECK(escaped.span.end == 28);
    const Text folded = marks.scalar_text(32, "1 + 2");
    CHECK_FALSE(folded.exact);
    CHECK(folded.span.end == 33);
}

TEST_CASE("a scalar whose quote is never closed is refused where it opens") {
    const auto source = make_source("a.yaml", "a: \"5 MB");
    try {
        (void)Marks(source).scalar_text(3, "5 MB");
        FAIL("nothing was refused");
    } catch (const InputError& problem) {
        CHECK(problem.errors().front().what == "the quote is never closed");
        CHECK(problem.errors().front().where.begin == 3);
    }
}

}  // namespace bote::test::yaml_marks_test
