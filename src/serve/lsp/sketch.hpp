#pragma once
// The names that a file chooses, told from its lines alone: while somebody types, it is mostly no YAML.
//
//   sketch_of(lines, 7).kinds.at("queue")      // "kafka"

#include <cstddef>
#include <map>
#include <string>
#include <vector>

#include "text_lines.hpp"

namespace bote {

struct Sketch {
    std::vector<std::string> objects;
    std::vector<std::string> tiers;
    std::vector<std::string> own;                           // of `define`
    std::map<std::string, std::string, std::less<>> kinds;  // of the tiers that say theirs
};

/// Without what is chosen in the line that somebody types in.
Sketch sketch_of(const TextLines& lines, std::size_t typed_line);

}  // namespace bote
