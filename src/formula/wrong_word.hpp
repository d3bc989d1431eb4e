#pragma once
// What to say of a word behind a number that is no unit, magnitude or counting word. Used by the parser alone.

#include <string_view>

#include "reading.hpp"

namespace bote {

/// Whether a word counts things here: one of the language, or an object's name.
bool is_counted_word(const Reading& reading, std::string_view word);

[[noreturn]] void refuse_wrong_word(const Reading& reading, const Token& token, std::string_view word);

/// What is called as a function and is none.
[[noreturn]] void refuse_function(const Reading& reading, const Token& name);

}  // namespace bote
