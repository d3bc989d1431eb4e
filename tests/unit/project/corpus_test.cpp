// The published estimates of tests/corpus, each as a workload whose `expect` lines are the published figures:
//
//   # figures: 11                                first line: so many figures are published
//   - write_qps ~ 76/s within 1%   # write_qps   a figure that holds
//   - reads == 9M/day   # wrong: reads, published 90M/day    a slip of the author, with the right value
//   # not held: disks, nobody knows why          a figure that bote does not come to

#include <regex>
#include <string>
#include <vector>

#include "bote/base/text.hpp"
#include "bote/views/check.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/project_files.hpp"

namespace bote::test::corpus_test {
namespace {

constexpr std::size_t kEstimates = 63;
constexpr std::size_t kFigures = 577;
constexpr double kLeastBuiltIn = 0.8;
constexpr std::size_t kEstimatesOfBoxes = 17;
constexpr double kLeastBuiltInOfBoxes = 0.95;
constexpr std::size_t kMostLinesOfBoxes = 15;  // on average

/// One `expect` line with its comment.
struct Figure {
    std::size_t line = 0;  // of the file, from 0
    std::string text;
    std::string comment;
};

struct Estimated {
    std::string file;
    std::string text;
    std::size_t announced = 0;
    std::size_t not_held = 0;
    std::vector<Figure> figures;
};

Estimated read_estimated(const std::string& file, const std::string& text) {
    static const std::regex announcement(R"(# figures: (\d+))");
    static const std::regex figure(R"(  - (.*?) +# (.+))");
    Estimated found{file, text, 0, 0, {}};
    bool expecting = false;
    for (const auto& line : lines_of(text)) {
        std::smatch match;
        if (line.number == 1 && std::regex_match(line.text, match, announcement))
            found.announced = std::stoul(match[1]);
        if (trim(line.text).starts_with("# not held:")) ++found.not_held;
        if (!line.text.starts_with(' ')) expecting = line.text == "expect:";
        if (expecting && std::regex_match(line.text, match, figure))
            found.figures.push_back({line.number - 1, match[1], match[2]});
    }
    return found;
}

std::vector<Estimated> read_corpus() {
    std::vector<Estimated> corpus;
    for (const auto& path : files_below(source_folder() / "tests/corpus", ".yaml"))
        corpus.push_back(read_estimated(path.filename().string(), read_text(path)));
    return corpus;
}

/// What a figure rests on.
enum class Way {
    model,       // quantities of the model, one of them computed
    definition,  // an own quantity of the file
    arithmetic,  // nothing but what is given, and units
};

Way way_of(const Model& model, const BoundExpectation& expectation) {
    Way way = Way::arithmetic;
    for (const auto* names : {&expectation.left_names, &expectation.right_names}) {
        for (const auto& name : *names) {
            if (name.quantity == QuantityIndex::none) continue;
            const auto& quantity = model.quantities[name.quantity];
            if (quantity.definition == nullptr) return Way::definition;
            if (quantity.origin == Origin::computed) way = Way::model;
        }
    }
    return way;
}

/// "6.44 K/sec" as bote writes it: "6.44k/s". What a rate is published per stands in the line where it is left out.
std::string read_published(std::string value, const std::string& right) {
    value = std::regex_replace(value, std::regex("[,+]"), "");
    value = std::regex_replace(value, std::regex(" ?K/"), "k/");
    value = std::regex_replace(value, std::regex("/sec$"), "/s");
    const auto per = right.find('/');
    if (value.find('/') == std::string::npos && per != std::string::npos)
        value += right.substr(per, right.find(' ', per) - per);
    return value;
}

/// The file with the published value of one wrong line in place of the right one.
std::string with_published(const Estimated& each, const Figure& figure) {
    static const std::regex parts(R"((.+?) (?:==|~|<=?|>=?) (.+))");
    static const std::regex published("wrong: .+?, published (.+)");
    std::smatch sides;
    std::smatch value;
    if (!std::regex_match(figure.text, sides, parts) || !std::regex_match(figure.comment, value, published)) return "";
    std::string text;
    for (const auto& line : lines_of(each.text)) {
        text += line.number - 1 == figure.line
                    ? "  - " + sides[1].str() + " ~ " + read_published(value[1], sides[2]) + " within 5%"
                    : line.text;
        text += "\n";
    }
    return text;
}

struct Counts {
    std::size_t files = 0;
    std::size_t figures = 0;
    std::size_t by_model = 0;
    std::size_t by_definition = 0;
    std::size_t by_arithmetic = 0;
    std::size_t not_held = 0;
    std::size_t slips = 0;
};

void count(const Estimated& each, Counts& counts) {
    const auto estimate = estimate_of(each.text);
    for (const auto& expectation : estimate.model.expectations) {
        switch (way_of(estimate.model, expectation)) {
            case Way::model: ++counts.by_model; break;
            case Way::definition: ++counts.by_definition; break;
            case Way::arithmetic: ++counts.by_arithmetic; break;
        }
    }
    for (const auto& figure : each.figures) counts.slips += figure.comment.starts_with("wrong: ") ? 1 : 0;
    counts.not_held += each.not_held;
    counts.figures += each.figures.size() + each.not_held;
    ++counts.files;
}

std::string sentence(const Counts& counts) {
    const auto number = [](std::size_t value) { return std::to_string(value); };
    return number(counts.figures) + " figures of " + number(counts.files) +
           " published estimates: " + number(counts.by_model) + " by the model's own quantities, " +
           number(counts.by_definition) + " by definitions, " + number(counts.by_arithmetic) +
           " by arithmetic on what is given, " + number(counts.not_held) + " not held; " + number(counts.slips) +
           " slips of their authors contradicted";
}

/// Words parted by single blanks, so that a sentence is found across lines.
std::string joined_lines(const std::string& text) { return std::regex_replace(text, std::regex("\\s+"), " "); }

}  // namespace

TEST_CASE("every published estimate is valid, announces its figures, and holds each that it lists") {
    for (const auto& each : read_corpus()) {
        CAPTURE(each.file);
        CHECK(each.announced > 0);
        CHECK(each.figures.size() + each.not_held == each.announced);
        const auto checked = check_estimate(estimate_of(each.text));
        REQUIRE(checked.lines.size() == each.figures.size());
        for (std::size_t i = 0; i < checked.lines.size(); ++i) {
            CAPTURE(checked.lines[i].text, checked.lines[i].actual);
            CHECK(checked.lines[i].text == each.figures[i].text);
            CHECK(checked.lines[i].holds);
        }
        CHECK_FALSE(workload_of(each.text).origin.empty());
    }
}

TEST_CASE("bote check says yes to all published estimates") {
    std::vector<std::string> arguments{"check"};
    for (const auto& path : files_below(source_folder() / "tests/corpus", ".yaml")) arguments.push_back(path.string());
    const auto outcome = run(arguments, Environment{});
    CHECK(outcome.exit_code == kExitAnswered);
    CHECK(outcome.err.empty());
}

TEST_CASE("where an author slipped, what was published does not hold") {
    for (const auto& each : read_corpus()) {
        for (const auto& figure : each.figures) {
            if (!figure.comment.starts_with("wrong: ")) continue;
            CAPTURE(each.file, figure.text, figure.comment);
            const auto text = with_published(each, figure);
            REQUIRE_FALSE(text.empty());
            std::size_t failing = 0;
            for (const auto& line : check_estimate(estimate_of(text)).lines) failing += line.holds ? 0 : 1;
            CHECK(failing == 1);
        }
    }
}

TEST_CASE("most published figures are the model's own, and the README says how many") {
    Counts counts;
    for (const auto& each : read_corpus()) count(each, counts);
    CHECK(counts.files == kEstimates);
    CHECK(counts.figures == kFigures);
    CHECK(counts.by_model + counts.by_definition + counts.by_arithmetic + counts.not_held == counts.figures);
    CHECK(static_cast<double>(counts.by_model) >= kLeastBuiltIn * static_cast<double>(counts.figures));
    CAPTURE(sentence(counts));
    CHECK(contains(joined_lines(read_text(source_folder() / "README.md")), sentence(counts)));
}

TEST_CASE("the boxes of diagrams are sized by the model's own quantities, from few lines") {
    Counts counts;
    std::size_t lines = 0;
    for (const auto& each : read_corpus()) {
        if (!each.file.starts_with("box-")) continue;
        count(each, counts);
        for (const auto& line : lines_of(each.text.substr(0, each.text.find("expect:"))))
            lines += line.text.empty() || line.text.front() == '#' ? 0 : 1;
    }
    CHECK(counts.files == kEstimatesOfBoxes);
    CHECK(static_cast<double>(counts.by_model) >= kLeastBuiltInOfBoxes * static_cast<double>(counts.figures));
    CHECK(lines <= kMostLinesOfBoxes * counts.files);
}

TEST_CASE("a published value is read as bote writes it") {
    CHECK(read_published("6.44 K/sec", "69.4k/s within 1%") == "6.44k/s");
    CHECK(read_published("1M+/sec", "312.5k/s") == "1M/s");
    CHECK(read_published("2,000", "1024/s") == "2000/s");
    CHECK(read_published("30B", "9.855 billion/year") == "30B/year");
    CHECK(read_published("100k", "1k/s within 1%") == "100k/s");
    CHECK(read_published("250TB", "49.275 TB") == "250TB");
}

TEST_CASE("a file of figures is read line by line") {
    const auto found = read_estimated("x.yaml",
                                      "# figures: 3\nwrites: 1/s  # - not one\nexpect:\n  - qps == 1/s   # first\n"
                                      "  - qps == 1/s   # wrong: second, published 2\n  # not held: third, unknown\n");
    CHECK(found.announced == 3);
    CHECK(found.not_held == 1);
    REQUIRE(found.figures.size() == 2);
    CHECK(found.figures[0].text == "qps == 1/s");
    CHECK(found.figures[1].comment == "wrong: second, published 2");
    CHECK(found.figures[1].line == 4);
}

}  // namespace bote::test::corpus_test
