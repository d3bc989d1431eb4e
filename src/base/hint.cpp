#include "bote/base/hint.hpp"

#include <fmt/format.h>

namespace bote {

Hint with_edit(std::string text, std::string_view written, std::string instead) {
    Hint hint(std::move(text));
    hint.written = written;
    hint.instead = std::move(instead);
    return hint;
}

Hint did_you_mean(std::string_view written, std::string instead) {
    return with_edit(fmt::format("did you mean '{}'?", instead), written, instead);
}

Hint write_instead(std::string_view written, std::string instead) {
    return with_edit(fmt::format("write `{}`", instead), written, instead);
}

}  // namespace bote
