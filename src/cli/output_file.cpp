#include "output_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"

namespace bote {
namespace {

constexpr mode_t kNewFileMode = 0666;
constexpr mode_t kPermissions = 07777;

}  // namespace

std::string message_of(int error) { return std::strerror(error); }  // NOLINT(concurrency-mt-unsafe): one thread

std::string resolve_links(const std::string& path) {
    constexpr int kMostLinks = 40;
    std::filesystem::path target = path;
    std::error_code failed;
    for (int i = 0; i < kMostLinks && std::filesystem::is_symlink(target, failed); ++i) {
        const auto next = std::filesystem::read_symlink(target, failed);
        if (failed) return path;
        target = next.is_absolute() ? next : target.parent_path() / next;
    }
    return target.string();
}

int write_all(int descriptor, std::string_view text) {
    while (!text.empty()) {
        const ssize_t written = ::write(descriptor, text.data(), text.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        text.remove_prefix(at(written));
    }
    return 0;
}

namespace {

/// The part that a signal takes away with it. The handler calls nothing but what a handler may.
std::array<char, 4097> open_part{};  // PATH_MAX and its end

void end_without_part(int signal) {
    if (open_part[0] != 0) ::unlink(open_part.data());
    struct sigaction usual {};
    usual.sa_handler = SIG_DFL;
    ::sigaction(signal, &usual, nullptr);
    ::raise(signal);
}

void guard_part(const std::string& part) {
    if (part.size() >= open_part.size()) return;
    open_part = {};
    std::copy(part.begin(), part.end(), open_part.begin());
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) {
        struct sigaction before {};
        if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler != SIG_DFL) continue;
        before.sa_handler = end_without_part;
        ::sigaction(signal, &before, nullptr);
    }
}

/// Short, so that a name that a folder just takes is one that can be written to.
std::string part_beside(const std::string& target) {
    const auto slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : target.substr(0, slash + 1);
    return fmt::format("{}.bote.{}.part", folder, ::getpid());
}

}  // namespace

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (descriptor_ >= 0 && !part_.empty()) ::unlink(part_.c_str());
}

/// The error number, or 0.
int OutputFile::open() {
    struct stat known {};
    const bool exists = ::stat(path_.c_str(), &known) == 0;
    if (!exists && errno != ENOENT) return errno;
    if (exists && S_ISDIR(known.st_mode)) return EISDIR;
    // A device or a pipe cannot be replaced; a file is, so that a full disk does not lose the old one.
    const bool direct = exists && !S_ISREG(known.st_mode);
    target_ = direct ? path_ : resolve_links(path_);
    if (exists && !direct && ::access(target_.c_str(), W_OK) != 0) return errno;
    if (!direct) part_ = part_beside(target_);
    if (!direct) guard_part(part_);
    const int flags = direct ? O_WRONLY | O_CLOEXEC : O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC;
    descriptor_ = ::open(direct ? target_.c_str() : part_.c_str(), flags,  // NOLINT(cppcoreguidelines-pro-type-vararg)
                         exists ? known.st_mode & kPermissions : kNewFileMode);
    if (descriptor_ < 0) return errno;
    // The mask of the process would take permissions away that the old file had.
    const bool kept = !exists || direct || ::fchmod(descriptor_, known.st_mode & kPermissions) == 0;
    return kept ? 0 : errno;
}

bool OutputFile::write(std::string_view text) {
    if (error_ == 0 && descriptor_ < 0) error_ = open();
    if (error_ == 0) error_ = write_all(descriptor_, text);
    return error_ == 0;
}

std::optional<std::string> OutputFile::finish() {
    // On the disk before it has the name: a power cut must not leave an empty file in place of the old one.
    if (descriptor_ >= 0 && error_ == 0 && !part_.empty() && ::fsync(descriptor_) != 0) error_ = errno;
    if (descriptor_ >= 0 && ::close(descriptor_) != 0 && error_ == 0) error_ = errno;
    const bool whole = descriptor_ >= 0 && error_ == 0;
    if (whole && !part_.empty() && ::rename(part_.c_str(), target_.c_str()) != 0) error_ = errno;
    if (descriptor_ >= 0 && error_ != 0 && !part_.empty()) ::unlink(part_.c_str());
    open_part[0] = 0;
    descriptor_ = -1;
    if (error_ == 0) return std::nullopt;
    return fmt::format("cannot write '{}': {}", show_in_line(path_), message_of(error_));
}

}  // namespace bote
