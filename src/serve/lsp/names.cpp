#include "names.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

#include "bote/base/index.hpp"
#include "bote/base/quotes.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/parser.hpp"
#include "bote/model/catalog.hpp"
#include "bote/model/object_words.hpp"

namespace bote {
namespace {

bool begins_name(char c) { return is_letter(c) || c == '_'; }

/// Where each byte of a text stands in its source, as far as it can be followed: a folded value has lost its line ends
/// and blanks, one in quotes perhaps a backslash.
std::vector<std::size_t> offsets_of(const Text& text) {
    std::vector<std::size_t> offsets;
    if (!text.span.source) return offsets;
    const std::string_view source = text.span.source->text;
    const auto is_blank = [](char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; };
    std::size_t at = text.span.begin;
    const bool is_block = at < source.size() && (source[at] == '>' || source[at] == '|');
    if (is_block) at = std::min(source.find('\n', at), source.size());
    if (!text.exact && !is_block && at < source.size() && (source[at] == '"' || source[at] == '\'')) ++at;
    for (const char each : text.text) {
        if (!text.exact && !is_blank(each)) at = std::min(source.find_first_not_of(" \n\r\t", at), source.size());
        const bool followed = at < source.size() && (source[at] == each || is_blank(each));
        if (!followed) break;
        offsets.push_back(at);
        if (source[at] == each) ++at;
    }
    return offsets;
}

class Collector {
public:
    explicit Collector(const Workload& workload) : workload_(workload) {
        for (const auto& object : workload.objects) roles_[object.name.text] = NameRole::object;
        for (const auto& tier : workload.tiers) roles_[tier.name.text] = NameRole::tier;
        for (const auto& own : workload.own) roles_[own.name.text] = NameRole::own;
    }

    std::vector<NameUse> run() {
        add_settings(workload_.settings, "", true);
        for (const auto& object : workload_.objects) {
            add(object.name.span, object.name.text, NameRole::object, true);
            add_settings(object.settings, object.name.text, true);
        }
        for (const auto& tier : workload_.tiers) add_tier(tier);
        for (const auto& own : workload_.own) {
            add(own.name.span, own.name.text, NameRole::own, true, own.value.span);
            add_formula(own.value, "");
        }
        for (const auto& line : workload_.expectations) add_formula(line, "");
        for (const auto& scenario : workload_.scenarios) {
            ++scenario_;
            add_settings(scenario.settings, "", false);
        }
        scenario_ = 0;
        for (const auto& pair : workload_.correlations) {
            add_formula(pair.first, "");
            add_formula(pair.second, "");
        }
        return sorted();
    }

private:
    void add(const Span& where, std::string name, NameRole role, bool is_given = false, const Span& value = {}) {
        if (where.source) uses_.push_back({inside_quotes(where), std::move(name), role, is_given, value, scenario_});
    }

    void add_tier(const TierSection& tier) {
        add(tier.name.span, tier.name.text, NameRole::tier, true);
        for (const auto& object : tier.stores) add_owner(object.span, object.text);
        for (const auto& other : tier.after) add_owner(other.span, other.text);
        add_settings(tier.settings, tier.name.text, true);
    }

    void add_owner(const Span& where, const std::string& name) {
        const auto found = roles_.find(name);
        if (found != roles_.end()) add(where, name, found->second);
    }

    void add_settings(const std::vector<Setting>& settings, const std::string& scope, bool gives) {
        for (const auto& setting : settings) {
            if (!setting.implied) add_setting(setting, scope, gives);
        }
    }

    void add_setting(const Setting& setting, const std::string& scope, bool gives) {
        const std::string& key = setting.key.text;
        const auto dot = key.find('.');
        const std::string first = key.substr(0, dot);
        const auto owner = roles_.find(first);
        const bool is_own = owner != roles_.end() && owner->second == NameRole::own;
        const bool owned = owner != roles_.end() && !is_own && scope.empty() && dot != std::string::npos;
        const std::string name = scope.empty() ? key : scope + "." + key;
        add(setting.key.span, name, is_own && dot == std::string::npos ? NameRole::own : NameRole::quantity, gives,
            setting.value.span);
        if (owned && setting.group) add(setting.group->span, first, owner->second);
        else if (owned) add(setting.key.part(0, dot), first, owner->second);
        add_formula(setting.value, owned ? first : scope);
    }

    void add_formula(const Text& formula, const std::string& scope) {
        const std::vector<std::size_t> offsets = offsets_of(formula);
        const std::string_view text = std::string_view(formula.text).substr(0, offsets.size());
        for (std::size_t at = 0; at < text.size();) {
            if (is_digit(text[at])) {  // its letters may be a word: `5tweets`
                while (at < text.size() && (is_digit(text[at]) || text[at] == '.')) ++at;
                continue;
            }
            if (!begins_name(text[at])) {
                ++at;
                continue;
            }
            std::size_t end = at;
            while (end < text.size() && (begins_name(text[end]) || is_digit(text[end]) || text[end] == '.')) ++end;
            add_word({formula.span.source, offsets[at], offsets[end - 1] + 1}, std::string(text.substr(at, end - at)),
                     scope);
            at = end;
        }
    }

    void add_word(const Span& where, const std::string& word, const std::string& scope) {
        const auto dot = word.find('.');
        const auto owner = roles_.find(word.substr(0, dot));
        if (owner != roles_.end()) {
            const bool owned = dot != std::string::npos && owner->second != NameRole::own;
            if (owned) add(where, word, NameRole::quantity);
            add({where.source, where.begin, where.begin + owner->first.size()}, owner->first, owner->second);
            return;
        }
        if (auto name = quantity_called(word, scope)) return add(where, std::move(*name), NameRole::quantity);
        if (is_counting_word(word) || is_reserved(word)) return;
        for (auto& object : objects_counted_by(word)) {
            const auto role = roles_.find(object);
            if (role != roles_.end() && role->second == NameRole::object)
                return add(where, std::move(object), NameRole::object);
        }
    }

    [[nodiscard]] std::optional<std::string> quantity_called(const std::string& word, const std::string& scope) const {
        const Catalog& catalog = built_in_catalog();
        const auto role = roles_.find(scope);
        if (role != roles_.end() && role->second == NameRole::tier && catalog.find("tier." + word))
            return scope + "." + word;
        const auto definition = catalog.find(word);
        if (!definition) return std::nullopt;
        const Class kind = catalog[*definition].kind;
        const bool of_object = role != roles_.end() && role->second == NameRole::object && kind != Class::workload;
        return of_object ? scope + "." + word : word;
    }

    std::vector<NameUse> sorted() {
        const auto key = [](const NameUse& use) { return std::tuple(use.where.begin, use.where.end, use.role); };
        std::stable_sort(uses_.begin(), uses_.end(),
                         [&](const NameUse& a, const NameUse& b) { return key(a) < key(b); });
        const auto same = [&](const NameUse& a, const NameUse& b) { return key(a) == key(b); };
        uses_.erase(std::unique(uses_.begin(), uses_.end(), same), uses_.end());
        return std::move(uses_);
    }

    const Workload& workload_;
    std::map<std::string, NameRole, std::less<>> roles_;
    std::vector<NameUse> uses_;
    std::size_t scenario_ = 0;
};

}  // namespace

std::vector<NameUse> names_in(const Workload& workload) { return Collector(workload).run(); }

std::string in_form_of(std::string_view written, std::string_view name, const std::string& new_name) {
    if (written == name) return new_name;
    if (std::string(written) + "s" == name) {  // `5 tweet` of `tweets`
        return new_name.ends_with('s') ? new_name.substr(0, new_name.size() - 1) : new_name;
    }
    if (new_name.ends_with('y')) return new_name.substr(0, new_name.size() - 1) + "ies";
    const bool hisses = new_name.ends_with('s') || new_name.ends_with('x') || new_name.ends_with("ch");
    return new_name + (hisses ? "es" : "s");
}

}  // namespace bote
