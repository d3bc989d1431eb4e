#include "explain_table.hpp"

#include <algorithm>
#include <cmath>
#include <string_view>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

/// The steps of one row: a quantity of the whole, or those of the same name of several objects and their total.
struct Group {
    std::string_view name;
    std::vector<WorkingStep> members;
};

/// "= filled * replication = 130 TB * 3"
Cell equation(const std::vector<std::string>& sides) {
    std::string text;
    for (const std::string& side : sides) {
        if (!side.empty()) text += (text.empty() ? "= " : " = ") + side;
    }
    return text.empty() ? Cell{} : Cell{text};
}

class StepRows {
public:
    StepRows(const Explanation& explanation, const std::vector<WorkingStep>& steps)
        : working_(explanation.working), model_(working_.estimate->model) {
        for (const WorkingStep& step : steps) add(step);
        std::sort(objects_.begin(), objects_.end());
    }

    /// A column for each object pays where there are two.
    [[nodiscard]] bool has_objects() const { return objects_.size() > 1; }

    [[nodiscard]] Table by_object() const {
        Table table{{{"", ColumnKind::text}, {"From", ColumnKind::text}}, {}};
        for (const int object : objects_) table.columns.push_back({model_.objects[at(object)], ColumnKind::number});
        table.columns.push_back({"All", ColumnKind::number});
        table.columns.push_back({"Working", ColumnKind::detail});
        for (const Group& group : groups_) table.rows.push_back(row_by_object(group));
        return table;
    }

    [[nodiscard]] Table in_one_column() const {
        Table table{{{"", ColumnKind::text},
                     {"From", ColumnKind::text},
                     {"Exact", ColumnKind::number},
                     {"Whiteboard", ColumnKind::number},
                     {"Drift", ColumnKind::number},
                     {"Working", ColumnKind::detail}},
                    {}};
        for (const Group& group : groups_) {
            for (const WorkingStep& step : group.members) table.rows.push_back(row_of(step));
        }
        return table;
    }

private:
    const ModelQuantity& quantity(const WorkingStep& step) const { return model_[step.quantity]; }

    /// Whether a step is of one of several objects, or a sum over them.
    bool is_part(const WorkingStep& step) const {
        return !model_.objects.empty() && quantity(step).definition != nullptr;
    }

    void add(const WorkingStep& step) {
        const int object = quantity(step).object;
        if (object >= 0 && !model_.objects.empty() &&
            std::find(objects_.begin(), objects_.end(), object) == objects_.end())
            objects_.push_back(object);
        const std::string_view name = is_part(step) ? quantity(step).definition->name : quantity(step).name;
        const auto same =
            std::find_if(groups_.begin(), groups_.end(), [&](const Group& each) { return each.name == name; });
        if (same == groups_.end()) {
            groups_.push_back({name, {step}});
        } else {  // behind all that its members read
            same->members.push_back(step);
            std::rotate(same, same + 1, groups_.end());
        }
    }

    Cell exact(const WorkingStep& step) const {
        return Quantity{value_in(working_, step.quantity, Arithmetic::exact), quantity(step).display, kWorkingDigits};
    }

    std::vector<Cell> row_of(const WorkingStep& step) const {
        const bool rough = has_drift(working_, step.quantity);
        return {std::string(quantity(step).name),
                origin_text(quantity(step)),
                exact(step),
                rough ? Cell{value_text(working_, step.quantity, {Arithmetic::whiteboard})} : Cell{},
                rough ? Cell{drift_text(step.drift)} : Cell{},
                equation({formula_text(working_, step.quantity), numbers(step)})};
    }

    std::string numbers(const WorkingStep& step) const {
        const std::string text = numbers_text(working_, step.quantity, {Arithmetic::exact, kWorkingDigits});
        return text == formula_text(working_, step.quantity) ? "" : text;
    }

    std::vector<Cell> row_by_object(const Group& group) const {
        std::vector<Cell> row(2 + objects_.size() + 2);
        row[0] = std::string(group.name);
        row[1] = common_origin(group);
        const std::size_t all = 2 + objects_.size();
        if (is_uniform(group)) {
            row[all] = exact(group.members.front());
        } else {
            for (const WorkingStep& step : group.members) row[column_of(step)] = exact(step);
        }
        const bool of_the_whole = group.members.size() == 1 && quantity(group.members.front()).object < 0;
        row[all + 1] = equation({formulas(group), of_the_whole ? numbers(group.members.front()) : ""});
        return row;
    }

    std::size_t column_of(const WorkingStep& step) const {
        const auto place = std::find(objects_.begin(), objects_.end(), quantity(step).object);
        return 2 + position_of(place, objects_);
    }

    std::string common_origin(const Group& group) const {
        const std::string first = origin_text(quantity(group.members.front()));
        const bool all = std::all_of(group.members.begin(), group.members.end(),
                                     [&](const WorkingStep& step) { return origin_text(quantity(step)) == first; });
        return all ? first : "";
    }

    /// A policy that is the same for all objects.
    bool is_uniform(const Group& group) const {
        if (group.members.size() < objects_.size()) return false;
        const WorkingStep& first = group.members.front();
        return std::all_of(group.members.begin(), group.members.end(), [&](const WorkingStep& step) {
            const bool given = quantity(step).names.empty() && quantity(step).object >= 0;
            return given && value_in(working_, step.quantity, Arithmetic::exact) ==
                                value_in(working_, first.quantity, Arithmetic::exact);
        });
    }

    /// One formula for all members, or one for each that has its own. A sum over the objects needs none: the row is it.
    std::string formulas(const Group& group) const {
        std::vector<std::pair<std::string, std::vector<std::string>>> by_text;  // whose
        for (const WorkingStep& step : group.members) {
            const std::string text = formula_text(working_, step.quantity);
            if (text.empty() || is_sum_of_parts(step)) continue;
            const int object = quantity(step).object;
            auto same =
                std::find_if(by_text.begin(), by_text.end(), [&](const auto& each) { return each.first == text; });
            if (same == by_text.end()) same = by_text.insert(same, {text, {}});
            same->second.push_back(object < 0 ? "all" : model_.objects[at(object)]);
        }
        if (by_text.size() == 1) return by_text.front().first;
        std::vector<std::string> lines;
        for (const auto& [text, whose] : by_text) lines.push_back(fmt::format("{} ({})", text, join(whose, ", ")));
        return join(lines, "; ");
    }

    bool is_sum_of_parts(const WorkingStep& step) const {
        const auto names = names_in(working_.reduction.formulas[step.quantity]);
        return quantity(step).object < 0 && names.size() > 1 &&
               std::all_of(names.begin(), names.end(), [&](QuantityIndex name) {
                   const ModelQuantity& part = model_[name];
                   return part.definition != nullptr && part.definition == quantity(step).definition;
               });
    }

    const Working& working_;
    const Model& model_;
    std::vector<int> objects_;
    std::vector<Group> groups_;
};

/// What stands along the headlines, and what those formulas read.
class Along {
public:
    explicit Along(const Explanation& explanation)
        : working_(explanation.working), model_(working_.estimate->model), wanted_(model_.quantities.size(), 0) {
        for (const Headline& headline : explanation.headlines) {
            wanted_[headline.quantity] = 1;
            for (const Link& link : headline.exact) wanted_[link.quantity] = wanted_[link.from] = 1;
        }
        take_siblings(explanation);
        take_read();
        take_siblings(explanation);
    }

    [[nodiscard]] bool has(QuantityIndex quantity) const { return wanted_[quantity] != 0; }

private:
    /// The same quantity of other objects.
    void take_siblings(const Explanation& explanation) {
        const auto is_of_object = [&](QuantityIndex index) {
            return model_[index].object >= 0 && model_[index].definition != nullptr;
        };
        std::unordered_set<const Definition*> wanted;
        for (const QuantityIndex i : wanted_.indices()) {
            if (wanted_[i] != 0 && is_of_object(i)) wanted.insert(model_[i].definition);
        }
        for (const WorkingStep& step : explanation.steps) {
            if (is_of_object(step.quantity) && wanted.contains(model_[step.quantity].definition))
                wanted_[step.quantity] = 1;
        }
    }

    void take_read() {
        const QuantityMarks along = wanted_;
        for (const QuantityIndex i : along.indices()) {
            if (along[i] == 0) continue;
            for (const QuantityIndex name : names_in(working_.reduction.formulas[i])) wanted_[name] = 1;
        }
    }

    const Working& working_;
    const Model& model_;
    QuantityMarks wanted_;
};

}  // namespace

std::vector<WorkingStep> steps_along(const Explanation& explanation) {
    if (explanation.headlines.empty()) return explanation.steps;
    const Along along(explanation);
    std::vector<WorkingStep> steps;
    for (const WorkingStep& step : explanation.steps) {
        if (along.has(step.quantity)) steps.push_back(step);
    }
    return steps;
}

Table step_table(const Explanation& explanation, const std::vector<WorkingStep>& steps) {
    const StepRows rows(explanation, steps);
    return rows.has_objects() ? rows.by_object() : rows.in_one_column();
}

std::string drift_text(double drift) {
    constexpr double kPercent = 100;
    constexpr double kShown = 0.0005;
    if (std::abs(drift) < kShown) return "0%";
    return fmt::format("{}{}%", drift > 0 ? "+" : "", format_number(drift * kPercent, 2));
}

}  // namespace bote
