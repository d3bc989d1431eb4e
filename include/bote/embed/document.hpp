#pragma once
// A Markdown document with answers that bote keeps up to date: where they stand, and which workloads the document
// itself holds.
//
//   <!-- bote: estimate twitter.yaml storage -->
//   (what bote wrote)
//   <!-- /bote sha:Kf3x9A -->
//
//   Document document = read_document(make_source("note.md", text));
//   text_of(document.blocks.front().command)   // "estimate twitter.yaml storage"
//
// Markers in code and in front matter are text, as they are for every Markdown renderer.

#include <cstddef>
#include <string>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/base/source.hpp"

namespace bote {

enum class Placement {
    lines,     // both markers alone on their lines
    sentence,  // both within one paragraph
};

/// The stretch between two markers, as byte offsets in the document.
struct LiveBlock {
    Span command;
    std::size_t begin = 0;       // of the opening marker
    std::size_t body_begin = 0;  // behind it
    std::size_t body_end = 0;    // before the closing marker
    std::size_t end = 0;         // behind that
    Placement placement = Placement::lines;
    std::string prefix;     // what its lines begin with in a quotation or a list: "> "
    std::string checksum;   // in the closing marker; empty: none yet
    int heading_level = 0;  // of the heading that it stands under
};

/// A workload in the document: the lines between ```bote NAME and ```.
struct OwnWorkload {
    std::string name;     // may be empty
    std::string content;  // on the lines and columns that it has in the document
};

struct Document {
    SourcePtr source;
    std::vector<LiveBlock> blocks;
    std::vector<OwnWorkload> workloads;
    Errors errors;    // markers without a partner and the like
    Errors warnings;  // what renderers would not show as it is meant
};

Document read_document(SourcePtr source);

/// What stands between the markers, without the prefix of its lines and with plain line feeds.
std::string body_of(const Document& document, const LiveBlock& block);

}  // namespace bote
