#include "cli/history_file.hpp"

#include <filesystem>
#include <map>
#include <string>

#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::history_file_test {
namespace {

namespace fs = std::filesystem;

HistoryFile history_with(const std::map<std::string, std::string>& variables) {
    Environment environment;
    environment.variable = [&](std::string_view name) -> std::optional<std::string> {
        const auto found = variables.find(std::string(name));
        return found == variables.end() ? std::nullopt : std::optional(found->second);
    };
    return HistoryFile(environment);
}

/// What is kept, and what went wrong.
std::string kept_in(const HistoryFile& history) {
    std::string text;
    const auto problem = history.read(text);
    return problem ? "error: " + *problem : text;
}

}  // namespace

TEST_CASE("the history is in the folder for data, else below the home, else nowhere") {
    CHECK(history_with({{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/me"}}).path() == "/data/bote/history.jsonl");
    CHECK(history_with({{"HOME", "/home/me"}}).path() == "/home/me/.local/share/bote/history.jsonl");
    CHECK(history_with({{"XDG_DATA_HOME", "data"}, {"HOME", "/home/me"}}).path() ==
          "/home/me/.local/share/bote/history.jsonl");
    CHECK(history_with({{"XDG_DATA_HOME", ""}, {"HOME", "/home/me"}}).exists());
    CHECK_FALSE(history_with({}).exists());
    CHECK_FALSE(history_with({{"XDG_DATA_HOME", "data"}, {"HOME", "home"}}).exists());
    CHECK(kept_in(history_with({})).empty());
}

TEST_CASE("lines are kept behind those before, in a file that is its owner's alone") {
    const ScratchFolder scratch;
    const HistoryFile history = history_with({{"XDG_DATA_HOME", (scratch.path() / "new/folder").string()}});
    CHECK(kept_in(history).empty());
    CHECK(history.append("one\n") == std::nullopt);
    CHECK(history.append("two\n") == std::nullopt);
    CHECK(kept_in(history) == "one\ntwo\n");
    CHECK(fs::status(history.path()).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a history longer than what is read at once is read whole") {
    const ScratchFolder scratch;
    const HistoryFile history = history_with({{"HOME", scratch.path().string()}});
    const std::string line = std::string(99'999, 'x') + "\n";
    CHECK(history.append(line) == std::nullopt);
    CHECK(history.append("end\n") == std::nullopt);
    CHECK(kept_in(history) == line + "end\n");
}

TEST_CASE("a history that cannot be kept says where and why") {
    const ScratchFolder scratch;
    write_text(scratch.path() / "file", "no folder");
    const std::string data = (scratch.path() / "file").string();
    const HistoryFile history = history_with({{"XDG_DATA_HOME", data}});
    CHECK(history.append("one\n") == "cannot keep the history in '" + data + "/bote/history.jsonl': Not a directory");
    CHECK(kept_in(history).empty());
}

TEST_CASE("a record behind a line that was cut off is a line of its own") {
    const ScratchFolder scratch;
    const HistoryFile history = history_with({{"XDG_DATA_HOME", scratch.path().string()}});
    fs::create_directories(scratch.path() / "bote");
    write_text(history.path(), "one\nha");
    CHECK(history.append("two\n") == std::nullopt);
    CHECK(history.append("three\n") == std::nullopt);
    CHECK(kept_in(history) == "one\nha\ntwo\nthree\n");
}

TEST_CASE("a history that cannot be read is not an empty one") {
    const ScratchFolder scratch;
    const HistoryFile history = history_with({{"XDG_DATA_HOME", scratch.path().string()}});
    fs::create_directories(history.path());
    CHECK(kept_in(history) == "error: cannot read the history in '" + history.path() + "': Is a directory");
}

TEST_CASE("of a history without end the newest lines are read") {
    const ScratchFolder scratch;
    const HistoryFile history = history_with({{"XDG_DATA_HOME", scratch.path().string()}});
    fs::create_directories(scratch.path() / "bote");
    const std::string line = std::string(1023, 'x') + "\n";
    std::string text = "first\n";
    for (int i = 0; i < 17 * 1024; ++i) text += line;  // 17 MiB
    write_text(history.path(), text + "last\n");
    const std::string kept = kept_in(history);
    CHECK(kept.size() <= 16U * 1024 * 1024);
    CHECK(kept.size() > 16U * 1024 * 1024 - 2 * line.size());
    CHECK(kept.starts_with(line));
    CHECK(kept.ends_with("\nlast\n"));
}

}  // namespace bote::test::history_file_test
