#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/engine/bounds.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/parser.hpp"
#include "bote/views/asking.hpp"
#include "bote/views/common.hpp"
#include "bote/views/sweep.hpp"
#include "bote/yaml/yaml.hpp"

namespace bote {
namespace {

/// A value of a quantity, or a range of them, read as the quantity's formula would be.
Expression read_value(const Text& text, const ModelQuantity& quantity) {
    Expression tree = parse_formula(text, {});
    if (has_names(tree)) throw InputError(Error{text.span, "expected a value", "write a number with its unit"});
    settle(text, tree, {}, quantity.display.dimension);
    return tree;
}

constexpr std::uint64_t kUsualSteps = 10;

Steps steps_between(double low, double high, const StepsWanted& wanted, double unit) {
    constexpr double kWide = 20;
    const bool by_ratio = wanted.by_ratio ? *wanted.by_ratio : low > 0 && high / low >= kWide;
    if (by_ratio && low <= 0) throw InputError(Error{{}, "--scale log: the low end is not above zero", ""});
    if (!by_ratio) return {low, high, wanted.count.value_or(kUsualSteps + 1)};
    if (!wanted.count && unit > 0) return {.spacing = Spacing::listed, .values = easy_steps(low, high, unit)};
    return {low, high, wanted.count.value_or(kUsualSteps), Spacing::ratio};
}

/// Whole numbers alone, each once; of very many steps those by ratio may repeat the small ones.
Steps whole(const Steps& steps) {
    constexpr std::uint64_t kMostListed = 10'000;
    Steps result{.spacing = Spacing::listed};
    if (count_of(steps) > kMostListed && steps.spacing != Spacing::listed) {
        result = steps;
        result.whole = true;
        result.from = std::ceil(steps.from);
        result.to = std::floor(steps.to);
        const double numbers = result.to - result.from + 1;
        if (steps.spacing == Spacing::difference && numbers < static_cast<double>(steps.count))
            result.count = static_cast<std::uint64_t>(std::max(1.0, numbers));
        return result;
    }
    for (std::uint64_t i = 0; i < count_of(steps); ++i) {
        const double value = std::round(value_at(steps, i));
        if (result.values.empty() || result.values.back() != value) result.values.push_back(value);
    }
    return result;
}

/// What may be tried for the quantity: within its bounds, and whole where only whole numbers make sense.
Steps checked(const Steps& steps, const ModelQuantity& quantity, const Span& where, const Conventions& conventions) {
    const Steps result = is_whole(quantity) ? whole(steps) : steps;
    // What is listed is meant as it is. Of steps, what lies between two ends that are possible is possible.
    std::vector<double> tried = steps.values;
    if (steps.spacing != Spacing::listed)
        tried = result.spacing == Spacing::listed ? result.values : std::vector{result.from, result.to};
    for (const double value : tried) {
        auto [what, hint] = value_problem(quantity, value, conventions);
        if (!what.empty()) throw InputError(Error{where, fmt::format("{}: {}", quantity.name, what), hint});
    }
    return result;
}

}  // namespace

SweepInput read_sweep_input(const std::string& word, Estimate& estimate, const StepsWanted& wanted) {
    const auto source = make_source(show_in_line(word), word, SourceKind::option);
    check_text(source);
    const auto equals = word.find('=');
    const AskedInput asked = read_input_name(word.substr(0, equals));
    const std::string& name = asked.name;
    SweepInput input{find_input(asked, estimate.model), {}};
    const ModelQuantity& quantity = estimate.model.quantities[static_cast<std::size_t>(input.quantity)];
    const Conventions& conventions = estimate.model.conventions;
    const auto text_at = [&](std::size_t begin, std::size_t end) {
        return Text{word.substr(begin, end - begin), {source, begin, end}, true, name};
    };
    const auto dots = word.find("..", equals);
    if (dots != std::string::npos) {
        Text range = text_at(equals + 1, word.size());
        range.text.replace(dots - equals - 1, 2, " to ");
        range.exact = false;
        const Expression tree = read_value(range, quantity);
        const auto ends = range_ends(tree, conventions);
        if (!ends || !(ends->first < ends->second)) {
            const auto part = [&](std::size_t begin, std::size_t end) {
                return trim(std::string_view(word).substr(begin, end - begin));
            };
            const bool swapped = ends && ends->first > ends->second;
            throw InputError(Error{
                range.span, "the low end is not below the high end",
                swapped ? fmt::format("write `{}={}..{}`", name, part(dots + 2, word.size()), part(equals + 1, dots))
                        : "write `dau=1M..1B`"});
        }
        const double unit = scale_for(ends->second, quantity.display, conventions).divisor;
        input.steps =
            checked(steps_between(ends->first, ends->second, wanted, unit), quantity, range.span, conventions);
        return input;
    }
    input.steps.spacing = Spacing::listed;
    for (std::size_t begin = equals + 1; begin <= word.size();) {
        const auto comma = std::min(word.find(',', begin), word.size());
        const Text text = text_at(begin, comma);
        const Expression tree = read_value(text, quantity);
        if (range_ends(tree, conventions))
            throw InputError(Error{text.span, "a sweep takes one value after the other", "write `dau=1M..2M`"});
        input.steps.values.push_back(evaluate(tree, {}, conventions));
        begin = comma + 1;
    }
    input.steps = checked(input.steps, quantity, text_at(equals + 1, word.size()).span, conventions);
    return input;
}

}  // namespace bote
