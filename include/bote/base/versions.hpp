#pragma once
// Loops in several versions, for processors with AVX2 and with AVX-512: the program stays runnable on any x86-64, and
// picks when it gets there. All give the same bits, as none fuses a multiplication with an addition.
//
//   BOTE_INLINE void double_all(double* column) { ... }
//   fastest<double_all>(column);

#include <cstdint>
#include <utility>

/// What is to be in several versions, and what it calls, must become part of them.
#define BOTE_INLINE [[gnu::always_inline]] inline

namespace bote {

enum class Vectors : std::uint8_t { narrow, avx2, avx512 };

namespace detail {
Vectors ask_for_vectors();
}

/// The widest that processor and system have. Asked at the first call: the answer may take microseconds on a virtual
/// machine, which an estimate without ranges need not pay.
inline Vectors widest_vectors() {
    static const Vectors widest = detail::ask_for_vectors();
    return widest;
}

#if defined(__x86_64__) && defined(__GNUC__)
#define BOTE_AVX2 [[gnu::target("avx2")]]
#if defined(__clang__)
#define BOTE_AVX512 [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl")]]
#else
#define BOTE_AVX512 [[gnu::target("avx512f,avx512bw,avx512dq,avx512vl,prefer-vector-width=512")]]
#endif
#else
#define BOTE_AVX2
#define BOTE_AVX512
#endif

template <auto body, class... Arguments>
BOTE_AVX2 auto with_avx2(Arguments&&... arguments) {
    return body(std::forward<Arguments>(arguments)...);
}

template <auto body, class... Arguments>
BOTE_AVX512 auto with_avx512(Arguments&&... arguments) {
    return body(std::forward<Arguments>(arguments)...);
}

/// Calls `body`, which is BOTE_INLINE, in the version that suits the processor.
template <auto body, class... Arguments>
auto fastest(Arguments&&... arguments) {
    switch (widest_vectors()) {
        case Vectors::avx512: return with_avx512<body>(std::forward<Arguments>(arguments)...);
        case Vectors::avx2: return with_avx2<body>(std::forward<Arguments>(arguments)...);
        case Vectors::narrow: break;
    }
    return body(std::forward<Arguments>(arguments)...);
}

}  // namespace bote
