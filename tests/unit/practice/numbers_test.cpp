// A minute of numbers: what is asked, what is taken for an answer.

#include "bote/practice/numbers.hpp"

#include "bote/render/render.hpp"
#include "practice/score.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::numbers_test {
namespace {

/// The question that begins with a text, whatever its number.
NumberQuestion question(std::string_view text) {
    for (std::uint64_t seed = 1; seed < 500; ++seed) {
        for (auto& each : make_numbers(seed)) {
            if (each.text.starts_with(text)) return std::move(each);
        }
    }
    FAIL("no question begins with " << text);
    return {};
}

struct Asked {
    std::string text;
    SessionResult result;
};

Asked ask(const NumberQuestion& question, std::vector<std::string> lines) {
    Asked asked;
    std::size_t next = 0;
    DialogueEnds ends;
    ends.write = [&](std::string_view text) { asked.text += text; };
    ends.read = [&]() -> std::optional<std::string> {
        if (next == lines.size()) return std::nullopt;
        return lines[next++];
    };
    Dialogue dialogue(ends);
    asked.result = run_numbers({question}, {}, dialogue);
    return asked;
}

int points(std::string_view text, const std::string& typed) {
    const Asked asked = ask(question(text), {typed});
    INFO(text << " " << typed << "\n" << asked.text);
    REQUIRE(asked.result.answers.size() == 1);
    return asked.result.answers.front().points;
}

}  // namespace

TEST_CASE("a bare number is in the unit of the question") {
    CHECK(points("1k a second: how many a day?", "86.4M") == 100);
    CHECK(points("1k a second: how many a day?", "1e8") == 100);
    CHECK(points("10 Gbps: how many bytes a second?", "1.25 GB") == 100);
    CHECK(points("10 Gbps: how many bytes a second?", "1.25 GB/s") == 100);
    CHECK(points("5 PB in 3 years: how much a day?", "5 TB") == 100);
}

TEST_CASE("the question said again is no answer: it is asked for in the unit that it names") {
    const auto refused = [](std::string_view text, const std::string& typed) {
        const Asked asked = ask(question(text), {typed});
        CHECK(asked.result.answers.empty());
        return asked.text;
    };
    CHECK(contains(refused("10 Gbps: how many bytes a second?", "10 Gbps"),
                   "That is the question again: say it in bytes a second."));
    CHECK(contains(refused("200 MB/s: how many bits a second?", "200 MB/s"),
                   "That is the question again: say it in bits a second."));
    CHECK(contains(refused("1k a second: how many a day?", "1k/s"),
                   "That is the question again: say how many it is a day."));
    CHECK(contains(refused("5 PB in 3 years: how much a day?", "5 PB / 3 years"), "in bytes a day"));
    CHECK(contains(refused("10 MB/s: how many bytes a day?", "20 MB/s"), "Another unit: say it in bytes a day."));
}

TEST_CASE("whatever lies within what is printed as typical is right, beyond it the nearer end counts") {
    CHECK(points("Cores of a server", "32") == 100);
    CHECK(points("Cores of a server", "48") == 100);
    CHECK(points("Cores of a server", "64") == 100);
    CHECK(points("Cores of a server", "128") == 70);  // twice the higher end
    const NumberQuestion memory = question("Reading 1 MB from memory");
    CHECK(memory.low == near(3e-6));
    CHECK(memory.high == near(250e-6));
    for (const auto* typed : {"250 us", "3 us", "20 us"}) CHECK(ask(memory, {typed}).result.answers[0].points == 100);
    CHECK(contains(ask(memory, {"3 us"}).text, "Right, that is typical. 250 us (3 us in 2020)"));
    CHECK(ask(memory, {"30 ms"}).result.answers[0].points == 0);
}

TEST_CASE("each constant that is asked for accepts the range that it prints") {
    struct Row {
        std::string_view text;
        double low;
        double high;
    };
    constexpr Row kRows[] = {{"Disk operation", 100e-6, 1e-3}};
    for (const auto& row : kRows) {
        for (std::uint64_t seed = 1; seed < 60; ++seed) {
            for (const auto& each : make_numbers(seed)) {
                CHECK(each.low <= each.value);
                CHECK(each.value <= each.high);
                if (!each.because.starts_with("100 us to 1 ms")) continue;
                CHECK(each.low == near(row.low));
                CHECK(each.high == near(row.high));
            }
        }
    }
}

TEST_CASE("what is counted is asked for by how many, and a colon within a name is set in brackets") {
    CHECK(question("Cores of a server").text == "Cores of a server: how many are typical?");
    CHECK(question("Values of two bytes").text == "Values of two bytes (ports): how many?");
    const NumberQuestion far = question("A round trip between continents");
    CHECK(far.text == "A round trip between continents (California, the Netherlands and back): how long does it take?");
    const std::string table = find_format("table")->render(
        describe_session("Numbers", "numbers", ask(far, {"150 ms"}).result), {120, Ink::plain});
    CHECK(contains(table, "A round trip between continents: how long does it take"));
}

}  // namespace bote::test::numbers_test
