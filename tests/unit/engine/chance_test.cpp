#include "bote/engine/chance.hpp"

#include <cmath>
#include <string>

#include "bote/engine/flip.hpp"
#include "bote/engine/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::chance_test {
namespace {

struct Asked {
    Model model;
    Program program;

    explicit Asked(const std::string& yaml) : model(model_of(yaml)), program(compile(model, model.conventions)) {}

    [[nodiscard]] std::uint32_t slot(const std::string& name) const { return slot_of(*model.find(name)); }
    [[nodiscard]] std::uint32_t draw(const std::string& name) const {
        std::uint32_t i = 0;
        while (program.draws[i].slot != slot(name)) ++i;
        return i;
    }
    [[nodiscard]] ChanceAlong along(const std::string& name,
                                    const std::vector<DrawCorrelation>& correlations = {}) const {
        return {program, {slot(name), {0, model.expectations[0].terms.comparison, 0}, correlations, {1}}};
    }
};

constexpr std::uint64_t kCount = 1 << 14;

}  // namespace

TEST_CASE("the chance along a factor of a lognormal is that of its logarithm") {
    const Asked asked("define:\n  a: 1\n  b: 2 to 8\n  p: a * b\nexpect: ['p <= 16']\n");
    ChanceAlong chance = asked.along("a");
    // b lies below 8 in 95%, below its median 4 in half of all.
    CHECK(std::abs(chance.at(2, kCount) - 0.95) < 1e-3);
    CHECK(std::abs(chance.at(4, kCount) - 0.50) < 1e-3);
}

TEST_CASE("a chance never rises along what makes its side larger") {
    const Asked asked("define:\n  a: 1\n  b: 2 to 8\n  c: normal(3, 1)\n  p: ceil(a * b + c)\nexpect: ['p <= 16']\n");
    ChanceAlong chance = asked.along("a");
    double last = 1;
    for (double value = 0.5; value < 8; value *= 1.01) {
        const double next = chance.at(value, 1000);
        CHECK(next <= last);
        last = next;
    }
}

TEST_CASE("at each value it is the chance that a run of samples has with the value pinned") {
    const Asked asked("define:\n  a: 1 to 3\n  b: 2 to 8\n  c: 3 to 4\n  p: a * b * c\nexpect: ['p <= 40']\n");
    ChanceAlong chance = asked.along("a");
    for (const double value : {1.0, 2.0, 5.0}) {
        SampleOptions options;
        options.comparisons = {{0, Comparison::less_equal, 0}};
        options.count = kCount;
        const auto samples =
            run_samples(pinned_at(asked.program, index_at<QuantityIndex>(asked.slot("a")), value), options);
        CHECK(chance.at(value, kCount) == samples.chances[0]);
    }
}

TEST_CASE("ties with the quantity itself lapse, all others stay") {
    const Asked asked("define:\n  a: 1 to 3\n  b: 2 to 8\n  c: 2 to 8\n  p: b / c * a\nexpect: ['p <= 1.001']\n");
    const DrawCorrelation with_own{asked.draw("a"), asked.draw("b"), 0.9};
    const DrawCorrelation other{asked.draw("b"), asked.draw("c"), 1};
    CHECK(std::abs(asked.along("a", {with_own}).at(1.001, kCount) - 0.5) < 1e-2);
    CHECK(asked.along("a", {other}).at(1, kCount) == 1);
}

TEST_CASE("ties that no numbers can have give no chance") {
    const Asked asked("define:\n  x: 1\n  a: 1 to 3\n  b: 2 to 8\n  c: 2 to 8\nexpect: ['a * b * c * x <= 9']\n");
    const auto a = asked.draw("a");
    const auto b = asked.draw("b");
    const auto c = asked.draw("c");
    CHECK(std::isnan(asked.along("x", {{a, b, 1}, {b, c, 1}, {a, c, -1}}).at(1, kCount)));
}

TEST_CASE("what does not vary holds always or never") {
    const Asked asked("define:\n  x: 1\n  a: 1 to 3\nexpect: ['x <= 9']\n");
    CHECK(asked.along("x").at(8, kCount) == 1);
    CHECK(asked.along("x").at(10, kCount) == 0);
    CHECK(asked.along("a").at(10, kCount) == 1);
}

}  // namespace bote::test::chance_test
