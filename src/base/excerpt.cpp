#include "excerpt.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"

namespace bote {

namespace {

/// More than can be shown, but not the 250 KB that a line may have: the time and the bytes stay within bounds.
constexpr std::size_t kBytesOnASide = 500;

/// One cluster as it is shown.
struct Piece {
    std::size_t begin = 0;  // in the source
    std::size_t end = 0;
    std::string shown;
    std::size_t width = 0;
};

bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U; }

/// The part of the line that is looked at, beginning and ending between two characters.
Span window_of(const Span& span) {
    Span window = line_of(span);
    const std::string_view text = span.source->text;
    const std::size_t caret = std::clamp(span.begin, window.begin, window.end);
    if (caret - window.begin > kBytesOnASide) {
        window.begin = caret - kBytesOnASide;
        while (window.begin < caret && is_continuation(text[window.begin])) ++window.begin;
    }
    if (window.end - caret > kBytesOnASide) {
        window.end = caret + kBytesOnASide;
        while (window.end > caret && is_continuation(text[window.end])) --window.end;
    }
    return window;
}

std::vector<Piece> pieces_of(const Span& window) {
    const std::string_view text = std::string_view(window.source->text).substr(0, window.end);
    std::vector<Piece> pieces;
    for (std::size_t at = window.begin; at < text.size();) {
        const std::size_t length = cluster_at(text, at).length;
        Piece piece{at, at + length, {}, 0};
        piece.shown = text[at] == '\t' ? " " : escape_for_display(text.substr(at, length));
        piece.width = display_width(piece.shown);
        pieces.push_back(piece);
        at += length;
    }
    return pieces;
}

std::size_t sum_widths(const std::vector<Piece>& pieces) {
    std::size_t sum = 0;
    for (const Piece& piece : pieces) sum += piece.width;
    return sum;
}

/// Which pieces are shown: [first, last).
struct Shown {
    std::size_t first = 0;
    std::size_t last = 0;
};

/// A third of the room to the right of the caret, then what comes before it, then what is left to the right again.
Shown choose_shown(const std::vector<Piece>& pieces, std::size_t caret, std::size_t room) {
    Shown shown{caret, caret};
    std::size_t used = 0;
    const auto extend_right = [&](std::size_t limit) {
        while (shown.last < pieces.size() && used + pieces[shown.last].width <= limit)
            used += pieces[shown.last++].width;
    };
    extend_right(room / 3);
    while (shown.first > 0 && used + pieces[shown.first - 1].width <= room) used += pieces[--shown.first].width;
    extend_right(room);
    return shown;
}

}  // namespace

Excerpt excerpt_of(const Span& span, std::size_t columns) {
    if (!span.source) return {};
    const Span line = line_of(span);
    const Span window = window_of(span);
    const std::vector<Piece> pieces = pieces_of(window);
    const auto found =
        std::find_if(pieces.begin(), pieces.end(), [&](const Piece& piece) { return piece.end > span.begin; });
    const auto caret = position_of(found, pieces);

    const bool all = window.begin == line.begin && window.end == line.end && sum_widths(pieces) <= columns;
    const Shown shown = all ? Shown{0, pieces.size()} : choose_shown(pieces, caret, columns - 2);
    const bool cut_left = shown.first > 0 || window.begin > line.begin;
    const bool cut_right = shown.last < pieces.size() || window.end < line.end;

    Excerpt excerpt{std::string(cut_left ? kEllipsis : ""), cut_left ? 1U : 0U, 0};
    for (std::size_t i = shown.first; i < shown.last; ++i) {
        excerpt.line += pieces[i].shown;
        if (i < caret) excerpt.caret_column += pieces[i].width;
        if (i == caret || (i > caret && pieces[i].begin < span.end)) excerpt.caret_width += pieces[i].width;
    }
    if (cut_right) excerpt.line += kEllipsis;
    excerpt.caret_width = std::max<std::size_t>(excerpt.caret_width, 1);
    return excerpt;
}

}  // namespace bote
