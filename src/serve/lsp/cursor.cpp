#include "cursor.hpp"

#include <algorithm>
#include <optional>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/units/unit.hpp"

namespace bote {
namespace {

bool is_word(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
}

std::size_t indent_of(std::string_view line) { return std::min(line.find_first_not_of(' '), line.size()); }

/// Blank lines and comments say nothing about where one is.
bool is_empty(std::string_view line) {
    const auto first = line.find_first_not_of(" \t\r");
    return first == std::string_view::npos || line[first] == '#';
}

bool is_item(std::string_view line) { return line == "-" || line.starts_with("- "); }

/// The key that a line begins with: `tweet:`, `dau: 5M`.
std::optional<std::string> key_of(std::string_view line) {
    line.remove_prefix(indent_of(line));
    const auto end = position_of(std::find_if_not(line.begin(), line.end(), is_word), line);
    const bool has_key = end > 0 && end < line.size() && line[end] == ':' &&
                         (end + 1 == line.size() || line[end + 1] == ' ' || line[end + 1] == '\r');
    return has_key ? std::optional(std::string(line.substr(0, end))) : std::nullopt;
}

/// The keys of the lines above that are less deep than the ones below them.
std::vector<std::string> keys_above(std::string_view above, std::size_t indent) {
    std::vector<std::string> path;
    const std::vector<std::string_view> lines = split(above, '\n');
    for (auto line = lines.rbegin(); line != lines.rend() && indent > 0; ++line) {
        if (is_empty(*line) || indent_of(*line) >= indent) continue;
        if (const auto key = key_of(*line)) path.insert(path.begin(), *key);
        indent = indent_of(*line);
    }
    return path;
}

/// What stands before the cursor in its line, read from the left: keys open maps in braces, braces close them.
class LineReader {
public:
    LineReader(std::string_view line, Cursor& cursor) : line_(line), cursor_(cursor) {}

    void read() {
        for (at_ = indent_of(line_); at_ < line_.size(); ++at_) step(line_[at_]);
    }

private:
    void step(char each) {
        if (quote_ != 0) {
            if (each == quote_) quote_ = 0;
        } else if ((each == '"' || each == '\'') && begins_value()) {
            quote_ = each;
        } else if (each == '#' && (at_ == 0 || line_[at_ - 1] == ' ')) {
            cursor_.in_comment = true;
        } else if (each == ':' && (at_ + 1 == line_.size() || line_[at_ + 1] == ' ')) {
            cursor_.key = word_before(at_);
            cursor_.in_value = true;
        } else if (each == '{' && begins_value()) {
            opened_.push_back(cursor_.key);
            cursor_.path.push_back(cursor_.key);
            cursor_.in_value = false;
        } else if (each == '}' && !opened_.empty()) {
            cursor_.path.pop_back();
            opened_.pop_back();
        } else if (each == ',' && !opened_.empty() && !in_list_) {
            cursor_.in_value = false;
        } else if (each == '[' || each == ']') {
            in_list_ = each == '[';
        }
    }

    [[nodiscard]] bool begins_value() const { return at_ == 0 || !is_word(line_[at_ - 1]); }

    [[nodiscard]] std::string word_before(std::size_t end) const {
        std::size_t begin = end;
        while (begin > 0 && is_word(line_[begin - 1])) --begin;
        return std::string(line_.substr(begin, end - begin));
    }

    std::string_view line_;
    Cursor& cursor_;
    std::size_t at_ = 0;
    char quote_ = 0;
    bool in_list_ = false;
    std::vector<std::string> opened_;
};

/// A dash belongs to the key above it, which may be no less deep.
void read_item(std::string_view above, std::size_t indent, Cursor& cursor) {
    cursor.path = keys_above(above, indent + 1);
    cursor.in_value = true;
    if (cursor.path.empty()) return;
    cursor.key = cursor.path.back();
    cursor.path.pop_back();
}

/// The letters, digits and dots that a text ends with.
std::string_view last_word(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_word(text[begin - 1])) --begin;
    return text.substr(begin);
}

bool is_number(std::string_view word) { return !word.empty() && word.front() >= '0' && word.front() <= '9'; }

/// Whether a unit comes next: behind `10`, `10 MB/`, `5 per`, but not behind `photo.data /`.
bool unit_follows(std::string_view before) {
    before = trim(before);
    const std::string_view word = last_word(before);
    if (is_number(word) || word == "per") return true;
    if (!before.ends_with('/')) return false;
    const std::string_view divided = last_word(trim(before.substr(0, before.size() - 1)));
    return is_number(divided) || find_unit(divided) != nullptr || is_counting_word(divided);
}

}  // namespace

Cursor cursor_at(std::string_view text, std::size_t offset) {
    Cursor cursor;
    const std::string_view before = text.substr(0, offset);
    const std::size_t begin_of_line = before.rfind('\n') + 1;  // 0 where there is none
    const std::string_view line = before.substr(begin_of_line);
    const std::string_view above = before.substr(0, begin_of_line == 0 ? 0 : begin_of_line - 1);
    const std::size_t indent = indent_of(line);
    if (is_item(line.substr(indent))) {
        read_item(above, indent, cursor);
    } else {
        cursor.path = keys_above(above, indent);
        LineReader(line, cursor).read();
    }
    cursor.begin = before.size();
    while (cursor.begin > begin_of_line && is_word(text[cursor.begin - 1])) --cursor.begin;
    cursor.typed = before.substr(cursor.begin);
    cursor.end = before.size();
    while (cursor.end < text.size() && is_word(text[cursor.end])) ++cursor.end;
    const bool attached = is_number(cursor.typed);
    cursor.wants_unit = attached || unit_follows(before.substr(begin_of_line, cursor.begin - begin_of_line));
    if (attached) {
        const auto letters = std::min(cursor.typed.find_first_not_of("0123456789."), cursor.typed.size());
        cursor.begin += letters;
        cursor.typed.erase(0, letters);
    }
    return cursor;
}

}  // namespace bote
