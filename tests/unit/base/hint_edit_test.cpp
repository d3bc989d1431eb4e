#include "bote/base/hint.hpp"

#include "bote/base/error.hpp"
#include "project/catch.hpp"

namespace bote::test::hint_edit_test {
namespace {

/// What the source becomes; empty where no edit is known.
std::string mended(const std::string& text, std::size_t begin, std::size_t end, Hint hint) {
    const auto source = make_source("w.yaml", text);
    if (hint.where.end > 0) hint.where.source = source;
    const auto fix = fix_of(Error{{source, begin, end}, "wrong", std::move(hint)});
    if (!fix) return "";
    return std::string(text).replace(fix->where.begin, fix->where.end - fix->where.begin, fix->text);
}

}  // namespace

TEST_CASE("a hint is a sentence, and may be an edit") {
    CHECK(Hint("write it out").instead.empty());
    CHECK(Hint().empty());
    CHECK(did_you_mean("dua", "dau").text == "did you mean 'dau'?");
    CHECK(write_instead("TO", "to").text == "write `to`");
    CHECK(write_instead("TO", "to").instead == "to");
}

TEST_CASE("the edit takes the place of what is written there") {
    CHECK(mended("dua: 5M", 0, 3, did_you_mean("dua", "dau")) == "dau: 5M");
    CHECK(mended("\"dua\": 5M", 0, 5, did_you_mean("dua", "dau")) == "\"dau\": 5M");
    CHECK(mended("dua: 5M", 0, 3, "see the manual").empty());
}

TEST_CASE("of a nested key only its own part is replaced") {
    CHECK(mended("server: {rsp: 1/s}", 9, 12, did_you_mean("server.rsp", "server.rps")) == "server: {rps: 1/s}");
    CHECK(mended("server: {rsp: 1/s}", 9, 12, did_you_mean("server.rsp", "cache.rps")).empty());
}

TEST_CASE("an edit may be of more than the error points at") {
    Hint hint = write_instead("300M x 50%", "300M * 50%");
    hint.where = {nullptr, 5, 15};
    CHECK(mended("dau: 300M x 50%", 10, 11, hint) == "dau: 300M * 50%");
}

TEST_CASE("there is no edit where the source reads otherwise than the hint has it") {
    CHECK(mended("dau: 5\n  M", 5, 10, write_instead("5 M", "5M")).empty());
    CHECK_FALSE(fix_of(Error{{}, "wrong", did_you_mean("a", "b")}).has_value());
}

}  // namespace bote::test::hint_edit_test
