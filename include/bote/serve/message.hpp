#pragma once
// JSON from a client: read within limits, and looked into without trusting it.
//
//   const Json params = *parse_json(R"({"position": {"line": 3}})");
//   count_at(member(params, "position"), "line")      // 3

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

namespace bote {

using Json = nlohmann::ordered_json;

inline constexpr std::size_t kDeepestJson = 64;

/// None where it is no JSON, is no UTF-8, or goes deeper than that. Half of a surrogate pair, which editors send while
/// a character is cut in two, becomes U+FFFD.
std::optional<Json> parse_json(std::string text);

/// On one line; what is no UTF-8 becomes U+FFFD.
std::string write_json(const Json& json);

/// Parameters that are not what the method takes.
struct WrongParameters : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Null where there is none.
const Json* find_member(const Json& object, std::string_view key);

/// These throw WrongParameters where there is none of that kind.
const Json& member(const Json& object, std::string_view key);
const std::string& text_at(const Json& object, std::string_view key);
std::size_t count_at(const Json& object, std::string_view key);

}  // namespace bote
