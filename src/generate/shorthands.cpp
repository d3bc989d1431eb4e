// `peak_over_day := peak_factor * busy_factor`: names for parts of formulas that repeat. They are written out while the
// model is read, so the working shows what is multiplied, and no quantity is added that nobody asks for.

#include <algorithm>
#include <cctype>

#include <fmt/format.h>

#include "bote/base/index.hpp"
#include "bote/formula/parser.hpp"
#include "model_entries.hpp"
#include "model_text.hpp"

namespace bote {
namespace {

constexpr std::string_view kStandsFor = " := ";

bool is_name_character(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '.'; }

}  // namespace

std::size_t length_of_name(std::string_view text) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_name_character);
    return position_of(end, text);
}

std::size_t length_of_parentheses(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += text[i] == '(' ? 1 : text[i] == ')' ? -1 : 0;
        if (depth == 0) return text[i] == ')' ? i + 1 : 0;
    }
    return 0;
}

namespace {

/// What holds a formula together at its loosest place.
enum class Binding : char { sum, product, power, whole };

Binding binding_of(std::string_view formula) {
    auto loosest = Binding::whole;
    for (std::size_t i = 0; i < formula.size(); ++i) {
        if (const auto length = length_of_parentheses(formula.substr(i)); length > 0) i += length - 1;
        else if (formula[i] == '+' || formula[i] == '-') return Binding::sum;
        else if (formula[i] == '*' || formula[i] == '/') loosest = Binding::product;
        else if (formula[i] == '^') loosest = std::min(loosest, Binding::power);
    }
    return loosest;
}

}  // namespace

std::string fitted(const std::string& formula, std::string_view before, std::string_view after) {
    before = trim(before);
    after = trim(after);
    const auto follows = [&](std::string_view signs) {
        return !before.empty() && signs.find(before.back()) != signs.npos;
    };
    const auto precedes = [&](std::string_view signs) {
        return !after.empty() && signs.find(after.front()) != signs.npos;
    };
    bool torn = false;
    switch (binding_of(formula)) {
        case Binding::sum: torn = follows("-*/^") || precedes("*/^"); break;
        case Binding::product: torn = follows("/^") || precedes("^"); break;
        case Binding::power: torn = follows("^") || precedes("^"); break;
        case Binding::whole: break;
    }
    return torn ? "(" + formula + ")" : formula;
}

namespace {

class Writer {
public:
    Writer(const Text& where, Shorthands shorthands) : where_(where), shorthands_(shorthands) {}

    std::string run(std::string_view formula) {
        std::string result;
        while (!formula.empty()) {
            const auto name = formula.substr(0, length_of_name(formula));
            const auto found = std::find_if(shorthands_.begin(), shorthands_.end(),
                                            [&](const Shorthand& each) { return each.name == name; });
            const bool is_one = !name.empty() && found != shorthands_.end();
            const auto written = formula.substr(0, std::max(name.size(), std::size_t{1}));
            formula.remove_prefix(written.size());
            if (!is_one) result += written;
            else result += fitted(meaning_of(found, formula), result, formula);
        }
        return result;
    }

private:
    /// What a shorthand stands for; takes its argument off what follows.
    std::string meaning_of(Shorthands::iterator found, std::string_view& rest) {
        // What stands before it may be used in it, so none can be part of itself.
        const Shorthands before = shorthands_.first(position_of(found, shorthands_));
        std::string meaning = Writer(where_, before).run(found->formula);
        if (found->parameter.empty()) return meaning;
        const auto length = length_of_parentheses(rest);
        if (length == 0) fail(where_, fmt::format("expected '(...)' behind '{}'", found->name));
        const Shorthand argument{found->parameter, "", run(rest.substr(1, length - 2)), {}};
        rest.remove_prefix(length);
        return Writer(where_, {&argument, 1}).run(meaning);
    }

    const Text& where_;
    Shorthands shorthands_;
};

Shorthand read_shorthand(const Entry& entry) {
    const std::string_view head = entry.head.text;
    const auto behind_name = head.find(kStandsFor);
    const auto called = trim(head.substr(0, behind_name));
    const auto name = called.substr(0, length_of_name(called));
    const auto parameter = called.substr(name.size());
    const bool well_formed =
        !name.empty() && (parameter.empty() || length_of_parentheses(parameter) == parameter.size());
    if (!well_formed || !entry.fields.empty()) fail(entry.head, "expected `name := formula` or `name(x) := formula`");
    return {std::string(name), parameter.empty() ? "" : std::string(parameter.substr(1, parameter.size() - 2)),
            std::string(trim(head.substr(behind_name + kStandsFor.size()))), entry.head.span};
}

}  // namespace

Text written_out(const Text& formula, Shorthands shorthands) {
    Text result = formula;
    result.text = Writer(formula, shorthands).run(formula.text);
    result.exact = formula.exact && result.text == formula.text;
    return result;
}

bool is_shorthand(const Entry& entry) { return entry.head.text.find(kStandsFor) != std::string::npos; }

std::vector<Shorthand> read_shorthands(std::string_view name, std::string_view text, std::vector<Shorthand> known) {
    for (const auto& entry : read_entries(make_source(std::string(name) + ".model", std::string(text)))) {
        if (!is_shorthand(entry)) continue;
        Shorthand each = read_shorthand(entry);
        (void)parse_formula(written_out({each.formula, entry.head.span, false, each.name}, known), {});
        known.push_back(std::move(each));
    }
    return known;
}

}  // namespace bote
