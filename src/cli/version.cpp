#include <fmt/format.h>

#include "help.hpp"

namespace bote {
namespace {

std::string compiler() {
#ifdef __clang__
    return __VERSION__;  // with its name
#else
    return std::string("GCC ") + __VERSION__;
#endif
}

}  // namespace

std::string version_text() { return fmt::format("bote {}\n", BOTE_VERSION); }

std::string long_version_text() {
    return version_text() + fmt::format("compiler   {}, C++ {}\noptions    {}\nlibraries  {}\n", compiler(),
                                        __cplusplus, BOTE_BUILD_OPTIONS, BOTE_BUILT_WITH);
}

}  // namespace bote
