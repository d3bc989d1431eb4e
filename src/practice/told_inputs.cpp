#include "told_inputs.hpp"

#include <algorithm>
#include <functional>

#include "bote/base/index.hpp"

namespace bote {

ToldInputs::ToldInputs(const Estimate& estimate, const std::vector<Prompt>& prompts)
    : estimate_(estimate), model_(estimate.model), support_(support_of(estimate.model, prompts)) {
    for (const QuantityIndex i : model_.quantities.indices()) {
        const ModelQuantity& each = model_[i];
        if (support_.leaves[i] != 0 && !each.neutral && each.definition != nullptr)
            leaves_[each.definition->name].push_back(i);
        if (support_.all[i] == 0) continue;
        const double value = estimate_.values.quantities[i];
        Group& group = groups_.try_emplace(each.definition, Group{true, value, 0}).first->second;
        group.is_alike = group.is_alike && group.value == value;
        group.objects += each.object >= 0 ? 1 : 0;
    }
    some_are_coded_ = some_are_coded();
    const auto windows = values_of("cache_window");
    windows_alike_ = std::adjacent_find(windows.begin(), windows.end(), std::not_equal_to<>()) == windows.end();
}

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
    const auto found = leaves_.find(definition);
    if (found == leaves_.end()) return values;
    for (const QuantityIndex i : found->second) {
        const int of = model_[i].object;
        if (object < 0 || of < 0 || of == object) values.push_back(estimate_.values.quantities[i]);
    }
    return values;
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
    if (is("replication", index) && some_are_coded_) return false;
    const auto group = groups_.find(each.definition);
    const bool known = group != groups_.end();
    if (known && !(group->second.is_alike && group->second.value == estimate_.values.quantities[index])) return false;
    const bool own = each.object >= 0 && each.origin == Origin::given;
    return !own || (known ? group->second.objects : 0) == model_.objects.size();
}

}  // namespace bote
