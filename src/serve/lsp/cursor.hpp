#pragma once
// Where in a workload file somebody is typing, told from the lines above: what is being typed is mostly no YAML yet.
//
//   cursor_at("objects:\n  tweet:\n    obj", 27).path        // {"objects", "tweet"}

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace bote {

struct Cursor {
    std::vector<std::string> path;  // the keys of the maps around it, from the top
    bool in_value = false;          // behind a colon, or behind a dash
    std::string key;                // then the key whose value it is
    std::string typed;              // the letters, digits and dots before it
    std::size_t begin = 0;          // where these begin
    std::size_t end = 0;            // where the word around the cursor ends
    bool wants_unit = false;        // in a value where a unit comes next: `10 m`, `1/d`, `5 per d`
    bool in_comment = false;
};

Cursor cursor_at(std::string_view text, std::size_t offset);

}  // namespace bote
