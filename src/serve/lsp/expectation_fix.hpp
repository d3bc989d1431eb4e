#pragma once
// The edit after which a failing expectation holds.

#include <optional>

#include "analysis.hpp"

namespace bote {

/// `storage <= 300 TB` where it is 391.3 TB: `392 TB` for the right side, rounded to the side that holds. None where
/// what fails is a chance, or where no such value can be written in place.
std::optional<Fix> fix_of_expectation(const Analysis& analysis, std::size_t index);

}  // namespace bote
