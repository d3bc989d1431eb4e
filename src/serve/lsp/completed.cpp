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
    const auto rank = [&](int index) {
        if (rank_[at(index)] == 0) rank_[at(index)] = ++line;
    };
    for (const auto& name : overview_names(Overview::scenarios, estimate.model)) {
        if (const auto index = estimate.model.find(name)) rank(*index);
    }
    main_figures_ = line;
    for (const auto& section : shown_sections(estimate, Extent::all)) {
        for (const int index : section.quantities) rank(index);
    }
}

bool CompletedFigures::is_worth_showing(std::size_t figure, std::size_t input) const {
    const ModelQuantity& quantity = estimate_.model.quantities[figure];
    return rank_[figure] > 0 && quantity.origin == Origin::computed &&
           estimate_.values.quantities[figure] != estimate_.values.quantities[input];
}

void CompletedFigures::find_users() {
    const Reduction reduction = reduce_formulas(estimate_.model, estimate_.values.quantities);
    for (std::size_t i = 0; i < users_.size(); ++i) {
        for (const int name : names_in(reduction.formulas[i])) users_[at(name)].push_back(i);
    }
}

/// Quantities come behind those that their formulas name.
void CompletedFigures::find_last_inputs() {
    for (std::size_t i = 0; i < last_.size(); ++i) {
        const Span given = where_given(estimate_.model, estimate_.model.quantities[i]);
        if (given.source) last_[i] = std::max(last_[i], given.begin + 1);
        for (const std::size_t user : users_[i]) last_[user] = std::max(last_[user], last_[i]);
    }
}

std::optional<std::size_t> CompletedFigures::by(std::size_t input) const {
    const Span given = where_given(estimate_.model, estimate_.model.quantities[input]);
    if (!given.source) return std::nullopt;
    std::vector<char> seen(users_.size(), 0);
    std::vector<std::size_t> nearest{input};
    std::optional<std::size_t> found;
    while (!nearest.empty()) {
        const bool was_found = found.has_value();
        std::vector<std::size_t> next;
        for (const std::size_t from : nearest) {
            for (const std::size_t user : users_[from]) {
                if (seen[user] != 0 || last_[user] > given.begin + 1) continue;
                seen[user] = 1;
                next.push_back(user);
                if (is_worth_showing(user, input) && (!found || rank_[user] < rank_[*found])) found = user;
            }
        }
        // A main figure one step behind the nearest is worth more: `storage` rather than `filled`.
        if (was_found || (found && rank_[*found] <= main_figures_)) break;
        nearest = std::move(next);
    }
    return found;
}

}  // namespace bote
