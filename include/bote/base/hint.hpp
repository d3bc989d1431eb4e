#pragma once
// What to write instead of a mistake: a sentence for people, and the edit for editors where a single one mends it.
//
//   Hint hint = did_you_mean("dua", "dau");
//   hint.text                                // "did you mean 'dau'?"
//   hint.instead                             // "dau"

#include <string>
#include <string_view>
#include <utility>

#include "bote/base/source.hpp"

namespace bote {

struct Hint {
    Hint() = default;
    Hint(std::string said) : text(std::move(said)) {}  // NOLINT(google-explicit-constructor): most are a sentence alone
    Hint(const char* said) : text(said) {}             // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool empty() const { return text.empty(); }

    std::string text;     // may be empty
    std::string written;  // what the edit replaces
    std::string instead;  // empty: no single edit is known
    Span where = {};      // of `written`; nowhere: where the error is
};

/// "did you mean 'dau'?"
Hint did_you_mean(std::string_view written, std::string instead);

/// "write `300M * 50%`"
Hint write_instead(std::string_view written, std::string instead);

/// The same with another sentence.
Hint with_edit(std::string text, std::string_view written, std::string instead);

}  // namespace bote
