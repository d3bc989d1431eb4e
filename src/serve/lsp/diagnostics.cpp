#include "diagnostics.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/base/utf8.hpp"
#include "expectation_fix.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostDiagnostics = 100;

enum class Severity { error = 1, warning = 2, information = 3 };

/// At least a character wide, so that it can be seen; without a place the first line.
Span visible(const Analysis& analysis, const Span& where) {
    const std::string& text = analysis.source->text;
    if (where.source != analysis.source) return {analysis.source, 0, analysis.lines.line(0).size()};
    Span span{where.source, std::min(where.begin, text.size()), std::min(where.end, text.size())};
    if (span.end > span.begin) return span;
    const bool at_line_end = span.begin == text.size() || text[span.begin] == '\n' || text[span.begin] == '\r';
    if (!at_line_end) span.end = span.begin + character_at(text, span.begin).length;
    return span;
}

Json diagnostic(const Analysis& analysis, const Span& where, Severity severity, std::string_view code,
                const std::string& message) {
    return {{"range", range_of(analysis.lines, visible(analysis, where))},
            {"severity", static_cast<int>(severity)},
            {"code", code},
            {"source", "bote"},
            {"message", show_in_line(message)}};
}

Json diagnostic_of(const Analysis& analysis, const Error& error) {
    const std::string hint = error.hint.empty() ? "" : fmt::format(" ({})", error.hint.text);
    return diagnostic(analysis, error.where, Severity::error, "input", error.what + hint);
}

Json diagnostic_of(const Analysis& analysis, const CheckedLine& line) {
    return diagnostic(analysis, line.where, Severity::warning, "expectation",
                      fmt::format("{} fails: it {}", line.text, told(line)));
}

Json diagnostic_of(const Analysis& analysis, const Finding& finding) {
    const bool waits = finding.kind == "waiting";
    const bool mild = waits || finding.kind == "note";
    return diagnostic(analysis, finding.where, mild ? Severity::information : Severity::warning, finding.kind,
                      waits ? fmt::format("nothing reads it yet: {}", finding.text) : finding.text);
}

Json action(const Analysis& analysis, const std::string& uri, const Fix& fix, const std::string& title, Json mends) {
    Json edit{{"range", range_of(analysis.lines, fix.where)}, {"newText", fix.text}};
    return {{"title", title},
            {"kind", "quickfix"},
            {"diagnostics", Json::array({std::move(mends)})},
            {"isPreferred", true},
            {"edit", {{"changes", {{uri, Json::array({std::move(edit)})}}}}}};
}

}  // namespace

Json diagnostics_of(const Analysis& analysis) {
    Json list = Json::array();
    for (const Error* error : errors_to_tell(analysis.errors)) {
        if (list.size() < kMostDiagnostics) list.push_back(diagnostic_of(analysis, *error));
    }
    if (!analysis.checked) return list;
    for (const CheckedLine& line : analysis.checked->lines) {
        if (!line.holds && list.size() < kMostDiagnostics) list.push_back(diagnostic_of(analysis, line));
    }
    for (const Finding& finding : analysis.checked->findings) {
        if (list.size() < kMostDiagnostics) list.push_back(diagnostic_of(analysis, finding));
    }
    return list;
}

Json fixes_for(const Analysis& analysis, const std::string& uri, std::size_t begin, std::size_t end) {
    const auto touches = [&](const Span& where) {
        const Span span = visible(analysis, where);
        return span.begin <= end && begin <= span.end;
    };
    Json list = Json::array();
    for (const Error* error : errors_to_tell(analysis.errors)) {
        const auto fix = touches(error->where) ? fix_of(*error) : std::nullopt;
        if (fix && fix->where.source == analysis.source)
            list.push_back(action(analysis, uri, *fix, fmt::format("Write `{}`", show_in_line(fix->text)),
                                  diagnostic_of(analysis, *error)));
    }
    if (!analysis.checked) return list;
    for (std::size_t i = 0; i < analysis.checked->lines.size(); ++i) {
        const CheckedLine& line = analysis.checked->lines[i];
        if (line.holds || !touches(line.where)) continue;
        if (const auto fix = fix_of_expectation(analysis, i))
            list.push_back(action(analysis, uri, *fix, fmt::format("Expect `{}`, as computed", fix->text),
                                  diagnostic_of(analysis, line)));
    }
    return list;
}

}  // namespace bote
