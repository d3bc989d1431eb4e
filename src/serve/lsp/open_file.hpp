#pragma once
// A document that an editor has open: its text as it is typed, and what bote makes of it.
//
//   OpenFile file("file:///shop.bote.yaml", "yaml", "dau: 1M\n", Encoding::utf16);
//   file.change(changes);                  // of textDocument/didChange
//   file.analysis().errors                 // computed when somebody asks

#include <optional>
#include <string>

#include "analysis.hpp"

namespace bote {

class OpenFile {
public:
    OpenFile(std::string uri, std::string language, std::string text, Encoding encoding,
             SharedOverlay overlay = nullptr);

    /// Whole texts, or ranges each in the text that the one before it left. Throws WrongParameters; the changes before
    /// the wrong one then stand.
    void change(const Json& changes);
    const Analysis& analysis();
    /// Whether it is of another program: no workload, nor the beginning of one.
    bool is_foreign();

    [[nodiscard]] const std::string& text() const { return text_; }
    [[nodiscard]] const std::string& uri() const { return uri_; }

    Json version = nullptr;

private:
    void change_once(const Json& change);

    std::string uri_;
    std::string language_;
    std::string text_;
    Encoding encoding_;
    SharedOverlay overlay_;
    std::optional<Analysis> analysis_;
};

/// Whether bote says anything about it: by its name `*.bote.yaml`, by the language `bote`, or because it names bote's
/// schema or has more keys of a workload than others at its top level.
bool is_workload(std::string_view uri, std::string_view language, std::string_view text);

}  // namespace bote
