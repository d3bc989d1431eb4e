#pragma once
// The files that are part of the program: the server profiles and the presets, byte for byte.
//
//   for (const EmbeddedFile& preset : embedded_presets()) list(preset.name);

#include <span>
#include <string_view>

namespace bote {

struct EmbeddedFile {
    std::string_view name;  // the file's stem: "tinyurl"
    std::string_view text;
};

/// Each sorted by name.
std::span<const EmbeddedFile> embedded_profiles();
std::span<const EmbeddedFile> embedded_presets();

}  // namespace bote
