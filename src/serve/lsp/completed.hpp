#pragma once
// Which figure an input completes: the first that can be computed once the file has been read down to it.
//
//   const CompletedFigures completed(estimate);
//   completed.by(retention)                    // data: 91.3 TB

#include <cstddef>
#include <optional>
#include <vector>

#include "bote/views/estimate.hpp"

namespace bote {

class CompletedFigures {
public:
    explicit CompletedFigures(const Estimate& estimate);

    /// Of those on the page that need this given quantity and no input below it: the nearest to it.
    [[nodiscard]] std::optional<QuantityIndex> by(QuantityIndex input) const;

private:
    void find_users();
    void find_last_inputs();
    [[nodiscard]] bool is_of_same_object(QuantityIndex figure, QuantityIndex input) const;
    /// Figures of the input's object first, then in the order of the page.
    [[nodiscard]] bool is_better(QuantityIndex figure, QuantityIndex other, QuantityIndex input) const;
    /// On the page or of the input's object, and another value than the input's.
    [[nodiscard]] bool is_worth_showing(QuantityIndex figure, QuantityIndex input) const;

    const Estimate& estimate_;
    IndexedVector<QuantityIndex, std::vector<QuantityIndex>> users_;  // those whose formulas name it
    IndexedVector<QuantityIndex, std::size_t> last_;  // how far down the file the last of its inputs stands, from 1
    std::size_t main_figures_ = 0;                    // how many ranks are theirs
    IndexedVector<QuantityIndex, std::size_t> rank_;  // its line on the page, main figures first; 0: it has none
};

}  // namespace bote
