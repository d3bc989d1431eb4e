#include "bote/views/estimate.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/engine/bounds.hpp"
#include "bote/views/common.hpp"

namespace bote {
namespace {

struct TableColumn {
    std::string_view title;
    std::string_view quantity;  // of an object, or the sum
    enum class As { itself, bits, a_day } as = As::itself;
};
using As = TableColumn::As;

// One row for each object, and a total.
constexpr TableColumn kTraffic[] = {{"Writes a day", "writes", As::a_day},
                                    {"Reads a day", "reads", As::a_day},
                                    {"Writes", "write_qps"},
                                    {"Reads", "read_qps"},
                                    {"Peak writes", "peak_write_qps"},
                                    {"Peak reads", "peak_read_qps"}};
constexpr TableColumn kStorage[] = {{"Each", "stored_size"}, {"New data", "new_data"},    {"Kept", "retained_objects"},
                                    {"Data", "data"},        {"With headroom", "filled"}, {"Storage", "storage"}};
constexpr TableColumn kBandwidth[] = {{"In", "ingress"},
                                      {"Out", "egress"},
                                      {"Peak in", "peak_ingress"},
                                      {"Peak out", "peak_egress"},
                                      {"Peak bits in", "peak_ingress", As::bits},
                                      {"Peak bits out", "peak_egress", As::bits}};
constexpr TableColumn kCache[] = {
    {"Memory", "cache_memory"}, {"Peak reads", "peak_read_qps"}, {"Left to the database", "database_read_qps"}};

struct GridRow {
    std::string_view title;
    std::string_view daily;
    std::string_view average;
    std::string_view peak;
};
constexpr GridRow kTrafficRows[] = {{"Writes", "writes", "write_qps", "peak_write_qps"},
                                    {"Reads", "reads", "read_qps", "peak_read_qps"},
                                    {"Total", "", "qps", "peak_qps"}};
constexpr GridRow kBandwidthRows[] = {{"In", "", "ingress", "peak_ingress"},
                                      {"Out", "", "egress", "peak_egress"},
                                      {"Total", "", "bandwidth", "peak_bandwidth"}};

constexpr std::string_view kStorageSteps[] = {"stored_size", "new_data", "retained_objects",
                                              "data",        "filled",   "storage"};
constexpr std::string_view kCacheSteps[] = {"cache_memory", "database_read_qps"};

struct Tier {
    std::string_view name;
    std::string_view title;
};
constexpr Tier kTiers[] = {{"app", "Application"}, {"cache", "Cache"}, {"database", "Storage"}};

bool is_empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

Display bit_rate() { return *parse_display("bps"); }

/// Blocks of the report, section by section; a section without numbers is left out.
class Describer {
public:
    explicit Describer(const Estimate& estimate)
        : estimate_(estimate), model_(estimate.model), used_(find_used(model_)) {}

    Report run(Audience audience) {
        report_.conventions = model_.conventions;
        switch (audience) {
            case Audience::people: people(); break;
            case Audience::sheet: records(); break;
            case Audience::program: data(); break;
        }
        return std::move(report_);
    }

private:
    void people() {
        report_.blocks.emplace_back(Heading{model_.name, 1});
        inputs();
        const bool many = !model_.objects.empty();
        if (many) by_object("Traffic", kTraffic);
        else grid("Traffic", kTrafficRows, {"", "A day", "Average", "Peak"});
        if (many) by_object("Storage", kStorage);
        else steps("Storage", kStorageSteps);
        if (many) by_object("Bandwidth", kBandwidth);
        else grid("Bandwidth", kBandwidthRows, {"", "Average", "Peak", "Average, bits", "Peak, bits"});
        if (many) by_object("Cache", kCache);
        else steps("Cache", kCacheSteps);
        servers();
        own();
        expectations();
        assumptions();
    }

    std::optional<int> find(std::string_view name) const { return model_.find(std::string(name)); }

    std::string value_text(int index) const {
        const auto i = static_cast<std::size_t>(index);
        return format(estimate_.values.quantities[i], model_.quantities[i].display, model_.conventions);
    }

    void section(std::string_view title, Table table) {
        if (table.rows.empty()) return;
        report_.blocks.emplace_back(Heading{std::string(title), 2});
        report_.blocks.emplace_back(std::move(table));
    }

    /// "dau 150M, retention 5 years; tweet: writes_per_user 2/day, ..."
    void inputs() {
        std::string text;
        int object = -1;
        for (const auto& name : model_.given) {
            const auto index = model_.find(name);
            if (!index || model_.quantities[static_cast<std::size_t>(*index)].definition == nullptr) continue;
            const auto& quantity = model_.quantities[static_cast<std::size_t>(*index)];
            const bool same = quantity.object == object;
            if (!text.empty()) text += same ? ", " : "; ";
            if (!same && quantity.object >= 0) text += model_.objects[static_cast<std::size_t>(quantity.object)] + ": ";
            object = quantity.object;
            text += std::string(quantity.definition->name) + " " + input_text(*index);
        }
        if (!text.empty()) report_.blocks.emplace_back(Note{std::move(text), Tone::plain});
    }

    /// As it was written; the value too where that is a calculation.
    std::string input_text(int index) const {
        const auto& quantity = model_.quantities[static_cast<std::size_t>(index)];
        const bool plain = std::all_of(quantity.tree.begin(), quantity.tree.end(), [](const Node& node) {
            return node.op == Op::literal || node.op == Op::divide || node.op == Op::range;
        });
        constexpr std::size_t kShort = 40;
        if (quantity.formula.size() > kShort || quantity.formula.find('\n') != std::string::npos)
            return value_text(index);
        return plain ? quantity.formula : quantity.formula + " = " + value_text(index);
    }

    /// Rows of average and peak; for bandwidth both again in bits.
    void grid(std::string_view title, std::span<const GridRow> rows, std::vector<std::string> titles) {
        const bool bits = rows.front().daily.empty();
        Table table;
        for (const auto& each : titles)
            table.columns.push_back({each, table.columns.empty() ? ColumnKind::text : ColumnKind::shared});
        if (!bits) table.columns[1].kind = ColumnKind::number;
        std::size_t known = 0;
        for (const auto& row : rows) {
            const std::string average(row.average);
            const std::string peak(row.peak);
            if (!find(average) && !find(peak)) continue;
            if (row.title != "Total") ++known;
            if (row.title == "Total" && known < 2) continue;
            std::vector<Cell> cells{std::string(row.title)};
            if (!bits) cells.push_back(cell_of(estimate_, std::string(row.daily)));
            cells.push_back(cell_of(estimate_, average));
            cells.push_back(cell_of(estimate_, peak));
            if (bits) cells.push_back(cell_in(estimate_, average, bit_rate()));
            if (bits) cells.push_back(cell_in(estimate_, peak, bit_rate()));
            table.rows.push_back(std::move(cells));
        }
        if (!bits) extra_traffic(table);
        section(title, std::move(table));
    }

    void extra_traffic(Table& table) const {
        for (const std::string_view name : {"deliveries", "pushes"}) {
            if (!find(name)) continue;
            table.rows.push_back(
                {name == "pushes" ? "Pushes" : "Deliveries", Cell{}, cell_of(estimate_, std::string(name)), Cell{}});
        }
        if (const auto users = find("concurrent_users"))
            table.rows.push_back({"Concurrent users", Cell{}, cell_of(estimate_, *users), Cell{}});
    }

    /// One line for each quantity, with its working.
    void steps(std::string_view title, std::span<const std::string_view> names) {
        Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}}, {}};
        for (const auto name : names) {
            const auto index = find(name);
            if (!index || is_trivial(*index)) continue;
            table.rows.push_back({std::string(name), cell_of(estimate_, *index), working(*index)});
        }
        section(title, std::move(table));
    }

    /// A size that nothing is added to says what the line of the inputs has said.
    bool is_trivial(int index) const {
        const auto& quantity = model_.quantities[static_cast<std::size_t>(index)];
        const auto size = find("object_size");
        return quantity.name == "stored_size" && size &&
               estimate_.values.quantities[static_cast<std::size_t>(index)] ==
                   estimate_.values.quantities[static_cast<std::size_t>(*size)];
    }

    std::string working(int index) const {
        const auto& quantity = model_.quantities[static_cast<std::size_t>(index)];
        if (quantity.origin == Origin::given && is_lone_literal(quantity.tree)) return "given";
        const std::string text = working_of(estimate_, index, kShownDigits);
        if (text != value_text(index)) return text;
        // Another quantity under a second name: its working says more.
        for (const auto& name : quantity.names) {
            if (name.quantity < 0 || model_.quantities[static_cast<std::size_t>(name.quantity)].neutral) continue;
            if (value_text(name.quantity) == text) return working(name.quantity);
        }
        return text;
    }

    void by_object(std::string_view title, std::span<const TableColumn> columns) {
        std::vector<TableColumn> shown;
        for (const auto& column : columns) {
            if (any_has(column.quantity)) shown.push_back(column);
        }
        Table table{{{"", ColumnKind::text}}, {}};
        for (const auto& column : shown) table.columns.push_back({std::string(column.title), ColumnKind::shared});
        for (const auto& object : model_.objects) add_row(table, object, object + ".", shown);
        if (model_.objects.size() > 1) add_row(table, "Total", "", shown);
        if (!shown.empty()) section(title, std::move(table));
    }

    bool any_has(std::string_view quantity) const {
        return std::any_of(model_.objects.begin(), model_.objects.end(), [&](const std::string& object) {
            return model_.find(object + "." + std::string(quantity)).has_value();
        });
    }

    Cell cell_as(As as, const std::string& name) const {
        switch (as) {
            case As::itself: return cell_of(estimate_, name);
            case As::bits: return cell_in(estimate_, name, bit_rate());
            case As::a_day: break;
        }
        // The title says that it is a day, so that the cells stay short.
        const auto index = find(name);
        if (!index) return {};
        const double day = model_.conventions.day;
        return Quantity{estimate_.values.quantities[static_cast<std::size_t>(*index)] * day, display_for(kCount)};
    }

    void add_row(Table& table, const std::string& title, const std::string& prefix,
                 const std::vector<TableColumn>& columns) const {
        std::vector<Cell> row{title};
        bool filled = false;
        for (const auto& column : columns) {
            const std::string name = prefix + std::string(column.quantity);
            row.push_back(cell_as(column.as, name));
            filled = filled || !is_empty(row.back());
        }
        if (filled) table.rows.push_back(std::move(row));
    }

    void servers() {
        Table table{{{"Tier", ColumnKind::text},
                     {"Servers", ColumnKind::number},
                     {"With spares", ColumnKind::number},
                     {"Bound by", ColumnKind::text},
                     {"Working", ColumnKind::formula}},
                    {}};
        for (const auto& tier : kTiers) {
            const std::string name(tier.name);
            const auto servers = find(name + ".servers");
            if (!servers || estimate_.values.quantities[static_cast<std::size_t>(*servers)] == 0) continue;
            const auto bound = find_bound(estimate_, tier.name);
            std::vector<Cell> row{std::string(tier.title), cell_of(estimate_, name + ".servers"),
                                  cell_of(estimate_, name + ".machines")};
            row.emplace_back(bound ? spoken(bound->resource) : "");
            row.emplace_back(bound ? working_of(estimate_, bound->quantity, kShownDigits) : "");
            table.rows.push_back(std::move(row));
        }
        section("Servers", std::move(table));
        const auto shards = find("database.shards");
        if (!shards || !(estimate_.values.quantities[static_cast<std::size_t>(*shards)] > 1)) return;
        report_.blocks.emplace_back(
            Note{fmt::format("One copy of the data is more than one server's disk: at least {} shards.",
                             value_text(*shards)),
                 Tone::plain});
    }

    static std::string spoken(std::string resource) {
        if (resource == "iops") return "disk operations";
        if (resource == "throughput") return "disk throughput";
        return resource;
    }

    void own() {
        Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}}, {}};
        for (std::size_t i = 0; i < model_.quantities.size(); ++i) {
            if (model_.quantities[i].definition != nullptr) continue;
            const int index = static_cast<int>(i);
            table.rows.push_back({model_.quantities[i].name, cell_of(estimate_, index), working(index)});
        }
        section("Own quantities", std::move(table));
    }

    void expectations() {
        const std::size_t count = model_.expectations.size();
        if (count == 0) return;
        Table table{{{"Expected", ColumnKind::text}, {"Is", ColumnKind::number}, {"", ColumnKind::text}}, {}};
        for (std::size_t i = 0; i < count; ++i) {
            if (expectation_holds(estimate_, i)) continue;
            table.rows.push_back({model_.expectations[i].text,
                                  side_text(estimate_, model_.expectations[i], estimate_.values.left[i]),
                                  std::string("FAILS")});
        }
        const std::size_t held = count - table.rows.size();
        section("Expectations", std::move(table));
        report_.blocks.emplace_back(
            Note{fmt::format("{} of {} expectations hold.", held, count), held == count ? Tone::good : Tone::bad});
    }

    std::vector<int> assumed() const {
        std::vector<int> result;
        for (std::size_t i = 0; i < model_.quantities.size(); ++i) {
            const ModelQuantity& quantity = model_.quantities[i];
            if (!used_[i] || quantity.origin != Origin::assumed || quantity.neutral) continue;
            result.push_back(static_cast<int>(i));
        }
        return result;
    }

    void assumptions() {
        // The same default of several objects is one assumption.
        std::vector<std::string> parts;
        for (const int index : assumed()) {
            const auto& quantity = model_.quantities[static_cast<std::size_t>(index)];
            const std::string part = std::string(quantity.definition->name) + " " + value_text(index);
            if (std::find(parts.begin(), parts.end(), part) == parts.end()) parts.push_back(part);
        }
        if (parts.empty()) return;
        report_.blocks.emplace_back(Heading{"Assumed", 2});
        report_.blocks.emplace_back(Note{join(parts, ", "), Tone::plain});
    }

    /// What machines read: all that is an answer or that an answer rests on, but for the steps between.
    bool is_listed(std::size_t i) const {
        const ModelQuantity& quantity = model_.quantities[i];
        return used_[i] && (quantity.definition == nullptr || !quantity.definition->internal);
    }

    void records() {
        report_.records.columns = {{"quantity"}, {"value", ColumnKind::number}, {"unit"}, {"text"}, {"origin"}};
        for (std::size_t i = 0; i < model_.quantities.size(); ++i) {
            if (!is_listed(i)) continue;
            const ModelQuantity& quantity = model_.quantities[i];
            report_.records.rows.push_back({quantity.name, cell_of(estimate_, static_cast<int>(i)),
                                            base_unit(quantity.display.dimension), value_text(static_cast<int>(i)),
                                            std::string(name_of(quantity.origin))});
        }
    }

    void data() {
        Datum::Object quantities;
        for (std::size_t i = 0; i < model_.quantities.size(); ++i) {
            if (is_listed(i))
                quantities.push_back({model_.quantities[i].name, datum_of(estimate_, static_cast<int>(i))});
        }
        Datum::Object bounds;
        for (const auto& tier : kTiers) {
            if (!find(std::string(tier.name) + ".servers")) continue;
            if (const auto bound = find_bound(estimate_, tier.name))
                bounds.push_back({std::string(tier.name), text_datum(bound->resource)});
        }
        Datum::Array expectations;
        for (std::size_t i = 0; i < model_.expectations.size(); ++i) expectations.push_back(expectation_datum(i));
        Datum::Array assumptions;
        for (const int index : assumed())
            assumptions.push_back(text_datum(model_.quantities[static_cast<std::size_t>(index)].name));
        report_.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                      {"workload", workload_datum(model_)},
                                      {"quantities", {std::move(quantities)}},
                                      {"bounds", {std::move(bounds)}},
                                      {"expectations", {std::move(expectations)}},
                                      {"assumptions", {std::move(assumptions)}}}};
    }

    Datum expectation_datum(std::size_t i) const {
        const auto& expectation = model_.expectations[i];
        Datum::Object object{{"text", text_datum(expectation.text)}, {"holds", {expectation_holds(estimate_, i)}}};
        if (std::isfinite(estimate_.values.left[i])) object.push_back({"left", number_datum(estimate_.values.left[i])});
        if (std::isfinite(estimate_.values.right[i]))
            object.push_back({"right", number_datum(estimate_.values.right[i])});
        object.push_back({"unit", text_datum(base_unit(expectation.dimension))});
        return {std::move(object)};
    }

    const Estimate& estimate_;
    const Model& model_;
    std::vector<bool> used_;
    Report report_;
};

}  // namespace

Estimate compute_estimate(const Workload& workload, const Overlay& overlay) {
    Estimate estimate{build_model(workload, overlay), {}};
    estimate.values = evaluate_point(compile(estimate.model, estimate.model.conventions));
    check_bounds(estimate.model, estimate.values);
    return estimate;
}

Report describe_estimate(const Estimate& estimate, Audience audience) { return Describer(estimate).run(audience); }

std::vector<std::string> failed_expectations(const Estimate& estimate) {
    std::vector<std::string> lines;
    for (std::size_t i = 0; i < estimate.model.expectations.size(); ++i) {
        if (expectation_holds(estimate, i)) continue;
        const auto& expectation = estimate.model.expectations[i];
        lines.push_back(fmt::format("the expectation `{}` fails: it is {}", expectation.text,
                                    side_text(estimate, expectation, estimate.values.left[i])));
    }
    return lines;
}

}  // namespace bote
