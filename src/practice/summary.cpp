// The end of a session: the answers, the one slip to look at, a tip.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/practice/score.hpp"
#include "bote/practice/session.hpp"

namespace bote {
namespace {

constexpr std::string_view kTips[] = {
    "Errors of independent factors partly cancel: six of them, each 2x off, make about 5x, not 64x.",
    "Round the day to 10^5 s: 16% off, and every division becomes a shift.",
    "Say the unit with every number; most slips are units.",
    "Two digits are plenty: the inputs are guesses.",
    "Keep the peak for the end: average first, then times the peak factor.",
};

/// The confirmed slip that cost most.
const Answered* worst_slip(const SessionResult& result) {
    const Answered* worst = nullptr;
    for (const auto& answer : result.answers) {
        if (!answer.confirmed || answer.slip == SlipKind::none) continue;
        if (worst == nullptr || std::abs(std::log(answer.factor)) > std::abs(std::log(worst->factor))) worst = &answer;
    }
    return worst;
}

std::string outcome_text(const Answered& answer) {
    if (answer.ending == Ending::shown) return "shown";
    if (answer.ending == Ending::skipped) return "skipped";
    return answer.own ? "own" : factor_text(answer.factor);
}

Quantity points_cell(int points) { return {static_cast<double>(points), *parse_display("")}; }

struct Totals {
    int points = 0;
    int most = 0;
};

Totals totals_of(const SessionResult& result) {
    constexpr int kFull = 100;
    constexpr int kDecision = 20;
    Totals totals;
    for (const auto& answer : result.answers) {
        totals.points += answer.points;
        totals.most += kFull;
    }
    if (result.decision) {
        totals.points += result.decision->points;
        totals.most += kDecision;
    }
    return totals;
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

/// "New data a day" of "New data a day, one copy?": the summary has to fit the screen.
std::string short_question(const std::string& question) { return question.substr(0, question.find_first_of(",?")); }

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
        const std::string slip = answer.confirmed ? std::string(row_of(answer.slip).name) : "";
        table.add_row(short_question(answer.question), answer.understood, answer.truth, outcome_text(answer),
                      points_cell(answer.points), slip);
        report.records.add_row(answer.question, answer.answer, answer.truth, answer.unit,
                               Quantity{answer.factor, *parse_display("x")}, points_cell(answer.points), slip);
    }
    if (!table.rows.empty()) report.blocks.emplace_back(std::move(table));
}

}  // namespace

Report describe_session(const std::string& title, const std::string& id, const SessionResult& result) {
    Report report;
    const Totals totals = totals_of(result);
    report.blocks.emplace_back(Heading{result.answers.empty()
                                           ? title + ": nothing answered"
                                           : fmt::format("{}: {} of {} points", title, totals.points, totals.most),
                                       1});
    add_table(report, result);
    const Answered* worst = worst_slip(result);
    if (worst != nullptr)
        report.blocks.emplace_back(
            Note{fmt::format("Look at: {}. {}", row_of(worst->slip).name, row_of(worst->slip).tip), Tone::plain});
    const std::string_view tip = kTips[result.answers.size() % std::size(kTips)];
    if (!result.answers.empty()) report.blocks.emplace_back(Note{fmt::format("Tip: {}", tip), Tone::plain});
    Datum::Array answers;
    for (const auto& answer : result.answers) answers.push_back(datum_of(answer));
    Datum::Object data{{"schema_version", {1.0}},
                       {"title", {title}},
                       {"problem", {id}},
                       {"points", {static_cast<double>(totals.points)}},
                       {"most_points", {static_cast<double>(totals.most)}},
                       {"complete", {result.is_whole}},
                       {"answers", {std::move(answers)}}};
    if (result.decision)
        data.push_back({"decision",
                        {Datum::Object{{"answer", {result.decision->yes}},
                                       {"right", {result.decision->right}},
                                       {"points", {static_cast<double>(result.decision->points)}}}}});
    if (worst != nullptr) data.push_back({"look_at", {std::string(row_of(worst->slip).name)}});
    data.push_back({"tip", {std::string(tip)}});
    report.data = {std::move(data)};
    return report;
}

Report describe_session(const Problem& problem, const SessionResult& result) {
    Report report = describe_session(problem.title, problem.id, result);
    report.conventions = problem.estimate.model.conventions;
    return report;
}

}  // namespace bote
