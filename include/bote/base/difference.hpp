#pragma once
// The lines in which two texts differ, as a unified diff that `patch` reads.
//
//   unified_diff("note.md", "a\nb\n", "a\nc\n")   // "--- note.md\n+++ note.md\n@@ -1,2 +1,2 @@\n a\n-b\n+c\n"

#include <string>
#include <string_view>

namespace bote {

/// With three lines around each change; empty where the texts are equal.
std::string unified_diff(std::string_view name, std::string_view before, std::string_view after);

}  // namespace bote
