#include "bote/base/quotes.hpp"

namespace bote {

Span inside_quotes(const Span& span) {
    const std::string_view text = text_of(span);
    const bool quoted = text.size() > 1 && text.front() == text.back() && (text.front() == '"' || text.front() == '\'');
    return quoted ? Span{span.source, span.begin + 1, span.end - 1} : span;
}

}  // namespace bote
