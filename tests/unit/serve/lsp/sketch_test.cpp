#include "serve/lsp/sketch.hpp"

#include <string>
#include <vector>

#include "project/catch.hpp"

namespace bote::test::sketch_test {
namespace {

using Names = std::vector<std::string>;

constexpr std::size_t kNowhere = 1000;

Sketch sketched(const std::string& text, std::size_t typed_line = kNowhere) {
    return sketch_of(TextLines(text, Encoding::utf16), typed_line);
}

std::string kind_of(const std::string& line) {
    const Sketch sketch = sketched("tiers:\n  queue: " + line + "\n");
    const auto found = sketch.kinds.find("queue");
    return found == sketch.kinds.end() ? "none" : found->second;
}

}  // namespace

TEST_CASE("names are the keys one step below their section, whatever else the lines hold") {
    const Sketch sketch = sketched(
        "dau: 5M\n"
        "objects:\n"
        "    # a comment\n"
        "    tweet:\n"
        "        object_size: 1 KB\n"
        "\n"
        "    photo: {writes: 1/s}\n"
        "    half typ\n"
        "tiers:\n"
        "  queue:\n"
        "      kind: kafka\n"
        "define:\n"
        "  per_user [B]: data / dau\n"
        "  open[: [\n"
        "scenarios:\n"
        "  sale: {dau: 10M}\n");
    CHECK(sketch.objects == Names{"tweet", "photo", "half typ"});
    CHECK(sketch.tiers == Names{"queue"});
    CHECK(sketch.own == Names{"per_user", "open"});
    CHECK(sketch.kinds.size() == 1);
    CHECK(sketch.kinds.at("queue") == "kafka");
}

TEST_CASE("each section has a depth of its own") {
    const Sketch sketch =
        sketched("objects:\n      tweet:\n        writes: 1/s\n  # deep\ntiers:\n queue:\n  load: 1/s\n");
    CHECK(sketch.objects == Names{"tweet"});
    CHECK(sketch.tiers == Names{"queue"});
}

TEST_CASE("what stands in the line that somebody types in is not chosen yet, but its kind is known") {
    const std::string text = "objects:\n  tweet:\n  pho\ntiers:\n  queue: {kind: kafka}\n  cache: {kind: redis}\n";
    CHECK(sketched(text, 2).objects == Names{"tweet"});
    CHECK(sketched(text, 1).objects == Names{"pho"});
    CHECK(sketched(text, 4).tiers == Names{"cache"});
    CHECK(sketched(text, 4).kinds.at("queue") == "kafka");
    CHECK(sketched(text, 4).kinds.at("cache") == "redis");
}

TEST_CASE("a kind ends at a comma, a brace or a comment, and is a key of its own") {
    CHECK(kind_of("{kind: kafka, load: 1/s}") == "kafka");
    CHECK(kind_of("{load: 1/s, kind: redis}") == "redis");
    CHECK(kind_of("{kind:redis # soon\n") == "redis");
    CHECK(kind_of("\n    kind: stream  # later") == "stream");
    CHECK(kind_of("{mankind: x}") == "none");
    CHECK(kind_of("{kind: }") == "none");
    CHECK(kind_of("{load: 1/s}") == "none");
    CHECK(sketched("objects:\n  tweet: {kind: kafka}\n").kinds.empty());
}

}  // namespace bote::test::sketch_test
