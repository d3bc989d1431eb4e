#pragma once
// A golden file, or a ```console block: commands, each followed by what it prints.
//
//   $ bote units --format csv
//   symbol,meaning
//   ...
//
// One blank line before the next command is not part of the output.

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bote::test {

enum class StepKind {
    verbatim,  // text before the first command, and commands of other programs with their output
    bote,      // is run
    cat,       // `$ cat FILE.yaml`, FILE.md or FILE.txt: the output is the content of the file
};

struct Step {
    StepKind kind = StepKind::verbatim;
    std::size_t line = 1;    // in the transcript
    std::string command;     // behind `$ `
    std::string output;      // whole lines
    std::string separation;  // "\n" or nothing
};

std::vector<Step> parse_transcript(std::string_view text);

/// The inverse, byte for byte where the text ends with a line feed.
std::string write_transcript(const std::vector<Step>& steps);

/// The lines that differ, `-` wanted and `+` printed, with two lines around them.
std::string describe_difference(std::string_view wanted, std::string_view printed);

}  // namespace bote::test
