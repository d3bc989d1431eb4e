// How the values of a sweep are read.

#include "bote/views/sweep.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::sweep_input_test {
namespace {

const std::string kPosts = "dau: 1M\nwrites_per_user: 1/day\nobject_size: 1 KB\n";

Steps steps(const std::string& word, const WantedSteps& wanted = {}) {
    Estimate estimate = estimate_of(kPosts);
    return read_sweep_input(word, estimate, wanted).steps;
}

Refusal refused(const std::string& word, const WantedSteps& wanted = {}) {
    return refusal([&] { steps(word, wanted); });
}

using Listed = std::vector<double>;

}  // namespace

TEST_CASE("values that are listed are taken as they are, in base units") {
    CHECK(steps("replication=3,1,2").values == Listed{3, 1, 2});
    CHECK(steps("object_size= 500 B , 2 * 1 KB").values == Listed{500, 2000});
    CHECK(steps("dau=5M").values == Listed{5e6});
    Estimate estimate = estimate_of(kPosts);
    const SweepInput input = read_sweep_input("object_size in MB=1 KB,2 KB", estimate, {});
    CHECK(input.quantity == estimate.model.find("object_size"));
    CHECK(input.steps.values == Listed{1e3, 2e3});
    CHECK(format(5e3, estimate.model[input.quantity].display, {}) == "0.005 MB");
}

TEST_CASE("plain numbers are in the unit that is asked for") {
    CHECK(steps("dau in million=1,2.5").values == Listed{1e6, 2.5e6});
    CHECK(steps("dau in million=1..20").values == Listed{1e6, 2e6, 5e6, 1e7, 2e7});
    CHECK(steps("object_size in MB=1,2 KB").values == Listed{1e6, 2e3});
    CHECK(steps("dau in million=1M..20M").values == Listed{1e6, 2e6, 5e6, 1e7, 2e7});
    CHECK(steps("object_size in KB=2..3").to == near(3e3));
    CHECK(steps("dau=1,2").values == Listed{1, 2});
}

TEST_CASE("from twenty times on the steps between two ends are easy numbers, else eleven equal ones") {
    CHECK(steps("dau=1M..20M").values == Listed{1e6, 2e6, 5e6, 1e7, 2e7});
    const Steps equal = steps("dau=1M..19.9M");
    CHECK(equal.spacing == Spacing::difference);
    CHECK(equal.count == 11);
    CHECK(equal.from == 1e6);
    CHECK(equal.to == near(19.9e6));
    CHECK(steps("dau=0..20M").spacing == Spacing::difference);
}

TEST_CASE("how many steps and in what way is as wanted") {
    const Steps counted = steps("dau=1M..1B", {.count = 7, .by_ratio = {}});
    CHECK(counted.spacing == Spacing::ratio);
    CHECK(counted.count == 7);
    CHECK(steps("dau=1M..2M", {.count = 7, .by_ratio = {}}).spacing == Spacing::difference);
    CHECK(steps("dau=1M..2M", {.count = 7, .by_ratio = true}).spacing == Spacing::ratio);
    CHECK(steps("dau=1M..2M", {.count = {}, .by_ratio = true}).values == Listed{1e6, 2e6});
    CHECK(steps("dau=1M..1B", {.count = {}, .by_ratio = false}).count == 11);
    CHECK(refused("dau=0..5", {.count = {}, .by_ratio = true}).what == "--scale log: the low end is not above zero");
}

TEST_CASE("what is counted takes whole numbers, each once") {
    CHECK(steps("spares=0..3").values == Listed{0, 1, 2, 3});
    // More steps than are listed: between the whole numbers inside, of which there may be fewer.
    const Steps many = steps("spares=0..3", {.count = 20'000, .by_ratio = {}});
    CHECK(many.spacing == Spacing::difference);
    CHECK(many.whole);
    CHECK(many.count == 4);
    CHECK(many.from == 0);
    CHECK(many.to == 3);
    const Steps inside = steps("spares=1.5..1000000.5", {.count = 20'000, .by_ratio = {}});
    CHECK(inside.from == 2);
    CHECK(inside.to == 1e6);
    CHECK(inside.count == 20'000);
    CHECK_FALSE(steps("dau=0..3").whole);
}

TEST_CASE("ends in the wrong order are refused with the right one, and what is no value as such") {
    const Refusal swapped = refused("dau=2M..1M");
    CHECK(swapped.what == "the low end is not below the high end");
    CHECK(swapped.part == "2M..1M");
    CHECK(swapped.hint == "write `dau=1M..2M`");
    CHECK(refused("dau=1M..1M").hint == "write `dau=1M..1B`");
    CHECK(refused("dau=1M,mau").what == "expected a value");
    const Refusal range = refused("dau=1M,2M to 3M");
    CHECK(range.what == "a sweep takes one value after the other");
    CHECK(range.part == "2M to 3M");
    CHECK(refused("dau=1M-5M").hint == "write `dau=1M..5M`");
    CHECK(refused("dau=1M-5M").what == "a sweep takes one value after the other");
    CHECK(refused("dau=1M...5M").hint == "write `..`");
    CHECK(refused("dau=1M...5M").part == "...");
    CHECK_FALSE(refused("dau=1M,").what.empty());
    CHECK_FALSE(refused("dau=1 KB..2 KB").what.empty());
}

TEST_CASE("what a quantity cannot be is refused, at either end and of each that is listed") {
    const Refusal full = refused("headroom=50%..100%");
    CHECK(contains(full.what, "headroom: "));
    CHECK(full.part == "50%..100%");
    CHECK(refused("headroom=50%..99%").what.empty());
    CHECK(contains(refused("replication=0.5..3").what, "replication: "));
    CHECK(contains(refused("replication=1,2,0.5").what, "replication: "));
    CHECK(contains(refused("spares=1,1.5").what, "spares: "));  // listed as it is meant, not rounded
    CHECK(refused("spares=1..1.5").what.empty());
}

TEST_CASE("growth by the month is compounded as it is in a file, and erasure coding is no number to step through") {
    Estimate estimate = estimate_of("writes: 1/s\nobject_size: 1 KB\ngrowth: 5%\nhorizon: 2 years\n");
    const Steps steps = read_sweep_input("growth=1%/month,2%/month", estimate, {}).steps;
    REQUIRE(steps.values.size() == 2);
    CHECK(steps.values[0] == near(std::pow(1.01, 12) - 1, 1e-9));
    CHECK(steps.values[1] == near(std::pow(1.02, 12) - 1, 1e-9));
    const Refusal coding = refusal([&] { read_sweep_input("erasure_coding=4+2,8+4", estimate, {}); });
    CHECK(contains(coding.what, "two numbers"));
    CHECK(contains(coding.hint, "--set erasure_coding=8+4"));
}

}  // namespace bote::test::sweep_input_test
