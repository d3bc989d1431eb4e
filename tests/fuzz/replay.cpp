// Feeds every target with the files of its folder, once each: what fuzzing found stays found.
//
//   bote_fuzz_replay FOLDER          FOLDER/answers/..., FOLDER/formula/..., ...

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "targets.hpp"

namespace {

namespace fs = std::filesystem;

constexpr double kMostSeconds = 10;  // an input: far more than any needs, with sanitizers too

std::vector<fs::path> files_in(const fs::path& folder) {
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

bool feed(const bote::fuzz::Target& target, const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes(std::istreambuf_iterator<char>(file), {});
    std::fprintf(stderr, "%s\n", path.c_str());  // the last one is the one that aborts
    const auto begun = std::chrono::steady_clock::now();
    target.run(bytes);
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - begun;
    return taken.count() < kMostSeconds;
}

}  // namespace

int main(int count, char** arguments) {
    if (count != 2) return 2;
    std::size_t fed = 0;
    for (const auto& target : bote::fuzz::kTargets) {
        const fs::path folder = fs::path(arguments[1]) / target.name;
        if (!fs::is_directory(folder)) {
            std::fprintf(stderr, "no corpus: %s\n", folder.c_str());
            return 1;
        }
        for (const auto& path : files_in(folder)) {
            if (!feed(target, path)) {
                std::fprintf(stderr, "too slow: %s\n", path.c_str());
                return 1;
            }
            ++fed;
        }
    }
    std::printf("%zu inputs\n", fed);
    return fed > 0 ? 0 : 1;
}
