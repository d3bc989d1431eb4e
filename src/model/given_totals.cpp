#include "given_totals.hpp"

#include <algorithm>

#include "bote/base/index.hpp"

namespace bote {

GivenTotals::GivenTotals(const Space& space, const GivenInForce& given) : space_(space), given_(given) {
    if (!space.has_objects()) return;
    const auto count = space.catalog().definitions.size();
    for (const DefinitionIndex each : space.catalog().definitions.indices())
        any_ = any_ || (space.kind_of(each) == Class::total && this->given(each, 0) != nullptr);
    if (!any_) return;
    same_.resize(count, Answer::unknown);
    follows_.resize(count, Answer::unknown);
}

const Given* GivenTotals::given(DefinitionIndex definition, int scope) const {
    return given_[space_.id(definition, scope)];
}

bool GivenTotals::is_given_in_object(DefinitionIndex definition) const {
    for (int scope = 1; scope < space_.scopes(); ++scope) {
        if (given(definition, scope) != nullptr) return true;
    }
    return false;
}

bool GivenTotals::is_open_at_top(const Alternative& way) const {
    const auto is_given = [&](DefinitionIndex name) {
        return space_.kind_of(name) == Class::total && given(name, 0) != nullptr;  // a policy is that of the objects
    };
    return !way.back && std::all_of(way.given.begin(), way.given.end(), is_given);
}

/// Whether a policy has one value, that of the top level, in all objects.
bool GivenTotals::is_same_for_all(DefinitionIndex definition) const {
    Answer& answer = same_[definition];
    if (answer != Answer::unknown) return answer == Answer::yes;
    answer = Answer::no;  // in a circle
    if (space_.kind_of(definition) == Class::policy && !is_given_in_object(definition)) {
        const auto& ways = space_.catalog()[definition].alternatives;
        const bool same = std::all_of(ways.begin(), ways.end(), [&](const Alternative& way) {
            const bool asked_of_objects =
                !way.given.empty() && std::none_of(way.given.begin(), way.given.end(),
                                                   [&](DefinitionIndex name) { return is_given_in_object(name); });
            return asked_of_objects || is_same_for_all(way);
        });
        if (same) answer = Answer::yes;
    }
    return answer == Answer::yes;
}

/// Whether an alternative names only what there is of the whole: totals, and what is the same in all objects.
bool GivenTotals::is_same_for_all(const Alternative& way) const {
    if (std::any_of(way.unless.begin(), way.unless.end(),
                    [&](DefinitionIndex name) { return is_given_in_object(name); }))
        return false;
    return std::all_of(way.names.begin(), way.names.end(), [&](DefinitionIndex name) {
        const Class kind = space_.kind_of(name);
        return kind == Class::total || kind == Class::workload || is_same_for_all(name);
    });
}

/// Whether the formula of sums is the sum of the formulas: no total is multiplied with another, or divided by one.
bool GivenTotals::adds_up(const Alternative& way) const {
    std::vector<char> has_total;
    for (const Node& node : way.tree) {
        const auto first = has_total.end() - node.arguments;
        const auto totals = std::count(first, has_total.end(), 1);
        const bool last = node.arguments > 0 && has_total.back() != 0;
        if (node.op == Op::multiply && totals > 1) return false;
        if ((node.op == Op::divide || node.op == Op::power) && last) return false;
        has_total.erase(first, has_total.end());
        const bool total = node.op == Op::name && space_.kind_of(way.names[node.name]) == Class::total;
        has_total.push_back(total || totals > 0 ? 1 : 0);
    }
    return true;
}

/// Whether a total or a policy of the whole is given, or rests on one that is.
bool GivenTotals::follows(DefinitionIndex definition) const {
    if (space_.kind_of(definition) == Class::total && given(definition, 0) != nullptr) return true;
    Answer& answer = follows_[definition];
    if (answer != Answer::unknown) return answer == Answer::yes;
    answer = Answer::no;
    const bool result = space_.kind_of(definition) == Class::policy
                            ? given(definition, 0) == nullptr && decides(definition)
                            : !ways_before_parts(definition).empty();
    follows_[definition] = result ? Answer::yes : Answer::no;
    return result;
}

std::vector<const Alternative*> GivenTotals::ways_before_parts(DefinitionIndex definition) const {
    if (!any_ || space_.kind_of(definition) != Class::total || given(definition, 0) != nullptr) return {};
    if (is_given_in_object(definition)) return {};
    const auto& all = space_.catalog()[definition].alternatives;
    const auto in_object = [&](DefinitionIndex name) { return is_given_in_object(name); };
    const bool own_way = std::any_of(all.begin(), all.end(), [&](const Alternative& way) {
        return !way.given.empty() && std::all_of(way.given.begin(), way.given.end(), in_object);
    });
    if (own_way) return {};
    std::vector<const Alternative*> ways;
    std::size_t count = 0;  // up to the last that rests on what is given
    for (const Alternative& way : all) {
        if (!is_open_at_top(way) || !is_same_for_all(way) || !adds_up(way)) continue;
        ways.push_back(&way);
        if (rests_on_given(way)) count = ways.size();
    }
    ways.resize(count);
    return ways;
}

bool GivenTotals::rests_on_given(const Alternative& way) const {
    return std::any_of(way.names.begin(), way.names.end(),
                       [&](DefinitionIndex name) { return space_.kind_of(name) == Class::total && follows(name); });
}

bool GivenTotals::decides(DefinitionIndex definition) const {
    if (!any_ || given(definition, 0) != nullptr) return false;
    const auto& ways = space_.catalog()[definition].alternatives;
    const auto in_object = [&](DefinitionIndex name) { return is_given_in_object(name); };
    return std::any_of(ways.begin(), ways.end(), [&](const Alternative& way) {
        return !way.given.empty() && is_open_at_top(way) &&
               std::none_of(way.given.begin(), way.given.end(), in_object) &&
               std::none_of(way.unless.begin(), way.unless.end(), in_object);
    });
}

}  // namespace bote
