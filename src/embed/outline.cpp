#include "outline.hpp"

#include <algorithm>
#include <utility>

#include "bote/base/text.hpp"
#include "bote/base/utf8.hpp"
#include "markdown_lines.hpp"

namespace bote {
namespace {

constexpr std::string_view kOpen = "<!--";
constexpr std::string_view kClose = "-->";
constexpr std::string_view kBlanks = " \t\r\n";

class Scanner {
public:
    explicit Scanner(std::string_view text)
        : text_(text), at_(mark_size(text)), trimmed_(text.find_last_not_of(kBlanks) + 1) {}  // npos + 1 is 0

    std::vector<OutlineItem> scan() {
        skip_front_matter();
        while (at_ < text_.size()) {
            const Line line = line_at(text_, at_);
            if (skip_fence(line) || skip_indented_code(line)) continue;
            note_line(line);
            scan_line();
        }
        return std::move(items_);
    }

private:
    [[nodiscard]] std::string_view text_of(const Line& line) const {
        return text_.substr(line.begin, line.end - line.begin);
    }

    void skip_front_matter() {
        const Line first = line_at(text_, at_);
        if (text_of(first) != "---") return;
        for (Line line = line_at(text_, first.next); line.begin < text_.size(); line = line_at(text_, line.next)) {
            if (text_of(line) != "---" && text_of(line) != "...") continue;
            at_ = line.next;
            return;
        }
    }

    /// A whole code block, to the end of the document where nothing closes it.
    bool skip_fence(const Line& opening) {
        const auto fence = opening_fence(text_of(opening));
        if (!fence) return false;
        Line line = line_at(text_, opening.next);
        while (line.begin < text_.size() && !closes(text_of(line), *fence)) line = line_at(text_, line.next);
        const std::string_view inside = text_.substr(opening.next, line.begin - opening.next);
        const bool closed = line.begin < text_.size();
        items_.push_back({OutlineKind::code, opening.begin, line.next, 0, fence->language, inside, closed});
        at_ = line.next;
        const std::string_view text = text_of(opening);
        if (text.front() == fence->letter) in_list_ = false;
        in_paragraph_ = false;
        return true;
    }

    /// Four blanks after a blank line, outside of lists.
    bool skip_indented_code(const Line& line) {
        const std::string_view text = text_of(line);
        const bool indented = text.starts_with("    ") || text.starts_with('\t');
        if (!indented || in_list_ || in_paragraph_ || trim(text).empty()) return false;
        at_ = line.next;
        return true;
    }

    /// Headings, and what the lines after this one depend on.
    void note_line(const Line& line) {
        const std::string_view text = text_of(line);
        const std::string_view content = trim(text);
        int level = heading_level(text);
        if (in_paragraph_ && is_run_of(content, '=')) level = 1;
        if (in_paragraph_ && is_run_of(content, '-')) level = 2;
        if (level > 0) items_.push_back({OutlineKind::heading, line.begin, line.end, level, "", "", true});
        const bool flush = !text.empty() && text.front() != ' ' && text.front() != '\t';
        if (content_begin(text) > text.find_first_not_of(" \t>")) in_list_ = true;
        else if (flush && (!in_paragraph_ || level > 0 || text.starts_with(kOpen))) in_list_ = false;
        in_paragraph_ = !content.empty() && level == 0 && !content.starts_with(kOpen);
    }

    void scan_line() {
        while (at_ < text_.size()) {
            const std::string_view rest = text_.substr(at_);
            if (rest.front() == '\n') {
                ++at_;
                return;
            }
            if (rest.front() == '\\' && rest.size() > 1 && rest[1] != '\n') at_ += 2;
            else if (rest.front() == '`') skip_code();
            else if (rest.starts_with(kOpen)) read_comment();
            else ++at_;
        }
    }

    /// `` code ``, which ends with as many backticks in the same paragraph.
    void skip_code() {
        const std::size_t begin = end_of_run(at_);
        const std::size_t length = begin - at_;
        const std::size_t limit = end_of_paragraph(text_, begin);
        at_ = begin;
        for (std::size_t tick = text_.find('`', begin); tick < limit; tick = text_.find('`', tick)) {
            const std::size_t end = end_of_run(tick);
            if (end - tick == length) {
                at_ = end;
                return;
            }
            tick = end;
        }
    }

    [[nodiscard]] std::size_t end_of_run(std::size_t begin) const {
        return std::min(text_.find_first_not_of('`', begin), text_.size());
    }

    void read_comment() {
        const std::size_t inside = at_ + kOpen.size();
        const std::size_t close = none_closes_ ? std::string_view::npos : text_.find(kClose, inside);
        const bool closed = close != std::string_view::npos;
        none_closes_ = !closed;  // what is not found once is not looked for again
        const std::size_t end = closed ? close + kClose.size() : inside;
        const std::size_t begin = std::min(text_.find_first_not_of(kBlanks, inside), trimmed_);
        const std::string_view rest = text_.substr(begin, trimmed_ - begin);
        items_.push_back({OutlineKind::comment, at_, end, 0, "",
                          closed ? trim(text_.substr(inside, close - inside)) : rest, closed});
        at_ = end;
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t trimmed_;  // its size without blanks at its end
    std::vector<OutlineItem> items_;
    bool in_list_ = false;
    bool in_paragraph_ = false;
    bool none_closes_ = false;  // behind this place
};

}  // namespace

std::vector<OutlineItem> outline_of(std::string_view markdown) { return Scanner(markdown).scan(); }

std::size_t end_of_paragraph(std::string_view markdown, std::size_t place) {
    for (Line line = line_at(markdown, place); line.next < markdown.size();) {
        line = line_at(markdown, line.next);
        if (is_prefix(markdown.substr(line.begin, line.end - line.begin))) return line.begin;
    }
    return markdown.size();
}

std::size_t mark_size(std::string_view text) { return text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0; }

}  // namespace bote
