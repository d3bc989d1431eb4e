#include "bote/views/definition_text.hpp"

#include <string>
#include <vector>

#include "bote/formula/check.hpp"
#include "bote/formula/coding.hpp"
#include "bote/formula/parser.hpp"
#include "project/catch.hpp"

namespace bote::test::definition_text_test {
namespace {

std::string example(const std::string& unit) {
    Definition row;
    row.unit = unit;
    row.display = *parse_display(unit);
    return example_of(row);
}

Alternative alternative(std::string_view text, IndexList<DefinitionIndex> names, std::string_view condition = "") {
    Alternative result;
    result.text = text;
    result.names = names;
    result.condition = condition;
    return result;
}

}  // namespace

TEST_CASE("an example of a quantity without a default has its dimension, as one would write it") {
    CHECK(example("GB") == "1 KB");
    CHECK(example("s") == "30 days");
    CHECK(example("/day") == "100M/day");
    CHECK(example("B/s") == "1 GB/day");
    CHECK(example("$") == "$100");
    CHECK(example("$/month") == "$100/month");
    CHECK(example("$/GB") == "$0.01/GB");
    CHECK(example("$/GB/month") == "$0.02/GB/month");
    CHECK(example("users") == "2");
    CHECK(example("%") == "20%");
    CHECK(example(":1") == "10:1");
}

TEST_CASE("an example of a quantity of the model makes sense for it") {
    const Catalog& catalog = built_in_catalog();
    const auto example_for = [&](std::string_view name) { return example_of(catalog[*catalog.find(name)]); };
    CHECK(example_for("dau") == "100M");
    CHECK(example_for("writes_per_user") == "2/day");
    CHECK(example_for("latency") == "200 ms");
    CHECK(example_for("bitrate") == "5 Mbps");
    CHECK(example_for("tier.heartbeat") == "30 s");
    CHECK(example_for("server.availability") == "99.9%");
    CHECK(example_for("retention") == "5 years");  // its default
}

TEST_CASE("each example of the model can be read, and is within the bounds of its quantity") {
    for (const Definition& row : built_in_catalog().definitions) {
        const std::string text = example_of(row);
        if (text.empty() || row.unit == kCodingUnit) continue;
        CAPTURE(row.name, text);
        const Text written{text, {make_source("example", text), 0, text.size()}, false, "example"};
        Expression tree = parse_formula(written, {});
        resolve_units(written, tree, {}, row.display.dimension);
        const double value = evaluate(tree, {}, Conventions{});
        if (!row.bounds.low.empty()) CHECK(value >= evaluate(row.bounds.low, {}, Conventions{}));
        if (!row.bounds.high.empty()) CHECK(value <= evaluate(row.bounds.high, {}, Conventions{}));
        const bool share = row.display.numerator == Numerator::share;
        CHECK((!share || text.ends_with('%')));
    }
}

TEST_CASE("a default is the example, but for a tier, whose kind may have another") {
    const Catalog& catalog = built_in_catalog();
    const IndexList<DefinitionIndex> some = catalog.by_name;
    const Alternative formula_first[] = {alternative("a * b", some), alternative("7 MB", {})};
    Definition row;
    row.display = *parse_display("B");
    row.alternatives = formula_first;
    CHECK(example_of(row) == "7 MB");
    row.kind = Class::tier;
    CHECK(example_of(row) == "1 KB");
    const Alternative formula_alone[] = {alternative("a * b", some)};
    row.kind = Class::workload;
    row.alternatives = formula_alone;
    CHECK(example_of(row) == "1 KB");
}

TEST_CASE("the text of a definition has a paragraph for all that is known, and none for what is not") {
    Definition row;
    row.meaning = "how much of it";
    row.display = *parse_display("");
    CHECK(definition_text(row) == "how much of it\n\nUnit: a count\n\nExample: 2");
    const Alternative ways[] = {alternative("a + b", built_in_catalog().by_name, "given c"),
                                alternative("a", built_in_catalog().by_name), alternative("5 KB", {})};
    row.alternatives = ways;
    row.unit = "KB";
    row.display = *parse_display("KB");
    row.range = "1 KB to 1 MB";
    row.source = "somebody";
    CHECK(definition_text(row) ==
          "how much of it\n\nUnit: KB\n\nFormula: given c: a + b\n\nFormula: a\n\nDefault: 5 KB\n\nUsual: 1 KB to 1 "
          "MB\n\nSource: somebody\n\nExample: 5 KB");
}

}  // namespace bote::test::definition_text_test
