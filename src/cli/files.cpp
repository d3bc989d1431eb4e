#include "files.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bote/base/error.hpp"
#include "bote/base/index.hpp"
#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/link/link.hpp"
#include "bote/model/catalog.hpp"
#include "bote/model/embedded.hpp"
#include "bote/model/workload.hpp"
#include "bote/yaml/yaml.hpp"
#include "commands.hpp"
#include "next_question.hpp"
#include "output_file.hpp"

namespace bote {
namespace {

constexpr std::size_t kChunk = 65'536;
constexpr std::size_t kLongestPresetName = 64;

/// Closes a descriptor at the end of its scope.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    [[nodiscard]] int number() const { return number_; }

private:
    int number_;
};

/// One byte more than the limit is read, so that the loader sees that a file is too large.
std::optional<std::string> read_file(const std::string& path, int& error, std::size_t limit = kLargestFile) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));  // NOLINT(cppcoreguidelines-pro-type-vararg)
    if (file.number() < 0) {
        error = errno;
        return std::nullopt;
    }
    std::string text;
    std::array<char, kChunk> buffer{};
    while (text.size() <= limit) {
        const ssize_t got = ::read(file.number(), buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) {
            error = errno;
            return std::nullopt;
        }
        if (got == 0) break;
        text.append(buffer.data(), at(got));
    }
    return text;
}

bool is_preset_name(std::string_view name) {
    return !name.empty() && name.size() <= kLongestPresetName && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Folders with presets of the user's own.
std::vector<std::string> preset_folders(const Environment& environment) {
    std::vector<std::string> folders{"presets"};
    const auto config = environment.variable("XDG_CONFIG_HOME");
    const auto home = environment.variable("HOME");
    if (config && config->starts_with('/')) folders.push_back(*config + "/bote/presets");
    else if (home && home->starts_with('/')) folders.push_back(*home + "/.config/bote/presets");
    return folders;
}

/// What was meant by a word where a workload belongs, if it is none that is misspelt.
std::string hint_for_word(const std::string& word) {
    struct Other {
        std::string_view word;
        std::string_view hint;
    };
    constexpr Other kOthers[] = {
        {"functions", "`bote units` lists the functions"},
        {"kinds", "`bote tiers` lists the kinds"},
        {"list", "`bote presets` lists the presets"},
        {"version", "write `bote --version`"},
        {"validate", "write `bote check W`"},
        {"run", "write `bote estimate W`"},
    };
    for (const auto& [other, hint] : kOthers) {
        if (other == word) return std::string(hint);
    }
    if (const auto equals = word.find('='); equals != std::string::npos && equals > 0)
        return fmt::format("write `--set {}`", quote_word(word));
    if (built_in_catalog().find(word)) return "the workload comes before the quantity";
    if (find_command(word) != nullptr) return "a workload belongs here; `bote presets` lists the presets";
    return "";
}

[[noreturn]] void refuse_missing(const std::string& argument, const Environment& environment) {
    const auto presets = find_presets(environment);
    std::vector<std::string_view> known;
    for (const auto& preset : presets) known.push_back(preset.name);
    for (const auto& command : all_commands()) known.push_back(command.name);
    const std::string what = fmt::format("there is no preset or file '{}'", show_in_line(argument));
    if (std::string hint = hint_for_word(argument); !hint.empty()) refuse(what, std::move(hint));
    const auto near = closest(argument, known);
    refuse(what, near ? fmt::format("did you mean '{}'?", *near) : "`bote presets` lists the presets");
}

std::string title_of(const std::string& name, std::string_view text) {
    try {
        return load_workload(make_source(name, std::string(text))).name;
    } catch (const InputError&) {
        return "(has errors)";
    }
}

Workload load_preset(const EmbeddedFile& preset) {
    const auto source = make_source(std::string(preset.name), std::string(preset.text));
    return load_workload(source, tree_of(source, preset));
}

/// Whoever asks for a preset by its name has not seen where a link leads, and an error would print a line of it.
void refuse_way_out(const std::string& path, const std::string& folder) {
    std::error_code failed;
    if (!std::filesystem::is_symlink(path, failed)) return;
    const auto target = std::filesystem::canonical(path, failed).parent_path();
    if (target == std::filesystem::canonical(folder, failed)) return;
    refuse(fmt::format("'{}' is a link to a file outside of its folder", show_in_line(path)), "name that file instead");
}

SourcePtr read_text(const std::string& argument, const Environment& environment) {
    const Located located = environment.locate(argument);
    if (located.source) return located.source;
    if (argument == "-") {
        environment.note_read(argument);
        return make_source("<stdin>", environment.read_input(kLargestFile + 1));
    }
    if (is_link(argument)) return make_source("<link>", text_of_link(argument, kLargestFile));
    int error = 0;
    const auto source_of = [&](const std::string& path, const std::string& name) -> SourcePtr {
        auto text = read_file(path, error);
        if (!text) return nullptr;
        environment.note_read(path);
        return make_source(name, std::move(*text));
    };
    if (auto source = source_of(located.path, located.name)) return source;
    if (is_preset_name(argument) && error == ENOENT) {
        for (const auto& folder : preset_folders(environment)) {
            const std::string path = fmt::format("{}/{}.yaml", folder, argument);
            std::error_code failed;
            if (!std::filesystem::is_regular_file(path, failed)) continue;
            refuse_way_out(path, folder);
            if (auto source = source_of(path, path)) return source;
        }
        error = ENOENT;
    }
    if (error == ENOENT || error == ENOTDIR) refuse_missing(argument, environment);
    if (error == EISDIR) refuse(fmt::format("'{}' is a directory", show_in_line(argument)), "name a file in it");
    refuse(fmt::format("cannot read '{}': {}", show_in_line(argument), message_of(error)));
}

}  // namespace

Workload read_workload(const std::string& argument, const Environment& environment) {
    const EmbeddedFile* preset = find_embedded(embedded_presets(), argument);
    Workload workload = preset != nullptr ? load_preset(*preset) : load_workload(read_text(argument, environment));
    environment.note_source(workload.source);
    return workload;
}

SettingsFile read_settings(const std::string& argument, const Environment& environment) {
    if (const EmbeddedFile* file = find_embedded(embedded_settings(), argument)) {
        const auto source = make_source(argument, std::string(file->text));
        environment.note_source(source);
        return load_settings(tree_of(source, *file), Layer::profile);
    }
    const Located located = environment.locate(argument);
    if (argument != "-" && !located.source && !std::filesystem::exists(located.path)) {
        std::string known;
        for (const auto& file : embedded_settings()) known += (known.empty() ? "" : ", ") + std::string(file.name);
        refuse(fmt::format("there are no settings '{}'", show_in_line(argument)), "a file, or built in: " + known);
    }
    const SourcePtr source = read_text(argument, environment);
    environment.note_source(source);
    YamlNode root = read_yaml(source);
    if (root.kind != YamlNode::Kind::map)
        throw InputError(
            Error{root.text.span, "a file of settings is a map of `key: value` lines", "write `dau: 100M`"});
    return load_settings(std::move(root), Layer::profile);
}

std::optional<std::string> read_plain_file(const std::string& path) {
    int error = 0;
    return read_file(path, error);
}

std::vector<PresetRow> find_presets(const Environment& environment) {
    std::vector<PresetRow> rows;
    for (const auto& file : embedded_presets())
        rows.push_back({std::string(file.name), load_preset(file).name, "built in"});
    const std::size_t built_in = rows.size();
    for (const auto& folder : preset_folders(environment)) {
        std::error_code failed;
        for (const auto& entry : std::filesystem::directory_iterator(folder, failed)) {
            const std::string stem = entry.path().stem().string();
            const bool known =
                std::any_of(rows.begin(), rows.end(), [&](const PresetRow& row) { return row.name == stem; });
            if (!entry.is_regular_file(failed) || entry.path().extension() != ".yaml" || !is_preset_name(stem) || known)
                continue;
            int error = 0;
            if (const auto text = read_file(entry.path().string(), error))
                rows.push_back({stem, title_of(stem, *text), show_in_line(folder)});
        }
    }
    std::sort(rows.begin() + static_cast<std::ptrdiff_t>(built_in), rows.end(),
              [](const auto& a, const auto& b) { return a.name < b.name; });
    return rows;
}

SourcePtr read_document_text(const std::string& path, const Environment& environment) {
    constexpr std::size_t kLargestDocument = std::size_t{16} * 1024 * 1024;
    environment.note_read(path);
    if (path == "-") return make_source("<stdin>", environment.read_input(kLargestDocument + 1));
    int error = 0;
    auto text = read_file(path, error, kLargestDocument);
    if (!text) refuse(fmt::format("cannot read '{}': {}", show_in_line(path), message_of(error)));
    if (text->size() > kLargestDocument) refuse(fmt::format("'{}' is larger than 16 MiB", show_in_line(path)));
    return make_source(path, std::move(*text));
}

bool is_same_file(const std::string& read, const std::string& written) {
    struct stat one {};
    struct stat other {};
    const bool found = (read == "-" ? ::fstat(STDIN_FILENO, &one) : ::stat(read.c_str(), &one)) == 0 &&
                       ::stat(written.c_str(), &other) == 0;
    return found && S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

}  // namespace bote
