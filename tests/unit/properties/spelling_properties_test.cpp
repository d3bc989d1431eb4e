// How a file says something changes no value: braces or indentation, quotes, comments, line ends, units, parentheses.

#include <regex>
#include <string>

#include "bote/base/text.hpp"
#include "bote/yaml/yaml.hpp"
#include "formula/sample.hpp"
#include "project/project_files.hpp"
#include "properties/any_estimate.hpp"

namespace bote::test::spelling_properties_test {
namespace {

YamlNode tree_of_yaml(const std::string& yaml) { return read_yaml(make_source("test.yaml", yaml)); }

std::string in_quotes(const std::string& text, char quote) { return quote + text + quote; }

std::string in_braces(const YamlNode& node) {
    if (node.kind == YamlNode::Kind::scalar) return in_quotes(node.text.text, '"');
    std::string text;
    const bool map = node.kind == YamlNode::Kind::map;
    for (const auto& item : node.items) text += (text.empty() ? "" : ", ") + in_braces(item);
    for (const auto& entry : node.entries)
        text += (text.empty() ? "" : ", ") + in_quotes(entry.key.text, '"') + ": " + in_braces(entry.value);
    return map ? "{" + text + "}" : "[" + text + "]";
}

struct Style {
    std::size_t indent = 2;
    char quote = '\'';
};

std::string indented(const YamlNode& node, const Style& style, std::size_t depth) {
    const std::string margin(depth * style.indent, ' ');
    std::string text;
    for (const auto& item : node.items) text += margin + "- " + in_quotes(item.text.text, style.quote) + "\n";
    for (const auto& entry : node.entries) {
        const bool scalar = entry.value.kind == YamlNode::Kind::scalar;
        const bool empty = entry.value.entries.empty() && entry.value.items.empty();
        text += margin + entry.key.text + ":";
        if (scalar) text += " " + in_quotes(entry.value.text.text, style.quote) + "\n";
        else text += empty ? " {}\n" : "\n" + indented(entry.value, style, depth + 1);
    }
    return text;
}

/// Each line changed.
template <class Change>
std::string line_by_line(const std::string& yaml, Change change) {
    std::string text;
    for (const auto& line : lines_of(yaml)) text += change(line.text);
    return text;
}

void check_respelled(const std::string& yaml, const Estimate& estimate) {
    INFO(yaml);
    check_same(estimate, estimate_of(yaml));
}

}  // namespace

TEST_CASE("a workload in braces, with everything in quotes, has the same values") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        check_respelled(in_braces(tree_of_yaml(yaml)), estimate);
    });
}

TEST_CASE("a workload in single quotes, indented by other widths, has the same values") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        for (const Style style : {Style{1, '\''}, Style{2, '"'}, Style{7, '\''}})
            check_respelled(indented(tree_of_yaml(yaml), style, 0), estimate);
    });
}

TEST_CASE("comments, blank lines, blanks at line ends and other line feeds change no value") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        check_respelled(line_by_line(yaml, [](const auto& line) { return "# dau: 7\n\n" + line + "   # dau: 8\n"; }),
                        estimate);
        check_respelled(line_by_line(yaml, [](const auto& line) { return line + " \r\n"; }), estimate);
        check_respelled("\xEF\xBB\xBF" + yaml, estimate);
    });
}

TEST_CASE("a value in parentheses is the same value") {
    const std::regex plain("^( *[a-z_.]+: )([0-9$][^:+{}]*)$");
    for_each_estimate([&](const std::string& yaml, const Estimate& estimate) {
        check_respelled(
            line_by_line(yaml, [&](const auto& line) { return std::regex_replace(line, plain, "$1((($2)))") + "\n"; }),
            estimate);
    });
}

TEST_CASE("a value in a smaller unit is the same value") {
    // From the definitions of the units: decimal bytes, bits and numbers; a minute has 60 seconds.
    const std::pair<const char*, const char*> units[] = {
        {R"((\d) KB)", "$01000 B"},     {R"((\d) TB)", "$01000 GB"}, {R"((\d) Mbps)", "$01000000 bps"},
        {R"((\d)M\b)", "$01000k"},      {R"((\d)k\b)", "$01000"},    {R"((\d) min\b)", "$01 * 60 s"},
        {R"((\d) ms)", "$01 / 1000 s"}, {R"((\d)%)", "$01 / 100"},   {R"((\d) years)", "$01 * 12 * (1 year / 12)"},
    };
    for_each_estimate([&](const std::string& yaml, const Estimate& estimate) {
        for (const auto& [larger, smaller] : units) {
            CAPTURE(larger);
            const auto other = line_by_line(yaml, [&, larger = larger, smaller = smaller](const auto& line) {
                const bool shares = line.find(" to ") != std::string::npos || line.find('(') != std::string::npos;
                return (shares ? line : std::regex_replace(line, std::regex(larger), smaller)) + "\n";
            });
            const auto found = estimate_if_any(other);
            if (found) check_same(estimate, *found);
        }
    });
}

TEST_CASE("its name and its description change no value") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        check_respelled("name: \"A: {b}, [c]\"\ndescription: dau 5M\n" + yaml, estimate);
    });
}

TEST_CASE("a name with a dot is the same as a map") {
    const std::string dotted = "server.mtbf: 700 h\nserver.mttr: 3 h\n";
    const std::string nested = "server: {mtbf: 700 h, mttr: 3 h}\n";
    for_each_estimate([&](const std::string& yaml, const Estimate&) {
        if (yaml.find("server") != std::string::npos) return;
        const auto wanted = estimate_if_any(dotted + yaml);
        if (wanted) check_same(*wanted, estimate_of(nested + yaml));
    });
}

TEST_CASE("an object by another name has the same values") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        const auto renamed = [](const std::string& text) {
            return std::regex_replace(text, std::regex("stream_([abc])"), "other_$1");
        };
        const auto other = estimate_of(renamed(yaml));
        for (const auto& quantity : estimate.model.quantities) {
            const std::string name(quantity.name);
            CAPTURE(name);
            CHECK(value(other, renamed(name)) == near(value(estimate, name), 0));
        }
    });
}

TEST_CASE("what is expected of it changes no value") {
    for_each_estimate([](const std::string& yaml, const Estimate& estimate) {
        check_same(estimate, estimate_of(std::regex_replace(yaml, std::regex("expect:\n(  - .*\n)+"), "")));
    });
}

}  // namespace bote::test::spelling_properties_test
