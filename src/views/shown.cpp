#include "bote/views/shown.hpp"

#include <algorithm>
#include <string>

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

}  // namespace

std::vector<ShownSection> shown_sections(const Estimate& estimate, Extent extent) {
    std::vector<ShownSection> sections;
    for (const PageSection& section : built_in_catalog().page.sections) {
        if (extent == Extent::brief &&
            (section.only_in_all || (section.only_without_tiers && !estimate.model.tiers.empty())))
            continue;
        ShownSection& shown = sections.emplace_back(ShownSection{&section, section.title, {}});
        for (const PageLine& line : section.lines) add_line(estimate, extent, line, shown);
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
