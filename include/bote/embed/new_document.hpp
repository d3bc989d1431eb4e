#pragma once
// A section on capacity for a design document, to start from.
//
//   std::string text = new_document("Chat");   // "## Capacity\n..."

#include <string>
#include <string_view>

namespace bote {

/// Markdown with its own workload and with blocks that have no answers yet.
std::string new_document(std::string_view name);

}  // namespace bote
