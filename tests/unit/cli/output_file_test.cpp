#include "cli/output_file.hpp"

#include <cerrno>
#include <filesystem>
#include <set>

#include <sys/stat.h>
#include <unistd.h>

#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::output_file_test {
namespace {

namespace fs = std::filesystem;

std::size_t files_in(const fs::path& folder) {
    return static_cast<std::size_t>(std::distance(fs::directory_iterator(folder), fs::directory_iterator()));
}

}  // namespace

TEST_CASE("a file becomes the new one only when it is finished") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.md", "old");
    OutputFile file("a.md");
    CHECK(file.write("new "));
    CHECK(file.write("text"));
    CHECK(read_text("a.md") == "old");
    CHECK(files_in(".") == 2);  // and the part
    CHECK(file.finish() == std::nullopt);
    CHECK(read_text("a.md") == "new text");
    CHECK(files_in(".") == 1);
}

TEST_CASE("a file that is given up stays as it was, and so does one that nothing was written to") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.md", "old");
    {
        OutputFile given_up("a.md");
        CHECK(given_up.write("new"));
    }
    CHECK(read_text("a.md") == "old");
    OutputFile untouched("a.md");
    CHECK(untouched.finish() == std::nullopt);
    CHECK(read_text("a.md") == "old");
    OutputFile absent("b.md");
    CHECK(absent.finish() == std::nullopt);
    CHECK(files_in(".") == 1);
}

TEST_CASE("a file that cannot be written says so once it is finished, and leaves nothing behind") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    fs::create_directory("folder");
    OutputFile folder("folder");
    CHECK_FALSE(folder.write("x"));
    CHECK_FALSE(folder.write("y"));
    CHECK(folder.finish() == "cannot write 'folder': Is a directory");
    OutputFile nowhere("none/a.md");
    CHECK_FALSE(nowhere.write("x"));
    CHECK(nowhere.finish() == "cannot write 'none/a.md': No such file or directory");
    CHECK(files_in(".") == 1);
    OutputFile full("/dev/full");
    CHECK_FALSE(full.write("x"));
    CHECK(full.finish() == "cannot write '/dev/full': No space left on device");
}

TEST_CASE("a device is written to as it is") {
    OutputFile device("/dev/null");
    CHECK(device.write("x"));
    CHECK(device.finish() == std::nullopt);
    CHECK(fs::is_character_file("/dev/null"));
}

TEST_CASE("a chain of links is followed to its end, and no further than links go") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    fs::create_directory("folder");
    write_text("folder/end.md", "x");
    fs::create_symlink("end.md", "folder/second");
    fs::create_symlink("folder/second", "first");
    fs::create_symlink(scratch.path() / "folder/end.md", "absolute");
    fs::create_symlink("missing.md", "dangling");
    CHECK(resolve_links("first") == "folder/end.md");
    CHECK(resolve_links("absolute") == (scratch.path() / "folder/end.md").string());
    CHECK(resolve_links("dangling") == "missing.md");
    CHECK(resolve_links("folder/end.md") == "folder/end.md");
    CHECK(resolve_links("none") == "none");
    OutputFile file("dangling");
    CHECK(file.write("new"));
    CHECK(file.finish() == std::nullopt);
    CHECK(fs::is_symlink("dangling"));
    CHECK(read_text("missing.md") == "new");
}

TEST_CASE("what a killed program left is in nobody's way, and nobody else's name is taken") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    std::set<fs::path> names;
    for (int i = 0; i < 3; ++i) {
        OutputFile file("a.md");
        CHECK(file.write("x"));
        for (const auto& each : fs::directory_iterator(".")) names.insert(each.path().filename());
    }
    CHECK(names.size() == 3);
}

TEST_CASE("a file that appears meanwhile stays where it is to stay") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    OutputFile file("a.md", Existing::stays);
    CHECK(file.write("new"));
    write_text("a.md", "somebody else's");
    CHECK(file.finish() == "cannot write 'a.md': File exists");
    CHECK(read_text("a.md") == "somebody else's");
    OutputFile again("a.md", Existing::stays);
    CHECK_FALSE(again.write("new"));
    OutputFile other("b.md", Existing::stays);
    CHECK(other.write("new"));
    CHECK(other.finish() == std::nullopt);
    CHECK(read_text("b.md") == "new");
    CHECK(files_in(".") == 2);
}

TEST_CASE("a file that is given up for a reason says it and stays as it was") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.md", "old");
    OutputFile file("a.md");
    CHECK(file.write("new"));
    CHECK_FALSE(file.fail(EIO));
    CHECK(file.finish() == "cannot write 'a.md': Input/output error");
    CHECK(read_text("a.md") == "old");
    CHECK(files_in(".") == 1);
}

TEST_CASE("the owner and the group of a file stay, as far as who writes may give it to them") {
    const ScratchFolder scratch;
    const WorkingFolder working(scratch.path());
    write_text("a.md", "old");
    if (::chown("a.md", 1234, 5678) != 0) return;  // root alone gives files away
    REQUIRE(::chmod("a.md", 06750) == 0);
    OutputFile file("a.md");
    CHECK(file.write("new"));
    CHECK(file.finish() == std::nullopt);
    struct stat state {};
    REQUIRE(::stat("a.md", &state) == 0);
    CHECK(state.st_uid == 1234);
    CHECK(state.st_gid == 5678);
    CHECK((state.st_mode & 07777) == 06750);
}

}  // namespace bote::test::output_file_test
