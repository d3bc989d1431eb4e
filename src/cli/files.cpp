#include "files.hpp"

#include <algorithm>
#include <cerrno>
#include <filesystem>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bote/base/error.hpp"
#include "bote/base/suggest.hpp"
#include "bote/base/text.hpp"
#include "bote/embed/refresh.hpp"
#include "bote/link/link.hpp"
#include "bote/model/catalog.hpp"
#include "bote/model/embedded.hpp"
#include "bote/model/workload.hpp"
#include "bote/yaml/yaml.hpp"
#include "commands.hpp"
#include "next_question.hpp"
#include "streams.hpp"

namespace bote {
namespace {

constexpr std::size_t kLongestPresetName = 64;

/// One byte more than the limit is read, so that the loader sees that a file is too large.
std::optional<std::string> read_file(const std::string& path, int& error, std::size_t limit = kLargestFile) {
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC));  // NOLINT(cppcoreguidelines-pro-type-vararg)
    std::string text;
    error = file.number() < 0 ? errno : read_rest(file.number(), text, limit);
    if (error != 0) return std::nullopt;
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

/// Whoever asks for a preset by its name has not seen where a link leads.
void refuse_way_out(const std::string& path) {
    if (!leads_away(path)) return;
    refuse(fmt::format("'{}' is a link to a file outside of its folder", show_in_line(path)), "name that file instead");
}

/// What somebody else's folder holds may be a link to what is nobody else's business, and an error would quote a line
/// of it. What the caller has opened is another matter: `bote check <(...)` is /dev/fd/63.
std::string reason_to_withhold(const std::string& path) {
    if (path.starts_with("/dev/fd/") || path == "/dev/stdin") return "";
    if (leads_away(path)) return "a link out of its folder leads there; name the file itself to see them";
    const std::filesystem::path whole = std::filesystem::path(path).lexically_normal();
    const auto begins = [&](const char* folder) { return whole.string().starts_with(folder); };
    return begins("/proc/") || begins("/dev/") ? "it is a file of the system" : "";
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
        return make_source(name, std::move(*text), SourceKind::file, reason_to_withhold(path));
    };
    if (auto source = source_of(located.path, located.name)) return source;
    if (is_preset_name(argument) && error == ENOENT) {
        for (const auto& folder : preset_folders(environment)) {
            const std::string path = fmt::format("{}/{}.yaml", folder, argument);
            std::error_code failed;
            if (!std::filesystem::is_regular_file(path, failed)) continue;
            refuse_way_out(path);
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
    environment.note_read(path);
    if (path == "-") {
        std::string text = environment.read_input(kLargestDocument + 1);
        if (text.size() > kLargestDocument) refuse("standard input is larger than 16 MiB");
        return make_source("<stdin>", std::move(text));
    }
    int error = 0;
    auto text = read_file(path, error, kLargestDocument);
    if (!text) refuse(fmt::format("cannot read '{}': {}", show_in_line(path), message_of(error)));
    if (text->size() > kLargestDocument) refuse(fmt::format("'{}' is larger than 16 MiB", show_in_line(path)));
    return make_source(path, std::move(*text));
}

namespace {

/// False where there is no such file.
bool look_at(const std::string& path, struct stat& state, int& error) {
    if ((path == "-" ? ::fstat(STDIN_FILENO, &state) : ::stat(path.c_str(), &state)) == 0) return true;
    if (errno != ENOENT && errno != ENOTDIR && errno != EBADF) error = errno;
    return false;
}

}  // namespace

bool is_same_file(const std::string& read, const std::string& written, int& error) {
    struct stat one {};
    struct stat other {};
    const bool found = look_at(read, one, error) && look_at(written, other, error);
    return found && S_ISREG(one.st_mode) && one.st_dev == other.st_dev && one.st_ino == other.st_ino;
}

void refuse_stream(const std::string& path, const std::string& hint) {
    std::error_code unknown;
    const auto status = std::filesystem::status(path, unknown);
    const bool may_be_read = std::filesystem::is_regular_file(status) || std::filesystem::is_directory(status);
    if (std::filesystem::exists(status) && !may_be_read)
        refuse(fmt::format("'{}' is no file", show_in_line(path)), hint);
}

bool is_below(const std::filesystem::path& folder, const std::filesystem::path& path) {
    std::error_code failed;
    const auto top = std::filesystem::weakly_canonical(std::filesystem::absolute(folder / "."), failed);
    const auto target = std::filesystem::weakly_canonical(std::filesystem::absolute(path), failed);
    return !failed && std::mismatch(top.begin(), top.end(), target.begin(), target.end()).first == top.end();
}

bool leads_away(const std::filesystem::path& path) {
    std::error_code failed;
    for (auto part = path; part.has_filename(); part = part.parent_path()) {
        if (std::filesystem::is_symlink(part, failed) && !is_below(part.parent_path(), part)) return true;
        if (path.is_absolute()) break;
    }
    return false;
}

}  // namespace bote
