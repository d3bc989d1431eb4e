#include "bote/model/value_problem.hpp"

#include <string>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::value_problem_test {

TEST_CASE("values out of range are told beside the other errors of a file and of its scenarios") {
    const auto errors = errors_of(
        "dau: 1M\n"
        "headroom: 150%\n"
        "replication: 0.5\n"
        "writes_per_usr: 2/day\n"
        "tiers: {q: {kind: kafka, keeps: -1 to 3 days}}\n");
    REQUIRE(errors.size() == 4);
    const std::string all = errors[0] + errors[1] + errors[2] + errors[3];
    CHECK(contains(all, "headroom: 150% is too much"));
    CHECK(contains(all, "replication: 0.5 is too small"));
    CHECK(contains(all, "there is no quantity 'writes_per_usr'"));
    CHECK(contains(all, "q.keeps: "));
}

TEST_CASE("what takes other quantities to be known is left to the values themselves") {
    const auto errors = errors_of("dau: 1M\nheadroom: dau * 2 / (1M)\nfoo: 3\n");
    REQUIRE(errors.size() == 1);
    CHECK(contains(errors[0], "'foo'"));
}

}  // namespace bote::test::value_problem_test
