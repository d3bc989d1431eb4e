#include <string>

#include "cli/help.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::version_test {

TEST_CASE("the short version is a name and a number, and the long one begins with it") {
    const std::string text = version_text();
    CHECK(text.starts_with("bote "));
    CHECK(text.ends_with("\n"));
    CHECK(text.find_first_not_of("0123456789.\n", 5) == std::string::npos);
    CHECK(long_version_text().starts_with(text));
    CHECK(lines_of(text).size() == 1);
}

TEST_CASE("the long version has the compiler, the options and each library of the build on a line of their own") {
    const auto lines = lines_of(long_version_text());
    REQUIRE(lines.size() == 4);
    CHECK(lines[1].text.starts_with("compiler   "));
    CHECK(lines[1].text.ends_with(", C++ " + std::to_string(__cplusplus)));
    CHECK(lines[2].text.starts_with("options    "));
    CHECK(lines[2].text.size() > 11);
    CHECK(lines[3].text.starts_with("libraries  "));
    for (const std::string library : {"CLI11", "fmt", "nlohmann_json", "yaml-cpp", "utf8proc", "zlib"}) {
        CAPTURE(library);
        CHECK(contains(lines[3].text, library + " "));
    }
}

}  // namespace bote::test::version_test
