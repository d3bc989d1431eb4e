#include "bote/practice/rounding.hpp"

#include <cmath>

namespace bote {

std::vector<Rounding> roundings_of(const Model& model) {
    constexpr double kRoundMonth = 2.5e6;
    std::vector<Rounding> all{{"10^5 s a day", model.whiteboard}, {"2.5M s a month", model.conventions}};
    all.back().conventions.month = kRoundMonth;
    return all;
}

Truth truth_of(const Model& model, QuantityIndex quantity) {
    constexpr double kSame = 0.01;
    const Variants variants(model, quantity);
    Truth truth{variants.exact(), variants.value_on_whiteboard({}), {}};
    for (const auto& rounding : roundings_of(model)) {
        const double value = variants.value_under(rounding.conventions, {});
        if (std::abs(value / truth.exact - 1) > kSame) truth.rounded.push_back({rounding.words, value});
    }
    return truth;
}

std::vector<double> rounded_values(const Variants& variants, std::span<const Replacement> changes) {
    std::vector<double> values;
    for (const auto& rounding : roundings_of(variants.model()))
        values.push_back(variants.value_under(rounding.conventions, changes));
    values.push_back(variants.value_on_whiteboard(changes));
    return values;
}

}  // namespace bote
