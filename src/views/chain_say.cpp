// A chain as one would say it: signs and units in words, a sentence for each step.

#include <algorithm>
#include <cctype>
#include <cmath>
#include <utility>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "chain_words.hpp"

namespace bote {
namespace {

using Words = std::pair<std::string_view, std::string_view>;

constexpr Words kSigns[] = {{"x", "times"}, {"*", "times"}, {"/", "divided by"},
                            {"+", "plus"},  {"-", "minus"}, {"=", "is"}};

constexpr Words kUnits[] = {{"B", "bytes"},
                            {"KB", "kilobytes"},
                            {"MB", "megabytes"},
                            {"GB", "gigabytes"},
                            {"TB", "terabytes"},
                            {"PB", "petabytes"},
                            {"EB", "exabytes"},
                            {"kbps", "kilobits a second"},
                            {"Mbps", "megabits a second"},
                            {"Gbps", "gigabits a second"},
                            {"Tbps", "terabits a second"},
                            {"s", "seconds"},
                            {"ms", "milliseconds"},
                            {"us", "microseconds"},
                            {"min", "minutes"},
                            {"h", "hours"}};

constexpr Words kMagnitudes[] = {{"k", " thousand"}, {"M", " million"}};

template <std::size_t N>
std::string_view find_words(const Words (&rows)[N], std::string_view written) {
    const auto* row =
        std::find_if(std::begin(rows), std::end(rows), [&](const Words& each) { return each.first == written; });
    return row == std::end(rows) ? "" : row->second;
}

/// "125k" as "125 thousand", "70%" as "70 percent", "10^5" as "100,000".
std::string say_number(std::string_view word) {
    if (word == "10^5") return "100,000";
    if (word.ends_with('%')) return fmt::format("{} percent", word.substr(0, word.size() - 1));
    const std::string_view last = word.substr(word.size() - 1);
    const auto magnitude = find_words(kMagnitudes, last);
    if (magnitude.empty()) return std::string(word);
    return fmt::format("{}{}", word.substr(0, word.size() - 1), magnitude);
}

/// "KB", "GB/s"
bool is_unit(std::string_view word) {
    if (word.ends_with("/s")) word.remove_suffix(2);
    return !find_words(kUnits, word).empty();
}

std::string say_word(std::string_view word) {
    if (const auto sign = find_words(kSigns, word); !sign.empty()) return std::string(sign);
    if (word.ends_with("/s")) return say_word(word.substr(0, word.size() - 2)) + " a second";
    if (const auto unit = find_words(kUnits, word); !unit.empty()) return std::string(unit);
    const bool number = !word.empty() && std::isdigit(static_cast<unsigned char>(word.front())) != 0;
    return number ? say_number(word) : std::string(word);
}

/// "kilobyte a second" of "kilobytes a second".
std::string singular(std::string words) {
    const auto end = std::min(words.find(' '), words.size());
    if (end > 1 && words[end - 1] == 's') words.erase(end - 1, 1);
    return words;
}

std::string say(std::string_view text) {
    std::vector<std::string> words;
    bool one = false;  // the word before this one is "1"
    for (std::string_view word : split(text, ' ')) {
        if (word.empty()) continue;
        const bool opens = word.starts_with('(');
        const bool closes = word.ends_with(')') && word.find('(', 1) == std::string_view::npos;
        if (opens) word.remove_prefix(1);
        if (closes && !word.empty()) word.remove_suffix(1);
        const std::string said = one && is_unit(word) ? singular(say_word(word)) : say_word(word);
        words.push_back((opens ? "(" : "") + said + (closes ? ")" : ""));
        one = word == "1";
    }
    return join(words, " ");
}

std::string capitalised(std::string text) {
    if (!text.empty()) text[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(text[0])));
    return text;
}

}  // namespace

std::string say_chain(const Working& working, QuantityIndex quantity, const std::vector<Link>& links) {
    constexpr double kPercent = 100;
    std::string text;
    for (const Link& link : links) {
        const bool has_result = link.begin.find(" = ") != std::string::npos;  // what follows is done to that
        if (has_result) text += capitalised(say(link.begin)) + ". ";
        if (has_result && link.operation.empty()) continue;
        const std::string done = say(has_result ? link.operation : link.begin + " " + link.operation);
        text += fmt::format("{} {} {}{}{}. ", capitalised(done), done.ends_with("rounded up") ? "to" : "is",
                            link.rounded ? "about " : "", say(link.result),
                            link.replaced ? fmt::format(", {}", kReplaced) : "");
    }
    const double drift = std::round(drift_of(working, quantity) * kPercent);
    const std::string exact = say(said(working, quantity, {Arithmetic::exact}));
    if (drift == 0) return text + fmt::format("Exactly: {}.", exact);
    return text + fmt::format("Exactly: {}, so this is {}% {}.", exact, std::abs(drift), drift < 0 ? "low" : "high");
}

}  // namespace bote
