#include "completed.hpp"

#include <algorithm>

#include "bote/base/index.hpp"
#include "bote/engine/reduced.hpp"
#include "bote/views/common.hpp"
#include "bote/views/shown.hpp"

namespace bote {

CompletedFigures::CompletedFigures(const Estimate& estimate)
    : estimate_(estimate),
      users_(estimate.model.quantities.size()),
      last_(estimate.model.quantities.size(), 0),
      rank_(estimate.model.quantities.size(), 0) {
    find_users();
    find_last_inputs();
    std::size_t line = 0;
    const auto rank = [&](QuantityIndex index) {
        if (rank_[index] == 0) rank_[index] = ++line;
    };
    for (const auto& name : overview_names(Overview::scenarios, estimate.model)) {
        if (const auto index = estimate.model.find(name)) rank(*index);
    }
    main_figures_ = line;
    for (const auto& section : shown_sections(estimate, Extent::all)) {
        for (const QuantityIndex index : section.quantities) rank(index);
    }
}

bool CompletedFigures::is_of_same_object(QuantityIndex figure, QuantityIndex input) const {
    const int object = estimate_.model[input].object;
    return object >= 0 && estimate_.model[figure].object == object;
}

bool CompletedFigures::is_worth_showing(QuantityIndex figure, QuantityIndex input) const {
    const ModelQuantity& quantity = estimate_.model[figure];
    const bool is_internal = quantity.definition == nullptr || quantity.definition->internal;
    const bool is_told = rank_[figure] > 0 || (is_of_same_object(figure, input) && !is_internal);
    const bool says_more = quantity.display.dimension != estimate_.model[input].display.dimension ||
                           estimate_.values.quantities[figure] != estimate_.values.quantities[input];
    return is_told && quantity.origin == Origin::computed && says_more;
}

bool CompletedFigures::is_better(QuantityIndex figure, QuantityIndex other, QuantityIndex input) const {
    const bool own = is_of_same_object(figure, input);
    if (own != is_of_same_object(other, input)) return own;
    if (rank_[figure] == 0 || rank_[other] == 0) return rank_[figure] > rank_[other];
    return rank_[figure] < rank_[other];
}

void CompletedFigures::find_users() {
    const Reduction reduction = reduce_formulas(estimate_.model, estimate_.values.quantities);
    for (const QuantityIndex i : users_.indices()) {
        for (const QuantityIndex name : names_in(reduction.formulas[i])) users_[name].push_back(i);
    }
}

/// Quantities come behind those that their formulas name.
void CompletedFigures::find_last_inputs() {
    for (const QuantityIndex i : last_.indices()) {
        const Span given = where_given(estimate_.model, estimate_.model[i]);
        if (given.source) last_[i] = std::max(last_[i], given.begin + 1);
        for (const QuantityIndex user : users_[i]) last_[user] = std::max(last_[user], last_[i]);
    }
}

std::optional<QuantityIndex> CompletedFigures::by(QuantityIndex input) const {
    const Span given = where_given(estimate_.model, estimate_.model[input]);
    if (!given.source) return std::nullopt;
    QuantityMarks seen(users_.size(), 0);
    std::vector<QuantityIndex> nearest{input};
    std::optional<QuantityIndex> found;
    while (!nearest.empty()) {
        const bool was_found = found.has_value();
        std::vector<QuantityIndex> next;
        for (const QuantityIndex from : nearest) {
            for (const QuantityIndex user : users_[from]) {
                if (seen[user] != 0 || last_[user] > given.begin + 1) continue;
                seen[user] = 1;
                next.push_back(user);
                if (is_worth_showing(user, input) && (!found || is_better(user, *found, input))) found = user;
            }
        }
        // A main figure one step behind the nearest is worth more: `storage` rather than `filled`. Of an object's input
        // the object's own figure is worth most.
        const bool is_main = found && (rank_[*found] <= main_figures_ || is_of_same_object(*found, input));
        if (was_found || is_main) break;
        nearest = std::move(next);
    }
    return found;
}

}  // namespace bote
