// Answers for programs. What a session says and hears is in serve/message.hpp.

#include <fmt/format.h>

#include <cmath>
#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "bote/base/overloaded.hpp"
#include "bote/base/text.hpp"
#include "bote/render/number.hpp"
#include "bote/render/render.hpp"

namespace bote {

namespace {

using Json = nlohmann::ordered_json;

Json to_json(const Datum& datum);

/// JSON has no NaN and no infinity: a key whose value is one is left out.
bool can_be_written(const Datum& datum) {
    const auto* number = std::get_if<double>(&datum.value);
    return number == nullptr || std::isfinite(*number);
}

Json to_json(double number) {
    if (!std::isfinite(number)) return nullptr;  // in a list, where leaving it out would move the others
    if (const auto whole = as_whole(number)) return *whole;
    return number;
}

Json to_json(const Datum::Array& items) {
    Json json = Json::array();
    for (const Datum& item : items) json.push_back(to_json(item));
    return json;
}

Json to_json(const Datum::Object& entries) {
    Json json = Json::object();
    // The object's own ways to insert look through all keys each time; the vector below it does not.
    Json::object_t::Container& pairs = json.get_ref<Json::object_t&>();
    for (const auto& [key, value] : entries) {
        if (can_be_written(value)) pairs.emplace_back(key, to_json(value));
    }
    return json;
}

Json to_json(const Datum& datum) {
    return std::visit(Overloaded{
                          [](std::monostate) { return Json(); },
                          [](bool truth) { return Json(truth); },
                          [](const std::string& text) { return Json(text); },
                          [](const auto& other) { return to_json(other); },
                      },
                      datum.value);
}

/// In finished JSON these characters occur only inside strings, where an escape means the same: what a terminal or
/// an old JavaScript would take for a command, and the `<` of a `</script>`.
std::string escape_finished(std::string_view text) {
    std::string escaped;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        const std::string_view bytes = text.substr(at, character.length);
        const bool harmful = character.code == '<' || (character.code != '\n' && find_forbidden_character(bytes));
        if (harmful) {
            escaped += fmt::format("\\u{:04x}", static_cast<unsigned>(character.code));
        } else {
            escaped += bytes;
        }
        at += character.length;
    }
    return escaped;
}

}  // namespace

std::string render_json(const Report& report, const Canvas&) {
    constexpr int kJsonIndentation = 2;
    const std::string text = to_json(report.data).dump(kJsonIndentation, ' ', false, Json::error_handler_t::replace);
    return escape_finished(text) + "\n";
}

}  // namespace bote
