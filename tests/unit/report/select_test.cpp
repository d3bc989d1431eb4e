#include "bote/report/select.hpp"

#include "bote/base/error.hpp"
#include "project/catch.hpp"

namespace bote::test::select_test {
namespace {

Report page() {
    Report report;
    report.blocks = {Heading{"Shop", 1}, Note{"dau 1M"}, Heading{"Traffic"},       Note{"t"},
                     Heading{"Storage"}, Note{"s"},      Heading{"By object", 3},  Note{"o"},
                     Heading{"Keys"},    Note{"k"},      Heading{"Keys, further"}, Note{"f"}};
    return report;
}

std::string text(const Report& report) {
    std::string all;
    for (const auto& block : report.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) all += "[" + heading->text + "]";
        if (const auto* note = std::get_if<Note>(&block)) all += note->text;
    }
    return all;
}

}  // namespace

TEST_CASE("a single section stands without its heading, with what is below it") {
    CHECK(text(select_sections(page(), {"storage"})) == "s[By object]o");
}

TEST_CASE("several sections keep their headings and the order of the page") {
    CHECK(text(select_sections(page(), {"Storage", "traffic"})) == "[Traffic]t[Storage]s[By object]o");
    CHECK(text(select_sections(page(), {"keys"})) == "[Keys]k[Keys, further]f");
}

TEST_CASE("sections of several pages stand under the title of each") {
    Report both = page();
    append(both, page());
    CHECK(text(select_sections(both, {"traffic"})) == "[Shop][Traffic]t[Shop][Traffic]t");
}

TEST_CASE("a section that the page does not have is an error that names those it has") {
    try {
        select_sections(page(), {"cost"});
        FAIL("not refused");
    } catch (const InputError& problem) {
        CHECK(problem.errors().front().what == "there is no section 'cost'");
        CHECK(problem.errors().front().hint.text == "sections: traffic, storage, keys, keys, further");
    }
    CHECK_FALSE(has_section(page(), "shop"));
    CHECK_FALSE(has_section(page(), "by object"));
    CHECK_FALSE(has_section(page(), ""));
}

TEST_CASE("a report without what is folded ends a folded section where the next one begins") {
    Report report = page();
    std::get<Heading>(report.blocks[4]).fold = Fold::folded;
    CHECK(text(without_folded(report)) == "[Shop]dau 1M[Traffic]t[Keys]k[Keys, further]f");
    CHECK(text(without_folded(page())) == text(page()));
}

}  // namespace bote::test::select_test
