#include "word_of_value.hpp"

#include <string>
#include <utility>

#include <fmt/format.h>

namespace bote {
namespace {

/// `single` as 1, `doubles` as 2; 0 of other words.
int times_of(std::string_view word) {
    constexpr std::string_view kTimes[] = {"singl", "doubl", "tripl", "quadrupl"};
    for (std::size_t i = 0; i < std::size(kTimes); ++i) {
        if (!word.starts_with(kTimes[i])) continue;
        const auto end = word.substr(kTimes[i].size());
        if (end == "e" || end == "es" || end == "ed" || end == "ing") return static_cast<int>(i) + 1;
    }
    return 0;
}

}  // namespace

Hint hint_for_period(std::string_view word) {
    constexpr std::pair<std::string_view, const char*> kPeriods[] = {
        {"quarter", "(3 months)"}, {"fortnight", "(2 weeks)"}, {"decade", "(10 years)"}};
    for (const auto& [period, instead] : kPeriods) {
        if (word == period) return write_instead(word, instead);
    }
    return {};
}

Hint hint_for_word_of_value(std::string_view word, bool yearly) {
    constexpr int kHundred = 100;
    if (const int times = times_of(word); times > 0)
        return write_instead(word, yearly ? fmt::format("{}%", kHundred * (times - 1)) : std::to_string(times));
    if (word == "forever" || word == "always" || word == "infinite" || word == "unlimited")
        return "write how much it is within the time looked at, such as `10 years`";
    return {};
}

}  // namespace bote
