#pragma once
// What is wrong with an input, where, and what to write instead.
//
//   throw InputError{Error{span, "headroom: '30' is not a percentage", "write 30%"}};
//
// prints as
//
//   workload.yaml:8:11: error: headroom: '30' is not a percentage
//     8 | headroom: 30
//       |           ^~ write 30%

#include <exception>
#include <optional>
#include <string>
#include <vector>

#include "bote/base/hint.hpp"
#include "bote/base/ink.hpp"
#include "bote/base/source.hpp"

namespace bote {

struct Error {
    Span where;
    std::string what;
    Hint hint;  // may be empty
};

/// The edit that mends an error: this text in place of what stands there.
struct Fix {
    Span where;
    std::string text;
};

/// None where no single edit is known, or where the source does not read as the hint has it, as in a folded value.
std::optional<Fix> fix_of(const Error& error);

using Errors = std::vector<Error>;

/// Thrown while reading and building, with all errors that were found at once; never afterwards. Errors in a text that
/// is withheld say no more than that there are some.
class InputError : public std::exception {
public:
    explicit InputError(Error error);
    explicit InputError(Errors errors);

    [[nodiscard]] const Errors& errors() const { return errors_; }
    [[nodiscard]] const char* what() const noexcept override { return "wrong input"; }

private:
    Errors errors_;
};

/// Throws an error that has no place in a text: about an option, an argument, a file.
[[noreturn]] void refuse(std::string what, Hint hint = {});

/// Runs an action; what it finds wrong goes to the other errors. Whether nothing was.
template <class Action>
bool collect_errors(Errors& errors, Action action) {
    try {
        action();
        return true;
    } catch (const InputError& problem) {
        errors.insert(errors.end(), problem.errors().begin(), problem.errors().end());
        return false;
    }
}

/// Takes out what is said of the same place in the same words as an error before, as of a line that all scenarios have.
void drop_repeated(Errors& errors);

/// One error as text, ending with a newline: place, message, excerpt, caret and hint.
/// The excerpt shows at most 120 columns around the caret; control characters are shown escaped.
/// Never longer than 4000 bytes, colour aside.
std::string describe(const Error& error, Ink ink = Ink::plain);

/// Those that are worth telling, in the order of their places: one for each place, since a second is mostly an echo.
std::vector<const Error*> errors_to_tell(const Errors& errors);

/// These as text, 20 at most, then how many more there are.
std::string describe(const Errors& errors, Ink ink = Ink::plain);

}  // namespace bote
