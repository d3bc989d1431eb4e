#include "serve/lsp/diagnostics.hpp"

#include "project/catch.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::diagnostics_test {
namespace {

/// What each points at, how bad it is, and what it says.
std::vector<std::string> told(const Marked& file) {
    std::vector<std::string> lines;
    for (const Json& each : diagnostics_of(file.analysis)) {
        lines.push_back(text_in(file.analysis, each["range"]) + " | " + each["severity"].dump() + " | " +
                        each["message"].get<std::string>());
    }
    return lines;
}

/// The text after the first fix at the cursor; empty where there is none.
std::string fixed(const Marked& file) {
    const Json fixes = fixes_for(file.analysis, "u", file.cursor, file.cursor);
    return fixes.empty() ? "" : edited(file.analysis, fixes[0]["edit"]["changes"]["u"]);
}

}  // namespace

TEST_CASE("all errors of a file are told at once, with their hints") {
    CHECK(told(Marked("dua: 5M\nheadroom: 30\nobject_size: 1 KBs\n")) ==
          std::vector<std::string>{
              "dua | 1 | there is no quantity 'dua' (did you mean 'dau'?)",
              "30 | 1 | headroom: '30' is not a percentage (write 30%)",
              "KBs | 1 | object_size: 'KBs' is no unit, magnitude or counting word (did you mean 'KB'?)",
          });
}

TEST_CASE("a file that is no YAML, or over the limits, has one error") {
    CHECK(told(Marked("dau: [1\n")).size() == 1);
    CHECK(told(Marked("a\tb\n")).size() == 1);
    const auto large = told(Marked("# " + std::string(300'000, 'x') + "\ndau: 1M\n"));
    REQUIRE(large.size() == 1);
    CHECK(large.front().find("256 KiB") != std::string::npos);
}

TEST_CASE("a failing expectation and a contradiction are warnings, a waiting input is information") {
    CHECK(told(Marked(kShop + "expect:\n  - storage <= 100 TB\n  - dau > 1M\n")) ==
          std::vector<std::string>{"storage <= 100 TB | 2 | storage <= 100 TB fails: it is 156 TB"});
    CHECK(told(Marked("writes: 10/s\nwrite_qps: 50/s\n")) ==
          std::vector<std::string>{"50/s | 2 | `write_qps` is given as 50/s; `writes` would make it 10/s"});
    CHECK(told(Marked("writes: 10/s\ngrowth: 20%/year\n")) ==
          std::vector<std::string>{"20%/year | 3 | nothing reads it yet: `growth` (for `horizon`)"});
}

TEST_CASE("what goes wrong in a scenario alone is told too") {
    const auto lines = told(Marked("writes: 10/s\nscenarios:\n  sale: {write: 20/s}\n"));
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().starts_with("write | 1 | there is no quantity 'write'"));
}

TEST_CASE("places count UTF-16 units") {
    const Marked file("description: \xF0\x9F\x98\x80\nobjects: {\"t\": {writes: 1/s, object_size: 5 \xC3\xA9}}\n");
    const Json list = diagnostics_of(file.analysis);
    REQUIRE_FALSE(list.empty());
    CHECK(list[0]["range"]["start"]["line"] == 1);
    CHECK(list[0]["range"]["start"]["character"] == 44);
    CHECK(list[0]["range"]["end"]["character"] == 45);
}

TEST_CASE("a hint that is one edit is a quick fix") {
    CHECK(fixed(Marked("d|ua: 5M\n")) == "dau: 5M\n");
    CHECK(fixed(Marked("writes: 1/s\nserver: {r|sp: 10k/s}\n")) == "writes: 1/s\nserver: {rps: 10k/s}\n");
    CHECK(fixed(Marked("writes: 1/s\nheadroom: 3|0\n")) == "writes: 1/s\nheadroom: 30%\n");
    CHECK(fixed(Marked("\"d|ua\": 5M\n")) == "\"dau\": 5M\n");
    CHECK(fixed(Marked("dau: 1|,000,000\n")) == "dau: 1000000\n");
    CHECK(fixed(Marked("dau: 300M |\xC3\x97 50%\n")) == "dau: 300M * 50%\n");
    CHECK(fixed(Marked("dau: 5|M\nwrites: daau * 2/day\n")).empty());
    CHECK(fixed(Marked("dau: 5M\nwrites: da|au * 2/day\n")) == "dau: 5M\nwrites: dau * 2/day\n");
    CHECK(fixed(Marked("objects:\n  tweet:\n    writes: 1/s\nexpect:\n  - tweet.wri|tess > 1/s\n"))
              .ends_with("- tweet.writes > 1/s\n"));
    CHECK(fixed(Marked("objects:\n  tweet:\n    writes: 1/s\nexpect:\n  - twe|et.writes > 1/s\n")).ends_with("\n"));
}

TEST_CASE("a failing expectation is mended by the computed value, rounded to the side that holds") {
    const auto mended = [](const std::string& line) {
        const std::string text = fixed(Marked(kShop + "expect:\n  - |" + line + "  # claim\n"));
        const auto at = text.find("  - ");
        return at == std::string::npos ? "" : text.substr(at + 4, text.find("  #") - at - 4);
    };
    CHECK(mended("storage <= 100 TB") == "storage <= 157 TB");  // 156.43
    CHECK(mended("storage >= 200 TB") == "storage >= 156 TB");
    CHECK(mended("storage ~ 100 TB within 1%") == "storage ~ 156 TB within 1%");
    CHECK(mended("writes == 1M/day") == "writes == 20M/day");
    CHECK(mended("2 * dau < 5M users") == "2 * dau < 20.1M");
    CHECK(mended("storage <= 300 TB").empty());
}

TEST_CASE("the bound is mended, on whichever side it stands; a comparison of two quantities has none") {
    const auto mended = [](const std::string& line) {
        const Marked file(kShop + "expect:\n  - |" + line + "\n");
        const std::string text = fixed(file);
        return text.empty() ? "" : text.substr(text.find("  - ") + 4);
    };
    CHECK(mended("100 TB >= storage") == "157 TB >= storage\n");  // 156.43
    CHECK(mended("200 TB < storage") == "156 TB < storage\n");
    CHECK(mended("9 GB > dau * 1 KB") == "10.1 GB > dau * 1 KB\n");
    CHECK(mended("storage < data").empty());
    CHECK(told(Marked(kShop + "expect: [1 TB >= storage]\n")) ==
          std::vector<std::string>{"1 TB >= storage | 2 | 1 TB >= storage fails: it is 156 TB"});
}

TEST_CASE("an expectation that asks for a chance says which one it has") {
    const auto lines = told(Marked("writes: 10/s to 20/s\nexpect: [writes < 9/s at 90%]\n"));
    REQUIRE(lines.size() == 1);
    CHECK(lines.front().find("fails: it has a chance of ") != std::string::npos);
}

TEST_CASE("a claim that is half typed leaves the figures standing") {
    const Marked file(kShop + "expect: [storag]\n");
    CHECK(told(file).size() == 1);
    REQUIRE(file.analysis.estimate() != nullptr);
    CHECK(file.analysis.checked->lines.empty());
}

TEST_CASE("a number that is written in a way of its own, and a single `=`, are mended") {
    CHECK(fixed(Marked("dau: 01|0\n")) == "dau: 10\n");
    CHECK(fixed(Marked("dau: 10M\nwrites_per_user: .|5/day\n")) == "dau: 10M\nwrites_per_user: 0.5/day\n");
    CHECK(fixed(Marked("dau: 5|.\n")) == "dau: 5\n");
    CHECK(fixed(Marked(kShop + "expect: [storage |= 1 TB]\n")).ends_with("expect: [storage == 1 TB]\n"));
}

}  // namespace bote::test::diagnostics_test
