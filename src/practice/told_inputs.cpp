#include "told_inputs.hpp"

#include <algorithm>
#include <functional>

#include "bote/base/index.hpp"

namespace bote {
bool ToldInputs::is_needed(QuantityIndex index) const {
    if (support_.leaves[index] == 0 || !is_told(estimate_, index)) return false;
    return !is("cache_window", index) || !windows_alike();
}

bool ToldInputs::is(std::string_view definition, QuantityIndex index) const {
    const ModelQuantity& each = model_[index];
    return each.definition != nullptr && each.definition->name == definition;
}

std::vector<double> ToldInputs::values_of(std::string_view definition, int object) const {
    std::vector<double> values;
    for (const QuantityIndex i : support_.leaves.indices()) {
        const int of = model_[i].object;
        const bool neutral = model_[i].neutral;
        if (support_.leaves[i] != 0 && !neutral && is(definition, i) && (object < 0 || of < 0 || of == object))
            values.push_back(estimate_.values.quantities[i]);
    }
    return values;
}

bool ToldInputs::windows_alike() const {
    const auto windows = values_of("cache_window");
    return std::adjacent_find(windows.begin(), windows.end(), std::not_equal_to<>()) == windows.end();
}

bool ToldInputs::starts_empty() const {
    const auto horizon = values_of("horizon");
    const auto kept = values_of("retention");
    const bool longer = !horizon.empty() && std::any_of(kept.begin(), kept.end(),
                                                        [&](double retention) { return retention > horizon.front(); });
    return longer && values_of("existing").empty() && values_of("existing_data").empty();
}

bool ToldInputs::some_are_coded() const {
    const auto indices = model_.quantities.indices();
    return std::any_of(indices.begin(), indices.end(), [&](QuantityIndex i) {
        return is("erasure_coding", i) && model_[i].object >= 0 && !model_[i].neutral;
    });
}

bool ToldInputs::is_alike(QuantityIndex index) const {
    const ModelQuantity& each = model_[index];
    if (is("replication", index) && some_are_coded()) return false;
    std::size_t objects = 0;
    for (const QuantityIndex i : model_.quantities.indices()) {
        if (support_.all[i] == 0 || model_[i].definition != each.definition) continue;
        if (estimate_.values.quantities[i] != estimate_.values.quantities[index]) return false;
        objects += model_[i].object >= 0 ? 1 : 0;
    }
    const bool own = each.object >= 0 && each.origin == Origin::given;
    return !own || objects == model_.objects.size();
}

}  // namespace bote
