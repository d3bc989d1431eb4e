#pragma once
// The words of a command line that name quantities: a name, or an expression with an optional unit.
//
//   Overlay overlay = asking({"storage", "egress * 1 month in TB"}, {});
//   overlay.own.front().name.text            // "egress * 1 month in TB"

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "bote/model/model.hpp"

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
int find_input(const AskedInput& input, Model& model);

}  // namespace bote
