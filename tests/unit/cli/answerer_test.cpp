#include "cli/answerer.hpp"

#include <string>

#include "cli/asked.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/project_files.hpp"

namespace bote::test::answerer_test {
namespace {

const std::string kYaml = "name: Shop\nwrites: 10/s\nobject_size: 1 KB\nretention: 1 year\n";

/// A document `docs/note.md` with one block, in an empty folder.
class Note {
public:
    explicit Note(const std::string& command, const std::string& before = "", const std::string& options = "note.md")
        : working_(scratch_.path()),
          asked_("embed " + options),
          document_(read_document(make_source("note.md", before + "<!-- bote: " + command + " -->\n<!-- /bote -->\n"))),
          answerer_(document_, "docs", asked_.setting) {
        std::filesystem::create_directories("docs/more");
        write_text("docs/shop.yaml", kYaml);
    }

    Answer ask() { return answerer_.ask(document_.blocks.at(0)); }
    [[nodiscard]] std::string messages() const { return answerer_.messages(); }

private:
    ScratchFolder scratch_;
    WorkingFolder working_;
    Asked asked_;
    Document document_;
    Answerer answerer_;
};

Refusal refusal_of(const std::string& command, const std::string& before = "") {
    Note note(command, before);
    return refusal([&] { note.ask(); });
}

}  // namespace

TEST_CASE("the answer to a block is Markdown, bare values, or a text in a language") {
    struct Row {
        std::string command;
        AnswerKind kind;
        std::string language;
    };
    const Row rows[] = {
        {"estimate shop.yaml", AnswerKind::markdown, "markdown"},
        {"estimate shop.yaml --format table", AnswerKind::other, "text"},
        {"estimate shop.yaml --format csv", AnswerKind::other, "csv"},
        {"value shop.yaml qps", AnswerKind::values, "text"},
        {"value shop.yaml qps --format table", AnswerKind::values, "text"},
        {"value shop.yaml qps --format json", AnswerKind::other, "json"},
    };
    for (const auto& row : rows) {
        CAPTURE(row.command);
        const Answer answer = Note(row.command).ask();
        CHECK(answer.kind == row.kind);
        CHECK(answer.language == row.language);
        CHECK_FALSE(answer.text.empty());
    }
    CHECK(Note("value shop.yaml qps").ask().text == "10/s\n");
}

TEST_CASE("a block cannot hold a command that writes or waits, nor where its answer goes") {
    for (const std::string command : {"new Chat", "lsp", "watch shop.yaml", "embed note.md", "practice --history",
                                      "schema", "help explain", "estimate --version"}) {
        CAPTURE(command);
        CHECK(refusal_of(command).what == "a block cannot hold `" + command + "`");
    }
    CHECK(refusal_of("estimate shop.yaml --output a.md").what == "a block cannot hold --output");
    CHECK(refusal_of("estimate shop.yaml --color never").what == "a block cannot hold --color");
    CHECK(refusal_of("estimate -").what == "a block cannot read standard input");
}

TEST_CASE("a folder whose name only begins as the document's does is outside of it") {
    CHECK(refusal_of("estimate ../docs-old/shop.yaml").what ==
          "'../docs-old/shop.yaml' is outside of the document's folder");
    CHECK(refusal_of("estimate more/../../shop.yaml").what ==
          "'more/../../shop.yaml' is outside of the document's folder");
    CHECK(Note("value more/../shop.yaml qps").ask().text == "10/s\n");
    Note anywhere("value ../shop.yaml qps", "", "note.md --anywhere");
    write_text("shop.yaml", kYaml);
    CHECK(anywhere.ask().text == "10/s\n");
}

TEST_CASE("a block asks a workload of its own document by name, or without one") {
    const std::string own = "```bote\n" + kYaml + "```\n\n```bote sale\nwrites: 20/s\n```\n\n";
    CHECK(Note("value # qps", own).ask().text == "10/s\n");
    CHECK(Note("value #sale qps", own).ask().text == "20/s\n");
    const auto unknown = refusal_of("value #sael qps", own);
    CHECK(unknown.what == "the document holds no workload 'sael'");
    CHECK(unknown.hint == "did you mean 'sale'?");
    CHECK(refusal_of("value # qps").what == "the document holds no workload");
}

TEST_CASE("an error in a block's file is told by the path that leads there, one of its own workload by the document") {
    const auto told = [](const std::string& command, const std::string& before) {
        Note note(command, before);
        write_text("docs/bad.yaml", "writes: 10/s\ndua: 5M\n");
        try {
            note.ask();
        } catch (const InputError& problem) {
            const Span& where = problem.errors().front().where;
            return where.source->name + ":" + std::to_string(location_of(where).line);
        }
        return std::string("no error");
    };
    CHECK(told("value bad.yaml qps", "") == "docs/bad.yaml:2");
    // The fence is line 1 of the document, `writes` line 2.
    CHECK(told("value # qps", "```bote\nwrites: 10/s\ndua: 5M\n```\n\n") == "note.md:3");
}

TEST_CASE("a warning of two blocks is one message, and names the file as the block does") {
    Note note("estimate shop.yaml");
    write_text("docs/shop.yaml", kYaml + "expect:\n  - qps <= 5/s\n");
    CHECK(note.messages().empty());
    note.ask();
    note.ask();
    CHECK(note.messages() == "shop.yaml: warning: the expectation `qps <= 5/s` fails: it is 10/s\n");
}

TEST_CASE("a check in a block that fails is an answer, but not one of a file with errors") {
    Note failing("check shop.yaml");
    write_text("docs/shop.yaml", kYaml + "expect:\n  - qps <= 5/s\n");
    CHECK(contains(failing.ask().text, "FAILS"));
    Note mistaken("check shop.yaml bad.yaml");
    write_text("docs/bad.yaml", "dua: 5M\n");
    CHECK(contains(refusal([&] { mistaken.ask(); }).what, "dua"));
    CHECK(mistaken.messages().empty());
}

}  // namespace bote::test::answerer_test
