#include "bote/render/render.hpp"
#include "records.hpp"

namespace bote {

/// There are no quotes: a tab or a line end cannot be in a field, since defuse shows them as escapes.
std::string write_tsv_text(std::string_view text) { return defuse(text); }

std::string render_tsv(const Report& report, const Canvas&) { return write_records(report, kTsvLine); }

}  // namespace bote
