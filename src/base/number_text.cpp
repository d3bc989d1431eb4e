#include "bote/base/number_text.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "bote/base/index.hpp"
#include "bote/base/precise.hpp"

namespace bote {

#if defined(__cpp_lib_to_chars)

ReadDouble read_double(std::string_view text, double& value) {
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    return {at(read.ptr - text.data()), read.ec};
}

char* write_shortest(char* to, double value) { return std::to_chars(to, to + kLongestShortest, value).ptr; }

char* write_fixed(char* to, char* end, double value) {
    return std::to_chars(to, end, value, std::chars_format::fixed).ptr;
}

char* write_scientific(char* to, char* end, double value, int decimals) {
    return std::to_chars(to, end, value, std::chars_format::scientific, decimals).ptr;
}

#else

// The C library of such a system has no locale but "C".

namespace {

/// What std::from_chars takes: no blank, no plus, no hexadecimal digits.
std::string_view number_at_start(std::string_view text) {
    std::size_t end = text.starts_with('-') ? 1 : 0;
    const auto skip_digits = [&] {
        const std::size_t first = end;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
        return end - first;
    };
    std::size_t digits = skip_digits();
    if (end < text.size() && text[end] == '.') {
        ++end;
        digits += skip_digits();
    }
    if (digits == 0) return {};
    const std::size_t mantissa = end;
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        ++end;
        if (end < text.size() && (text[end] == '+' || text[end] == '-')) ++end;
        if (skip_digits() == 0) end = mantissa;
    }
    return text.substr(0, end);
}

/// The fewest significant digits that read back as the same number.
int shortest_digits(double value) {
    constexpr int kEnough = 17;
    char text[kLongestShortest];
    for (int digits = 1; digits < kEnough; ++digits) {
        std::snprintf(text, sizeof text, "%.*e", digits - 1, value);
        if (std::strtod(text, nullptr) == value) return digits;
    }
    return kEnough;
}

char* print(char* to, std::size_t room, const char* format, int digits, double value) {
    return to + std::snprintf(to, room, format, digits, value);
}

}  // namespace

ReadDouble read_double(std::string_view text, double& value) {
    const std::string number(number_at_start(text));
    if (number.empty()) return {0, std::errc::invalid_argument};
    const double read = std::strtod(number.c_str(), nullptr);
    const bool is_zero = number.find_first_of("123456789") >= number.find_first_of("eE");
    if (std::isinf(read) || (read == 0 && !is_zero)) return {number.size(), std::errc::result_out_of_range};
    value = read;
    return {number.size(), {}};
}

char* write_fixed(char* to, char* end, double value) {
    const int digits = shortest_digits(value);
    const int exponent = value == 0 ? 0 : static_cast<int>(std::floor(precise::log10(std::abs(value))));
    // An exponent that is one off writes one digit more or less, so look around it.
    for (int decimals = std::max(0, digits - 2 - exponent);; ++decimals) {
        char* const last = print(to, at(end - to), "%.*f", decimals, value);
        if (std::strtod(std::string(to, last).c_str(), nullptr) == value) return last;
    }
}

char* write_scientific(char* to, char* end, double value, int decimals) {
    return print(to, at(end - to), "%.*e", decimals, value);
}

/// The shorter of both forms, the fixed one where they are as long.
char* write_shortest(char* to, double value) {
    char exponential[kLongestShortest];
    char* const other =
        write_scientific(exponential, exponential + sizeof exponential, value, shortest_digits(value) - 1);
    char fixed[400];
    char* const last = write_fixed(fixed, fixed + sizeof fixed, value);
    const std::string_view shorter = last - fixed <= other - exponential
                                         ? std::string_view(fixed, at(last - fixed))
                                         : std::string_view(exponential, at(other - exponential));
    return to + shorter.copy(to, shorter.size());
}

#endif

bool read_whole_double(std::string_view text, double& value) {
    double read = 0;
    const auto [length, problem] = read_double(text, read);
    if (problem != std::errc{} || length != text.size()) return false;
    value = read;
    return true;
}

}  // namespace bote
