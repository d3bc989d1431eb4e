#include "bote/views/compare.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"
#include "bote/base/text.hpp"
#include "bote/views/common.hpp"
#include "bote/views/shown.hpp"
#include "estimate_data.hpp"
#include "page.hpp"
#include "sections.hpp"

namespace bote {
namespace {

constexpr double kNoChange = 1e-12;
constexpr double kAlike = 1e-9;  // what is left by rounding is no difference
constexpr std::string_view kUnchanged = "x1";
// Changes times quantities: each change takes the model three times, and each quantity of it about a microsecond.
constexpr std::size_t kMostBuilt = 100'000;

std::optional<double> value_of(const Estimate& estimate, const std::string& name) {
    const auto found = estimate.model.find(name);
    if (!found) return std::nullopt;
    return estimate.values.quantities[*found];
}

/// A value of the first as it would read under the conventions of the second: 1 GB/day is 1 GB/day, however long a day.
std::optional<double> restated_value(const Estimate& a, const Estimate& b, const std::string& name) {
    const auto value = value_of(a, name);
    if (!value) return std::nullopt;
    const Display& display = a.model[*a.model.find(name)].display;
    return restated(*value, display, a.model.conventions, b.model.conventions);
}

/// In which order the changes are made: what one of them does may depend on those before it.
enum class Order { forward, backward };

/// Whether the first workload knows what to do with a value of the second.
bool can_be_made(const GivenChange& change, const Rebuild& rebuild) {
    try {
        rebuild({change.setting});
        return true;
    } catch (const InputError&) {
        return false;
    }
}

std::vector<double> ratios_in(Order order, double start, const std::string& quantity,
                              const std::vector<GivenChange>& changes, const Rebuild& rebuild) {
    std::vector<double> ratios(changes.size(), 1);
    std::vector<Setting> made;
    double before = start;
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const std::size_t next = order == Order::forward ? i : changes.size() - 1 - i;
        made.push_back(changes[next].setting);
        const double after = value_of(rebuild(made), quantity).value_or(NAN);
        ratios[next] = after / before;
        before = after;
    }
    return ratios;
}

/// Of values that are not both above 0, nothing is a factor.
bool has_ratio(const Difference& difference) { return std::isfinite(difference.ratio) && difference.ratio > 0; }

bool is_change(double ratio) { return std::abs(ratio - 1) > kAlike; }

std::string times(double ratio) { return "x" + format_number(ratio, kShownDigits); }

/// "in Pastebin", but "as written".
std::string where(const std::string& title) { return title == kAsWritten || title == kChanged ? title : "in " + title; }

/// "x6 = dau x3, object_size x2", or what does all of it. Nothing where no input is known to.
std::string causes(const Difference& difference) {
    std::vector<const Factor*> shown;
    for (const Factor& each : difference.factors) {
        if (times(each.ratio) != kUnchanged) shown.push_back(&each);
    }
    if (shown.empty() || (shown.size() == 1 && shown.front()->name.empty())) return "";
    if (difference.factors.size() == 1 && !shown.front()->from.empty())
        return fmt::format("; all of it from {} ({} to {})", shown.front()->name, shown.front()->from,
                           shown.front()->to);
    std::vector<std::string> parts;
    for (const Factor* each : shown)
        parts.push_back(fmt::format("{} {}", each->name.empty() ? "the rest" : each->name, times(each->ratio)));
    return fmt::format("; {} = {}", times(difference.ratio), join(parts, ", "));
}

/// "storage x3.2: 91 TB in A, 291 TB in B; x3.2 = dau x2, object_size x1.6."
std::string headline(const Estimate& a, const Estimate& b, const Difference& difference, const Titles& titles) {
    const auto from = a.model.find(difference.quantity);
    const auto to = b.model.find(difference.quantity);
    const std::string values =
        fmt::format("{} {}, {} {}", value_text(a, *from), where(titles.a), value_text(b, *to), where(titles.b));
    if (!has_ratio(difference)) return fmt::format("{}: {}.", difference.quantity, values);
    if (!is_change(difference.ratio)) return fmt::format("{} does not change: {}.", difference.quantity, values);
    if (times(difference.ratio) == kUnchanged)
        return fmt::format("{} hardly changes: {}.", difference.quantity, values);
    return fmt::format("{} {}: {}{}.", difference.quantity, times(difference.ratio), values, causes(difference));
}

std::vector<std::string> find_names(const Estimate& a, const Estimate& b, const Difference& difference, Extent extent) {
    std::vector<std::string> names;
    const auto add = [&](const std::string& name) {
        if (std::find(names.begin(), names.end(), name) == names.end() && (a.model.find(name) || b.model.find(name)))
            names.push_back(name);
    };
    if (extent == Extent::brief) {
        for (const auto* each : {&a, &b}) {
            for (const auto& name : overview_names(Overview::compare, each->model)) add(name);
        }
        add(difference.quantity);
        return names;
    }
    for (const auto* each : {&a, &b}) {
        for (const QuantityIndex index : find_listed(each->model)) add(std::string(each->model[index].name));
    }
    return names;
}

Table quantity_table(const Estimate& a, const Estimate& b, const std::vector<std::string>& names,
                     const Titles& titles) {
    Table table{{{"", ColumnKind::text},
                 {titles.a, ColumnKind::number},
                 {titles.b, ColumnKind::number},
                 {"Ratio", ColumnKind::number},
                 {"Difference", ColumnKind::number}},
                {}};
    for (const auto& name : names) {
        const Cell first = cell_of(a, name);
        const Cell second = cell_of(b, name);
        const auto* from = std::get_if<Quantity>(&first);
        const auto* to = std::get_if<Quantity>(&second);
        std::vector<Cell> row{name, first, second, Cell{}, Cell{}};
        if (from != nullptr && to != nullptr) {
            const double before = *restated_value(a, b, name);
            if (before > 0 && to->value >= 0) row[3] = Quantity{to->value / before, *parse_display("x")};
            const double difference = to->value - before;
            const bool alike = std::abs(difference) <= kAlike * std::abs(before);
            row[4] = Quantity{alike ? 0 : difference, to->display};
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

/// For a sheet, whose numbers are in base units, the units have a column of their own.
void make_records(Table& table) {
    table.columns.front().title = "quantity";
    table.columns.push_back({"unit"});
    for (auto& row : table.rows) {
        const auto* quantity = std::get_if<Quantity>(std::holds_alternative<Quantity>(row[1]) ? &row[1] : &row[2]);
        row.emplace_back(base_unit(quantity->display.dimension));
    }
}

/// The page writes each side under its own conventions; a table has one set of them, those of the second.
void write_first(const Estimate& a, const std::vector<std::string>& names, Table& table) {
    for (std::size_t i = 0; i < names.size(); ++i) {
        Cell& cell = table.rows[i][1];
        if (const auto* quantity = std::get_if<Quantity>(&cell))
            cell = format(quantity->value, quantity->display, a.model.conventions);
    }
}

/// "Conventions differ: A has day 86400 s, B has day 100000 s; ..."
void add_conventions(Report& report, const Estimate& a, const Estimate& b, const Titles& titles) {
    const Conventions& one = a.model.conventions;
    const Conventions& other = b.model.conventions;
    if (one == other) return;
    report.blocks.emplace_back(
        Note{fmt::format("Conventions differ: {} in {}, {} in {}. Each side is in its own, and so are the ratios.",
                         conventions_text(one, other), titles.a, conventions_text(other, one), titles.b),
             Tone::plain});
}

Table factor_table(const Difference& difference) {
    Table table{{{"Change", ColumnKind::text},
                 {"From", ColumnKind::text},
                 {"To", ColumnKind::text},
                 {difference.quantity, ColumnKind::number}},
                {}};
    for (const auto& factor : difference.factors) {
        table.rows.push_back({factor.name.empty() ? std::string("the rest") : factor.name, factor.from, factor.to,
                              Quantity{factor.ratio, *parse_display("x")}});
    }
    return table;
}

Datum difference_datum(const Difference& difference) {
    Datum::Array factors;
    for (const auto& factor : difference.factors) {
        factors.push_back({Datum::Object{{"name", text_datum(factor.name.empty() ? "the rest" : factor.name)},
                                         {"from", text_datum(factor.from)},
                                         {"to", text_datum(factor.to)},
                                         {"ratio", number_datum(factor.ratio)}}});
    }
    Datum::Object data{{"quantity", text_datum(difference.quantity)}};
    if (has_ratio(difference)) data.push_back({"ratio", number_datum(difference.ratio)});
    data.push_back({"factors", {std::move(factors)}});
    return {std::move(data)};
}

}  // namespace

std::string usual_quantity(const Estimate& a, const Estimate& b) {
    std::string usual;
    for (const auto each : asked_names()) {
        const std::string name(each);
        const auto from = restated_value(a, b, name);
        const auto to = value_of(b, name);
        if (!from || !to || !(*from > 0) || !(*to > 0)) continue;
        if (times(*to / *from) != kUnchanged) return name;
        if (usual.empty()) usual = name;
    }
    return usual;
}

Difference compute_difference(const Estimate& a, const Estimate& b, const std::string& quantity,
                              const std::vector<GivenChange>& all, const Rebuild& rebuild) {
    std::vector<GivenChange> changes = all;
    Difference difference{quantity, 1, {}};
    if (all.size() * a.model.quantities.size() > kMostBuilt) {
        difference.too_many = all.size();
        changes.clear();
    }
    std::erase_if(changes, [&](const GivenChange& each) { return !can_be_made(each, rebuild); });
    const double from = *value_of(a, quantity);
    const double restated_from = *restated_value(a, b, quantity);
    const double to = *value_of(b, quantity);
    difference.ratio = from > 0 ? to / restated_from : NAN;
    if (!has_ratio(difference)) return difference;
    std::vector<double> ratios(changes.size(), 1);
    double explained = 1;
    try {
        const auto forward = ratios_in(Order::forward, from, quantity, changes, rebuild);
        const auto backward = ratios_in(Order::backward, from, quantity, changes, rebuild);
        for (std::size_t i = 0; i < changes.size(); ++i) {
            ratios[i] = std::sqrt(forward[i]) * std::sqrt(backward[i]);
            explained *= ratios[i];
        }
    } catch (const InputError&) {  // the two are not made of the same inputs: only the whole can be said
        explained = 1;
        ratios.assign(changes.size(), 1);
    }
    if (!std::isfinite(explained) || explained <= 0) {
        explained = 1;
        ratios.assign(changes.size(), 1);
    }
    for (std::size_t i = 0; i < changes.size(); ++i) {
        if (std::abs(ratios[i] - 1) > kNoChange)
            difference.factors.push_back({changes[i].setting.key.text, changes[i].from, changes[i].to, ratios[i]});
    }
    std::stable_sort(difference.factors.begin(), difference.factors.end(), [](const Factor& x, const Factor& y) {
        return std::abs(precise::log(x.ratio)) > std::abs(precise::log(y.ratio));
    });
    const double rest = difference.ratio / explained;
    if (is_change(rest)) difference.factors.push_back({"", "", "", rest});
    return difference;
}

Report describe_difference(const Estimate& a, const Estimate& b, const Difference& difference, const Titles& titles,
                           Extent extent) {
    Report report;
    report.conventions = b.model.conventions;
    const std::string owner = titles.a == a.model.name ? "" : a.model.name + ": ";
    report.blocks.emplace_back(Heading{fmt::format("{}{} and {}", owner, titles.a, titles.b), 1});
    if (!difference.quantity.empty()) report.blocks.emplace_back(Note{headline(a, b, difference, titles), Tone::plain});
    if (difference.too_many > 0)
        report.blocks.emplace_back(
            Note{fmt::format("{} values differ: too many to tell what each of them does.", difference.too_many),
                 Tone::plain});
    add_conventions(report, a, b, titles);
    const auto names = find_names(a, b, difference, extent);
    report.records = quantity_table(a, b, names, titles);
    add_section(report, "Side by side", report.records);
    make_records(report.records);
    if (!names.empty()) {
        auto& table = std::get<Table>(report.blocks.back());
        write_first(a, names, table);
    }
    add_medians(report, a.program.draws.empty() ? b : a);
    if (difference.factors.size() > 1) add_section(report, "What it is made of", factor_table(difference));
    Datum::Object data{
        {"schema_version", number_datum(kSchemaVersion)}, {"a", estimate_data(a)}, {"b", estimate_data(b)}};
    if (!difference.quantity.empty()) data.push_back({"difference", difference_datum(difference)});
    report.data = {std::move(data)};
    return report;
}

}  // namespace bote
