// The kinds of tiers as rows of C++.

#include <algorithm>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

class KindWriter {
public:
    explicit KindWriter(const NamedRows& rows) : rows_(rows) {}

    WrittenKinds run() {
        for (const auto& kind : rows_.kinds()) add(kind);
        return std::move(written_);
    }

private:
    void add(const ModelKind& kind) {
        for (const auto& choice : kind.choices) add(choice);
        written_.kinds +=
            fmt::format("    {{{}, {}, {}, {}, {}}},\n", literal_of(kind.name), literal_of(kind.title),
                        slice_of("kKindRows", rows_before_, kind.rows.size()),
                        slice_of("kChoices", choices_before_, kind.choices.size()), literal_of(kind.stands));
        rows_before_ += kind.rows.size();
        choices_before_ += kind.choices.size();
    }

    void add(const ModelChoice& choice) {
        for (const auto& [quantity, value] : choice.values) {
            (void)rows_.index_of(choice.where, "tier." + quantity);  // it must be known
            written_.values += fmt::format("    {{{}, {}}},\n", literal_of(quantity), literal_of(value));
        }
        written_.choices +=
            fmt::format("    {{{}, {}, {}, {}}},\n", literal_of(choice.key), literal_of(choice.name),
                        literal_of(choice.source), slice_of("kChoiceValues", values_before_, choice.values.size()));
        values_before_ += choice.values.size();
    }

    const NamedRows& rows_;
    WrittenKinds written_;
    std::size_t rows_before_ = 0;
    std::size_t choices_before_ = 0;
    std::size_t values_before_ = 0;
};

}  // namespace

WrittenKinds write_kinds(const NamedRows& rows) { return KindWriter(rows).run(); }

void add_rows_of_tiers(std::vector<ModelRow>& rows, const std::vector<ModelKind>& kinds) {
    std::stable_partition(rows.begin(), rows.end(), [](const ModelRow& row) { return row.kind != Class::tier; });
    for (const auto& kind : kinds) {
        for (const auto& row : kind.rows) {
            const bool known =
                std::any_of(rows.begin(), rows.end(), [&](const ModelRow& each) { return each.name == row.name; });
            if (known) continue;
            rows.push_back(row);
            rows.back().alternatives.clear();
            rows.back().only_of_kinds = true;
        }
    }
}

}  // namespace bote
