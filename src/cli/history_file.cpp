#include "history_file.hpp"

#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "files.hpp"
#include "output_file.hpp"

namespace bote {
namespace {

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

std::string HistoryFile::read() const {
    std::string text;
    const int file = exists()
                         ? ::open(path_.c_str(), O_RDONLY | O_CLOEXEC)  // NOLINT(cppcoreguidelines-pro-type-vararg)
                         : -1;
    if (file < 0) return text;
    constexpr std::size_t kReadAtOnce = 65'536;
    std::array<char, kReadAtOnce> buffer{};
    while (true) {
        const ssize_t got = ::read(file, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) break;
        text.append(buffer.data(), at(got));
    }
    ::close(file);
    return text;
}

std::optional<std::string> HistoryFile::append(const std::string& line) const {
    constexpr mode_t kOwnersAlone = 0600;
    std::error_code failed;
    std::filesystem::create_directories(std::filesystem::path(path_).parent_path(), failed);
    const int file = ::open(path_.c_str(),  // NOLINT(cppcoreguidelines-pro-type-vararg)
                            O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, kOwnersAlone);
    int error = file < 0 ? errno : 0;
    if (error == 0) error = write_all(file, line);
    if (file >= 0) ::close(file);
    if (error == 0) return std::nullopt;
    return fmt::format("cannot keep the history in '{}': {}", show_in_line(path_),
                       std::strerror(error));  // NOLINT(concurrency-mt-unsafe): one thread
}

}  // namespace bote
