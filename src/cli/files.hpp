#pragma once
// Reading workloads by preset, path or standard input, and writing an answer to a file in one piece.

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

/// Presets in the program, in ./presets and in the user's configuration folder; the first of a name counts.
/// The settings of `--with`: one of those that are built in, such as prices, or a file. Throws InputError.
std::vector<Setting> read_settings(const std::string& argument, const Environment& environment);

std::vector<PresetRow> find_presets(const Environment& environment);

/// Replaces the file with the text, or leaves it as it was. The message of what went wrong, if something did.
std::optional<std::string> write_file(const std::string& path, std::string_view text);

/// Writes all bytes to an open file. The error number, or 0.
int write_all(int descriptor, std::string_view text);

}  // namespace bote
