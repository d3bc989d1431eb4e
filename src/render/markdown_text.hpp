#pragma once
// Plain text as Markdown that shows exactly it: no markup, link, image, mention, reference, formula or HTML.
//
//   escape_markdown("a*b")      // "a\\*b"

#include <cstddef>
#include <string>
#include <string_view>

namespace bote {

std::string escape_markdown(std::string_view plain);

/// The same of a cell, where what stands between backticks, such as `tweet.writes <= 5/s`, is code; but a pipe would
/// end the cell even there.
std::string escape_markdown_cell(std::string_view plain);

/// The same of a paragraph, and without the beginning of a list, of a quotation or of an underline.
std::string escape_markdown_paragraph(std::string_view plain);

/// A formula reads best as code, where only the pipe of the table needs an escape.
std::string markdown_code(std::string_view plain);

/// Whether nothing of a text needs an escape, outside of code and within.
bool text_shows_itself(std::string_view plain);
bool code_shows_itself(std::string_view plain);

/// The length of the longest run of a letter: a fence around a text has to be longer.
std::size_t longest_run(std::string_view text, char letter);

}  // namespace bote
