#pragma once
// What the program of the build that writes the constants of bote is made of.

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "bote/formula/expression.hpp"
#include "bote/model/model_text.hpp"

namespace bote {

using Path = std::filesystem::path;

/// A literal of C++ with every byte that is not a plain character escaped.
std::string literal_of(std::string_view text);
std::string boolean(bool value);

/// A row of an array of nodes.
std::string row_of(const Node& node);

std::string read_file(const Path& path);

/// What stands where on a page: the arrays, and the constant `kPage`. Throws InputError for a place that is not there.
std::string write_page(const ModelPage& page, const std::vector<ModelRow>& rows);

/// The function `embedded_KIND()` and what it returns.
std::string write_files(std::string_view kind, const std::vector<Path>& files);

}  // namespace bote
