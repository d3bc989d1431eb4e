#include "bote/embed/document.hpp"

#include "project/catch.hpp"

namespace bote::test::document_test {
namespace {

Document read(const std::string& text) { return read_document(make_source("note.md", text)); }

std::vector<std::string> commands_of(const std::string& text) {
    std::vector<std::string> commands;
    for (const auto& block : read(text).blocks) commands.emplace_back(text_of(block.command));
    return commands;
}

using Commands = std::vector<std::string>;

/// The message of the only error, with its place.
std::string error_of(const std::string& text) {
    const auto errors = read(text).errors;
    REQUIRE(errors.size() == 1);
    const Location location = location_of(errors.front().where);
    return std::to_string(location.line) + ":" + std::to_string(location.column) + ": " + errors.front().what;
}

const std::string kEnd = "\n<!-- /bote -->\n";

}  // namespace

TEST_CASE("blocks stand on lines of their own or within a sentence") {
    const auto document = read(
        "# A\n\nx <!-- bote: value w a -->1<!-- /bote --> y\n\n## B\n\n<!--bote:w-->\nold\n<!--/bote sha:abc+/9-->\n");
    REQUIRE(document.blocks.size() == 2);
    CHECK(document.errors.empty());
    CHECK(document.blocks[0].placement == Placement::sentence);
    CHECK(body_of(document, document.blocks[0]) == "1");
    CHECK(document.blocks[0].heading_level == 1);
    CHECK(document.blocks[0].checksum.empty());
    CHECK(document.blocks[1].placement == Placement::lines);
    CHECK(body_of(document, document.blocks[1]) == "old\n");
    CHECK(document.blocks[1].heading_level == 2);
    CHECK(document.blocks[1].checksum == "abc+/9");
}

TEST_CASE("markers in code, in comments and in front matter are text") {
    const std::string block = "<!-- bote: value w a -->" + kEnd;
    CHECK(commands_of("```md\n" + block + "```\n").empty());
    CHECK(commands_of("~~~~\n```\n~~~\n" + block + "~~~~\n").empty());
    CHECK(commands_of("> ```\n> <!-- bote: w -->\n> <!-- /bote -->\n> ```\n").empty());
    CHECK(commands_of("- item\n\n  ```\n  <!-- bote: w -->\n  <!-- /bote -->\n  ```\n").empty());
    CHECK(commands_of("```\n" + block).empty());  // never closed: all of the rest is code
    CHECK(commands_of("text\n\n    <!-- bote: w -->\n    <!-- /bote -->\n").empty());
    CHECK(commands_of("like `<!-- bote: w -->` and `` `<!-- /bote -->` ``\n").empty());
    CHECK(commands_of("like \\<!-- bote: w --> here\n").empty());
    CHECK(commands_of("<!-- a comment of ours, with bote: w -->\n").empty());
    CHECK(commands_of("---\ntitle: <!-- bote: w -->\n---\ntext\n").empty());
}

TEST_CASE("what only looks like code hides no block") {
    CHECK(commands_of("a ` tick\n\n<!-- bote: w -->" + kEnd) == Commands{"w"});
    CHECK(commands_of("``` a ` b\n<!-- bote: w -->" + kEnd) == Commands{"w"});
    CHECK(commands_of("- item\n\n    <!-- bote: w -->\n    <!-- /bote -->\n") == Commands{"w"});
    CHECK(commands_of("\xEF\xBB\xBF<!-- bote: w -->" + kEnd) == Commands{"w"});
    CHECK(commands_of("<!-- bote:\n  value w\n  'a b'\n-->" + kEnd) == Commands{"value w\n  'a b'"});
}

TEST_CASE("a block within a quotation or a list goes on with their marks") {
    const auto document =
        read("> <!-- bote: w -->\n>\n> a\n>\n> <!-- /bote -->\n\n1. <!-- bote: w -->\n   b\n   <!-- /bote -->\n");
    REQUIRE(document.blocks.size() == 2);
    CHECK(document.blocks[0].prefix == "> ");
    CHECK(body_of(document, document.blocks[0]) == "\na\n\n");
    CHECK(document.blocks[1].prefix == "   ");
    CHECK(body_of(document, document.blocks[1]) == "b\n");
}

TEST_CASE("a workload in the document keeps its lines and columns") {
    const auto document = read("# A\r\n\r\n```bote\r\ndau: 1M\r\n```\r\n> ```yaml bote shop\n> dau: 2M\n> ```\n");
    REQUIRE(document.workloads.size() == 2);
    CHECK(document.workloads[0].name.empty());
    CHECK(document.workloads[0].content == "\n\n\ndau: 1M\r\n");
    CHECK(document.workloads[1].name == "shop");
    CHECK(document.workloads[1].content == "\n\n\n\n\n\n  dau: 2M\n");
}

TEST_CASE("every marker without a partner is an error at its place") {
    CHECK(error_of("a\n\n<!-- bote: w -->\n") == "3:1: this block has no end");
    CHECK(error_of("<!-- bote: w -->\n<!-- bote: v -->" + kEnd) == "1:1: this block has no end");
    CHECK(error_of("a <!-- /bote -->\n") == "1:3: this ends no block");
    CHECK(error_of("<!-- bote: w\n") == "1:1: this comment has no end");
    CHECK(error_of("<!-- bote: -->" + kEnd) == "1:1: expected a command");
    CHECK(error_of("<!-- bote: w -->\n<!-- /bote: -->\n") == "2:1: expected the end of a block");
    CHECK(error_of("a <!-- bote: value w a -->\n\n<!-- /bote -->\n") == "1:3: this block ends in another paragraph");
    CHECK(error_of("```bote\n```\n\n```bote\n```\n") == "4:1: a second workload without a name");
    CHECK(read("<!-- bote: w -->\n\n<!-- bote: w -->\n\n<!-- bote: w -->\n").errors.size() == 3);
}

TEST_CASE("a workload that no fence ends is an error, and none of its lines is lost") {
    for (const char* const end : {"", "\n", "\n\n"}) {
        const auto document = read(std::string("a\n\n````bote shop\ndau: 1M\nreplication: 1") + end);
        REQUIRE(document.errors.size() == 1);
        CHECK(document.errors.front().what == "this block has no end");
        CHECK(document.errors.front().hint.text == "write ```` on a line of its own after it");
        CHECK(location_of(document.errors.front().where).line == 3);
        REQUIRE(document.workloads.size() == 1);
        CHECK(document.workloads.front().content == std::string("\n\n\ndau: 1M\nreplication: 1") + end);
    }
    CHECK(read("```bote\ndau: 1M\n```").errors.empty());
    CHECK(read("```yaml\ndau: 1M\n").errors.empty());  // of no interest
}

TEST_CASE("a marker that differs only by case is an error, not a comment") {
    CHECK(error_of("<!-- Bote: w -->" + kEnd) == "1:6: a marker is written in lower case");
    CHECK(error_of("<!-- bote: w -->\n<!-- /BOTE -->\n") == "2:6: a marker is written in lower case");
    CHECK(read("<!-- Bote is a tool -->\n").errors.empty());
}

TEST_CASE("what follows the end of a block is no checksum") {
    const auto document = read("<!-- bote: w -->\n<!-- /bote: -->\n");
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.blocks.front().checksum.empty());
}

TEST_CASE("what some renderers would show otherwise is refused or warned of") {
    CHECK(error_of("a <!-- bote: value w a --set b=1 --><!-- /bote -->\n") ==
          "1:24: a comment within a sentence cannot hold '--': some renderers show it as text");
    CHECK(read("a <!-- bote: value w a -set b=1 --><!-- /bote -->\n").errors.empty());
    CHECK(read("<!-- bote: w --set b=1 -->" + kEnd).errors.empty());
    CHECK(read("<!-- bote: value w a --><!-- /bote --> of disk\n").warnings.size() == 1);
}

}  // namespace bote::test::document_test
