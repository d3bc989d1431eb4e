#include <algorithm>
#include <bit>

#include <fmt/format.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/model/catalog.hpp"
#include "pieces.hpp"

namespace bote {
namespace {

/// Puts each row behind what it waits for: neither what has to be given, nor what it is found back from.
class Ordering {
public:
    explicit Ordering(const NamedRows& rows) : rows_(rows), state_(rows.all().size(), State::unseen) {}

    std::vector<DefinitionIndex> run() {
        for (const DefinitionIndex each : rows_.indices()) visit(each);
        return std::move(done_);
    }

private:
    enum class State : char { unseen, open, done };

    void visit(DefinitionIndex index) {
        State& state = state_[index];
        const ModelRow& row = rows_.row(index);
        if (state == State::open)
            throw InputError(Error{row.where, row.name + " rests on itself: mark what leads `back`", ""});
        if (state == State::done) return;
        state = State::open;
        for (const DefinitionIndex next : rests_on(row)) visit(next);
        state = State::done;
        done_.push_back(index);
    }

    [[nodiscard]] std::vector<DefinitionIndex> rests_on(const ModelRow& row) const {
        std::vector<DefinitionIndex> result;
        for (const ModelRow* each : rows_.all_rows_of(row)) add_rests(*each, result);
        return result;
    }

    void add_rests(const ModelRow& row, std::vector<DefinitionIndex>& result) const {
        if (!row.stored.empty()) result.push_back(rows_.index_of(row.where, row.stored));
        for (const auto& each : row.alternatives) {
            if (each.back) continue;
            for (const auto* names : {&each.names, &each.with}) {
                for (const auto& name : *names) {
                    if (std::find(each.given.begin(), each.given.end(), name) == each.given.end())
                        result.push_back(rows_.index_of(each.formula.span, name));
                }
            }
        }
    }

    const NamedRows& rows_;
    IndexedVector<DefinitionIndex, State> state_;
    std::vector<DefinitionIndex> done_;
};

}  // namespace

std::string indexes_by_dependency(const NamedRows& rows) { return list_of(Ordering(rows).run()); }

std::string hashed_indexes(const NamedRows& rows) {
    std::vector<DefinitionIndex> places(2 * std::bit_ceil(rows.all().size()), DefinitionIndex::none);
    for (const DefinitionIndex each : rows.indices()) {
        std::size_t place = hash_of(rows.row(each).name) % places.size();
        while (places[place] != DefinitionIndex::none) place = (place + 1) % places.size();
        places[place] = each;
    }
    return list_of(places);
}

std::string sorted_indexes(const NamedRows& rows) {
    std::vector<DefinitionIndex> indexes;
    for (const DefinitionIndex each : rows.indices()) indexes.push_back(each);
    std::sort(indexes.begin(), indexes.end(),
              [&](DefinitionIndex a, DefinitionIndex b) { return rows.row(a).name < rows.row(b).name; });
    return list_of(indexes);
}

}  // namespace bote
