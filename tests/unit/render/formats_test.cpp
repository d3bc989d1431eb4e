#include "bote/render/render.hpp"

#include <set>

#include "project/catch.hpp"

using namespace bote;

TEST_CASE("every format is found by its name, and renders a report without anything in it") {
    std::set<std::string_view> names;
    for (const Format& format : all_formats()) {
        CAPTURE(format.name);
        CHECK(names.insert(format.name).second);
        CHECK(find_format(format.name) == &format);
        CHECK_FALSE(format.meaning.empty());
        CHECK(format.render(Report{}, Canvas{}) == (format.name == "json" ? "null\n" : ""));
    }
    CHECK(find_format("xml") == nullptr);
    CHECK(find_format("") == nullptr);
}
