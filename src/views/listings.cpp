#include "bote/views/listings.hpp"

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/check.hpp"
#include "bote/formula/operation.hpp"
#include "bote/model/find.hpp"
#include "bote/views/common.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

/// The JSON of a plain table: a list of objects, one for each row.
Datum rows_as_data(const Table& table, const std::vector<std::string>& keys, const Conventions& conventions) {
    Datum::Array list;
    for (const auto& row : table.rows) {
        Datum::Object object;
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (const auto* text = std::get_if<std::string>(&row[i])) object.push_back({keys[i], text_datum(*text)});
            if (const auto* quantity = std::get_if<Quantity>(&row[i]))
                object.push_back({keys[i], text_datum(format(quantity->value, quantity->display, conventions))});
        }
        list.push_back({std::move(object)});
    }
    return {std::move(list)};
}

Report list_report(std::string_view title, Table table, const std::vector<std::string>& keys,
                   const Conventions& conventions) {
    Report report;
    report.conventions = conventions;
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {std::string(title), rows_as_data(table, keys, conventions)}}};
    report.records = table;
    for (std::size_t i = 0; i < keys.size(); ++i) report.records.columns[i].title = keys[i];
    report.blocks.emplace_back(std::move(table));
    return report;
}

Table empty_table(const std::vector<Column>& columns) { return {columns, {}}; }

std::string alternatives_of(const Definition& row) {
    std::vector<std::string> texts;
    for (const auto& alternative : row.alternatives) {
        const std::string_view condition = alternative.condition;
        texts.push_back(condition.empty() ? std::string(alternative.text)
                                          : fmt::format("{}: {}", condition, alternative.text));
    }
    return join(texts, "  |  ");
}

/// The sections of the model that are listed by their names alone.
constexpr std::string_view kTopics[] = {"latency", "powers", "nines"};

bool is_topic(std::string_view section) {
    return std::find(std::begin(kTopics), std::end(kTopics), section) != std::end(kTopics);
}

void add_conventions(const Conventions& conventions, Table& table) {
    table.rows.push_back({std::string("day"), format_number(conventions.day, kWorkingDigits) + " s",
                          std::string("10^5 s in the head"), std::string("a convention, as are month, year and kilo")});
    table.rows.push_back(
        {std::string("month"), format_number(conventions.month, kWorkingDigits) + " s", std::string(),
         std::string("of traffic; beside money a twelfth of a year, so that twelve bills make a year's")});
}

std::vector<Cell> constant_row(const Definition& row, const Alternative& alternative, const Conventions& conventions) {
    Cell value = std::string(alternative.text);
    if (is_default(alternative)) value = Quantity{evaluate(alternative.tree, {}, conventions), row.display};
    const std::string source =
        row.source.empty() ? std::string(row.meaning) : fmt::format("{}. {}", row.meaning, row.source);
    return {std::string(row.name), value, std::string(row.range), source};
}

}  // namespace

Report describe_presets(const std::vector<PresetRow>& presets) {
    Table table = empty_table({{"Preset"}, {"Problem"}, {"Place"}});
    for (const auto& row : presets) table.rows.push_back({row.name, row.title, row.place});
    return list_report("presets", std::move(table), {"preset", "problem", "place"}, {});
}

std::span<const std::string_view> constant_topics() { return kTopics; }

Report describe_constants(const Catalog& catalog, const Conventions& conventions, std::string_view topic) {
    Table table = empty_table({{"Constant"},
                               {"Value", ColumnKind::number},
                               {topic.empty() ? "In use" : "Note"},
                               {"Source", ColumnKind::remark}});
    if (topic.empty()) add_conventions(conventions, table);
    for (const auto& row : catalog.definitions) {
        if (topic.empty() ? is_topic(row.section) : row.section != topic) continue;
        for (const auto& alternative : row.alternatives) {
            const bool shown = row.constant || (is_default(alternative) && !alternative.neutral && !row.internal);
            if (shown) table.rows.push_back(constant_row(row, alternative, conventions));
        }
    }
    Report report = list_report("constants", std::move(table), {"constant", "value", "range", "source"}, conventions);
    if (topic.empty())
        report.blocks.emplace_back(
            Note{"More to know by heart: `bote constants latency`, `powers`, `nines`.", Tone::plain});
    return report;
}

Report describe_quantities(const Catalog& catalog, std::string_view asked) {
    Table table = empty_table({{"Quantity"},
                               {"Unit"},
                               {"Class"},
                               {"Section"},
                               {"Meaning", ColumnKind::remark},
                               {"Formula", ColumnKind::detail},
                               {"Source", ColumnKind::remark}});
    for (const DefinitionIndex index : find_meant(catalog, asked)) {
        const Definition& row = catalog[index];
        const std::string formula = alternatives_of(row);
        const std::string kind = std::string(name_of(row.kind)) + (row.internal ? " (step)" : "");
        table.rows.push_back({std::string(row.name), std::string(row.unit), kind, std::string(row.section),
                              std::string(row.meaning), formula.empty() ? std::string() : "= " + formula,
                              std::string(row.source)});
    }
    return list_report("quantities", std::move(table),
                       {"quantity", "unit", "class", "section", "meaning", "formula", "source"}, {});
}

Report describe_kinds(const Catalog& catalog) {
    Table table = empty_table({{"Kind"}, {"A tier of it is a"}});
    for (const TierKind& kind : catalog.kinds) table.rows.push_back({std::string(kind.name), std::string(kind.title)});
    return list_report("kinds", std::move(table), {"kind", "title"}, {});
}

namespace {

std::string_view role_of(const Definition& row) {
    if (row.constant) return "a machine";
    if (row.alternatives.empty()) return "asks";
    const bool is_assumed = std::all_of(row.alternatives.begin(), row.alternatives.end(), is_default);
    return is_assumed ? "assumes" : "gives";
}

void add_kind_row(const Definition& row, Table& table) {
    if (row.internal) return;
    table.rows.push_back({std::string(row.name.substr(kTierPrefix.size())), std::string(row.unit),
                          std::string(role_of(row)), std::string(row.meaning), formula_in_tier(alternatives_of(row)),
                          std::string(row.range), std::string(row.source)});
}

}  // namespace

Report describe_kind(const Catalog& catalog, const TierKind& kind) {
    Table table = empty_table({{"Quantity"},
                               {"Unit"},
                               {"Role"},
                               {"Meaning", ColumnKind::remark},
                               {"Formula", ColumnKind::detail},
                               {"In use", ColumnKind::remark},
                               {"Source", ColumnKind::remark}});
    for (const KindRow& each : kind.rows) add_kind_row(each.row, table);
    for (const TierChoice& choice : kind.choices) {
        std::vector<std::string> values;
        for (const ChoiceValue& value : choice.values)
            values.push_back(fmt::format("{} {}", value.quantity, value.value));
        table.rows.push_back({fmt::format("{}: {}", choice.key, choice.name), std::string(), std::string("known"),
                              join(values, ", "), std::string(), std::string(), std::string(choice.source)});
    }
    for (const DefinitionIndex definition : catalog.definitions_of_tiers()) {
        const bool own = std::any_of(kind.rows.begin(), kind.rows.end(),
                                     [&](const KindRow& each) { return each.definition == definition; });
        if (!own && !catalog[definition].of_kinds) add_kind_row(catalog[definition], table);
    }
    return list_report("tier", std::move(table), {"quantity", "unit", "role", "meaning", "formula", "range", "source"},
                       {});
}

Report describe_units(const Conventions& conventions) {
    constexpr int kAllDigits = 15;  // of what a double holds for sure
    Table table = empty_table({{"Unit"}, {"Size", ColumnKind::number}, {"Meaning"}});
    for (const auto& unit : all_units()) {
        const std::string size = format_number(factor(unit, conventions), kAllDigits) + " " + base_unit(unit.dimension);
        table.rows.push_back({std::string(unit.symbol), size, std::string(unit.meaning)});
    }
    Report report = list_report("units", std::move(table), {"unit", "size", "meaning"}, conventions);
    report.blocks.emplace_back(Note{
        "Magnitudes: attached k, K, M, B (billion), T; hundred, thousand, lakh, million (mil, mln, mio, mn), crore, "
        "billion (bil, bln, bn, mrd), trillion (trn, tn).",
        Tone::plain});
    std::vector<std::string> spellings;
    for (const auto& row : all_spellings()) spellings.push_back(fmt::format("{} ({})", row.written, row.symbol));
    report.blocks.emplace_back(Note{"Read as well: " + join(spellings, ", ") + ".", Tone::plain});
    std::vector<std::string> rates;
    for (const auto& row : all_rate_words()) rates.push_back(fmt::format("{} (/{})", row.word, row.per));
    report.blocks.emplace_back(
        Note{"Behind a number: " + join(rates, ", ") + "; once, twice a day; every 4 s.", Tone::plain});
    std::vector<std::string> functions;
    for (const auto& row : all_functions()) functions.emplace_back(row.signature);
    report.blocks.emplace_back(Note{"Functions: " + join(functions, ", ") + ".", Tone::plain});
    return report;
}

namespace {

// {}: its name.
constexpr std::string_view kNewWorkload = R"(# A workload for bote. Estimate it with: bote FILE
# Each value may be a number with a unit, a range (50 to 150 per day) or a formula (dau * 2/day).
# Editors know the keys by these lines once `bote schema --output bote.schema.json` has run in this folder:
# yaml-language-server: $schema=bote.schema.json
# $schema: bote.schema.json
name: "{}"

# Who comes, and what they do. Or give volumes: writes: 100M/day, reads: 10 billion/day.
dau: 1M                     # or: mau: 5M and active_share: 20%
writes_per_user: 2/day
read_write_ratio: 10:1      # or: reads_per_user: 20/day

# What is kept.
object_size: 1 KB           # or a sum of its fields: 8 B + 32 B + 140 B
retention: 5 years
replication: 3              # copies in all
headroom: 30%               # part of a disk that stays free

# What the model assumes otherwise; `bote constants` lists all of it with its sources.
# peak_factor: 3
# hot_fraction: 20%
# hit_ratio: 80%
# server: {{rps: 10k/s, memory: 128 GB, disk: 4 TB, network: 10 Gbps}}

# Several kinds of object take the place of the lines above that belong to one:
# objects:
#   post:
#     writes_per_user: 2/day
#     reads_per_user: 50/day
#     object_size: 1 KB
#   photo:
#     writes: post.writes * 20%
#     reads: post.reads * 20%
#     object_size: 200 KB

# Own quantities, and claims that `bote check` holds the estimate to.
# define:
#   fanout_rate [/s]: write_qps * 200
# expect:
#   - storage <= 100 TB
#   - qps ~ 250/s within 10%
)";

}  // namespace

std::string new_workload(std::string_view name) {
    std::string quoted;
    for (const char c : name) quoted += c == '"' || c == '\\' ? std::string("\\") + c : std::string(1, c);
    return fmt::format(kNewWorkload, quoted);
}

}  // namespace bote
