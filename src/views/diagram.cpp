#include "bote/views/diagram.hpp"

#include <algorithm>
#include <initializer_list>
#include <string_view>

#include "bote/views/common.hpp"
#include "bote/views/tiers.hpp"

namespace bote {
namespace {

using Names = std::initializer_list<std::string_view>;

class DiagramBuilder {
public:
    explicit DiagramBuilder(const Estimate& estimate) : estimate_(estimate) {}

    Diagram build() {
        add_box("clients", "Clients");
        add_cdn();
        app_ = add_box("app", title_of("app"));
        add_arrow(0, app_, {"served_qps", "peak_qps"}, {"peak_ingress"}, {"peak_origin_egress", "peak_egress"});
        add_stores();
        for (const auto& tier : estimate_.model.tiers) add_tier(tier);
        return std::move(diagram_);
    }

private:
    /// The first of these that the workload has.
    [[nodiscard]] Cell first_of(Names names) const {
        for (const std::string_view name : names) {
            Cell cell = cell_of(estimate_, name);
            if (!std::holds_alternative<std::monostate>(cell)) return cell;
        }
        return {};
    }

    [[nodiscard]] bool is_positive(std::string_view name) const {
        const Cell cell = cell_of(estimate_, name);
        const auto* quantity = std::get_if<Quantity>(&cell);
        return quantity != nullptr && quantity->value > 0;
    }

    [[nodiscard]] std::string title_of(std::string_view name) const {
        const auto tiers = all_tiers(estimate_.model);
        const auto found =
            std::find_if(tiers.begin(), tiers.end(), [&](const Tier& tier) { return tier.name == name; });
        return std::string(found == tiers.end() ? name : found->title);
    }

    std::size_t add_box(std::string_view name, std::string title) {
        DiagramBox box{std::string(name), std::move(title), cell_of(estimate_, name_in_tier(name, "machines")), ""};
        if (const auto bound = find_bound(estimate_, name)) box.bound = spoken_resource(bound->resource);
        diagram_.boxes.push_back(std::move(box));
        return diagram_.boxes.size() - 1;
    }

    void add_arrow(std::size_t from, std::size_t to, Names requests, Names bytes_in, Names bytes_out) {
        diagram_.arrows.push_back({from, to, first_of(requests), first_of(bytes_in), first_of(bytes_out)});
    }

    static bool is_cdn(const OwnTier& tier) { return tier.kind != nullptr && tier.kind->name == "cdn"; }

    /// One that the file describes as a tier stands for itself.
    void add_cdn() {
        const auto& tiers = estimate_.model.tiers;
        if (!is_positive("cdn_egress") || std::any_of(tiers.begin(), tiers.end(), is_cdn)) return;
        const std::size_t cdn = add_box("cdn", "CDN");
        add_arrow(0, cdn, {"cdn_read_qps"}, {}, {"peak_cdn_egress"});
    }

    void add_stores() {
        std::size_t reader = app_;
        if (is_positive("cache.machines")) {
            reader = add_box("cache", title_of("cache"));
            add_arrow(app_, reader, {"cache.own_rps", "origin_read_qps"}, {}, {"cache_egress"});
        }
        if (!is_positive("database.machines")) return;
        const std::size_t database = add_box("database", title_of("database"));
        add_arrow(reader, database, {"database.own_reads", "database_read_qps"}, {}, {});
        add_arrow(app_, database, {"database.own_writes", "stored_write_qps"}, {}, {});
    }

    void add_tier(const OwnTier& tier) {
        const std::size_t box = add_box(tier.name, std::string(tier.title));
        const auto name = [&](std::string_view quantity) { return name_in_tier(tier.name, quantity); };
        const std::string requests = name("peak_load");
        const std::string bytes_in = name("peak_ingress");
        const std::string bytes_out = name("peak_egress");
        add_arrow(is_cdn(tier) ? 0 : app_, box, {requests}, {bytes_in}, {bytes_out});
    }

    const Estimate& estimate_;
    Diagram diagram_;
    std::size_t app_ = 0;
};

void add_datum(Datum::Object& object, std::string key, const Cell& cell) {
    if (const auto* quantity = std::get_if<Quantity>(&cell))
        object.push_back({std::move(key), number_datum(quantity->value)});
}

Datum box_datum(const DiagramBox& box) {
    Datum::Object object{{"name", text_datum(box.name)}, {"title", text_datum(box.title)}};
    add_datum(object, "machines", box.machines);
    if (!box.bound.empty()) object.push_back({"bound_by", text_datum(box.bound)});
    return {std::move(object)};
}

Datum arrow_datum(const Diagram& diagram, const DiagramArrow& arrow) {
    Datum::Object object{{"from", text_datum(diagram.boxes[arrow.from].name)},
                         {"to", text_datum(diagram.boxes[arrow.to].name)}};
    add_datum(object, "requests", arrow.requests);
    add_datum(object, "bytes_in", arrow.bytes_in);
    add_datum(object, "bytes_out", arrow.bytes_out);
    return {std::move(object)};
}

}  // namespace

Diagram compute_diagram(const Estimate& estimate) { return DiagramBuilder(estimate).build(); }

Report describe_diagram(const Estimate& estimate, const Diagram& diagram) {
    Report report;
    report.conventions = estimate.model.conventions;
    report.records.columns = {{"from"},
                              {"box"},
                              {"title"},
                              {"machines", ColumnKind::number},
                              {"bound_by"},
                              {"requests [/s]", ColumnKind::number},
                              {"bytes_in [B/s]", ColumnKind::number},
                              {"bytes_out [B/s]", ColumnKind::number}};
    Datum::Array boxes;
    for (const DiagramBox& box : diagram.boxes) {
        boxes.push_back(box_datum(box));
        report.records.add_row(std::string(), box.name, box.title, box.machines, box.bound, Cell(), Cell(), Cell());
    }
    Datum::Array arrows;
    for (const DiagramArrow& arrow : diagram.arrows) {
        arrows.push_back(arrow_datum(diagram, arrow));
        report.records.add_row(diagram.boxes[arrow.from].name, diagram.boxes[arrow.to].name, std::string(), Cell(),
                               std::string(), arrow.requests, arrow.bytes_in, arrow.bytes_out);
    }
    report.data = {Datum::Object{{"schema_version", number_datum(kSchemaVersion)},
                                 {"workload", workload_datum(estimate.model)},
                                 {"boxes", {std::move(boxes)}},
                                 {"arrows", {std::move(arrows)}}}};
    return report;
}

}  // namespace bote
