#include "bote/render/render.hpp"

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "project/catch.hpp"

namespace bote::test::json_test {

namespace {

std::string json(Datum::Object entries) {
    Report report;
    report.data.value = std::move(entries);
    return render_json(report, Canvas{});
}

std::string json_of_text(std::string text) {
    const std::string all = json({{"t", {std::move(text)}}});
    const std::string head = "{\n  \"t\": \"";
    const std::string tail = "\"\n}\n";
    REQUIRE(all.starts_with(head));
    REQUIRE(all.ends_with(tail));
    return all.substr(head.size(), all.size() - head.size() - tail.size());
}

}  // namespace

TEST_CASE("keys keep their order, whole numbers are integers") {
    CHECK(json({{"schema_version", {1.0}},
                {"workload", {Datum::Object{{"name", {std::string("TinyURL")}}, {"file", {}}}}},
                {"a_list", {Datum::Array{{1.5}, {true}, {-0.0}, {std::string("x")}}}},
                {"large", {1e15}},
                {"empty", {Datum::Array{}}},
                {"nothing", {Datum::Object{}}}}) ==
          "{\n"
          "  \"schema_version\": 1,\n"
          "  \"workload\": {\n"
          "    \"name\": \"TinyURL\",\n"
          "    \"file\": null\n"
          "  },\n"
          "  \"a_list\": [\n"
          "    1.5,\n"
          "    true,\n"
          "    0,\n"
          "    \"x\"\n"
          "  ],\n"
          "  \"large\": 1000000000000000,\n"
          "  \"empty\": [],\n"
          "  \"nothing\": {}\n"
          "}\n");
}

TEST_CASE("a number that is not finite is left out, in a list it is null") {
    CHECK(json({{"nan", {std::nan("")}}, {"kept", {Datum::Array{{std::numeric_limits<double>::infinity()}, {2.0}}}}}) ==
          "{\n  \"kept\": [\n    null,\n    2\n  ]\n}\n");
}

TEST_CASE("texts are escaped for terminals and for a script element") {
    struct Row {
        const char* text;
        const char* written;
    };
    const Row rows[] = {
        {"naïve 漢", "naïve 漢"},
        {"say \"hi\"\\", "say \\\"hi\\\"\\\\"},
        {"a\nb\tc", "a\\nb\\tc"},
        {"\x1b[31m", "\\u001b[31m"},
        {"\x7f", "\\u007f"},
        {"\xC2\x85", "\\u0085"},
        {"\u2028\u2029", "\\u2028\\u2029"},
        {"\u202E", "\\u202e"},
        {"</script>", "\\u003c/script>"},
        {"\xFF", "\uFFFD"},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        CHECK(json_of_text(row.text) == row.written);
    }
}

TEST_CASE("what is written reads back as the same values") {
    const double values[] = {0.1, 1.0 / 3.0, 547.5e12, 1e18, 5e-324, 1.7976931348623157e308, 9007199254740993.0};
    Datum::Array items;
    for (const double value : values) items.push_back({value});
    const auto read = nlohmann::ordered_json::parse(json({{"<values>", {items}}}));
    for (std::size_t i = 0; i < std::size(values); ++i) CHECK(read.at("<values>").at(i).get<double>() == values[i]);
}

}  // namespace bote::test::json_test
