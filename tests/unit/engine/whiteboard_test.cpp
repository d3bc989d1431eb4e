#include "bote/engine/whiteboard.hpp"

#include <cmath>
#include <string>

#include "bote/engine/flip.hpp"
#include "bote/engine/program.hpp"
#include "bote/engine/rows.hpp"
#include "bote/model/embedded.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::whiteboard_test {
namespace {

double rough(const Model& model, const std::string& name) {
    const auto index = model.find(name);
    const auto exact = evaluate_point(compile(model, model.conventions)).quantities;
    return index ? evaluate_on_whiteboard(model, exact)[*index] : NAN;
}

const std::string kExample =
    "writes: 400M/day\nobject_size: 300 B\nretention: 5 years\nheadroom: 20%\nreplication: 2\ndatabase.disk: 4 TB\n";

}  // namespace

TEST_CASE("of the two easy numbers around a value the one nearer to the exact value is written down") {
    struct Row {
        double value;
        double exact;
        double easy;
    };
    const Row rows[] = {
        {219, 219, 200},           // 219 / 200 = 1.095, 250 / 219 = 1.14
        {250, 273.75, 250},        // easy already
        {500, 547.5, 500},         // easy already
        {166.7, 192.9, 200},       // between 150 and 200; 192.9 / 150 = 1.29, 200 / 192.9 = 1.04
        {166.7, 166.7, 150},       // 1.11 away; 200 is 1.2 away
        {375, 434, 400},           // between 300 and 400
        {375, 300, 300},           //
        {425, 900, 500},           // not past the next one, however far the exact value
        {425, 100, 400},           //
        {9.6, 9.7, 10},            // 1.03; 9 is 1.08 away
        {9.4, 9.4, 9},             // 1.044; 10 is 1.064 away
        {1, 1.3, 1},               //
        {0, 5, 0},                 //
        {-219, -219, -200},        //
        {0.0219, 0.0219, 0.02},    //
        {1e15, 3e15, 1e15},        //
        {86'400, 86'400, 90'000},  // 1.042; 80,000 is 1.08 away
        {3.4, NAN, 3},             // no exact value: the nearest, 1.133 away; 4 is 1.18 away
        {3.4, -3.9, 3},            //
    };
    for (const auto& row : rows) {
        CAPTURE(row.value, row.exact);
        CHECK(easy_number(row.value, row.exact) == near(row.easy));
    }
    CHECK(std::isnan(easy_number(NAN, 1)));
    CHECK(std::isinf(easy_number(INFINITY, 1)));
}

TEST_CASE("an easy number is itself, whatever its power of ten and the exact value") {
    for (const double mantissa : {1.0, 1.2, 1.25, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 7.0, 7.5, 8.0, 9.0}) {
        for (int power = -9; power < 18; ++power) {
            const double easy = mantissa * std::pow(10, power);
            CAPTURE(easy);
            for (const double exact : {easy, easy / 2, easy * 2}) CHECK(easy_number(easy, exact) == near(easy));
        }
    }
}

TEST_CASE("500 million a month are 200 a second, not 150") {
    const Model model = model_of("writes: 500M/month\nread_write_ratio: 100:1\nobject_size: 500 B\n");
    CHECK(rough(model, "write_qps") == near(200));       // 166.7 over 10^5 s; exactly 192.9
    CHECK(rough(model, "new_data") == near(8e9 / 1e5));  // 8.33 GB a day lies between 8 and 9
    CHECK(value(estimate_of("writes: 500M/month\ndefine: {rate: whiteboard(write_qps)}\n"), "rate") == near(200));
}

TEST_CASE("a given formula is written down as a result is, a given number stays") {
    const Model model = model_of("dau: 123M\nwrites: dau * 3/day\nobject_size: 333 B\n");
    CHECK(rough(model, "dau") == 123e6);
    CHECK(rough(model, "writes") == near(400e6 / 1e5));  // 369M a day
    CHECK(rough(model, "object_size") == 333);
}

TEST_CASE("the worked example of the checklist comes out step by step") {
    const Model model = model_of(kExample);
    CHECK(rough(model, "new_data") == near(120e9 / 1e5));  // 120 GB a day of 10^5 s
    CHECK(rough(model, "data") == near(200e12));
    CHECK(rough(model, "filled") == near(250e12));
    CHECK(rough(model, "storage") == near(500e12));
    CHECK(rough(model, "database.servers") == 125);
    const auto exact = estimate_of(kExample);
    CHECK(value(exact, "data") == near(219e12));
    CHECK(value(exact, "filled") == near(273.75e12));
    CHECK(value(exact, "storage") == near(547.5e12));
    CHECK(value(exact, "database.servers") == 137);
}

TEST_CASE("inputs, shares and constants are not rounded, counts of machines are rounded up") {
    const Model model =
        model_of("writes: 123M/day\nreads: 456M/day\nobject_size: 333 B\nserver: {rps: 1234/s, disk: 3.3 TB}\n");
    CHECK(rough(model, "writes") == near(123e6 / 1e5));
    CHECK(rough(model, "object_size") == 333);
    CHECK(rough(model, "app.rps") == 1234);
    CHECK(rough(model, "headroom") == 0.3);
    CHECK(rough(model, "database.disk") == 3.3e12);
    CHECK(rough(model, "write_qps") == near(1250));  // 1230 lies between 1200 and 1250; exactly 1424
    CHECK(rough(model, "read_qps") == near(5000));   // 4560 lies between 4000 and 5000; exactly 5278
    for (const auto* name : {"app.servers", "database.servers", "database.shards"}) {
        CAPTURE(name);
        CHECK(rough(model, name) == std::floor(rough(model, name)));
        CHECK(rough(model, name) >= 1);
    }
}

TEST_CASE("on the whiteboard a day has 100,000 s, and a year still 365 days") {
    const Model model = model_of("writes: 100M/day\nobject_size: 1 KB\nretention: 1 year\n");
    CHECK(model.whiteboard.day == 1e5);
    CHECK(model.whiteboard.year == 365e5);
    CHECK(model.conventions.day == 86'400);
    CHECK(rough(model, "write_qps") == near(1000));
    const Model binary = model_of("writes: 1/s\nconventions: {kilo: 1024, year: 12 months}\n");
    CHECK(binary.whiteboard.kilo == 1024);
    CHECK(binary.whiteboard.year == near(360e5));
}

TEST_CASE("a result is distorted that is further off than rounding and a longer day get it") {
    const Display rate = *parse_display("/s");
    const Display machines = *parse_display("servers");
    CHECK_FALSE(is_distorted({150, 100}, rate));
    CHECK_FALSE(is_distorted({100, 150}, rate));
    CHECK(is_distorted({151, 100}, rate));
    CHECK(is_distorted({100, 151}, rate));
    CHECK(is_distorted({0, 100}, rate));
    CHECK(is_distorted({100, 0}, rate));
    CHECK(is_distorted({-100, 100}, rate));
    CHECK(is_distorted({NAN, 100}, rate));
    CHECK_FALSE(is_distorted({0, 0}, rate));
    CHECK_FALSE(is_distorted({100, NAN}, rate));
    CHECK_FALSE(is_distorted({2, 1}, machines));
    CHECK(is_distorted({3, 1}, machines));
}

TEST_CASE("where a difference of rounded numbers is wrong, the exact one is rounded instead") {
    // 216 MB/s, of which a CDN takes 97%: 200 MB/s and 200 MB/s on the board.
    const std::string yaml = "reads: 18.7M/day\nobject_size: 1 MB\ncdn_share: 97%\n";
    const auto estimate = estimate_of(yaml + "define: {left: whiteboard(origin_egress)}\n");
    const double exact = value(estimate, "origin_egress");
    CHECK(rough(estimate.model, "origin_egress") == near(easy_number(exact, exact)));
    CHECK(value(estimate, "left") == near(easy_number(exact, exact)));
}

TEST_CASE("a price by the hour and a time in hours are the same on the whiteboard") {
    const Model model =
        model_of("writes: 1M/day\nobject_size: 1 KB\nretention: 720 h\nprice.server: $1/h\ndefine: {rate: 10/s}\n");
    CHECK(given_on_whiteboard(model[*model.find("rate")], model.conventions, model.whiteboard) == 10);
    const auto shown = [&](const std::string& name) {
        return format(rough(model, name), model[*model.find(name)].display, model.whiteboard);
    };
    CHECK(shown("retention") == "30 days");
    CHECK(shown("price.server") == "$730/month");
}

TEST_CASE("a sum comes to what its parts on the whiteboard add up to, also where the exact one is larger") {
    // 200M * 50 / 10^5 s = 100k/s of reads, 1k/s of writes: 505k/s at five times that, though the exact sum is 584k/s.
    const std::string_view stories =
        "dau: 200M\nwrites_per_user: 0.5/day\nreads_per_user: 50/day\nobject_size: 1 KB\npeak_factor: 5\n";
    CHECK(rough(model_of(std::string(stories)), "peak_qps") == near(500e3));
    CHECK(value(estimate_of(std::string(stories) + "define: {rate: whiteboard(peak_qps)}\n"), "rate") == near(500e3));
}

TEST_CASE("whiteboard(x) is what explain shows for x, and reads as it stands there") {
    // 400M/day over 10^5 s are 4k/s; 300 B each make 120 GB/day; five years 200 TB; headroom 250 TB, copies 500 TB.
    const auto estimate = estimate_of(kExample +
                                      "define:\n  rate: whiteboard(write_qps)\n  daily: whiteboard(writes)\n"
                                      "  fresh: whiteboard(new_data)\n  disk: whiteboard(storage)\n"
                                      "  double: whiteboard(storage * 2.3)\n  input: whiteboard(object_size)\n"
                                      "  time: whiteboard(retention)\n  mixed: whiteboard(storage) - data\n");
    CHECK(value(estimate, "rate") == near(4000));
    CHECK(value(estimate, "daily") == near(400e6 / 86'400));  // 400M/day, however long a day is
    CHECK(value(estimate, "fresh") == near(120e9 / 86'400));
    CHECK(value(estimate, "disk") == near(500e12));
    CHECK(value(estimate, "double") == near(1.2e15));  // 1150 TB
    CHECK(value(estimate, "input") == near(300));
    CHECK(value(estimate, "time") == near(5 * 365 * 86'400));
    CHECK(value(estimate, "mixed") == near(500e12 - value(estimate, "data")));
}

TEST_CASE("an expectation on the whiteboard holds without the model's formula") {
    const auto estimate = estimate_of(kExample +
                                      "expect:\n  - whiteboard(write_qps) == 4k/s\n"
                                      "  - whiteboard(new_data) == 120 GB/day\n");
    for (std::size_t i = 0; i < 2; ++i) CHECK(estimate.values.left[i] == near(estimate.values.right[i]));
}

TEST_CASE("the whiteboard moves with what is swept, computed quantities included") {
    const auto estimate = estimate_of(
        "dau: 100M\nwrites_per_user: 4/day\nobject_size: 300 B\n"
        "define:\n  rate: whiteboard(write_qps)\n");
    const auto rate_at = [&](const std::string& name, double given) {
        const auto index = *estimate.model.find(name);
        const auto values = evaluate_point(pinned_at(estimate.program, index, given));
        return values.quantities[*estimate.model.find("rate")];
    };
    CHECK(value(estimate, "rate") == near(4000));
    CHECK(rate_at("dau", 50e6) == near(2000));
    CHECK(rate_at("writes", 800e6 / 86'400) == near(8000));  // 800M/day
    CHECK(rate_at("write_qps", 7) == near(7));               // as it is given
    const auto slot = slot_of(*estimate.model.find("dau"));
    const auto rate = slot_of(*estimate.model.find("rate"));
    sweep_rows(estimate.program, {{slot, {.spacing = Spacing::listed, .values = {25e6, 50e6}}}}, {rate},
               [](const SweptRows& rows) {
                   CHECK(rows.columns[0][0] == near(1000));
                   CHECK(rows.columns[0][1] == near(2000));
                   return Continue::yes;
               });
}

TEST_CASE("a range on the whiteboard is the range itself, not another one") {
    auto estimate = estimate_of(
        "writes: 100M to 400M per day\nobject_size: 300 B\n"
        "define:\n  rate: whiteboard(write_qps)\n  size: whiteboard(writes * (1 to 4))\n");
    CHECK(estimate.program.draws.size() == 2);
    CHECK(value(estimate, "rate") == near(2000));  // the median, 200M/day
    const auto inner = estimate_of(
        "dau: 100M\nwrites: dau * (1 to 4 per day)\nobject_size: 300 B\n"
        "define:\n  rate: whiteboard(write_qps)\n");
    CHECK(inner.program.draws.size() == 1);
    CHECK(value(inner, "rate") == near(2000));
}

TEST_CASE("what only passes a value on does not round it") {
    // 10 TB a month are 3.33 MB/s on the board, which is no easy number: 10,000 GB at $0.10 are $1000 all the same.
    const Estimate estimate = estimate_of("egress: 10 TB/month\nprice: {egress: $0.10/GB}\n");
    const auto board = evaluate_on_whiteboard(estimate.model, estimate.values.quantities);
    const QuantityIndex cost = *estimate.model.find("cost.egress");
    CHECK(format(board[cost], estimate.model[cost].display, estimate.model.whiteboard) == "$1000/month");
}

}  // namespace bote::test::whiteboard_test
