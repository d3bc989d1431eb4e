#include "bote/views/explain.hpp"

#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/suggest.hpp"
#include "bote/engine/whiteboard.hpp"
#include "bote/views/common.hpp"
#include "bote/views/tiers.hpp"

namespace bote {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

/// How far the whiteboard is off, judged by what is printed: 5 years are 5 years, however long a day is.
double drift_of(double exact, double rough, const Display& display, const Model& model) {
    if (exact == 0 || !std::isfinite(exact) || !std::isfinite(rough)) return 0;
    const Scale usual = scale_for(exact, display, model.conventions);
    const Scale same = scale_for(exact * (model.whiteboard.day / model.conventions.day), display, model.whiteboard);
    const Scale plain = scale_for(exact, display, model.whiteboard);
    const double unit = same.suffix == usual.suffix && display.numerator == Numerator::seconds ? same.divisor
                        : plain.suffix == usual.suffix                                         ? plain.divisor
                                                                                               : usual.divisor;
    return (rough / unit) / (exact / usual.divisor) - 1;
}

/// What a quantity rests on, itself included.
std::vector<char> support_of(const Model& model, int quantity) {
    std::vector<char> wanted(model.quantities.size(), 0);
    wanted[at(quantity)] = true;
    for (std::size_t i = model.quantities.size(); i-- > 0;) {
        if (!wanted[i]) continue;
        for (const auto& name : model.quantities[i].names) {
            if (name.quantity >= 0) wanted[at(name.quantity)] = true;
        }
    }
    return wanted;
}

/// Where a value comes from: "given", "default", the objects' top level, or nothing for a computed one.
std::string from(const ModelQuantity& quantity) {
    if (quantity.inherited) return "top level";
    if (quantity.origin == Origin::computed) return "";
    if (quantity.layer == Layer::option && quantity.origin == Origin::given) return "option";
    if (quantity.layer == Layer::profile) return "profile";
    return std::string(name_of(quantity.origin));
}

/// A default that changes nothing, or a result that is another one under a second name.
bool says_nothing(const Estimate& estimate, int index) {
    const ModelQuantity& quantity = estimate.model.quantities[at(index)];
    if (quantity.neutral) return true;
    if (quantity.origin != Origin::computed || quantity.definition == nullptr) return false;
    const double value = estimate.values.quantities[at(index)];
    return working_of(estimate, index, kWorkingDigits) ==
           format(value, quantity.display, estimate.model.conventions, kWorkingDigits);
}

class Describer {
public:
    Describer(const Estimate& estimate, const Explanation& explanation)
        : estimate_(estimate), model_(estimate.model), explanation_(explanation) {}

    Report run() {
        report_.conventions = model_.conventions;
        const std::string title =
            explanation_.asked.empty() ? model_.name : fmt::format("{}: {}", model_.name, explanation_.asked);
        report_.blocks.emplace_back(Heading{title, 1});
        if (!explanation_.asked.empty()) about(explanation_.steps.back().quantity);
        report_.blocks.emplace_back(steps());
        report_.blocks.emplace_back(
            Note{"Whiteboard: a day of 10^5 s, each result rounded to an easy number and carried on.", Tone::plain});
        data();
        return std::move(report_);
    }

private:
    const ModelQuantity& quantity(const Step& step) const { return model_.quantities[at(step.quantity)]; }
    double exact(const Step& step) const { return estimate_.values.quantities[at(step.quantity)]; }

    void about(int index) {
        const Definition* row = model_.quantities[at(index)].definition;
        if (row == nullptr) return;
        std::string text = fmt::format(
            "{}: {}.", model_.quantities[at(index)].tier >= 0 ? model_.quantities[at(index)].name : row->name,
            row->meaning);
        if (!row->range.empty()) text += fmt::format(" The field uses {}.", row->range);
        if (!row->source.empty()) text += fmt::format(" Source: {}.", row->source);
        report_.blocks.emplace_back(Note{std::move(text), Tone::plain});
    }

    std::string exact_text(const Step& step) const {
        return format(exact(step), quantity(step).display, model_.conventions, kWorkingDigits);
    }
    std::string whiteboard_text(const Step& step) const {
        return format(step.whiteboard, quantity(step).display, model_.whiteboard);
    }

    static std::string written(const ModelQuantity& each) {
        return each.tier >= 0 ? formula_in_tier(each.way->text) : std::string(each.way->text);
    }

    /// A given value stands in the table already, unless it was given as a formula.
    std::string formula_text(const Step& step) const {
        const auto& each = quantity(step);
        if (each.origin == Origin::computed || !each.names.empty()) return written(each);
        const bool plain = is_lone_literal(each.way->tree) || each.way->text == exact_text(step);
        return plain ? "" : std::string(each.way->text);
    }

    std::string numbers_text(const Step& step) const {
        const auto& each = quantity(step);
        if (each.names.empty()) return "";
        const std::string numbers = working_of(estimate_, step.quantity, kWorkingDigits);
        return numbers == each.way->text ? "" : numbers;
    }

    bool is_rough(const Step& step) const { return quantity(step).origin == Origin::computed; }

    static std::string drift_text(double drift) {
        constexpr double kPercent = 100;
        constexpr double kShown = 0.0005;
        if (std::abs(drift) < kShown) return "0%";
        return fmt::format("{}{}%", drift > 0 ? "+" : "", format_number(drift * kPercent, 2));
    }

    Table steps() const {
        Table table{{{"", ColumnKind::text},
                     {"From", ColumnKind::text},
                     {"Exact", ColumnKind::number},
                     {"Whiteboard", ColumnKind::number},
                     {"Drift", ColumnKind::number},
                     {"Formula", ColumnKind::detail},
                     {"With numbers", ColumnKind::detail}},
                    {}};
        for (const auto& step : explanation_.steps) {
            const auto& each = quantity(step);
            const std::string formula = formula_text(step);
            const std::string numbers = numbers_text(step);
            table.rows.push_back(
                {std::string(each.name), from(each), Quantity{exact(step), each.display, kWorkingDigits},
                 is_rough(step) ? Cell{whiteboard_text(step)} : Cell{},
                 is_rough(step) ? Cell{drift_text(step.drift)} : Cell{},
                 formula.empty() ? Cell{} : Cell{"= " + formula}, numbers.empty() ? Cell{} : Cell{"= " + numbers}});
        }
        return table;
    }

    void data() {
        report_.records.columns = {{"quantity"},
                                   {"from"},
                                   {"formula"},
                                   {"with_numbers"},
                                   {"value", ColumnKind::number},
                                   {"unit"},
                                   {"text"},
                                   {"whiteboard"},
                                   {"drift", ColumnKind::number}};
        Datum::Array list;
        for (const auto& step : explanation_.steps) {
            const auto& each = quantity(step);
            const std::string text = format(exact(step), each.display, model_.conventions);
            report_.records.rows.push_back({std::string(each.name), from(each), written(each), numbers_text(step),
                                            Quantity{exact(step), each.display}, plain_unit(each.display), text,
                                            is_rough(step) ? Cell{whiteboard_text(step)} : Cell{},
                                            is_rough(step) ? Cell{Quantity{step.drift, *parse_display("x")}} : Cell{}});
            Datum::Object object{{"quantity", text_datum(std::string(each.name))},
                                 {"origin", text_datum(std::string(name_of(each.origin)))},
                                 {"formula", text_datum(written(each))},
                                 {"with_numbers", text_datum(numbers_text(step))}};
            if (std::isfinite(exact(step)))
                object.push_back({"value", value_datum(estimate_, step.quantity, exact(step))});
            object.push_back({"unit", text_datum(plain_unit(each.display))});
            object.push_back({"text", text_datum(text)});
            if (is_rough(step) && std::isfinite(step.whiteboard)) {
                object.push_back({"whiteboard", text_datum(whiteboard_text(step))});
                object.push_back({"drift", number_datum(step.drift)});
            }
            list.push_back({std::move(object)});
        }
        report_.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                      {"workload", workload_datum(model_)},
                                      {"steps", {std::move(list)}}}};
    }

    const Estimate& estimate_;
    const Model& model_;
    const Explanation& explanation_;
    Report report_;
};

}  // namespace

Explanation compute_explanation(const Estimate& estimate, const std::string& quantity) {
    const Model& model = estimate.model;
    const std::vector<char> wanted =
        quantity.empty() ? find_used(model) : support_of(model, find_asked(model, quantity));
    const std::vector<double> rough = evaluate_on_whiteboard(model);
    Explanation explanation{quantity, {}};
    for (std::size_t i = 0; i < model.quantities.size(); ++i) {
        const bool asked = model.quantities[i].name == quantity;
        if (wanted[i] == 0 || (!asked && says_nothing(estimate, static_cast<int>(i)))) continue;
        const double drift = drift_of(estimate.values.quantities[i], rough[i], model.quantities[i].display, model);
        explanation.steps.push_back({static_cast<int>(i), rough[i], drift});
    }
    return explanation;
}

Report describe_explanation(const Estimate& estimate, const Explanation& explanation) {
    return Describer(estimate, explanation).run();
}

}  // namespace bote
