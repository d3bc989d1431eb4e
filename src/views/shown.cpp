#include "bote/views/shown.hpp"

#include <algorithm>
#include <string>

#include "bote/views/common.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

std::string_view name_of(DefinitionIndex definition) { return built_in_catalog()[definition].name; }

std::vector<std::string_view> names_of(IndexList<DefinitionIndex> definitions) {
    std::vector<std::string_view> names;
    for (const DefinitionIndex each : definitions) names.push_back(name_of(each));
    return names;
}

/// Whether nothing is added to a quantity, as to the size of an object that is stored as it is: the line of the inputs
/// has said it.
bool is_only(const Estimate& estimate, QuantityIndex index, std::string_view other_name) {
    const Model& model = estimate.model;
    const auto value_of = [&](QuantityIndex each) { return estimate.values.quantities[each]; };
    const auto other = model.find(other_name);
    if (!other) return false;
    const auto& names = model[index].names;
    const bool varies = std::any_of(names.begin(), names.end(), [&](const Binding& each) {  // a range around 1, say
        return each.quantity != QuantityIndex::none && each.quantity != *other &&
               std::any_of(estimate.program.draws.begin(), estimate.program.draws.end(),
                           [&](const Draw& draw) { return draw.slot == slot_of(each.quantity); });
    });
    return !varies && value_of(index) == value_of(*other);
}

/// Whether a total says no more than the one tier that it is of.
bool is_of_one_tier(const Model& model, const PageSection& section, DefinitionIndex definition) {
    const bool total = section.over == Over::tiers &&
                       std::any_of(section.columns.begin(), section.columns.end(),
                                   [&](const PageColumn& column) { return column.definition == definition; });
    const auto tiers = all_tiers(model);
    return total && std::count_if(tiers.begin(), tiers.end(), [&](const Tier& tier) {
                        return model.find(std::string(tier.name) + "." + std::string(name_of(definition))).has_value();
                    }) < 2;
}

/// Whether the line of the whole would only repeat another.
bool is_trivial(const Estimate& estimate, const PageSection& section, const PageLine& line, QuantityIndex index) {
    if (line.beside != DefinitionIndex::none && !estimate.model.find(name_of(line.beside))) return true;
    if (line.unlike != DefinitionIndex::none && is_only(estimate, index, name_of(line.unlike))) return true;
    return is_of_one_tier(estimate.model, section, line.definition);
}

/// Of the whole, else or in the long form also of each object.
void add_line(const Estimate& estimate, Extent extent, const PageLine& line, ShownSection& shown) {
    const Model& model = estimate.model;
    const auto add = [&](QuantityIndex index) {
        if (!model[index].neutral) shown.quantities.push_back(index);
    };
    const std::string_view name = name_of(line.definition);
    if (built_in_catalog().is_of_tiers(line.definition)) {
        if (extent == Extent::brief) return;  // each tier has its row in one table
        for (const auto& tier : model.tiers) {
            if (const auto found = model.find(name_in_tier(tier.name, name))) add(*found);
        }
        return;
    }
    const auto sum = model.find(name);
    if (sum && extent == Extent::brief && estimate.values.quantities[*sum] == 0) return;
    if (sum && !is_trivial(estimate, *shown.section, line, *sum)) add(*sum);
    if (sum && extent == Extent::brief) return;
    for (const auto& object : model.objects) {
        if (const auto part = model.find(object + "." + std::string(name))) add(*part);
    }
}

/// Of the brief form.
bool is_left_out(const Estimate& estimate, const PageSection& section) {
    if (section.only_in_all || (section.only_without_tiers && !estimate.model.tiers.empty())) return true;
    if (!section.only_unless_zero || section.lines.empty()) return false;
    const auto first = estimate.model.find(name_of(section.lines.front().definition));
    return first && estimate.values.quantities[*first] == 0;
}

/// What a tier works out beyond what stands elsewhere on the page.
ShownSection section_of_tiers(const Estimate& estimate) {
    const auto sections = built_in_catalog().page.sections;
    const auto has_place = [&](const Definition& definition) {
        const auto is_it = [&](const auto& place) { return name_of(place.definition) == definition.name; };
        // A column over the tiers has what all of them have, under its name behind the dot.
        const std::string_view bare = definition.name.substr(definition.name.find('.') + 1);
        const auto is_of_all = [&](const auto& place) { return name_of(place.definition) == bare; };
        return std::any_of(sections.begin(), sections.end(), [&](const PageSection& section) {
            return std::any_of(section.lines.begin(), section.lines.end(), is_it) ||
                   std::any_of(section.columns.begin(), section.columns.end(), is_it) ||
                   (section.over == Over::tiers &&
                    std::any_of(section.columns.begin(), section.columns.end(), is_of_all));
        });
    };
    ShownSection shown{nullptr, "Tiers", {}};
    const Model& model = estimate.model;
    for (const QuantityIndex index : model.quantities.indices()) {
        const ModelQuantity& quantity = model[index];
        if (quantity.tier < 0 || quantity.origin != Origin::computed || quantity.neutral) continue;
        if (takes_over(model, quantity)) continue;
        const Definition& definition = *quantity.definition;
        if (!definition.internal && !definition.constant && !has_place(definition)) shown.quantities.push_back(index);
    }
    return shown;
}

}  // namespace

std::vector<ShownSection> shown_sections(const Estimate& estimate, Extent extent) {
    std::vector<ShownSection> sections;
    for (const PageSection& section : built_in_catalog().page.sections) {
        if (extent == Extent::brief && is_left_out(estimate, section)) continue;
        ShownSection& shown = sections.emplace_back(ShownSection{&section, section.title, {}});
        for (const PageLine& line : section.lines) add_line(estimate, extent, line, shown);
        if (extent == Extent::all && section.over == Over::tiers) sections.push_back(section_of_tiers(estimate));
    }
    ShownSection& own = sections.emplace_back(ShownSection{nullptr, "Own quantities", {}});
    for (const QuantityIndex i : estimate.model.quantities.indices()) {
        const ModelQuantity& quantity = estimate.model[i];
        if (quantity.definition == nullptr && !quantity.implied) own.quantities.push_back(i);
    }
    return sections;
}

std::vector<std::string> overview_names(Overview overview, const Model& model) {
    const Catalog& catalog = built_in_catalog();
    std::vector<std::string> names;
    for (const DefinitionIndex each : catalog.page.overview(overview)) {
        if (!catalog.is_of_tiers(each)) {
            names.emplace_back(name_of(each));
            continue;
        }
        for (const auto& tier : model.tiers) names.push_back(name_in_tier(tier.name, name_of(each)));
    }
    return names;
}

std::vector<std::string_view> asked_names() { return names_of(built_in_catalog().page.asked); }

}  // namespace bote
