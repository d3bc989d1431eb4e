#pragma once
// Text -> tokens. Numbers are read here, exactly as LANGUAGE says them; what follows a number is the parser's.
//
//   lex(Text{"100M users/day"})              // number 100 with suffix "M", name "users", "/", name "day", end

#include <string_view>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/formula/expression.hpp"

namespace bote {

/// The symbol of `±`, `+-` and `+/-`.
inline constexpr std::string_view kPlusMinus = "+-";

enum class TokenKind {
    number,  // value, and the letters directly behind it
    name,    // letters, digits, underscores, dots
    symbol,  // + - * / ^ ( ) , % $ ~ < <= > >= == and kPlusMinus
    end,
};

struct Token {
    TokenKind kind = TokenKind::end;
    std::size_t begin = 0;
    std::size_t end = 0;
    double value = 0;                  // number
    Written written = Written::plain;  // number: ratio or plain
    std::string_view text;  // name or symbol as written; number: its suffix ("M", "KB", ""); lives as long as the input
};

/// Throws InputError at the first character or number that is none.
std::vector<Token> lex(const Text& text);

/// The error of a formula at the bytes [begin, end), headed by the text's subject.
Error formula_error(const Text& text, std::size_t begin, std::size_t end, std::string_view what, Hint hint = {});

}  // namespace bote
