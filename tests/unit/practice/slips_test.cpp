#include "bote/practice/slips.hpp"

#include "practice/collect.hpp"
#include "practice/collected.hpp"
#include "practice/planted.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::slips_test {
namespace {

void collect_nothing(Collector&) {}

/// An answer to a question whose right value is 100, with half a unit of its last digit as a share.
Guess guess(double value, int digits, double window) {
    Guess made;
    made.value = value;
    made.digits = digits;
    made.window = window;
    return made;
}

const Truth kHundred{100, NAN};

bool is_named(const Guess& answer, SlipKind kind, double ratio) {
    const Slip slip{kind, ratio, "it"};
    return !name_slips(answer, kHundred, {&slip, 1}).empty();
}

std::string names(const Guess& answer, const std::vector<Slip>& slips) {
    std::string all;
    for (const Slip& slip : name_slips(answer, kHundred, slips)) all += slip.what + " ";
    return all;
}

}  // namespace

TEST_CASE("a slip that changes nothing, or is no positive number, is none; one that comes out alike is one") {
    Collected links(kLinks, "storage", collect_nothing);
    Collector& collector = links.collector;
    for (const double ratio : std::initializer_list<double>{1, 1 + 0.9e-4, 1 - 0.9e-4, 0, -2, NAN, INFINITY})
        collector.add(SlipKind::growth, ratio, "nothing");
    CHECK(collector.slips.empty());
    collector.add(SlipKind::growth, 1 + 1.1e-4, "little");
    collector.add(SlipKind::growth, 2, "twice");
    collector.add(SlipKind::growth, 2 + 1e-4, "twice again");
    collector.add(SlipKind::fanout, 2, "twice of another kind");
    REQUIRE(collector.slips.size() == 3);
    CHECK(collector.slips[1].what == "twice");
    CHECK(collector.slips[2].what == "twice of another kind");
}

TEST_CASE("a slip by changes has their ratio and what roundings make of it") {
    Collected links(kLinks, "write_qps", collect_nothing);
    const Replacement half{links.index("dau"), 50e6};
    links.collector.add(SlipKind::share_left_out, {&half, 1}, "half of them", links.index("dau"));
    REQUIRE(links.collector.slips.size() == 1);
    const Slip& slip = links.collector.slips.front();
    CHECK(slip.ratio == near(0.5));
    CHECK(slip.cause == links.index("dau"));
    REQUIRE(slip.changes.size() == 1);
    CHECK(slip.changes.front().value == 50e6);
    REQUIRE_FALSE(slip.rounded.empty());
    CHECK(slip.rounded.front() == near(500));  // 50M / 10^5 s
}

TEST_CASE("an input is spoken of by name and value, a share and spares the other way round") {
    const Collected links(kPastes, "app.machines", collect_nothing);
    const Collector& collector = links.collector;
    CHECK(collector.spoken(links.index("replication")) == "the replication of 2");
    CHECK(collector.spoken(links.index("headroom")) == "the 25% free space");
    CHECK(collector.spoken(links.index("spares")) == "the 2 spares");
    CHECK(collector.spoken(links.index("read_write_ratio")) == "the read:write ratio of 20:1");
    CHECK(collector.asked_name() == "app.machines");
    // Without a number where objects differ in it.
    const Collected two(kTwoObjects, "new_data", collect_nothing);
    CHECK(two.collector.spoken(two.index("tweet.object_size")) == "the object size");
    CHECK(two.collector.base_name(two.index("tweet.object_size")) == "object_size");
    CHECK(two.collector.all_of("object_size").size() == 2);
    CHECK(two.collector.used_of("object_size").size() == 2);
    const Collected one(kTwoObjects, "tweet.new_data", collect_nothing);
    CHECK(one.collector.all_of("object_size").size() == 2);
    CHECK(one.collector.used_of("object_size") == std::vector<QuantityIndex>{one.index("tweet.object_size")});
    CHECK(spoken_name("database.iops") == "database iops");
    CHECK(spoken_name("object_size") == "object size");
}

TEST_CASE("a quantity that is zero can suffer no slip") {
    const Estimate none = estimate_of("writes: 0/day\nobject_size: 1 KB\n");
    CHECK(find_slips(none.model, none.model.find("new_data").value()).empty());
    const Estimate some = estimate_of("writes: 1/day\nobject_size: 1 KB\n");
    CHECK_FALSE(find_slips(some.model, some.model.find("new_data").value()).empty());
}

TEST_CASE("an answer is taken for a slip within half a unit of its last digit, and within the window of the kind") {
    // 39.6 typed as 40, to two digits: 1% off, half a unit is 1.25%
    CHECK(is_named(guess(40, 2, 0.0125), SlipKind::fanout, 0.396));
    CHECK_FALSE(is_named(guess(40, 2, 0.0125), SlipKind::fanout, 0.3945));  // 1.4%
    CHECK_FALSE(is_named(guess(40, 2, 0.0125), SlipKind::growth, 0.396));   // a weak kind: 0.5%
    CHECK(is_named(guess(40, 2, 0.0125), SlipKind::growth, 0.3985));        // 0.4%
    // 11.5 typed as 11: 4.3% off, half a unit is 4.5%, which only the strongest kinds are given
    CHECK(is_named(guess(11, 2, 0.0454), SlipKind::bits_and_bytes, 0.115));
    CHECK_FALSE(is_named(guess(11, 2, 0.0454), SlipKind::fanout, 0.115));
}

TEST_CASE("one digit says little: a sixth of the strongest windows, and else the very value") {
    constexpr double kHalf = 0.125;                                              // of 40
    CHECK(is_named(guess(40, 1, kHalf), SlipKind::bits_and_bytes, 0.397));       // 0.8% off, a sixth of 7% is 1.2%
    CHECK_FALSE(is_named(guess(40, 1, kHalf), SlipKind::bits_and_bytes, 0.39));  // 2.6%
    CHECK_FALSE(is_named(guess(40, 1, kHalf), SlipKind::fanout, 0.397));
    CHECK(is_named(guess(40, 1, kHalf), SlipKind::fanout, 0.399));  // 0.25%: whoever rounds gets that
    CHECK_FALSE(is_named(guess(40, 1, kHalf), SlipKind::growth, 0.399));
    Slip seldom{SlipKind::frequency, 0.399, "it"};
    CHECK_FALSE(name_slips(guess(40, 1, kHalf), kHundred, {&seldom, 1}).empty());
    seldom.is_seldom = true;
    CHECK(name_slips(guess(40, 1, kHalf), kHundred, {&seldom, 1}).empty());
    CHECK_FALSE(name_slips(guess(40, 2, 0.0125), kHundred, {&seldom, 1}).empty());
}

TEST_CASE("a tenfold is named as far as rounding to one digit goes, a hundredfold only closely") {
    CHECK(is_named(guess(1000, 1, 0.5), SlipKind::zero, 10));
    CHECK(is_named(guess(1050, 1, 0.5), SlipKind::zero, 10));
    CHECK_FALSE(is_named(guess(1070, 1, 0.5), SlipKind::zero, 10));
    CHECK(is_named(guess(9.5, 1, 0.5), SlipKind::zero, 0.1));
    CHECK_FALSE(is_named(guess(10'500, 2, 0.05), SlipKind::zero, 100));
    CHECK(is_named(guess(10'030, 2, 0.05), SlipKind::zero, 100));
}

TEST_CASE("an answer nearer to the right value than to a slip is no slip") {
    CHECK(is_named(guess(103, 2, 0.05), SlipKind::fanout, 1.05));
    CHECK_FALSE(is_named(guess(102, 2, 0.05), SlipKind::fanout, 1.05));
    CHECK_FALSE(is_named(guess(100, 2, 0.05), SlipKind::fanout, 1.03));
}

TEST_CASE("the value with a slip may be rounded on the way, or be the whiteboard's") {
    Slip slip{SlipKind::fanout, 0.5, "it"};
    CHECK_FALSE(is_named(guess(43, 2, 0.01), SlipKind::fanout, 0.5));
    slip.rounded = {43};
    CHECK(name_slips(guess(43, 2, 0.01), kHundred, {&slip, 1}).size() == 1);
    CHECK(name_slips(guess(43.2, 2, 0.01), kHundred, {&slip, 1}).size() == 1);  // 0.5%
    CHECK(name_slips(guess(43.4, 2, 0.01), kHundred, {&slip, 1}).empty());      // 0.9%
    slip.rounded = {};
    const Truth rounded{100, NAN, {{"10^5 s a day", 86}}};
    CHECK(name_slips(guess(43, 2, 0.01), rounded, {&slip, 1}).size() == 1);
    const Truth board{100, 80};
    CHECK(name_slips(guess(40, 2, 0.01), board, {&slip, 1}).size() == 1);
}

TEST_CASE("the likelier kind is named first, then a hit before a near miss, then in the order of the slips") {
    const std::vector<Slip> slips{
        {SlipKind::day_for_second, 0.4, "calendar"}, {SlipKind::fanout, 0.397, "near"},
        {SlipKind::ratio_left_out, 0.4, "hit"},      {SlipKind::share_left_out, 0.4001, "also"},
        {SlipKind::thousand, 0.398, "magnitude"},    {SlipKind::fanout, 0.5, "other"}};
    CHECK(names(guess(40, 2, 0.0125), slips) == "magnitude hit also near calendar ");
}

}  // namespace bote::test::slips_test
