#include <algorithm>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/formula/check.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

bool has(const std::vector<std::string>& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

/// The sections whose rows are facts rather than results.
bool is_constant(std::string_view section) {
    return section == "constants" || section == "latency" || section == "powers" || section == "nines";
}

class DefinitionWriter {
public:
    DefinitionWriter(const NamedRows& rows, Arrays& arrays) : rows_(rows), arrays_(arrays) {}

    WrittenDefinitions run() {
        for (const auto& row : rows_.all()) written_.definitions += fmt::format("    {},\n", definition(row));
        for (const auto& kind : rows_.kinds()) add_rows(kind);
        return std::move(written_);
    }

private:
    /// A row of a kind stands in place of that of all tiers, which has its index.
    void add_rows(const ModelKind& kind) {
        std::vector<std::pair<DefinitionIndex, const ModelRow*>> sorted;
        for (const auto& row : kind.rows) sorted.emplace_back(rows_.index_of(row.where, row.name), &row);
        std::sort(sorted.begin(), sorted.end());
        DefinitionIndex last = DefinitionIndex::none;
        for (const auto& [index, row] : sorted) {
            const ModelRow& of_all = rows_.row(index);
            if (of_all.unit != row->unit) throw InputError(Error{row->where, row->name + " has another unit", ""});
            if (index == last) throw InputError(Error{row->where, row->name + " is defined twice", ""});
            last = index;
            ModelRow own = *row;
            own.summed = of_all.summed;
            own.parts = of_all.parts;
            written_.kind_rows += fmt::format("    {{{}, {}}},\n", literal_of(index), definition(own));
        }
    }

    static std::string part_function(const ModelRow& row) {
        const OperationRow* function = find_function(row.parts.empty() ? "sum" : row.parts);
        if (function == nullptr) throw InputError(Error{row.where, row.parts + " is no function", ""});
        return literal_of(op_of(*function));
    }

    std::string definition(const ModelRow& row) {
        const bool has_back = std::any_of(row.alternatives.begin(), row.alternatives.end(),
                                          [](const ModelAlternative& each) { return each.back; });
        return fmt::format(
            "{{{}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {}, {},\n     {}, {}, {}, {}, {}}}",
            literal_of(row.name), literal_of(row.unit), row_of(row.display), class_of(row.kind), boolean(row.internal),
            boolean(is_constant(row.section) || row.constant), boolean(row.scale), boolean(row.common),
            boolean(row.yearly), boolean(has_back), boolean(row.aside), boolean(row.summed), part_function(row),
            literal_of(row.stored.empty() ? DefinitionIndex::none : rows_.index_of(row.where, row.stored)),
            boolean(row.only_of_kinds), bounds(row), alternatives(row), users(row),
            arrays_.indexes(rows_.indexes_of(row.where, row.covers)), literal_of(row.meaning), literal_of(row.range),
            literal_of(row.source), literal_of(row.section));
    }

    std::string bounds(const ModelRow& row) {
        const auto tree = [&](const std::optional<Expression>& end) { return end ? arrays_.tree(*end) : "{}"; };
        const std::string low = tree(row.low);
        const std::string high = tree(row.high);
        return fmt::format("{{{}, {}, {}, {}, {}}}", low, high, boolean(row.low_allowed), boolean(row.high_allowed),
                           boolean(row.whole));
    }

    std::string alternatives(const ModelRow& row) {
        const std::size_t begin = alternative_count_;
        int rank = 0;
        for (const auto& each : row.alternatives) written_.alternatives += alternative(row, each, rank++);
        alternative_count_ += row.alternatives.size();
        return slice_of("kAlternatives", begin, row.alternatives.size());
    }

    std::string alternative(const ModelRow& row, const ModelAlternative& each, int rank) {
        check(row, each);
        const Span& where = each.formula.span;
        std::vector<DefinitionIndex> names = rows_.indexes_of(where, each.names);
        const std::vector<DefinitionIndex> given = rows_.indexes_of(where, each.given);
        for (const DefinitionIndex name : given) {
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
        }
        // Also where the formula names it: there `max` might do without.
        for (const DefinitionIndex name : rows_.indexes_of(where, each.with)) names.push_back(name);
        const std::string tree = arrays_.tree(each.tree);
        const std::string all_names = arrays_.indexes(names);
        const std::string all_given = arrays_.indexes(given);
        const std::string unless = arrays_.indexes(rows_.indexes_of(where, each.unless));
        return fmt::format("    {{{}, {}, {}, {}, {}, Derivation::catalog, {}, {}, {}, {}, {}, {}}},\n",
                           literal_of(each.formula.text), tree, all_names, boolean(each.neutral),
                           boolean(is_forgiving(Tree(each.tree))), boolean(each.back), boolean(each.usual), all_given,
                           unless, literal_of(each.condition), rank);
    }

    /// The formula must fit the unit of its row: a wrong one stops the build.
    void check(const ModelRow& row, const ModelAlternative& each) const {
        Expression copy = each.tree;
        resolve_units(each.formula, copy, rows_.dimensions_of(each.formula.span, each.names), row.display.dimension);
        // What stands outside of tiers sees their sums alone, but for objects, each of which may live in a tier.
        for (const auto& name : each.names) {
            const ModelRow& named = rows_.row(rows_.index_of(each.formula.span, name));
            if (row.kind == Class::workload && named.kind == Class::tier && !named.summed)
                throw InputError(Error{each.formula.span, name + " is of a tier, and not `summed`", ""});
        }
    }

    std::string users(const ModelRow& row) {
        const auto names_it = [&](const ModelAlternative& each) {
            return has(each.names, row.name) || has(each.given, row.name) || has(each.with, row.name);
        };
        const auto uses_it = [&](const ModelRow* user) {
            return user->stored == row.name ||
                   std::any_of(user->alternatives.begin(), user->alternatives.end(), names_it);
        };
        std::vector<DefinitionIndex> users;
        for (const DefinitionIndex user : rows_.indices()) {
            const auto rows = rows_.all_rows_of(rows_.row(user));
            if (std::any_of(rows.begin(), rows.end(), uses_it)) users.push_back(user);
        }
        return arrays_.indexes(users);
    }

    const NamedRows& rows_;
    Arrays& arrays_;
    WrittenDefinitions written_;
    std::size_t alternative_count_ = 0;
};

}  // namespace

WrittenDefinitions write_definitions(const NamedRows& rows, Arrays& arrays) {
    return DefinitionWriter(rows, arrays).run();
}

}  // namespace bote
