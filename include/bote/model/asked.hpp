#pragma once
// Own quantities from the command line: an expression where a quantity's name is taken, and `--define`. Each becomes a
// quantity of the workload, so that every command works on it as on any other.
//
//   OwnQuantity own = read_asked("egress * 1 month in TB");
//   own.value.text      // "egress * 1 month"
//   own.unit->text      // "TB"

#include <string>
#include <string_view>
#include <vector>

#include "bote/model/workload.hpp"

namespace bote {

/// Whether a word is the name of a quantity, known or not, rather than an expression.
bool is_name_asked(std::string_view word);

/// What the quantity that answers a word is called: the word on one line.
std::string asked_name(std::string_view word);

/// An expression with an optional `in UNIT` behind it. Throws InputError.
OwnQuantity read_asked(std::string_view word);

/// `NAME=FORMULA` or `NAME [UNIT]=FORMULA` of `--define`. Throws InputError.
OwnQuantity read_definition(std::string_view assignment);

/// `fanout_rate [/s]` -> name and unit; the value is left empty.
OwnQuantity split_definition(const Text& key, Errors& errors);

/// Adds a definition, or replaces the one of its name, unless that comes from a stronger layer.
void add_definition(OwnQuantity own, std::vector<OwnQuantity>& all);

}  // namespace bote
