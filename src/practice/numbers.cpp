#include "bote/practice/numbers.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

#include <fmt/format.h>

#include "bote/base/number_text.hpp"
#include "bote/base/precise.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "dice.hpp"
#include "wording.hpp"

namespace bote {
namespace {

constexpr std::size_t kQuestionsAsked = 10;

/// One to have by heart. {} in the text is one of the values, which are numbers; the answer is value * factor.
struct Drill {
    std::string_view text;
    std::string_view values;
    double factor;
    std::string_view unit;
    std::string_view because;
};

constexpr double kDay = 86'400;
constexpr double kMonth = 30 * kDay;
constexpr double kYear = 365 * kDay;

constexpr Drill kDrills[] = {
    {"{}M a day: how many a second?", "1|2|5|10|50|100|300", 1e6 / kDay, "/s",
     "a day is about 10^5 s; 1M a day is 12 a second"},
    {"{}M a month: how many a second?", "30|50|100|300|500", 1e6 / kMonth, "/s", "a month is about 2.5M s"},
    {"{}k a second: how many a day?", "1|2|5|10|20", 1e3, "/day", "times 86,400, or 10^5"},
    {"{} billion a day: how many a second?", "1|2|5|10", 1e9 / kDay, "/s", "1 billion a day is 12k a second"},
    {"{} Gbps: how many bytes a second?", "1|10|25|40|100", 1e9 / 8, "B/s", "8 bits a byte"},
    {"{} MB/s: how many bits a second?", "10|50|100|200", 1e6, "bps", "8 bits a byte"},
    {"{} MB/s: how many bytes a day?", "1|5|10|50", 1e6, "B/day", "times 10^5: 1 MB/s is 86 GB a day"},
    {"{} GB a day: how much in a year?", "1|5|20|50|100", 1e9 * 365, "B", "times 365; in the head 400 less a tenth"},
    {"{} PB in 3 years: how much a day?", "1|3|5|10", 1e15 / (3 * kYear), "B/day", "3 years are about 1,000 days"},
    {"2 to the power of {}: about how many?", "10|16|20|30|32|40", 0, "",
     "2^10 is a thousand, so add the digits: 2^32 is 4 billion"},
    {"62 to the power of {}: about how many?", "4|5|6|7|8", -62, "", "62^6 is 57 billion, each further one times 62"},
    {"{} users of 1 KB each: how many bytes?", "1000000|10000000|100000000", 1e3, "B", "a million KB are a GB"},
};

std::string with_value(std::string_view text, std::string_view value) {
    std::string result(text);
    return result.replace(result.find("{}"), 2, value);
}

/// Factors that are no factors: a power of two or, below zero, of the number.
double answer_of(const Drill& drill, double value) {
    if (drill.factor == 0) return precise::pow(2, value);
    return drill.factor < 0 ? precise::pow(-drill.factor, value) : drill.factor * value;
}

NumberQuestion asked(std::string text, double value, const Display& display, std::string_view because) {
    return {std::move(text), value, {display, {}, {}}, std::string(because), value, value};
}

NumberQuestion question_of(const Drill& drill, Dice& dice) {
    const auto value = dice.pick(split(drill.values, '|'));
    double number = 0;
    read_double(value, number);
    constexpr double kMillion = 1e6;
    const std::string spoken =
        number >= kMillion ? format(number, display_for(kCount), Conventions{}) : std::string(value);
    const Display display = *parse_display(drill.unit);
    const double answer = answer_of(drill, number);
    NumberQuestion question = asked(with_value(drill.text, spoken), answer, display, drill.because);
    question.measure.says_time = true;
    return question;
}

/// "values of two bytes: ports" as "Values of two bytes (ports)": a question has a colon of its own.
std::string subject_of(std::string_view meaning) {
    const auto colon = meaning.find(": ");
    if (colon == std::string_view::npos) return capital(std::string(meaning));
    return capital(fmt::format("{} ({})", meaning.substr(0, colon), meaning.substr(colon + 2)));
}

/// The first numbers of "32 to 64 vCPU of about 2.5 GHz", "3 us in 2020" or "up to 100k/s": what else is typical.
std::optional<std::pair<double, double>> ends_of(std::string_view range, const Measure& measure) {
    constexpr std::string_view kUpTo = "up to ";
    if (range.starts_with(kUpTo)) range.remove_prefix(kUpTo.size());
    std::string_view text = range.substr(0, range.find(';'));
    while (!text.empty()) {
        const auto read = read_answer(text, measure);
        if (const auto* guess = std::get_if<Guess>(&read))
            return guess->range.value_or(std::pair(guess->value, guess->value));
        const auto blank = text.rfind(' ');
        text = text.substr(0, blank == std::string_view::npos ? 0 : blank);
    }
    return std::nullopt;
}

/// What is asked of the rows of one `.model` file.
struct Section {
    std::string_view name;
    std::string_view question;  // behind the meaning
};
constexpr Section kSections[] = {
    {"constants", "how {} typical?"}, {"latency", "how long does it take?"}, {"powers", "how many?"}};

NumberQuestion question_of(const Definition& row, const Section& section, double value) {
    NumberQuestion question;
    const bool counted = row.display.dimension == kCount && row.display.numerator != Numerator::share;
    question.text = fmt::format("{}: {}", subject_of(row.meaning),
                                fmt::format(fmt::runtime(section.question), counted ? "many are" : "much is"));
    question.value = value;
    question.measure = {row.display, {}, {}};
    question.because = row.range;
    const auto [low, high] = ends_of(row.range, question.measure).value_or(std::pair(value, value));
    question.low = std::min(low, value);
    question.high = std::max(high, value);
    return question;
}

NumberQuestion downtime_of(const Definition& row, double availability) {
    return asked(fmt::format("{} available: down for how long in a year?", row.alternatives.front().text),
                 (1 - availability) * kYear, *parse_display("s"), row.range);
}

/// What needs no arithmetic: the constants of one machine, latencies, powers, availabilities, all from the model.
std::vector<NumberQuestion> facts() {
    std::vector<NumberQuestion> all;
    for (const auto& row : built_in_catalog().definitions) {
        if (row.alternatives.size() != 1 || !row.alternatives.front().names.empty()) continue;
        const double value = evaluate(row.alternatives.front().tree, {}, Conventions{});
        if (row.section == "nines") all.push_back(downtime_of(row, value));
        constexpr double kNameable = 1e15;
        if (row.meaning.starts_with("about") || value > kNameable) continue;  // drills ask for powers of two
        for (const auto& section : kSections) {
            const bool asked = section.name == row.section && (row.section != "constants" || !row.range.empty());
            if (asked) all.push_back(question_of(row, section, value));
        }
    }
    all.push_back(asked("How many seconds has a day?", kDay, *parse_display(""), "86,400, say 10^5"));
    all.push_back(asked("How many seconds has a year?", kYear, *parse_display(""), "31.5 million, say 3 x 10^7"));
    return all;
}

}  // namespace

std::vector<NumberQuestion> make_numbers(std::uint64_t seed) {
    Dice dice(seed);
    std::vector<NumberQuestion> drills;
    for (const auto& drill : kDrills) drills.push_back(question_of(drill, dice));
    std::vector<NumberQuestion> known = facts();
    std::vector<NumberQuestion> chosen;
    while (chosen.size() < kQuestionsAsked) {
        auto& from = chosen.size() % 2 == 0 ? drills : known;
        const std::size_t i = dice.below(from.size());
        chosen.push_back(std::move(from[i]));
        from.erase(from.begin() + static_cast<std::ptrdiff_t>(i));
    }
    return chosen;
}

}  // namespace bote
