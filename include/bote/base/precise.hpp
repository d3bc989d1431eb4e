#pragma once
// Logarithms and powers whose bits do not depend on the processor. The C library's functions for `double` come in
// versions for the instructions that a processor has, and their last digits differ; those for `long double` have one
// version, and rounded to `double` they are right but for a last digit in some thousands.
//
//   precise::pow(10, 3)       // 1000, on every machine of the same kind

#include <cmath>

namespace bote::precise {

inline double rounded(long double x) { return static_cast<double>(x); }

inline double exp(long double x) { return rounded(std::exp(x)); }
inline double expm1(long double x) { return rounded(std::expm1(x)); }
inline double log(long double x) { return rounded(std::log(x)); }
inline double log2(long double x) { return rounded(std::log2(x)); }
inline double log10(long double x) { return rounded(std::log10(x)); }
inline double log1p(long double x) { return rounded(std::log1p(x)); }
inline long double unrounded_pow(long double x, long double y) { return std::pow(x, y); }
inline double pow(long double x, long double y) { return rounded(unrounded_pow(x, y)); }
inline double erfc(long double x) { return rounded(std::erfc(x)); }

/// The logarithm of the gamma function. (std::lgamma writes a global.)
inline double lgamma(long double x) {
    int sign = 0;
    return rounded(::lgammal_r(x, &sign));
}

}  // namespace bote::precise
