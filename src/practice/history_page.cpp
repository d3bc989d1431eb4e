// `bote practice --history`: how far off one usually is, by topic; which slips; how well one's ranges hold.

#include <algorithm>
#include <cmath>
#include <map>

#include <fmt/format.h>

#include "bote/base/precise.hpp"
#include "bote/practice/history.hpp"
#include "bote/practice/problem.hpp"
#include "score.hpp"

namespace bote {
namespace {

/// How many times too high or too low, whichever it is: 3 for a third too.
double away(const Answered& answer) {
    if (answer.own) return 1;  // right for an earlier answer, which has a row of its own
    return std::max(answer.factor, 1 / answer.factor);
}

bool counts(const Answered& answer) { return answer.ending == Ending::answered && answer.factor > 0; }

double median(std::vector<double> values) {
    std::sort(values.begin(), values.end());
    const std::size_t half = values.size() / 2;
    return values.size() % 2 == 1 ? values[half] : std::sqrt(values[half - 1] * values[half]);
}

/// The last answers as bars: the lower, the nearer.
std::string spark(const std::vector<double>& factors) {
    constexpr std::string_view kBars[] = {"▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    constexpr std::size_t kShown = 12;
    constexpr double kDecades = 1.5;  // 30x is a full bar
    std::string text;
    for (std::size_t i = factors.size() > kShown ? factors.size() - kShown : 0; i < factors.size(); ++i) {
        const double height = precise::log10(factors[i]) / kDecades * static_cast<double>(std::size(kBars));
        const auto bar = static_cast<std::size_t>(std::clamp(height, 0.0, 7.0));
        text += kBars[bar];
    }
    return text;
}

std::string topic_name(const Answered& answer) {
    if (answer.problem == "numbers") return "numbers";
    const Topic topic = topic_of(answer.quantity);
    return topic == Topic::any ? "other" : std::string(name_of(topic));
}

struct Calibration {
    int ranges = 0;
    int hits = 0;
};

Calibration calibration_of(const History& history) {
    Calibration found;
    for (const auto& answer : history.answers) {
        if (!answer.range) continue;
        ++found.ranges;
        const auto within = [&](double truth) { return answer.range->first <= truth && truth <= answer.range->second; };
        found.hits += within(answer.exact) || within(answer.whiteboard) ? 1 : 0;
    }
    return found;
}

/// The 90% interval of a share by Wilson's score, so that it stays within 0 and 1.
std::pair<double, double> share_interval(int hits, int all) {
    constexpr double kZ = 1.6449;
    const double n = all;
    const double share = hits / n;
    const double middle = (share + kZ * kZ / (2 * n)) / (1 + kZ * kZ / n);
    const double half = kZ * std::sqrt(share * (1 - share) / n + kZ * kZ / (4 * n * n)) / (1 + kZ * kZ / n);
    return {std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

Quantity times(double value) { return {value, *parse_display("x"), 2}; }
Quantity count(double value) { return {value, *parse_display("")}; }

std::string when(double due, double now) {
    constexpr double kDay = 86'400;
    const double days = std::ceil((due - now) / kDay);
    if (days <= 0) return "now";
    return days == 1 ? "tomorrow" : fmt::format("in {:.0f} days", days);
}

class HistoryPage {
public:
    HistoryPage(const History& history, double now) : history_(history), now_(now) {}

    Report run() {
        report_.blocks.emplace_back(Heading{"Practice so far", 1});
        if (history_.answers.empty())
            report_.blocks.emplace_back(Note{"Nothing yet: `bote practice` begins.", Tone::plain});
        damaged();
        report_.records.columns = {{"of"},
                                   {"name"},
                                   {"times", ColumnKind::number},
                                   {"median_factor", ColumnKind::number},
                                   {"right", ColumnKind::number},
                                   {"again"}};
        topics();
        slips();
        ranges();
        report_.data = {Datum::Object{{"schema_version", {1.0}},
                                      {"answers", {static_cast<double>(history_.answers.size())}},
                                      {"damaged_lines", {static_cast<double>(history_.damaged.size())}},
                                      {"topics", {std::move(topics_)}},
                                      {"slips", {std::move(slips_)}},
                                      {"ranges", std::move(ranges_)}}};
        return std::move(report_);
    }

private:
    void damaged() {
        if (history_.damaged.empty()) return;
        const std::size_t lines = history_.damaged.size();
        report_.blocks.emplace_back(Note{fmt::format("{} damaged {} of the history left out, the first is line {}.",
                                                     lines, lines == 1 ? "line" : "lines", history_.damaged.front()),
                                         Tone::bad});
    }

    void topics() {
        std::map<std::string, std::vector<double>> factors;
        std::map<std::string, int> rights;
        for (const auto& answer : history_.answers) {
            if (!counts(answer)) continue;
            factors[topic_name(answer)].push_back(away(answer));
            rights[topic_name(answer)] += was_right(answer) ? 1 : 0;
        }
        Table table{{{"", ColumnKind::text},
                     {"Answers", ColumnKind::number},
                     {"Usually off by", ColumnKind::number},
                     {"Right", ColumnKind::number},
                     {"Latest (low bar: close)", ColumnKind::text}},
                    {}};
        for (const auto& [topic, all] : factors) {
            const double share = rights[topic] / static_cast<double>(all.size());
            table.add_row(topic, count(static_cast<double>(all.size())), times_text(median(all)),
                          Quantity{share, *parse_display("%"), 2}, spark(all));
            report_.records.add_row("topic", topic, count(static_cast<double>(all.size())), times(median(all)),
                                    Quantity{share, *parse_display("%")}, "");
            topics_.push_back({Datum::Object{{"topic", {topic}},
                                             {"answers", {static_cast<double>(all.size())}},
                                             {"median_factor", {median(all)}},
                                             {"right", {share}}}});
        }
        if (table.rows.empty()) return;
        report_.blocks.emplace_back(Heading{"By topic", 2});
        report_.blocks.emplace_back(std::move(table));
    }

    void slips() {
        std::map<SlipKind, int> made;
        for (const auto& answer : history_.answers) {
            if (answer.confirmed) ++made[answer.slip];
        }
        const std::vector<DueSlip> due = due_slips(history_);
        Table table{{{"", ColumnKind::text},
                     {"Times", ColumnKind::number},
                     {"Again", ColumnKind::text},
                     {"Tip", ColumnKind::remark}},
                    {}};
        std::vector<std::pair<SlipKind, int>> ordered(made.begin(), made.end());
        std::stable_sort(ordered.begin(), ordered.end(),
                         [](const auto& a, const auto& b) { return a.second > b.second; });
        for (const auto& [kind, times_made] : ordered) {
            const SlipRow& row = row_of(kind);
            const auto next = std::find_if(due.begin(), due.end(),
                                           [&, wanted = kind](const DueSlip& each) { return each.kind == wanted; });
            const std::string again = next == due.end() ? "done" : when(next->due, now_);
            table.add_row(std::string(row.name), count(times_made), again, std::string(row.tip));
            report_.records.add_row("slip", std::string(row.name), count(times_made), "", "", again);
            slips_.push_back({Datum::Object{
                {"slip", {std::string(row.name)}}, {"times", {static_cast<double>(times_made)}}, {"again", {again}}}});
        }
        if (table.rows.empty()) return;
        report_.blocks.emplace_back(Heading{"Slips", 2});
        report_.blocks.emplace_back(std::move(table));
    }

    void ranges() {
        constexpr int kEnough = 20;
        constexpr double kPercent = 100;
        const Calibration found = calibration_of(history_);
        Datum::Object data{{"given", {static_cast<double>(found.ranges)}}, {"hits", {static_cast<double>(found.hits)}}};
        if (found.ranges >= kEnough) {
            const auto [low, high] = share_interval(found.hits, found.ranges);
            const double share = static_cast<double>(found.hits) / found.ranges;
            report_.blocks.emplace_back(Heading{"Ranges", 2});
            report_.blocks.emplace_back(Note{
                fmt::format("{} of {} ranges held the value: {:.0f}%, which may be {:.0f}% to {:.0f}%. They should "
                            "hold it 90% of the time.",
                            found.hits, found.ranges, share * kPercent, low * kPercent, high * kPercent),
                Tone::plain});
            data.push_back({"low", {low}});
            data.push_back({"high", {high}});
        } else if (found.ranges > 0) {
            report_.blocks.emplace_back(
                Note{fmt::format("{} {} so far; from {} on, you see how often they hold the value.", found.ranges,
                                 found.ranges == 1 ? "range" : "ranges", kEnough),
                     Tone::plain});
        }
        ranges_ = {std::move(data)};
    }

    const History& history_;
    double now_;
    Report report_;
    Datum::Array topics_;
    Datum::Array slips_;
    Datum ranges_;
};

}  // namespace

Report describe_history(const History& history, double now) { return HistoryPage(history, now).run(); }

}  // namespace bote
