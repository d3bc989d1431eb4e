#include "bote/embed/refresh.hpp"

#include <rapidcheck.h>

#include "embed/pieces.hpp"
#include "project/catch.hpp"

namespace bote::test::refresh_test {
namespace {

Document read(const std::string& text) { return read_document(make_source("note.md", text)); }

Ask always(const std::string& text, AnswerKind kind = AnswerKind::markdown) {
    return [=](const LiveBlock&) { return Answer{kind, text, "text"}; };
}

std::string refreshed(const std::string& text, const Ask& ask, HandEdits edits = HandEdits::refuse) {
    const auto document = read(text);
    const auto result = refresh(document, ask, edits);
    REQUIRE(result.errors.empty());
    return apply_to(document, result.replacements);
}

/// An error, with its place.
std::string refusal(const std::string& text, const Ask& ask) {
    const auto document = read(text);
    const auto errors = refresh(document, ask, HandEdits::refuse).errors;
    REQUIRE(errors.size() == 1);
    return std::to_string(location_of(errors.front().where).line) + ": " + errors.front().what;
}

std::string sum(const std::string& text) { return "<!-- /bote sha:" + checksum_of(pieces_of(text)) + " -->"; }

const std::string kTable = "| a   |   b |\n| --- | --: |\n| x   |   1 |\n";
const std::string kOpen = "<!-- bote: estimate w -->";

}  // namespace

TEST_CASE("an answer stands between blank lines, and a second refresh changes nothing") {
    const std::string once = refreshed("a\n\n" + kOpen + "\n<!-- /bote -->\nb\n", always(kTable));
    CHECK(once == "a\n\n" + kOpen + "\n\n" + kTable + "\n" + sum(kTable) + "\nb\n");
    CHECK(refreshed(once, always(kTable)) == once);
    CHECK(refresh(read(once), always(kTable), HandEdits::refuse).replacements.empty());
}

TEST_CASE("a value takes the place of the old one within the sentence") {
    const std::string text = "of <!-- bote: value w a -->1 TB<!-- /bote --> and more\n";
    const std::string once = refreshed(text, always("2 TB\n$3/month\n", AnswerKind::values));
    CHECK(once == "of <!-- bote: value w a -->2 TB, \\$3/month" + sum("2 TB, $3/month") + " and more\n");
    CHECK(refreshed(once, always("2 TB\n$3/month\n", AnswerKind::values)) == once);
}

TEST_CASE("what is no Markdown goes into a code block that its text cannot close") {
    CHECK(refreshed(kOpen + "\n<!-- /bote -->", always("a\n```\n", AnswerKind::other)) ==
          kOpen + "\n\n````text\na\n```\n````\n\n" + sum("````text\na\n```\n````"));
}

TEST_CASE("headings go below the one that the block stands under") {
    const std::string answer = "# T\n\n## S\n\ntext\n";
    CHECK(refreshed("## A\n\n" + kOpen + "\n<!-- /bote -->\n", always(answer)) ==
          "## A\n\n" + kOpen + "\n\n### T\n\n#### S\n\ntext\n\n" + sum("### T\n\n#### S\n\ntext\n") + "\n");
    CHECK(refreshed(kOpen + "\n<!-- /bote -->\n", always("## S\n")) == kOpen + "\n\n# S\n\n" + sum("# S") + "\n");
    CHECK(refreshed("###### A\n\n" + kOpen + "\n<!-- /bote -->\n", always(answer)).find("\n###### S\n") !=
          std::string::npos);
}

TEST_CASE("line ends, quotation marks and indents of the document are kept") {
    const std::string windows = refreshed("a\r\n" + kOpen + "\r\n<!-- /bote -->\r\n", always("x\ny\n"));
    CHECK(windows == "a\r\n" + kOpen + "\r\n\r\nx\r\ny\r\n\r\n" + sum("x y") + "\r\n");
    CHECK(refreshed(windows, always("x\ny\n")) == windows);
    const std::string quoted = refreshed("> " + kOpen + "\n> <!-- /bote -->\n", always("x\n"));
    CHECK(quoted == "> " + kOpen + "\n>\n> x\n>\n> " + sum("x") + "\n");
    CHECK(refreshed(quoted, always("x\n")) == quoted);
    const std::string item = refreshed("- " + kOpen + "\n  <!-- /bote -->\n", always("x\n"));
    CHECK(item == "- " + kOpen + "\n\n  x\n\n  " + sum("x") + "\n");
    CHECK(refreshed(item, always("x\n")) == item);
}

TEST_CASE("a table that says the same stays as it is written") {
    const std::string padded = kOpen + "\n|a|b|\n|-|-|\n|x|1|\n" + sum(kTable) + "\n";
    CHECK(refreshed(padded, always(kTable)) == padded);
    const std::string two = kOpen + "\n\n|a|b|\n|-|-|\n|x|1|\n\nold\n\n" + sum(kTable + "\nold\n") + "\n";
    CHECK(refreshed(two, always(kTable + "\nnew\n")) ==
          kOpen + "\n\n|a|b|\n|-|-|\n|x|1|\n\nnew\n\n" + sum(kTable + "\nnew\n") + "\n");
}

TEST_CASE("a block that was edited by hand is an error at the first line that bote would not write") {
    const std::string head = kOpen + "\n\n| a   |   b |\n| --- | --: |\n";
    CHECK(refusal(head + "| x   |   2 |\n\n" + sum(kTable) + "\n", always(kTable)) ==
          "5: edited by hand: this is not what bote wrote");
    CHECK(refusal(head + "| x   |   1 |\n\nmine\n\n" + sum(kTable) + "\n", always(kTable)) ==
          "7: edited by hand: this is not what bote wrote");
    CHECK(refusal("a <!-- bote: value w a -->2 TB" + sum("1 TB") + "\n", always("3 TB", AnswerKind::values)) ==
          "1: edited by hand: this is not what bote wrote");
    CHECK(refreshed(head + "| x   |   2 |\n\n" + sum(kTable) + "\n", always(kTable), HandEdits::replace) ==
          head + "| x   |   1 |\n\n" + sum(kTable) + "\n");
}

TEST_CASE("a block edited into what bote writes only gets its checksum") {
    CHECK(refreshed(kOpen + "\n" + kTable + sum("old") + "\n", always(kTable)) ==
          kOpen + "\n" + kTable + sum(kTable) + "\n");
}

TEST_CASE("errors of all blocks come at once, each with a place in the document") {
    const auto document = read("a\n" + kOpen + "\n<!-- /bote -->\n\n" + kOpen + "\n<!-- /bote -->\n");
    const auto failing = [](const LiveBlock&) -> Answer {
        const auto option = make_source("--set x", "x", SourceKind::option);
        throw InputError(Errors{{{}, "no such file", ""}, {{option, 0, 1}, "no number", ""}});
    };
    const auto errors = refresh(document, failing, HandEdits::refuse).errors;
    REQUIRE(errors.size() == 4);
    CHECK(location_of(errors[0].where).line == 2);
    CHECK(errors[1].what == "--set x: no number");
    CHECK(location_of(errors[2].where).line == 5);
}

TEST_CASE("an error of a command stands at the word that is meant") {
    const std::string opening = R"(<!-- bote: estimate w --set dua=1M "q\"r in x" -->)";
    const auto fault_of = [&](Error error) {
        const auto document = read("a\n\n" + opening + "\n<!-- /bote -->\n");
        const auto failing = [&](const LiveBlock&) -> Answer { throw InputError(error); };
        return std::string(text_of(refresh(document, failing, HandEdits::refuse).errors.front().where));
    };
    const auto option = make_source("--set dua=1M", "dua=1M", SourceKind::option);
    CHECK(fault_of({{option, 0, 3}, "there is no quantity 'dua'", ""}) == "dua");
    CHECK(fault_of({{option, 6, 6}, "expected a number", ""}) == "M");
    CHECK(fault_of({{}, "there is no file 'w'", ""}) == "w");
    CHECK(fault_of({{}, "there is no answer", ""}) == R"(estimate w --set dua=1M "q\"r in x")");
    const auto escaped = make_source("QUANTITY", "q\"r in x", SourceKind::option);
    CHECK(fault_of({{escaped, 7, 8}, "'x' is not a unit", ""}) == R"("q\"r in x")");
}

TEST_CASE("an answer of several lines does not fit into a sentence") {
    CHECK(refusal("a " + kOpen + "<!-- /bote -->\n", always(kTable)) == "1: this answer does not fit into a sentence");
}

TEST_CASE("cleaning leaves the markers, and no edits by hand are lost") {
    const std::string text =
        kOpen + "\n\n" + kTable + "\n" + sum(kTable) + "\n\na <!-- bote: value w a -->2" + sum("2");
    const auto document = read(text);
    CHECK(apply_to(document, clean(document, HandEdits::refuse).replacements) ==
          kOpen + "\n<!-- /bote -->\n\na <!-- bote: value w a --><!-- /bote -->");
    const auto edited = read(kOpen + "\nmine\n" + sum(kTable) + "\n");
    CHECK(clean(edited, HandEdits::refuse).errors.size() == 1);
    CHECK(clean(edited, HandEdits::replace).errors.empty());
}

/// Markers, code, quotations and text in any order.
std::string any_document() {
    constexpr std::string_view kFragments[] = {
        "a <!-- bote: value w a -->1<!-- /bote --> b",
        "<!-- bote: value w a --><!-- /bote -->",
        "\n<!-- bote: w -->\n<!-- /bote -->\n",
        "\n> <!-- bote: w -->\n> old\n> <!-- /bote -->\n",
        "\n- <!-- bote: w -->\n\n  | a |\n  |---|\n  | 1 |\n  <!-- /bote sha:abcdef -->\n",
        "<!-- other -->",
        "```",
        "\n```\n",
        "\n~~~\n",
        "\n```bote\n",
        "`",
        "``",
        "> ",
        "- ",
        "    ",
        "\n# A\n",
        "\n",
        "\n\n",
        "\r\n",
        "text ",
        "---\n",
        "\\",
    };
    std::string text;
    const int count = *rc::gen::inRange(0, 30);
    for (int i = 0; i < count; ++i) text += kFragments[*rc::gen::inRange<std::size_t>(0, std::size(kFragments))];
    return text;
}

TEST_CASE("whatever a document holds, a second refresh changes nothing and cleaning brings back what was there") {
    CHECK(rc::check([] {
        const std::string text = any_document();
        const Ask ask = [](const LiveBlock& block) {
            if (block.placement == Placement::sentence) return Answer{AnswerKind::values, "1 TB", "text"};
            return Answer{AnswerKind::markdown, "# T\n\ntext `a`\n\n" + kTable, ""};
        };
        const auto document = read(text);
        if (!document.errors.empty()) return;  // is not written
        // Half a code mark within a block may hide what is behind it; bote itself writes none.
        for (const auto& block : document.blocks) {
            if (body_of(document, block).find_first_of("`~<\\") != std::string::npos) return;
        }
        const auto first = refresh(document, ask, HandEdits::replace);
        RC_ASSERT(first.errors.empty());
        const std::string once = apply_to(document, first.replacements);
        const auto again = read(once);
        RC_ASSERT(again.blocks.size() == document.blocks.size());
        RC_ASSERT(again.errors.size() == document.errors.size());
        const auto second = refresh(again, ask, HandEdits::refuse);
        RC_ASSERT(second.errors.empty());
        RC_ASSERT(apply_to(again, second.replacements) == once);
        const auto cleaned = apply_to(again, clean(again, HandEdits::refuse).replacements);
        RC_ASSERT(cleaned == apply_to(document, clean(document, HandEdits::replace).replacements));
    }));
}

}  // namespace bote::test::refresh_test
