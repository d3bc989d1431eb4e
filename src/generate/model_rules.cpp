// The rules and the words of the `.model` files.

#include "bote/formula/rounding.hpp"
#include "model_entries.hpp"
#include "model_text.hpp"

namespace bote {
namespace {

constexpr std::string_view kEquals = " = ";
constexpr std::string_view kMargin = " by ";

/// `0.1%`.
double share_of(const Text& text) {
    const Expression share = parse_formula(text, {});
    if (!is_lone_literal(share) || share.nodes().front().written != Written::percent)
        fail(text, fmt::format("expected a percentage behind 'by', found '{}'", text.text));
    return share.nodes().front().number;
}

/// `a > b`, or `a > b by 5%`: by more than 5% of b. What differs by less, or by rounding alone, is equal.
void read_comparison(ModelRule& rule, const Text& field, Shorthands shorthands) {
    Text condition = written_out(behind_name(field), shorthands);
    condition.subject = rule.name;
    const std::string_view text = condition.text;
    const auto margin = std::min(text.find(kMargin), text.size());
    rule.expectation = parse_expectation(part_of(condition, text.substr(0, margin)), {});
    auto& terms = rule.expectation.terms;
    if (terms.comparison != Comparison::about) terms.tolerance = kRounding;
    if (margin < text.size()) terms.tolerance = share_of(part_of(condition, text.substr(margin + kMargin.size())));
    rule.condition = std::move(condition);
}

/// `unless name, name`.
void read_unless(ModelRule& rule, const Text& field, Shorthands /*shorthands*/) {
    const Text names = behind_name(field);
    for (const auto name : split(names.text, ',')) rule.unless.emplace_back(trim(name));
}

constexpr Field<ModelRule> kRuleFields[] = {
    {"when", read_comparison},
    {"then", read_words_into<ModelRule, &ModelRule::verdict>},
    {"else", read_words_into<ModelRule, &ModelRule::otherwise>},
    {"source", read_words_into<ModelRule, &ModelRule::source>},
    {"unless", read_unless},
};

ModelRule read_rule(const Entry& entry, Shorthands shorthands) {
    ModelRule rule;
    rule.where = entry.head.span;
    const std::string_view head = entry.head.text;
    const auto when = head.find(" when ");
    const auto words = split(head.substr(0, when), ' ');
    rule.stepped = words.size() == 3 && words[2] == "stepped";
    const auto kind = words.size() == 2 || rule.stepped ? class_named(words[1]) : std::nullopt;
    if (when == std::string_view::npos || !kind) fail(entry.head, "expected `name class when comparison`");
    rule.name = std::string(words[0]);
    rule.kind = *kind;
    read_comparison(rule, part_of(entry.head, head.substr(when)), shorthands);
    read_fields<ModelRule>(rule, entry, kRuleFields, shorthands);
    if (rule.verdict.empty()) fail(entry.head, "expected a verdict, behind 'then'");
    return rule;
}

ModelWords read_words_of(const Entry& entry) {
    const std::string_view line = entry.head.text;
    const auto equals = line.find(kEquals);
    if (equals == std::string_view::npos || !entry.fields.empty())
        fail(entry.head, "expected `word, word = quantity quantity`");
    ModelWords words;
    words.where = entry.head.span;
    words.words = std::string(trim(line.substr(0, equals)));
    for (const auto name : split(trim(line.substr(equals + kEquals.size())), ' ')) words.quantities.emplace_back(name);
    return words;
}

}  // namespace

std::vector<ModelWords> read_words(std::string_view name, std::string_view text) {
    return read_rows<ModelWords>(name, text, read_words_of);
}

std::vector<ModelRule> read_rules(std::string_view name, std::string_view text, Shorthands shorthands) {
    return read_rows<ModelRule>(name, text, [&](const Entry& entry) { return read_rule(entry, shorthands); });
}

}  // namespace bote
