#include "bote/render/render.hpp"

namespace bote {

/// Paragraphs are one line each: mail and chat wrap them to whatever width their reader has.
std::string render_text(const Report& report, const Canvas&) {
    return render_table(report, {0, Ink::plain, Charset::ascii});
}

}  // namespace bote
