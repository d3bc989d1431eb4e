#pragma once
// Where things are in a document: its outline, where a name is given, where else it stands, and what it becomes under
// another name.

#include <string>

#include "analysis.hpp"

namespace bote {

/// Keys within keys, each with its value.
Json document_symbols(const Analysis& analysis);

/// Null where the file does not give it.
Json definition_at(const Analysis& analysis, const std::string& uri, std::size_t offset);

Json references_at(const Analysis& analysis, const std::string& uri, std::size_t offset, bool with_definition);

/// The name of an object, a tier or an own quantity that can be changed; null elsewhere.
Json renamable_at(const Analysis& analysis, std::size_t offset);

/// Edits of all its places. Throws RpcProblem where the file would not mean the same afterwards.
Json rename_at(const Analysis& analysis, const std::string& uri, std::size_t offset, const std::string& new_name);

}  // namespace bote
