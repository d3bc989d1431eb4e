#include "generate/pieces.hpp"

#include <string>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::literals_test {

TEST_CASE("a text as a literal has three octal digits for each byte that is not plain") {
    CHECK(literal_of("") == "\"\"");
    CHECK(literal_of("a ~Z9") == "\"a ~Z9\"");
    CHECK(literal_of("a\"b\\c?") == "\"a\\042b\\134c\\077\"");
    CHECK(literal_of("\n1") == "\"\\0121\"");  // the digit behind it is no part of it
    CHECK(literal_of("\x1F\x7F") == "\"\\037\\177\"");
    CHECK(literal_of("é") == "\"\\303\\251\"");
    CHECK(literal_of(std::string_view("\0x", 2)) == "\"\\000x\"");
}

TEST_CASE("a part of an array is where it begins and how much it has, and none is an empty pair of braces") {
    CHECK(slice_of("kNodes", 7, 3) == "{kNodes + 7, 3}");
    CHECK(slice_of("kNodes", 0, 1) == "{kNodes + 0, 1}");
    CHECK(slice_of("kNodes", 7, 0) == "{}");
    CHECK(list_of({}).empty());
    CHECK(list_of({DefinitionIndex{3}}) == "3");
    CHECK(list_of({DefinitionIndex{3}, DefinitionIndex::none, DefinitionIndex{2}}) == "3, -1, 2");
    CHECK(literal_of(DefinitionIndex{12}) == "DefinitionIndex{12}");
    CHECK(boolean(true) == "true");
    CHECK(boolean(false) == "false");
    CHECK(class_of(Class::object) == "static_cast<Class>(1)");
}

TEST_CASE("a node is written with all its fields, its number to the last bit") {
    Node node;
    node.op = Op::name;
    node.written = Written::ratio;
    node.arguments = 2;
    node.name = 3;
    node.number = 0.1;
    node.unit = 5;
    node.begin = 6;
    node.end = 8;
    // 0.1 is 1.6 / 16, and 0.6 in hexadecimal is 0.999...: rounded up in the last of 13 digits.
    CHECK(row_of(node) == "    {static_cast<Op>(1), static_cast<Written>(2), 2, 3, 0x1.999999999999ap-4, 5, 6, 8},\n");
}

TEST_CASE("a display is written with its unit, what stands below it, and its dimension") {
    Display display;
    display.numerator = Numerator::fixed;
    display.unit = 4;
    display.per = {2, kNoUnit};
    display.dimension = {1, -2, 3};
    display.magnitude = 6;
    CHECK(row_of(display) == "{static_cast<Numerator>(9), 4, {2, " + std::to_string(kNoUnit) + "}, {1, -2, 3}, 6}");
}

}  // namespace bote::test::literals_test
