#include "bote/embed/command_words.hpp"

#include <string_view>

#include "bote/base/error.hpp"

namespace bote {
namespace {

bool is_blank(char letter) { return letter == ' ' || letter == '\t' || letter == '\n' || letter == '\r'; }

/// "-set", but neither "-", "-5" nor "-o".
bool is_shortened_option(std::string_view word) {
    const auto is_small = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    return word.size() > 2 && word[0] == '-' && is_small(word[1]) && is_small(word[2]);
}

}  // namespace

std::vector<CommandWord> words_of(const Span& command) {
    const std::string_view text = text_of(command);
    std::vector<CommandWord> words;
    for (std::size_t i = 0; i < text.size();) {
        if (is_blank(text[i])) {
            ++i;
            continue;
        }
        std::string word;
        const bool shortened = is_shortened_option(text.substr(i));
        const std::size_t begin = command.begin + i;
        char quote = 0;
        std::size_t opened = i;
        for (; i < text.size() && (quote != 0 || !is_blank(text[i])); ++i) {
            const char letter = text[i];
            if (letter == '\\' && quote != '\'' && i + 1 < text.size()) word += text[++i];
            else if (letter == quote) quote = 0;
            else if (quote == 0 && (letter == '\'' || letter == '"')) {
                quote = letter;
                opened = i;
            } else word += letter;
        }
        if (quote != 0) {
            const std::size_t at = command.begin + opened;
            throw InputError(Error{{command.source, at, at + 1}, "this quote is not closed", ""});
        }
        words.push_back({(shortened ? "-" : "") + word, {command.source, begin, command.begin + i}});
    }
    return words;
}

std::vector<std::string> split_command(const Span& command) {
    std::vector<std::string> texts;
    for (const CommandWord& word : words_of(command)) texts.push_back(word.text);
    return texts;
}

}  // namespace bote
