#pragma once
// A formula with numbers in place of its names: the working.
//
//   print_with_values(tree, "new_data * kept_time", ...)          // "50 GB/day * 5 years"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

#include "bote/formula/expression.hpp"

namespace bote {

/// A name's value as text. A neutral one (no growth, no compression) is dropped where it changes nothing.
struct ShownValue {
    std::string text;
    std::optional<double> neutral;
};

/// The value for the name of that index, or none if it has none: `sum` and `max` leave such arguments out.
using ShowName = std::function<std::optional<ShownValue>(std::uint32_t)>;

/// `5 to 10 KB`, `10M ± 20%`: two plain values, of which one may have the unit or the size of the other. They print as
/// they are written.
bool is_written_range(const Node& node, std::string_view text);

/// `sum(a, b)` prints as `a + b`. Parentheses stand where reading it back needs them.
std::string print_with_values(Tree tree, std::string_view text, const ShowName& show);

}  // namespace bote
