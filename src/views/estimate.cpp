#include "bote/views/estimate.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/engine/bounds.hpp"
#include "bote/views/common.hpp"
#include "bote/views/verdicts.hpp"
#include "estimate_data.hpp"
#include "sections.hpp"

namespace bote {
namespace {

/// The page for people, from the top to the bottom.
class Page {
public:
    Page(const Estimate& estimate, Extent extent) : estimate_(estimate), model_(estimate.model), extent_(extent) {}

    std::vector<Block> run() {
        report_.blocks.emplace_back(Heading{model_.name, 1});
        inputs();
        add_sections(report_, estimate_, extent_);
        const Verdicts verdicts = compute_verdicts(estimate_);
        add_section(report_, "Decisions", describe_decisions(estimate_, verdicts, extent_));
        for (const auto& note : verdicts.notes) report_.blocks.emplace_back(Note{"Note: " + note, Tone::bad});
        expectations();
        assumptions();
        return std::move(report_.blocks);
    }

private:
    std::string value_text(int index) const {
        const auto i = static_cast<std::size_t>(index);
        return format(estimate_.values.quantities[i], model_.quantities[i].display, model_.conventions);
    }

    /// "dau 150M, retention 5 years; tweet: writes_per_user 2/day, ..."
    void inputs() {
        std::string text;
        int object = -1;
        for (const auto& name : model_.given) {
            const auto index = model_.find(name);
            if (!index || model_.quantities[static_cast<std::size_t>(*index)].definition == nullptr) continue;
            const auto& quantity = model_.quantities[static_cast<std::size_t>(*index)];
            const bool same = quantity.object == object;
            if (!text.empty()) text += same ? ", " : "; ";
            if (!same && quantity.object >= 0) text += model_.objects[static_cast<std::size_t>(quantity.object)] + ": ";
            object = quantity.object;
            text += std::string(quantity.definition->name) + " " + input_text(*index);
        }
        if (!text.empty()) report_.blocks.emplace_back(Note{std::move(text), Tone::plain});
    }

    /// As it was written; the value too where that is a calculation.
    std::string input_text(int index) const {
        const auto& quantity = model_.quantities[static_cast<std::size_t>(index)];
        const bool plain = std::all_of(quantity.tree.begin(), quantity.tree.end(), [](const Node& node) {
            return node.op == Op::literal || node.op == Op::divide || node.op == Op::range;
        });
        constexpr std::size_t kShort = 40;
        if (quantity.formula.size() > kShort || quantity.formula.find('\n') != std::string::npos)
            return value_text(index);
        return plain ? quantity.formula : quantity.formula + " = " + value_text(index);
    }

    void expectations() {
        const std::size_t count = model_.expectations.size();
        if (count == 0) return;
        Table table{{{"Expected", ColumnKind::text}, {"Is", ColumnKind::number}, {"", ColumnKind::text}}, {}};
        for (std::size_t i = 0; i < count; ++i) {
            if (expectation_holds(estimate_, i)) continue;
            table.rows.push_back({model_.expectations[i].text,
                                  side_text(estimate_, model_.expectations[i], estimate_.values.left[i]),
                                  std::string("FAILS")});
        }
        const std::size_t held = count - table.rows.size();
        add_section(report_, "Expectations", std::move(table));
        report_.blocks.emplace_back(
            Note{fmt::format("{} of {} expectations hold.", held, count), held == count ? Tone::good : Tone::bad});
    }

    void assumptions() {
        // The same default of several objects is one assumption.
        std::vector<std::string> parts;
        int constants = 0;
        for (const int index : find_assumed(model_)) {
            const auto& quantity = model_.quantities[static_cast<std::size_t>(index)];
            const std::string part = std::string(quantity.definition->name) + " " + value_text(index);
            if (extent_ == Extent::brief && quantity.definition->constant) ++constants;
            else if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
        }
        if (constants > 0) parts.push_back(fmt::format("{} constants of machines (--all)", constants));
        if (parts.empty()) return;
        report_.blocks.emplace_back(Heading{"Assumed", 2});
        report_.blocks.emplace_back(Note{join(parts, ", "), Tone::plain});
    }

    const Estimate& estimate_;
    const Model& model_;
    Extent extent_;
    Report report_;
};

}  // namespace

Estimate compute_estimate(const Workload& workload, const Overlay& overlay) {
    Estimate estimate{build_model(workload, overlay), {}, {}};
    estimate.program = compile(estimate.model, estimate.model.conventions);
    estimate.values = evaluate_point(estimate.program);
    check_bounds(estimate.model, estimate.values);
    return estimate;
}

Report describe_estimate(const Estimate& estimate, Audience audience, Extent extent) {
    Report report;
    report.conventions = estimate.model.conventions;
    switch (audience) {
        case Audience::people: report.blocks = Page(estimate, extent).run(); break;
        case Audience::sheet: report.records = estimate_records(estimate); break;
        case Audience::program: report.data = estimate_data(estimate); break;
    }
    return report;
}

std::vector<std::string> failed_expectations(const Estimate& estimate) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < estimate.model.expectations.size(); ++i) {
        if (expectation_holds(estimate, i)) continue;
        const auto& expectation = estimate.model.expectations[i];
        lines.push_back(fmt::format("the expectation `{}` fails: it is {}", expectation.text,
                                    side_text(estimate, expectation, estimate.values.left[i])));
    }
    return lines;
}

}  // namespace bote
