#include "bote/engine/drivers.hpp"

#include <cmath>
#include <numeric>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"

namespace bote::test::drivers_test {
namespace {

struct Driven {
    Model model;
    Program program;

    explicit Driven(const std::string& yaml) : model(model_of(yaml)), program(compile(model, model.conventions)) {}

    [[nodiscard]] std::uint32_t slot(const std::string& name) const { return slot_of(*model.find(name)); }
    [[nodiscard]] double share(const Shares& shares, const std::string& name) const {
        for (std::size_t i = 0; i < program.draws.size(); ++i) {
            if (program.draws[i].slot == slot(name)) return shares.first[i];
        }
        return NAN;
    }
};

}  // namespace

TEST_CASE("on a product of lognormals the shares are those of the variance of the logarithm") {
    const Driven driven("define:\n  a: 2 to 8\n  b: 10 to 1000\n  c: 1 to 3\n  other: 5 to 6\n  p: a * b / c\n");
    const Shares shares = find_shares(driven.program, driven.slot("p"), {});
    const double a = std::pow(std::log(4.0), 2);
    const double b = std::pow(std::log(100.0), 2);
    const double c = std::pow(std::log(3.0), 2);
    CHECK(std::abs(driven.share(shares, "a") - a / (a + b + c)) < 0.005);
    CHECK(std::abs(driven.share(shares, "b") - b / (a + b + c)) < 0.005);
    CHECK(std::abs(driven.share(shares, "c") - c / (a + b + c)) < 0.005);
    CHECK(driven.share(shares, "other") == 0);
    CHECK(shares.together < 0.01);
    CHECK(shares.correlation[0] > 0);
    CHECK(shares.correlation[2] < 0);
}

TEST_CASE("an answer that falls and rises with an input is still moved by it") {
    const Driven driven("define:\n  a: normal(0, 1)\n  b: normal(0, 0.2)\n  p: a * a + b\n");
    const Shares shares = find_shares(driven.program, driven.slot("p"), {});
    CHECK(driven.share(shares, "a") > 0.6);
    CHECK(driven.share(shares, "b") < 0.3);
    CHECK(std::abs(shares.correlation[0]) < 0.05);
}

TEST_CASE("nothing that varies, nothing to share") {
    const Driven driven("define:\n  a: 2 to 8\n  p: 5\n");
    CHECK(find_shares(driven.program, driven.slot("p"), {}).count == 0);
}

TEST_CASE("a swing goes from the low to the high end with the others at their medians") {
    const Driven driven("define:\n  a: 2 to 8\n  b: 10 to 1000\n  p: a * b\n");
    const auto pulls = pulls_of(driven.program.draws, kRangeLevel);
    const auto swings = find_swings(driven.program, driven.slot("p"), pulls);
    REQUIRE(swings.size() == 2);
    CHECK(swings[0].at_low == near(200, 1e-6));
    CHECK(swings[0].at_high == near(800, 1e-6));
    CHECK(swings[1].at_low == near(40, 1e-6));
    CHECK(swings[1].at_high == near(4000, 1e-6));
    const auto computed = find_swings(driven.program, driven.slot("p"), {{driven.slot("p"), 1, 2}});
    CHECK(computed[0].at_high == 2);
}

}  // namespace bote::test::drivers_test
