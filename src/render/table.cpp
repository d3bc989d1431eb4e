#include <span>
#include <string>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/render.hpp"
#include "chart_lines.hpp"
#include "grid.hpp"
#include "terminal_lines.hpp"

namespace bote {

namespace {

Style style_of(Tone tone) {
    switch (tone) {
        case Tone::plain: return Style::plain;
        case Tone::good: return Style::green;
        case Tone::bad: return Style::red;
    }
    return Style::plain;
}

std::string write_heading(std::string_view heading, const Canvas& canvas) {
    std::string text;
    for (const std::string& line : wrap(show_in_line(heading), canvas.width)) text += finish(line, Style::bold, canvas);
    return text;
}

/// A short heading before a table whose first column has no title stands in its place, which saves a line and a rule;
/// before a single note it begins the note.
bool leads(const Heading& heading, std::span<const Block> after, const Canvas& canvas) {
    if (heading.level == 1 || after.empty()) return false;
    return std::visit(
        Overloaded{
            [](const Heading&) { return false; },
            [&](const Note&) { return after.size() < 2 || !std::holds_alternative<Note>(after[1]); },
            [&](const Table& table) { return table.columns.size() > 1 && fits_over(heading, table, canvas); },
            [](const auto&) { return false; },
        },
        after.front());
}

/// Sections stand apart; what belongs together (a heading and its first block, the notes of a list) does not.
bool separates(const Block& before, const Block& after) {
    return std::visit(Overloaded{
                          [](const Heading& heading, const Table&) { return heading.level == 1; },
                          [](const Heading&, const Note&) { return false; },
                          [](const Note&, const Note&) { return false; },
                          [](const auto&, const auto&) { return true; },
                      },
                      before, after);
}

/// Writes the blocks of a report one after another. What belongs to a section is indented, and its notes read as a
/// list.
class TextPage {
public:
    TextPage(const Report& report, const Canvas& canvas) : report_(report), surroundings_{"", 0, canvas} {}

    std::string write() {
        const std::span<const Block> blocks = report_.blocks;
        std::string text;
        const Block* before = nullptr;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            after_ = blocks.subspan(i + 1);
            const std::string written = std::visit([&](const auto& block) { return write_block(block); }, blocks[i]);
            if (written.empty()) continue;
            if (before != nullptr && separates(*before, blocks[i])) text += "\n";
            text += written;
            before = &blocks[i];
        }
        return text;
    }

private:
    std::string write_block(const Heading& heading) {
        surroundings_.indent = heading.level > 1 ? kIndentation : 0;
        if (!leads(heading, after_, surroundings_.canvas)) return write_heading(heading.text, surroundings_.canvas);
        surroundings_.lead = show_in_line(heading.text);
        return "";
    }

    std::string write_block(const Note& note) {
        const std::size_t indent = surroundings_.lead.empty() ? surroundings_.indent : 0;
        const std::string lead = surroundings_.lead.empty() ? "" : surroundings_.lead + ": ";
        surroundings_.lead.clear();
        return write_paragraph(lead + show_in_line(note.text), {indent, indent + surroundings_.indent},
                               style_of(note.tone), surroundings_.canvas);
    }

    std::string write_block(const Table& table) {
        std::string text = write_grid(table, report_.conventions, surroundings_);
        surroundings_.lead.clear();
        return text;
    }

    std::string write_block(const Chart& chart) {
        surroundings_.lead.clear();
        const Canvas& canvas = surroundings_.canvas;
        std::string text = write_heading(chart.title, canvas);
        for (const std::string& line : chart_lines(chart, report_.conventions, canvas))
            text += finish(std::string(kIndentation, ' ') + line, Style::plain, canvas);
        return text;
    }

    std::string write_block(const KeyFigures& headline) {
        std::string text;
        for (const Block& each : plain_blocks(headline))
            text += std::visit([&](const auto& block) { return write_block(block); }, each);
        return text;
    }

    std::string write_block(const Listing& listing) {
        std::string text;
        for (const auto line : split(trim(listing.text), '\n'))
            text += finish(std::string(kIndentation, ' ') + show_in_line(line), Style::plain, surroundings_.canvas);
        return text;
    }

    const Report& report_;
    Surroundings surroundings_;
    std::span<const Block> after_;
};

}  // namespace

std::string render_table(const Report& report, const Canvas& canvas) { return TextPage(report, canvas).write(); }

}  // namespace bote
