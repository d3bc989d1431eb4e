#include "bote/views/explain.hpp"

#include <cmath>

#include <fmt/format.h>

#include "bote/engine/whiteboard.hpp"
#include "bote/views/common.hpp"
#include "chain_words.hpp"
#include "explain_table.hpp"

namespace bote {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

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
        records();
        data();
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
        report_.data = envelope("spoken", std::move(list));
        return std::move(report_);
    }

private:
    const ModelQuantity& quantity(int index) const { return model_.quantities[at(index)]; }
    void note(std::string text) { report_.blocks.emplace_back(Note{std::move(text), Tone::plain}); }

    void start() {
        report_.conventions = model_.conventions;
        const std::string title =
            explanation_.asked.empty() ? model_.name : fmt::format("{}: {}", model_.name, explanation_.asked);
        report_.blocks.emplace_back(Heading{title, 1});
        if (!explanation_.asked.empty()) about(explanation_.steps.back().quantity);
    }

    void about(int index) {
        const Definition* row = quantity(index).definition;
        if (row == nullptr) return;
        std::string text = fmt::format("{}: {}.", row->name, row->meaning);
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
        const std::vector<Step> shown = extent_ == Extent::all ? explanation_.steps : steps_along(explanation_);
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
            const int index = headline.quantity;
            table.add_row(std::string(quantity(index).name), cell_of(estimate_, index),
                          value_text(working_, index, {Arithmetic::whiteboard}), drift_text(drift_of(working_, index)),
                          chain_text(headline.exact));
        }
        report_.blocks.emplace_back(std::move(table));
        note("A quantity's name behind the workload shows its steps; --all shows those of everything.");
    }

    /// As this workload has it; of a plain value what was given.
    std::string formula(int index) const {
        const std::string text = formula_text(working_, index);
        return text.empty() ? std::string(quantity(index).way->text) : text;
    }

    std::string numbers(int index) const {
        const std::string text = numbers_text(working_, index, {Arithmetic::exact, kWorkingDigits});
        return text == formula(index) ? "" : text;
    }

    void records() {
        report_.records.columns = {{"quantity"},
                                   {"from"},
                                   {"formula"},
                                   {"with_numbers"},
                                   {"value", ColumnKind::number},
                                   {"unit"},
                                   {"text"},
                                   {"whiteboard"},
                                   {"drift", ColumnKind::number}};
        for (const Step& step : explanation_.steps) {
            const ModelQuantity& each = quantity(step.quantity);
            const bool rough = has_drift(working_, step.quantity);
            report_.records.rows.push_back(
                {std::string(each.name), origin_text(each), formula(step.quantity), numbers(step.quantity),
                 Quantity{value_in(working_, step.quantity, Arithmetic::exact), each.display}, plain_unit(each.display),
                 value_text(working_, step.quantity, {}),
                 rough ? Cell{value_text(working_, step.quantity, {Arithmetic::whiteboard})} : Cell{},
                 rough ? Cell{Quantity{step.drift, *parse_display("x")}} : Cell{}});
        }
    }

    Datum step_data(const Step& step) const {
        const int index = step.quantity;
        const double exact = value_in(working_, index, Arithmetic::exact);
        Datum::Object object{{"quantity", text_datum(std::string(quantity(index).name))},
                             {"origin", text_datum(std::string(name_of(quantity(index).origin)))},
                             {"formula", text_datum(formula(index))},
                             {"with_numbers", text_datum(numbers(index))}};
        if (std::isfinite(exact)) object.push_back({"value", value_datum(estimate_, index, exact)});
        object.push_back({"unit", text_datum(plain_unit(quantity(index).display))});
        object.push_back({"text", text_datum(value_text(working_, index, {}))});
        if (has_drift(working_, index) && std::isfinite(step.whiteboard)) {
            object.push_back({"whiteboard", text_datum(value_text(working_, index, {Arithmetic::whiteboard}))});
            object.push_back({"drift", number_datum(step.drift)});
        }
        return {std::move(object)};
    }

    Datum envelope(std::string key, Datum::Array list) const {
        return {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                              {"workload", workload_datum(model_)},
                              {std::move(key), {std::move(list)}}}};
    }

    void data() {
        Datum::Array list;
        for (const Step& step : explanation_.steps) list.push_back(step_data(step));
        report_.data = envelope("steps", std::move(list));
        Datum::Array headlines;
        for (const Headline& each : explanation_.headlines) {
            headlines.push_back({Datum::Object{{"quantity", text_datum(std::string(quantity(each.quantity).name))},
                                               {"exact", text_datum(chain_text(each.exact))},
                                               {"whiteboard", text_datum(chain_text(each.whiteboard))}}});
        }
        std::get<Datum::Object>(report_.data.value).push_back({"headlines", {std::move(headlines)}});
    }

    const Explanation& explanation_;
    const Working& working_;
    const Estimate& estimate_;
    const Model& model_;
    Extent extent_;
    Report report_;
};

void add_headline(Explanation& explanation, int quantity) {
    auto exact = find_chain(explanation.working, quantity, Arithmetic::exact);
    if (exact.empty()) return;
    explanation.headlines.push_back(
        {quantity, std::move(exact), find_chain(explanation.working, quantity, Arithmetic::whiteboard)});
}

}  // namespace

bool has_drift(const Working& working, int quantity) {
    return !working.estimate->model.quantities[at(quantity)].names.empty();
}

Explanation compute_explanation(const Estimate& estimate, const std::string& quantity) {
    const int asked = quantity.empty() ? -1 : find_asked(estimate.model, quantity);
    Explanation explanation{quantity, make_working(estimate), {}, {}};
    for (const int step : steps_to(explanation.working, asked)) {
        const double rough = value_in(explanation.working, step, Arithmetic::whiteboard);
        explanation.steps.push_back({step, rough, drift_of(explanation.working, step)});
    }
    if (asked >= 0) add_headline(explanation, asked);
    for (const std::string_view name : kMainResults) {
        const auto found = asked < 0 ? estimate.model.find(name) : std::nullopt;
        if (found) add_headline(explanation, *found);
    }
    return explanation;
}

Report describe_explanation(const Explanation& explanation, Extent extent) {
    return Describer(explanation, extent).run();
}

Report describe_spoken(const Explanation& explanation) { return Describer(explanation, Extent::brief).spoken(); }

}  // namespace bote
