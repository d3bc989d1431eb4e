// `bote practice --history`: how far off one usually is, by topic; which slips; how well one's ranges hold.

#include "bote/practice/history.hpp"
#include "bote/render/render.hpp"
#include "practice/talk.hpp"
#include "project/catch.hpp"

namespace bote::test::history_page_test {
namespace {

constexpr double kDay = 86'400;

Answered answered(std::string quantity, double factor, SlipKind slip = SlipKind::none) {
    Answered made;
    made.problem = "seed 7";
    made.quantity = std::move(quantity);
    made.value = 100 * factor;
    made.exact = 100;
    made.factor = factor;
    made.slip = slip;
    made.confirmed = slip != SlipKind::none;
    return made;
}

Answered ranged(double low, double high, double whiteboard = 0) {
    Answered made = answered("storage", 1);
    made.whiteboard = whiteboard;
    made.range = {low, high};
    return made;
}

std::string rendered(const History& history, std::string_view format, double now = 0) {
    return find_format(format)->render(describe_history(history, now), {100, Ink::plain});
}

std::string csv(const std::vector<Answered>& answers, double now = 0) { return rendered({answers, {}}, "csv", now); }

std::string page(const std::vector<Answered>& answers, double now = 0) { return rendered({answers, {}}, "table", now); }

}  // namespace

TEST_CASE("an empty history says how to begin, a damaged one where it is damaged") {
    CHECK(contains(rendered({}, "table"), "Nothing yet: `bote practice` begins."));
    const History one{{answered("storage", 1)}, {4}};
    CHECK(contains(rendered(one, "table"), "1 damaged line of the history left out, the first is line 4."));
    CHECK_FALSE(contains(rendered(one, "table"), "Nothing yet"));
    const History two{{}, {2, 5}};
    CHECK(contains(rendered(two, "table"), "2 damaged lines of the history left out, the first is line 2."));
}

TEST_CASE("a topic has the middle of how far off its answers are, too high or too low alike") {
    // 2, 3 and 8 times off; of 2 and 8 the middle is 4.
    CHECK(contains(csv({answered("storage", 8), answered("data", 1 / 3.0), answered("storage", 2)}),
                   "topic,storage,3,3,0,"));
    CHECK(contains(csv({answered("storage", 8), answered("storage", 0.5)}), "topic,storage,2,4,0,"));
    CHECK(contains(csv({answered("storage", 1.2), answered("storage", 5), answered("storage", 1), answered("data", 1)}),
                   "topic,storage,4,1.0954"));  // the square root of 1.2
    CHECK(contains(csv({answered("storage", 1.2), answered("storage", 5)}), ",0.5,"));
}

TEST_CASE("answers are told by topic, numbers by heart for themselves, and what was not answered not at all") {
    Answered numbers = answered("numbers", 2);
    numbers.problem = "numbers";
    Answered shown = answered("read_qps", 1);
    shown.ending = Ending::shown;
    const std::string rows = csv({numbers, shown, answered("latency", 4), answered("photo.write_qps", 2)});
    CHECK(rows ==
          "of,name,times,median_factor,right,again\ntopic,numbers,1,2,0,\ntopic,other,1,4,0,\ntopic,traffic,1,2,0,\n");
}

TEST_CASE("the last twelve answers stand as bars, the lower the nearer, up to thirty times off") {
    // log10 of 2 and of 10 over 1.5 in eighths: 1.6 and 5.3
    CHECK(contains(
        page({answered("storage", 1), answered("storage", 2), answered("storage", 0.1), answered("storage", 1e6)}),
        "▁▂▆█"));
    std::vector<Answered> many(13, answered("storage", 1));
    many.front() = answered("storage", 1e6);
    CHECK_FALSE(contains(page(many), "█"));
    CHECK(contains(page(many), "▁▁▁▁▁▁▁▁▁▁▁▁"));
    many[1] = answered("storage", 1e6);
    CHECK(contains(page(many), "█▁▁▁▁▁▁▁▁▁▁▁"));
}

TEST_CASE("slips stand in the order of how often they were made, with the day of the next practice") {
    const Answered copies = answered("storage", 1 / 3.0, SlipKind::replication_left_out);
    const Answered bits = answered("egress", 8, SlipKind::bits_and_bytes);
    const std::string rows = csv({bits, copies, copies, answered("egress", 1)});
    const auto first = rows.find("slip,replication left out,2,,,now\n");
    const auto second = rows.find("slip,bits and bytes,1,,,tomorrow\n");
    REQUIRE(first != std::string::npos);
    REQUIRE(second != std::string::npos);
    CHECK(first < second);
    // Right twice: due three days after the last; half a day before is tomorrow, two and a half in three days.
    const std::vector<Answered> twice{bits, answered("egress", 1), answered("egress", 1)};
    CHECK(contains(csv(twice, 0.5 * kDay), "bits and bytes,1,,,in 3 days"));
    CHECK(contains(csv(twice, 2.5 * kDay), "bits and bytes,1,,,tomorrow"));
    CHECK(contains(csv(twice, 3 * kDay), "bits and bytes,1,,,now"));
    std::vector<Answered> over{bits};
    over.resize(6, answered("egress", 1));
    CHECK(contains(csv(over), "bits and bytes,1,,,done"));
    CHECK(contains(page(over), "10 Gbps is 1.25 GB/s."));  // the tip
}

TEST_CASE("twenty ranges are told with the share that held, and how sure that is") {
    std::vector<Answered> ranges(12, ranged(50, 200));
    ranges.resize(20, ranged(200, 300));
    // Wilson's score at 90%: z = 1.6449, (0.6 + z^2 / 40 +- z sqrt(0.24 / 20 + z^2 / 1600)) / (1 + z^2 / 20)
    CHECK(contains(page(ranges), "12 of 20 ranges held the value: 60%, which may be 42% to 76%."));
    CHECK(contains(page(std::vector<Answered>(20, ranged(50, 200))),
                   "20 of 20 ranges held the value: 100%, which may be 88% to 100%."));
    // The ends are within; what holds the whiteboard's value alone has held.
    CHECK(contains(page(std::vector<Answered>(20, ranged(100, 200))), "20 of 20"));
    CHECK(contains(page(std::vector<Answered>(20, ranged(50, 100))), "20 of 20"));
    CHECK(contains(page(std::vector<Answered>(20, ranged(50, 99))), "0 of 20"));
    CHECK(contains(page(std::vector<Answered>(20, ranged(200, 300, 250))), "20 of 20"));
}

TEST_CASE("programs get the counts, and the interval of the ranges once there are enough of them") {
    std::vector<Answered> ranges(19, ranged(50, 200));
    const std::string few = rendered({ranges, {3}}, "json");
    CHECK(contains(few, "\"damaged_lines\": 1"));
    CHECK(contains(few, "\"answers\": 19"));
    CHECK(contains(few, "\"given\": 19"));
    CHECK(contains(few, "\"hits\": 19"));
    CHECK_FALSE(contains(few, "\"low\""));
    ranges.push_back(ranged(50, 200));
    CHECK(contains(rendered({ranges, {}}, "json"), "\"low\": 0.88"));
}

}  // namespace bote::test::history_page_test
