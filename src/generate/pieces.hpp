#pragma once
// The parts of a catalog, each as rows of C++.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "bote/formula/expression.hpp"
#include "model_text.hpp"

namespace bote {

/// A literal of C++ with every byte that is not a plain character escaped.
std::string literal_of(std::string_view text);

/// The span of so many elements of an array. Of none `{}`: a literal 0 could be an end as well as a size.
std::string slice_of(std::string_view array, std::size_t begin, std::size_t size);
std::string boolean(bool value);
std::string class_of(Class kind);
std::string literal_of(DefinitionIndex definition);
std::string literal_of(Op op);
/// "3, 1, 2": the elements of an array of plain numbers.
std::string list_of(const std::vector<DefinitionIndex>& indexes);

/// A row of an array of nodes.
std::string row_of(const Node& node);
std::string row_of(const Display& display);

/// The rows of the model by their names. Throws InputError with the place where a name is not known.
class NamedRows {
public:
    NamedRows(const std::vector<ModelRow>& rows, const std::vector<ModelKind>& kinds);

    [[nodiscard]] const std::vector<ModelRow>& all() const { return rows_; }
    [[nodiscard]] IndexRange<DefinitionIndex> indices() const { return first_indices<DefinitionIndex>(rows_.size()); }
    [[nodiscard]] const std::vector<ModelKind>& kinds() const { return kinds_; }
    /// The row, and those that kinds of tiers have in its place.
    [[nodiscard]] std::vector<const ModelRow*> all_rows_of(const ModelRow& row) const;
    [[nodiscard]] const ModelRow& row(DefinitionIndex index) const { return rows_[at(index)]; }
    [[nodiscard]] DefinitionIndex index_of(const Span& where, const std::string& name) const;
    [[nodiscard]] std::vector<DefinitionIndex> indexes_of(const Span& where,
                                                          const std::vector<std::string>& names) const;
    [[nodiscard]] std::vector<Dimension> dimensions_of(const Span& where, const std::vector<std::string>& names) const;

private:
    const std::vector<ModelRow>& rows_;
    const std::vector<ModelKind>& kinds_;
    std::unordered_map<std::string, DefinitionIndex> index_;
};

/// The arrays that definitions, rules and words point into.
class Arrays {
public:
    std::string tree(Tree formula);
    std::string indexes(const std::vector<DefinitionIndex>& indexes);

    [[nodiscard]] const std::string& nodes() const { return nodes_; }
    [[nodiscard]] const std::string& names() const { return names_; }

private:
    std::string nodes_;
    std::string names_;
    std::size_t node_count_ = 0;
    std::size_t name_count_ = 0;
};

/// The rows of the array of definitions, those of the array of their alternatives, and those that kinds of tiers have
/// in place of a definition, one kind after the other.
struct WrittenDefinitions {
    std::string definitions;
    std::string alternatives;
    std::string kind_rows;
};
WrittenDefinitions write_definitions(const NamedRows& rows, Arrays& arrays);

std::string write_rules(const NamedRows& rows, const std::vector<ModelRule>& rules, Arrays& arrays);
std::string write_words(const NamedRows& rows, const std::vector<ModelWords>& words, Arrays& arrays);

/// The kinds of tiers, and the arrays of what is known by its name.
struct WrittenKinds {
    std::string values;
    std::string choices;
    std::string kinds;
};
WrittenKinds write_kinds(const NamedRows& rows);

/// Puts in place of each list of shared rows the rows themselves.
void share_rows(std::vector<ModelRow>& rows, Shorthands shorthands);

/// The rows of tiers behind all others, so that a workload without any pays for none; and behind them, without
/// alternatives, what only some kinds have.
void add_rows_of_tiers(std::vector<ModelRow>& rows, const std::vector<ModelKind>& kinds);

/// What stands where on a page: the arrays, and the constant `kPage`. Throws InputError for a section that is not
/// there.
std::string write_page(const NamedRows& rows, const ModelPage& page);

/// Indexes of the rows: sorted by name; each after what it rests on; each at the place of its hash.
std::string sorted_indexes(const NamedRows& rows);
std::string indexes_by_dependency(const NamedRows& rows);
std::string hashed_indexes(const NamedRows& rows);

}  // namespace bote
