#include "tries.hpp"

#include <algorithm>
#include <utility>

#include "hints.hpp"

namespace bote {

void Tries::score(int score) {
    answer_.score = score;
    const int best = is_earlier_better() ? best_->score : score;
    // A score below zero stays what it is.
    answer_.points = std::max(best - (answer_.hints + taken_back_) * Hints::kCost, std::min(best, 0));
}

void Tries::take_back() {
    if (!is_earlier_better()) best_ = answer_;
    ++taken_back_;
}

bool Tries::restore_best() {
    if (!is_earlier_better()) return false;
    Answered better = std::move(*best_);
    better.points = answer_.points;
    better.hints = answer_.hints;
    better.slip = answer_.slip;
    better.confirmed = answer_.confirmed;
    better.seconds = answer_.seconds;
    answer_ = std::move(better);
    best_.reset();
    return true;
}

}  // namespace bote
