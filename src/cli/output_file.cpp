#include "output_file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bote/base/index.hpp"
#include "bote/base/text.hpp"
#include "streams.hpp"

namespace bote {
namespace {

constexpr mode_t kNewFileMode = 0666;
constexpr mode_t kPermissions = 07777;

}  // namespace

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

/// Whatever ends the program, but for what no program learns of.
constexpr int kEndings[] = {SIGHUP,  SIGINT,  SIGQUIT, SIGILL,  SIGTRAP, SIGABRT, SIGBUS,    SIGFPE,  SIGUSR1,
                            SIGSEGV, SIGUSR2, SIGPIPE, SIGALRM, SIGTERM, SIGXCPU, SIGVTALRM, SIGPROF, SIGSYS};

void guard_part(const std::string& part) {
    if (part.size() >= open_part.size()) return;
    open_part = {};
    std::copy(part.begin(), part.end(), open_part.begin());
    for (const int signal : kEndings) {
        struct sigaction before {};
        if (::sigaction(signal, nullptr, &before) != 0 || before.sa_handler != SIG_DFL) continue;
        before.sa_handler = end_without_part;
        ::sigaction(signal, &before, nullptr);
    }
}

/// Short, so that a name that a folder just takes is one that can be written to; not to be guessed, so that nobody can
/// put something in its way, nor does what a killed program left.
std::string part_beside(const std::string& target) {
    std::uint64_t chosen = 0;
    if (::getentropy(&chosen, sizeof chosen) != 0) chosen = at(::getpid());
    const auto slash = target.rfind('/');
    const std::string folder = slash == std::string::npos ? "" : target.substr(0, slash + 1);
    return fmt::format("{}.bote.{:016x}.part", folder, chosen);
}

/// What the new file gets of the old one: the owner and the group as far as possible. Nobody may do more with it than
/// with the old one, so that who would be let in by another owner or group than before is not.
int make_like(int descriptor, const struct stat& known) {
    struct stat made {};
    if (::fstat(descriptor, &made) != 0) return errno;
    const auto unchanged = static_cast<uid_t>(-1);
    const bool owned = made.st_uid == known.st_uid || ::fchown(descriptor, known.st_uid, unchanged) == 0;
    const bool grouped = made.st_gid == known.st_gid || ::fchown(descriptor, unchanged, known.st_gid) == 0;
    mode_t mode = known.st_mode & kPermissions;
    if (!owned) mode &= ~mode_t{S_ISUID};
    if (!grouped) mode &= ~mode_t{S_ISGID} & ~(mode_t{S_IRWXG} & ~((mode & S_IRWXO) << 3U));
    // The mask of the process would take permissions away that the old file had.
    return ::fchmod(descriptor, mode) == 0 ? 0 : errno;
}

/// Gives the part its name unless there is a file of that name by now.
int name_new(const std::string& part, const std::string& target) {
    if (::link(part.c_str(), target.c_str()) == 0) return ::unlink(part.c_str()) == 0 ? 0 : errno;
    const bool no_links = errno == EPERM || errno == ENOTSUP || errno == ENOSYS || errno == EMLINK;
    if (!no_links) return errno;
    struct stat known {};
    if (::lstat(target.c_str(), &known) == 0) return EEXIST;
    if (errno != ENOENT) return errno;
    return ::rename(part.c_str(), target.c_str()) == 0 ? 0 : errno;
}

}  // namespace

OutputFile::~OutputFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
    if (descriptor_ >= 0 && !part_.empty()) ::unlink(part_.c_str());
}

int OutputFile::open_part_for(bool is_new) {
    constexpr int kTries = 100;
    constexpr mode_t kOwnersAlone = 0600;  // until it is like the file that it replaces
    for (int i = 0; i < kTries; ++i) {
        part_ = part_beside(target_);
        guard_part(part_);
        descriptor_ =
            ::open(part_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,  // NOLINT(cppcoreguidelines-pro-type-vararg)
                   is_new ? kNewFileMode : kOwnersAlone);
        if (descriptor_ >= 0) return 0;
        if (errno != EEXIST) return errno;
    }
    return EEXIST;
}

/// The error number, or 0.
int OutputFile::open() {
    struct stat known {};
    const bool exists = ::stat(path_.c_str(), &known) == 0;
    if (!exists && errno != ENOENT) return errno;
    if (exists && S_ISDIR(known.st_mode)) return EISDIR;
    if (exists && S_ISREG(known.st_mode) && existing_ == Existing::stays) return EEXIST;
    // A device or a pipe cannot be replaced; a file is, so that a full disk does not lose the old one.
    if (exists && !S_ISREG(known.st_mode)) {
        descriptor_ = ::open(path_.c_str(), O_WRONLY | O_CLOEXEC);  // NOLINT(cppcoreguidelines-pro-type-vararg)
        return descriptor_ < 0 ? errno : 0;
    }
    target_ = resolve_links(path_);
    if (exists && ::access(target_.c_str(), W_OK) != 0) return errno;
    const int error = open_part_for(!exists);
    return error == 0 && exists ? make_like(descriptor_, known) : error;
}

bool OutputFile::write(std::string_view text) {
    if (error_ == 0 && descriptor_ < 0) error_ = open();
    if (error_ == 0) error_ = write_all(descriptor_, text);
    return error_ == 0;
}

bool OutputFile::fail(int error) {
    if (error_ == 0) error_ = error;
    return false;
}

std::optional<std::string> OutputFile::finish() {
    // On the disk before it has the name: a power cut must not leave an empty file in place of the old one.
    if (descriptor_ >= 0 && error_ == 0 && !part_.empty() && ::fsync(descriptor_) != 0) error_ = errno;
    if (descriptor_ >= 0 && ::close(descriptor_) != 0 && error_ == 0) error_ = errno;
    if (descriptor_ >= 0 && error_ == 0 && !part_.empty()) error_ = name_part();
    if (descriptor_ >= 0 && error_ != 0 && !part_.empty()) ::unlink(part_.c_str());
    open_part[0] = 0;
    descriptor_ = -1;
    if (error_ == 0) return std::nullopt;
    return fmt::format("cannot write '{}': {}", show_in_line(path_), message_of(error_));
}

int OutputFile::name_part() {
    if (existing_ == Existing::stays) return name_new(part_, target_);
    return ::rename(part_.c_str(), target_.c_str()) == 0 ? 0 : errno;
}

}  // namespace bote
