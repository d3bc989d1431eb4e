#pragma once
// std::bit_cast, which not every standard library of C++20 has.
//
//   bit_cast<std::uint64_t>(1.0)       // 0x3FF0000000000000

#include <bit>

namespace bote {

#if defined(__cpp_lib_bit_cast)
using std::bit_cast;
#else
template <typename To, typename From>
constexpr To bit_cast(const From& from) {
    return __builtin_bit_cast(To, from);
}
#endif

}  // namespace bote
