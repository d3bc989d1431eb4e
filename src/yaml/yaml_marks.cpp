#include "yaml_marks.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/utf8.hpp"

namespace bote {

Marks::Marks(const SourcePtr& source)
    : source_(source), shift_(source->text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0) {}

std::size_t Marks::offset(const YAML::Mark& mark) const {
    return mark.pos < 0 ? 0 : std::min(at(mark.pos) + shift_, source_->text.size());
}

char Marks::character(std::size_t at) const { return at < source_->text.size() ? source_->text[at] : '\0'; }

void Marks::fail(std::size_t at, std::size_t length, std::string what, std::string hint) const {
    throw InputError(Error{{source_, at, at + length}, std::move(what), std::move(hint)});
}

Text Marks::empty_item(std::size_t next) const {
    const std::string_view text = source_->text;
    for (std::size_t end = next;;) {
        const auto before = text.substr(0, end).rfind('\n');
        const std::size_t begin = before == text.npos ? 0 : before + 1;
        const auto line = text.substr(begin, end - begin);
        const auto dash = line.substr(0, line.find_first_not_of("- ")).rfind('-');
        if (dash != line.npos) return {"", {source_, begin + dash, begin + dash + 1}, false, ""};
        if (before == text.npos) return empty_text(next);
        end = before;
    }
}

Text Marks::scalar_text(std::size_t at, const std::string& value) const {
    if (character(at) == '"' || character(at) == '\'') return quoted_text(at, value);
    const std::string_view text = source_->text;
    if (text.substr(at, value.size()) == value) return {value, {source_, at, at + value.size()}, true, ""};
    const auto line_end = std::min(text.find('\n', at), text.size());
    return {value, {source_, at, std::max(at, line_end)}, false, ""};
}

Text Marks::quoted_text(std::size_t at, const std::string& value) const {
    const std::string_view text = source_->text;
    const char quote = text[at];
    std::size_t end = at + 1;
    for (; end < text.size(); ++end) {
        const bool escapes = quote == '"' ? text[end] == '\\' : text.substr(end, 2) == "''";
        if (escapes) ++end;
        else if (text[end] == quote) break;
    }
    if (end >= text.size()) fail(at, 1, "the quote is never closed", fmt::format("close it with {}", quote));
    if (text.substr(at + 1, end - at - 1) == value) return {value, {source_, at + 1, end}, true, ""};
    return {value, {source_, at, end + 1}, false, ""};
}

}  // namespace bote
