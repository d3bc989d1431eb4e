#include "model_text.hpp"

#include <algorithm>
#include <span>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/text.hpp"
#include "bote/formula/parser.hpp"
#include "model_entries.hpp"
#include "model_places.hpp"

namespace bote {
namespace {

constexpr std::string_view kMeaning = ":";

ModelAlternative& add_formula(ModelRow& row, const Text& written, Shorthands shorthands) {
    Text formula = written_out(written, shorthands);
    formula.subject = row.name;
    ModelAlternative& alternative = row.alternatives.emplace_back();
    alternative.tree = parse_formula(formula, {});
    const auto names = names_of(formula.text, alternative.tree);
    alternative.names.assign(names.begin(), names.end());
    alternative.formula = std::move(formula);
    return alternative;
}

/// `= formula`, of other quantities.
void read_formula(ModelRow& row, const Text& field, Shorthands shorthands) {
    if (!has_names(add_formula(row, behind_name(field), shorthands).tree))
        fail(field, "expected 'default' before a lone value");
}

/// `default 3`.
void read_default(ModelRow& row, const Text& field, Shorthands shorthands) {
    if (has_names(add_formula(row, behind_name(field), shorthands).tree)) fail(field, "expected '=' before a formula");
}

/// `neutral 1`, `usually object_size`, `back qps / peak_factor`.
template <bool ModelAlternative::*mark>
void read_marked(ModelRow& row, const Text& field, Shorthands shorthands) {
    add_formula(row, behind_name(field), shorthands).*mark = true;
}

/// `given a, b with c unless d: formula`, and any of these alone.
void read_conditional(ModelRow& row, const Text& field, Shorthands shorthands) {
    const std::string_view text = field.text;
    const auto colon = text.find(": ");
    if (colon == std::string_view::npos) fail(field, "expected ': ' between a condition and its formula");
    auto& alternative = add_formula(row, part_of(field, text.substr(colon + 1)), shorthands);
    alternative.condition = std::string(text.substr(0, colon));
    std::vector<std::string>* names = nullptr;
    for (const auto word : split(text.substr(0, colon), ' ')) {
        if (word == "given") names = &alternative.given;
        else if (word == "with") names = &alternative.with;
        else if (word == "unless") names = &alternative.unless;
        else names->emplace_back(word.substr(0, word.find(',')));
    }
}

/// `covers data, existing_data`: it is never less than any of these.
void read_covered(ModelRow& row, const Text& field, Shorthands) {
    const Text names = behind_name(field);
    for (const auto name : split(names.text, ',')) row.covers.emplace_back(trim(name));
}

// A new field of a row is a line here.
constexpr Field<ModelRow> kRowFields[] = {
    {kMeaning, read_words_into<ModelRow, &ModelRow::meaning>},
    {"=", read_formula},
    {"default", read_default},
    {"neutral", read_marked<&ModelAlternative::neutral>},
    {"usually", read_marked<&ModelAlternative::usual>},
    {"back", read_marked<&ModelAlternative::back>},
    {"given", read_conditional},
    {"with", read_conditional},
    {"unless", read_conditional},
    {"covers", read_covered},
    {"parts", read_words_into<ModelRow, &ModelRow::parts>},
    {"stored", read_words_into<ModelRow, &ModelRow::stored>},
    {"range", read_words_into<ModelRow, &ModelRow::range>},
    {"source", read_words_into<ModelRow, &ModelRow::source>},
    {"line", read_line},
    {"column", read_column},
    {"cell", read_cell},
    {"overview", read_overview},
};

struct Flag {
    std::string_view name;
    bool ModelRow::*member;
};
constexpr Flag kFlags[] = {
    {"internal", &ModelRow::internal}, {"scale", &ModelRow::scale},       {"common", &ModelRow::common},
    {"yearly", &ModelRow::yearly},     {"open", &ModelRow::open},         {"whole", &ModelRow::whole},
    {"aside", &ModelRow::aside},       {"constant", &ModelRow::constant}, {"summed", &ModelRow::summed},
};

const Flag* flag_named(std::string_view word) {
    const auto* found =
        std::find_if(std::begin(kFlags), std::end(kFlags), [&](const Flag& each) { return each.name == word; });
    return found == std::end(kFlags) ? nullptr : found;
}

bool is_sign(std::string_view word) { return word.starts_with('<') || word.starts_with('>'); }

/// The line `name [unit] class flags and bounds = formula : meaning`.
class HeadReader {
public:
    HeadReader(ModelRow& row, const Text& head, Shorthands shorthands)
        : row_(row), head_(head), shorthands_(shorthands), rest_(head.text) {}

    void run() {
        read_name();
        while (!rest_.empty()) {
            if (find_field<ModelRow>(kRowFields, first_word(rest_)) != nullptr) read_field();
            else read_mark(next_word());
        }
        if (!classed_) fail(head_, "expected a class: workload, object, policy, total or tier");
        if ((row_.kind == Class::tier) != row_.name.starts_with(kTierPrefix))
            fail(head_, "a row of the class tier has a name like `tier.load`, and no other has");
        if (!row_.low) row_.low = zero();
        if (!row_.high && !row_.open && row_.unit == "%") row_.high = parse_formula({"100%", {}, false, ""}, {});
    }

private:
    std::string_view next_word() {
        const auto word = first_word(rest_);
        rest_ = trim(rest_.substr(word.size()));
        return word;
    }

    void read_name() {
        const auto open = rest_.find('[');
        const auto close = rest_.find(']');
        if (open == std::string_view::npos || close == std::string_view::npos) fail(head_, "expected a [unit]");
        row_.name = std::string(trim(rest_.substr(0, open)));
        const auto unit = trim(rest_.substr(open + 1, close - open - 1));
        const auto display = parse_display(unit);
        if (!display) fail(part_of(head_, unit), fmt::format("expected a unit, found '{}'", unit));
        row_.display = *display;
        row_.unit = std::string(unit);
        rest_ = trim(rest_.substr(close + 1));
    }

    void read_mark(std::string_view word) {
        if (const auto kind = class_named(word)) {
            row_.kind = *kind;
            classed_ = true;
        } else if (const auto* flag = flag_named(word)) row_.*flag->member = true;
        else if (is_sign(word)) read_bound(word);
        else fail(part_of(head_, word), fmt::format("expected a class, a flag, a bound or a field, found '{}'", word));
    }

    [[nodiscard]] bool is_mark(std::string_view word) const {
        return class_named(word) || flag_named(word) != nullptr || is_sign(word) ||
               find_field<ModelRow>(kRowFields, word) != nullptr;
    }

    /// `>= 1`, `<= 1 day`: the words up to the next mark.
    void read_bound(std::string_view sign) {
        std::string literal;
        while (!rest_.empty() && !is_mark(first_word(rest_))) literal += std::string(next_word()) + " ";
        auto value = parse_formula({literal, part_of(head_, sign).span, false, row_.name}, {});
        (sign.starts_with('>') ? row_.low : row_.high) = std::move(value);
        (sign.starts_with('>') ? row_.low_allowed : row_.high_allowed) = sign.ends_with('=');
    }

    /// A field up to a formula or to the meaning, which is the last one.
    void read_field() {
        const auto end = std::min(rest_.find(" = "), rest_.find(fmt::format(" {} ", kMeaning)));
        const auto field = rest_.substr(0, end);
        find_field<ModelRow>(kRowFields, first_word(field))->read(row_, part_of(head_, field), shorthands_);
        rest_ = end == std::string_view::npos ? "" : trim(rest_.substr(end));
    }

    static Expression zero() { return Expression(std::vector<Node>(1)); }

    ModelRow& row_;
    const Text& head_;
    Shorthands shorthands_;
    std::string_view rest_;
    bool classed_ = false;
};

ModelRow read_row(const Entry& entry, Shorthands shorthands) {
    ModelRow row;
    row.where = entry.head.span;
    HeadReader(row, entry.head, shorthands).run();
    read_fields<ModelRow>(row, entry, kRowFields, shorthands);
    if (row.meaning.empty()) fail(entry.head, "expected a meaning, behind ' : '");
    return row;
}

}  // namespace

namespace {

ModelChoice read_choice(const Entry& entry) {
    const Text rest = behind_name(entry.head);
    const std::string_view text = rest.text;
    const auto colon = text.find(" : ");
    const auto words = split(text.substr(0, colon), ' ');
    if (colon == std::string_view::npos || words.size() != 2) fail(entry.head, "expected `choice KEY NAME : source`");
    ModelChoice choice{
        entry.head.span, std::string(words[0]), std::string(words[1]), std::string(trim(text.substr(colon + 3))), {}};
    for (const auto& field : entry.fields) choice.values.emplace_back(first_word(field.text), behind_name(field).text);
    return choice;
}

}  // namespace

namespace {

/// `like app : servers machines`
ModelRow read_shared(const Entry& entry) {
    const Text rest = behind_name(entry.head);
    const std::string_view text = rest.text;
    const auto colon = text.find(" : ");
    if (colon == std::string_view::npos || !entry.fields.empty()) fail(entry.head, "expected `like TIER : its rows`");
    ModelRow row;
    row.where = entry.head.span;
    row.name = std::string(trim(text.substr(0, colon)));
    for (const auto word : split(trim(text.substr(colon + 3)), ' ')) {
        if (!word.empty()) row.shares.emplace_back(word);
    }
    return row;
}

}  // namespace

namespace {

/// `kind cdn after clients : what it is`
void read_kind_head(const Entry& entry, ModelKind& kind) {
    const std::string_view head = entry.head.text;
    const auto colon = head.find(" : ");
    if (first_word(head) != "kind" || colon == std::string_view::npos)
        fail(entry.head, "expected `kind NAME : what it is` before the rows");
    const std::string_view marks = trim(head.substr(std::string_view("kind").size(), colon - 4));
    kind.name = std::string(first_word(marks));
    kind.stands = std::string(trim(marks.substr(kind.name.size())));
    if (!kind.stands.empty() && kind.stands != "after clients" && kind.stands != "before app")
        fail(entry.head, fmt::format("expected `after clients` or `before app`, found '{}'", kind.stands));
    kind.title = std::string(trim(head.substr(colon + 3)));
}

}  // namespace

ModelKind read_kind(std::string_view name, std::string_view text, Shorthands shorthands) {
    ModelKind kind;
    for (const auto& entry : read_entries(make_source(std::string(name) + ".model", std::string(text)))) {
        if (is_shorthand(entry)) continue;
        if (first_word(entry.head.text) == "choice") {
            kind.choices.push_back(read_choice(entry));
            continue;
        }
        if (!kind.name.empty()) {
            kind.rows.push_back(read_row(entry, shorthands));
            kind.rows.back().section = "tiers";
            continue;
        }
        read_kind_head(entry, kind);
    }
    return kind;
}

std::vector<ModelRow> read_model(std::string_view name, std::string_view text, Shorthands shorthands) {
    return read_rows<ModelRow>(name, text, [&](const Entry& entry) {
        return first_word(entry.head.text) == "like" ? read_shared(entry) : read_row(entry, shorthands);
    });
}

}  // namespace bote
