#include "bote/views/asking.hpp"

#include <algorithm>
#include <cmath>
#include <exception>

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/coding.hpp"
#include "bote/model/asked.hpp"
#include "bote/model/find.hpp"
#include "bote/views/common.hpp"

namespace bote {
namespace {

/// "1", "2" of what is above 1: availability zones, letters of an alphabet.
std::string least_number(const Bounds& bounds) {
    const double low = bounds.low.empty() ? 0 : evaluate(bounds.low, {}, {});
    return fmt::format("{}", bounds.low_allowed ? std::max(low, 1.0) : std::floor(low) + 1);
}

/// "1 B", "$1", "50%": a value to begin with.
std::string one_of(DefinitionIndex definition) {
    const Display& display = built_in_catalog()[definition].display;
    const std::string unit = base_unit(display.dimension);
    if (display.numerator == Numerator::share) return "50%";
    if (unit.empty()) return least_number(built_in_catalog()[definition].bounds);
    if (const std::string money = plain_unit(display); money.starts_with('$')) return "$1" + money.substr(1);
    return (unit.starts_with('/') ? "1" : "1 ") + unit;
}

/// A setting that nobody wrote: what is wrong with it is said of its name.
Setting setting_of(const std::string& name, std::string value) {
    const Span where{make_source(name, name, SourceKind::option), 0, name.size()};
    return {{name, where, true, ""}, std::nullopt, {std::move(value), where, false, name}, Layer::option};
}

/// Adds the names that no quantity has, whatever else the workload says: once its errors are mended, these would be
/// told.
void add_unknown(const Names& asked, const Workload& workload, const Overlay& overlay, Errors& errors) {
    std::vector<std::string_view> known = catalog_names();
    for (const auto* all : {&workload.own, &overlay.own}) {
        for (const OwnQuantity& own : *all) known.push_back(own.name.text);
    }
    for (const Tier& tier : built_in_catalog().page.tiers) known.push_back(tier.name);  // for a map of bottlenecks
    for (const TierSection& tier : workload.tiers) known.push_back(tier.name.text);
    for (const auto& name : asked) {
        const bool is_member = name.find('.') != std::string::npos;
        if (is_member || !is_name_asked(name) || std::find(known.begin(), known.end(), name) != known.end()) continue;
        const auto meant = meant_by(built_in_catalog(), name);
        errors.push_back(unknown_quantity(
            name, meant.empty() ? closest(name, known) : std::string(built_in_catalog()[meant.front()].name)));
    }
}

/// An estimate; its errors are thrown together with the names that no quantity has.
template <class Compute>
Estimate with_unknown_told(const Names& asked, const Workload& workload, const Overlay& overlay, Compute compute) {
    try {
        return compute();
    } catch (const InputError& problem) {
        Errors errors = problem.errors();
        add_unknown(asked, workload, overlay, errors);
        throw InputError(std::move(errors));
    }
}

/// With a value to begin with for each of the inputs that has none.
Estimate compute_filled(const Names& inputs, const Workload& workload, const Overlay& overlay) {
    std::optional<Estimate> estimate;
    std::exception_ptr problem;
    const auto lacks = [&](const std::string& name) {
        if (!built_in_catalog().find(name)) return false;
        return estimate ? !estimate->model.find(name) : !gives(workload, overlay, name);
    };
    const auto fill = [&] {
        Overlay filling = overlay;
        Names filled;
        std::copy_if(inputs.begin(), inputs.end(), std::back_inserter(filled), lacks);
        for (const auto& name : filled)
            filling.options.push_back(setting_of(name, one_of(*built_in_catalog().find(name))));
        Estimate result = compute_estimate(workload, filling);
        for (const auto& name : filled) std::erase(result.model.given, name);  // nobody said so
        return result;
    };
    try {
        estimate = compute_estimate(workload, overlay);
    } catch (const InputError&) {  // a formula or the condition may lack just this
        if (std::none_of(inputs.begin(), inputs.end(), lacks)) throw;
        problem = std::current_exception();
    }
    try {
        if (!estimate || std::any_of(inputs.begin(), inputs.end(), lacks)) estimate = fill();
    } catch (const InputError&) {
        if (problem) std::rethrow_exception(problem);  // it lacks more
        throw;
    }
    return std::move(*estimate);
}

void check_present(const Names& asked, const Model& model, const Workload& workload, const Overlay& overlay) {
    Errors errors;
    for (const auto& name : asked) {
        if (model.find(name)) continue;
        const std::string missing = describe_missing(workload, overlay, name);
        if (missing.empty()) continue;
        const bool is_input = missing == "`" + name + "`";
        errors.push_back({{},
                          is_input
                              ? fmt::format("'{}' has no value in this workload", name)
                              : fmt::format("'{}' cannot be computed from this workload: it needs {}", name, missing),
                          fmt::format("give {} in the file, or with --set", is_input ? "it" : "what is missing")});
    }
    if (!errors.empty()) throw InputError(std::move(errors));
}

}  // namespace

Names names_asked(std::span<const std::string> words) {
    Names names;
    for (const auto& word : words) names.push_back(asked_name(word));
    return names;
}

Overlay asking(const Names& asked, Overlay overlay) {
    for (const auto& word : asked) {
        if (is_name_asked(word)) continue;
        collect_errors(overlay.errors, [&] { add_definition(read_asked(word), overlay.own); });
    }
    return overlay;
}

AskedInput read_input_name(const std::string& word) {
    const std::string name = asked_name(word);
    const auto definition = built_in_catalog().find(std::string_view(name).substr(name.rfind('.') + 1));
    if (definition && built_in_catalog()[*definition].unit == kCodingUnit)
        throw InputError(
            Error{{make_source(name, name, SourceKind::option), 0, name.size()},
                  fmt::format("`{}` is two numbers, data and parity parts, of which none can be varied alone", name),
                  fmt::format("compare two of them: `bote compare W --set {}=8+4`", name)});
    if (is_name_asked(name)) return {name, std::nullopt};
    OwnQuantity own = read_asked(name);
    if (!is_name_asked(own.value.text))
        throw InputError(Error{own.value.span, "expected the name of an input, found a formula",
                               "an input such as `dau` can be varied; formulas are for what is computed"});
    return {own.value.text, std::move(own)};
}

QuantityIndex find_input(const AskedInput& input, Model& model) {
    const QuantityIndex index = find_asked(model, input.name);
    if (!input.in || !input.in->unit) return index;
    ModelQuantity& quantity = model[index];
    const Text& unit = *input.in->unit;
    const auto display = parse_display(unit.text);
    if (!display)
        throw InputError(Error{unit.span, fmt::format("'{}' is not a unit", unit.text), "write `in million`"});
    if (display->dimension != quantity.display.dimension)
        throw InputError(Error{unit.span,
                               fmt::format("{} is {}, not {}", quantity.name, describe(quantity.display.dimension),
                                           describe(display->dimension)),
                               ""});
    quantity.display = as_asked(*display);
    return index;
}

bool gives(const Workload& workload, const Overlay& overlay, std::string_view name) {
    const auto is_it = [&](const Setting& setting) { return setting.key.text == name; };
    return std::any_of(workload.settings.begin(), workload.settings.end(), is_it) ||
           std::any_of(overlay.options.begin(), overlay.options.end(), is_it);
}

Estimate estimate_for(const Names& asked, const Workload& workload, const Overlay& overlay) {
    Estimate estimate =
        with_unknown_told(asked, workload, overlay, [&] { return compute_estimate(workload, asking(asked, overlay)); });
    check_present(asked, estimate.model, workload, overlay);
    return estimate;
}

Estimate estimate_with(const Names& inputs, const Names& asked, const Workload& workload, Overlay overlay) {
    overlay = asking(asked, std::move(overlay));
    Names named = asked;
    named.insert(named.end(), inputs.begin(), inputs.end());
    Estimate estimate =
        with_unknown_told(named, workload, overlay, [&] { return compute_filled(inputs, workload, overlay); });
    check_present(asked, estimate.model, workload, overlay);
    return estimate;
}

}  // namespace bote
