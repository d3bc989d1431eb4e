#pragma once
// The words of a command line that name quantities: a name, or an expression with an optional unit.
//
//   Overlay overlay = asking({"storage", "egress * 1 month in TB"}, {});
//   overlay.own.front().name.text            // "egress * 1 month in TB"

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bote/views/estimate.hpp"

namespace bote {

using Names = std::vector<std::string>;

/// What the quantities are called that answer the words of a command line.
Names names_asked(std::span<const std::string> words);

/// The overlay with a definition of each name that is an expression.
Overlay asking(const Names& asked, Overlay overlay);

/// The input of `solve` or `sweep`: the name of a quantity, which may have the unit to show it in.
struct AskedInput {
    std::string name;
    std::optional<OwnQuantity> in;  // the word, where it has a unit
};
AskedInput read_input_name(const std::string& word);
/// The quantity, shown in that unit from now on. Throws InputError.
QuantityIndex find_input(const AskedInput& input, Model& model);

/// Whether a value is given for it, in the file or by an option.
bool gives(const Workload& workload, const Overlay& overlay, std::string_view name);

/// An estimate of which some quantities will be asked for. Throws InputError for those that it cannot have: what they
/// lack.
Estimate estimate_for(const Names& asked, const Workload& workload, const Overlay& overlay);

/// The same with inputs that it may lack themselves, so that values can be tried for them.
Estimate estimate_with(const Names& inputs, const Names& asked, const Workload& workload, Overlay overlay);

}  // namespace bote
