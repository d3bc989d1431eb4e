#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "pieces.hpp"

namespace bote {

NamedRows::NamedRows(const std::vector<ModelRow>& rows, const std::vector<ModelKind>& kinds)
    : rows_(rows), kinds_(kinds) {
    for (const auto& row : rows) {
        if (!index_.emplace(row.name, index_at<DefinitionIndex>(index_.size())).second)
            throw InputError(Error{row.where, row.name + " is defined twice", ""});
    }
}

std::vector<const ModelRow*> NamedRows::all_rows_of(const ModelRow& row) const {
    std::vector<const ModelRow*> rows{&row};
    for (const auto& kind : kinds_) {
        for (const auto& own : kind.rows) {
            if (own.name == row.name) rows.push_back(&own);
        }
    }
    return rows;
}

DefinitionIndex NamedRows::index_of(const Span& where, const std::string& name) const {
    const auto found = index_.find(name);
    if (found == index_.end()) throw InputError(Error{where, fmt::format("'{}' is not known", name), ""});
    return found->second;
}

std::vector<DefinitionIndex> NamedRows::indexes_of(const Span& where, const std::vector<std::string>& names) const {
    std::vector<DefinitionIndex> indexes;
    for (const auto& name : names) indexes.push_back(index_of(where, name));
    return indexes;
}

std::vector<Dimension> NamedRows::dimensions_of(const Span& where, const std::vector<std::string>& names) const {
    std::vector<Dimension> dimensions;
    for (const auto& name : names) dimensions.push_back(row(index_of(where, name)).display.dimension);
    return dimensions;
}

std::string Arrays::tree(Tree formula) {
    const std::size_t begin = node_count_;
    for (const Node& node : formula) nodes_ += row_of(node);
    node_count_ += formula.size();
    return slice_of("kNodes", begin, formula.size());
}

std::string Arrays::indexes(const std::vector<DefinitionIndex>& indexes) {
    const std::size_t begin = name_count_;
    for (const DefinitionIndex each : indexes) names_ += fmt::format("{}, ", number_of(each));
    name_count_ += indexes.size();
    return slice_of("kNames", begin, indexes.size());
}

}  // namespace bote
