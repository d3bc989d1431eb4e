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

/// Whether all values are what they were; their names may stand in another order.
bool means_the_same(const Analysis& before, const Analysis& after) {
    if (before.estimate() == nullptr) return after.errors.size() <= before.errors.size();
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
    const std::vector<Fix> edits = edits_for(analysis, *chosen, new_name);
    const Analysis after = analyse(uri, edited(analysis.source->text, edits), Encoding::utf8);
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
