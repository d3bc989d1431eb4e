// Values: of which dimension they are, and whether they make sense.

#include "reader.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/lexer.hpp"
#include "bote/model/value_problem.hpp"

namespace bote {

Dimension Reader::dimension_of(NodeIndex id) const {
    if (nodes_.is_own(id)) return own_dimensions_[nodes_.own_of(id)].value_or(kCount);
    return nodes_.definition(id).display.dimension;
}

std::vector<Dimension> Reader::dimensions(const std::vector<Resolved>& names) const {
    std::vector<Dimension> result;
    for (const auto& name : names) {
        result.push_back(name.id != NodeIndex::none ? dimension_of(name.id) : kCount);
    }
    return result;
}

Amount Reader::amount_of(const Resolved& name) const {
    if (name.id == NodeIndex::none) return Amount::number;
    if (nodes_.is_own(name.id)) return Amount::either;
    switch (nodes_.definition(name.id).display.numerator) {
        case Numerator::share: return Amount::share;
        case Numerator::count:
        case Numerator::whole: return Amount::number;
        default: return Amount::either;
    }
}

const Display& Reader::display_of(NodeIndex id) const {
    return nodes_.is_own(id) ? own_displays_[nodes_.own_of(id)] : nodes_.definition(id).display;
}

/// Whether a cost is shown by the month, or by the year. By the hour, the day or the second nobody sends a bill.
bool Reader::is_shown_by_month(NodeIndex id) const {
    if (nodes_.is_own(id) && !own_units_[nodes_.own_of(id)]) return true;
    const Display& display = display_of(id);
    return std::any_of(display.per.begin(), display.per.end(),
                       [](UnitIndex unit) { return unit != kNoUnit && unit_at(unit).follows == Follows::year; });
}

void Reader::resolve_given(Given& given, std::optional<Dimension> wanted) {
    try {
        const auto named = dimensions(given.names);
        const Dimension found = resolve_units(given.value, *given.formula, named, wanted);
        check_ranges(given.value, *given.formula, conventions_);
        if (!nodes_.is_own(given.id)) {
            const Display& display = nodes_.definition(given.id).display;
            check_factor(given.value, *given.formula, display);
            if (!is_lone_literal(*given.formula)) check_percent_signs(given.value, *given.formula, display);
        }
        check_shares(given.value, *given.formula, [&](std::uint32_t name) { return amount_of(given.names[name]); });
        check_pair(given.value);
        if (!wanted) check_rate_below(given.value, *given.formula);
        if (!wanted && !is_usual(found)) {
            throw InputError(formula_error(given.value, 0, given.value.text.size(),
                                           fmt::format("{} has no meaning", describe(found)),
                                           hint_for_unusual(given.value, *given.formula, found)));
        }
        if (nodes_.is_own(given.id)) own_dimensions_[nodes_.own_of(given.id)] = found;
        if (found == kMoney / kSecond && is_shown_by_month(given.id)) bill_traffic(given.value, *given.formula, named);
    } catch (const InputError& problem) {
        given.sound = false;
        errors_.insert(errors_.end(), problem.errors().begin(), problem.errors().end());
    }
}

/// Own quantities without a unit have the dimension of their formula, which may name others: those first.
void Reader::resolve_own(Givens& givens) {
    std::vector<Given*> own(own_displays_.size(), nullptr);
    for (auto& given : givens.all) {
        if (given.id != NodeIndex::none && nodes_.is_own(given.id)) own[nodes_.own_of(given.id)] = &given;
    }
    enum : char { kNew, kOpen, kDone };
    std::vector<char> state(own.size(), kNew);
    for (std::size_t start = 0; start < own.size(); ++start) {
        std::vector<std::size_t> waiting{start};
        while (!waiting.empty()) {
            const std::size_t index = waiting.back();
            if (state[index] != kNew || own[index] == nullptr || !own[index]->sound) {
                waiting.pop_back();
                const bool resolve_now = state[index] == kOpen && own[index] != nullptr && own[index]->sound;
                state[index] = kDone;
                if (resolve_now) resolve_given(*own[index], own_dimensions_[index]);
                if (resolve_now && !own_units_[index] && own_dimensions_[index])
                    own_displays_[index] = display_like(*own[index], *own_dimensions_[index]);
                continue;
            }
            state[index] = kOpen;
            for (const auto& name : own[index]->names) {
                if (name.id != NodeIndex::none && nodes_.is_own(name.id) && state[nodes_.own_of(name.id)] == kNew)
                    waiting.push_back(nodes_.own_of(name.id));
            }
        }
    }
}

/// An answer is shown as what it is made of: `new_data * 2` by the day. What is made of percentages alone is one.
Display Reader::display_like(const Given& given, Dimension dimension) const {
    const auto is_percentage = [&](std::uint32_t name) {
        const NodeIndex id = given.names[name].id;
        return id != NodeIndex::none && display_of(id).numerator == Numerator::share;
    };
    if (dimension == kCount && gives_percentage(*given.formula, is_percentage)) return *parse_display("%");
    if (!given.asked || dimension == kCount) return display_for(dimension);
    for (const auto& name : given.names) {
        if (name.id == NodeIndex::none || nodes_.is_own(name.id)) continue;
        const Display& display = nodes_.definition(name.id).display;
        if (display.dimension == dimension) return display;
    }
    return display_for(dimension);
}

namespace {

/// What is below 100%: `1.3` may be the factor that leaves a headroom, `999` three nines.
Hint hint_for_part(const std::string& written, double number, std::string_view name) {
    constexpr double kHundred = 100;
    const auto percent = [](double share) { return format_number(share, kWorkingDigits) + "%"; };
    if (name == "headroom" && number > 1 && number < 2)
        return fmt::format("write {} or `margin: {}` for a factor of {}",
                           format_number(kHundred * (1 - 1 / number), 2) + "%", written, written);
    if (number <= kHundred) return with_edit(fmt::format("write {}", percent(number)), written, percent(number));
    if (written.size() > 2 && written.find_first_not_of('9') == written.npos)
        return write_instead(written, fmt::format("99.{}%", written.substr(2)));
    return "it is at most 100%";
}

/// `1.15`: 15% on top as a factor, or 115% as a share; `30` and `-30` lack the percent sign.
Hint hint_for_share(const std::string& written, double number, const Definition& definition) {
    constexpr double kHundred = 100;
    constexpr double kTooMuch = 1000;
    const bool open = definition.bounds.high.empty();
    const auto percent = [](double share) { return format_number(share, kWorkingDigits) + "%"; };
    const std::string sign = percent(number);
    const std::string share = percent(number * kHundred);
    if (number == 1) return fmt::format("write {} for all of it, or {}", share, sign);
    if (!open && number > 0) return hint_for_part(written, number, definition.name);
    if (number >= kTooMuch) return "write the share that is added, such as 20%";
    const std::string more = percent((number - 1) * kHundred);
    const bool is_factor = number > 1 && number < 2;  // `1.3`: 30% on top
    if (is_factor)
        return fmt::format("write {} for a factor of {}, or {}", more, format_number(number, kWorkingDigits), share);
    if (number < 0) return with_edit(fmt::format("write {}", sign), written, sign);
    return fmt::format("write {}, or {} for a factor of {}", sign, more, format_number(number, kWorkingDigits));
}

}  // namespace

namespace {

constexpr double kPerCent = 100;
constexpr int kAllDigits = 15;

/// `compression: 50%`, `margin: 25%` and `zones: 1`, which say how much is left or added: what is wrong, and the
/// factor.
std::optional<std::pair<std::string, Hint>> problem_of_factor(std::string_view name, const std::string& written,
                                                              const Node& literal) {
    if (name == "zones" && literal.number == 1)
        return std::pair("one zone is what there is without it", "leave it out");
    if (literal.written != Written::percent || !(literal.number > 0 && literal.number < 1)) return std::nullopt;
    const auto factor = [&](double value) { return write_instead(trim(written), format_number(value, kShownDigits)); };
    if (name == "compression")
        return std::pair(fmt::format("'{}' is less than it was", written), factor(1 / literal.number));
    if (name == "margin")
        return std::pair(fmt::format("'{}' is less than is needed", written), factor(1 + literal.number));
    return std::nullopt;
}

}  // namespace

void Reader::check_claimed_share(const Text& text, Tree side, const std::vector<Resolved>& names, Tree other) const {
    const auto is_percentage = [&](std::uint32_t name) {
        return names[name].id != NodeIndex::none && display_of(names[name].id).numerator == Numerator::share;
    };
    const bool is_share = has_names(side) && gives_percentage(side, is_percentage);
    if (!is_share || !is_lone_literal(other)) return;
    const Node& literal = other.front();
    const bool is_bare = literal.written == Written::plain || literal.written == Written::factor;
    if (!is_bare || literal.unit != kNoUnit || literal.number < 1) return;
    const std::string written = text.text.substr(literal.begin, literal.end - literal.begin);
    const bool in_full = written.find_first_not_of("0123456789._") == std::string::npos;
    const auto percent = [](double share) { return format_number(share, kAllDigits) + "%"; };
    const std::string sign = in_full ? written + "%" : percent(literal.number);
    throw InputError(formula_error(text, literal.begin, literal.end, fmt::format("'{}' is not a percentage", written),
                                   literal.number < 2
                                       ? Hint(fmt::format("write {}, or {}", percent(literal.number * kPerCent), sign))
                                       : with_edit(fmt::format("write {}", sign), written, sign)));
}

void Reader::check_literal(const Given& given) {
    if (!is_lone_literal(*given.formula) || nodes_.is_own(given.id)) return;
    const Node& literal = given.formula->nodes().front();
    const bool negative = given.formula->nodes().size() > 1;
    const Display& display = nodes_.definition(given.id).display;
    const auto fail = [&](const std::string& what, Hint hint) {
        errors_.push_back(
            {given.value.part(0, given.value.text.size()), given.value.subject + ": " + what, std::move(hint)});
    };
    const bool percent = literal.written == Written::percent;
    if (display.numerator == Numerator::share && literal.written == Written::ratio && literal.number > 0) {
        const auto share = [&](double of) { return format_number(of * 100, kShownDigits) + "%"; };
        const double left = literal.number / (1 + literal.number);
        return fail(fmt::format("'{}' is not a percentage", given.value.text),
                    fmt::format("write {} for the left side, or {} for the right", share(left), share(1 - left)));
    }
    if (display.numerator == Numerator::ratio && percent) {
        const double left = literal.number * 100;
        return fail(fmt::format("'{}' is not a ratio", given.value.text),
                    left < 100 ? fmt::format("write {}:{}", format_number(left, kShownDigits),
                                             format_number(100 - left, kShownDigits))
                               : fmt::format("write {}:1", format_number(literal.number, kShownDigits)));
    }
    if (display.numerator == Numerator::share && !percent && literal.number >= 1) {
        const std::string& written = given.value.text;
        constexpr double kMost = 1000;
        const bool is_of_period =  // `5/month`
            literal.end < written.size() && literal.written == Written::plain && literal.number < kMost;
        const double number = negative ? -literal.number : literal.number;
        return fail(fmt::format("'{}' is not a percentage", written),
                    is_of_period ? write_instead(written, std::string(written).insert(literal.end, "%"))
                                 : hint_for_share(written, number, nodes_.definition(given.id)));
    }
    if (auto problem = problem_of_factor(nodes_.definition(given.id).name, given.value.text, literal))
        return fail(problem->first, std::move(problem->second));
    if ((display.numerator == Numerator::count || display.numerator == Numerator::whole) &&
        display.dimension == kCount && percent) {
        fail(fmt::format("expected a count, found the share '{}'", given.value.text),
             "write a number, or a share of one, as in `300M * 50%`");
    }
}

void Reader::check_values(const Givens& givens) {
    for (const Given* given : givens.in_force) {
        if (given == nullptr || !given->sound || nodes_.is_own(given->id) || has_names(*given->formula)) continue;
        ModelQuantity quantity;
        const std::string name = nodes_.name(given->id);
        quantity.name = name;
        quantity.definition = &nodes_.definition(given->id);
        quantity.display = display_of(given->id);
        const int scope = nodes_.scope_of(given->id);
        if (nodes_.is_tier_scope(scope)) quantity.tier = scope - nodes_.scopes();
        const double value = evaluate(*given->formula, {}, conventions_);
        const WrittenValue written{*given->formula, given->value.text, given->value.part(0, given->value.text.size())};
        if (auto error = error_in_value(quantity, written, value, conventions_)) errors_.push_back(std::move(*error));
    }
}

}  // namespace bote
