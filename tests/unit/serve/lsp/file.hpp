#pragma once
// A workload in an editor, with `|` where the cursor is.
//
//   Marked file("objects:\n  tw|eet: {writes: 1/s}\n");
//   hover_at(file.analysis, file.cursor)

#include <string>

#include "serve/lsp/analysis.hpp"

namespace bote::test {

struct Marked {
    explicit Marked(const std::string& marked)
        : cursor(marked.find('|')),
          analysis(analyse("file:///test.bote.yaml",
                           cursor == std::string::npos ? marked : std::string(marked).erase(cursor, 1),
                           Encoding::utf16)) {}

    std::size_t cursor;
    Analysis analysis;
};

/// The text that a range of the protocol covers.
inline std::string text_in(const Analysis& analysis, const Json& range) {
    const std::size_t begin = analysis.lines.offset_of(position_from(range["start"]));
    const std::size_t end = analysis.lines.offset_of(position_from(range["end"]));
    return analysis.source->text.substr(begin, end - begin);
}

/// The text after edits of the protocol, which come in the order of their places.
inline std::string edited(const Analysis& analysis, const Json& edits) {
    std::string text = analysis.source->text;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit) {
        const std::size_t begin = analysis.lines.offset_of(position_from((*edit)["range"]["start"]));
        const std::size_t end = analysis.lines.offset_of(position_from((*edit)["range"]["end"]));
        text.replace(begin, end - begin, (*edit)["newText"].get<std::string>());
    }
    return text;
}

// 10M users * 2/day = 20M writes a day, of 1 KB: 20 GB a day, in 1825 days 36.5 TB; three copies on disks of which 30%
// stay free: 36.5 TB / 0.7 * 3 = 156 TB.
inline const std::string kShop =
    "name: Shop\n"
    "dau: 10M\n"
    "writes_per_user: 2/day\n"
    "read_write_ratio: 10:1\n"
    "object_size: 1 KB\n"
    "retention: 5 years\n"
    "replication: 3\n"
    "headroom: 30%\n";

}  // namespace bote::test
