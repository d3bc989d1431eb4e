#include "model_entries.hpp"

#include <string>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr std::size_t kIndent = 4;  // of a field

/// Joins a further line to a text. Then no single byte of it has a place any more, only the whole.
void append_line(Text& text, const Text& line) {
    text.text += " " + line.text;
    text.span.end = line.span.end;
    text.exact = false;
}

struct ClassRow {
    std::string_view name;
    Class kind;
};
constexpr ClassRow kClasses[] = {{"workload", Class::workload},
                                 {"object", Class::object},
                                 {"policy", Class::policy},
                                 {"total", Class::total},
                                 {"tier", Class::tier}};

}  // namespace

std::vector<Entry> read_entries(const SourcePtr& source) {
    std::vector<Entry> entries;
    const std::string_view whole = source->text;
    for (const auto line : split(whole, '\n')) {
        const auto words = trim(line);
        if (words.empty() || words.front() == '#') continue;
        const auto begin = offset_in(whole, words);
        const auto indent = offset_in(line, words);
        const Text text{std::string(words), {source, begin, begin + words.size()}, true, ""};
        if (indent == 0) entries.push_back({text, {}});
        else if (entries.empty()) fail(text, "expected a row before what is indented");
        else if (indent == kIndent) entries.back().fields.push_back(text);
        else if (indent < kIndent)
            fail(text, "expected a field, indented by four blanks, or more of one, indented by more");
        else append_line(entries.back().fields.empty() ? entries.back().head : entries.back().fields.back(), text);
    }
    return entries;
}

void fail(const Text& where, std::string_view what) { throw InputError(Error{where.span, std::string(what), ""}); }

Text part_of(const Text& whole, std::string_view part) {
    part = trim(part);
    const auto begin = offset_in(whole.text, part);
    return {std::string(part), whole.part(begin, begin + part.size()), whole.exact, whole.subject};
}

std::string_view first_word(std::string_view text) { return text.substr(0, text.find(' ')); }

Text behind_name(const Text& field) {
    return part_of(field, std::string_view(field.text).substr(first_word(field.text).size()));
}

std::optional<Class> class_named(std::string_view word) {
    for (const auto& row : kClasses) {
        if (row.name == word) return row.kind;
    }
    return std::nullopt;
}

}  // namespace bote
