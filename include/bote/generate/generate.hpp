#pragma once
// Model, server profiles and presets as constants of C++, for the build. Throws InputError with the place of what is
// wrong in a file, so that it never ships.
//
//   write_catalog({{"10-traffic.model", "10-traffic", "mau [users] workload : users\n"}})

#include <string>
#include <string_view>
#include <vector>

namespace bote {

struct InputFile {
    std::string path;
    std::string stem;  // "10-traffic"
    std::string text;
};

/// The function `built_in_catalog()` and what it returns, of `.model` files.
std::string write_catalog(const std::vector<InputFile>& files);

/// The function `embedded_KIND()` and what it returns, of YAML files.
std::string write_files(std::string_view kind, const std::vector<InputFile>& files);

}  // namespace bote
