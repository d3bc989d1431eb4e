#pragma once
// Numbers as text and back, without a locale: what <charconv> does, which not every standard library has for floating
// point.
//
//   double value = 0;
//   read_double("2.5e3 users", value).length      // 5: the characters that are the number; value is 2500

#include <cstddef>
#include <string_view>
#include <system_error>

namespace bote {

/// How many characters at the beginning of a text are a number, and what went wrong: `invalid_argument` where it begins
/// with none, `result_out_of_range` where it is too large or too small for a double. `value` stays as it is then.
struct ReadDouble {
    std::size_t length = 0;
    std::errc problem = {};
};
ReadDouble read_double(std::string_view text, double& value);

/// Whether all of a text is a number, which `value` is then.
bool read_whole_double(std::string_view text, double& value);

/// The room that a double takes at most in its shortest form.
inline constexpr std::size_t kLongestShortest = 32;

/// The fewest digits that read back as the same number. Returns the end of what it wrote.
char* write_shortest(char* to, double value);

/// The same without an exponent, which takes up to 330 characters.
char* write_fixed(char* to, char* end, double value);

/// So many digits behind the point, and an exponent: "1.25e+09".
char* write_scientific(char* to, char* end, double value, int decimals);

}  // namespace bote
