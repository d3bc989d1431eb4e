#include "sketch.hpp"

#include <algorithm>

#include "bote/base/text.hpp"

namespace bote {
namespace {

/// What `kind:` says in a line, in braces or alone; empty where it does not stand there.
std::string kind_in(std::string_view line) {
    constexpr std::string_view kKind = "kind:";
    const auto at = line.find(kKind);
    if (at == std::string_view::npos || (at > 0 && line[at - 1] != ' ' && line[at - 1] != '{')) return "";
    const std::string_view value = line.substr(at + kKind.size());
    return std::string(trim(value.substr(0, std::min(value.find_first_of(",}#"), value.size()))));
}

}  // namespace

Sketch sketch_of(const TextLines& lines, std::size_t typed_line) {
    Sketch sketch;
    std::string section;
    std::string tier;
    std::size_t depth = 0;  // of the names in the section
    for (std::size_t i = 0; i < lines.count(); ++i) {
        const std::string_view line = lines.line(i);
        const std::size_t indent = line.find_first_not_of(' ');
        if (indent == std::string_view::npos || line[indent] == '#') continue;
        const std::string key(
            trim(line.substr(indent, std::min(line.find_first_of(":[", indent), line.size()) - indent)));
        if (indent == 0) {
            section = key;
            depth = 0;
            continue;
        }
        if (depth == 0) depth = indent;
        if (indent == depth && section == "tiers") tier = key;
        if (indent == depth && i != typed_line) {
            if (section == "objects") sketch.objects.push_back(key);
            if (section == "tiers") sketch.tiers.push_back(key);
            if (section == "define") sketch.own.push_back(key);
        }
        const std::string kind = section == "tiers" ? kind_in(line) : "";
        if (!kind.empty()) sketch.kinds[tier] = kind;
    }
    return sketch;
}

}  // namespace bote
