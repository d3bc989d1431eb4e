// Other names for objects, tiers and own quantities.

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/serve/rpc.hpp"
#include "symbols.hpp"

namespace bote {
namespace {

/// The name at an offset that a file may choose; null where there is none.
const NameUse* find_chosen(const Analysis& analysis, std::size_t offset) {
    for (const NameUse& use : analysis.names) {
        const bool here = use.where.begin <= offset && offset <= use.where.end;
        if (here && use.role != NameRole::quantity) return &use;
    }
    return nullptr;
}

std::vector<Fix> edits_for(const Analysis& analysis, const NameUse& chosen, const std::string& new_name) {
    std::vector<Fix> edits;
    for (const NameUse& use : analysis.names) {
        if (use.role == NameRole::quantity || use.name != chosen.name) continue;
        edits.push_back({use.where, in_form_of(text_of(use.where), use.name, new_name)});
    }
    return edits;
}

std::string edited(const std::string& text, const std::vector<Fix>& edits) {
    std::string result = text;
    for (auto edit = edits.rbegin(); edit != edits.rend(); ++edit)  // from behind, so that places stay
        result.replace(edit->where.begin, edit->where.end - edit->where.begin, edit->text);
    return result;
}

std::string first_error(const Analysis& analysis) {
    const auto errors = errors_to_tell(analysis.errors);
    return errors.empty() ? "" : errors.front()->what;
}

/// A file with nothing in it but that name.
std::string only(NameRole role, const std::string& chosen) {
    const std::string name = Json(chosen).dump();  // in quotes, whatever it holds
    switch (role) {
        case NameRole::object: return fmt::format("objects:\n  {}: {{object_size: 1 KB}}\n", name);
        case NameRole::tier: return fmt::format("tiers:\n  {}: {{load: 1/s}}\n", name);
        case NameRole::own: return fmt::format("define:\n  {}: 1\n", name);
        case NameRole::quantity: break;
    }
    return "";
}

/// Why a name cannot stand for what is chosen, by itself or beside the others of the file; empty where it can.
std::string why_not(const Analysis& analysis, const NameUse& chosen, const std::string& name) {
    const bool is_taken =
        name != chosen.name && std::any_of(analysis.names.begin(), analysis.names.end(), [&](const NameUse& use) {
            return use.role != NameRole::quantity && use.name == name;
        });
    if (is_taken) return fmt::format("there is a '{}' already", name);
    return first_error(analyse("name", only(chosen.role, name), Encoding::utf8));
}

/// Whether all values are what they were; their names may stand in another order. Of a file with errors it is not
/// known.
bool means_the_same(const Analysis& before, const Analysis& after) {
    if (after.errors.size() > before.errors.size()) return false;
    if (before.estimate() == nullptr) return true;
    if (after.estimate() == nullptr) return false;
    const auto sorted = [](const Analysis& analysis) {
        std::vector<double> values;
        for (const double each : analysis.estimate()->values.quantities) {
            if (!std::isnan(each)) values.push_back(each);
        }
        std::sort(values.begin(), values.end());
        return values;
    };
    return sorted(before) == sorted(after);
}

}  // namespace

Json renamable_at(const Analysis& analysis, std::size_t offset) {
    const NameUse* use = find_chosen(analysis, offset);
    if (use == nullptr) return nullptr;
    return {{"range", range_of(analysis.lines, use->where)}, {"placeholder", use->name}};
}

Json rename_at(const Analysis& analysis, const std::string& uri, std::size_t offset, const std::string& new_name) {
    const NameUse* chosen = find_chosen(analysis, offset);
    if (chosen == nullptr) throw RpcProblem(RpcError::failed, "only objects, tiers and own quantities can be renamed");
    if (const std::string why = why_not(analysis, *chosen, new_name); !why.empty())
        throw RpcProblem(RpcError::failed, why);
    const std::vector<Fix> edits = edits_for(analysis, *chosen, new_name);
    const Analysis after = analyse(uri, edited(analysis.source->text, edits), Encoding::utf8, analysis.overlay);
    if (!means_the_same(analysis, after)) {
        const std::string why = first_error(after);
        throw RpcProblem(
            RpcError::failed,
            why.empty() ? fmt::format("as '{}' it would mean something else", show_in_line(new_name)) : why);
    }
    Json list = Json::array();
    for (const Fix& edit : edits)
        list.push_back({{"range", range_of(analysis.lines, edit.where)}, {"newText", edit.text}});
    return {{"changes", {{uri, std::move(list)}}}};
}

}  // namespace bote
