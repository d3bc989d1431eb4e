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
#include "node_table.hpp"

namespace bote {

class Bindings {
public:
    /// The names are kept in `names`, to whose elements spans are handed out: it is never to have more than `most`.
    Bindings(std::size_t ids, std::vector<Binding>& names, std::size_t most)
        : index_(ids, QuantityIndex::none), names_(names) {
        names_.reserve(most);
    }

    void set_index(NodeIndex id, QuantityIndex index) { index_[id] = index; }

    /// None for what is absent, and for none.
    [[nodiscard]] QuantityIndex index_of(NodeIndex id) const {
        return id == NodeIndex::none ? QuantityIndex::none : index_[id];
    }

    void add(NodeIndex id, bool is_word = false) { names_.push_back({index_of(id), is_word}); }
    [[nodiscard]] std::span<const Binding> last(std::size_t count) const { return std::span(names_).last(count); }

private:
    IndexedVector<NodeIndex, QuantityIndex> index_;
    std::vector<Binding>& names_;
};

}  // namespace bote
