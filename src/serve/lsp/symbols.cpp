#include "symbols.hpp"

#include <algorithm>
#include <iterator>

#include "bote/base/text.hpp"

namespace bote {
namespace {

/// Kinds of the protocol.
enum class SymbolKind { module = 2, object = 19, property = 7, number = 16, boolean = 17, event = 24, variable = 13 };

SymbolKind kind_below(std::string_view section) {
    if (section == "objects") return SymbolKind::object;
    if (section == "tiers") return SymbolKind::module;
    if (section == "define") return SymbolKind::variable;
    if (section == "scenarios") return SymbolKind::event;
    return SymbolKind::number;
}

std::size_t end_of(const YamlNode& node, std::size_t least) {
    std::size_t end = std::max(least, node.text.span.end);
    for (const YamlEntry& entry : node.entries) end = std::max(end, end_of(entry.value, entry.key.span.end));
    for (const YamlNode& item : node.items) end = std::max(end, end_of(item, end));
    return end;
}

class Outline {
public:
    explicit Outline(const Analysis& analysis) : analysis_(analysis) {}

    Json entries(const YamlNode& node, SymbolKind kind) {
        Json list = Json::array();
        for (const YamlEntry& entry : node.entries) {
            const SymbolKind own = entry.value.kind == YamlNode::Kind::scalar ? kind : group_kind(kind);
            Json symbol = symbol_of(entry.key.text, entry.key.span, end_of(entry.value, entry.key.span.end), own);
            if (entry.value.kind == YamlNode::Kind::scalar) symbol["detail"] = show_in_line(entry.value.text.text);
            Json children =
                entry.key.text == "expect" ? items(entry.value) : entries(entry.value, kind_below(entry.key.text));
            if (!children.empty()) symbol["children"] = std::move(children);
            list.push_back(std::move(symbol));
        }
        return list;
    }

private:
    /// Of a map: what its section holds, or a group of quantities.
    static SymbolKind group_kind(SymbolKind kind) { return kind == SymbolKind::number ? SymbolKind::property : kind; }

    Json items(const YamlNode& node) const {
        Json list = Json::array();
        for (const YamlNode& item : node.items) {
            if (item.kind == YamlNode::Kind::scalar)
                list.push_back(symbol_of(item.text.text, item.text.span, item.text.span.end, SymbolKind::boolean));
        }
        return list;
    }

    [[nodiscard]] Json symbol_of(const std::string& name, const Span& key, std::size_t end, SymbolKind kind) const {
        const std::string shown = show_in_line(name);
        return {{"name", trim(shown).empty() ? "?" : shown},
                {"kind", static_cast<int>(kind)},
                {"range", range_of(analysis_.lines, key.begin, std::max(end, key.end))},
                {"selectionRange", range_of(analysis_.lines, key)}};
    }

    const Analysis& analysis_;
};

Json location(const Analysis& analysis, const std::string& uri, const Span& where) {
    return {{"uri", uri}, {"range", range_of(analysis.lines, where)}};
}

/// Where it is given; for the policy of an object that only the top level gives, there; else its owner.
const NameUse* find_given(const Analysis& analysis, const std::string& name) {
    const auto given = [&](const std::string& each) {
        const auto found = std::find_if(analysis.names.begin(), analysis.names.end(),
                                        [&](const NameUse& use) { return use.is_given && use.name == each; });
        return found == analysis.names.end() ? nullptr : &*found;
    };
    const NameUse* found = given(name);
    const auto dot = name.find('.');
    if (found == nullptr && dot != std::string::npos) found = given(name.substr(dot + 1));
    if (found == nullptr && dot != std::string::npos) found = given(name.substr(0, dot));
    return found;
}

}  // namespace

Json document_symbols(const Analysis& analysis) { return Outline(analysis).entries(analysis.tree, SymbolKind::number); }

Json definition_at(const Analysis& analysis, const std::string& uri, std::size_t offset) {
    const NameUse* use = analysis.name_at(offset);
    const NameUse* given = use != nullptr ? find_given(analysis, use->name) : nullptr;
    return given != nullptr ? location(analysis, uri, given->where) : Json();
}

Json references_at(const Analysis& analysis, const std::string& uri, std::size_t offset, bool with_definition) {
    Json list = Json::array();
    const NameUse* asked = analysis.name_at(offset);
    if (asked == nullptr) return list;
    for (const NameUse& use : analysis.names) {
        if (use.name == asked->name && (with_definition || !use.is_given))
            list.push_back(location(analysis, uri, use.where));
    }
    return list;
}

}  // namespace bote
