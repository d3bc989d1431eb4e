#pragma once
// The engine as a library: a workload from a text or a file, and what it comes to.
//
//   bote::Estimate estimate = bote::estimate_file("chat.yaml", {"dau=10M"});
//   bote::value_of(estimate, "storage")       // bytes: 1.2e15
//   bote::text_of(estimate, "storage")        // "1.2 PB"
//   bote::working_of(estimate, "storage")     // "400 TB * 3"
//
// What is wrong with a workload is thrown as an InputError, all errors at once; describe(errors) is what the command
// line prints of it.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/views/check.hpp"
#include "bote/views/estimate.hpp"

namespace bote {

/// `name=value` each, as for `--set`: "dau=10M", "tweet.object_size=300 B".
using Settings = std::vector<std::string>;

/// The estimate of a workload in YAML. `name` is what errors call it. Throws InputError.
Estimate estimate_text(std::string yaml, const Settings& settings = {}, std::string name = "workload");

/// The estimate of a file. Throws InputError, also where it cannot be read.
Estimate estimate_file(const std::filesystem::path& path, const Settings& settings = {});

/// The value of a quantity in base units: bytes, seconds, a second, dollars. Throws InputError where the workload has
/// none of that name.
double value_of(const Estimate& estimate, std::string_view quantity);

/// The same as it is printed: three significant digits and a readable unit, "1.2 PB".
std::string text_of(const Estimate& estimate, std::string_view quantity);

/// The formula with its numbers: "400 TB * 3". Empty for a value that was given.
std::string working_of(const Estimate& estimate, std::string_view quantity);

/// What became of each `expect` line.
std::vector<CheckedLine> expectations_of(const Estimate& estimate);

/// The page of `bote W` in one of the formats of `--format`: "table", "markdown", "json", ... Throws InputError for
/// another one.
std::string page_of(const Estimate& estimate, std::string_view format = "markdown");

}  // namespace bote
