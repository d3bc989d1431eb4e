#include "bote/model/embedded.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::embedded_test {
namespace {

void check_same(Tree a, Tree b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) {
        CHECK((a[i].op == b[i].op && a[i].written == b[i].written));
        CHECK((a[i].arguments == b[i].arguments && a[i].name == b[i].name && a[i].number == b[i].number));
        CHECK((a[i].unit == b[i].unit && a[i].begin == b[i].begin && a[i].end == b[i].end));
    }
}

void check_same(std::span<const Binding> a, std::span<const Binding> b) {
    REQUIRE(a.size() == b.size());
    for (std::size_t i = 0; i < a.size(); ++i) CHECK((a[i].quantity == b[i].quantity && a[i].is_word == b[i].is_word));
}

std::size_t count_parsed(const YamlNode& node) {
    std::size_t count = node.text.parsed != nullptr ? 1 : 0;
    for (const auto& item : node.items) count += count_parsed(item);
    for (const auto& entry : node.entries) count += count_parsed(entry.value);
    return count;
}

}  // namespace

TEST_CASE("the formulas of a preset are constants as the parser reads them") {
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        const auto source = make_source(std::string(preset.name), std::string(preset.text));
        const YamlNode root = tree_of(source, preset);
        const Workload workload = load_workload(source, root);
        CHECK(count_parsed(root) >= workload.settings.size() + workload.expectations.size());
        const Model embedded = build_model(workload, {});
        const Model parsed = build_model(load_workload(source), {});
        REQUIRE(embedded.quantities.size() == parsed.quantities.size());
        for (const QuantityIndex i : parsed.quantities.indices()) {
            CAPTURE(parsed[i].name);
            CHECK(embedded[i].name == parsed[i].name);
            CHECK(embedded[i].formula->text == parsed[i].formula->text);
            check_same(embedded[i].formula->tree, parsed[i].formula->tree);
        }
        REQUIRE(embedded.expectations.size() == parsed.expectations.size());
        for (std::size_t i = 0; i < parsed.expectations.size(); ++i) {
            const BoundExpectation& a = embedded.expectations[i];
            const BoundExpectation& b = parsed.expectations[i];
            CAPTURE(parsed.expectations[i].text);
            check_same(a.left, b.left);
            check_same(a.right, b.right);
            check_same(a.left_names, b.left_names);
            check_same(a.right_names, b.right_names);
            CHECK(a.terms.comparison == b.terms.comparison);
            CHECK((a.terms.tolerance == b.terms.tolerance && a.terms.chance == b.terms.chance));
        }
    }
}

}  // namespace bote::test::embedded_test
