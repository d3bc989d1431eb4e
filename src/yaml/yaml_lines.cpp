#include "yaml_lines.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

[[noreturn]] void fail(const SourcePtr& source, std::size_t at, std::size_t length, std::string what,
                       std::string hint) {
    throw InputError(Error{{source, at, at + length}, std::move(what), std::move(hint)});
}

struct SourceLine {
    std::size_t begin = 0;
    std::size_t content = 0;  // the first character that is no blank
    std::size_t end = 0;

    [[nodiscard]] std::size_t indent() const { return content - begin; }
};

/// The lines from the first to the one that holds a place, without blank ones and comments.
std::vector<SourceLine> lines_until(std::string_view text, std::size_t at) {
    std::vector<SourceLine> lines;
    for (std::size_t begin = 0; begin <= at && begin < text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::size_t content = std::min(text.find_first_not_of(' ', begin), end);
        if (content < end && text[content] != '#' && text[content] != '\r') lines.push_back({begin, content, end});
        begin = end + 1;
    }
    return lines;
}

/// Where the colon of `key: value` stands, or npos: it has a blank or the line's end behind it.
std::size_t find_key_colon(std::string_view line) {
    for (auto at = line.find(':'); at != std::string_view::npos; at = line.find(':', at + 1)) {
        if (at + 1 == line.size() || line[at + 1] == ' ' || line[at + 1] == '\r') return at;
    }
    return std::string_view::npos;
}

/// A line that is no `key: value`, where YAML reads on and stumbles below: `key :value`, `key:value`, `key = value`.
void refuse_line_without_key(const SourcePtr& source, const SourceLine& line) {
    const auto written = std::string_view(source->text).substr(line.content, line.end - line.content);
    const auto mark = written.find_first_of(":=");
    if (find_key_colon(written) != std::string_view::npos || mark == std::string_view::npos || mark == 0) return;
    const auto key = trim(written.substr(0, mark));
    const bool is_key = std::all_of(key.begin(), key.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    });
    if (!is_key || key.empty() || (written[mark] == '=' && written.substr(mark, 2) == "==")) return;
    const auto value = trim(written.substr(mark + 1));
    fail(source, line.content + mark, 1,
         written[mark] == ':' ? "a colon behind a key has a blank behind it" : "a key has a colon behind it, not '='",
         value.empty() ? fmt::format("write `{}: ` and its value", key) : fmt::format("write `{}: {}`", key, value));
}

/// A line that is indented deeper than the one before, which has its value already.
void refuse_deeper_line(const SourcePtr& source, const SourceLine& above, const SourceLine& line) {
    const auto over = std::string_view(source->text).substr(above.content, above.end - above.content);
    const auto written = std::string_view(source->text).substr(line.content, line.end - line.content);
    const auto colon = find_key_colon(over);
    const auto own = find_key_colon(written);
    if (line.indent() <= above.indent() || colon == std::string_view::npos || own == std::string_view::npos) return;
    const auto value = trim(over.substr(colon + 1));
    if (value.empty() || value.front() == '#') return;
    const auto key = trim(over.substr(0, colon));
    fail(source, line.content, std::max<std::size_t>(own, 1),
         fmt::format("this line is indented deeper than '{}', which has a value already", key),
         fmt::format("begin it in the column of '{}'", key));
}

}  // namespace

void refuse_lines(const SourcePtr& source, std::size_t at) {
    const auto lines = lines_until(source->text, at);
    for (std::size_t back = 1; back <= 2 && back <= lines.size(); ++back)
        refuse_line_without_key(source, lines[lines.size() - back]);
    if (lines.size() >= 2) refuse_deeper_line(source, lines[lines.size() - 2], lines.back());
}

void refuse_any_line(const SourcePtr& source) {
    for (const auto& line : lines_until(source->text, source->text.size())) refuse_line_without_key(source, line);
}

}  // namespace bote
