// One target for libFuzzer: the one that the build names.

#include <cstddef>
#include <cstdint>
#include <string>

#include "targets.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size) {
    bote::fuzz::BOTE_FUZZ_TARGET(std::string(bytes, bytes + size));
    return 0;
}
