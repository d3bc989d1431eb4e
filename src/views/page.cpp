#include "page.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/views/common.hpp"
#include "estimate_data.hpp"

namespace bote {
namespace {

/// As it was written; the value too where that is a calculation.
std::string input_text(const Estimate& estimate, QuantityIndex index) {
    const auto& quantity = estimate.model[index];
    const bool plain = std::all_of(quantity.formula->tree.begin(), quantity.formula->tree.end(), [](const Node& node) {
        return node.op == Op::literal || node.op == Op::divide || node.op == Op::range;
    });
    constexpr std::size_t kShort = 40;
    if (quantity.formula->text.size() > kShort || quantity.formula->text.find('\n') != std::string::npos)
        return value_text(estimate, index);
    std::string text(quantity.formula->text);
    if (!plain) text.append(" = ").append(value_text(estimate, index));
    return text;
}

/// Each object has a row with its writes, reads and size, each tier one with its load.
bool is_in_tables(const ModelQuantity& quantity) {
    const std::string_view name = quantity.definition->name;
    if (quantity.tier >= 0) return name == "tier.load" || name == "tier.peak_load";
    return quantity.object >= 0 && (name == "writes" || name == "reads" || name == "object_size");
}

/// The inputs that a page begins with, by their indices in the model.
std::vector<QuantityIndex> find_inputs(const Estimate& estimate, Head head) {
    const Model& model = estimate.model;
    std::vector<QuantityIndex> inputs;
    for (const auto& name : model.given) {
        const auto index = model.find(name);
        if (!index || model[*index].definition == nullptr) continue;
        const auto& quantity = model[*index];
        if (head == Head::above_tables && is_in_tables(quantity)) continue;
        inputs.push_back(*index);
    }
    return inputs;
}

struct InputText {
    std::string_view owner;  // empty: of the whole
    std::string text;
};

/// The inputs one by one, those of a tier behind what is chosen for it.
std::vector<InputText> input_texts(const Estimate& estimate, Head head) {
    const Model& model = estimate.model;
    std::vector<InputText> texts;
    const auto add_choices = [&](const OwnTier& tier) {
        for (const auto& choice : tier.choices) texts.push_back({tier.name, choice});
    };
    std::size_t tiers = 0;  // of which the choices are there
    for (const QuantityIndex index : find_inputs(estimate, head)) {
        const auto& quantity = model[index];
        const std::string_view owner = owner_of(model, quantity);
        while (quantity.tier >= 0 && tiers <= at(quantity.tier)) add_choices(model.tiers[tiers++]);
        const std::size_t behind_owner = owner.empty() ? 0 : owner.size() + 1;
        texts.push_back({owner, fmt::format("{} {}", quantity.name.substr(behind_owner), input_text(estimate, index))});
    }
    while (tiers < model.tiers.size()) add_choices(model.tiers[tiers++]);
    return texts;
}

/// "dau 150M, retention 5 years; tweet: writes_per_user 2/day, ..."
void add_inputs(Report& report, const Estimate& estimate, Head head) {
    constexpr std::size_t kMost = 300;  // four lines: the answer stands on the first screen
    constexpr std::size_t kLeftOut = std::string_view("; ... 99 more inputs (--all)").size();
    const std::vector<InputText> inputs = input_texts(estimate, head);
    std::string text;
    std::string_view owner;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        const InputText& input = inputs[i];
        std::string next = text.empty() ? "" : input.owner == owner ? ", " : "; ";
        if (input.owner != owner && !input.owner.empty()) next.append(input.owner).append(": ");
        owner = input.owner;
        next.append(input.text);
        const std::size_t room = i + 1 == inputs.size() ? kMost : kMost - kLeftOut;
        if (head != Head::whole && text.size() + next.size() > room) {
            text += fmt::format("; ... {} more inputs (--all)", inputs.size() - i);
            break;
        }
        text += next;
    }
    if (!text.empty()) report.blocks.emplace_back(Note{std::move(text), Tone::plain});
}

/// "between 0% and 100%"
std::string bounds_text(const ModelQuantity& quantity, const Conventions& conventions) {
    const Bounds& bounds = quantity.definition->bounds;
    const auto end = [&](Tree tree) { return format(evaluate(tree, {}, conventions), quantity.display, conventions); };
    if (bounds.high.empty()) return "from " + end(bounds.low) + " up";
    if (bounds.low.empty()) return "up to " + end(bounds.high);
    return "between " + end(bounds.low) + " and " + end(bounds.high);
}

/// Ranges of which a part lies beyond what the quantity may be: their outer percentiles are not those written.
void add_cuts(Report& report, const Estimate& estimate) {
    constexpr double kWorthSaying = 0.005;
    for (const Draw& draw : estimate.program.draws) {
        const double gone = draw.from + (1 - draw.to);
        if (gone < kWorthSaying || draw.slot >= estimate.program.quantities) continue;
        const auto& quantity = estimate.model[index_at<QuantityIndex>(draw.slot)];
        report.blocks.emplace_back(Note{fmt::format("{} drawn {}: {} of draws cut", quantity.name,
                                                    bounds_text(quantity, estimate.model.conventions),
                                                    format(gone, *parse_display("%"), estimate.model.conventions, 2)),
                                        Tone::plain});
    }
}

/// "queue.copies 3"; "peak_factor 3" where it is that of the whole too.
std::string assumption_text(const Estimate& estimate, QuantityIndex index) {
    const auto& quantity = estimate.model[index];
    const std::string value = " " + value_text(estimate, index);
    if (quantity.tier < 0) return std::string(quantity.definition->name) + value;
    const std::string_view bare = quantity.name.substr(owner_of(estimate.model, quantity).size() + 1);
    const auto same = [&](QuantityIndex other) {
        const auto& each = estimate.model[other];
        return each.tier < 0 && each.definition->name == bare && " " + value_text(estimate, other) == value;
    };
    const auto assumed = find_assumed(estimate.model);
    const bool is_general = std::any_of(assumed.begin(), assumed.end(), same);
    return std::string(is_general ? bare : quantity.name) + value;
}

}  // namespace

std::string conventions_text(const Conventions& agreed, const Conventions& others) {
    std::vector<std::string> parts;
    const auto add = [&](std::string_view name, double value, double other, std::string_view unit) {
        constexpr int kDigits = 6;
        if (value != other) parts.push_back(fmt::format("{} {}{}", name, format_number(value, kDigits), unit));
    };
    add("day", agreed.day, others.day, " s");
    add("month", agreed.month / agreed.day, others.month / others.day, " days");
    add("year", agreed.year / agreed.day, others.year / others.day, " days");
    add("kilo", agreed.kilo, others.kilo, "");
    return join(parts, ", ");
}

void add_title(Report& report, const Estimate& estimate, Head head) {
    report.blocks.emplace_back(Heading{estimate.model.name, 1});
    add_inputs(report, estimate, head);
    const std::string agreed = conventions_text(estimate.model.conventions, {});
    if (!agreed.empty()) report.blocks.emplace_back(Note{"Conventions: " + agreed, Tone::plain});
}

/// How much of the launch's traffic is kept at the horizon, which the working of the storage multiplies by.
std::string kept_text(const Estimate& estimate) {
    const auto kept = estimate.model.find("kept_time");
    const auto window = estimate.model.find("window");
    if (!kept || !window) return "";
    const std::string from = value_text(estimate, *window);
    const std::string to = value_text(estimate, *kept);
    return from == to ? "" : fmt::format(" The last {} are kept: as much as {} of launch traffic.", from, to);
}

bool traffic_grows(const Model& model) {
    return std::any_of(model.quantities.begin(), model.quantities.end(), [](const ModelQuantity& quantity) {
        return quantity.definition != nullptr && quantity.definition->name == "growth_factor" && !quantity.neutral;
    });
}

void add_moment(Report& report, const Estimate& estimate) {
    const auto horizon = estimate.model.find("horizon");
    if (!traffic_grows(estimate.model) || !horizon) return;
    const bool counts_users = estimate.model.find("concurrent_users").has_value();
    report.blocks.emplace_back(Note{fmt::format("Daily counts{}new_data are at launch; everything else is {} later.{}",
                                                counts_users ? ", concurrent_users and " : " and ",
                                                value_text(estimate, *horizon), kept_text(estimate)),
                                    Tone::plain});
}

void add_medians(Report& report, const Estimate& estimate) {
    if (estimate.program.draws.empty()) return;
    report.blocks.emplace_back(
        Note{"Ranges stand at their median; `bote estimate` shows the spread of each quantity.", Tone::plain});
}

void add_assumptions(Report& report, const Estimate& estimate, Extent extent, const std::vector<QuantityIndex>& tried) {
    // The same default of several objects is one assumption.
    std::vector<std::string> parts;
    int constants = 0;
    for (const QuantityIndex index : find_assumed(estimate.model)) {
        if (std::find(tried.begin(), tried.end(), index) != tried.end()) continue;
        const auto& quantity = estimate.model[index];
        if (extent == Extent::brief && (quantity.definition->constant || quantity.tier >= 0)) {
            ++constants;
            continue;
        }
        std::string part = assumption_text(estimate, index);
        if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(std::move(part));
    }
    const std::string_view owners = estimate.model.tiers.empty() ? "machine" : "machine and tier";
    if (constants > 0) parts.push_back(fmt::format("{} {} constants (see --all)", constants, owners));
    if (!parts.empty()) {
        report.blocks.emplace_back(Heading{"Assumed", 2});
        report.blocks.emplace_back(Note{join(parts, ", "), Tone::plain});
    }
    if (estimate.uncertainty) add_cuts(report, estimate);
}

void add_waiting(Report& report, const std::vector<WaitingInput>& inputs, Extent extent) {
    constexpr std::size_t kShown = 8;
    std::vector<std::string> parts;
    for (const auto& input : inputs) {
        if (extent == Extent::brief && parts.size() == kShown) break;
        parts.push_back(describe(input));
    }
    if (parts.empty()) return;
    if (parts.size() < inputs.size()) parts.push_back(fmt::format("and {} more (--all)", inputs.size() - parts.size()));
    report.blocks.emplace_back(Note{"Waiting: " + join(parts, ", "), Tone::plain});
}

Datum waiting_datum(const std::vector<WaitingInput>& inputs) {
    Datum::Array list;
    for (const auto& input : inputs) {
        Datum::Array needs;
        for (const auto& each : input.needs) needs.push_back({each});
        list.push_back({Datum::Object{{"name", {input.name}}, {"for", {std::move(needs)}}}});
    }
    return {std::move(list)};
}

}  // namespace bote
