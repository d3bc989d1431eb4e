#include "bote/bote.hpp"

#include <string>

#include "project/catch.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::bote_test {
namespace {

const std::string kShop = "writes: 1M/day\nobject_size: 1 KB\nretention: 10 days\nheadroom: 50%\nreplication: 3\n";

}  // namespace

TEST_CASE("a text is estimated: a value in base units, its text, its working") {
    const Estimate estimate = estimate_text(kShop);
    CHECK(value_of(estimate, "storage") == near(1e6 * 1e3 * 10 * 2 * 3));
    CHECK(text_of(estimate, "storage") == "60 GB");
    CHECK(working_of(estimate, "storage") == "20 GB * 3");
    CHECK(working_of(estimate, "object_size").empty());
}

TEST_CASE("settings are those of --set") {
    CHECK(text_of(estimate_text(kShop, {"replication=2", "object_size=2 KB"}), "storage") == "80 GB");
}

TEST_CASE("a file is estimated, and one that cannot be read is an error") {
    const ScratchFolder folder;
    const WorkingFolder inside{folder.path()};
    write_text("shop.yaml", kShop);
    CHECK(value_of(estimate_file("shop.yaml"), "writes") == near(1e6 / 86400));
    CHECK_THROWS_AS(estimate_file("none.yaml"), InputError);
    CHECK_THROWS_AS(estimate_file("."), InputError);
}

TEST_CASE("all mistakes of a text are thrown at once, with the name it was given") {
    try {
        (void)estimate_text("dau: 5 KB\nwrits: 1/day\n", {}, "form");
        FAIL("no error");
    } catch (const InputError& problem) {
        CHECK(problem.errors().size() == 2);
        CHECK(describe(problem.errors()).find("form:2:1: error") != std::string::npos);
    }
}

TEST_CASE("a quantity or a format that is not there is an error") {
    const Estimate estimate = estimate_text(kShop);
    CHECK_THROWS_AS(value_of(estimate, "storge"), InputError);
    CHECK_THROWS_AS(page_of(estimate, "pdf"), InputError);
}

TEST_CASE("expectations say whether they hold") {
    const auto lines = expectations_of(estimate_text(kShop + "expect: [storage < 1 TB, storage > 1 TB]\n"));
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].holds);
    CHECK_FALSE(lines[1].holds);
}

TEST_CASE("the page comes in each of the formats") {
    const Estimate estimate = estimate_text(kShop);
    CHECK(page_of(estimate).find("## Storage") != std::string::npos);
    CHECK(page_of(estimate, "json").find("\"storage\"") != std::string::npos);
}

}  // namespace bote::test::bote_test
