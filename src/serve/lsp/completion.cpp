#include "completion.hpp"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/formula/operation.hpp"
#include "bote/model/find.hpp"
#include "cursor.hpp"
#include "sketch.hpp"

namespace bote {
namespace {

/// Kinds of the protocol.
enum class ItemKind { function = 3, field = 5, module = 9, unit = 11, value = 12, keyword = 14, reference = 18 };

struct Section {
    std::string_view key;
    std::string_view meaning;
};
constexpr Section kSections[] = {{"name", "what the page is headed by"},
                                 {"description", "a sentence about it"},
                                 {"source", "where the numbers come from"},
                                 {"objects", "kinds of objects, each with its own quantities"},
                                 {"tiers", "the boxes of the system"},
                                 {"define", "own quantities"},
                                 {"expect", "claims that `bote check` holds the estimate to"},
                                 {"scenarios", "named sets of changes"},
                                 {"correlate", "ranges that tend to be high together"},
                                 {"conventions", "how long a day is, what a kilobyte is"}};
constexpr std::string_view kConventions[] = {"day", "month", "year", "kilo"};
constexpr Section kTierKeys[] = {{"kind", "what it runs"},
                                 {"title", "what the page calls it"},
                                 {"stores", "the objects that live there"},
                                 {"after", "the tiers that hand requests on to it"}};

struct Offered {
    std::string label;
    ItemKind kind;
    std::string_view detail;
    std::string_view meaning;
    std::string text;             // that stands there afterwards
    std::string_view order = "";  // before the label, where the order is not that of the alphabet
};

/// Items with the edit that each makes: of the word around the cursor.
class ItemList {
public:
    ItemList(const Analysis& analysis, const Cursor& cursor)
        : text_(analysis.source->text), end_(cursor.end), range_(range_of(analysis.lines, cursor.begin, cursor.end)) {}

    void add(const Offered& offered) {
        if (!seen_.insert(offered.label).second) return;
        Json item{{"label", offered.label}, {"kind", static_cast<int>(offered.kind)}};
        if (!offered.detail.empty()) item["detail"] = offered.detail;
        if (!offered.meaning.empty()) item["documentation"] = offered.meaning;
        if (!offered.order.empty()) item["sortText"] = fmt::format("{}{}", offered.order, offered.label);
        item["textEdit"] = {{"range", range_}, {"newText", offered.text}};
        items_.push_back(std::move(item));
    }

    /// A key, with its colon where none stands behind the cursor.
    void add_key(std::string_view name, std::string_view detail, std::string_view meaning, bool is_map = false) {
        const std::size_t end = std::min(text_.find_first_of(":\n", end_), text_.size());
        const bool has_colon = end < text_.size() && text_[end] == ':';
        const std::string_view colon = has_colon ? "" : is_map ? ":" : ": ";
        add({std::string(name), is_map ? ItemKind::module : ItemKind::field, detail, meaning,
             std::string(name).append(colon)});
    }

    void add_value(std::string_view name, std::string_view detail) {
        add({std::string(name), ItemKind::value, detail, "", std::string(name)});
    }

    Json take() { return std::move(items_); }

private:
    const std::string& text_;
    std::size_t end_;
    Json range_;
    std::set<std::string, std::less<>> seen_;
    Json items_ = Json::array();
};

/// What both sides of a colon ask about.
struct Surroundings {
    const Cursor& cursor;
    const Sketch& sketch;

    /// The kind of the tier around the cursor; null where it has none.
    [[nodiscard]] const TierKind* kind() const {
        const bool in_tier = cursor.path.size() >= 2 && cursor.path.front() == "tiers";
        const auto found = in_tier ? sketch.kinds.find(cursor.path[1]) : sketch.kinds.end();
        return found == sketch.kinds.end() ? nullptr : find_kind(built_in_catalog(), found->second);
    }
};

class KeyCompleter {
public:
    KeyCompleter(const Surroundings& place, ItemList& items) : place_(place), path_(place.cursor.path), items_(items) {}

    void run() {
        if (path_.empty()) return add_top_level();
        const std::string& section = path_.front();
        if (section == "conventions") {
            for (const auto name : kConventions) items_.add_key(name, "", "a convention");
        } else if (section == "objects" && path_.size() > 1) {
            add_quantities(Class::object, 2);
        } else if (section == "tiers" && path_.size() > 1) {
            add_tier_keys();
        } else if (section == "scenarios" && path_.size() > 1) {
            add_changes();
        } else if (section != "objects" && section != "tiers" && section != "define" && section != "scenarios") {
            add_quantities(Class::workload, 0);
        }
    }

private:
    void add_top_level() {
        for (const auto& [key, meaning] : kSections) {
            const bool is_text = key == "name" || key == "description" || key == "source";
            items_.add_key(key, "", meaning, !is_text);
        }
        add_quantities(Class::workload, 0);
    }

    void add_changes() {
        if (path_.size() > 2) return add_quantities(Class::object, 3);
        for (const auto& name : place_.sketch.objects) items_.add_key(name, "an object", "", true);
        for (const auto& name : place_.sketch.tiers) items_.add_key(name, "a tier", "", true);
        for (const auto& name : place_.sketch.own) items_.add_key(name, "defined in this file", "");
        add_quantities(Class::workload, 2);
    }

    /// What is `server.rps` at the top is `rps` below `server`.
    [[nodiscard]] std::string group(std::string beginning, std::size_t owned) const {
        for (std::size_t i = owned; i < path_.size(); ++i) beginning += path_[i] + ".";
        return beginning;
    }

    /// `owned`: how much of the path names the owner.
    void add_quantities(Class of, std::size_t owned) {
        const std::string beginning = group("", owned);
        for (const Definition& row : built_in_catalog().definitions) {
            const bool here = row.kind != Class::tier && (of == Class::workload || row.kind != Class::workload);
            if (here) add_row(row, beginning);
        }
    }

    void add_tier_keys() {
        if (path_.size() == 2) {
            for (const auto& [key, meaning] : kTierKeys) items_.add_key(key, "", meaning);
        }
        const std::string beginning = group(std::string(kTierPrefix), 2);
        if (const TierKind* kind = place_.kind()) {
            for (const TierChoice& choice : kind->choices) items_.add_key(choice.key, "", "known by its name");
            for (const KindRow& each : kind->rows) add_row(each.row, beginning);
        }
        for (const Definition& row : built_in_catalog().definitions) {
            if (row.kind == Class::tier && !row.of_kinds) add_row(row, beginning);
        }
    }

    void add_row(const Definition& row, const std::string& beginning) {
        if (!row.internal && row.name.starts_with(beginning))
            items_.add_key(row.name.substr(beginning.size()), row.unit, row.meaning);
    }

    const Surroundings& place_;
    const std::vector<std::string>& path_;
    ItemList& items_;
};

class ValueCompleter {
public:
    ValueCompleter(const Surroundings& place, ItemList& items)
        : place_(place), cursor_(place.cursor), sketch_(place.sketch), items_(items) {}

    void run() {
        const bool in_tier = cursor_.path.size() == 2 && cursor_.path.front() == "tiers";
        if (in_tier && cursor_.key == "kind") {
            for (const TierKind& kind : built_in_catalog().kinds) items_.add_value(kind.name, kind.title);
        } else if (in_tier && cursor_.key == "stores") {
            for (const auto& name : sketch_.objects) items_.add_value(name, "an object");
        } else if (in_tier && cursor_.key == "after") {
            items_.add_value(kClients, "all that send requests");
            for (const auto& tier : built_in_catalog().page.tiers) items_.add_value(tier.name, tier.title);
            for (const auto& name : sketch_.tiers) items_.add_value(name, "a tier");
        } else if (cursor_.path.empty() && is_tier_of_all(cursor_.key)) {
            items_.add_value(kLeftOut, "there is no such tier");
        } else if (!cursor_.path.empty() && cursor_.path.front() == "conventions") {
            if (cursor_.wants_unit) add_units();
        } else if (!add_choices() && !is_text()) {
            cursor_.wants_unit ? add_units() : add_names();
        }
    }

private:
    /// `accelerator: h100`; false where the key takes no such name.
    bool add_choices() {
        bool found = false;
        const TierKind* kind = place_.kind();
        for (const TierChoice& choice : kind != nullptr ? kind->choices : std::span<const TierChoice>()) {
            if (choice.key != cursor_.key) continue;
            items_.add_value(choice.name, choice.source);
            found = true;
        }
        return found;
    }

    /// Values that are no formulas.
    [[nodiscard]] bool is_text() const {
        constexpr std::string_view kTexts[] = {"name", "description", "source", "title"};
        return std::find(std::begin(kTexts), std::end(kTexts), cursor_.key) != std::end(kTexts);
    }

    [[nodiscard]] static bool is_tier_of_all(std::string_view key) {
        const auto& tiers = built_in_catalog().page.tiers;
        return std::any_of(tiers.begin(), tiers.end(), [&](const auto& tier) { return tier.name == key; });
    }

    /// Those of the dimension of the key first.
    void add_units() {
        const Definition* row = row_of_key();
        for (const Unit& unit : all_units()) {
            const bool fits = row != nullptr && unit.dimension == row->display.dimension;
            items_.add({std::string(unit.symbol), ItemKind::unit, "", "", std::string(unit.symbol), fits ? "0" : "2"});
        }
        for (const std::string word : {"k", "M", "thousand", "million", "billion", "trillion"})
            items_.add({word, ItemKind::unit, "", "", word, "1"});
    }

    /// The row of the catalogue whose value is typed; null where it is none.
    [[nodiscard]] const Definition* row_of_key() const {
        const Catalog& catalog = built_in_catalog();
        const bool in_tier = !cursor_.path.empty() && cursor_.path.front() == "tiers";
        const auto found = catalog.find(in_tier ? std::string(kTierPrefix) + cursor_.key : cursor_.key);
        return found ? &catalog[*found] : nullptr;
    }

    void add_names() {
        const auto add = [&](const std::string& name, const Definition& row) {
            items_.add({name, ItemKind::reference, row.unit, row.meaning, name});
        };
        for (const Definition& row : built_in_catalog().definitions) {
            if (row.internal || row.of_kinds) continue;
            const bool of_tier = row.kind == Class::tier;
            const std::string_view member = of_tier ? row.name.substr(kTierPrefix.size()) : row.name;
            if (!of_tier) add(std::string(row.name), row);
            if (row.kind == Class::workload) continue;
            for (const auto& owner : of_tier ? sketch_.tiers : sketch_.objects)
                add(fmt::format("{}.{}", owner, member), row);
        }
        for (const auto& own : sketch_.own) items_.add({own, ItemKind::reference, "", "defined in this file", own});
        for (const auto& row : all_functions())
            items_.add({std::string(row.name), ItemKind::function, row.signature, "", std::string(row.name) + "("});
    }

    const Surroundings& place_;
    const Cursor& cursor_;
    const Sketch& sketch_;
    ItemList& items_;
};

}  // namespace

Json completions_at(const Analysis& analysis, std::size_t offset) {
    const Cursor cursor = cursor_at(analysis.source->text, offset);
    const Sketch sketch = sketch_of(analysis.lines, analysis.lines.position_of(offset).line);
    const Surroundings place{cursor, sketch};
    ItemList items(analysis, cursor);
    if (!cursor.in_comment && !cursor.in_value) KeyCompleter(place, items).run();
    if (!cursor.in_comment && cursor.in_value) ValueCompleter(place, items).run();
    return {{"isIncomplete", false}, {"items", items.take()}};
}

}  // namespace bote
