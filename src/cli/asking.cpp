#include "asking.hpp"

#include <fmt/format.h>

#include "bote/model/asked.hpp"
#include "bote/views/common.hpp"

namespace bote {

Names names_asked(std::span<const std::string> words) {
    Names names;
    for (const auto& word : words) names.push_back(asked_name(word));
    return names;
}

Overlay asking(const Names& asked, Overlay overlay) {
    Errors errors;
    for (const auto& word : asked) {
        if (is_name_asked(word)) continue;
        try {
            add_definition(read_asked(word), overlay.own);
        } catch (const InputError& problem) {
            errors.insert(errors.end(), problem.errors().begin(), problem.errors().end());
        }
    }
    if (!errors.empty()) throw InputError(std::move(errors));
    return overlay;
}

AskedInput read_input_name(const std::string& word) {
    const std::string name = asked_name(word);
    if (is_name_asked(name)) return {name, std::nullopt};
    OwnQuantity own = read_asked(name);
    if (!is_name_asked(own.value.text))
        throw InputError(Error{own.value.span, "expected the name of an input, found a formula",
                               "an input such as `dau` can be varied; formulas are for what is computed"});
    return {own.value.text, std::move(own)};
}

int find_input(const AskedInput& input, Model& model) {
    const int index = find_asked(model, input.name);
    if (!input.in || !input.in->unit) return index;
    ModelQuantity& quantity = model.quantities[static_cast<std::size_t>(index)];
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

}  // namespace bote
