#pragma once
// Numbers for machines, a stretch of a column at a time: the texts of put_number in a part of its time.
//
//   NumberBlock block;
//   block.read(values);          // at most NumberBlock::kRows
//   end = block.put(to, row);    // as put_number(to, values[row])

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>

#include "bote/render/number.hpp"

namespace bote {

class NumberBlock {
public:
    static constexpr std::size_t kRows = 32;
    using Column = std::array<std::uint64_t, kRows>;

    /// Texts side by side, as columns of their words. The first character is in the lowest byte.
    struct Texts {
        std::array<Column, 3> words;
        std::array<std::uint8_t, kRows> sizes;  // 0: not made
    };

    /// As many as there may be, of one binary exponent, from 1/256 to 2^52, are taken together; any others one by one.
    void read(std::span<const double> values);

    /// Writes into a buffer with room for kLongestNumber; returns the end of the text.
    char* put(char* to, std::size_t row) const {
        const std::size_t size = texts_.sizes[row];
        if (size == 0) return put_number(to, values_[row]);
        char* next = to;
        for (const Column& word : texts_.words) {
            std::memcpy(next, &word[row], sizeof word[row]);
            next += sizeof word[row];
        }
        return to + size;
    }

private:
    std::array<double, kRows> values_{};
    Texts texts_{};
};

}  // namespace bote
