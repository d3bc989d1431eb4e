// The tiers of a workload: what each is, what it asks and gives, and which objects live there.

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/model/find.hpp"
#include "reader.hpp"

namespace bote {
namespace {

/// What people call a kind; none of its products.
std::string_view kind_meant_by(std::string_view word) {
    constexpr std::pair<std::string_view, std::string_view> kOthers[] = {
        {"queue", "kafka` or `rabbitmq"}, {"cache", "redis"},    {"db", "sql"},     {"database", "sql"},
        {"lb", "load_balancer"},          {"cloudfront", "cdn"}, {"akamai", "cdn"}, {"sqs", "rabbitmq"},
        {"blob_store", "object_store"},
    };
    for (const auto& [name, kind] : kOthers) {
        if (name == word) return kind;
    }
    return {};
}

Hint nearest(std::string_view word, const std::vector<std::string_view>& known, std::string otherwise) {
    const auto near = closest(word, known);
    return near ? did_you_mean(word, *near) : Hint(std::move(otherwise));
}

}  // namespace

void Reader::read_tiers(const Workload& workload, Givens& givens) {
    for (const auto& [tier, title] : workload.titles) {
        if (tier.text == "cache" && title.text == kLeftOut) keep_out_of_cache(title, 0, givens);
    }
    for (std::size_t i = 0; i < workload.tiers.size(); ++i) {
        const TierSection& tier = workload.tiers[i];
        check_kind(tier);
        const int scope = nodes_.scopes() + static_cast<int>(i);
        std::vector<const Setting*> quantities;
        for (const auto& setting : tier.settings) {
            if (!choose(setting, scope, givens)) quantities.push_back(&setting);
        }
        for (const Setting* setting : quantities) add(*setting, scope, givens);
        check_stores(workload.tiers, i);
        move_objects(tier, givens);
    }
    check_after(workload.tiers);
}

void Reader::check_kind(const TierSection& tier) {
    const Catalog& catalog = nodes_.catalog();
    if (!tier.kind || find_kind(catalog, tier.kind->text) != nullptr) return;
    std::vector<std::string_view> known;
    for (const auto& each : catalog.kinds) known.push_back(each.name);
    if (const auto meant = kind_meant_by(tier.kind->text); !meant.empty()) {
        const bool one = meant.find('`') == meant.npos;
        errors_.push_back(
            {tier.kind->span, fmt::format("there is no kind of tier '{}'", tier.kind->text),
             one ? write_instead(tier.kind->text, std::string(meant)) : Hint(fmt::format("write `{}`", meant))});
        return;
    }
    const TierKind* product = find_kind_of_product(catalog, tier.kind->text);
    errors_.push_back({tier.kind->span, fmt::format("there is no kind of tier '{}'", tier.kind->text),
                       product != nullptr ? write_instead(tier.kind->text, std::string(product->name))
                                          : nearest(tier.kind->text, known, "`bote tiers` lists the kinds")});
}

/// What is known by its name gives way to what the file says itself.
bool Reader::choose(const Setting& setting, int scope, Givens& givens) {
    const TierKind* kind = nodes_.kind_of_tier(scope);
    if (kind == nullptr) return false;
    std::vector<std::string_view> known;
    for (const TierChoice& each : kind->choices) {
        if (each.key != setting.key.text) continue;
        known.push_back(each.name);
        if (each.name != setting.value.text) continue;
        for (const ChoiceValue& value : each.values) {
            Setting chosen = setting;
            chosen.key.text = value.quantity;
            chosen.value = {std::string(value.value), setting.value.span, false, setting.value.subject};
            chosen.layer = Layer::profile;
            add(chosen, scope, givens);
        }
        return true;
    }
    if (known.empty()) return false;
    errors_.push_back({setting.value.span, fmt::format("there is no {} '{}'", setting.key.text, setting.value.text),
                       nearest(setting.value.text, known, fmt::format("known: {}", fmt::join(known, ", ")))});
    return true;
}

void Reader::refuse_tier_key(const Setting& setting, int scope) {
    const std::string& key = setting.key.text;
    const std::string& tier = nodes_.tiers()[at(scope - nodes_.scopes())];
    const Text& where = setting.group ? *setting.group : setting.key;
    errors_.push_back(
        {where.span, fmt::format("the tier '{}' has no quantity '{}'", tier, key), hint_for_tier(key, scope)});
}

Hint Reader::hint_for_tier(std::string_view quantity, int scope) const {
    const Catalog& catalog = nodes_.catalog();
    for (const DefinitionIndex meant : meant_of_tier(catalog, quantity)) {
        const std::string_view name = catalog[meant].name.substr(kTierPrefix.size());
        if (nodes_.exists(meant, scope))
            return with_edit(fmt::format("did you mean '{}'?", name), quantity, std::string(name));
    }
    if (const auto other = catalog.find(std::string(kTierPrefix).append(quantity))) {
        std::vector<std::string_view> kinds;
        for (const TierKind& kind : catalog.kinds) {
            if (std::any_of(kind.rows.begin(), kind.rows.end(),
                            [&](const KindRow& row) { return row.definition == *other; }))
                kinds.push_back(kind.name);
        }
        if (!kinds.empty()) return fmt::format("tiers of the kind {} have it", fmt::join(kinds, ", "));
    }
    if (quantity == "type") return did_you_mean(quantity, "kind");
    if (const auto dot = quantity.find('.');
        dot != quantity.npos && nodes_.find_in_tier(quantity.substr(dot + 1), scope))
        return write_instead(quantity, std::string(quantity.substr(dot + 1)));  // `server.rps`
    if (!wants_hint()) return "";
    std::vector<std::string_view> known{"kind", "title", "stores", "after"};
    // What this tier has first; a slip for what other kinds have is told which these are once it is mended.
    for (const bool is_here : {true, false}) {
        for (const DefinitionIndex row : catalog.definitions_of_tiers()) {
            if (nodes_.exists(row, scope) == is_here) known.push_back(catalog[row].name.substr(kTierPrefix.size()));
        }
    }
    return nearest(quantity, known, "`bote tiers` lists what a tier asks and gives");
}

/// An object lives in one tier.
void Reader::check_stores(const std::vector<TierSection>& tiers, std::size_t index) {
    const auto& stores = tiers[index].stores;
    for (auto object = stores.begin(); object != stores.end(); ++object) {
        const auto same = [&](const Text& each) { return each.text == object->text; };
        if (std::any_of(stores.begin(), object, same)) {
            errors_.push_back({object->span, fmt::format("'{}' is named twice", object->text), "keep one of them"});
            continue;
        }
        for (std::size_t other = 0; other < index; ++other) {
            if (std::any_of(tiers[other].stores.begin(), tiers[other].stores.end(), same))
                errors_.push_back({object->span,
                                   fmt::format("'{}' lives in '{}' already", object->text, tiers[other].name.text),
                                   "an object lives in one tier; keep one of them"});
        }
    }
}

void Reader::move_objects(const TierSection& tier, Givens& givens) {
    for (const auto& object : tier.stores) {
        if (const auto scope = nodes_.scope_named(object.text)) {
            keep_out_of_cache(object, *scope, givens);
            continue;
        }
        const std::vector<std::string_view> known(nodes_.objects().begin(), nodes_.objects().end());
        errors_.push_back({object.span, fmt::format("there is no object '{}' to be stored", object.text),
                           nearest(object.text, known, "`stores` takes names of `objects:`")});
    }
}

/// What lives in a tier of its own is read there, and without a cache everything is read where it lives, unless the
/// file says which part of the reads a cache answers.
void Reader::keep_out_of_cache(const Text& stored, int object, Givens& givens) {
    struct Implied {
        std::string_view name;
        std::string_view value;
    };
    // None of it is kept, whatever the window.
    for (const auto& [name, value] : {Implied{"hit_ratio", "0%"}, {"hot_fraction", "0%"}, {"cache_window", "1 day"}}) {
        const NodeIndex id = nodes_.id(*nodes_.catalog().find(name), object);
        const bool said =
            std::any_of(givens.all.begin(), givens.all.end(), [&](const Given& each) { return each.id == id; });
        if (said) continue;
        Given given;
        given.id = id;
        given.scope = object;
        given.key = stored;
        given.value = {std::string(value), stored.span, false, nodes_.name(id)};
        given.implied = true;
        if (object == 0 && nodes_.has_objects()) nodes_.give_policy(nodes_.definition_of(id));
        givens.all.push_back(std::move(given));
    }
}

}  // namespace bote
