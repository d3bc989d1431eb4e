#include "bote/units/near_unit.hpp"

#include <algorithm>

#include "bote/base/character.hpp"
#include "bote/base/suggest.hpp"

namespace bote {

bool fits_behind_number(Dimension wanted, const Unit& unit) {
    if (wanted.money != 0) return unit.dimension == kMoney;
    if (wanted == kByte) return unit.dimension == kByte;
    if (wanted.byte != 0) return unit.dimension.byte != 0;
    return wanted == kSecond && unit.dimension == kSecond;
}

bool fits_behind_slash(Dimension wanted, const Unit& unit) {
    if (wanted.money == 0 && wanted.second < 0) return unit.dimension == kSecond;
    return unit.dimension == kSecond || unit.dimension == kByte;
}

std::vector<std::string_view> unit_words(std::optional<Dimension> wanted, IsFitting fits) {
    std::vector<std::string_view> words;
    for (const Unit& unit : all_units()) {
        if (!wanted || fits(*wanted, unit)) words.push_back(unit.symbol);
    }
    for (const Spelling& row : all_spellings()) {
        if (!wanted || fits(*wanted, *find_unit(row.symbol))) words.push_back(row.written);
    }
    // `megabites` is as near to bits; a size is meant in bytes, and so is what is paid for.
    const auto is_bytes = [](std::string_view word) {
        return lower_case(word).find("bit") == std::string::npos && !word.ends_with("bps");
    };
    if (wanted && wanted->second == 0) std::stable_partition(words.begin(), words.end(), is_bytes);
    return words;
}

std::optional<std::string> unit_in_plural(std::string_view word, std::optional<Dimension> wanted, IsFitting fits) {
    if (!word.ends_with('s') || (wanted && wanted->second != 0)) return std::nullopt;
    const auto stem = word.substr(0, word.size() - 1);
    const Unit* unit = find_unit(stem);
    return unit != nullptr && (!wanted || fits(*wanted, *unit)) ? std::optional(std::string(stem)) : std::nullopt;
}

std::optional<std::string> near_unit(std::string_view word, std::optional<Dimension> wanted, IsFitting fits) {
    if (auto unit = unit_in_plural(word, wanted, fits)) return unit;
    return closest(word, unit_words(wanted, fits));
}

}  // namespace bote
