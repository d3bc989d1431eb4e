#include "bote/views/explain.hpp"

#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/engine/whiteboard.hpp"
#include "bote/views/common.hpp"
#include "chain_words.hpp"
#include "explain_data.hpp"
#include "explain_table.hpp"

namespace bote {
namespace {

/// What an estimate is made for.
constexpr std::string_view kMainResults[] = {"peak_qps",    "new_data",      "storage",
                                             "ingress",     "egress",        "cache_memory",
                                             "app.servers", "cache.servers", "database.servers"};

constexpr std::string_view kHowRounded = "Whiteboard: a day of 10^5 s; easy numbers, the nearer to the exact value.";

class Describer {
public:
    Describer(const Explanation& explanation, Extent extent)
        : explanation_(explanation),
          working_(explanation.working),
          estimate_(*working_.estimate),
          model_(estimate_.model),
          extent_(extent) {}

    Report run() {
        start();
        if (explanation_.asked.empty()) main_results();
        else along_the_headline();
        note(std::string(kHowRounded));
        report_.records = explanation_records(explanation_);
        report_.data = explanation_data(explanation_);
        return std::move(report_);
    }

    Report spoken() {
        start();
        Datum::Array list;
        report_.records.columns = {{"quantity"}, {"text"}};
        for (const Headline& headline : explanation_.headlines) {
            const std::string name(quantity(headline.quantity).name);
            const std::string text = say_chain(working_, headline.quantity, headline.whiteboard);
            if (explanation_.headlines.size() > 1) report_.blocks.emplace_back(Heading{name});
            note(text);
            report_.records.rows.push_back({name, text});
            list.push_back({Datum::Object{{"quantity", text_datum(name)}, {"text", text_datum(text)}}});
        }
        report_.data = explanation_envelope(model_, "spoken", std::move(list));
        return std::move(report_);
    }

private:
    const ModelQuantity& quantity(QuantityIndex index) const { return model_[index]; }
    void note(std::string text) { report_.blocks.emplace_back(Note{std::move(text), Tone::plain}); }

    void start() {
        report_.conventions = model_.conventions;
        const std::string title =
            explanation_.asked.empty() ? model_.name : fmt::format("{}: {}", model_.name, explanation_.asked);
        report_.blocks.emplace_back(Heading{title, 1});
        if (!explanation_.asked.empty()) about(explanation_.steps.back().quantity);
    }

    void about(QuantityIndex index) {
        const Definition* row = quantity(index).definition;
        if (row == nullptr) return;
        std::string text =
            fmt::format("{}: {}.", quantity(index).tier >= 0 ? quantity(index).name : row->name, row->meaning);
        if (!row->range.empty()) text += fmt::format(" The field uses {}.", row->range);
        if (!row->source.empty()) text += fmt::format(" Source: {}.", row->source);
        note(std::move(text));
    }

    void along_the_headline() {
        for (const Headline& headline : explanation_.headlines) {
            report_.blocks.emplace_back(Heading{"Exactly"});
            note(chain_text(headline.exact));
            report_.blocks.emplace_back(Heading{"Whiteboard"});
            note(fmt::format("{} ({})", chain_text(headline.whiteboard),
                             drift_text(drift_of(working_, headline.quantity))));
        }
        const std::vector<WorkingStep> shown = extent_ == Extent::all ? explanation_.steps : steps_along(explanation_);
        report_.blocks.emplace_back(step_table(explanation_, shown));
        const std::size_t more = explanation_.steps.size() - shown.size();
        if (more > 0) note(fmt::format("{} more step{} with --all.", more, more == 1 ? "" : "s"));
    }

    void main_results() {
        if (extent_ == Extent::all) {
            report_.blocks.emplace_back(step_table(explanation_, explanation_.steps));
            return;
        }
        Table table{{{"", ColumnKind::text},
                     {"Exact", ColumnKind::number},
                     {"Whiteboard", ColumnKind::number},
                     {"Drift", ColumnKind::number},
                     {"How", ColumnKind::remark}},
                    {}};
        for (const Headline& headline : explanation_.headlines) {
            const QuantityIndex index = headline.quantity;
            table.add_row(std::string(quantity(index).name), cell_of(estimate_, index),
                          value_text(working_, index, {Arithmetic::whiteboard}), drift_text(drift_of(working_, index)),
                          chain_text(headline.exact));
        }
        report_.blocks.emplace_back(std::move(table));
        note("A quantity's name behind the workload shows its steps; --all shows those of everything.");
    }

    const Explanation& explanation_;
    const Working& working_;
    const Estimate& estimate_;
    const Model& model_;
    Extent extent_;
    Report report_;
};

void add_headline(Explanation& explanation, QuantityIndex quantity) {
    auto exact = find_chain(explanation.working, quantity, Arithmetic::exact);
    if (exact.empty()) return;
    explanation.headlines.push_back(
        {quantity, std::move(exact), find_chain(explanation.working, quantity, Arithmetic::whiteboard)});
}

}  // namespace

bool has_drift(const Working& working, QuantityIndex quantity) {
    return !working.estimate->model[quantity].names.empty();
}

Explanation compute_explanation(const Estimate& estimate, const std::string& quantity) {
    const QuantityIndex asked = quantity.empty() ? QuantityIndex::none : find_asked(estimate.model, quantity);
    Explanation explanation{quantity, make_working(estimate), {}, {}};
    for (const QuantityIndex step : steps_to(explanation.working, asked)) {
        const double rough = value_in(explanation.working, step, Arithmetic::whiteboard);
        explanation.steps.push_back({step, rough, drift_of(explanation.working, step)});
    }
    if (asked != QuantityIndex::none) add_headline(explanation, asked);
    for (const std::string_view name : kMainResults) {
        const auto found = asked == QuantityIndex::none ? estimate.model.find(name) : std::nullopt;
        if (found) add_headline(explanation, *found);
    }
    return explanation;
}

Report describe_explanation(const Explanation& explanation, Extent extent) {
    return Describer(explanation, extent).run();
}

Report describe_spoken(const Explanation& explanation) { return Describer(explanation, Extent::brief).spoken(); }

}  // namespace bote
