#pragma once
// Loops from what is done in one row. Used by the table of operations alone.
//
//   kernels([](double x) { return std::log(x); }, [](double x) { return logarithm(x); })     // exact, fast
//   kernels([](double x) { return std::floor(x); })                                          // both
//   row_kernels([](double x, double y) { return erlang_c(x, y); })                           // never in vectors

#include <type_traits>

#include "bote/base/versions.hpp"
#include "bote/formula/kernel.hpp"

namespace bote {

template <class Operation>
inline constexpr int kOperands = std::is_invocable_v<Operation, double>           ? 1
                                 : std::is_invocable_v<Operation, double, double> ? 2
                                                                                  : 3;

template <class Operation>
void over_rows(std::size_t rows, double* target, const double* a, const double* b, const double* c) {
    constexpr Operation kOperation{};
    for (std::size_t r = 0; r < rows; ++r) {
        if constexpr (kOperands<Operation> == 1) target[r] = kOperation(a[r]);
        else if constexpr (kOperands<Operation> == 2) target[r] = kOperation(a[r], b[r]);
        else target[r] = kOperation(a[r], b[r], c[r]);
    }
}

// Rows do not depend on each other.
#if defined(__clang__)
#define BOTE_ROWS _Pragma("clang loop vectorize(assume_safety)") for (std::size_t r = 0; r < kBlockRows; ++r)
#else
#define BOTE_ROWS _Pragma("GCC ivdep") for (std::size_t r = 0; r < kBlockRows; ++r)
#endif

template <class Operation>
BOTE_INLINE void over_block(const Operands& at) {
    constexpr Operation kOperation{};
    const auto [target, a, b, c, constant, reads] = at;
    if constexpr (kOperands<Operation> == 1) {
        BOTE_ROWS target[r] = kOperation(a[r]);
    } else if constexpr (kOperands<Operation> == 3) {
        BOTE_ROWS target[r] = kOperation(a[r], b[r], c[r]);
    } else {
        switch (reads) {
            case Reads::columns: BOTE_ROWS target[r] = kOperation(a[r], b[r]); return;
            case Reads::constant_right: BOTE_ROWS target[r] = kOperation(a[r], constant); return;
            case Reads::constant_left: BOTE_ROWS target[r] = kOperation(constant, b[r]); return;
        }
    }
}

template <auto body>
void narrow(const Operands& at) {
    body(at);
}

/// Of a loop over a block of its own.
template <auto body, class Exact>
constexpr Kernels kernels_with(Exact /*stateless*/) {
    return {kOperands<Exact>,
            over_rows<Exact>,
            {narrow<body>, with_avx2<body, const Operands&>, with_avx512<body, const Operands&>}};
}

template <class Exact, class Fast>
constexpr Kernels kernels(Exact exact, Fast /*stateless*/) {
    return kernels_with<over_block<Fast>>(exact);
}

/// Of what vectors can do as it is.
template <class Operation>
constexpr Kernels kernels(Operation operation) {
    return kernels(operation, operation);
}

template <class Operation>
void one_by_one(const Operands& at) {
    constexpr Operation kOperation{};
    for (std::size_t r = 0; r < kBlockRows; ++r) {
        const double a = at.reads == Reads::constant_left ? at.constant : at.a[r];
        const double b = at.reads == Reads::constant_right ? at.constant : at.b[r];
        if constexpr (kOperands<Operation> == 2) at.target[r] = kOperation(a, b);
        else at.target[r] = kOperation(a, b, at.c[r]);
    }
}

/// Of what vectors cannot do: one row after the other.
template <class Operation>
constexpr Kernels row_kernels(Operation /*stateless*/) {
    constexpr BlockKernel kBlock = one_by_one<Operation>;
    return {kOperands<Operation>, over_rows<Operation>, {kBlock, kBlock, kBlock}};
}

}  // namespace bote
