#include "serve/lsp/cursor.hpp"

#include "bote/base/text.hpp"
#include "project/catch.hpp"

namespace bote::test::cursor_test {
namespace {

/// "objects/tweet|" for a key there, "objects/tweet:writes|ty" for a value; the typed letters behind the bar.
std::string cursor(std::string marked) {
    const std::size_t at = marked.find('|');
    marked.erase(at, 1);
    const Cursor found = cursor_at(marked, at);
    if (found.in_comment) return "#";
    return join(found.path, "/") + (found.in_value ? ":" + found.key : "") + "|" + found.typed;
}

}  // namespace

TEST_CASE("a key is in the maps of the less deep lines above it") {
    CHECK(cursor("da|") == "|da");
    CHECK(cursor("objects:\n  tweet:\n    # x\n\n    obj|") == "objects/tweet|obj");
    CHECK(cursor("objects:\n  tweet:\n    writes: 1/s\nex|") == "|ex");
    CHECK(cursor("objects:\n  tweet:\n    writes: 1/s\n  |") == "objects|");
    CHECK(cursor("objects:\r\n  tweet:\r\n    server.r|") == "objects/tweet|server.r");
}

TEST_CASE("a value is behind its colon, or behind a dash") {
    CHECK(cursor("dau: 5|") == ":dau|");
    CHECK(cursor("tiers:\n  queue:\n    kind: ka|") == "tiers/queue:kind|ka");
    CHECK(cursor("expect:\n  - stor|") == ":expect|stor");
    CHECK(cursor("expect:\n- stor|") == ":expect|stor");
    CHECK(cursor("expect:\n  - \"a: b\" # |") == ":expect|");
    CHECK(cursor("dau: 5M # ab|") == "#");
}

TEST_CASE("braces open maps in a line") {
    CHECK(cursor("tiers:\n  queue: {ki|") == "tiers/queue|ki");
    CHECK(cursor("tiers:\n  queue: {kind: kafka, lo|") == "tiers/queue|lo");
    CHECK(cursor("tiers:\n  queue: {kind: ka|") == "tiers/queue:kind|ka");
    CHECK(cursor("tiers:\n  blobs: {kind: object_store, stores: [image, vi|") == "tiers/blobs:stores|vi");
    CHECK(cursor("server: {rps: 5k/s}\nd|") == "|d");
}

TEST_CASE("letters behind a number are a unit that is being typed") {
    const Cursor found = cursor_at("object_size: 500 K", 18);
    CHECK(found.wants_unit);
    CHECK(found.typed == "K");
    const Cursor attached = cursor_at("dau: 5mi", 8);
    CHECK(attached.wants_unit);
    CHECK(attached.typed == "mi");
    CHECK(attached.begin == 6);
    CHECK_FALSE(cursor_at("writes: dau * wr", 16).wants_unit);
}

}  // namespace bote::test::cursor_test
