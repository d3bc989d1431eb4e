#include "bote/views/common.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/formula/print.hpp"
#include "bote/model/find.hpp"
#include "bote/views/uncertainty.hpp"

namespace bote {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

constexpr Tier kTiers[] = {{"app", "Application"}, {"cache", "Cache"}, {"database", "Storage"}};

}  // namespace

std::vector<char> find_used(const Model& model) {
    std::vector<char> used(model.quantities.size(), 0);
    const auto mark = [&](std::span<const Binding> names) {
        for (const auto& name : names) {
            if (name.quantity >= 0) used[at(name.quantity)] = 1;
        }
    };
    for (const auto& expectation : model.expectations) {
        mark(expectation.left_names);
        mark(expectation.right_names);
    }
    // From the last to the first: what reads a quantity stands behind it.
    for (std::size_t i = model.quantities.size(); i-- > 0;) {
        const ModelQuantity& quantity = model.quantities[i];
        const bool own = quantity.definition == nullptr;
        const bool answer = quantity.origin == Origin::computed &&
                            (own || !(quantity.definition->internal || quantity.definition->constant));
        const bool given = quantity.origin == Origin::given && !quantity.inherited;
        if (own || answer || given) used[i] = 1;
        if (used[i] != 0) mark(quantity.names);
    }
    return used;
}

int find_asked(const Model& model, const std::string& quantity) {
    if (const auto found = model.find(quantity)) return *found;
    std::vector<std::string_view> known;
    for (const auto& each : model.quantities) known.push_back(each.name);
    const Catalog& catalog = built_in_catalog();
    const bool absent = catalog.find(quantity).has_value();
    const std::string what = absent ? fmt::format("'{}' cannot be computed from this workload", quantity)
                                    : fmt::format("there is no quantity '{}'", quantity);
    auto near = closest(quantity, known);
    for (const int meant : meant_by(catalog, quantity)) {
        const std::string name(catalog.definitions[at(meant)].name);
        if (!near && model.find(name)) near = name;
    }
    throw InputError(Error{{},
                           what,
                           near && !absent ? fmt::format("did you mean '{}'?", *near)
                                           : "`bote quantities` lists the quantities and their formulas"});
}

Cell cell_of(const Estimate& estimate, int index) {
    return Quantity{estimate.values.quantities[at(index)], estimate.model.quantities[at(index)].display};
}

Cell cell_of(const Estimate& estimate, std::string_view name) {
    const auto found = estimate.model.find(name);
    return found ? cell_of(estimate, *found) : Cell{};
}

Cell cell_in(const Estimate& estimate, std::string_view name, const Display& display) {
    const auto found = estimate.model.find(name);
    return found ? Cell{Quantity{estimate.values.quantities[at(*found)], display}} : Cell{};
}

std::string working_of(const Estimate& estimate, int index, int digits) {
    const ModelQuantity& quantity = estimate.model.quantities[at(index)];
    return print_with_values(
        quantity.way->tree, quantity.way->text, [&](std::uint32_t name) -> std::optional<ShownValue> {
            const Binding& binding = quantity.names[name];
            if (binding.quantity < 0) {
                if (!binding.is_word) return std::nullopt;
                return ShownValue{"1", std::nullopt};
            }
            const double value = estimate.values.quantities[at(binding.quantity)];
            const ModelQuantity& named = estimate.model.quantities[at(binding.quantity)];
            const std::optional<double> neutral = named.neutral ? std::optional(value) : std::nullopt;
            return ShownValue{format(value, named.display, estimate.model.conventions, digits), neutral};
        });
}

std::span<const Tier> all_tiers() { return kTiers; }

std::vector<int> find_resources(const Model& model, std::string_view tier) {
    std::vector<int> resources;
    for (const int definition : built_in_catalog().starting_with(std::string(tier) + ".by_")) {
        const int index = model.of_definition[at(definition)];
        if (index >= 0) resources.push_back(index);
    }
    std::sort(resources.begin(), resources.end());
    return resources;
}

std::string spoken_resource(std::string resource) {
    if (resource == "iops") return "disk operations";
    if (resource == "throughput") return "disk throughput";
    return resource;
}

bool is_tier(std::string_view name) {
    return std::any_of(std::begin(kTiers), std::end(kTiers), [&](const Tier& tier) { return tier.name == name; });
}

int largest_of(const std::vector<int>& quantities, const Values& values) {
    return largest_by(quantities, [&](std::size_t i) { return values.quantities[at(quantities[i])]; });
}

std::string resource_name(const Model& model, int quantity) {
    constexpr std::string_view kBy = ".by_";
    const std::string_view name = model.quantities[at(quantity)].name;
    return spoken_resource(std::string(name.substr(name.find(kBy) + kBy.size())));
}

std::optional<Bound> find_bound(const Estimate& estimate, std::string_view tier) {
    std::optional<Bound> bound;
    double most = -INFINITY;
    for (const int index : find_resources(estimate.model, tier)) {
        if (!(estimate.values.quantities[at(index)] > most)) continue;
        most = estimate.values.quantities[at(index)];
        bound = Bound{index, std::string(estimate.model.quantities[at(index)].name).substr(tier.size() + 4)};
    }
    return bound;
}

namespace {

/// The unit in which somebody wrote a plain value such as `12 Gbps` or `50 billion/month`.
std::optional<Display> written_display(Tree tree) {
    if (tree.empty() || tree[0].op != Op::literal || tree[0].written == Written::ratio) return std::nullopt;
    Display display;
    if (tree[0].unit != kNoUnit) {
        display.numerator = unit_at(tree[0].unit).dimension == kMoney ? Numerator::money : Numerator::fixed;
        display.unit = tree[0].unit;
        display.dimension = unit_at(tree[0].unit).dimension;
    } else if (tree[0].written == Written::percent) {
        display.numerator = Numerator::share;
    }
    for (std::size_t i = 1; i < tree.size(); i += 2) {
        const bool per = i + 1 < tree.size() && tree[i].op == Op::literal && tree[i].unit != kNoUnit &&
                         tree[i].number == 1 && tree[i + 1].op == Op::divide;
        if (!per || i / 2 >= display.per.size()) return std::nullopt;
        display.per[i / 2] = tree[i].unit;
        display.dimension = display.dimension / unit_at(tree[i].unit).dimension;
    }
    return tree.size() == 1 && tree[0].unit == kNoUnit && tree[0].written != Written::percent ? std::nullopt
                                                                                              : std::optional(display);
}

/// 1563 asks for an answer of four digits.
int digits_of(double number) {
    constexpr int kMostDigits = 9;
    for (int digits = kShownDigits; digits < kMostDigits; ++digits) {
        if (format_number(number, digits) == format_number(number, kMostDigits)) return digits;
    }
    return kMostDigits;
}

/// The unit of the right side as it is written, where the left one reads well in it; else that of the left one.
Display left_display(const Estimate& estimate, const BoundExpectation& expectation, double value) {
    const auto written = written_display(expectation.right);
    if (written && reads_well(value, *written, estimate.model.conventions)) return *written;
    const auto names = expectation.left_names;
    const bool lone = expectation.left.size() == 1 && !names.empty() && names.front().quantity >= 0;
    return lone ? estimate.model.quantities[at(names.front().quantity)].display : display_for(expectation.dimension);
}

}  // namespace

int telling_digits(int usual, const Terms& terms, double left, double right, const ShownAt& shown) {
    constexpr int kMostDigits = 15;
    constexpr double kSame = 1e-12;
    const bool truth = holds(terms, left, right);
    for (int digits = usual; digits < kMostDigits; ++digits) {
        auto [a, b] = shown(digits);
        if (std::abs(a - b) <= kSame * std::abs(b)) a = b;
        if (holds(terms, a, b) == truth) return digits;
    }
    return kMostDigits;
}

std::string left_text(const Estimate& estimate, const BoundExpectation& expectation, double left, double right) {
    const Conventions& conventions = estimate.model.conventions;
    const Tree written = expectation.right;
    const int usual = written.empty() || written[0].op != Op::literal ? kShownDigits : digits_of(written[0].number);
    const Display display = left_display(estimate, expectation, left);
    const int digits = telling_digits(usual, expectation.terms, left, right, [&](int each) {
        return std::pair(shown_value(left, display, conventions, each), right);
    });
    return format(left, display, conventions, digits);
}

bool expectation_holds(const Estimate& estimate, std::size_t index) {
    const double wanted = estimate.model.expectations[index].terms.chance;
    if (wanted > 0 && estimate.uncertainty) return estimate.uncertainty->samples.chances[index] >= wanted;
    return holds(estimate.model.expectations[index].terms, estimate.values.left[index], estimate.values.right[index]);
}

std::string found_text(const Estimate& estimate, std::size_t index) {
    const BoundExpectation& expectation = estimate.model.expectations[index];
    const double wanted = expectation.terms.chance;
    const auto chance = chance_of(estimate, index);
    if (chance && wanted > 0) return "chance " + chance_text(*chance, wanted);
    return left_text(estimate, expectation, estimate.values.left[index], estimate.values.right[index]);
}

bool is_whole(const ModelQuantity& quantity) {
    return quantity.definition != nullptr && quantity.definition->bounds.whole;
}

std::string sheet_title(std::string_view name, const Display& display) {
    const std::string unit = base_unit(display.dimension);
    return unit.empty() ? std::string(name) : fmt::format("{} [{}]", name, unit);
}

Datum number_datum(double value) { return {value}; }

Datum value_datum(const Estimate& estimate, int index, double value) {
    return {plain_value(value, estimate.model.quantities[at(index)].display, estimate.model.conventions)};
}

Datum text_datum(std::string text) { return {std::move(text)}; }

Datum datum_of(const Estimate& estimate, int index) {
    const ModelQuantity& quantity = estimate.model.quantities[at(index)];
    const double value = estimate.values.quantities[at(index)];
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
