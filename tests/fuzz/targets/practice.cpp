// Somebody practises and types anything, a line an answer; and the lines of a history.

#include <cmath>
#include <iterator>

#include "../demand.hpp"
#include "../targets.hpp"
#include "bote/practice/answer.hpp"
#include "bote/practice/history.hpp"

namespace bote::fuzz {
namespace {

const std::vector<std::string> kWays[] = {
    {"practice", "tinyurl"},
    {"practice", "twitter", "--topic", "storage"},
    {"practice", "--seed", "7"},
    {"practice", "--spot", "--seed", "3"},
    {"practice", "--numbers", "--seed", "5"},
    {"practice", "--seed", "12", "--topic", "cache", "--format", "json"},
};

constexpr std::string_view kUnits[] = {"B", "B/s", "/s", "/day", "", "s", "servers", "$", "%", "bps"};

void read_answers(std::string_view line) {
    if (find_invalid_utf8(line)) return;
    for (const auto unit : kUnits) {
        const Measure measure{*parse_display(unit), {}, {"photo", "photos"}, false};
        const auto read = read_answer(line, measure);
        if (const auto* guess = std::get_if<Guess>(&read)) {
            demand(std::isfinite(guess->value) && guess->value > 0, "no possible value", line);
            demand_clean(in_words(guess->value, measure));
            demand_clean(second_unit(guess->value, measure));
        } else {
            demand_clean(std::get<Refusal>(read).what);
        }
    }
}

}  // namespace

void practice(std::string_view bytes) {
    const std::size_t way = take_choice(bytes, std::size(kWays) + 1);
    if (way == std::size(kWays)) {
        const auto history = read_history(bytes);
        (void)describe_history(history, 1.8e9);
        for (const auto& answer : history.answers) demand_clean(history_line(answer));
        return;
    }
    const auto lines = lines_of(bytes);
    for (const auto& line : lines) read_answers(line);
    std::size_t next = 0;
    Environment environment;
    environment.read_line = [&]() -> std::optional<std::string> {
        if (next == lines.size()) return std::nullopt;
        return lines[next++];
    };
    auto words = kWays[way];
    words.emplace_back("--no-history");
    demand_sound(run(words, environment));
}

}  // namespace bote::fuzz
