#include "reader.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/lexer.hpp"
#include "bote/formula/prepared.hpp"

namespace bote {
namespace {

std::size_t at(int index) { return static_cast<std::size_t>(index); }

bool is_name(std::string_view text) {
    if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

/// Whether nothing is open in a formula that was parsed while bote was built.
bool is_settled(const Prepared& prepared) {
    const auto is_open = [](Tree tree) { return has_attached_b(tree) || has_month(tree); };
    return !is_open(prepared.formula.tree) && !is_open(prepared.right.tree);
}

constexpr std::string_view kSections[] = {"name",   "description", "source",    "objects",    "define",
                                          "expect", "scenarios",   "correlate", "conventions"};

}  // namespace

Givens Reader::read(const Workload& workload, const Overlay& overlay) {
    Givens givens;
    check_names(workload);
    for (const auto& setting : overlay.profile) add(setting, 0, givens);
    for (const auto& setting : workload.settings) add(setting, 0, givens);
    for (std::size_t i = 0; i < workload.objects.size(); ++i) {
        for (const auto& setting : workload.objects[i].settings) add(setting, static_cast<int>(i) + 1, givens);
    }
    for (std::size_t i = 0; i < workload.own.size(); ++i) add_own(workload.own[i], static_cast<int>(i), givens);
    for (const auto& setting : overlay.options) add(setting, 0, givens);
    choose_redundancy(givens);
    for (auto& given : givens.all) parse(given);
    givens.in_force.assign(at(space_.size()), nullptr);
    for (const auto& given : givens.all) {
        const Given*& place = givens.in_force[at(given.id)];
        if (place != nullptr && place->layer == Layer::file && given.layer == Layer::file) {
            errors_.push_back(
                {given.key.span, fmt::format("'{}' is given twice", space_.name(given.id)), "keep one of them"});
        }
        place = &given;
    }
    settle_own(givens);
    for (auto& given : givens.all) {
        if (given.id < 0 || !given.sound || space_.is_own(given.id)) continue;
        settle_given(given, dimension_of(given.id));
        if (given.sound) check_literal(given);
    }
    return givens;
}

void Reader::check_names(const Workload& workload) {
    std::unordered_set<std::string_view> seen;
    for (const auto& object : workload.objects) check_name(object.name, "an object");
    for (const auto& object : workload.objects) seen.insert(object.name.text);
    for (const auto& own : workload.own) {
        if (own.asked) continue;
        check_name(own.name, "an own quantity");
        if (!seen.insert(own.name.text).second)
            errors_.push_back(
                {own.name.span, fmt::format("'{}' names two things", own.name.text), "choose another name"});
    }
}

void Reader::check_name(const Text& name, std::string_view what) {
    const auto fail = [&](std::string why, std::string hint) {
        errors_.push_back({name.span, fmt::format("'{}' cannot name {}: {}", name.text, what, why), std::move(hint)});
    };
    const std::string& word = name.text;
    if (!is_name(word))
        return fail("a name has small letters, digits and underscores, a letter first", "write it like `media_file`");
    if (find_unit(word) != nullptr) return fail("it is a unit", "choose another name");
    if (find_function(word) != nullptr) return fail("it is a function", "choose another name");
    if (is_reserved(word)) return fail("it is a word of the language", "choose another name");
    if (std::find(std::begin(kSections), std::end(kSections), word) != std::end(kSections))
        return fail("it is a section of the file", "choose another name");
    if (space_.catalog().find(word))
        return fail("it is a quantity of the model",
                    what == "an own quantity" ? fmt::format("to replace it, give `{}` at the top level", word)
                                              : "choose another name");
    if (space_.catalog().has_group(word)) return fail("it is a group of the model", "choose another name");
    if (word == "key" || word == "price") fail("it is a group of the model", "choose another name");
}

void Reader::add(const Setting& setting, int scope, Givens& givens) {
    Given given;
    given.scope = scope;
    given.key = setting.key;
    given.value = setting.value;
    given.layer = setting.layer;
    resolve_key(setting, scope, given);
    if (given.id < 0) return refuse_key(setting, scope);
    given.value.subject = space_.name(given.id);
    if (!space_.is_own(given.id) && space_.scope_of(given.id) == 0 && space_.has_objects() &&
        space_.definition(given.id).kind == Class::policy) {
        space_.give_policy(space_.definition_of(given.id));
    }
    const bool in_parts = !space_.is_own(given.id) && space_.definition(given.id).unit == "k+m";
    givens.all.push_back(std::move(given));
    if (in_parts) add_data_parts(givens.all.back(), givens);
}

/// `8+4` says two things: disk for each byte of data, and that eight parts have to be there.
void Reader::add_data_parts(const Given& coding, Givens& givens) const {
    const auto plus = coding.value.text.find('+');
    const auto definition = space_.catalog().find("data_parts");
    if (plus == std::string::npos || !definition) return;  // the first is refused as it is read
    Given given = coding;
    given.id = space_.id(*definition, coding.scope);
    given.value.text.resize(plus);
    given.value.prepared = nullptr;
    given.value.subject = space_.name(given.id);
    given.implied = true;
    space_.give_policy(*definition);
    givens.all.push_back(std::move(given));
}

/// Copies and erasure coding are two answers to one question: the nearest wins, the object's own before the general
/// one, and in one place the later layer. What loses must leave nothing in force, neither its factor nor its parts.
void Reader::choose_redundancy(Givens& givens) {
    const auto copies = space_.catalog().find("replication");
    const auto coding = space_.catalog().find("erasure_coding");
    const auto parts = space_.catalog().find("data_parts");
    if (!copies || !coding || !parts) return;
    const auto last_of = [&](int definition, int scope) -> const Given* {
        const int id = space_.id(definition, scope);
        const Given* last = nullptr;
        for (const auto& given : givens.all) {
            if (given.id == id && (last == nullptr || given.layer >= last->layer)) last = &given;
        }
        return last;
    };
    const Given* of_all[] = {last_of(*copies, 0), last_of(*coding, 0)};
    for (int scope = 0; scope < space_.scopes(); ++scope) {
        const Given* own[] = {last_of(*copies, scope), last_of(*coding, scope)};
        const auto wins = [&](int one, int other) {
            if (own[one] == nullptr) return false;
            if (own[other] != nullptr) return own[one]->layer > own[other]->layer;
            return scope > 0 && of_all[other] != nullptr;
        };
        if (wins(0, 1)) imply(*own[0], *parts, scope, "1", givens);
        if (wins(1, 0)) imply(*own[1], *copies, scope, "erasure_coding", givens);
    }
}

/// A value that goes without saying beside a given one.
void Reader::imply(const Given& beside, int definition, int scope, std::string_view value, Givens& givens) {
    Given given = beside;
    given.id = space_.id(definition, scope);
    given.scope = scope;
    given.value.text = value;
    given.value.prepared = nullptr;
    given.value.exact = false;
    given.value.subject = space_.name(given.id);
    given.implied = true;
    if (space_.has_objects()) space_.give_policy(definition);
    givens.all.push_back(std::move(given));
}

void Reader::add_own(const OwnQuantity& own, int index, Givens& givens) {
    const auto unit = own.unit ? parse_display(trim(own.unit->text)) : std::nullopt;
    if (own.unit && !unit) refuse_unit(own);
    const Display display = unit.value_or(Display{});
    own_dimensions_.push_back(unit ? std::optional(display.dimension) : std::nullopt);
    own_displays_.push_back(own.asked && unit ? as_asked(display) : display);
    own_units_.push_back(unit.has_value());
    Given given;
    given.id = space_.own_id(index);
    given.key = own.name;
    given.value = own.value;
    given.layer = own.layer;
    given.asked = own.asked;
    givens.all.push_back(std::move(given));
}

void Reader::refuse_unit(const OwnQuantity& own) {
    const std::string_view unit = trim(own.unit->text);
    if (const auto readings = ambiguous_unit(unit); !readings.empty()) {
        errors_.push_back({own.unit->span, fmt::format("'{}' could be bits or bytes", unit), std::string(readings)});
        return;
    }
    std::vector<std::string_view> known;
    for (const auto& each : all_units()) known.push_back(each.symbol);
    const auto near = closest(unit, known);
    errors_.push_back({own.unit->span, fmt::format("'{}' is not a unit", unit),
                       near        ? fmt::format("did you mean '{}'?", *near)
                       : own.asked ? "write `in TB`, `in 1/min` or `in %`"
                                   : "write `[/s]`, `[GB/day]` or `[%]`"});
}

void Reader::resolve_key(const Setting& setting, int scope, Given& given) {
    const std::string& key = setting.key.text;
    const auto definition = space_.catalog().find(key);
    if (scope == 0) {
        const bool policy = definition && space_.catalog().definitions[at(*definition)].kind == Class::policy;
        if (policy) given.id = space_.id(*definition, 0);
        else if (const auto found = space_.find_quantity(key, 0)) given.id = *found;
        if (given.id >= 0 && !space_.is_own(given.id)) given.scope = space_.scope_of(given.id);
    } else if (definition && space_.catalog().definitions[at(*definition)].kind != Class::workload) {
        given.id = space_.id(*definition, scope);
    }
}

namespace {

std::string quoted_for_shell(const std::string& value) {
    return value.find(' ') == std::string::npos ? value : "'" + value + "'";
}

}  // namespace

void Reader::refuse_key(const Setting& setting, int scope) {
    const std::string& key = setting.key.text;
    const auto fail = [&](const Text& where, std::string what, std::string hint) {
        errors_.push_back({where.span, std::move(what), std::move(hint)});
    };
    const auto definition = space_.catalog().find(key);
    if (definition && scope == 0)
        return fail(setting.key, fmt::format("'{}' belongs into an object", key),
                    fmt::format("write it below `{}:`", space_.objects().front()));
    if (definition)
        return fail(setting.key, fmt::format("'{}' is of the whole workload and belongs to the top level", key),
                    "move it out of the object");
    constexpr std::string_view kConventions[] = {"day", "month", "year", "kilo"};
    if (std::find(std::begin(kConventions), std::end(kConventions), key) != std::end(kConventions)) {
        const bool option = setting.layer == Layer::option && key == "day";
        return fail(setting.key, fmt::format("'{}' is a convention, not a quantity", key),
                    option ? fmt::format("write `--day {}`", quoted_for_shell(setting.value.text))
                           : fmt::format("write `conventions: {{{}: {}}}` in the file", key, setting.value.text));
    }
    if (std::find(std::begin(kSections), std::end(kSections), key.substr(0, key.find('.'))) != std::end(kSections)) {
        return fail(setting.key, fmt::format("'{}' cannot be set here", key), "set a quantity, such as `dau`");
    }
    const std::string first = key.substr(0, key.find('.'));
    if (setting.group && space_.catalog().find(first))
        return fail(*setting.group, fmt::format("'{}' takes a value, not a map", first), "");
    if (!wants_hint()) return fail(setting.key, fmt::format("there is no quantity '{}'", key), "");
    std::vector<std::string_view> known = space_.known_names(scope);
    if (scope == 0) known.insert(known.end(), std::begin(kSections), std::end(kSections));
    std::erase_if(known, [](std::string_view name) { return find_unit(name) != nullptr; });
    std::unordered_set<std::string_view> groups;
    for (const auto name : known) {
        if (const auto dot = name.find('.'); dot != std::string_view::npos) groups.insert(name.substr(0, dot));
    }
    if (setting.group && !groups.contains(first) && !space_.scope_named(first)) {
        std::vector<std::string_view> list(groups.begin(), groups.end());
        if (scope == 0) list.insert(list.end(), std::begin(kSections), std::end(kSections));
        const auto near = closest(first, list);
        return fail(*setting.group, fmt::format("there is no group '{}'", first),
                    near ? fmt::format("did you mean '{}'?", *near) : "`bote quantities` lists the quantities");
    }
    const auto near = closest(key, known);
    fail(setting.key, fmt::format("there is no quantity '{}'", key),
         near ? fmt::format("did you mean '{}'?", *near)
              : "`bote quantities` lists the quantities; own ones go under `define`");
}

Vocabulary Reader::vocabulary(int scope) const {
    Vocabulary result;
    result.is_word = [this](std::string_view word) { return space_.is_object_word(word); };
    // Behind a number `copies` counts, whatever the model calls so; an own quantity may be meant as a factor.
    result.is_quantity = [this, scope](std::string_view word) {
        const auto found = space_.find_quantity(word, scope);
        return found && (space_.is_own(*found) || !is_counting_word(word));
    };
    for (const auto& object : space_.objects()) result.words.push_back(object);
    return result;
}

void Reader::parse(Given& given) {
    const bool in_parts = !space_.is_own(given.id) && space_.definition(given.id).unit == "k+m";
    const bool yearly = !space_.is_own(given.id) && space_.definition(given.id).yearly;
    try {
        if (const Prepared* prepared = given.value.prepared;
            prepared != nullptr && !in_parts && !yearly && is_settled(*prepared)) {
            given.tree = prepared->formula.tree;
            given.sound = bind(given.value, given.tree, prepared->formula.names, given.scope, given.names);
            return;
        }
        given.own = &formulas_.trees.emplace_back(parse_formula(given.value, vocabulary(given.scope)));
        if (in_parts) read_parts(given.value, *given.own);
        if (yearly) compound(*given.own, conventions_);
        given.tree = *given.own;
        given.sound = bind(given.value, given.tree, given.own->names, given.scope, given.names);
    } catch (const InputError& problem) {
        given.sound = false;
        errors_.insert(errors_.end(), problem.errors().begin(), problem.errors().end());
    }
}

/// `8+4`, the data and parity parts of erasure coding, becomes (8+4)/8: disk for each byte of data.
void Reader::read_parts(const Text& value, Expression& tree) {
    auto& nodes = tree.nodes;
    const auto is_count = [](const Node& node) {
        return node.op == Op::literal && node.unit == kNoUnit && node.number >= 1 &&
               node.number == std::round(node.number);
    };
    if (nodes.size() != 3 || nodes[2].op != Op::add || !is_count(nodes[0]) || !is_count(nodes[1])) {
        throw InputError(Error{value.part(0, value.text.size()),
                               fmt::format("{}: data and parity parts are wanted", value.subject), "write `8+4`"});
    }
    nodes.push_back(nodes[0]);
    nodes.push_back(nodes[2]);
    nodes.back().op = Op::divide;
}

template <class Names>
bool Reader::bind(const Text& text, Tree tree, const Names& names, int scope, std::vector<Resolved>& into) {
    bool good = true;
    into.reserve(names.size());
    for (std::size_t i = 0; i < names.size(); ++i) {
        const auto found = space_.resolve(names[i], scope);
        into.push_back(found.value_or(Resolved{}));
        if (found || !good) continue;
        good = false;
        const auto node = std::find_if(tree.begin(), tree.end(),
                                       [&](const Node& each) { return each.op == Op::name && each.name == i; });
        refuse_name(text, *node, names[i], scope);
    }
    return good;
}

void Reader::refuse_name(const Text& text, const Node& node, std::string_view word, int scope) {
    const auto fail = [&](std::string what, std::string hint) {
        errors_.push_back(Error{text.part(node.begin, node.end),
                                text.subject.empty() ? what : text.subject + ": " + what, std::move(hint)});
    };
    if (const auto readings = ambiguous_unit(word); !readings.empty())
        return fail(fmt::format("'{}' could be bits or bytes", word), std::string(readings));
    if (space_.catalog().find(word) && space_.has_objects()) {
        return fail(fmt::format("'{}' belongs to an object", word),
                    fmt::format("write `{}.{}`", space_.objects().front(), word));
    }
    const auto dot = word.find('.');
    if (dot != std::string::npos && space_.scope_named(word.substr(0, dot))) {
        std::vector<std::string_view> members;
        for (const auto& row : space_.catalog().definitions) {
            if (row.kind != Class::workload) members.push_back(row.name);
        }
        const auto near = closest(word.substr(dot + 1), members);
        return fail(fmt::format("the object '{}' has no quantity '{}'", word.substr(0, dot), word.substr(dot + 1)),
                    near ? fmt::format("did you mean '{}'?", *near) : "");
    }
    const auto near = wants_hint() ? closest(word, space_.known_names(scope)) : std::nullopt;
    fail(fmt::format("'{}' is not known", word),
         near ? fmt::format("did you mean '{}'?", *near) : "a number comes first; own quantities go under `define`");
}

Dimension Reader::dimension_of(int id) const {
    if (space_.is_own(id)) return own_dimensions_[at(space_.own_of(id))].value_or(kCount);
    return space_.definition(id).display.dimension;
}

std::vector<Dimension> Reader::dimensions(const std::vector<Resolved>& names) const {
    std::vector<Dimension> result;
    for (const auto& name : names) {
        result.push_back(name.id >= 0 ? dimension_of(name.id) : kCount);
    }
    return result;
}

Amount Reader::amount_of(const Resolved& name) const {
    if (name.id < 0) return Amount::number;
    if (space_.is_own(name.id)) return Amount::either;
    switch (space_.definition(name.id).display.numerator) {
        case Numerator::share: return Amount::share;
        case Numerator::count:
        case Numerator::whole: return Amount::number;
        default: return Amount::either;
    }
}

/// A price of a thing times how often: what the traffic of a month costs, and traffic has its own month.
bool Reader::is_cost_of_traffic(const Given& given, std::span<const Dimension> named) const {
    if (!space_.is_own(given.id) || has_rent(given.value, given.tree, named)) return false;
    for (std::size_t i = 0; i < named.size(); ++i) {
        const bool rent = named[i].money != 0 && named[i].second < 0;
        if (rent && !costs_of_traffic_.contains(given.names[i].id)) return false;
    }
    return true;
}

void Reader::settle_given(Given& given, std::optional<Dimension> wanted) {
    try {
        const auto named = dimensions(given.names);
        const Dimension found = given.own != nullptr ? settle(given.value, *given.own, named, wanted)
                                                     : settle(given.value, given.tree, named, wanted);
        if (given.own != nullptr) given.tree = *given.own;
        check_ranges(given.value, given.tree, conventions_);
        check_shares(given.value, given.tree, [&](std::uint32_t name) { return amount_of(given.names[name]); });
        if (!wanted && !is_usual(found)) {
            throw InputError(formula_error(given.value, 0, given.value.text.size(),
                                           fmt::format("{} has no meaning", describe(found)),
                                           hint_for_unusual(given.value, given.tree, found)));
        }
        if (space_.is_own(given.id)) own_dimensions_[at(space_.own_of(given.id))] = found;
        if (found == kMoney / kSecond && is_cost_of_traffic(given, named)) {
            own_displays_[at(space_.own_of(given.id))] =
                with_calendar_months(own_displays_[at(space_.own_of(given.id))]);
            costs_of_traffic_.insert(given.id);
        }
    } catch (const InputError& problem) {
        given.sound = false;
        errors_.insert(errors_.end(), problem.errors().begin(), problem.errors().end());
    }
}

/// Own quantities without a unit have the dimension of their formula, which may name others: those first.
void Reader::settle_own(Givens& givens) {
    std::vector<Given*> own(own_displays_.size(), nullptr);
    for (auto& given : givens.all) {
        if (given.id >= 0 && space_.is_own(given.id)) own[at(space_.own_of(given.id))] = &given;
    }
    enum : char { kNew, kOpen, kDone };
    std::vector<char> state(own.size(), kNew);
    for (std::size_t start = 0; start < own.size(); ++start) {
        std::vector<std::size_t> waiting{start};
        while (!waiting.empty()) {
            const std::size_t index = waiting.back();
            if (state[index] != kNew || own[index] == nullptr || !own[index]->sound) {
                waiting.pop_back();
                const bool settle_now = state[index] == kOpen && own[index] != nullptr && own[index]->sound;
                state[index] = kDone;
                if (settle_now) settle_given(*own[index], own_dimensions_[index]);
                continue;
            }
            state[index] = kOpen;
            for (const auto& name : own[index]->names) {
                if (name.id >= 0 && space_.is_own(name.id) && state[at(space_.own_of(name.id))] == kNew)
                    waiting.push_back(at(space_.own_of(name.id)));
            }
        }
    }
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (own_units_[i] || !own_dimensions_[i]) continue;
        const bool like = own[i] != nullptr && own[i]->asked;
        own_displays_[i] = like ? display_like(*own[i], *own_dimensions_[i]) : display_for(*own_dimensions_[i]);
        if (costs_of_traffic_.contains(space_.own_id(static_cast<int>(i))))
            own_displays_[i] = with_calendar_months(own_displays_[i]);
    }
}

/// An answer is shown as what it is made of: `new_data * 2` by the day.
Display Reader::display_like(const Given& given, Dimension dimension) const {
    for (const auto& name : given.names) {
        if (dimension == kCount || name.id < 0 || space_.is_own(name.id)) continue;
        const Display& display = space_.definition(name.id).display;
        if (display.dimension == dimension) return display;
    }
    return display_for(dimension);
}

namespace {

/// `1.15`: 15% on top as a factor, or 115% as a share; `30` lacks the percent sign.
std::string hint_for_share(double number, bool open) {
    constexpr double kHundred = 100;
    const auto percent = [](double share) { return format_number(share, kWorkingDigits) + "%"; };
    const std::string sign = percent(number);
    const std::string share = percent(number * kHundred);
    if (number == 1) return fmt::format("write {} for all of it, or {}", share, sign);
    if (!open) return fmt::format("write {}", sign);
    const std::string more = percent((number - 1) * kHundred);
    if (number < 2)
        return fmt::format("write {} for a factor of {}, or {}", more, format_number(number, kWorkingDigits), share);
    return fmt::format("write {}, or {} for a factor of {}", sign, more, format_number(number, kWorkingDigits));
}

}  // namespace

void Reader::check_literal(const Given& given) {
    if (!is_lone_literal(given.tree) || space_.is_own(given.id)) return;
    const Node& literal = given.tree.front();
    const Display& display = space_.definition(given.id).display;
    const auto fail = [&](std::string what, std::string hint) {
        errors_.push_back(
            {given.value.part(0, given.value.text.size()), given.value.subject + ": " + what, std::move(hint)});
    };
    const bool percent = literal.written == Written::percent;
    if (display.numerator == Numerator::share && !percent && literal.number >= 1) {
        const bool open = space_.definition(given.id).bounds.high.empty();
        return fail(fmt::format("'{}' is not a percentage", given.value.text), hint_for_share(literal.number, open));
    }
    if ((display.numerator == Numerator::count || display.numerator == Numerator::whole) &&
        display.dimension == kCount && percent) {
        fail(fmt::format("'{}' is a share; a count was wanted", given.value.text),
             "write a number, or `dau: 300M * 50%`");
    }
}

std::vector<BoundExpectation> Reader::read_expectations(const Workload& workload,
                                                        std::vector<std::vector<Resolved>>& names) {
    std::vector<BoundExpectation> result;
    result.reserve(workload.expectations.size());
    names.reserve(2 * workload.expectations.size());
    const Vocabulary words = vocabulary(0);
    for (const auto& text : workload.expectations) {
        try {
            if (auto bound = read_expectation(text, words, names)) result.push_back(std::move(*bound));
        } catch (const InputError& problem) {
            errors_.insert(errors_.end(), problem.errors().begin(), problem.errors().end());
        }
    }
    return result;
}

std::optional<BoundExpectation> Reader::read_expectation(const Text& text, const Vocabulary& words,
                                                         std::vector<std::vector<Resolved>>& names) {
    BoundExpectation bound;
    bound.text = std::string(trim(text.text));
    bound.where = text.span;
    std::vector<Resolved> left;
    std::vector<Resolved> right;
    if (const Prepared* prepared = text.prepared; prepared != nullptr && is_settled(*prepared)) {
        bound.left = prepared->formula.tree;
        bound.right = prepared->right.tree;
        bound.terms = prepared->terms;
        if (!bind(text, bound.left, prepared->formula.names, 0, left) ||
            !bind(text, bound.right, prepared->right.names, 0, right))
            return std::nullopt;
        bound.dimension = settle(text, {bound.left, bound.right, dimensions(left), dimensions(right)});
    } else {
        Expectation parsed = parse_expectation(text, words);
        if (!bind(text, parsed.left, parsed.left.names, 0, left) ||
            !bind(text, parsed.right, parsed.right.names, 0, right))
            return std::nullopt;
        bound.dimension = settle(text, parsed, dimensions(left), dimensions(right));
        bound.terms = parsed.terms;
        const auto of_traffic = [&](const Resolved& name) { return costs_of_traffic_.contains(name.id); };
        if (std::any_of(left.begin(), left.end(), of_traffic) || std::any_of(right.begin(), right.end(), of_traffic)) {
            use_calendar_months(parsed.left);
            use_calendar_months(parsed.right);
        }
        bound.left = formulas_.trees.emplace_back(std::move(parsed.left));
        bound.right = formulas_.trees.emplace_back(std::move(parsed.right));
    }
    names.push_back(std::move(left));
    names.push_back(std::move(right));
    return bound;
}

}  // namespace bote
