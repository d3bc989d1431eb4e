// Keys and names: which quantity is meant, and what else could be.

#include "reader.hpp"

#include <algorithm>
#include <unordered_set>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/operation.hpp"
#include "bote/formula/parser.hpp"
#include "bote/model/find.hpp"
#include "bote/units/near_unit.hpp"
#include "loader.hpp"
#include "word_of_value.hpp"

namespace bote {
namespace {

bool is_name(std::string_view text) {
    if (text.empty() || text.front() < 'a' || text.front() > 'z') return false;
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; });
}

}  // namespace

void Reader::check_names(const Workload& workload) {
    std::unordered_set<std::string_view> seen;
    for (const auto& object : workload.objects) check_name(object.name, "an object");
    for (const auto& object : workload.objects) seen.insert(object.name.text);
    for (const auto& tier : workload.tiers) {
        check_name(tier.name, "a tier");
        if (!seen.insert(tier.name.text).second)
            errors_.push_back(
                {tier.name.span, fmt::format("'{}' names two things", tier.name.text), "choose another name"});
    }
    for (const auto& own : workload.own) {
        if (own.asked) continue;
        check_name(own.name, "an own quantity");
        if (!seen.insert(own.name.text).second)
            errors_.push_back(
                {own.name.span, fmt::format("'{}' names two things", own.name.text), "choose another name"});
    }
}

void Reader::check_name(const Text& name, std::string_view what) {
    const std::string& word = name.text;
    const auto fail = [&](std::string_view why, std::string hint = {}) {
        if (hint.empty()) hint = fmt::format("choose another name, such as `my_{}`", word);
        errors_.push_back({name.span, fmt::format("'{}' cannot name {}: {}", word, what, why), std::move(hint)});
    };
    if (!is_name(word))
        return fail("a name has small letters, digits and underscores, a letter first", "write it like `media_file`");
    const bool is_unit_of_tier = what == "a tier" && word.size() > 1 && !ambiguous_unit(word).empty();  // kb
    if (find_unit(word) != nullptr || is_unit_of_tier) return fail("it is a unit");
    if (find_function(word) != nullptr) return fail("it is a function");
    if (is_reserved(word)) return fail("it is a word of the language");
    if (is_section(word)) return fail("it is a section of the file");
    const auto known = nodes_.catalog().find(word);
    const bool of_objects =
        known && nodes_.kind_of(*known) != Class::workload && nodes_.kind_of(*known) != Class::total;
    if (known && !(what == "a tier" && of_objects))  // `fanout.load` is never taken for `tweet.fanout`
        return fail(
            "it is a quantity of the model",
            what == "an own quantity" ? fmt::format("to replace it, give `{}` at the top level", word) : std::string());
    if (nodes_.catalog().has_group(word)) return fail("it is a group of the model");
    if (what == "a tier" && word == kClients) return fail("it stands for all that send requests");
}

void Reader::resolve_key(const Setting& setting, int scope, Given& given) {
    const std::string& key = setting.key.text;
    const auto definition = nodes_.catalog().find(key);
    if (nodes_.is_tier_scope(scope)) {
        if (const auto member = nodes_.find_in_tier(key, scope)) given.id = nodes_.id(*member, scope);
    } else if (scope == 0) {
        const bool policy = definition && nodes_.catalog()[*definition].kind == Class::policy;
        if (policy) given.id = nodes_.id(*definition, 0);
        else if (const auto found = nodes_.find_quantity(key, 0)) given.id = *found;
        if (given.id != NodeIndex::none && !nodes_.is_own(given.id)) given.scope = nodes_.scope_of(given.id);
    } else if (definition && nodes_.exists(*definition, scope)) {
        given.id = nodes_.id(*definition, scope);
    }
}

namespace {

std::string quoted_for_shell(const std::string& value) {
    return value.find(' ') == std::string::npos ? value : "'" + value + "'";
}

bool is_convention(std::string_view key) { return key == "day" || key == "month" || key == "year" || key == "kilo"; }

/// Whether a quantity may stand behind the name of an object.
bool is_of_objects(const Definition& row) { return row.kind != Class::workload && row.kind != Class::tier; }

/// Whether a name stands behind a slash.
bool is_divisor(std::string_view text, std::size_t begin) { return trim(text.substr(0, begin)).ends_with('/'); }

/// Whether it is the value of what is said by the year.
bool is_yearly(const Text& text, const Catalog& catalog) {
    const auto found = catalog.find(text.subject.substr(text.subject.rfind('.') + 1));
    return found && catalog[*found].yearly;
}

std::string hint_for_convention(const Setting& setting) {
    const auto& [key, value] = std::pair(setting.key.text, setting.value.text);
    if (setting.layer == Layer::option && key == "day") return fmt::format("write `--day {}`", quoted_for_shell(value));
    return fmt::format("write `conventions: {{{}: {}}}` in the file", key, value);
}

}  // namespace

/// `twet.wrtes` where there is an object `tweet`: the nearest quantity of the nearest owner.
std::optional<std::string> Reader::near_member(std::string_view name) const {
    const auto dot = name.find('.');
    if (dot == std::string_view::npos || !wants_hint()) return std::nullopt;
    std::vector<std::string_view> owners;
    for (const auto& object : nodes_.objects()) owners.push_back(object);
    for (const auto& tier : nodes_.tiers()) owners.push_back(tier);
    const auto near = closest(name.substr(0, dot), owners);
    if (!near) return std::nullopt;
    const auto tier = nodes_.tier_named(*near);
    std::vector<std::string_view> members;
    for (const DefinitionIndex each : nodes_.catalog().definitions.indices()) {
        const Definition& row = nodes_.catalog()[each];
        if (!tier && is_of_objects(row)) members.push_back(row.name);
        if (tier && nodes_.catalog().is_of_tiers(each) && nodes_.exists(each, *tier))
            members.push_back(row.name.substr(kTierPrefix.size()));
    }
    const auto member = closest(name.substr(dot + 1), members);
    return member ? std::optional(*near + "." + *member) : std::nullopt;
}

Hint Reader::write_for_tier(std::string_view name) const {
    return fmt::format("name the tier, such as `{}.{}`", nodes_.catalog().page.tiers.front().name,
                       name.substr(kTierPrefix.size()));
}

void Reader::refuse_key(const Setting& setting, int scope) {
    if (nodes_.is_tier_scope(scope)) return refuse_tier_key(setting, scope);
    const std::string& key = setting.key.text;
    const auto fail = [&](const Text& where, std::string what, Hint hint) {
        errors_.push_back({where.span, std::move(what), std::move(hint)});
    };
    const auto definition = nodes_.catalog().find(key);
    if (definition && nodes_.catalog()[*definition].kind == Class::tier)
        return fail(setting.key, fmt::format("'{}' is a quantity of each tier", key), write_for_tier(key));
    if (definition && scope == 0)
        return fail(setting.key, fmt::format("'{}' belongs in an object", key),
                    setting.layer == Layer::file ? fmt::format("write it below `{}:`", nodes_.objects().front())
                                                 : fmt::format("set `{}.{}`", nodes_.objects().front(), key));
    if (definition)
        return fail(setting.key, fmt::format("'{}' is of the whole workload and belongs to the top level", key),
                    "move it out of the object");
    if (is_convention(key))
        return fail(setting.key, fmt::format("'{}' is a convention, not a quantity", key),
                    hint_for_convention(setting));
    if (key == "kind" || key == "load" || key == "stores" || key == "after")
        return fail(setting.key, fmt::format("'{}' belongs in a tier", key),
                    "write `tiers:`, and below it the tier with its lines");
    const std::string first = key.substr(0, key.find('.'));
    if (is_section(first))
        return fail(setting.key, fmt::format("'{}' cannot be set here", key), "set a quantity, such as `dau`");
    if (setting.group && nodes_.catalog().find(first))
        return fail(*setting.group, fmt::format("'{}' takes a value, not a map", first), "");
    refuse_unknown(setting, scope);
}

namespace {

/// What a key may be: in a file also one of its sections, as an option what is set of an object by its full name.
std::vector<std::string_view> known_keys(const NodeTable& nodes, bool in_file, int scope) {
    std::vector<std::string_view> known = nodes.known_names(scope);
    std::erase_if(known, [](std::string_view name) { return find_unit(name) != nullptr; });
    const auto sections = section_keys();
    if (scope == 0 && in_file) known.insert(known.end(), sections.begin(), sections.end());
    if (scope > 0 || in_file || !nodes.has_objects()) return known;
    for (const auto& row : nodes.catalog().definitions) {
        if (row.kind == Class::object || row.kind == Class::policy) known.push_back(row.name);
    }
    return known;
}

}  // namespace

void Reader::refuse_unknown(const Setting& setting, int scope) {
    const std::string& key = setting.key.text;
    const auto fail = [&](const Text& where, std::string what, Hint hint) {
        errors_.push_back({where.span, std::move(what), std::move(hint)});
    };
    if (!wants_hint()) return fail(setting.key, fmt::format("there is no quantity '{}'", key), "");
    const auto sections = section_keys();
    std::vector<std::string_view> known = known_keys(nodes_, setting.layer == Layer::file, scope);
    std::unordered_set<std::string_view> groups;
    for (const auto name : known) {
        if (const auto dot = name.find('.'); dot != std::string_view::npos) groups.insert(name.substr(0, dot));
    }
    const std::string first = key.substr(0, key.find('.'));
    const bool is_owner = nodes_.scope_named(first).has_value() || nodes_.tier_named(first).has_value();
    if (setting.group && !groups.contains(first) && !is_owner) {
        std::vector<std::string_view> list(groups.begin(), groups.end());
        if (scope == 0) list.insert(list.end(), sections.begin(), sections.end());
        const auto near = closest(first, list);
        return fail(*setting.group, fmt::format("there is no group '{}'", first),
                    near ? did_you_mean(first, *near) : Hint("`bote quantities` lists the quantities"));
    }
    if (groups.contains(key)) {
        const auto member = std::find_if(known.begin(), known.end(), [&](std::string_view name) {
            return name.starts_with(key) && name.substr(key.size()).starts_with('.');
        });
        return fail(setting.key, fmt::format("'{}' is a group of quantities", key),
                    fmt::format("set one of them, such as `{}`", *member));
    }
    std::optional<std::string> near = near_member(key);
    if (!near) near = closest(key, known, 1);
    if (const auto meant = meant_by(nodes_.catalog(), key); !near && !meant.empty())
        near = nodes_.catalog()[meant.front()].name;
    if (!near) near = closest(key, known);
    if (near == "read_write_ratio" && key.starts_with("write"))
        return fail(setting.key, fmt::format("there is no quantity '{}'", key),
                    "write `read_write_ratio`, with the reads first: 3:1 for a third as many writes");
    fail(setting.key, fmt::format("there is no quantity '{}'", key),
         near ? did_you_mean(key, *near) : Hint("`bote quantities` lists the quantities; own ones go under `define`"));
}

void Reader::refuse_name(const Text& text, const Node& node, std::string_view word, int scope) {
    const auto fail = [&](const std::string& what, Hint hint) {
        errors_.push_back(Error{text.part(node.begin, node.end),
                                text.subject.empty() ? what : text.subject + ": " + what, std::move(hint)});
    };
    if (const auto readings = ambiguous_unit(word); !readings.empty())
        return fail(fmt::format("'{}' could be bits or bytes", word), std::string(readings));
    const auto definition = nodes_.catalog().find(word);
    if (definition && nodes_.catalog()[*definition].kind == Class::tier)
        return fail(fmt::format("'{}' is a quantity of each tier", word), write_for_tier(word));
    if (definition && nodes_.has_objects()) {
        return fail(fmt::format("'{}' belongs to an object", word),
                    write_instead(word, fmt::format("{}.{}", nodes_.objects().front(), word)));
    }
    const auto dot = word.find('.');
    if (const auto tier = nodes_.tier_named(word.substr(0, dot)); dot != std::string::npos && tier) {
        Hint hint = hint_for_tier(word.substr(dot + 1), *tier);
        return fail(fmt::format("the tier '{}' has no quantity '{}'", word.substr(0, dot), word.substr(dot + 1)),
                    std::move(hint));
    }
    if (dot != std::string::npos && nodes_.scope_named(word.substr(0, dot))) {
        const auto near = near_member(word);
        return fail(fmt::format("the object '{}' has no quantity '{}'", word.substr(0, dot), word.substr(dot + 1)),
                    near ? did_you_mean(word, *near) : Hint());
    }
    if (Hint value = hint_for_word_of_value(word, is_yearly(text, nodes_.catalog())); !value.empty())
        return fail(fmt::format("'{}' is not known", word), std::move(value));
    fail(fmt::format("'{}' is not known", word), hint_for_name(text, node, word, scope));
}

/// What an unknown name in a formula is a slip for: behind a slash a unit, alone a quantity, else either.
Hint Reader::hint_for_name(const Text& text, const Node& node, std::string_view word, int scope) const {
    std::optional<std::string> near;
    const bool is_behind_slash = is_divisor(text.text, node.begin);
    if (Hint period = hint_for_period(word); is_behind_slash && !period.empty()) return period;
    if (is_behind_slash) near = near_unit(word, kCount / kSecond, fits_behind_slash);
    if (!near) near = near_member(word);
    std::vector<std::string_view> known;
    if (!near && wants_hint()) known = nodes_.known_names(scope);
    if (trim(text.text) == word) std::erase_if(known, [](std::string_view each) { return find_unit(each) != nullptr; });
    if (!near) near = closest(word, known, 1);
    if (!near) near = meant_in(word, scope);
    if (!near) near = closest(word, known);
    return near ? did_you_mean(word, *near) : Hint("a number comes first; own quantities go under `define`");
}

/// A counting word where a quantity belongs.
void Reader::refuse_word(const Text& text, const Node& node, std::string_view word, int scope) {
    auto near = meant_in(word, scope);
    if (near == text.subject) near.reset();  // `dau: users`
    Hint value = hint_for_word_of_value(word, is_yearly(text, nodes_.catalog()));
    errors_.push_back({text.part(node.begin, node.end),
                       fmt::format("{}{}'{}' is a counting word, not a quantity", text.subject,
                                   text.subject.empty() ? "" : ": ", word),
                       near             ? did_you_mean(word, *near)
                       : !value.empty() ? std::move(value)
                                        : Hint(fmt::format("a number comes first, as in `5 {}`", word))});
}

/// The first of the quantities that people mean by a name which a formula in that scope can name.
std::optional<std::string> Reader::meant_in(std::string_view name, int scope) const {
    if (!wants_hint()) return std::nullopt;
    for (const DefinitionIndex meant : meant_by(nodes_.catalog(), name)) {
        const std::string_view quantity = nodes_.catalog()[meant].name;
        if (nodes_.find_quantity(quantity, scope)) return std::string(quantity);
    }
    return std::nullopt;
}

}  // namespace bote
