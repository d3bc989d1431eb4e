#include <string>
#include <string_view>

#include "bote/units/unit.hpp"
#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::ambiguous_unit_test {

TEST_CASE("what could be bits or bytes has both readings, each with a unit that is known") {
    for (const std::string_view symbol : {"b", "Mb", "gbps", "KBPS", "MBPS", "GBPS", "TBPS", "Kib", "Mib", "Gib"}) {
        CAPTURE(symbol);
        const std::string_view readings = ambiguous_unit(symbol);
        CHECK(contains(std::string(readings), "bit"));
        CHECK(contains(std::string(readings), "byte"));
        CHECK(find_unit(symbol) == nullptr);
    }
    for (const std::string_view symbol : {"MB", "MiB", "Mbit", "Mbps", "kbps", "users"})
        CHECK(ambiguous_unit(symbol).empty());
}

}  // namespace bote::test::ambiguous_unit_test
