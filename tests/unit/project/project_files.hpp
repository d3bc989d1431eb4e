#pragma once
// The files of the project, for tests that read them.
//
//   for (const auto& path : files_below(source_folder() / "tests/errors", ".yaml")) use(read_text(path));

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace bote::test {

/// Line 1 is the first.
struct Line {
    std::size_t number = 1;
    std::string text;
};

std::filesystem::path source_folder();

/// Throws where the file cannot be read.
std::string read_text(const std::filesystem::path& path);
void write_text(const std::filesystem::path& path, std::string_view text);

/// Lines without their line feeds; a last line without one counts too.
std::vector<Line> lines_of(std::string_view text);

/// All files with an extension in a folder and the folders in it, sorted; none where there is no folder.
std::vector<std::filesystem::path> files_below(const std::filesystem::path& folder, std::string_view extension);

/// Makes a folder the working one as long as it lives.
class WorkingFolder {
public:
    explicit WorkingFolder(const std::filesystem::path& folder);
    ~WorkingFolder();
    WorkingFolder(const WorkingFolder&) = delete;
    WorkingFolder& operator=(const WorkingFolder&) = delete;

private:
    std::filesystem::path before_;
};

/// An empty folder that is gone with its contents at the end of its life.
class ScratchFolder {
public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

private:
    std::filesystem::path path_;
};

}  // namespace bote::test
