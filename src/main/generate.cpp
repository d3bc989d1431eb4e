// A program of the build: reads the model, the server profiles and the presets, and writes them as constants of C++.
//
//   generate OUTPUT FILE.model... profiles/FILE.yaml... presets/FILE.yaml... presets/settings/FILE.yaml...

#include <algorithm>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

#include "bote/base/error.hpp"
#include "bote/generate/generate.hpp"

namespace bote {
namespace {

using Path = std::filesystem::path;

InputFile read_file(const Path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return {path.string(), path.stem().string(), text.str()};
}

int generate(const Path& output, std::vector<Path> paths) {
    std::sort(paths.begin(), paths.end());
    std::vector<InputFile> models;
    std::vector<InputFile> profiles;
    std::vector<InputFile> presets;
    std::vector<InputFile> settings;
    for (const auto& path : paths) {
        const Path folder = path.parent_path().filename();
        auto& kind = path.extension() == ".model" ? models
                     : folder == "profiles"       ? profiles
                     : folder == "settings"       ? settings
                                                  : presets;
        kind.push_back(read_file(path));
    }
    std::ofstream out(output, std::ios::binary);
    out << "// Generated from the .model files, the profiles and the presets.\n#include "
           "\"bote/model/catalog.hpp\"\n#include \"bote/model/embedded.hpp\"\n\n"
        << write_catalog(models) << write_files("profiles", profiles) << write_files("presets", presets)
        << write_files("settings", settings);
    out.close();
    return out ? 0 : 1;
}

}  // namespace
}  // namespace bote

int main(int argc, char** argv) {
    if (argc < 3) return 2;
    try {
        return bote::generate(argv[1], {argv + 2, argv + argc});
    } catch (const bote::InputError& problem) {
        std::fputs(bote::describe(problem.errors()).c_str(), stderr);
    } catch (const std::exception& problem) {
        std::fputs(problem.what(), stderr);
    }
    return 1;
}
