#pragma once
// Reading workloads by preset, path or standard input.

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bote/base/source.hpp"
#include "bote/cli/run.hpp"
#include "bote/model/workload.hpp"
#include "bote/views/listings.hpp"

namespace bote {

/// By a preset's name, a path, or `-`. Throws InputError where there is nothing to read, or no YAML.
Workload read_workload(const std::string& argument, const Environment& environment);

/// The settings of `--with`: one of those that are built in, such as prices, or a file. Throws InputError.
SettingsFile read_settings(const std::string& argument, const Environment& environment);

/// The text of a file that is no workload, up to the size that one may have; none where it cannot be read.
std::optional<std::string> read_plain_file(const std::string& path);

/// Presets in the program, in ./presets and in the user's configuration folder; the first of a name counts.
std::vector<PresetRow> find_presets(const Environment& environment);

/// A document to be refreshed, up to 16 MiB; `-` is standard input. Throws InputError.
SourcePtr read_document_text(const std::string& path, const Environment& environment);

/// Whether two paths lead to one regular file: through links, hard links or other spellings. "-" is standard input.
/// The error number is of a file that is there, but cannot be looked at.
bool is_same_file(const std::string& read, const std::string& written, int& error);

/// Throws where a path is there, but is neither a file nor a folder: a pipe that nobody writes to never ends.
void refuse_stream(const std::string& path, const std::string& hint);

/// Whether a path stays in a folder and in those below it, whatever links it goes through.
bool is_below(const std::filesystem::path& folder, const std::filesystem::path& path);

/// Whether a path is a link that leads out of the folder that holds it; a relative one, or one of its folders.
bool leads_away(const std::filesystem::path& path);

}  // namespace bote
