// The sections of the page and the places in them as constants of C++.

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <vector>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

/// A place, and the row that it is of.
struct Placed {
    const ModelPlace* place;
    DefinitionIndex definition;
};

class PageWriter {
public:
    PageWriter(const NamedRows& rows, const ModelPage& page) : rows_(rows), page_(page) {}

    std::string run() {
        check_sections();
        for (const auto& section : page_.sections) add_section(section);
        return fmt::format(kFrame, lines_, columns_, cells_, sections_, tiers(), overviews(), figures(),
                           list_of(rows_.indexes_of(page_.asked_at, page_.asked)));
    }

private:
    // The last of each is a guard: an array of none is not allowed.
    static constexpr const char* kFrame = R"(constexpr PageLine kPageLines[] = {{
{}    {{}}}};
constexpr PageColumn kPageColumns[] = {{
{}    {{}}}};
constexpr PageCell kPageCells[] = {{
{}    {{}}}};
constexpr PageSection kPageSections[] = {{
{}}};
constexpr Tier kTiers[] = {{{}}};
{}
constexpr PageFigure kFigures[] = {{{}}};
constexpr int kAsked[] = {{{}}};
constexpr Page kPage{{kPageSections, kTiers, {{kOverview0, kOverview1, kOverview2, kOverview3}}, kFigures, kAsked}};
)";

    void check_sections() const {
        for (const auto& row : rows_.all()) {
            for (const auto* places : {&row.lines, &row.columns, &row.cells}) {
                for (const auto& place : *places) check_section(place);
            }
        }
    }

    void check_section(const ModelPlace& place) const {
        const bool known = std::any_of(page_.sections.begin(), page_.sections.end(),
                                       [&](const auto& each) { return each.name == place.section; });
        if (!known) throw InputError(Error{place.where, fmt::format("there is no section '{}'", place.section), ""});
    }

    /// The places of a section in the order of the rows, those marked `last` behind the others.
    [[nodiscard]] std::vector<Placed> places_in(const std::string& section,
                                                std::vector<ModelPlace> ModelRow::*kind) const {
        std::vector<Placed> places;
        for (const DefinitionIndex row : rows_.indices()) {
            for (const auto& place : rows_.row(row).*kind) {
                if (place.section == section) places.push_back({&place, row});
            }
        }
        std::stable_partition(places.begin(), places.end(), [](const Placed& each) { return !each.place->last; });
        return places;
    }

    /// Behind the others; returns the span of the new ones.
    template <class Write>
    static std::string append(std::string& all, std::size_t& count, std::string_view array,
                              const std::vector<Placed>& places, Write write) {
        const std::size_t first = count;
        for (const Placed& each : places) all += fmt::format("    {{{}}},\n", write(each));
        count += places.size();
        return slice_of(array, first, places.size());
    }

    [[nodiscard]] std::string optional_index(const std::string& name, const ModelPlace& place) const {
        return literal_of(name.empty() ? DefinitionIndex::none : rows_.index_of(place.where, name));
    }

    static std::string shown_as(ShownAs as) { return fmt::format("static_cast<ShownAs>({})", static_cast<int>(as)); }

    void add_section(const ModelSection& section) {
        const auto lines = places_in(section.name, &ModelRow::lines);
        for (const Placed& each : lines) order_.push_back(each.definition);
        const std::string line_span = append(lines_, line_count_, "kPageLines", lines, [&](const Placed& each) {
            return fmt::format("{}, {}, {}", literal_of(each.definition),
                               optional_index(each.place->beside, *each.place),
                               optional_index(each.place->unlike, *each.place));
        });
        const std::string column_span =
            append(columns_, column_count_, "kPageColumns", places_in(section.name, &ModelRow::columns),
                   [](const Placed& each) {
                       return fmt::format("{}, {}, {}", literal_of(each.place->title), literal_of(each.definition),
                                          shown_as(each.place->as));
                   });
        const std::string cell_span = append(
            cells_, cell_count_, "kPageCells", places_in(section.name, &ModelRow::cells), [this](const Placed& each) {
                return fmt::format("{}, {}, {}, {}, {}", literal_of(each.place->title), literal_of(each.place->column),
                                   literal_of(each.definition), shown_as(each.place->as),
                                   optional_index(each.place->beside, *each.place));
            });
        sections_ += fmt::format("    {{{}, static_cast<Over>({}), {}, {}, {}, {}, {}, {}}},\n",
                                 literal_of(section.title), static_cast<int>(section.over),
                                 boolean(section.only_in_all), boolean(section.only_without_tiers),
                                 boolean(section.only_unless_zero), line_span, column_span, cell_span);
    }

    [[nodiscard]] std::string tiers() const {
        std::string text;
        for (const auto& tier : page_.tiers)
            text += fmt::format("{{{}, {}}}, ", literal_of(tier.name), literal_of(tier.title));
        return text;
    }

    [[nodiscard]] std::string figures() const {
        std::string text;
        for (const auto& figure : page_.figures)
            text += fmt::format("{{{}, {}}}, ", literal_of(rows_.index_of(figure.where, figure.quantity)),
                                literal_of(figure.label));
        return text;
    }

    /// In the order of the page; what has no line on it stands in front.
    [[nodiscard]] std::string overviews() const {
        std::array<std::vector<int>, kOverviews> all;
        const auto add = [&](DefinitionIndex definition) {
            for (const Overview each : rows_.row(definition).overviews) all[at(each)].push_back(number_of(definition));
        };
        for (const DefinitionIndex row : rows_.indices()) {
            if (rows_.row(row).lines.empty()) add(row);
        }
        for (const DefinitionIndex each : order_) add(each);
        std::string text;
        for (std::size_t i = 0; i < all.size(); ++i)
            text += fmt::format("constexpr int kOverview{}[] = {{{}}};\n", i, fmt::join(all[i], ", "));
        return text;
    }

    const NamedRows& rows_;
    const ModelPage& page_;
    std::vector<DefinitionIndex> order_;  // definitions, as their lines stand on the page
    std::string lines_;
    std::string columns_;
    std::string cells_;
    std::string sections_;
    std::size_t line_count_ = 0;
    std::size_t column_count_ = 0;
    std::size_t cell_count_ = 0;
};

}  // namespace

std::string write_page(const NamedRows& rows, const ModelPage& page) { return PageWriter(rows, page).run(); }

}  // namespace bote
