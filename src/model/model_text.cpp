#include "bote/model/model_text.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/parser.hpp"

namespace bote {
namespace {

constexpr std::string_view kBar = " | ";
constexpr std::string_view kFieldSeparator = " ; ";
constexpr std::string_view kEquals = " = ";

struct ClassRow {
    std::string_view name;
    Class kind;
};
constexpr ClassRow kClasses[] = {
    {"workload", Class::workload}, {"object", Class::object}, {"policy", Class::policy}, {"total", Class::total}};

std::vector<std::string_view> split_at(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (auto at = text.find(separator); at != std::string_view::npos; at = text.find(separator)) {
        parts.push_back(trim(text.substr(0, at)));
        text.remove_prefix(at + separator.size());
    }
    parts.push_back(trim(text));
    return parts;
}

bool is_flag(std::string_view word) {
    constexpr std::string_view kFlags[] = {"internal", "scale", "common", "yearly", "open", "whole"};
    return std::find(std::begin(kFlags), std::end(kFlags), word) != std::end(kFlags);
}

std::optional<Class> class_named(std::string_view word) {
    for (const auto& row : kClasses) {
        if (row.name == word) return row.kind;
    }
    return std::nullopt;
}

/// One line of a file, and where it stands.
struct Line {
    const SourcePtr& source;
    std::size_t begin;
    std::string_view text;

    [[noreturn]] void fail(std::string_view what) const {
        throw InputError(Error{{source, begin, begin + text.size()}, std::string(what), ""});
    }

    [[nodiscard]] Text part(std::string_view part, const std::string& subject) const {
        const auto first = begin + static_cast<std::size_t>(part.data() - text.data());
        return {std::string(part), {source, first, first + part.size()}, true, subject};
    }

    /// The i-th of the fields between semicolons; `-` is an empty one.
    [[nodiscard]] std::string field(std::size_t i) const {
        const auto fields = split_at(text, kFieldSeparator);
        return i < fields.size() && fields[i] != "-" ? std::string(fields[i]) : std::string();
    }
};

/// A line that defines a quantity.
class RowReader {
public:
    explicit RowReader(const Line& line) : line_(line) {}

    ModelRow read() {
        const auto head = split_at(line_.text, kFieldSeparator).front();
        const auto equals = head.find(kEquals);
        read_head(head.substr(0, equals));
        if (equals != std::string_view::npos) read_alternatives(head.substr(equals + kEquals.size()));
        row_.meaning = line_.field(1);
        row_.range = line_.field(2);
        row_.source = line_.field(3);
        if (row_.meaning.empty()) line_.fail("a row has a meaning");
        return std::move(row_);
    }

private:
    void read_head(std::string_view head) {
        const auto open = head.find('[');
        const auto close = head.find(']');
        if (open == std::string_view::npos || close == std::string_view::npos) line_.fail("a row has a [unit]");
        row_.name = std::string(trim(head.substr(0, open)));
        const auto display = parse_display(head.substr(open + 1, close - open - 1));
        if (!display) line_.fail("the unit is not known");
        row_.display = *display;
        row_.unit = std::string(trim(head.substr(open + 1, close - open - 1)));
        read_flags(split_at(trim(head.substr(close + 1)), " "));
    }

    void read_flags(const std::vector<std::string_view>& words) {
        bool open = false;
        bool classed = false;
        for (std::size_t i = 0; i < words.size(); ++i) {
            const auto word = words[i];
            if (const auto kind = class_named(word)) {
                row_.kind = *kind;
                classed = true;
            } else if (word == "internal") row_.internal = true;
            else if (word == "scale") row_.scale = true;
            else if (word == "common") row_.common = true;
            else if (word == "yearly") row_.yearly = true;
            else if (word == "open") open = true;
            else if (word == "whole") row_.whole = true;
            else if (word.starts_with('>') || word.starts_with('<')) read_bound(words, i);
            else line_.fail(fmt::format("'{}' is no flag", word));
        }
        if (!classed) line_.fail("a row has a class");
        if (!row_.low) row_.low = zero();
        if (!row_.high && !open && row_.unit == "%") row_.high = parse_formula({"100%", {}, false, ""}, {});
    }

    static Expression zero() { return Expression(std::vector<Node>(1)); }

    /// `>= 1`, `<= 1 day`: the words up to the next bound or flag.
    void read_bound(const std::vector<std::string_view>& words, std::size_t& i) {
        const auto sign = words[i];
        std::string literal;
        while (i + 1 < words.size() && words[i + 1].find_first_of("<>") == std::string_view::npos &&
               !class_named(words[i + 1]) && !is_flag(words[i + 1])) {
            literal += std::string(words[++i]) + " ";
        }
        auto value = parse_formula({literal, line_.part(line_.text, "").span, false, row_.name}, {});
        (sign.starts_with('>') ? row_.low : row_.high) = std::move(value);
        (sign.starts_with('>') ? row_.low_allowed : row_.high_allowed) = sign.ends_with('=');
    }

    void read_alternatives(std::string_view part) {
        for (const auto each : split_at(part, kBar)) {
            ModelAlternative alternative;
            const auto formula = read_condition(each, alternative);
            alternative.text = std::string(formula);
            alternative.tree = parse_formula(line_.part(formula, row_.name), {});
            const auto names = names_of(formula, alternative.tree);
            alternative.names.assign(names.begin(), names.end());
            row_.alternatives.push_back(std::move(alternative));
        }
    }

    /// `neutral`, `usually` or `back` before a formula, or `given a, b:`, `with a:` and `unless a:`; returns the
    /// formula.
    std::string_view read_condition(std::string_view text, ModelAlternative& alternative) const {
        const auto colon = text.find(": ");
        const auto first = text.substr(0, text.find(' '));
        if (first == "neutral") alternative.neutral = true;
        else if (first == "usually") alternative.usual = true;
        else if (first == "back") alternative.back = true;
        else if (colon == std::string_view::npos) return text;
        if (alternative.neutral || alternative.usual || alternative.back) return trim(text.substr(first.size()));
        alternative.condition = std::string(text.substr(0, colon));
        std::vector<std::string>* names = nullptr;
        for (auto word : split_at(text.substr(0, colon), " ")) {
            if (word == "given") names = &alternative.given;
            else if (word == "with") names = &alternative.with;
            else if (word == "unless") names = &alternative.unless;
            else if (names == nullptr) line_.fail(fmt::format("'{}' is not a condition", text.substr(0, colon)));
            else names->emplace_back(word.substr(0, word.find(',')));
        }
        return trim(text.substr(colon + 1));
    }

    const Line& line_;
    ModelRow row_;
};

constexpr std::string_view kWhen = " when ";

ModelRule read_rule(const Line& line) {
    ModelRule rule;
    const auto head = split_at(line.text, kFieldSeparator).front();
    const auto when = head.find(kWhen);
    const auto words = split_at(head.substr(0, when), " ");
    rule.stepped = words.size() == 3 && words[2] == "stepped";
    const auto kind = words.size() == 2 || rule.stepped ? class_named(words[1]) : std::nullopt;
    if (when == std::string_view::npos || !kind) line.fail("a rule is `name class when comparison`");
    rule.name = std::string(words[0]);
    rule.kind = *kind;
    rule.condition = std::string(trim(head.substr(when + kWhen.size())));
    rule.expectation = parse_expectation(line.part(trim(head.substr(when + kWhen.size())), rule.name), {});
    rule.verdict = line.field(1);
    rule.otherwise = line.field(2);
    rule.source = line.field(3);
    if (rule.verdict.empty()) line.fail("a rule has a verdict");
    return rule;
}

ModelWords read_words_of(const Line& line) {
    const auto sides = split_at(line.text, kEquals);
    if (sides.size() != 2 || sides[0].empty()) line.fail("words are `word, word = quantity quantity`");
    ModelWords words{std::string(sides[0]), {}, {}};
    for (const auto name : split(sides[1], ' ')) words.quantities.emplace_back(name);
    return words;
}

/// The lines of a file that are neither blank nor comments, each read by `read`, with the section of the file.
template <class Row, class Read>
std::vector<Row> read_lines(std::string_view name, std::string_view text, Read read) {
    std::vector<Row> rows;
    const auto source = make_source(std::string(name) + ".model", std::string(text));
    const auto dash = name.find('-');
    const std::string_view whole = source->text;
    for (const auto line : split(whole, '\n')) {
        if (trim(line).empty() || line.front() == '#') continue;
        const auto begin = static_cast<std::size_t>(line.data() - whole.data());
        rows.push_back(read(Line{source, begin, line}));
        rows.back().section = std::string(dash == std::string_view::npos ? name : name.substr(dash + 1));
    }
    return rows;
}

}  // namespace

std::vector<ModelRow> read_model(std::string_view name, std::string_view text) {
    return read_lines<ModelRow>(name, text, [](const Line& line) { return RowReader(line).read(); });
}

std::vector<ModelWords> read_words(std::string_view name, std::string_view text) {
    return read_lines<ModelWords>(name, text, read_words_of);
}

std::vector<ModelRule> read_rules(std::string_view name, std::string_view text) {
    return read_lines<ModelRule>(name, text, read_rule);
}

}  // namespace bote
