// Maps: the shade of a field, and where its name is told.

#include "bote/render/chart_picture.hpp"

#include <cmath>

#include "project/catch.hpp"
#include "render/svg/drawn.hpp"

namespace bote::test::map_test {
namespace {

const Conventions kConventions;

std::string map_of(const MapChart& chart, double width = 420) { return drawn(draw_map(chart, {kConventions, width})); }

/// Fields with names, a row for each.
MapChart names_of(const std::vector<std::vector<std::string>>& rows) {
    MapChart map{{"dau", {}}, {"writes", {}}, {}, {}, rows, {}, "bound"};
    for (std::size_t i = 0; i < rows.front().size(); ++i) map.across_values.push_back(static_cast<double>(i + 1));
    for (std::size_t i = 0; i < rows.size(); ++i) map.up_values.push_back(static_cast<double>(i + 1));
    return map;
}

/// One row of numbers with their texts.
MapChart numbers_of(const std::vector<double>& numbers) {
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < numbers.size(); ++i) texts.push_back("t" + std::to_string(i));
    MapChart map = names_of({texts});
    map.numbers = {numbers};
    return map;
}

}  // namespace

TEST_CASE("fields of a map stand in rows, a name has the same shade everywhere") {
    // The values of the rows take 0.62 x 13 + 8 = 16.1 pixels, each of two fields (416 - 16.1) / 2.
    const std::string text = map_of(names_of({{"cache", "disk"}, {"disk", "cpu"}}));
    CHECK(contains(text, "<rect x=\"16.1\" y=\"24\" width=\"199\" height=\"29\" class=\"c-kind1\"/>"));
    CHECK(contains(text, "<rect x=\"216\" y=\"24\" width=\"199\" height=\"29\" class=\"c-kind2\"/>"));
    CHECK(contains(text, "<rect x=\"16.1\" y=\"54\" width=\"199\" height=\"29\" class=\"c-kind2\"/>"));
    CHECK(contains(text, "<rect x=\"216\" y=\"54\" width=\"199\" height=\"29\" class=\"c-kind3\"/>"));
    CHECK(
        contains(text, "<text x=\"316\" y=\"73\" class=\"c-ink\" text-anchor=\"middle\" font-size=\"12\">cpu</text>"));
    CHECK(contains(text, "<text x=\"10.1\" y=\"73.5\" class=\"c-muted\" text-anchor=\"end\">2</text>"));
    CHECK(contains(text, "<text x=\"316\" y=\"102\" class=\"c-muted\" text-anchor=\"middle\">2</text>"));
    CHECK(contains(text, "<text x=\"1\" y=\"14\" class=\"c-muted\">writes</text>"));
    CHECK(contains(text, "<text x=\"416\" y=\"122\" class=\"c-muted\" text-anchor=\"end\">dau</text>"));
}

TEST_CASE("names of a map are told below it, numbers are not") {
    const std::string names = map_of(names_of({{"cache", "disk"}}));
    // One row ends at 54 and its axis at 98.
    CHECK(contains(names,
                   "<rect x=\"4\" y=\"100\" width=\"16\" height=\"16\" class=\"c-kind1\"/>\n"
                   "<text x=\"28\" y=\"112\" class=\"c-ink\">1  cache</text>\n"
                   "<rect x=\"4\" y=\"122\" width=\"16\" height=\"16\" class=\"c-kind2\"/>\n"
                   "<text x=\"28\" y=\"134\" class=\"c-ink\">2  disk</text>\n"));
    CHECK(contains(names, " height=\"148\">"));
    CHECK(contains(map_of(numbers_of({1.1, 5})), " height=\"98\">"));
    CHECK(map_of(numbers_of({NAN, NAN})) == map_of(names_of({{"t0", "t1"}})));
}

TEST_CASE("a name without room in its field is its number there, a text of a number is left out") {
    const std::vector<std::string> row{"a", "a very long name of a field"};
    const std::string names = map_of(names_of({row}), 300);
    CHECK(contains(names, "font-size=\"12\">a</text>"));
    CHECK(contains(names, "font-size=\"12\">2</text>"));
    MapChart numbers = names_of({row});
    numbers.numbers = {{1.1, 5}};
    CHECK(count_of(map_of(numbers, 300), "font-size=\"12\"") == 1);
}

TEST_CASE("a text has two pixels of its field free on either side") {
    // Each of 20 fields is (296 - 16.1) / 20 = 14 pixels wide, a digit 0.62 x 12 = 7.4.
    MapChart map = numbers_of(std::vector<double>(20, 1));
    map.texts = {std::vector<std::string>(20, "1")};
    CHECK(count_of(map_of(map, 300), "font-size=\"12\">1<") == 20);
    map.texts = {std::vector<std::string>(20, "11")};
    CHECK(count_of(map_of(map, 300), "font-size=\"12\"") == 0);
    map.numbers.clear();
    CHECK(count_of(map_of(map, 300), "font-size=\"12\">1<") == 20);  // its number in place of the name
}

TEST_CASE("shades of a map follow its numbers from the least to the largest, in six steps") {
    // The axis goes from 1 to 5: the places are 0.025, 0.25, 0.5, 0.75 and 1.
    const std::string text = map_of(numbers_of({1.1, 2, 3, 4, 5}));
    std::string shades;
    for (auto at = text.find("c-shade"); at != std::string::npos; at = text.find("c-shade", at + 1))
        shades += text[at + 7];
    CHECK(shades == "12456");
    CHECK_FALSE(contains(text, "c-kind"));
}

TEST_CASE("the least of a map has the first shade, at the end of the axis and where all are equal") {
    for (const auto& numbers : {std::vector<double>{0, 5, 10}, {3, 3}, {1, NAN, 2}}) {
        const std::string text = map_of(numbers_of(numbers));
        CHECK(contains(text, "c-shade"));
        CHECK_FALSE(contains(text, "c-shade0"));
        CHECK_FALSE(contains(text, "c-shade7"));
    }
    CHECK(count_of(map_of(numbers_of({0, 5, 10})), "c-shade6") == 1);
    CHECK_FALSE(contains(map_of(numbers_of({NAN, 5, 10})), "c-kind"));  // out of range, whichever field it is
}

TEST_CASE("a number out of range makes no names of the others") {
    MapChart map = names_of({{"1", "2"}, {"out of range", "3"}});
    map.numbers = {{1, 2}, {NAN, 3}};
    CHECK_FALSE(contains(map_of(map), "c-kind"));
    CHECK(count_of(map_of(map), "c-shade") == 4);
}

TEST_CASE("after six names the shades of a map begin again") {
    const std::string text = map_of(names_of({{"a", "b", "c", "d", "e", "f", "g"}}));
    CHECK(count_of(text, "c-kind1") == 4);  // two fields, and both names below
    CHECK(count_of(text, "c-kind6") == 2);
    CHECK(contains(text, ">7  g</text>"));
}

TEST_CASE("values below a map are left out where they would meet") {
    MapChart map = names_of({std::vector<std::string>(20, "a")});
    for (double& value : map.across_values) value *= 111;
    // A field is (296 - 16.1) / 20 = 14 wide, "111" 24.2 and a gap 8: every third one has room.
    const std::string text = map_of(map, 300);
    CHECK(contains(text, ">111</text>"));
    CHECK_FALSE(contains(text, ">222</text>"));
    CHECK_FALSE(contains(text, ">333</text>"));
    CHECK(contains(text, ">444</text>"));
}

}  // namespace bote::test::map_test
