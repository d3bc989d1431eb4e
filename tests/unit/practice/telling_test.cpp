#include "practice/telling.hpp"

#include "model/sample.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"

namespace bote::test::telling_test {
namespace {

Prompt asking(std::string_view unit, double exact = 1) {
    Prompt prompt;
    prompt.measure = {*parse_display(unit), {}, {}};
    prompt.target.exact = exact;
    return prompt;
}

Guess guess(double value, std::optional<std::pair<double, double>> range = {}) {
    Guess made;
    made.value = value;
    made.range = range;
    return made;
}

Judgement judged(double factor, double by_factor, const std::string& by) {
    Judgement judgement;
    judgement.factor = factor;
    judgement.score = score_value(by_factor, 1);
    judgement.right = is_right(by_factor);
    judgement.by = by;
    return judgement;
}

}  // namespace

TEST_CASE("a value is told in the unit that its question asks for") {
    CHECK(text_of(asking("B/day"), 50e9 / 86'400) == "50 GB/day");
    CHECK(text_of(asking("bps"), 1e6) == "8 Mbps");
}

TEST_CASE("how an answer was read is said in words and in a second unit, of a range both ends") {
    CHECK(echo_of(asking("/s"), guess(1200)) == "read as 1.2 thousand a second (104M/day)");
    CHECK(echo_of(asking(""), guess(95)) == "read as 95");
    CHECK(echo_of(asking("B"), guess(400e12, {{300e12, 500e12}})) ==
          "read as 300 terabytes (300,000 GB) to 500 terabytes (500,000 GB)");
}

TEST_CASE("a verdict names the rounding that makes an answer right or less wrong, and no other") {
    CHECK(verdict_of(judged(1, 1, "")) == "1.0x: right.");
    CHECK(verdict_of(judged(0.77, 0.9, "10^5 s a day")) == "1.3x low: right with 10^5 s a day.");
    CHECK(verdict_of(judged(2.5, 2.5, "")) == "2.5x high: usable.");
    // 3.1x alone is rough, 2.9x with easy numbers usable
    CHECK(verdict_of(judged(1 / 3.1, 1 / 2.9, "easy numbers")) == "3.1x low, 2.9x low with easy numbers: usable.");
    // By either it is 50 points: the rounding changes nothing, so that it is not said.
    CHECK(verdict_of(judged(2.9, 2.6, "easy numbers")) == "2.9x high: usable.");
}

TEST_CASE("the working is said with the exact value behind it, and that alone where there is nothing to work out") {
    const Estimate links = estimate_of(std::string(kLinks));
    const Hints hints(links);
    Prompt writes = asking("/s", 1157.4);
    writes.quantity = links.model.find("write_qps").value();
    CHECK(working_line(hints, writes) == "100M users x 1 a day = 100M writes a day, / 10^5 s = 1k/s (exact 1.16k/s)");
    Prompt users = asking("users", 100e6);
    users.quantity = links.model.find("dau").value();
    CHECK(working_line(hints, users) == "Exact 100M.");
}

}  // namespace bote::test::telling_test
