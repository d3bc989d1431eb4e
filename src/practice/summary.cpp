// The end of a session: the answers, the one slip to look at, a tip.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/precise.hpp"
#include "bote/base/text.hpp"
#include "bote/practice/session.hpp"
#include "score.hpp"

namespace bote {
namespace {

bool is_wrong(const Answered& answer) {
    return answer.ending == Ending::answered && !answer.range && answer.points < kFullPoints && answer.hints == 0;
}

/// Advice that fits what was done; none where nothing does. The tip of a slip stands with the slip.
struct Tip {
    bool (*fits)(const Answered& answer);
    std::string_view text;
};
constexpr Tip kTips[] = {
    {[](const Answered& answer) { return answer.other_dimension; },
     "Say the unit with every number; it shows at once what is still missing."},
    {[](const Answered& answer) { return is_wrong(answer); },
     "Write each factor on a line of its own before you multiply; one that is missing shows there."},
    {[](const Answered& answer) { return answer.hints > 0 || answer.ending == Ending::shown; },
     "Say the chain before the numbers: users, times how often, divided by the seconds of a day, times the size."},
    {[](const Answered& answer) { return answer.digits > 3; },
     "Two digits are plenty, the inputs are guesses: a day of 10^5 s saves a division and is 14% low."},
    {[](const Answered& answer) { return answer.range && answer.points <= 0; },
     "A range should hold the value nine times in ten: widen the next ones."},
};

std::string_view tip_for(const SessionResult& result) {
    for (const auto& tip : kTips) {
        if (std::any_of(result.answers.begin(), result.answers.end(), tip.fits)) return tip.text;
    }
    return "";
}

/// The confirmed slip that cost most.
const Answered* worst_slip(const SessionResult& result) {
    const Answered* worst = nullptr;
    for (const auto& answer : result.answers) {
        if (!answer.confirmed || answer.slip == SlipKind::none) continue;
        if (worst == nullptr || std::abs(precise::log(answer.factor)) > std::abs(precise::log(worst->factor)))
            worst = &answer;
    }
    return worst;
}

std::string outcome_text(const Answered& answer) {
    if (answer.ending == Ending::shown) return "shown";
    if (answer.ending == Ending::skipped) return "skipped";
    return factor_text(answer.factor);
}

Quantity points_cell(int points) { return {static_cast<double>(points), *parse_display("")}; }

int points_of(const SessionResult& result) {
    int points = result.decision ? result.decision->points : 0;
    for (const auto& answer : result.answers) points += answer.points;
    return points;
}

Datum datum_of(const Answered& answer) {
    Datum::Object object{{"quantity", {answer.quantity}}, {"question", {answer.question}}, {"answer", {answer.answer}},
                         {"unit", {answer.unit}},         {"exact", {answer.exact}},       {"text", {answer.truth}}};
    if (std::isfinite(answer.whiteboard)) object.push_back({"whiteboard", {answer.whiteboard}});
    if (answer.ending == Ending::answered) {
        object.push_back({"value", {answer.value}});
        object.push_back({"ratio", {answer.factor}});
    }
    if (answer.range) {
        object.push_back({"low", {answer.range->first}});
        object.push_back({"high", {answer.range->second}});
    }
    const std::string_view ending = answer.ending == Ending::answered ? "answered"
                                    : answer.ending == Ending::shown  ? "shown"
                                                                      : "skipped";
    object.push_back({"ending", {std::string(ending)}});
    object.push_back({"own", {answer.own}});
    object.push_back({"points", {static_cast<double>(answer.points)}});
    object.push_back({"hints", {static_cast<double>(answer.hints)}});
    if (answer.slip != SlipKind::none) {
        object.push_back({"slip", {std::string(row_of(answer.slip).name)}});
        object.push_back({"confirmed", {answer.confirmed}});
    }
    return {std::move(object)};
}

/// "New data a day" of "New data a day, one copy?": the summary has to fit the screen. Where another question is that
/// short as well, "Bandwidth out, at the peak".
std::string short_question(const std::string& question, const SessionResult& result) {
    const auto shortened = [](std::string text) {
        const auto opened = text.find(" (");
        const auto closed = text.find(')', std::min(opened, text.size()));
        if (closed != std::string::npos) text.erase(opened, closed + 1 - opened);
        return text.substr(0, text.find_first_of(",?"));
    };
    const auto alike = std::count_if(result.answers.begin(), result.answers.end(), [&](const Answered& each) {
        return shortened(each.question) == shortened(question);
    });
    return alike > 1 ? question.substr(0, question.find('?')) : shortened(question);
}

/// As it was typed; a long formula as it was understood.
std::string shortened(const Answered& answer) {
    constexpr std::size_t kLongest = 20;
    return answer.answer.size() <= kLongest ? show_in_line(answer.answer) : answer.understood;
}

void add_table(Report& report, const SessionResult& result) {
    Table table{{{"", ColumnKind::text},
                 {"Answer", ColumnKind::number},
                 {"Exact", ColumnKind::number},
                 {"Off by", ColumnKind::number},
                 {"Points", ColumnKind::number},
                 {"Slip", ColumnKind::text}},
                {}};
    report.records.columns = {{"question"},
                              {"answer"},
                              {"exact", ColumnKind::number},
                              {"unit"},
                              {"ratio", ColumnKind::number},
                              {"points", ColumnKind::number},
                              {"slip"}};
    for (const auto& answer : result.answers) {
        const std::string slip = answer.confirmed ? std::string(row_of(answer.slip).name)
                                 : answer.own     ? "(follows from yours)"
                                                  : "";
        table.add_row(short_question(answer.question, result), shortened(answer), answer.truth, outcome_text(answer),
                      points_cell(answer.points), slip);
        report.records.add_row(answer.question, answer.answer, answer.truth, answer.unit,
                               Quantity{answer.factor, *parse_display("x")}, points_cell(answer.points), slip);
    }
    if (result.decision) {
        const bool yes = result.decision->yes == result.decision->right;
        table.add_row("Yes or no", result.decision->typed, yes ? "yes" : "no",
                      result.decision->right ? "right" : "wrong", points_cell(result.decision->points), "");
    }
    if (!table.rows.empty()) report.blocks.emplace_back(std::move(table));
}

std::string heading_of(const std::string& title, const SessionResult& result) {
    if (result.answers.empty()) return title + ": nothing answered";
    const std::string points = fmt::format("{}: {} of {} points", title, points_of(result), result.most);
    if (result.answers.size() >= result.questions) return points;
    return fmt::format("{}, ended after {} of {} questions", points, result.answers.size(), result.questions);
}

}  // namespace

namespace {

Report describe(const std::string& title, const std::string& id, const SessionResult& result, std::string_view advice) {
    Report report;
    report.blocks.emplace_back(Heading{heading_of(title, result), 1});
    add_table(report, result);
    const Answered* worst = worst_slip(result);
    if (worst != nullptr)
        report.blocks.emplace_back(
            Note{fmt::format("Look at: {}. {}", row_of(worst->slip).name, row_of(worst->slip).tip), Tone::plain});
    const std::string_view tip = worst == nullptr ? advice : "";
    if (!tip.empty()) report.blocks.emplace_back(Note{fmt::format("Tip: {}", tip), Tone::plain});
    Datum::Array answers;
    for (const auto& answer : result.answers) answers.push_back(datum_of(answer));
    Datum::Object data{{"schema_version", {1.0}},
                       {"title", {title}},
                       {"problem", {id}},
                       {"points", {static_cast<double>(points_of(result))}},
                       {"most_points", {static_cast<double>(result.most)}},
                       {"complete", {result.is_whole}},
                       {"answers", {std::move(answers)}}};
    if (result.decision)
        data.push_back({"decision",
                        {Datum::Object{{"answer", {result.decision->yes}},
                                       {"right", {result.decision->right}},
                                       {"points", {static_cast<double>(result.decision->points)}}}}});
    if (worst != nullptr) data.push_back({"look_at", {std::string(row_of(worst->slip).name)}});
    if (!tip.empty()) data.push_back({"tip", {std::string(tip)}});
    report.data = {std::move(data)};
    return report;
}

}  // namespace

Report describe_session(const std::string& title, const std::string& id, const SessionResult& result) {
    return describe(title, id, result, "");
}

Report describe_session(const Problem& problem, const SessionResult& result) {
    Report report = describe(problem.title, problem.id, result, tip_for(result));
    report.conventions = problem.estimate.model.conventions;
    return report;
}

}  // namespace bote
