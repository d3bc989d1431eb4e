#include "serve/lsp/hints.hpp"

#include <map>

#include "project/catch.hpp"
#include "serve/lsp/file.hpp"

namespace bote::test::hints_test {
namespace {

/// Each line that has hints, as it is shown.
std::vector<std::string> shown(const Marked& file) {
    std::map<std::size_t, std::string> lines;
    for (const Json& each : inlay_hints(file.analysis, 0, file.analysis.source->text.size())) {
        const auto line = each["position"]["line"].get<std::size_t>();
        const auto column = each["position"]["character"].get<std::size_t>();
        std::string& text = lines[line];
        if (text.empty()) text = std::string(file.analysis.lines.line(line).substr(0, column));
        text += " <" + each["label"].get<std::string>() + ">";
    }
    std::vector<std::string> list;
    for (const auto& [line, text] : lines) list.push_back(text);
    return list;
}

}  // namespace

TEST_CASE("beside an input stands the first figure that it completes") {
    CHECK(shown(Marked(kShop)) == std::vector<std::string>{
                                      "writes_per_user: 2/day <writes = 20M/day>",
                                      "read_write_ratio: 10:1 <reads = 200M/day>",
                                      "object_size: 1 KB <new_data = 20 GB/day>",
                                      "retention: 5 years <data = 36.5 TB>",
                                      "headroom: 30% <storage = 156 TB>",
                                  });
}

TEST_CASE("a formula has its value, and an expectation what it is") {
    CHECK(shown(Marked("dau: 10M\nwrites: dau * 3/day # each\ndefine:\n  twice: dau + dau\nexpect:\n"
                       "  - writes < 1k/s\n  - dau == 10M\n")) ==
          std::vector<std::string>{
              "writes: dau * 3/day <= 30M/day, peak_qps = 1.04k/s>",
              "  twice: dau + dau <= 20M>",
              "  - writes < 1k/s <is 347/s>",
          });
}

TEST_CASE("hints are those of the lines asked for, and none while there is an error") {
    const Marked file(kShop);
    const auto begin = file.analysis.source->text.find("object_size");
    CHECK(inlay_hints(file.analysis, begin, begin + 20).size() == 1);
    CHECK(inlay_hints(Marked(kShop + "dua: 1\n").analysis, 0, 1000).empty());
}

TEST_CASE("above the file stand the headline figures, above `expect` how many hold") {
    const Marked file("# a comment\n" + kShop + "expect: [storage > 1 PB, dau > 1M]\n");
    const Json lenses = code_lenses(file.analysis);
    REQUIRE(lenses.size() == 2);
    CHECK(lenses[0]["range"]["start"]["line"] == 1);
    const auto title = lenses[0]["command"]["title"].get<std::string>();
    CHECK(title.find("storage 156 TB") != std::string::npos);
    CHECK(title.find("peak requests 7.64k/s") != std::string::npos);  // 220M/day * 3 / 86400
    CHECK(lenses[1]["command"]["title"] == "1 of 2 hold");
    CHECK(lenses[1]["range"]["start"]["line"] == 9);
}

TEST_CASE("an object's input completes a figure of that object") {
    const std::string post = "  post: {writes_per_user: 1/day, object_size: 1 KB, retention: 1 year}\n";
    const std::string photo = "  photo: {writes_per_user: 2/day, object_size: 1 MB, retention: 1 year}\n";
    const auto lines = shown(Marked("dau: 20M\nobjects:\n" + photo + post));
    REQUIRE(lines.size() == 2);
    CHECK(lines[1].find("<post.writes = 20M/day>") != std::string::npos);
    CHECK(lines[1].find("<post.new_data = 20 GB/day>") != std::string::npos);
}

}  // namespace bote::test::hints_test
