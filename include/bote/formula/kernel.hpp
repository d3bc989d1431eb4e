#pragma once
// How an operation is computed over columns of numbers: exactly as the C library does, for point estimates and all that
// is read to the last digit; or fast, for the millions of rows of samples and sweeps. A fast kernel is a loop that
// the compiler vectorises, in one version for each width of vectors; it is called once a block, so that the call costs
// nothing beside the 128 rows.
//
//   row_of(Op::add).kernels.rows(rows, target, a, b, nullptr);       // target[r] = a[r] + b[r]

#include <array>
#include <cstddef>
#include <cstdint>

namespace bote {

/// Rows of a block.
inline constexpr std::size_t kBlockRows = 128;

/// Which operands of a step are columns; the others are its constant.
enum class Reads : std::uint8_t { columns, constant_right, constant_left };

/// The columns of a block that a step reads and writes. They are either the same or apart.
struct Operands {
    double* target;
    const double* a;
    const double* b;
    const double* c;
    double constant;
    Reads reads;
};

/// Any number of rows; an operation of fewer operands ignores the others.
using RowsKernel = void (*)(std::size_t rows, double* target, const double* a, const double* b, const double* c);

/// kBlockRows rows.
using BlockKernel = void (*)(const Operands& at);

struct Kernels {
    int operands = 0;
    RowsKernel rows = nullptr;
    std::array<BlockKernel, 3> block = {};  // for each of Vectors; the last bits may differ from `rows`
};

}  // namespace bote
