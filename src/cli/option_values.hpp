#pragma once
// The values of options that are read without any workload: counts, percentiles, lengths of time, names.
//
//   check_values(options, command, errors);          // before anything is opened
//   SampleRequest request = read_request(options);   // --samples, --seed, --percentiles

#include <cstdint>
#include <string>
#include <string_view>

#include "bote/base/error.hpp"
#include "bote/views/sweep.hpp"
#include "bote/views/uncertainty.hpp"
#include "options.hpp"

namespace bote {

/// What a count or a length of time is, where a value is none.
struct ValueHelp {
    std::string_view wanted;
    std::string_view hint;
};

/// A length of time above zero, such as `5 years`, as seconds under the conventions of the workload. Throws InputError.
double read_time(std::string_view option, const std::string& value, const Conventions& conventions);

/// `--step year` is one of them.
double read_step(const std::string& value, const Conventions& conventions);

/// A whole number from `least` up to a billion, such as `100k`. Throws InputError.
std::uint64_t read_count(std::string_view option, const std::string& value, double least, const ValueHelp& help);

/// Any whole number of 64 bits. Throws InputError.
std::uint64_t read_seed(const std::string& value);

/// --samples, --seed, --exact and --percentiles.
SampleRequest read_request(const Options& options);

/// --steps and --scale.
WantedSteps read_steps(const Options& options);

/// --pull: a share, above 0 and below 1. Throws InputError.
double read_pull(const std::string& value);

/// Adds what is wrong with the values of a command's options, all of it.
void check_values(const Options& options, const Command& command, Errors& errors);

}  // namespace bote
