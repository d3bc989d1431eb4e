#include "bote/link/deflate.hpp"

#include "project/catch.hpp"

namespace bote::test::deflate_test {

TEST_CASE("a text comes out as it went in") {
    std::string every_byte;
    for (int i = 0; i < 256; ++i) every_byte += static_cast<char>(i);
    for (const std::string& text : {std::string(), std::string("dau: 1M\n"), every_byte, std::string(100'000, 'x')}) {
        const auto unpacked = inflate_text(deflate_text(text), text.size());
        CHECK(unpacked.state == Inflated::whole);
        CHECK(unpacked.text == text);
    }
}

TEST_CASE("what repeats gets shorter") { CHECK(deflate_text(std::string(100'000, 'x')).size() < 200); }

TEST_CASE("a text that is longer than allowed is not unpacked") {
    const std::string bomb = deflate_text(std::string(10'000'000, 'x'));
    CHECK(inflate_text(bomb, 262'144).state == Inflated::too_long);
    CHECK(inflate_text(deflate_text("four!"), 4).state == Inflated::too_long);
}

TEST_CASE("bytes that are cut, extended or no DEFLATE at all are damaged") {
    const std::string packed = deflate_text("dau: 1M\nwrites_per_user: 1/day\n");
    for (std::size_t size = 0; size < packed.size(); ++size) {
        INFO(size << " of " << packed.size());
        CHECK(inflate_text(packed.substr(0, size), 1000).state == Inflated::damaged);
    }
    CHECK(inflate_text(packed + "more", 1000).state == Inflated::damaged);
    CHECK(inflate_text("\xFF\xFF\xFF", 1000).state == Inflated::damaged);
}

TEST_CASE("the checksum is the CRC-32 of PNG and gzip") {
    CHECK(crc32_of("") == 0);
    CHECK(crc32_of("123456789") == 0xCBF43926U);
}

}  // namespace bote::test::deflate_test
