#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"
#include "bote/base/utf8.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {
namespace {

[[noreturn]] void refuse(const SourcePtr& source, std::size_t at, std::size_t length, std::string what,
                         std::string hint) {
    throw InputError(Error{{source, at, at + length}, std::move(what), std::move(hint)});
}

bool is_other_unicode(std::string_view text) {
    using namespace std::string_view_literals;
    return text.starts_with("\xFF\xFE"sv) || text.starts_with("\xFE\xFF"sv) || text.starts_with("\0\0\xFE\xFF"sv);
}

}  // namespace

void check_text(const SourcePtr& source) {
    const std::string_view text = source->text;
    if (text.size() > kLargestFile) {
        refuse(source, 0, 0, "the file is larger than 256 KiB", "a workload is a few dozen lines");
    }
    if (is_other_unicode(text)) refuse(source, 0, 1, "the file is not UTF-8 but UTF-16 or UTF-32", "save it as UTF-8");
    if (const auto bad = find_invalid_utf8(text))
        refuse(source, *bad, 1, "this byte is not UTF-8", "save the file as UTF-8");
    const std::size_t mark = text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0;
    if (const auto found = find_forbidden_character(text.substr(mark))) {
        refuse(source, mark + found->offset, found->length,
               fmt::format("the character {} is not allowed", name_of_character(found->code)), "remove it");
    }
    for (auto at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) {
        if (at + 1 < text.size() && text[at + 1] == '\n') continue;
        refuse(source, at, 1, "a line ends with a lone carriage return", "save the file with line feeds (\\n)");
    }
}

}  // namespace bote
