#pragma once
// Ids of the graph as indexes into the quantities of a model. The graph numbers all that could exist; the model holds
// only what is there, so that a name of a formula has to be bound anew:
//
//   bindings.set_index(id, 7);               // the 8th quantity of the model
//   bindings.add(id);
//   quantity.names = bindings.last(1);       // {7}

#include <cstddef>
#include <span>
#include <vector>

#include "bote/model/model.hpp"

namespace bote {

class Bindings {
public:
    /// The names are kept in `names`, to whose elements spans are handed out: it is never to have more than `most`.
    Bindings(int ids, std::vector<Binding>& names, std::size_t most)
        : index_(static_cast<std::size_t>(ids), kNone), names_(names) {
        names_.reserve(most);
    }

    void set_index(int id, int index) { index_[static_cast<std::size_t>(id)] = index; }

    /// -1 for what is absent, and for an id of -1.
    [[nodiscard]] int index_of(int id) const { return id < 0 ? kNone : index_[static_cast<std::size_t>(id)]; }

    void add(int id, bool is_word = false) { names_.push_back({index_of(id), is_word}); }
    [[nodiscard]] std::span<const Binding> last(std::size_t count) const { return std::span(names_).last(count); }

private:
    static constexpr int kNone = -1;

    std::vector<int> index_;  // of each id
    std::vector<Binding>& names_;
};

}  // namespace bote
