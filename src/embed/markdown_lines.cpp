#include "markdown_lines.hpp"

#include <algorithm>

#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr std::size_t kShortestFence = 3;
constexpr std::size_t kLowestHeading = 6;

std::size_t skip(std::string_view text, std::size_t from, std::string_view letters) {
    return std::min(text.find_first_not_of(letters, from), text.size());
}

/// Behind "- " or "12. ", or `from` where there is no such mark.
std::size_t skip_list_mark(std::string_view text, std::size_t from) {
    std::size_t end = skip(text, from, "0123456789");
    const bool numbered = end > from && end < text.size() && (text[end] == '.' || text[end] == ')');
    const bool dotted = end == from && from < text.size() && std::string_view("-*+").find(text[from]) < 3;
    if (!numbered && !dotted) return from;
    ++end;
    return end < text.size() && (text[end] == ' ' || text[end] == '\t') ? end + 1 : from;
}

}  // namespace

Line line_at(std::string_view text, std::size_t begin) {
    const std::size_t feed = std::min(text.find('\n', begin), text.size());
    const bool pair = feed > begin && text[feed - 1] == '\r';
    return {begin, pair ? feed - 1 : feed, std::min(feed + 1, text.size())};
}

std::size_t content_begin(std::string_view line) {
    std::size_t at = 0;
    for (;;) {
        at = skip(line, at, " \t>");
        const std::size_t behind = skip_list_mark(line, at);
        if (behind == at) return at;
        at = behind;
    }
}

std::optional<Fence> opening_fence(std::string_view line) {
    const std::string_view content = line.substr(content_begin(line));
    if (content.empty() || (content.front() != '`' && content.front() != '~')) return std::nullopt;
    const std::size_t length = skip(content, 0, content.substr(0, 1));
    const std::string_view language = trim(content.substr(length));
    if (length < kShortestFence) return std::nullopt;
    if (content.front() == '`' && language.find('`') != std::string_view::npos) return std::nullopt;
    return Fence{content.front(), length, language};
}

bool closes(std::string_view line, const Fence& fence) {
    const std::string_view content = trim(line.substr(skip(line, 0, " \t>")));
    return content.size() >= fence.length && is_run_of(content, fence.letter);
}

int heading_level(std::string_view line) {
    const std::size_t begin = skip(line, 0, " ");
    const std::size_t end = skip(line, begin, "#");
    const std::size_t level = end - begin;
    if (begin > 3 || level == 0 || level > kLowestHeading) return 0;
    return end == line.size() || line[end] == ' ' || line[end] == '\t' ? static_cast<int>(level) : 0;
}

bool is_run_of(std::string_view text, char letter) {
    return !text.empty() && text.find_first_not_of(letter) == std::string_view::npos;
}

}  // namespace bote
