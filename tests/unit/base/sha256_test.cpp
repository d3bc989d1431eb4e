#include "bote/base/sha256.hpp"

#include <string>

#include <fmt/format.h>

#include "project/catch.hpp"

namespace bote::test::sha256_test {
namespace {

std::string hex(std::string_view bytes) {
    std::string text;
    for (const auto byte : sha256(bytes)) text += fmt::format("{:02x}", byte);
    return text;
}

}  // namespace

TEST_CASE("SHA-256 gives the digests that its standard prints") {
    CHECK(hex("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(hex("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(hex("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(hex(std::string(1'000'000, 'a')) == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

}  // namespace bote::test::sha256_test
