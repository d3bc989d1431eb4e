#pragma once
// Functions in two versions, one for processors with AVX2: the program stays runnable on any x86-64, and picks when it
// starts. Both give the same bits, as neither fuses a multiplication with an addition.
//
//   BOTE_VERSIONS void double_all(double* column) { ... }

#if defined(__SANITIZE_ADDRESS__)
#define BOTE_ONE_VERSION  // its run-time library is not ready when the choice is made
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define BOTE_ONE_VERSION
#endif
#endif

#if defined(__x86_64__) && defined(__linux__) && defined(__has_attribute) && !defined(BOTE_ONE_VERSION)
#if __has_attribute(target_clones)
#define BOTE_VERSIONS __attribute__((target_clones("default", "avx2")))
#endif
#endif

#ifndef BOTE_VERSIONS
#define BOTE_VERSIONS
#endif

/// What such a function calls must become part of it.
#define BOTE_INLINE [[gnu::always_inline]] inline
