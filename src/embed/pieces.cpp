#include "pieces.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <utility>

#include "bote/base/index.hpp"
#include "bote/base/sha256.hpp"
#include "bote/base/text.hpp"
#include "markdown_lines.hpp"

namespace bote {
namespace {

constexpr std::string_view kPunctuation = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

struct Reference {
    std::string_view written;
    std::string_view shown;
};

constexpr Reference kReferences[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#8203;", ""}};

/// What a reader sees of a text: no escapes, and one blank for any number of them.
std::string plain_text(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view rest = text.substr(i);
        const auto* reference = std::find_if(std::begin(kReferences), std::end(kReferences),
                                             [&](const Reference& each) { return rest.starts_with(each.written); });
        if (text[i] == ' ' || text[i] == '\t' || text[i] == '\n') {
            if (!plain.empty() && plain.back() != ' ') plain += ' ';
        } else if (text[i] == '\\' && rest.size() > 1 && kPunctuation.find(rest[1]) != std::string_view::npos) {
            plain += rest[1];
            ++i;
        } else if (reference != std::end(kReferences)) {
            plain += reference->shown;
            i += reference->written.size() - 1;
        } else {
            plain += text[i];
        }
    }
    if (plain.ends_with(' ')) plain.pop_back();
    return plain;
}

/// The cells of a row, without the pipes at its ends.
std::vector<std::string> cells_of(std::string_view row) {
    row = trim(row);
    if (row.starts_with('|')) row.remove_prefix(1);
    std::vector<std::string> cells;
    std::size_t begin = 0;
    for (std::size_t i = 0; i < row.size(); ++i) {
        if (row[i] == '\\') ++i;
        else if (row[i] == '|') {
            cells.push_back(plain_text(row.substr(begin, i - begin)));
            begin = i + 1;
        }
    }
    cells.push_back(plain_text(row.substr(std::min(begin, row.size()))));
    while (!cells.empty() && cells.back().empty()) cells.pop_back();  // GitHub adds those that are missing
    return cells;
}

/// |---|--:|
bool is_table_rule(std::string_view line) {
    line = trim(line);
    return line.find('|') != std::string_view::npos && line.find('-') != std::string_view::npos &&
           line.find_first_not_of("|-: \t") == std::string_view::npos;
}

std::string meaning_of_row(std::string_view row) {
    std::string meaning;
    for (const auto& cell : cells_of(row)) meaning += cell + '\x1f';
    return meaning;
}

std::string meaning_of_table(const std::vector<std::string_view>& lines) {
    std::string meaning = "table\n";
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i != 1) meaning += meaning_of_row(lines[i]) + '\n';
    }
    return meaning;
}

std::string text_between(std::string_view first, std::string_view last) {
    return {first.data(), last.data() + last.size()};
}

Piece paragraph_or_table(const std::vector<std::string_view>& lines) {
    std::string text = text_between(lines.front(), lines.back());
    std::string meaning =
        lines.size() > 1 && is_table_rule(lines[1]) ? meaning_of_table(lines) : "text\n" + plain_text(text);
    return {std::move(text), std::move(meaning)};
}

}  // namespace

std::vector<Piece> pieces_of(std::string_view markdown) {
    std::vector<Piece> pieces;
    std::vector<std::string_view> open;  // lines of a paragraph or a table
    const auto finish = [&] {
        if (!open.empty()) pieces.push_back(paragraph_or_table(open));
        open.clear();
    };
    for (std::size_t at = 0; at < markdown.size();) {
        Line line = line_at(markdown, at);
        const std::string_view text = markdown.substr(line.begin, line.end - line.begin);
        at = line.next;
        const int level = heading_level(text);
        if (const auto fence = opening_fence(text)) {
            finish();
            const std::size_t begin = line.begin;
            do line = line_at(markdown, line.next);
            while (line.begin < markdown.size() && !closes(markdown.substr(line.begin, line.end - line.begin), *fence));
            std::string code(markdown.substr(begin, line.end - begin));
            pieces.push_back({code, "code\n" + code});
            at = line.next;
        } else if (level > 0 || trim(text).empty()) {
            finish();
            const std::string title = plain_text(text.substr(std::min(text.find_first_not_of(" #"), text.size())));
            if (level > 0) pieces.push_back({std::string(text), std::string(bote::at(level), '#') + title});
        } else {
            open.push_back(text);
        }
    }
    finish();
    return pieces;
}

bool say_the_same(const std::vector<Piece>& left, const std::vector<Piece>& right) {
    return std::equal(left.begin(), left.end(), right.begin(), right.end(),
                      [](const Piece& one, const Piece& other) { return one.meaning == other.meaning; });
}

std::string meaning_of_line(std::string_view line) {
    if (is_table_rule(line)) return "";
    return trim(line).starts_with('|') ? meaning_of_row(line) : plain_text(line);
}

std::string checksum_of(const std::vector<Piece>& pieces) {
    constexpr std::string_view kDigits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t kLength = 6;
    constexpr int kBitsOfDigit = 6;
    std::string all;
    for (const Piece& piece : pieces) all += piece.meaning + '\n';
    std::uint64_t bits = 0;
    const auto digest = sha256(all);
    for (std::size_t i = 0; i < sizeof bits; ++i) bits = bits << 8 | digest[i];
    std::string checksum;
    for (std::size_t i = 0; i < kLength; ++i, bits <<= kBitsOfDigit) checksum += kDigits[bits >> (64 - kBitsOfDigit)];
    return checksum;
}

}  // namespace bote
