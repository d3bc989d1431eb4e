#pragma once
// English around nouns and verbs: plurals, past forms, capitals.
//
//   past_of("uploads")                       // "uploaded"

#include <string>
#include <string_view>

namespace bote {

/// "sends" -> "sent".
std::string past_of(std::string_view verb);

/// "upload" of "uploads".
std::string stem_of(std::string_view verb);

std::string capital(std::string text);

}  // namespace bote
