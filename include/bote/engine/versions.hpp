#pragma once
// Loops in two versions, one for processors with AVX2: the program stays runnable on any x86-64, and picks when it gets
// there. Both give the same bits, as neither fuses a multiplication with an addition.
//
//   BOTE_INLINE void double_all(double* column) { ... }
//   fastest<double_all>(column);

#include <utility>

/// What is to be in two versions, and what it calls, must become part of them.
#define BOTE_INLINE [[gnu::always_inline]] inline

namespace bote {

/// Whether processor and system have AVX2. Asked at the first call: the answer takes microseconds on a virtual machine,
/// which an estimate without ranges need not pay.
bool has_avx2();

#if defined(__x86_64__) && defined(__GNUC__)
template <auto body, class... Arguments>
[[gnu::target("avx2")]] auto with_avx2(Arguments&&... arguments) {
    return body(std::forward<Arguments>(arguments)...);
}
#else
template <auto body, class... Arguments>
auto with_avx2(Arguments&&... arguments) {
    return body(std::forward<Arguments>(arguments)...);
}
#endif

/// Calls `body`, which is BOTE_INLINE, in the version that suits the processor.
template <auto body, class... Arguments>
auto fastest(Arguments&&... arguments) {
    if (has_avx2()) return with_avx2<body>(std::forward<Arguments>(arguments)...);
    return body(std::forward<Arguments>(arguments)...);
}

}  // namespace bote
