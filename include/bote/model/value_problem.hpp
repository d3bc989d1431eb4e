#pragma once
// Whether a value is a possible one for a quantity. What is possible stands in the rows of the model.
//
//   value_problem(quantity, 1.2, conventions)     // {"120% is too much", "headroom is below 100%"}

#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "bote/base/error.hpp"
#include "bote/model/model.hpp"

namespace bote {

/// What is wrong with a value, and a hint; both empty if nothing is.
std::pair<std::string, std::string> value_problem(const ModelQuantity& quantity, double value,
                                                  const Conventions& conventions);

/// What somebody gave for a quantity, and where.
struct WrittenValue {
    Tree tree;
    std::string_view text;
    Span where;
};

/// The same for what was given, with its value, and for both ends of a range: as an error at its place.
std::optional<Error> error_in_value(const ModelQuantity& quantity, const WrittenValue& given, double value,
                                    const Conventions& conventions);

}  // namespace bote
