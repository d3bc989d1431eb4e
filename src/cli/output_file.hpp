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

/// A file that is replaced by what is written, or stays as it was: only finish() makes it the new one.
class OutputFile {
public:
    explicit OutputFile(std::string path) : path_(std::move(path)) {}
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    /// False where it cannot be written; finish() says why.
    bool write(std::string_view text);

    /// The message of what went wrong, if something did. A file that nothing was written to stays as it was.
    std::optional<std::string> finish();

private:
    int open();

    std::string path_;
    std::string target_;  // where links lead
    std::string part_;    // what is written to until it is whole; empty: the file itself
    int descriptor_ = -1;
    int error_ = 0;
};

/// What an error number says.
std::string message_of(int error);

/// Writes all bytes to an open file. The error number, or 0.
int write_all(int descriptor, std::string_view text);

}  // namespace bote
