#include "history_file.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "bote/base/text.hpp"
#include "streams.hpp"

namespace bote {
namespace {

constexpr std::size_t kMostRead = std::size_t{16} * 1024 * 1024;

std::string data_folder(const Environment& environment) {
    const auto data = environment.variable("XDG_DATA_HOME");
    if (data && data->starts_with('/')) return *data;
    const auto home = environment.variable("HOME");
    return home && home->starts_with('/') ? *home + "/.local/share" : "";
}

}  // namespace

HistoryFile::HistoryFile(const Environment& environment) {
    const std::string folder = data_folder(environment);
    if (!folder.empty()) path_ = folder + "/bote/history.jsonl";
}

std::optional<std::string> HistoryFile::problem(std::string_view action, int error) const {
    if (error == 0) return std::nullopt;
    return fmt::format("cannot {} '{}': {}", action, show_in_line(path_), message_of(error));
}

std::optional<std::string> HistoryFile::read(std::string& text) const {
    if (!exists()) return std::nullopt;
    const Descriptor file(::open(path_.c_str(), O_RDONLY | O_CLOEXEC));  // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (file.number() < 0)
        return errno == ENOENT || errno == ENOTDIR ? std::nullopt : problem("read the history in", errno);
    // A file that has no end, such as a device, is not gone to: its size is 0.
    const off_t size = ::lseek(file.number(), 0, SEEK_END);
    const off_t skipped = std::max<off_t>(size - static_cast<off_t>(kMostRead), 0);
    if (size >= 0 && ::lseek(file.number(), skipped, SEEK_SET) < 0) return problem("read the history in", errno);
    const int error = read_rest(file.number(), text, kMostRead);
    if (skipped > 0) text.erase(0, text.find('\n') + 1);  // the rest of a line
    return problem("read the history in", error);
}

std::optional<std::string> HistoryFile::append(const std::string& line) const {
    constexpr mode_t kOwnersAlone = 0600;
    std::error_code failed;
    std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), failed);
    Descriptor file(::open(path_.c_str(),  // NOLINT(cppcoreguidelines-pro-type-vararg)
                           O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, kOwnersAlone));
    int error = file.number() < 0 ? errno : 0;
    if (error == 0) {
        // What a full disk has cut off stays a line of its own.
        std::string last;
        if (::lseek(file.number(), -1, SEEK_END) >= 0) read_next(file.number(), last);
        error = write_all(file.number(), last.empty() || last.ends_with('\n') ? line : "\n" + line);
    }
    const int closed = file.close();
    return problem("keep the history in", error != 0 ? error : closed);
}

}  // namespace bote
