#pragma once
// The file of the practice history: only ever appended to.

#include <optional>
#include <string>
#include <string_view>

#include "bote/cli/run.hpp"

namespace bote {

class HistoryFile {
public:
    /// `bote/history.jsonl` in the user's data folder: XDG_DATA_HOME, else ~/.local/share. Without a home there is
    /// none.
    explicit HistoryFile(const Environment& environment);

    [[nodiscard]] bool exists() const { return !path_.empty(); }
    [[nodiscard]] const std::string& path() const { return path_; }

    /// The newest 16 MiB; nothing where nothing was written yet. What went wrong, if something did.
    [[nodiscard]] std::optional<std::string> read(std::string& text) const;

    /// What went wrong, if something did. The folder is made where it is missing.
    std::optional<std::string> append(const std::string& line) const;

private:
    [[nodiscard]] std::optional<std::string> problem(std::string_view action, int error) const;

    std::string path_;
};

}  // namespace bote
