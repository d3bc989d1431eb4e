#include "yaml_lines.hpp"

#include <algorithm>
#include <vector>

#include <fmt/format.h>

#include "bote/base/character.hpp"
#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/base/utf8.hpp"

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

bool is_in_key(char c) { return is_letter(c) || is_digit(c) || c == '_' || c == '.'; }

/// The bytes of a blank that is none to YAML, such as a no-break space; 0 where the text begins with another character.
std::size_t odd_blank_length(std::string_view text) {
    constexpr std::string_view kOdd[] = {"\u00a0", "\u2007", "\u2009", "\u202f", "\u200b", "\u3000"};
    const auto* const found =
        std::find_if(std::begin(kOdd), std::end(kOdd), [&](std::string_view odd) { return text.starts_with(odd); });
    return found == std::end(kOdd) ? 0 : found->size();
}

/// A line that is no `key: value`, where YAML reads on and stumbles below: `key :value`, `key:value`, `key = value`.
void refuse_line_without_key(const SourcePtr& source, const SourceLine& line) {
    const auto written = std::string_view(source->text).substr(line.content, line.end - line.content);
    const auto mark = written.find_first_of(":=");
    if (find_key_colon(written) != std::string_view::npos || mark == std::string_view::npos || mark == 0) return;
    const auto key = trim(written.substr(0, mark));
    const bool is_key = std::all_of(key.begin(), key.end(), is_in_key);
    if (!is_key || key.empty() || (written[mark] == '=' && written.substr(mark, 2) == "==")) return;
    const auto behind = written.substr(mark + 1);
    const std::size_t odd = behind.empty() ? 0 : odd_blank_length(behind);
    auto value = trim(behind.substr(odd));
    if (written[mark] == ':' && value.starts_with('=')) value = trim(value.substr(1));  // `dau := 5M`
    std::string what =
        written[mark] == ':' ? "a colon behind a key has a blank behind it" : "a key has a colon behind it, not '='";
    if (odd > 0) what += ", not " + name_of_character(character_at(behind, 0).code);
    std::string hint =
        value.empty() ? fmt::format("write `{}: ` and its value", key) : fmt::format("write `{}: {}`", key, value);
    throw LineMistake({{source, line.content + mark, line.content + mark + 1}, std::move(what), std::move(hint)},
                      line.begin);
}

/// The name that a line begins with; empty where it begins with something else.
std::string_view first_name(std::string_view line) {
    const auto end = std::find_if_not(line.begin(), line.end(), is_in_key);
    const auto name = line.substr(0, position_of(end, line));
    return !name.empty() && is_letter(name.front()) && (end == line.end() || *end == ' ') ? name : std::string_view();
}

/// Without a comment and what ends the line.
std::string_view without_comment(std::string_view line) {
    return trim(line.substr(0, std::min(line.find(" #"), line.size())));
}

/// `dau 100M` and `objects`, where YAML reads on and stumbles below.
void refuse_line_without_colon(const SourcePtr& source, const SourceLine& line) {
    const auto written = without_comment(std::string_view(source->text).substr(line.content, line.end - line.content));
    const auto name = first_name(written);
    const auto value = trim(written.substr(std::min(name.size(), written.size())));
    if (name.empty() || find_key_colon(written) != std::string_view::npos || value.find_first_of("=<>~") != value.npos)
        return;
    const std::size_t at = line.content + name.size() - (value.empty() ? 1 : 0);
    Error error{{source, at, at + 1},
                "a key has a colon behind it",
                value.empty() ? fmt::format("write `{}:`", name) : fmt::format("write `{}: {}`", name, value)};
    if (value.empty()) throw InputError(std::move(error));  // what stands below it belongs to it
    throw LineMistake(std::move(error), line.begin);
}

/// Whether a line goes on with the value of the one above.
bool continues(std::string_view text, const SourceLine& above, const SourceLine& line) {
    const auto over = without_comment(text.substr(above.content, above.end - above.content));
    const auto colon = find_key_colon(over);
    return line.indent() > above.indent() && colon != std::string_view::npos && colon + 1 < over.size();
}

/// A line that is none of a workload, above the key that YAML stumbled over.
void refuse_odd_line(const SourcePtr& source, const std::vector<SourceLine>& lines, std::size_t odd) {
    const std::string_view text = source->text;
    const SourceLine& line = lines[odd];
    const auto written = text.substr(line.content, line.end - line.content);
    if (odd + 1 == lines.size() || written.starts_with('-') || written.starts_with('"')) return;
    const auto over =
        odd == 0 ? std::string_view()
                 : without_comment(text.substr(lines[odd - 1].content, lines[odd - 1].end - lines[odd - 1].content));
    if (over.ends_with(':') && lines[odd - 1].indent() == line.indent())
        fail(source, line.content, written.size(), "a value stands behind its key, or below it and indented",
             fmt::format("write `{} {}`", over, without_comment(written)));
    const bool is_comment = written.starts_with("/*") || written.starts_with("<!--") || written.starts_with(';');
    fail(source, line.content, written.size(), "a line is `key: value`, or a comment",
         is_comment ? "a comment begins with '#'" : "write `key: value`, or begin it with '#'");
}

/// Of the lines without a colon at the end, but for one with a key that YAML stumbled over, the first.
void refuse_lines_without_colon(const SourcePtr& source, const std::vector<SourceLine>& lines) {
    const std::string_view text = source->text;
    const auto has_key = [&](const SourceLine& line) {
        return find_key_colon(text.substr(line.content, line.end - line.content)) != std::string_view::npos;
    };
    const std::size_t end = has_key(lines.back()) ? lines.size() - 1 : lines.size();
    std::size_t first = end;
    while (first > 0 && !has_key(lines[first - 1])) --first;
    if (first == end || (first > 0 && continues(text, lines[first - 1], lines[first]))) return;
    refuse_line_without_colon(source, lines[first]);
    refuse_odd_line(source, lines, first);
}

/// A second key in a line: `dau: 100M, writes_per_user: 1/day`, and in braces one without a comma before it.
void refuse_second_key(const SourcePtr& source, const SourceLine& line, std::size_t at) {
    const auto written = std::string_view(source->text).substr(line.content, at - line.content);
    const auto begin = std::find_if_not(written.rbegin(), written.rend(), is_in_key).base();
    const auto before = written.substr(0, position_of(begin, written));
    const auto name = written.substr(before.size());
    if (source->text[at] != ':' || name.empty() || !is_letter(name.front()) || !before.ends_with(' ')) return;
    if (find_key_colon(before) == std::string_view::npos) return;
    const bool in_braces = before.rfind('{') != std::string_view::npos;
    fail(source, line.content + before.size(), name.size(),
         in_braces ? fmt::format("a comma is missing before '{}'", name)
                   : fmt::format("'{}' is a second key in this line", name),
         in_braces ? fmt::format("write `, {}:`", name) : "begin a new line before it");
}

/// `{slowest [s]: 5 s}`: in braces a bracket opens a list.
void refuse_bracket_in_key(const SourcePtr& source, const SourceLine& line, std::size_t at) {
    const std::string_view text = source->text;
    const auto written = trim(text.substr(line.content, at - line.content));
    const auto begin = std::find_if_not(written.rbegin(), written.rend(), is_in_key).base();
    const auto name = written.substr(position_of(begin, written));
    const auto close = text.substr(at, line.end - at).find(']');
    if (text[at] != '[' || name.empty() || close == std::string_view::npos) return;
    const auto unit = text.substr(at, close + 1);
    fail(source, at, unit.size(), "in braces a bracket opens a list",
         fmt::format("quote the key: write `\"{} {}\": ...`", name, unit));
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

/// `// users`, which is a comment elsewhere.
void refuse_slashes(const SourcePtr& source, const SourceLine& line) {
    const auto written = std::string_view(source->text).substr(line.content, line.end - line.content);
    if (written.starts_with("//"))
        fail(source, line.content, 2, "a comment begins with '#'",
             fmt::format("write `# {}`", trim(written.substr(2))));
}

/// `name: 'Bob's shop'`
void refuse_apostrophe(const SourcePtr& source, const SourceLine& line) {
    const auto written = std::string_view(source->text).substr(line.content, line.end - line.content);
    const auto colon = find_key_colon(written);
    if (colon == written.npos) return;
    const auto value = trim(written.substr(colon + 1));
    if (value.size() < 3 || value.front() != '\'' || value.back() != '\'' || value.find('"') != value.npos) return;
    const auto inner = value.substr(1, value.size() - 2);
    const auto quote = inner.find('\'');
    if (quote == inner.npos || inner.substr(quote, 2) == "''") return;
    fail(source, line.content + offset_in(written, value), value.size(), "the apostrophe ends the quoted text",
         fmt::format("write `\"{}\"`", inner));
}

}  // namespace

void refuse_lines(const SourcePtr& source, std::size_t at) {
    const auto lines = lines_until(source->text, at);
    for (const auto& line : lines) refuse_slashes(source, line);
    if (!lines.empty()) refuse_apostrophe(source, lines.back());
    for (std::size_t back = 1; back <= 2 && back <= lines.size(); ++back)
        refuse_line_without_key(source, lines[lines.size() - back]);
    if (lines.size() >= 2) refuse_deeper_line(source, lines[lines.size() - 2], lines.back());
    if (lines.empty() || at < lines.back().content || at >= lines.back().end) return;
    refuse_second_key(source, lines.back(), at);
    refuse_bracket_in_key(source, lines.back(), at);
    refuse_lines_without_colon(source, lines);
}

void refuse_any_line(const SourcePtr& source) {
    const auto lines = lines_until(source->text, source->text.size());
    for (const auto& line : lines) refuse_line_without_key(source, line);
    if (lines.empty()) return;
    const auto first = std::string_view(source->text).substr(lines[0].content, lines[0].end - lines[0].content);
    if (without_comment(first).find(' ') != std::string_view::npos) refuse_line_without_colon(source, lines[0]);
}

std::size_t unclosed_before(std::string_view text, std::size_t at, char open, char close) {
    int closed = 0;
    for (std::size_t i = std::min(at + 1, text.size()); i-- > 0;) {
        if (text[i] == close) ++closed;
        else if (text[i] == open && closed-- == 0) return i;
    }
    return at;
}

}  // namespace bote
