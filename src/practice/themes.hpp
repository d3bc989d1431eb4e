#pragma once
// The kinds of systems that problems are made of.

#include <span>
#include <string_view>

namespace bote {

/// Each list holds values as in a workload file, separated by `|`; an empty list leaves the input out.
struct Theme {
    std::string_view title = "";
    std::string_view noun = "";
    std::string_view writes = "";  // the verb: "each user uploads 2 photos a day"
    std::string_view reads = "";
    std::string_view dau = "";
    std::string_view writes_per_user = "";
    std::string_view reads_per_user = "";    // either this
    std::string_view read_write_ratio = "";  // or this
    std::string_view object_size = "";
    std::string_view retention = "";
    std::string_view items_per_read = "";
    std::string_view metadata_size = "";
    std::string_view fanout = "";
    std::string_view recipients = "";
    std::string_view devices = "";   // in place of users
    std::string_view interval = "";  // of a device
    bool cached = true;              // whether memory helps
    bool coded = false;              // its objects have short keys
};

std::span<const Theme> all_themes();

}  // namespace bote
