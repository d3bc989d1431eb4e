#pragma once
// New answers for the blocks of a document, as replacements to its text.
//
//   const Refreshed refreshed = refresh(document, ask, HandEdits::refuse);
//   std::string text = apply_to(document, refreshed.replacements);

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/embed/document.hpp"

namespace bote {

enum class AnswerKind {
    markdown,
    values,  // bare lines, which fit into a sentence
    other,   // goes into a code block
};

struct Answer {
    AnswerKind kind = AnswerKind::markdown;
    std::string text;
    std::string language;  // of the code block
};

/// Runs the command of a block. Throws InputError.
using Ask = std::function<Answer(const LiveBlock&)>;

/// More than that is not read again.
inline constexpr std::size_t kLargestDocument = std::size_t{16} * 1024 * 1024;

/// What becomes of a block whose text is no longer that which bote wrote.
enum class HandEdits { refuse, replace };

/// A stretch of the document that gets another text.
struct TextChange {
    const LiveBlock* block = nullptr;
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string text;
};

struct Refreshed {
    std::vector<TextChange> replacements;  // in the order of the document; none for a block that says the same already
    Errors errors;                         // of all blocks; those without a place get that of their block
};

/// A block whose answer would make the document larger than that is an error. Pieces that say the same stay as they are
/// written, so that bote and a formatter never take turns.
Refreshed refresh(const Document& document, const Ask& ask, HandEdits edits);

/// Empties all blocks.
Refreshed clean(const Document& document, HandEdits edits);

std::string apply_to(const Document& document, const std::vector<TextChange>& replacements);

/// Whether the text is still the one that the checksum was taken of.
bool is_as_written(const Document& document, const LiveBlock& block);

}  // namespace bote
