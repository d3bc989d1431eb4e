// The sections of the page, read from their file.

#include <string>

#include "formula/sample.hpp"
#include "generate/model_text.hpp"
#include "project/catch.hpp"

namespace bote::test::model_page_test {

TEST_CASE("sections have a title, and say of what they have a row each and whether they are of the long form") {
    const auto page = read_page("05-page",
                                "# a comment\n"
                                "section traffic   over objects     : Traffic\n"
                                "section bandwidth over few objects : Bytes a second\n"
                                "section servers   over tiers long  : Servers\n"
                                "section load      long             : Load\n"
                                "section skew                       : Skew\n"
                                "section cdn       unless tiers     : CDN\n");
    REQUIRE(page.sections.size() == 6);
    CHECK(page.sections[0].name == "traffic");
    CHECK(page.sections[0].title == "Traffic");
    CHECK(page.sections[0].over == Over::objects);
    CHECK_FALSE(page.sections[0].only_in_all);
    CHECK(page.sections[1].over == Over::few_objects);
    CHECK(page.sections[1].title == "Bytes a second");
    CHECK(page.sections[2].over == Over::tiers);
    CHECK(page.sections[2].only_in_all);
    CHECK(page.sections[3].over == Over::nothing);
    CHECK(page.sections[3].only_in_all);
    CHECK(page.sections[4].name == "skew");
    CHECK_FALSE(page.sections[4].only_without_tiers);
    CHECK(page.sections[5].only_without_tiers);
    CHECK_FALSE(page.sections[5].only_in_all);
}

TEST_CASE("tiers have a title, and what is asked first comes first") {
    const auto page = read_page("05-page", "tier app : Application\ntier cache : Cache\nasked cost storage\n");
    REQUIRE(page.tiers.size() == 2);
    CHECK(page.tiers[0].name == "app");
    CHECK(page.tiers[0].title == "Application");
    CHECK(page.asked == std::vector<std::string>{"cost", "storage"});
}

TEST_CASE("figures have a label, and stand in the order of the file") {
    const auto page = read_page("05-page", "figure peak_qps : peak requests\nfigure storage : storage\n");
    REQUIRE(page.figures.size() == 2);
    CHECK(page.figures[0].quantity == "peak_qps");
    CHECK(page.figures[0].label == "peak requests");
    CHECK(page.figures[1].quantity == "storage");
}

TEST_CASE("a mistaken line of the page is refused") {
    struct Row {
        std::string line;
        std::string what;
    };
    const Row rows[] = {
        {"section traffic", "expected a title, behind ' : '"},
        {"section traffic over servers : Traffic",
         "expected over objects, over few objects, over tiers, unless tiers, unless zero or long"},
        {"part traffic : Traffic", "expected section, tier, figure or asked, found 'part'"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.line);
        CHECK(contains(refusal([&] { read_page("05-page", row.line + "\n"); }).what, row.what));
    }
}

}  // namespace bote::test::model_page_test
