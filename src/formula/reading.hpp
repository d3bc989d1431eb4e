#pragma once
// A formula half read: its tokens, how far they are read, and the nodes so far. Used by the parser's files alone.

#include <string>
#include <string_view>
#include <vector>

#include "bote/formula/lexer.hpp"
#include "bote/formula/parser.hpp"

namespace bote {

struct Reading {
    Reading(const Text& from, const Vocabulary& words);

    const Text& text;
    const Vocabulary& vocabulary;
    std::vector<Token> tokens;
    std::size_t at = 0;  // the next token
    int depth = 0;       // of parentheses, calls and powers
    std::vector<Node> nodes;
    std::vector<std::string_view> names;  // each once

    [[nodiscard]] const Token& peek(std::size_t ahead = 0) const;
    [[nodiscard]] bool at_symbol(char symbol) const;
    [[nodiscard]] bool at_name(std::string_view name) const;
    const Token& take() { return tokens[at++]; }

    /// Throw InputError for a place of the text, for a token, and for a token that nothing can be made of.
    [[noreturn]] void fail(std::size_t begin, std::size_t end, std::string_view what, Hint hint) const;
    [[noreturn]] void fail(const Token& token, std::string_view what, Hint hint) const;
    [[noreturn]] void refuse(const Token& token) const;

    /// The place of a name among those of the formula, to which a new one is added.
    std::uint32_t name_index(std::string_view name);

    /// What was read since the last one.
    Expression take_expression();

    /// Nodes; of an operator the text from `begin` to the last token that was taken.
    void add(Node node);
    void add_operator(Op op, std::size_t begin, int arguments);
};

/// A whole formula, as it stands: no error says what else was meant.
Expression read_formula(const Text& text, const Vocabulary& vocabulary);

/// A sum, which is the widest thing that the grammar knows; only the first value of a formula may be a range.
void read_sum(Reading& reading);

}  // namespace bote
