#include "bote/engine/versions.hpp"

#if defined(__x86_64__) && defined(__GNUC__)
#include <cpuid.h>
#endif

namespace bote {
namespace {

#if defined(__x86_64__) && defined(__GNUC__)

/// `__builtin_cpu_supports` would do, but asks at every start of the program.
bool ask_for_avx2() {
    unsigned a = 0;
    unsigned b = 0;
    unsigned c = 0;
    unsigned d = 0;
    constexpr unsigned kSavesRegisters = 1U << 27;  // OSXSAVE
    constexpr unsigned kWideRegisters = 6;          // XMM and YMM
    constexpr unsigned kAvx2 = 1U << 5;
    if (__get_cpuid(1, &a, &b, &c, &d) == 0 || (c & kSavesRegisters) == 0) return false;
    unsigned saved = 0;
    __asm__("xgetbv" : "=a"(saved), "=d"(d) : "c"(0));
    if ((saved & kWideRegisters) != kWideRegisters) return false;
    return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 && (b & kAvx2) != 0;
}

#else

bool ask_for_avx2() { return false; }

#endif

}  // namespace

bool has_avx2() {
    static const bool has = ask_for_avx2();
    return has;
}

}  // namespace bote
