#include "bote/views/common.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/suggest.hpp"
#include "bote/formula/print.hpp"
#include "bote/model/find.hpp"

namespace bote {

bool takes_over(const Model& model, const ModelQuantity& quantity) {
    if (quantity.formula->tree.size() != 1 || quantity.names.size() != 1) return false;
    const QuantityIndex from = quantity.names.front().quantity;
    return from != QuantityIndex::none && model[from].origin != Origin::computed;
}

QuantityMarks find_used(const Model& model) {
    QuantityMarks used(model.quantities.size(), 0);
    const auto mark = [&](std::span<const Binding> names) {
        for (const auto& name : names) {
            if (name.quantity != QuantityIndex::none) used[name.quantity] = 1;
        }
    };
    for (const auto& expectation : model.expectations) {
        mark(expectation.left_names);
        mark(expectation.right_names);
    }
    // From the last to the first: what reads a quantity stands behind it.
    for (std::size_t i = model.quantities.size(); i-- > 0;) {
        const auto index = index_at<QuantityIndex>(i);
        const ModelQuantity& quantity = model[index];
        const bool own = quantity.definition == nullptr;
        const bool answer = quantity.origin == Origin::computed &&
                            (own || !(quantity.definition->internal || quantity.definition->constant)) &&
                            !(quantity.tier >= 0 && takes_over(model, quantity));
        const bool given = quantity.origin == Origin::given && !quantity.inherited;
        if (own || answer || given) used[index] = 1;
        if (used[index] != 0) mark(quantity.names);
    }
    return used;
}

std::vector<std::string_view> catalog_names() {
    std::vector<std::string_view> names;
    for (const auto& row : built_in_catalog().definitions) names.push_back(row.name);
    return names;
}

Error unknown_quantity(const std::string& name, const std::optional<std::string>& near) {
    return {{},
            fmt::format("there is no quantity '{}'", name),
            near ? did_you_mean(name, *near) : Hint("`bote quantities` lists the quantities and their formulas")};
}

QuantityIndex find_asked(const Model& model, const std::string& quantity) {
    if (const auto found = model.find(quantity)) return *found;
    const Catalog& catalog = built_in_catalog();
    if (catalog.find(quantity))
        refuse(fmt::format("'{}' cannot be computed from this workload", quantity),
               "`bote quantities` lists the quantities and their formulas");
    for (const DefinitionIndex meant : meant_by(catalog, quantity)) {
        const std::string name(catalog[meant].name);
        if (model.find(name)) throw InputError(unknown_quantity(quantity, name));
    }
    std::vector<std::string_view> known;
    for (const auto& each : model.quantities) known.push_back(each.name);
    // What may be absent here is named too: then that is said next.
    const auto all = catalog_names();
    known.insert(known.end(), all.begin(), all.end());
    std::vector<std::string> members;
    for (const auto& object : model.objects) {
        for (const auto name : all) members.push_back(fmt::format("{}.{}", object, name));
    }
    known.insert(known.end(), members.begin(), members.end());
    throw InputError(unknown_quantity(quantity, closest(quantity, known)));
}

std::string_view owner_of(const Model& model, const ModelQuantity& quantity) {
    if (quantity.object >= 0) return model.objects[at(quantity.object)];
    if (quantity.tier >= 0) return model.tiers[at(quantity.tier)].name;
    return "";
}

Span where_given(const Model& model, const ModelQuantity& quantity) {
    return quantity.place < 0 ? Span{} : model.places[at(quantity.place)];
}

std::string value_text(const Estimate& estimate, QuantityIndex index) {
    return format(estimate.values.quantities[index], estimate.model[index].display, estimate.model.conventions);
}

std::optional<double> finite_value(const Estimate& estimate, std::string_view name) {
    const auto index = estimate.model.find(name);
    if (!index || !std::isfinite(estimate.values.quantities[*index])) return std::nullopt;
    return estimate.values.quantities[*index];
}

Cell cell_of(const Estimate& estimate, QuantityIndex index) {
    return Quantity{estimate.values.quantities[index], estimate.model[index].display, kShownDigits, number_of(index)};
}

Cell cell_of(const Estimate& estimate, std::string_view name) {
    const auto found = estimate.model.find(name);
    return found ? cell_of(estimate, *found) : Cell{};
}

Cell cell_in(const Estimate& estimate, std::string_view name, const Display& display) {
    const auto found = estimate.model.find(name);
    return found ? Cell{Quantity{estimate.values.quantities[*found], display, kShownDigits, number_of(*found)}}
                 : Cell{};
}

std::string working_of(const Estimate& estimate, QuantityIndex index, int digits) {
    const ModelQuantity& quantity = estimate.model[index];
    return print_with_values(
        quantity.formula->tree, quantity.formula->text, [&](std::uint32_t name) -> std::optional<ShownValue> {
            const Binding& binding = quantity.names[name];
            if (binding.quantity == QuantityIndex::none) {
                if (!binding.is_word) return std::nullopt;
                return ShownValue{"1", std::nullopt};
            }
            const double value = estimate.values.quantities[binding.quantity];
            const ModelQuantity& named = estimate.model[binding.quantity];
            const std::optional<double> neutral = named.neutral ? std::optional(value) : std::nullopt;
            return ShownValue{format(value, named.display, estimate.model.conventions, digits), neutral};
        });
}

bool is_whole(const ModelQuantity& quantity) {
    return quantity.definition != nullptr && quantity.definition->bounds.whole;
}

std::string sheet_title(std::string_view name, const Display& display) {
    const std::string unit = plain_unit(display);
    return unit.empty() ? std::string(name) : fmt::format("{} [{}]", name, unit);
}

Datum number_datum(double value) { return {value}; }

Datum value_datum(const Estimate& estimate, QuantityIndex index, double value) {
    return {plain_value(value, estimate.model[index].display, estimate.model.conventions)};
}

Datum text_datum(std::string text) { return {std::move(text)}; }

Datum datum_of(const Estimate& estimate, QuantityIndex index) {
    const ModelQuantity& quantity = estimate.model[index];
    const double value = estimate.values.quantities[index];
    Datum::Object object;
    if (std::isfinite(value)) object.push_back({"value", value_datum(estimate, index, value)});
    object.push_back({"unit", text_datum(plain_unit(quantity.display))});
    object.push_back({"text", text_datum(format(value, quantity.display, estimate.model.conventions))});
    object.push_back({"origin", text_datum(std::string(name_of(quantity.origin)))});
    return {std::move(object)};
}

Datum workload_datum(const Model& model) {
    return {Datum::Object{{"name", text_datum(model.name)}, {"file", text_datum(model.file)}}};
}

}  // namespace bote
