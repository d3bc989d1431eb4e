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

}  // namespace

TEST_CASE("the history is in the folder for data, else below the home, else nowhere") {
    CHECK(history_with({{"XDG_DATA_HOME", "/data"}, {"HOME", "/home/me"}}).path() == "/data/bote/history.jsonl");
    CHECK(history_with({{"HOME", "/home/me"}}).path() == "/home/me/.local/share/bote/history.jsonl");
    CHECK(history_with({{"XDG_DATA_HOME", "data"}, {"HOME", "/home/me"}}).path() ==
          "/home/me/.local/share/bote/history.jsonl");
    CHECK(history_with({{"XDG_DATA_HOME", ""}, {"HOME", "/home/me"}}).exists());
    CHECK_FALSE(history_with({}).exists());
    CHECK_FALSE(history_with({{"XDG_DATA_HOME", "data"}, {"HOME", "home"}}).exists());
    CHECK(history_with({}).read().empty());
}

TEST_CASE("lines are kept behind those before, in a file that is its owner's alone") {
    const ScratchFolder scratch;
    const HistoryFile history = history_with({{"XDG_DATA_HOME", (scratch.path() / "new/folder").string()}});
    CHECK(history.read().empty());
    CHECK(history.append("one\n") == std::nullopt);
    CHECK(history.append("two\n") == std::nullopt);
    CHECK(history.read() == "one\ntwo\n");
    CHECK(fs::status(history.path()).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("a history longer than what is read at once is read whole") {
    const ScratchFolder scratch;
    const HistoryFile history = history_with({{"HOME", scratch.path().string()}});
    const std::string line = std::string(99'999, 'x') + "\n";
    CHECK(history.append(line) == std::nullopt);
    CHECK(history.append("end\n") == std::nullopt);
    CHECK(history.read() == line + "end\n");
}

TEST_CASE("a history that cannot be kept says where and why") {
    const ScratchFolder scratch;
    write_text(scratch.path() / "file", "no folder");
    const std::string data = (scratch.path() / "file").string();
    const HistoryFile history = history_with({{"XDG_DATA_HOME", data}});
    CHECK(history.append("one\n") == "cannot keep the history in '" + data + "/bote/history.jsonl': Not a directory");
    CHECK(history.read().empty());
}

}  // namespace bote::test::history_file_test
