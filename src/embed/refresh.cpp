#include "bote/embed/refresh.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/embed/command_words.hpp"
#include "markdown_lines.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

constexpr int kDeepestHeading = 6;

std::string lines_joined(std::string_view lines, std::string_view separator) {
    std::string joined;
    for (const auto line : split(trim(lines), '\n'))
        joined += (joined.empty() ? "" : std::string(separator)) + std::string(trim(line));
    return joined;
}

/// A bare answer within a sentence: `$` would begin a formula, `~` a deletion.
std::string escape_value(std::string_view plain) {
    std::string text;
    for (const char letter : plain) {
        if (std::string_view("\\`*_[]<>|~$").find(letter) != std::string_view::npos) text += '\\';
        text += letter;
    }
    return text;
}

/// A code block whose fence is longer than any in the text.
std::string fence(std::string_view text, std::string_view language) {
    std::string ticks = "```";
    while (text.find(ticks) != std::string_view::npos) ticks += '`';
    const std::string_view end = text.ends_with('\n') ? "" : "\n";
    return fmt::format("{}{}\n{}{}{}\n", ticks, language, text, end, ticks);
}

/// The pieces with their highest heading one level below that of the document.
void shift_headings(std::vector<Piece>& pieces, int level_above) {
    int highest = kDeepestHeading + 1;
    for (const Piece& piece : pieces) {
        const int level = heading_level(piece.text);
        if (level > 0) highest = std::min(highest, level);
    }
    for (Piece& piece : pieces) {
        const int level = heading_level(piece.text);
        if (level == 0) continue;
        const int wanted = std::min(level - highest + level_above + 1, kDeepestHeading);
        const std::string text = std::string(at(wanted), '#') + piece.text.substr(at(level));
        piece = pieces_of(text).front();
    }
}

std::vector<Piece> pieces_of_answer(const Answer& answer, const LiveBlock& block) {
    if (block.placement == Placement::sentence) {
        if (answer.kind == AnswerKind::values) return pieces_of(escape_value(lines_joined(answer.text, ", ")));
        throw InputError(Error{
            {}, "this answer does not fit into a sentence", "use `value`, or put both markers on lines of their own"});
    }
    if (answer.kind != AnswerKind::markdown) return pieces_of(fence(answer.text, answer.language));
    auto pieces = pieces_of(answer.text);
    shift_headings(pieces, block.heading_level);
    return pieces;
}

/// Where an old piece says the same as a new one, the new one is written like it.
void keep_style(std::vector<Piece>& pieces, const std::vector<Piece>& old) {
    auto from = old.begin();
    for (Piece& piece : pieces) {
        const auto same =
            std::find_if(from, old.end(), [&](const Piece& each) { return each.meaning == piece.meaning; });
        if (same == old.end()) continue;
        piece.text = same->text;
        from = same + 1;
    }
}

/// From the opening marker to the closing one: every line with the prefix of the block and the line end of the
/// document.
std::string write_lines(const Document& document, const LiveBlock& block, const std::vector<Piece>& pieces) {
    const std::string_view text = document.source->text;
    const Line marker = line_at(text, block.body_begin);
    const std::string_view line_end = text.substr(marker.end, marker.next - marker.end);
    const std::string blank = block.prefix.substr(0, block.prefix.find_last_not_of(" \t") + 1);
    std::string written(line_end);
    for (const Piece& piece : pieces) {
        written.append(blank).append(line_end);
        for (const auto line : split(piece.text, '\n'))
            written.append(line.empty() ? blank : block.prefix).append(line).append(line_end);
    }
    if (!pieces.empty()) written.append(blank).append(line_end);
    return written + block.prefix;
}

std::string closing_marker(const std::vector<Piece>& pieces) {
    return fmt::format("<!-- /bote sha:{} -->", checksum_of(pieces));
}

void add_replacement(const Document& document, TextChange replacement, std::vector<TextChange>& replacements) {
    if (std::string_view(document.source->text).substr(replacement.begin, replacement.end - replacement.begin) !=
        replacement.text)
        replacements.push_back(std::move(replacement));
}

/// The first line that bote would not write; the closing marker where each might be its own.
Error describe_edit(const Document& document, const LiveBlock& block, const std::vector<Piece>& pieces) {
    std::set<std::string> known{""};
    for (const Piece& piece : pieces) {
        for (const auto line : split(piece.text, '\n')) known.insert(meaning_of_line(line));
    }
    const std::string_view text = document.source->text;
    std::size_t at = block.placement == Placement::lines ? line_at(text, block.body_begin).next : block.body_end;
    while (at < block.body_end) {
        const Line line = line_at(text, at);
        std::string_view content = text.substr(line.begin, line.end - line.begin);
        if (content.starts_with(block.prefix)) content.remove_prefix(block.prefix.size());
        if (line.next > block.body_end || !known.contains(meaning_of_line(content))) break;
        at = line.next;
    }
    const Line line = line_at(text, at);
    const bool found = block.placement == Placement::lines && line.next <= block.body_end;
    const Span where = found ? Span{document.source, line.begin, line.end}
                             : Span{document.source, block.body_begin, std::max(block.body_end, block.body_begin + 1)};
    return {where, "edited by hand: this is not what bote wrote", "move it out of the block; `--force` overwrites it"};
}

/// The word of the command that an error on a part of it means: the same text without the rest of the word.
Span place_in(const CommandWord& word, const Span& where) {
    const std::string_view part = where.source->text;
    const std::size_t at = text_of(word.where).find(part);
    if (at == std::string_view::npos) return word.where;  // escaped
    const std::size_t begin = word.where.begin + at + std::min(where.begin, part.size() - 1);
    return {word.where.source, begin, std::clamp(word.where.begin + at + where.end, begin + 1, word.where.end)};
}

/// Where the command is at fault: the place in its words, else the word that the message quotes, else all of it.
Span fault_in(const Error& error, const LiveBlock& block) {
    for (const CommandWord& word : words_of(block.command)) {
        const auto& source = error.where.source;
        if (source && !source->text.empty() && word.text.ends_with(source->text)) return place_in(word, error.where);
        if (!source && error.what.find("'" + word.text + "'") != std::string::npos) return word.where;
    }
    return block.command;
}

Errors placed(const Errors& errors, const LiveBlock& block) {
    Errors all = errors;
    for (Error& error : all) {
        const auto& source = error.where.source;
        if (source && source->kind == SourceKind::file) continue;
        const Span where = fault_in(error, block);
        if (source) error.what = source->name + ": " + error.what;
        error.where = where;
    }
    return all;
}

TextChange replacement_of(const Document& document, const LiveBlock& block, std::vector<Piece> pieces,
                          const std::vector<Piece>& old) {
    if (say_the_same(pieces, old)) return {&block, block.body_end, block.end, closing_marker(pieces)};
    keep_style(pieces, old);
    const std::string body = block.placement == Placement::lines ? write_lines(document, block, pieces)
                             : pieces.empty()                    ? ""
                                                                 : pieces.front().text;
    return {&block, block.body_begin, block.end, body + closing_marker(pieces)};
}

}  // namespace

bool is_as_written(const Document& document, const LiveBlock& block) {
    return block.checksum.empty() || checksum_of(pieces_of(body_of(document, block))) == block.checksum;
}

Refreshed refresh(const Document& document, const Ask& ask, HandEdits edits) {
    Refreshed refreshed;
    std::size_t size = document.source->text.size();
    for (const LiveBlock& block : document.blocks) {
        try {
            const auto pieces = pieces_of_answer(ask(block), block);
            const auto old = pieces_of(body_of(document, block));
            const bool edited = !is_as_written(document, block) && !say_the_same(pieces, old);
            if (edited && edits == HandEdits::refuse) {
                refreshed.errors.push_back(describe_edit(document, block, pieces));
                continue;
            }
            TextChange change = replacement_of(document, block, pieces, old);
            size += change.text.size() - (change.end - change.begin);
            if (size > kLargestDocument) refuse("the document would be larger than 16 MiB", "ask for fewer rows");
            add_replacement(document, std::move(change), refreshed.replacements);
        } catch (const InputError& problem) {
            const Errors errors = placed(problem.errors(), block);
            refreshed.errors.insert(refreshed.errors.end(), errors.begin(), errors.end());
        }
    }
    return refreshed;
}

Refreshed clean(const Document& document, HandEdits edits) {
    Refreshed cleaned;
    for (const LiveBlock& block : document.blocks) {
        if (edits == HandEdits::refuse && !is_as_written(document, block)) {
            cleaned.errors.push_back(describe_edit(document, block, {}));
            continue;
        }
        const std::string body = block.placement == Placement::lines ? write_lines(document, block, {}) : "";
        add_replacement(document, {&block, block.body_begin, block.end, body + "<!-- /bote -->"}, cleaned.replacements);
    }
    return cleaned;
}

std::string apply_to(const Document& document, const std::vector<TextChange>& replacements) {
    const std::string_view text = document.source->text;
    std::string result;
    std::size_t done = 0;
    for (const TextChange& replacement : replacements) {
        result.append(text, done, replacement.begin - done).append(replacement.text);
        done = replacement.end;
    }
    return result.append(text, done);
}

}  // namespace bote
