// Where a row of a model file puts its quantity on the page.

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "generate/model_text.hpp"
#include "project/catch.hpp"

namespace bote::test::model_places_test {
namespace {

const std::string kHead = "load [/s] total = qps * 2 : requests of both\n";

ModelRow row_with(const std::string& field) { return read_model("10-x", kHead + "    " + field + "\n").front(); }

}  // namespace

TEST_CASE("a line, columns and cells of a row name their section and how they show the value") {
    const auto row = read_model("10-x", kHead +
                                            "    line storage last beside cdn_egress unlike object_size\n"
                                            "    column traffic daily: Writes a day\n"
                                            "    column cache last: Peak reads\n"
                                            "    cell bandwidth bits last: In / Peak, bits\n")
                         .front();
    REQUIRE(row.lines.size() == 1);
    CHECK(row.lines[0].section == "storage");
    CHECK(row.lines[0].last);
    CHECK(row.lines[0].beside == "cdn_egress");
    CHECK(row.lines[0].unlike == "object_size");
    REQUIRE(row.columns.size() == 2);
    CHECK(row.columns[0].section == "traffic");
    CHECK(row.columns[0].as == ShownAs::daily);
    CHECK(row.columns[0].title == "Writes a day");
    CHECK_FALSE(row.columns[0].last);
    CHECK(row.columns[1].as == ShownAs::itself);
    CHECK(row.columns[1].last);
    REQUIRE(row.cells.size() == 1);
    CHECK(row.cells[0].as == ShownAs::bits);
    CHECK(row.cells[0].title == "In");
    CHECK(row.cells[0].column == "Peak, bits");
}

TEST_CASE("a row of one line has a place too") {
    const auto row = read_model("10-x", "load [/s] total line traffic last = qps * 2 : requests of both\n").front();
    REQUIRE(row.lines.size() == 1);
    CHECK(row.lines[0].section == "traffic");
    CHECK(row.lines[0].last);
    REQUIRE(row.alternatives.size() == 1);
    CHECK(row.alternatives[0].formula.text == "qps * 2");
    CHECK(row.meaning == "requests of both");
}

TEST_CASE("a row names the overviews that it is in, or stands aside") {
    CHECK(row_with("overview compare, sweep").overviews == std::vector{Overview::compare, Overview::sweep});
    CHECK(read_model("10-x", "load [/s] total aside : requests\n").front().aside);
}

TEST_CASE("a mistaken place is refused where it stands") {
    struct Row {
        std::string field;
        std::string what;
    };
    const Row rows[] = {
        {"line", "expected the name of a section"},
        {"line traffic first", "expected last, bits, daily, beside NAME or unlike NAME, found 'first'"},
        {"line traffic beside", "found 'beside'"},
        {"column traffic Writes", "expected ': ' between a section and a title"},
        {"cell traffic: Writes", "expected ' / ' between the row and the column of a cell"},
        {"overview compare, map", "there is no overview 'map'"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.field);
        const auto error = refusal([&] { row_with(row.field); });
        CHECK(contains(error.what, row.what));
        CHECK(error.column == 5);
    }
}

}  // namespace bote::test::model_places_test
