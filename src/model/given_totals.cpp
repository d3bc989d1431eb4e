#include "given_totals.hpp"

#include <algorithm>

#include "bote/base/index.hpp"

namespace bote {

GivenTotals::GivenTotals(const NodeTable& nodes, const GivenInForce& given) : nodes_(nodes), given_(given) {
    if (!nodes.has_objects()) return;
    const auto count = nodes.catalog().definitions.size();
    for (const DefinitionIndex each : nodes.catalog().definitions.indices())
        any_ = any_ || (nodes.kind_of(each) == Class::total && this->given(each, 0) != nullptr);
    if (!any_) return;
    same_.resize(count, Answer::unknown);
    rests_.resize(count, Rests::unknown);
}

const Given* GivenTotals::given(DefinitionIndex definition, int scope) const {
    return given_[nodes_.id(definition, scope)];
}

bool GivenTotals::is_given_in_object(DefinitionIndex definition) const {
    for (int scope = 1; scope < nodes_.scopes(); ++scope) {
        if (given(definition, scope) != nullptr) return true;
    }
    return false;
}

bool GivenTotals::is_open_at_top(const Alternative& alternative) const {
    const auto is_given = [&](DefinitionIndex name) {
        return nodes_.kind_of(name) == Class::total && given(name, 0) != nullptr;  // a policy is that of the objects
    };
    return !alternative.back && std::all_of(alternative.given.begin(), alternative.given.end(), is_given);
}

/// Whether a policy has one value, that of the top level, in all objects.
bool GivenTotals::is_same_for_all(DefinitionIndex definition) const {
    Answer& answer = same_[definition];
    if (answer != Answer::unknown) return answer == Answer::yes;
    answer = Answer::no;  // in a circle
    if (nodes_.kind_of(definition) == Class::policy && !is_given_in_object(definition)) {
        const auto& alternatives = nodes_.catalog()[definition].alternatives;
        const bool same = std::all_of(alternatives.begin(), alternatives.end(), [&](const Alternative& alternative) {
            const bool asked_of_objects = !alternative.given.empty() &&
                                          std::none_of(alternative.given.begin(), alternative.given.end(),
                                                       [&](DefinitionIndex name) { return is_given_in_object(name); });
            return asked_of_objects || is_of_no_home(alternative) || is_same_for_all(alternative);
        });
        if (same) answer = Answer::yes;
    }
    return answer == Answer::yes;
}

/// Whether an alternative is for objects in tiers of another kind than those of this workload, or of which nothing else
/// is given.
bool GivenTotals::is_of_no_home(const Alternative& alternative) const {
    const auto is_of_tiers = [&](DefinitionIndex name) { return nodes_.catalog().is_of_tiers(name); };
    if (std::none_of(alternative.names.begin(), alternative.names.end(), is_of_tiers)) return false;
    for (int tier = nodes_.scopes(); tier < nodes_.all_scopes(); ++tier) {
        if (nodes_.stored_in(tier).empty()) continue;
        const auto lacks = [&](DefinitionIndex name) { return is_of_tiers(name) && !nodes_.exists(name, tier); };
        const auto is_left_open = [&](DefinitionIndex name) {
            return is_of_tiers(name) && given(name, tier) == nullptr;
        };
        if (std::none_of(alternative.names.begin(), alternative.names.end(), lacks) &&
            std::none_of(alternative.given.begin(), alternative.given.end(), is_left_open))
            return false;
    }
    return true;
}

/// Whether an alternative names only what there is of the whole: totals, and what is the same in all objects.
bool GivenTotals::is_same_for_all(const Alternative& alternative) const {
    if (std::any_of(alternative.unless.begin(), alternative.unless.end(),
                    [&](DefinitionIndex name) { return is_given_in_object(name); }))
        return false;
    return std::all_of(alternative.names.begin(), alternative.names.end(), [&](DefinitionIndex name) {
        const Class kind = nodes_.kind_of(name);
        return kind == Class::total || kind == Class::workload || is_same_for_all(name);
    });
}

/// Whether the formula of sums is the sum of the formulas: no total is multiplied with another, or divided by one.
bool GivenTotals::adds_up(const Alternative& alternative) const {
    std::vector<char> has_total;
    for (const Node& node : alternative.tree) {
        const auto first = has_total.end() - node.arguments;
        const auto totals = std::count(first, has_total.end(), 1);
        const bool last = node.arguments > 0 && has_total.back() != 0;
        if (node.op == Op::multiply && totals > 1) return false;
        if ((node.op == Op::divide || node.op == Op::power) && last) return false;
        has_total.erase(first, has_total.end());
        const bool total = node.op == Op::name && nodes_.kind_of(alternative.names[node.name]) == Class::total;
        has_total.push_back(total || totals > 0 ? 1 : 0);
    }
    return true;
}

/// Whether each object has its part of a given total: spread.hpp.
bool GivenTotals::is_shared_out(DefinitionIndex definition) const {
    for (int scope = 1; scope < nodes_.scopes(); ++scope) {
        const Given* part = given(definition, scope);
        if (part != nullptr && part->implied) return true;
    }
    return false;
}

GivenTotals::Rests GivenTotals::rests(DefinitionIndex definition) const {
    if (given(definition, 0) != nullptr) return is_shared_out(definition) ? Rests::on_shared : Rests::on_whole;
    if (rests_[definition] != Rests::unknown) return rests_[definition];
    rests_[definition] = Rests::no;  // in a circle
    Rests result = Rests::no;
    for (const Alternative* each : alternatives_before_parts(definition)) result = std::max(result, rests(*each));
    return rests_[definition] = result;
}

GivenTotals::Rests GivenTotals::rests(const Alternative& alternative) const {
    Rests result = Rests::no;
    for (const DefinitionIndex name : alternative.names) {
        if (nodes_.kind_of(name) == Class::total) result = std::max(result, rests(name));
    }
    return result;
}

bool GivenTotals::rests_on_given(const Alternative& alternative) const { return rests(alternative) != Rests::no; }

bool GivenTotals::are_shared_out(const std::vector<const Alternative*>& alternatives) const {
    return std::all_of(alternatives.begin(), alternatives.end(),
                       [&](const Alternative* each) { return rests(*each) != Rests::on_whole; });
}

std::vector<const Alternative*> GivenTotals::alternatives_before_parts(DefinitionIndex definition) const {
    if (!any_ || nodes_.kind_of(definition) != Class::total || given(definition, 0) != nullptr) return {};
    if (is_given_in_object(definition)) return {};
    const auto& all = nodes_.catalog()[definition].alternatives;
    const auto in_object = [&](DefinitionIndex name) { return is_given_in_object(name); };
    const bool own_alternative = std::any_of(all.begin(), all.end(), [&](const Alternative& alternative) {
        return !alternative.given.empty() && std::all_of(alternative.given.begin(), alternative.given.end(), in_object);
    });
    if (own_alternative) return {};
    std::vector<const Alternative*> alternatives;
    std::size_t count = 0;  // up to the last that rests on what is given
    for (const Alternative& alternative : all) {
        if (!is_open_at_top(alternative) || !is_same_for_all(alternative) || !adds_up(alternative)) continue;
        alternatives.push_back(&alternative);
        if (rests_on_given(alternative)) count = alternatives.size();
    }
    alternatives.resize(count);
    return alternatives;
}

bool GivenTotals::decides(DefinitionIndex definition) const {
    if (!any_ || given(definition, 0) != nullptr) return false;
    const auto& alternatives = nodes_.catalog()[definition].alternatives;
    const auto in_object = [&](DefinitionIndex name) { return is_given_in_object(name); };
    return std::any_of(alternatives.begin(), alternatives.end(), [&](const Alternative& alternative) {
        return !alternative.given.empty() && is_open_at_top(alternative) &&
               std::none_of(alternative.given.begin(), alternative.given.end(), in_object) &&
               std::none_of(alternative.unless.begin(), alternative.unless.end(), in_object);
    });
}

}  // namespace bote
