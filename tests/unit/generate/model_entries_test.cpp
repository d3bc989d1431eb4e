#include "generate/model_entries.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::model_entries_test {
namespace {

std::vector<Entry> entries_of(const std::string& text) { return read_entries(make_source("x.model", text)); }

std::string pointed_at(const Text& text) { return std::string(text_of(text.span)); }

}  // namespace

TEST_CASE("a line at the first column begins a row, four blanks a field of it, and more go on with the line before") {
    const auto entries = entries_of(
        "# a comment\n"
        "one [/s]  \n"
        "    source a\n"
        "     book\n"
        "\n"
        "    # another\n"
        "    line x\n"
        "two\n"
        "        and more\n"
        "          of it\n");
    REQUIRE(entries.size() == 2);
    CHECK(entries[0].head.text == "one [/s]");
    CHECK(entries[0].head.exact);
    CHECK(pointed_at(entries[0].head) == "one [/s]");
    REQUIRE(entries[0].fields.size() == 2);
    CHECK(entries[0].fields[0].text == "source a book");
    CHECK(pointed_at(entries[0].fields[0]) == "source a\n     book");
    CHECK_FALSE(entries[0].fields[0].exact);
    CHECK(entries[0].fields[1].text == "line x");
    CHECK(entries[0].fields[1].exact);
    CHECK(entries[1].head.text == "two and more of it");
    CHECK_FALSE(entries[1].head.exact);
    CHECK(entries[1].fields.empty());
    CHECK(entries_of("# nothing\n\n").empty());
}

TEST_CASE("an indented line without a row, or indented by less than a field, is refused") {
    for (const std::string indent : {" ", "  ", "   "}) {
        CAPTURE(indent.size());
        const auto refused = refusal([&] { entries_of("one\n" + indent + "field\n"); });
        CHECK(refused.what == "expected a field, indented by four blanks, or more of one, indented by more");
        CHECK(refused.part == "field");
    }
    CHECK(refusal([] { entries_of("\n    field\nrow\n"); }).what == "expected a row before what is indented");
}

TEST_CASE("a part of a text stands where its words do, without the blanks around them") {
    const auto entries = entries_of("one\n    given a,  b : c\n");
    const Text& field = entries.front().fields.front();
    const std::string_view text = field.text;
    const Text part = part_of(field, text.substr(8, 5));  // "  b :"
    CHECK(part.text == "b :");
    CHECK(pointed_at(part) == "b :");
    CHECK(part.exact);
    CHECK(behind_name(field).text == "a,  b : c");
    CHECK(pointed_at(behind_name(field)) == "a,  b : c");
    CHECK(first_word(text) == "given");
    CHECK(first_word("given") == "given");
    CHECK(first_word("").empty());
    CHECK(behind_name(entries_of("one\n    given\n").front().fields.front()).text.empty());
}

TEST_CASE("a class is known by its whole name") {
    CHECK(class_named("workload") == Class::workload);
    CHECK(class_named("object") == Class::object);
    CHECK(class_named("policy") == Class::policy);
    CHECK(class_named("total") == Class::total);
    CHECK(class_named("tier") == Class::tier);
    CHECK_FALSE(class_named("tiers"));
    CHECK_FALSE(class_named(""));
}

TEST_CASE("the section of a row is the name of its file behind the number, and a shorthand is no row") {
    const auto section_of = [](std::string_view name) {
        return read_rows<ModelWords>(name, "short := 1\nword = qps\n", [](const Entry& entry) {
            ModelWords words;
            words.words = entry.head.text;
            return words;
        });
    };
    REQUIRE(section_of("90-words").size() == 1);
    CHECK(section_of("90-words").front().words == "word = qps");
    CHECK(section_of("90-words").front().section == "words");
    CHECK(section_of("words").front().section == "words");
    CHECK(section_of("10-a-b").front().section == "a-b");
}

}  // namespace bote::test::model_entries_test
