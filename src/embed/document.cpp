#include "bote/embed/document.hpp"

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "markdown_lines.hpp"
#include "outline.hpp"

namespace bote {
namespace {

constexpr std::string_view kCommand = "bote:";
constexpr std::string_view kEnd = "/bote";
constexpr std::string_view kChecksum = "sha:";

bool starts_in_any_case(std::string_view text, std::string_view word) {
    return lower_case(text.substr(0, word.size())) == word;
}

class Collector {
public:
    explicit Collector(SourcePtr source) : text_(source->text) { document_.source = std::move(source); }

    Document collect() {
        for (const OutlineItem& item : outline_of(text_)) {
            switch (item.kind) {
                case OutlineKind::heading: heading_level_ = open_ ? heading_level_ : item.level; break;
                case OutlineKind::code:
                    if (!open_) keep_workload(item);
                    break;
                case OutlineKind::comment: read_comment(item); break;
            }
        }
        if (open_) refuse_open();
        return std::move(document_);
    }

private:
    void refuse(std::size_t begin, std::size_t end, std::string what, std::string hint) {
        document_.errors.push_back(Error{{document_.source, begin, end}, std::move(what), std::move(hint)});
    }

    void refuse_open() {
        refuse(open_->begin, open_->body_begin, "this block has no end",
               "write `<!-- /bote -->` where the answer ends");
    }

    /// ```bote shop, or ```yaml bote shop for the sake of highlighting.
    void keep_workload(const OutlineItem& code) {
        std::string_view language = code.language;
        if (language.starts_with("yaml ")) language = trim(language.substr(language.find(' ')));
        const std::size_t word = std::min(language.find_first_of(" \t"), language.size());
        if (language.substr(0, word) != "bote") return;
        const std::string_view name = trim(language.substr(word));
        const Line opening = line_at(text_, code.begin);
        const auto& known = document_.workloads;
        if (std::any_of(known.begin(), known.end(), [&](const OwnWorkload& each) { return each.name == name; })) {
            refuse(opening.begin, opening.end,
                   name.empty() ? "a second workload without a name"
                                : fmt::format("a second workload '{}'", show_in_line(name)),
                   "give it a name of its own behind `bote`");
            return;
        }
        if (!code.closed)
            refuse(opening.begin, opening.end, "this block has no end",
                   fmt::format("write {} on a line of its own after it", fence_of(opening)));
        document_.workloads.push_back({std::string(name), content_of(code.inside)});
    }

    [[nodiscard]] std::string fence_of(const Line& opening) const {
        const auto fence = opening_fence(text_.substr(opening.begin, opening.end - opening.begin));
        return std::string(fence->length, fence->letter);
    }

    /// The lines between the fences, behind as many blank lines as there are lines before them, and with blanks for
    /// quotation marks: errors have the line and column of the document.
    [[nodiscard]] std::string content_of(std::string_view inside) const {
        const std::string_view before = text_.substr(0, offset_in(text_, inside));
        std::string content(at(std::count(before.begin(), before.end(), '\n')), '\n');
        for (std::size_t begin = 0; begin < inside.size(); begin = line_at(inside, begin).next) {
            std::string text(inside.substr(begin, line_at(inside, begin).next - begin));
            const std::size_t own = std::min(text.find_first_not_of(" \t>"), text.size());
            std::replace(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(own), '>', ' ');
            content += text;
        }
        return content;
    }

    void read_comment(const OutlineItem& comment) {
        const bool opens = starts_in_any_case(comment.inside, kCommand);
        const bool ends = starts_in_any_case(comment.inside, kEnd) && comment.closed;
        if (opens || ends) check_case(comment.inside, opens ? kCommand : kEnd);
        if (opens && !comment.closed)
            refuse(comment.begin, comment.end, "this comment has no end", "write `-->` behind the command");
        else if (opens) open_block(comment);
        else if (ends) close_block(comment);
    }

    void check_case(std::string_view inside, std::string_view word) {
        if (inside.starts_with(word)) return;
        const std::size_t begin = offset_in(text_, inside);
        refuse(begin, begin + word.size(), "a marker is written in lower case", fmt::format("write `{}`", word));
    }

    void open_block(const OutlineItem& comment) {
        if (open_) refuse_open();
        const std::string_view command = trim(comment.inside.substr(kCommand.size()));
        const auto offset = offset_in(text_, command);
        open_.emplace();
        open_->command = {document_.source, offset, offset + command.size()};
        open_->begin = comment.begin;
        open_->body_begin = comment.end;
        open_->heading_level = heading_level_;
        if (command.empty())
            refuse(comment.begin, comment.end, "expected a command", "write `<!-- bote: estimate FILE -->`");
    }

    void close_block(const OutlineItem& comment) {
        std::string_view rest = trim(comment.inside.substr(kEnd.size()));
        if (rest.starts_with(kChecksum)) rest = trim(rest.substr(kChecksum.size()));
        else if (!rest.empty()) {
            refuse(comment.begin, comment.end, "expected the end of a block", "write `<!-- /bote -->`");
            rest = {};
        }
        if (!open_) {
            refuse(comment.begin, comment.end, "this ends no block", "`<!-- bote: COMMAND -->` begins one");
            return;
        }
        LiveBlock block = std::move(*open_);
        open_.reset();
        block.body_end = comment.begin;
        block.end = comment.end;
        block.checksum = rest;
        place(block);
        if (!text_of(block.command).empty()) document_.blocks.push_back(std::move(block));
    }

    /// What is in front of a marker on its line.
    [[nodiscard]] std::string_view before(std::size_t marker) const {
        std::size_t begin = marker == 0 ? 0 : text_.rfind('\n', marker - 1) + 1;  // npos + 1 is 0
        if (begin == 0) begin = mark_size(text_);
        return text_.substr(begin, marker - begin);
    }

    [[nodiscard]] bool is_alone(std::size_t begin, std::size_t end) const {
        const Line rest = line_at(text_, end);
        return is_prefix(before(begin)) && trim(text_.substr(end, rest.end - end)).empty();
    }

    void place(LiveBlock& block) {
        if (is_alone(block.begin, block.body_begin) && is_alone(block.body_end, block.end)) {
            block.prefix = before(block.begin);
            for (char& letter : block.prefix) {  // the lines below a list's mark are indented
                if (letter != '>' && letter != '\t') letter = ' ';
            }
            return;
        }
        block.placement = Placement::sentence;
        if (end_of_paragraph(text_, block.body_begin) < block.body_end)
            refuse(block.begin, block.body_begin, "this block ends in another paragraph",
                   "put both markers on lines of their own, or in one sentence");
        check_sentence(block);
    }

    void check_sentence(const LiveBlock& block) {
        // CommonMark before 0.31, which GitHub follows, ends a comment within a sentence at two dashes.
        const std::size_t dashes = text_of(block.command).find("--");
        if (dashes != std::string_view::npos) {
            const std::size_t at = block.command.begin + dashes;
            refuse(at, at + 2, "a comment within a sentence cannot hold '--': some renderers show it as text",
                   "one dash will do, as in `-set dau=1M`");
        }
        if (is_prefix(before(block.begin))) {
            document_.warnings.push_back(
                Error{{document_.source, block.begin, block.body_begin},
                      "a comment at the beginning of a line makes all of the line HTML, without markup",
                      "put a word before it"});
        }
    }

    Document document_;
    std::string_view text_;
    std::optional<LiveBlock> open_;
    int heading_level_ = 0;
};

}  // namespace

Document read_document(SourcePtr source) { return Collector(std::move(source)).collect(); }

std::string body_of(const Document& document, const LiveBlock& block) {
    const std::string_view text = document.source->text;
    const std::string_view body = text.substr(0, block.body_end).substr(block.body_begin);
    if (block.placement == Placement::sentence) return std::string(body);
    const std::string_view blank = std::string_view(block.prefix).substr(0, block.prefix.find_last_not_of(' ') + 1);
    std::string plain;
    // The first line end is that of the marker; behind the last one stands the prefix of the closing marker.
    for (std::size_t at = line_at(text, block.body_begin).next; at < block.body_end;) {
        const Line line = line_at(text, at);
        if (line.next > block.body_end) break;
        std::string_view content = text.substr(line.begin, line.end - line.begin);
        if (content.starts_with(block.prefix)) content.remove_prefix(block.prefix.size());
        else if (content.starts_with(blank)) content.remove_prefix(blank.size());
        plain.append(content) += '\n';
        at = line.next;
    }
    return plain;
}

}  // namespace bote
