// `bote watch`: the page of `bote estimate`, printed again whenever a file that it rests on is saved.

#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/views/changes.hpp"
#include "commands.hpp"
#include "files.hpp"
#include "inputs.hpp"

namespace bote {
namespace {

/// Moves to the upper left corner and clears all that is below it.
constexpr std::string_view kClear = "\x1b[H\x1b[2J\x1b[3J";

class Watcher {
public:
    explicit Watcher(const CommandSetting& setting)
        : whole_(setting.environment), environment_(setting.environment), setting_{setting.options,   environment_,
                                                                                   setting.format,    setting.canvas,
                                                                                   setting.audience,  setting.err_ink,
                                                                                   setting.arguments, setting.command,
                                                                                   setting.sources,   setting.write} {
        environment_.note_read = [this](const std::string& path) {
            if (std::find(files_.begin(), files_.end(), path) == files_.end()) files_.push_back(path);
        };
        environment_.locate = [this](const std::string& argument) {
            Located located = whole_.locate(argument);
            refuse_stream(located.path, "name a file");
            return located;
        };
    }

    Outcome run() {
        if (setting_.options.words.front() == "-")
            throw InputError(Error{{}, "standard input cannot be watched", "save it in a file"});
        do {
            if (!print(page())) break;
        } while (environment_.wait_for_change(files_));
        return {kExitAnswered, std::move(kept_), ""};
    }

private:
    /// A mistake in a file stands in place of the page; one of the command line, where nothing could be saved that
    /// would mend it, is thrown.
    std::string page() {
        try {
            std::vector<NamedEstimate> estimates = estimates_of(setting_.options.words.front(), setting_);
            check_files();
            std::string text = render(describe_page(estimates, setting_.audience, setting_), setting_);
            Estimate& now = estimates.front().estimate;
            if (before_) {
                const std::string changes = changes_since(*before_, now);
                if (setting_.format.audience == Audience::people) text += "\n" + note_of(changes);
            }
            before_ = std::move(now);
            return text;
        } catch (const InputError& problem) {
            if (files_.empty()) throw;
            return describe(problem.errors(), setting_.canvas.ink);
        }
    }

    [[nodiscard]] std::string note_of(const std::string& changes) const {
        Report report;
        report.blocks.emplace_back(
            Note{changes.empty() ? "Nothing changed." : fmt::format("Changed: {}.", changes), Tone::plain});
        return render(report, setting_);
    }

    void check_files() const {
        if (!files_.empty()) return;
        throw InputError(Error{
            {},
            fmt::format("'{}' is built in: there is no file to watch", show_in_line(setting_.options.words.front())),
            "`bote new` writes a file to start from"});
    }

    bool print(const std::string& text) {
        const std::string_view start = environment_.out_is_terminal ? kClear : is_first_ ? "" : "\n";
        is_first_ = false;
        if (setting_.write) return setting_.write(std::string(start) + text);
        kept_.append(start).append(text);
        return true;
    }

    const Environment& whole_;
    Environment environment_;
    CommandSetting setting_;
    std::vector<std::string> files_;
    std::optional<Estimate> before_;
    std::string kept_;  // where nobody takes it page by page
    bool is_first_ = true;
};

}  // namespace

Outcome run_watch(const CommandSetting& setting) { return Watcher(setting).run(); }

}  // namespace bote
