#include "open_file.hpp"

#include <algorithm>

#include "bote/base/text.hpp"

namespace bote {
namespace {

bool is_known_key(std::string_view key) {
    const Catalog& catalog = built_in_catalog();
    return is_section(key) || catalog.find(key).has_value() || catalog.has_group(key);
}

/// Keys that many kinds of files have say nothing.
bool is_common_key(std::string_view key) {
    return key.empty() || key == "name" || key == "description" || key == "source";
}

/// Keys of the top level that workloads have, and others.
struct Keys {
    std::size_t known = 0;
    std::size_t others = 0;
};

Keys keys_of(std::string_view text) {
    Keys keys;
    for (const std::string_view line : split(text, '\n')) {
        const std::size_t end = line.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_.");
        const std::string_view key = line.substr(0, std::min(end, line.size()));
        if (is_common_key(key) || end == std::string_view::npos || line[end] != ':') continue;
        ++(is_known_key(key) ? keys.known : keys.others);
    }
    return keys;
}

bool names_schema(std::string_view text) {
    const auto lines = split(text, '\n');
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        return line.starts_with('#') && line.find("bote.schema.json") != std::string_view::npos;
    });
}

bool looks_like_workload(std::string_view text) {
    if (text.size() > kLargestFile) return false;
    const Keys keys = keys_of(text);
    return names_schema(text) || keys.known > keys.others;
}

}  // namespace

bool is_workload(std::string_view uri, std::string_view language, std::string_view text) {
    if (language == "bote" || uri.ends_with(".bote.yaml") || uri.ends_with(".bote.yml")) return true;
    return looks_like_workload(text);
}

OpenFile::OpenFile(std::string uri, std::string language, std::string text, Encoding encoding, SharedOverlay overlay)
    : uri_(std::move(uri)),
      language_(std::move(language)),
      text_(std::move(text)),
      encoding_(encoding),
      overlay_(std::move(overlay)) {}

void OpenFile::change(const Json& changes) {
    if (!changes.is_array()) throw WrongParameters("'contentChanges' takes a list");
    analysis_.reset();
    for (const Json& each : changes) change_once(each);
}

void OpenFile::change_once(const Json& change) {
    const std::string& text = text_at(change, "text");
    const Json* range = find_member(change, "range");
    if (range == nullptr || range->is_null()) {
        text_ = text;
        return;
    }
    const TextLines lines(text_, encoding_);
    const std::size_t one = lines.offset_of(position_from(member(*range, "start")));
    const std::size_t other = lines.offset_of(position_from(member(*range, "end")));
    const auto [begin, end] = std::minmax(one, other);
    text_.replace(begin, end - begin, text);
}

bool OpenFile::is_foreign() {
    const Keys keys = keys_of(text_);
    return !analysis().is_workload && keys.others > keys.known;
}

const Analysis& OpenFile::analysis() {
    if (!analysis_) {
        if (is_workload(uri_, language_, text_)) analysis_.emplace(analyse(uri_, text_, encoding_, overlay_));
        else analysis_.emplace(make_source(uri_, text_), encoding_);
    }
    return *analysis_;
}

}  // namespace bote
