#include "bote/base/text.hpp"

#include <algorithm>

namespace bote {

namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::size_t missing_columns(std::string_view utf8, std::size_t columns) {
    return columns - std::min(columns, display_width(utf8));
}

}  // namespace

std::size_t display_width(std::string_view utf8) {
    if (is_plain(utf8)) return utf8.size();
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const Cluster cluster = cluster_at(utf8, at);
        width += cluster.width;
        at += cluster.length;
    }
    return width;
}

std::string cut_to_width(std::string_view utf8, std::size_t columns) {
    if (columns == 0) return "";
    std::size_t width = 0;
    std::size_t kept = 0;  // as much as leaves a column for the ellipsis
    for (std::size_t at = 0; at < utf8.size();) {
        const Cluster cluster = cluster_at(utf8, at);
        width += cluster.width;
        at += cluster.length;
        if (width > columns) return std::string(utf8.substr(0, kept)).append(kEllipsis);
        if (width < columns) kept = at;
    }
    return std::string(utf8);
}

std::vector<std::string> chop(std::string_view utf8, std::size_t columns) {
    std::vector<std::string> pieces;
    std::size_t begin = 0;
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const Cluster cluster = cluster_at(utf8, at);
        if (width + cluster.width > columns && at > begin) {
            pieces.emplace_back(utf8.substr(begin, at - begin));
            begin = at;
            width = 0;
        }
        width += cluster.width;
        at += cluster.length;
    }
    if (begin < utf8.size()) pieces.emplace_back(utf8.substr(begin));
    return pieces;
}

std::string pad_right(std::string_view utf8, std::size_t columns) {
    return std::string(utf8).append(missing_columns(utf8, columns), ' ');
}

std::string pad_left(std::string_view utf8, std::size_t columns) {
    return std::string(missing_columns(utf8, columns), ' ').append(utf8);
}

std::vector<std::string> wrap(std::string_view utf8, std::size_t columns) {
    std::vector<std::string> lines;
    std::size_t width = 0;  // of the last line
    for (std::size_t at = utf8.find_first_not_of(kBlanks); at != std::string_view::npos;) {
        const std::size_t end = std::min(utf8.find_first_of(kBlanks, at), utf8.size());
        const std::string_view word = utf8.substr(at, end - at);
        const std::size_t word_width = display_width(word);
        const bool fits = !lines.empty() && (columns == 0 || width + 1 + word_width <= columns);
        if (fits) {
            lines.back().append(" ").append(word);
            width += 1 + word_width;
        } else {
            lines.emplace_back(word);
            width = word_width;
        }
        at = utf8.find_first_not_of(kBlanks, end);
    }
    return lines;
}

std::string_view trim(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(kBlanks) - begin + 1);
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, begin)) {
        parts.push_back(text.substr(begin, at - begin));
        begin = at + 1;
    }
    parts.push_back(text.substr(begin));
    return parts;
}

std::string join(const std::vector<std::string>& parts, std::string_view separator) {
    std::string joined;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i > 0) joined += separator;
        joined += parts[i];
    }
    return joined;
}

}  // namespace bote
