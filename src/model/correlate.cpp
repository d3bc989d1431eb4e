#include "correlate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"

namespace bote {
namespace {

/// The number of a correlation. Throws InputError where it is none.
double correlation_of(const Text& text) {
    const Expression tree = parse_formula(text, {});
    const bool plain = !has_names(tree) && !is_uncertain(tree) && check_dimensions(text, tree, {}).dimension == kCount;
    const double value = plain ? evaluate(tree, {}, Conventions{}) : NAN;
    if (!(value >= -1 && value <= 1))
        throw InputError(Error{text.part(0, text.text.size()), "a correlation is a number from -1 to 1", ""});
    return value;
}

/// The correlation of two quantities, whichever stands first; null if there is none yet.
const BoundCorrelation* find_pair(const Model& model, QuantityIndex first, QuantityIndex second) {
    const auto found =
        std::find_if(model.correlations.begin(), model.correlations.end(), [&](const BoundCorrelation& each) {
            return std::minmax(each.first, each.second) == std::minmax(first, second);
        });
    return first == QuantityIndex::none || second == QuantityIndex::none || found == model.correlations.end() ? nullptr
                                                                                                              : &*found;
}

}  // namespace

void bind_correlations(const Workload& workload, Model& model) {
    Errors errors;
    const auto find = [&](const Text& name) {
        const auto found = model.find(name.text);
        if (!found)
            errors.push_back({name.span, fmt::format("there is no quantity '{}'", show_in_line(name.text)), ""});
        else if (!is_uncertain(model[*found].formula->tree))
            errors.push_back({name.span, fmt::format("'{}' is not given as a range", name.text), "write `10 to 20`"});
        return found.value_or(QuantityIndex::none);
    };
    // A value that was laid over a range leaves nothing to be correlated.
    const auto lapses = [&](const Text& name) {
        const auto found = model.find(name.text);
        return found && model[*found].layer == Layer::option && !is_uncertain(model[*found].formula->tree);
    };
    for (const auto& each : workload.correlations) {
        if (lapses(each.first) || lapses(each.second)) continue;
        const QuantityIndex first = find(each.first);
        const QuantityIndex second = find(each.second);
        const auto* before = find_pair(model, first, second);
        if (before != nullptr)
            errors.push_back({each.first.span,
                              fmt::format("`{}` and `{}` are correlated already, on line {}", each.first.text,
                                          each.second.text, location_of(before->where).line),
                              "keep one of the two"});
        if (first != QuantityIndex::none && first == second)
            errors.push_back({each.first.span, "a quantity goes with another one", ""});
        collect_errors(errors, [&] {
            model.correlations.push_back({first, second, correlation_of(each.value), each.first.span});
        });
    }
    if (!errors.empty()) throw InputError(std::move(errors));
}

}  // namespace bote
