#include "bote/base/versions.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#if __has_include(<sys/platform/x86.h>) && !defined(__clang__)  // to which it is no C++
#include <sys/platform/x86.h>
#endif
#endif

namespace bote::detail {

#if defined(CPU_FEATURE_ACTIVE)

/// The C library has asked at the start of the process: each question takes microseconds on a virtual machine.
Vectors ask_for_vectors() {
    const bool wide = CPU_FEATURE_ACTIVE(AVX512F) && CPU_FEATURE_ACTIVE(AVX512DQ) && CPU_FEATURE_ACTIVE(AVX512BW) &&
                      CPU_FEATURE_ACTIVE(AVX512VL);
    if (wide) return Vectors::avx512;
    return CPU_FEATURE_ACTIVE(AVX2) ? Vectors::avx2 : Vectors::narrow;
}

#elif defined(__x86_64__) && defined(__GNUC__)

/// `__builtin_cpu_supports` would do, but asks at every start of the program.
Vectors ask_for_vectors() {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned kSavesRegisters = 1U << 27;  // OSXSAVE
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & kSavesRegisters) == 0) return Vectors::narrow;
    unsigned saved = 0;
    __asm__("xgetbv" : "=a"(saved), "=d"(d) : "c"(0));
    if (__get_cpuid_count(7, 0, &a, &b, &c, &d) == 0) return Vectors::narrow;
    const auto has = [](unsigned bits, unsigned wanted) { return (bits & wanted) == wanted; };
    constexpr unsigned kYmm = 0x06;
    constexpr unsigned kZmm = 0xe6;
    constexpr unsigned kAvx2 = 1U << 5;
    constexpr unsigned kAvx512 = 1U << 16 | 1U << 17 | 1U << 30 | 1U << 31;  // F, DQ, BW, VL
    if (has(saved, kZmm) && has(b, kAvx512)) return Vectors::avx512;
    return has(saved, kYmm) && has(b, kAvx2) ? Vectors::avx2 : Vectors::narrow;
}

#else

Vectors ask_for_vectors() { return Vectors::narrow; }

#endif

}  // namespace bote::detail
