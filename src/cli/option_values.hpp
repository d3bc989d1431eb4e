#pragma once
// The values of options that are read without any workload: counts, percentiles, lengths of time, names.
//
//   check_values(options, command, errors);          // before anything is opened
//   SampleRequest request = read_request(options);   // --samples, --seed, --percentiles

#include <cstdint>
#include <string>

#include "bote/base/error.hpp"
#include "bote/views/sweep.hpp"
#include "bote/views/uncertainty.hpp"
#include "options.hpp"

namespace bote {

/// --step: a length of time above zero, such as `6 h` or `year`, as seconds under the conventions of the workload.
/// Throws InputError.
double read_step(const std::string& value, const Conventions& conventions);

/// Any whole number of 64 bits. Throws InputError.
std::uint64_t read_seed(const std::string& value);

/// --samples (1 to a billion), --seed, --exact and --percentiles. Throws InputError.
SampleRequest read_request(const Options& options);

/// --steps (2 to a billion) and --scale. Throws InputError.
WantedSteps read_steps(const Options& options);

/// --pull: a share, above 0 and below 1. Throws InputError.
double read_pull(const std::string& value);

/// Adds what is wrong with the values of a command's options, all of it.
void check_values(const Options& options, const Command& command, Errors& errors);

}  // namespace bote
