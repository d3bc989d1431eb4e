#include "bote/views/diagram.hpp"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <string_view>
#include <utility>

#include "bote/base/index.hpp"
#include "bote/views/common.hpp"
#include "front_tiers.hpp"
#include "tiers.hpp"

namespace bote {
namespace {

using Names = std::initializer_list<std::string_view>;

bool is_cdn(const OwnTier& tier) { return tier.kind != nullptr && tier.kind->name == "cdn"; }

class DiagramBuilder {
public:
    explicit DiagramBuilder(const Estimate& estimate)
        : estimate_(estimate), tiers_(estimate.model.tiers), front_(tiers_) {}

    BoxChart build() {
        diagram_.boxes.push_back({std::string(kClients), "Clients"});
        add_cdn();
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (front_.is_front(i)) add_box(tiers_[i].name);
        }
        add_application();
        add_stores();
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (!front_.is_front(i)) add_box(tiers_[i].name);
        }
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (!front_.is_front(i)) add_arrows_to(i);
        }
        return std::move(diagram_);
    }

private:
    /// The first of these that the workload has.
    [[nodiscard]] std::optional<ChartNumber> first_of(Names names) const {
        for (const std::string_view name : names) {
            const Cell cell = cell_of(estimate_, name);
            const auto* quantity = std::get_if<Quantity>(&cell);
            if (quantity != nullptr && std::isfinite(quantity->value))
                return ChartNumber{quantity->value, quantity->display};
        }
        return std::nullopt;
    }

    [[nodiscard]] bool is_positive(std::string_view name) const {
        const auto number = first_of({name});
        return number && number->value > 0;
    }

    std::size_t add_box(std::string_view name, std::string title = "") {
        if (title.empty()) title = title_of(name);
        ChartBox box{std::string(name), std::move(title), first_of({name_in_tier(name, "machines")})};
        if (const auto bound = find_bottleneck(estimate_, name)) box.bound = spoken_resource(bound->resource);
        diagram_.boxes.push_back(std::move(box));
        return diagram_.boxes.size() - 1;
    }

    [[nodiscard]] std::string title_of(std::string_view name) const {
        const auto all = all_tiers(estimate_.model);
        const auto found = std::find_if(all.begin(), all.end(), [&](const Tier& tier) { return tier.name == name; });
        return std::string(found == all.end() ? name : found->title);
    }

    /// None of that name: a tier that is left out, or has nothing to do.
    [[nodiscard]] std::optional<std::size_t> find_box(std::string_view name) const {
        const auto found = std::find_if(diagram_.boxes.begin(), diagram_.boxes.end(),
                                        [&](const ChartBox& box) { return box.name == name; });
        if (found == diagram_.boxes.end()) return std::nullopt;
        return position_of(found, diagram_.boxes);
    }

    void add_arrow(std::size_t from, std::size_t to, Names requests, Names bytes_in, Names bytes_out) {
        const auto bytes = [&](Names names) {
            const auto found = first_of(names);
            return found && found->value > 0 ? found : std::nullopt;
        };
        diagram_.arrows.push_back({from, to, first_of(requests), bytes(bytes_in), bytes(bytes_out)});
    }

    /// One that the file describes as a tier stands for itself.
    void add_cdn() {
        if (!is_positive("cdn_egress") || std::any_of(tiers_.begin(), tiers_.end(), is_cdn)) return;
        const std::size_t cdn = add_box("cdn", "CDN");
        add_arrow(0, cdn, {"cdn_read_qps"}, {}, {"peak_cdn_egress"});
    }

    /// Where a file leaves the application out, or names only boxes of its own and it has nothing to do, they stand
    /// alone.
    void add_application() {
        for (std::size_t i = 0; i < tiers_.size(); ++i) {
            if (front_.is_front(i)) add_arrows_to(i);
        }
        if (!is_positive("app.machines") && (!tiers_.empty() || title_of("app") == kLeftOut)) return;
        app_ = add_box("app");
        const auto before = front_.gateways();
        if (before.empty()) add_arrow_to_application(0);
        for (const std::string& name : before) {
            add_arrow_to_application(*find_box(name));
            diagram_.arrows.back().is_part = before.size() > 1;
        }
    }

    void add_arrow_to_application(std::size_t from) {
        add_arrow(from, app_, {"app.peak_load", "peak_qps"}, {"peak_ingress"}, {"app.peak_egress", "peak_egress"});
    }

    void add_stores() {
        const bool has_cache = is_positive("cache.machines");
        const std::size_t cache = has_cache ? add_box("cache") : app_;
        if (has_cache) add_arrow(app_, cache, {"cache.peak_load"}, {}, {"cache_egress"});
        if (!is_positive("database.machines")) return;
        const std::size_t database = add_box("database");
        const Names written{"database.stored_write_traffic", "stored_traffic"};
        const Names read{"database.stored_read_traffic", "database_read_traffic"};
        if (!has_cache) return add_arrow(app_, database, {"database.peak_load"}, written, read);
        add_arrow(cache, database, {"database.stored_misses", "database_read_qps"}, {}, read);
        add_arrow(app_, database, {"database.stored_write_load", "stored_write_qps"}, written, {});
    }

    void add_arrows_to(std::size_t index_of_tier) {
        const OwnTier& tier = tiers_[index_of_tier];
        const std::size_t box = *find_box(tier.name);
        std::vector<std::size_t> from;
        for (const std::string& before : tier.after) {
            const auto found = before == kClients ? std::optional<std::size_t>(0) : find_box(before);
            const std::size_t index = found.value_or(app_);
            if (std::find(from.begin(), from.end(), index) == from.end()) from.push_back(index);
        }
        if (from.empty()) from.push_back(front_.is_front(index_of_tier) ? 0 : app_);
        const auto name = [&](std::string_view quantity) { return name_in_tier(tier.name, quantity); };
        const std::string requests = name("peak_load");
        const std::string bytes_in = name("peak_ingress");
        const std::string bytes_out = name("peak_egress");
        for (const std::size_t before : from) {
            add_arrow(before, box, {requests}, {bytes_in}, {bytes_out});
            diagram_.arrows.back().is_part = from.size() > 1;
        }
    }

    const Estimate& estimate_;
    const std::vector<OwnTier>& tiers_;
    FrontTiers front_;
    BoxChart diagram_;
    std::size_t app_ = 0;  // the clients where there is no application
};

void add_datum(Datum::Object& object, std::string key, const std::optional<ChartNumber>& number) {
    if (number) object.push_back({std::move(key), number_datum(number->value)});
}

Datum box_datum(const ChartBox& box) {
    Datum::Object object{{"name", text_datum(box.name)}, {"title", text_datum(box.title)}};
    add_datum(object, "machines", box.machines);
    if (!box.bound.empty()) object.push_back({"bound_by", text_datum(box.bound)});
    return {std::move(object)};
}

Datum arrow_datum(const BoxChart& diagram, const ChartArrow& arrow) {
    Datum::Object object{{"from", text_datum(diagram.boxes[arrow.from].name)},
                         {"to", text_datum(diagram.boxes[arrow.to].name)}};
    add_datum(object, "requests", arrow.requests);
    add_datum(object, "bytes_in", arrow.bytes_in);
    add_datum(object, "bytes_out", arrow.bytes_out);
    if (arrow.is_part) object.push_back({"is_part", {true}});
    return {std::move(object)};
}

Datum diagram_datum(const Estimate& estimate, const BoxChart& diagram) {
    Datum::Array boxes;
    for (const ChartBox& box : diagram.boxes) boxes.push_back(box_datum(box));
    Datum::Array arrows;
    for (const ChartArrow& arrow : diagram.arrows) arrows.push_back(arrow_datum(diagram, arrow));
    return {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                          {"workload", workload_datum(estimate.model)},
                          {"boxes", {std::move(boxes)}},
                          {"arrows", {std::move(arrows)}}}};
}

Cell cell(const std::optional<ChartNumber>& number) {
    return number ? Cell{Quantity{number->value, number->display}} : Cell{};
}

/// The boxes, then the arrows, which have a box to come from.
Table diagram_records(const BoxChart& diagram) {
    Table records{{{"from"},
                   {"box"},
                   {"title"},
                   {"machines", ColumnKind::number},
                   {"bound_by"},
                   {"requests [/s]", ColumnKind::number},
                   {"bytes_in [B/s]", ColumnKind::number},
                   {"bytes_out [B/s]", ColumnKind::number},
                   {"is_part"}},
                  {}};
    for (const ChartBox& box : diagram.boxes)
        records.add_row(std::string(), box.name, box.title, cell(box.machines), box.bound, Cell(), Cell(), Cell(),
                        std::string());
    for (const ChartArrow& arrow : diagram.arrows)
        records.add_row(diagram.boxes[arrow.from].name, diagram.boxes[arrow.to].name, std::string(), Cell(),
                        std::string(), cell(arrow.requests), cell(arrow.bytes_in), cell(arrow.bytes_out),
                        std::string(arrow.is_part ? "yes" : ""));
    return records;
}

Chart chart_of(BoxChart diagram) {
    return {"diagram", "In the busiest second", "Requests a second, and bytes a second in and out.",
            std::move(diagram)};
}

}  // namespace

BoxChart compute_diagram(const Estimate& estimate) { return DiagramBuilder(estimate).build(); }

Chart diagram_chart(const Estimate& estimate) { return chart_of(compute_diagram(estimate)); }

Report describe_diagram(const Estimate& estimate, const BoxChart& diagram) {
    Report report;
    report.conventions = estimate.model.conventions;
    report.blocks.emplace_back(Heading{estimate.model.name, 1});
    report.blocks.emplace_back(chart_of(diagram));
    report.records = diagram_records(diagram);
    report.data = diagram_datum(estimate, diagram);
    return report;
}

}  // namespace bote
