
#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/render/render.hpp"

namespace bote {
namespace {

constexpr std::string_view kOfMessages = "%";
constexpr std::string_view kOfProperties = "%:,";  // what parts one property from the next

/// As the workflow reads it: some characters stand as their codes.
std::string escape(std::string_view plain, std::string_view special) {
    std::string text;
    for (const char letter : show_in_line(plain)) {
        if (special.find(letter) == std::string_view::npos) text += letter;
        else text += fmt::format("%{:02X}", static_cast<unsigned char>(letter));
    }
    return text;
}

std::string_view level_of(Severity severity) {
    switch (severity) {
        case Severity::fine:
        case Severity::note: return "notice";
        case Severity::warning: return "warning";
        case Severity::error: break;
    }
    return "error";
}

std::string command_of(const Annotation& each) {
    std::string text = fmt::format("::{} file={}", level_of(each.severity), escape(each.file, kOfProperties));
    if (each.line > 0) text += fmt::format(",line={},col={},endColumn={}", each.line, each.column, each.end_column);
    return text + fmt::format(",title=bote {}::{}: {}\n", each.rule, escape(each.title, kOfMessages),
                              escape(each.message, kOfMessages));
}

}  // namespace

std::string render_github(const Report& report, const Canvas&) {
    std::string text;
    std::size_t errors = 0;
    std::size_t warnings = 0;
    for (const auto& each : report.annotations) {
        if (each.severity == Severity::fine) continue;
        errors += each.severity == Severity::error ? 1 : 0;
        warnings += each.severity == Severity::warning ? 1 : 0;
        text += command_of(each);
    }
    return text + fmt::format("bote check: {} check{}, {} error{}, {} warning{}\n", report.annotations.size(),
                              report.annotations.size() == 1 ? "" : "s", errors, errors == 1 ? "" : "s", warnings,
                              warnings == 1 ? "" : "s");
}

}  // namespace bote
