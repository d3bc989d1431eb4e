#include "bote/serve/message.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace bote {
namespace {

/// A walk by hand: a deep tree is never built.
bool is_too_deep(std::string_view text) {
    std::size_t depth = 0;
    bool in_text = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char each = text[at];
        if (in_text) {
            if (each == '\\') ++at;
            else if (each == '"') in_text = false;
        } else if (each == '"') {
            in_text = true;
        } else if (each == '{' || each == '[') {
            if (++depth > kDeepestJson) return true;
        } else if (each == '}' || each == ']') {
            if (depth > 0) --depth;
        }
    }
    return false;
}

enum class Half { none, first, second };

/// What the escape at a place is half of.
Half half_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kEscape = 6;  // "\ud83d"
    if (at + kEscape > text.size() || text[at] != '\\' || text[at + 1] != 'u') return Half::none;
    if (text[at + 2] != 'd' && text[at + 2] != 'D') return Half::none;
    constexpr std::string_view kFirst = "89abAB";
    constexpr std::string_view kSecond = "cdefCDEF";
    if (kFirst.find(text[at + 3]) != std::string_view::npos) return Half::first;
    return kSecond.find(text[at + 3]) != std::string_view::npos ? Half::second : Half::none;
}

bool mend_halves(std::string& text) {
    constexpr std::size_t kEscape = 6;
    bool mended = false;
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        if (text[at] != '\\') continue;
        const Half half = half_at(text, at);
        if (half == Half::first && half_at(text, at + kEscape) == Half::second) {
            at += 2 * kEscape - 1;
        } else if (half != Half::none) {
            text.replace(at, kEscape, "\\ufffd");
            mended = true;
            at += kEscape - 1;
        } else {
            ++at;  // an escaped backslash begins no other escape
        }
    }
    return mended;
}

}  // namespace

std::optional<Json> parse_json(std::string text) {
    if (is_too_deep(text)) return std::nullopt;
    Json json = Json::parse(text, nullptr, false);
    if (json.is_discarded() && mend_halves(text)) json = Json::parse(text, nullptr, false);
    return json.is_discarded() ? std::nullopt : std::optional(std::move(json));
}

std::string write_json(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

const Json* find_member(const Json& object, std::string_view key) {
    if (!object.is_object()) return nullptr;
    const auto found = object.find(std::string(key));
    return found == object.end() ? nullptr : &*found;
}

const Json& member(const Json& object, std::string_view key) {
    if (const Json* found = find_member(object, key)) return *found;
    throw WrongParameters(fmt::format("'{}' is missing", key));
}

const std::string& text_at(const Json& object, std::string_view key) {
    const Json& found = member(object, key);
    if (!found.is_string()) throw WrongParameters(fmt::format("'{}' takes a text", key));
    return found.get_ref<const std::string&>();
}

std::size_t count_at(const Json& object, std::string_view key) {
    constexpr std::size_t kMost = 2'147'483'647;  // of the protocol's `uinteger`
    const Json& found = member(object, key);
    if (found.is_number_unsigned() && found.get<std::size_t>() <= kMost) return found.get<std::size_t>();
    throw WrongParameters(fmt::format("'{}' takes a whole number from 0 to 2^31 - 1", key));
}

}  // namespace bote
