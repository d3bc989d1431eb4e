#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/render/picture.hpp"
#include "bote/render/render.hpp"

namespace bote {
namespace {

using Suite = std::span<const Annotation>;

/// XML has no place for control characters.
std::string attribute(std::string_view text) { return escape_xml(show_in_line(text)); }

/// What is wrong with the input is an error; an expectation that fails is a failure; a warning or a note counts as
/// skipped.
std::string_view element_of(const Annotation& each) {
    switch (each.severity) {
        case Severity::fine: return "";
        case Severity::note:
        case Severity::warning: return "skipped";
        case Severity::error: return each.rule == "input" ? "error" : "failure";
    }
    return "";
}

std::string counts_of(Suite suite) {
    const auto count = [&](std::string_view element) {
        return std::count_if(suite.begin(), suite.end(),
                             [&](const Annotation& each) { return element_of(each) == element; });
    };
    return fmt::format(R"(tests="{}" failures="{}" errors="{}" skipped="{}")", suite.size(), count("failure"),
                       count("error"), count("skipped"));
}

std::string case_of(const Annotation& each) {
    std::string text = fmt::format(R"(    <testcase classname="{}" name="{}" file="{}")", attribute(each.file),
                                   attribute(each.title), attribute(each.file));
    if (each.line > 0) text += fmt::format(R"( line="{}")", each.line);
    const auto element = element_of(each);
    if (element.empty()) return text + "/>\n";
    const std::string place = each.line > 0 ? fmt::format(":{}:{}", each.line, each.column) : "";
    const std::string message = attribute(each.message);
    text += fmt::format(">\n      <{} message=\"{}\"", element, message);
    if (element != "skipped") text += fmt::format(" type=\"{}\"", each.rule);
    return text + fmt::format(">{}{}: {}: {}</{}>\n    </testcase>\n", attribute(each.file), place,
                              attribute(each.title), message, element);
}

}  // namespace

std::string render_junit(const Report& report, const Canvas&) {
    const Suite all = report.annotations;
    std::string text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    text += fmt::format("<testsuites name=\"bote check\" {}>\n", counts_of(all));
    for (auto begin = all.begin(); begin != all.end();) {
        const auto end =
            std::find_if(begin, all.end(), [&](const Annotation& each) { return each.file != begin->file; });
        const Suite suite(begin, end);
        text += fmt::format("  <testsuite name=\"{}\" {}>\n", attribute(begin->file), counts_of(suite));
        for (const auto& each : suite) text += case_of(each);
        text += "  </testsuite>\n";
        begin = end;
    }
    return text + "</testsuites>\n";
}

}  // namespace bote
