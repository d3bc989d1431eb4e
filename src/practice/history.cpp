#include "bote/practice/history.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/number_text.hpp"
#include "bote/base/text.hpp"
#include "bote/practice/problem.hpp"
#include "bote/yaml/yaml.hpp"
#include "score.hpp"

namespace bote {
namespace {

constexpr std::string_view kEndings[] = {"answered", "shown", "skipped"};

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        constexpr char kBlank = ' ';
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) < kBlank) out += fmt::format("\\u{:04x}", static_cast<unsigned>(c));
        else out += c;
    }
    return out + "\"";
}

std::string number(double value) { return std::isfinite(value) ? fmt::format("{}", value) : "null"; }

/// A line of JSON is a map of YAML in braces, so that the reader of workloads reads it.
class Fields {
public:
    explicit Fields(const std::string& line) : node_(read_yaml(make_source("history", line))) {}

    [[nodiscard]] bool is_map() const { return node_.kind == YamlNode::Kind::map; }

    [[nodiscard]] std::optional<std::string> text(std::string_view key) const {
        for (const auto& entry : node_.entries) {
            if (entry.key.text == key && entry.value.kind == YamlNode::Kind::scalar) return entry.value.text.text;
        }
        return std::nullopt;
    }

    [[nodiscard]] std::optional<double> number(std::string_view key) const {
        const auto written = text(key);
        if (!written) return std::nullopt;
        double value = 0;
        return read_whole_double(*written, value) ? std::optional(value) : std::nullopt;
    }

    [[nodiscard]] bool flag(std::string_view key) const { return text(key) == "true"; }

private:
    YamlNode node_;
};

std::optional<Answered> read_line(const std::string& line) {
    try {
        const Fields fields(line);
        const auto quantity = fields.text("quantity");
        const auto time = fields.number("time");
        if (!fields.is_map() || !quantity || !time) return std::nullopt;
        Answered answer;
        answer.time = *time;
        answer.quantity = *quantity;
        answer.problem = fields.text("problem").value_or("");
        answer.answer = fields.text("answer").value_or("");
        const auto ending = fields.text("ending").value_or("answered");
        for (std::size_t i = 0; i < std::size(kEndings); ++i) {
            if (kEndings[i] == ending) answer.ending = static_cast<Ending>(i);
        }
        answer.value = fields.number("value").value_or(0);
        answer.exact = fields.number("exact").value_or(0);
        answer.whiteboard = fields.number("whiteboard").value_or(0);
        answer.factor = fields.number("ratio").value_or(0);
        answer.points = static_cast<int>(fields.number("points").value_or(0));
        answer.hints = static_cast<int>(fields.number("hints").value_or(0));
        answer.seconds = fields.number("seconds").value_or(0);
        answer.own = fields.flag("own");
        answer.slip = slip_named(fields.text("slip").value_or(""));
        answer.confirmed = fields.flag("confirmed");
        const auto low = fields.number("low");
        const auto high = fields.number("high");
        if (low && high) answer.range = {*low, *high};
        return answer;
    } catch (const InputError&) {
        return std::nullopt;
    }
}

}  // namespace

History read_history(std::string_view text) {
    History history;
    std::size_t line = 0;
    for (const auto part : split(text, '\n')) {
        ++line;
        if (trim(part).empty()) continue;
        if (auto answer = read_line(std::string(part))) history.answers.push_back(std::move(*answer));
        else history.damaged.push_back(line);
    }
    return history;
}

std::string history_line(const Answered& answer) {
    std::string line =
        fmt::format(R"({{"time": {}, "version": {}, "problem": {}, "quantity": {}, "ending": {}, "answer": {})",
                    number(answer.time), quoted(BOTE_VERSION), quoted(answer.problem), quoted(answer.quantity),
                    quoted(kEndings[at(answer.ending)]), quoted(answer.answer));
    line += fmt::format(R"(, "unit": {}, "exact": {}, "whiteboard": {})", quoted(answer.unit), number(answer.exact),
                        number(answer.whiteboard));
    if (answer.ending == Ending::answered)
        line += fmt::format(R"(, "value": {}, "ratio": {})", number(answer.value), number(answer.factor));
    if (answer.range)
        line += fmt::format(R"(, "low": {}, "high": {})", number(answer.range->first), number(answer.range->second));
    if (answer.slip != SlipKind::none)
        line += fmt::format(R"(, "slip": {}, "confirmed": {})", quoted(row_of(answer.slip).name), answer.confirmed);
    return line + fmt::format(R"(, "points": {}, "hints": {}, "own": {}, "seconds": {}}})"
                              "\n",
                              answer.points, answer.hints, answer.own, number(std::round(answer.seconds)));
}

bool was_near(const Answered& answer) {
    return is_right(answer.factor) || (answer.whiteboard > 0 && is_right(answer.value / answer.whiteboard));
}

bool was_right(const Answered& answer) { return answer.own || was_near(answer); }

std::vector<DueSlip> due_slips(const History& history) {
    constexpr double kDay = 86'400;
    constexpr double kDays[] = {0, 1, 3, 7, 21};
    constexpr int kBoxes = static_cast<int>(std::size(kDays));
    std::vector<DueSlip> slips;
    for (const auto& answer : history.answers) {
        const bool made = answer.confirmed && answer.slip != SlipKind::none;
        const auto known = std::find_if(slips.begin(), slips.end(),
                                        [&](const DueSlip& each) { return made && each.kind == answer.slip; });
        if (made && known == slips.end()) slips.push_back({answer.slip, answer.quantity, answer.time, 0});
        else if (made) *known = {answer.slip, answer.quantity, answer.time, 0};
        if (made || answer.ending != Ending::answered || !was_right(answer)) continue;
        for (auto& each : slips) {
            if (each.quantity != answer.quantity || each.box >= kBoxes) continue;
            ++each.box;
            each.due = answer.time + (each.box < kBoxes ? kDays[each.box] * kDay : 0);
        }
    }
    std::erase_if(slips, [&](const DueSlip& each) { return each.box >= kBoxes; });
    std::stable_sort(slips.begin(), slips.end(), [](const DueSlip& a, const DueSlip& b) { return a.due < b.due; });
    return slips;
}

std::size_t count_problems(const History& history) {
    std::set<std::string> problems;
    for (const auto& answer : history.answers) problems.insert(answer.problem);
    return problems.size();
}

std::string repeated_slip(const History& history, const Answered& answer) {
    constexpr int kLooked = 5;
    int seen = 0;
    int made = 0;
    const Topic topic = topic_of(answer.quantity);
    for (auto each = history.answers.rbegin(); each != history.answers.rend() && seen < kLooked; ++each) {
        if (topic_of(each->quantity) != topic) continue;
        ++seen;
        made += each->confirmed && each->slip == answer.slip ? 1 : 0;
    }
    if (made == 0) return "";
    const std::string on = topic == Topic::any ? "" : fmt::format(" on {}", name_of(topic));
    if (seen == 1) return fmt::format("The same slip as in your last answer{}.", on);
    return fmt::format("The same slip in {} of your last {} answers{}.", made, seen, on);
}

}  // namespace bote
