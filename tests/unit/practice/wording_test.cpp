#include "practice/wording.hpp"

#include "bote/practice/problem.hpp"
#include "project/catch.hpp"

namespace bote::test::wording_test {

TEST_CASE("verbs have a stem and a past form") {
    struct Row {
        std::string_view verb;
        std::string_view stem;
        std::string_view past;
    };
    const Row rows[] = {{"uploads", "upload", "uploaded"}, {"watches", "watch", "watched"},
                        {"places", "place", "placed"},     {"pushes", "push", "pushed"},
                        {"sends", "send", "sent"},         {"writes", "write", "written"},
                        {"reads", "read", "read"},         {"presses", "press", "pressed"}};
    for (const Row& row : rows) {
        CAPTURE(row.verb);
        CHECK(stem_of(row.verb) == row.stem);
        CHECK(past_of(row.verb) == row.past);
    }
    CHECK(past_of("copies") == "copied");
}

TEST_CASE("nouns have a plural, but for those that nobody counts") {
    struct Row {
        std::string_view noun;
        std::string_view plural;
    };
    const Row rows[] = {{"photo", "photos"},
                        {"reply", "replies"},
                        {"day", "days"},
                        {"match", "matches"},
                        {"box", "boxes"},
                        {"bus", "buses"},
                        {"media", "media"},
                        {"raw_footage", "raw footage"},
                        {"media_file", "media files"},
                        {"multimedia", "multimedias"},
                        {"y", "ys"}};
    for (const Row& row : rows) {
        CAPTURE(row.noun);
        CHECK(plural_of(row.noun) == row.plural);
    }
}

TEST_CASE("a capital is put on a small letter alone") {
    CHECK(capital("photos") == "Photos");
    CHECK(capital("5 photos") == "5 photos");
    CHECK(capital("\u00fcber") == "\u00fcber");
    CHECK(capital("").empty());
}

}  // namespace bote::test::wording_test
