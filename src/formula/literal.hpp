#pragma once
// What may stand behind a number: magnitude, percent sign, unit or counting word. Used by the parser alone.

#include <optional>
#include <string_view>
#include <vector>

#include "bote/formula/lexer.hpp"
#include "bote/formula/parser.hpp"

namespace bote {

/// `k K M B T` attached to a number, and the words below.
std::optional<double> find_magnitude(std::string_view letters);

/// `thousand million billion trillion mn bn tn`, which may also stand apart.
std::optional<double> find_long_magnitude(std::string_view word);

struct LiteralReader {
    const Text& text;
    const Vocabulary& vocabulary;
    const std::vector<Token>& tokens;
    std::size_t at = 0;

    /// A number with all that belongs to it.
    Node read();

    /// A unit or a counting word alone, as behind a slash.
    Node read_term();

private:
    void read_suffix(const Token& number, Node& node);
    void read_word(Node& node);
    [[nodiscard]] const Token& peek() const { return tokens[at]; }
    [[noreturn]] void fail(const Token& token, std::string_view what, std::string hint) const;
    [[noreturn]] void refuse_word(const Token& token, std::string_view word) const;
    [[nodiscard]] bool is_word(std::string_view word) const;
};

}  // namespace bote
