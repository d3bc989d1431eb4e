#include "bote/generate/generate.hpp"

#include <string>

#include "bote/base/error.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::files_test {
namespace {

std::string written(const std::string& yaml) { return write_files("presets", {{"presets/a.yaml", "a", yaml}}); }

/// The row of a node: kinds are 1 for a scalar, 2 for a list, 3 for a map.
std::string row(int kind, const std::string& rest) {
    return "    {static_cast<YamlNode::Kind>(" + std::to_string(kind) + "), " + rest + "},\n";
}

}  // namespace

TEST_CASE("the nodes of an embedded file stand in the order of its text, keys before their values") {
    // Bytes: "dau" 0 to 3, "5M" 5 to 7, "list" 8 to 12, "[" at 14, "x y" 15 to 18, "2%" 20 to 22.
    const std::string text = written("dau: 5M\nlist: [x y, 2%]\n");
    CHECK(contains(text, "constexpr EmbeddedNode k_presets_0[] = {\n" + row(3, "false, true, 0, 0, 2, \"\", nullptr") +
                             row(1, "false, true, 0, 3, 0, \"dau\", nullptr") +
                             row(1, "false, true, 5, 7, 0, \"5M\", k_presets_0_parsed + 0") +
                             row(1, "false, true, 8, 12, 0, \"list\", nullptr") +
                             row(2, "true, true, 14, 14, 2, \"\", nullptr") +
                             row(1, "false, true, 15, 18, 0, \"x y\", nullptr") +
                             row(1, "false, true, 20, 22, 0, \"2%\", k_presets_0_parsed + 1") + "};\n"));
}

TEST_CASE("the formulas of an embedded file are slices of one array of nodes") {
    // `3 * 2` has three nodes, then `4` has one.
    const std::string text = written("a: 3 * 2\nb: 4\n");
    CHECK(contains(text,
                   "    {{k_presets_0_nodes + 0, 3}, {}, {static_cast<Comparison>(0), 0x0p+0, 0x0p+0}},\n"
                   "    {{k_presets_0_nodes + 3, 1}, {}, {static_cast<Comparison>(0), 0x0p+0, 0x0p+0}},\n"
                   "    {}};\n"));
}

TEST_CASE("only below `expect` a comparison is a formula, with its terms") {
    const std::string text = written("expect:\n  - data >= 1 GB at 50%\nclaims:\n  - data >= 1 GB\n");
    const auto chance = "{{k_presets_0_nodes + 0, 1}, {k_presets_0_nodes + 1, 1}, {static_cast<Comparison>(" +
                        std::to_string(static_cast<int>(Comparison::greater_equal)) +
                        "), 0x1.12e0be826d695p-30, 0x1p-1}}";
    CHECK(contains(text, chance));
    CHECK(contains(text, "\"data >= 1 GB at 50%\", k_presets_0_parsed + 0"));
    CHECK(contains(text, "\"data >= 1 GB\", nullptr"));
    CHECK_FALSE(contains(text, "_parsed + 1"));
}

TEST_CASE("each embedded file has arrays of its own, and none for formulas where it has none") {
    const std::string text =
        write_files("settings", {{"x/a.yaml", "a", "spares: 1\n"}, {"x/b.yaml", "b", "note: one, two!\n"}});
    CHECK(contains(text, "k_settings_0_parsed[]"));
    CHECK_FALSE(contains(text, "k_settings_1_parsed"));
    CHECK_FALSE(contains(text, "k_settings_1_nodes"));
    CHECK(contains(text,
                   "constexpr EmbeddedFile k_settings[] = {\n"
                   "    {\"a\", \"spares: 1\\012\", k_settings_0},\n"
                   "    {\"b\", \"note: one, two!\\012\", k_settings_1},\n};\n"));
    CHECK(contains(text, "std::span<const EmbeddedFile> embedded_settings() { return k_settings; }"));
}

TEST_CASE("a file that is no YAML stops the build where it is wrong") {
    try {
        written("a: [\n");
        FAIL("nothing was refused");
    } catch (const InputError& problem) {
        REQUIRE(problem.errors().front().where.source);
        CHECK(problem.errors().front().where.source->name == "presets/a.yaml");
    }
}

}  // namespace bote::test::files_test
