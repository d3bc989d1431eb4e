#pragma once
// Writing an answer to a file in one piece.
//
//   OutputFile file("answer.md");
//   file.write(text);
//   const auto problem = file.finish();      // the old file stays where this says something

#include <optional>
#include <string>
#include <string_view>

namespace bote {

/// The file that a chain of links ends at, so that the links themselves stay.
std::string resolve_links(const std::string& path);

/// What becomes of a file that is there already.
enum class Existing { goes, stays };

/// A file that is replaced by what is written, or stays as it was: only finish() makes it the new one.
class OutputFile {
public:
    explicit OutputFile(std::string path, Existing existing = Existing::goes)
        : path_(std::move(path)), existing_(existing) {}
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// False where it cannot be written; finish() says why.
    bool write(std::string_view text);

    /// Gives it up for this reason, an error number.
    bool fail(int error);

    /// The message of what went wrong, if something did. A file that nothing was written to stays as it was.
    std::optional<std::string> finish();

private:
    int open();
    int open_part_for(bool is_new);
    int name_part();

    std::string path_;
    Existing existing_;
    std::string target_;  // where links lead
    std::string part_;    // what is written to until it is whole; empty: the file itself
    int descriptor_ = -1;
    int error_ = 0;
};

}  // namespace bote
