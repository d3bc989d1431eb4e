#include "wording.hpp"

#include <algorithm>

#include "bote/practice/problem.hpp"

namespace bote {
namespace {

struct Irregular {
    std::string_view verb;
    std::string_view past;
};
constexpr Irregular kIrregular[] = {{"writes", "written"}, {"reads", "read"},  {"sends", "sent"},
                                    {"makes", "made"},     {"buys", "bought"}, {"casts", "cast"}};

/// Nouns without a plural, also as the last part: "raw footage".
constexpr std::string_view kUncountable[] = {"media",   "footage", "data",  "metadata", "traffic",   "news",
                                             "content", "music",   "money", "software", "telemetry", "usage"};

bool is_uncountable(std::string_view noun) {
    return std::any_of(std::begin(kUncountable), std::end(kUncountable), [&](std::string_view each) {
        const auto before = noun.size() - std::min(noun.size(), each.size());
        return noun.ends_with(each) && (before == 0 || noun[before - 1] == ' ');
    });
}

}  // namespace

std::string stem_of(std::string_view verb) {
    // "watches" -> "watch", but "places" -> "place"
    const bool hissing = verb.ends_with("ches") || verb.ends_with("shes") || verb.ends_with("sses");
    return std::string(verb.substr(0, verb.size() - (hissing ? 2 : 1)));
}

std::string past_of(std::string_view verb) {
    for (const auto& row : kIrregular) {
        if (row.verb == verb) return std::string(row.past);
    }
    if (verb.ends_with("ies")) return std::string(verb.substr(0, verb.size() - 3)) + "ied";
    const std::string stem = stem_of(verb);
    return stem + (stem.ends_with("e") ? "d" : "ed");
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string plural_of(std::string_view noun) {
    std::string text(noun);
    for (char& c : text) {
        if (c == '_') c = ' ';
    }
    if (is_uncountable(text)) return text;
    const bool hissing = text.ends_with("s") || text.ends_with("x") || text.ends_with("ch") || text.ends_with("sh");
    constexpr std::string_view kVowels = "aeiou";
    const bool y = text.size() > 1 && text.back() == 'y' && kVowels.find(text[text.size() - 2]) == kVowels.npos;
    if (y) text.back() = 'i';
    return text + (hissing || y ? "es" : "s");
}

}  // namespace bote
