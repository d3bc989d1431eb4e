#pragma once
// The file of the practice history: read as a whole, only ever appended to.

#include <optional>
#include <string>

#include "bote/cli/run.hpp"

namespace bote {

class HistoryFile {
public:
    /// `bote/history.jsonl` in the user's data folder: XDG_DATA_HOME, else ~/.local/share. Without a home there is
    /// none.
    explicit HistoryFile(const Environment& environment);

    [[nodiscard]] bool exists() const { return !path_.empty(); }
    [[nodiscard]] const std::string& path() const { return path_; }

    /// Empty where nothing was written yet.
    [[nodiscard]] std::string read() const;

    /// What went wrong, if something did. The folder is made where it is missing.
    std::optional<std::string> append(const std::string& line) const;

private:
    std::string path_;
};

}  // namespace bote
