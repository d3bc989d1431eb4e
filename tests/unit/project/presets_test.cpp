// What the README says of the presets is what they have.

#include <algorithm>
#include <regex>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "bote/model/embedded.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::presets_test {
namespace {

struct Counted {
    std::size_t published = 0;  // with what the author wrote, in quotes, behind it
    std::size_t by_hand = 0;
};

Counted count_figures(std::string_view preset) {
    Counted counted;
    bool expecting = false;
    for (const auto& line : lines_of(std::string(preset))) {
        if (!line.text.starts_with(' ')) expecting = line.text.starts_with("expect:");
        if (!expecting || !line.text.starts_with("  - ")) continue;
        const auto comment = line.text.find('#');
        const bool quoted = comment != std::string::npos && line.text.find('"', comment) != std::string::npos;
        ++(quoted ? counted.published : counted.by_hand);
    }
    return counted;
}

}  // namespace

TEST_CASE("the README counts the presets and their figures, and each preset names its source") {
    Counted all;
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        CHECK(contains(std::string(preset.text), "\nsource: "));
        const Counted counted = count_figures(preset.text);
        CHECK(counted.published + counted.by_hand >= 4);
        all.published += counted.published;
        all.by_hand += counted.by_hand;
    }
    const auto readme = std::regex_replace(read_text(source_folder() / "README.md"), std::regex("\\s+"), " ");
    CHECK(contains(readme, fmt::format("the {} classic problems", embedded_presets().size())));
    CHECK(contains(readme, fmt::format("compares {} figures that others published, and {} that were worked out by hand",
                                       all.published, all.by_hand)));
}

}  // namespace bote::test::presets_test
