#include "sections.hpp"

#include <algorithm>
#include <cmath>
#include <span>

#include <fmt/format.h>

#include "bote/views/common.hpp"
#include "section_rows.hpp"

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
                                    {"Peak reads", "peak_read_qps"},
                                    {"Deliveries", "deliveries"},
                                    {"Pushes", "pushes"}};
constexpr TableColumn kStorage[] = {{"Each", "stored_size"}, {"New data", "new_data"},    {"Kept", "retained_objects"},
                                    {"Data", "data"},        {"With headroom", "filled"}, {"Storage", "storage"}};
constexpr TableColumn kBandwidth[] = {{"In", "ingress"},
                                      {"Out", "egress"},
                                      {"Peak in", "peak_ingress"},
                                      {"Peak out", "peak_egress"},
                                      {"Peak bps in", "peak_ingress", As::bits},
                                      {"Peak bps out", "peak_egress", As::bits}};
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

bool is_empty(const Cell& cell) { return std::holds_alternative<std::monostate>(cell); }

const Display& bit_rate() {
    static const Display display = *parse_display("bps");
    return display;
}

class Sections {
public:
    Sections(Report& report, const Estimate& estimate, Extent extent)
        : report_(report), estimate_(estimate), model_(estimate.model), extent_(extent) {}

    void run() {
        for (const SectionRow& row : all_sections()) {
            if (row.only_in_all && extent_ == Extent::brief) continue;
            if (model_.objects.empty()) draw_single(row);
            else draw_several(row);
        }
        own();
    }

private:
    void draw_single(const SectionRow& row) {
        switch (row.drawn) {
            case Drawn::traffic: return grid(row.title, kTrafficRows, {"", "A day", "Average", "Peak"});
            case Drawn::bandwidth:
                return grid(row.title, kBandwidthRows, {"", "Average", "Peak", "Average, bits", "Peak, bits"});
            case Drawn::servers: return servers(row.title);
            case Drawn::storage:
            case Drawn::cache:
            case Drawn::steps: return steps(row.title, row.quantities);
        }
    }

    void draw_several(const SectionRow& row) {
        constexpr std::size_t kFew = 8;  // objects, of which each is worth a line also in the later sections
        const bool few = extent_ == Extent::all || model_.objects.size() <= kFew;
        const Rows later = few ? Rows::all : Rows::total;
        switch (row.drawn) {
            case Drawn::traffic:
                if (!find("write_qps") && !find("read_qps")) return draw_single(row);  // of the whole alone
                return by_object(row.title, kTraffic, Rows::all);
            case Drawn::storage: return by_object(row.title, kStorage, Rows::all);
            case Drawn::bandwidth: return by_object(row.title, kBandwidth, later);
            case Drawn::cache: return by_object(row.title, kCache, later);
            case Drawn::servers: return servers(row.title);
            case Drawn::steps: return steps(row.title, row.quantities);
        }
    }

    std::optional<int> find(std::string_view name) const { return model_.find(name); }

    double value_of(int index) const { return estimate_.values.quantities[static_cast<std::size_t>(index)]; }

    std::string value_text(int index) const {
        return format(value_of(index), model_.quantities[static_cast<std::size_t>(index)].display, model_.conventions);
    }

    void section(std::string_view title, Table table) { add_section(report_, title, std::move(table)); }

    /// Rows of average and peak; for bandwidth both again in bits.
    void grid(std::string_view title, std::span<const GridRow> rows, std::initializer_list<const char*> titles) {
        const bool bits = rows.front().daily.empty();
        Table table;
        table.columns.reserve(titles.size());
        for (const char* each : titles)
            table.columns.push_back({each, table.columns.empty() ? ColumnKind::text : ColumnKind::number});
        table.rows.reserve(rows.size());
        std::size_t known = 0;
        for (const auto& row : rows) {
            if (!find(row.average) && !find(row.peak)) continue;
            if (row.title != "Total") ++known;
            if (row.title == "Total" && known == 1 && is_sum_of_one(rows, row)) continue;
            std::vector<Cell> cells;
            cells.reserve(titles.size());
            cells.emplace_back(std::string(row.title));
            if (!bits) cells.push_back(cell_of(estimate_, row.daily));
            cells.push_back(cell_of(estimate_, row.average));
            cells.push_back(cell_of(estimate_, row.peak));
            if (bits) cells.push_back(cell_in(estimate_, row.average, bit_rate()));
            if (bits) cells.push_back(cell_in(estimate_, row.peak, bit_rate()));
            table.rows.push_back(std::move(cells));
        }
        if (!bits) extra_traffic(table);
        section(title, std::move(table));
    }

    /// Whether a total says no more than the one row above it.
    [[nodiscard]] bool is_sum_of_one(std::span<const GridRow> rows, const GridRow& total) const {
        const auto all = find(total.average);
        return std::any_of(rows.begin(), rows.end(), [&](const GridRow& row) {
            const auto part = find(row.average);
            return row.title != "Total" && part && all && value_of(*part) == value_of(*all);
        });
    }

    void extra_traffic(Table& table) const {
        for (const std::string_view name : {"deliveries", "pushes"}) {
            if (!find(name)) continue;
            table.rows.push_back(
                {name == "pushes" ? "Pushes" : "Deliveries", Cell{}, cell_of(estimate_, std::string(name)), Cell{}});
        }
        if (const auto users = find("concurrent_users"))
            table.add_row("Concurrent users", Cell{}, cell_of(estimate_, *users), Cell{});
    }

    /// One line for each quantity, with its working; for those of an object, one for each object.
    void steps(std::string_view title, std::span<const std::string_view> names) {
        Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}}, {}};
        for (const auto name : names) {
            const auto sum = find(name);
            add_step(table, sum);
            if (extent_ == Extent::brief && sum) continue;  // the sum will do
            for (const auto& object : model_.objects) add_step(table, find(object + "." + std::string(name)));
        }
        section(title, std::move(table));
    }

    void add_step(Table& table, std::optional<int> index) const {
        if (!index) return;
        const auto& quantity = model_.quantities[static_cast<std::size_t>(*index)];
        if (quantity.neutral || is_trivial(estimate_, *index)) return;
        table.add_row(std::string(quantity.name), cell_of(estimate_, *index), working(*index));
    }

    std::string working(int index) const {
        const auto& quantity = model_.quantities[static_cast<std::size_t>(index)];
        if (quantity.origin == Origin::given && is_lone_literal(quantity.way->tree)) return "given";
        std::string text = working_of(estimate_, index, kShownDigits);
        // Another quantity under a second name: its working says more.
        for (const auto& name : quantity.names) {
            if (name.quantity < 0 || value_of(name.quantity) != value_of(index)) continue;
            if (model_.quantities[static_cast<std::size_t>(name.quantity)].neutral) continue;
            if (text == value_text(index) && text == value_text(name.quantity)) return working(name.quantity);
        }
        return text;
    }

    enum class Rows { total, all };

    void by_object(std::string_view title, std::span<const TableColumn> columns, Rows rows) {
        std::vector<TableColumn> shown;
        for (const auto& column : columns) {
            if (any_has(column.quantity)) shown.push_back(column);
        }
        Table table{{{"", ColumnKind::text}}, {}};
        for (const auto& column : shown) table.columns.push_back({std::string(column.title), ColumnKind::number});
        const bool parts = rows == Rows::all || model_.objects.size() == 1;
        for (const auto& object : model_.objects) {
            if (parts) add_row(table, object, object + ".", shown);
        }
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

    void servers(std::string_view title) {
        Table table{{{"", ColumnKind::text},
                     {"Needed", ColumnKind::number},
                     {"With spares", ColumnKind::number},
                     {"Bound by", ColumnKind::text},
                     {"Working", ColumnKind::formula}},
                    {}};
        for (const auto& tier : all_tiers()) {
            const std::string name(tier.name);
            const auto servers = find(name + ".servers");
            if (!servers || estimate_.values.quantities[static_cast<std::size_t>(*servers)] == 0) continue;
            const auto bound = find_bound(estimate_, tier.name);
            std::vector<Cell> row{std::string(tier.title), cell_of(estimate_, name + ".servers"),
                                  cell_of(estimate_, name + ".machines")};
            row.emplace_back(bound ? spoken_resource(bound->resource) : "");
            row.emplace_back(bound ? working_of(estimate_, bound->quantity, kShownDigits) : "");
            table.rows.push_back(std::move(row));
        }
        if (table.rows.size() > 1)
            table.add_row("Total", cell_of(estimate_, "servers"), cell_of(estimate_, "machines"), "", "");
        section(title, std::move(table));
    }

    void own() {
        Table table{{{"", ColumnKind::text}, {"Value", ColumnKind::number}, {"Working", ColumnKind::formula}}, {}};
        for (std::size_t i = 0; i < model_.quantities.size(); ++i) {
            if (model_.quantities[i].definition != nullptr) continue;
            const int index = static_cast<int>(i);
            table.add_row(std::string(model_.quantities[i].name), cell_of(estimate_, index), working(index));
        }
        section("Own quantities", std::move(table));
    }

    Report& report_;
    const Estimate& estimate_;
    const Model& model_;
    Extent extent_;
};

}  // namespace

void add_section(Report& report, std::string_view title, Table table) {
    if (table.rows.empty()) return;
    report.blocks.emplace_back(Heading{std::string(title), 2});
    report.blocks.emplace_back(std::move(table));
}

void add_sections(Report& report, const Estimate& estimate, Extent extent) { Sections(report, estimate, extent).run(); }

}  // namespace bote
