#include <algorithm>
#include <bit>
#include <numeric>

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

    std::vector<int> run() {
        for (std::size_t i = 0; i < state_.size(); ++i) visit(static_cast<int>(i));
        return std::move(done_);
    }

private:
    enum class State : char { unseen, open, done };

    void visit(int index) {
        State& state = state_[at(index)];
        const ModelRow& row = rows_.row(index);
        if (state == State::open)
            throw InputError(Error{row.where, row.name + " rests on itself: mark what leads `back`", ""});
        if (state == State::done) return;
        state = State::open;
        for (const int next : rests_on(row)) visit(next);
        state = State::done;
        done_.push_back(index);
    }

    [[nodiscard]] std::vector<int> rests_on(const ModelRow& row) const {
        std::vector<int> result;
        for (const ModelRow* each : rows_.ways_of(row)) add_rests(*each, result);
        return result;
    }

    void add_rests(const ModelRow& row, std::vector<int>& result) const {
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
    std::vector<State> state_;
    std::vector<int> done_;
};

}  // namespace

std::string indexes_by_dependency(const NamedRows& rows) {
    return fmt::format("{}", fmt::join(Ordering(rows).run(), ", "));
}

std::string hashed_indexes(const NamedRows& rows) {
    std::vector<int> places(2 * std::bit_ceil(rows.all().size()), -1);
    int index = 0;
    for (const auto& row : rows.all()) {
        std::size_t place = hash_of(row.name) % places.size();
        while (places[place] >= 0) place = (place + 1) % places.size();
        places[place] = index++;
    }
    return fmt::format("{}", fmt::join(places, ", "));
}

std::string sorted_indexes(const NamedRows& rows) {
    std::vector<int> indexes(rows.all().size());
    std::iota(indexes.begin(), indexes.end(), 0);
    std::sort(indexes.begin(), indexes.end(), [&](int a, int b) { return rows.row(a).name < rows.row(b).name; });
    return fmt::format("{}", fmt::join(indexes, ", "));
}

}  // namespace bote
