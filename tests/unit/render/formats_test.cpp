#include "bote/render/render.hpp"

#include <set>

#include "bote/base/text.hpp"
#include "project/catch.hpp"

namespace bote::test::formats_test {

TEST_CASE("every format is found by its name, and renders a report without anything in it") {
    std::set<std::string_view> names;
    for (const Format& format : all_formats()) {
        CAPTURE(format.name);
        CHECK(names.insert(format.name).second);
        CHECK(find_format(format.name) == &format);
        CHECK_FALSE(format.meaning.empty());
        const std::string text = format.render(Report{}, Canvas{});
        if (format.audience == Audience::program) CHECK(text.ends_with("\n"));
        else CHECK(text.empty());
    }
    CHECK(find_format("xml") == nullptr);
    CHECK(find_format("") == nullptr);
}

TEST_CASE("a file's ending belongs to one format") {
    std::set<std::string_view> known;
    for (const Format& format : all_formats()) {
        for (const auto ending : split(format.endings, ' ')) {
            if (format.endings.empty()) continue;
            CAPTURE(ending);
            CHECK(ending.starts_with('.'));
            CHECK(known.insert(ending).second);
            CHECK(find_format_of(ending) == &format);
        }
    }
    CHECK(find_format_of(".md") == find_format("markdown"));
    CHECK(find_format_of(".html") == find_format("html"));
    CHECK(find_format_of(".svg") == find_format("svg"));
    CHECK(find_format_of(".docx") == nullptr);
    CHECK(find_format_of("") == nullptr);
}

}  // namespace bote::test::formats_test
