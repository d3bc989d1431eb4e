#include "model/correlate.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/refusal.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::correlate_test {
namespace {

const std::string kRanges = "define: {a: 1 to 4, b: 2 to 3, c: 5, e: a * 2}\n";

}  // namespace

TEST_CASE("a correlation ties two ranges by their places in the model") {
    const Model model = model_of(kRanges + "correlate:\n  a with b: -0.5\n");
    REQUIRE(model.correlations.size() == 1);
    const BoundCorrelation& tie = model.correlations.front();
    CHECK(tie.first == model.find("a"));
    CHECK(tie.second == model.find("b"));
    CHECK(tie.rank_correlation == -0.5);
    CHECK(location_of(tie.where).line == 3);
    CHECK(model_of(kRanges).correlations.empty());
}

TEST_CASE("a correlation is a number from -1 to 1, both included") {
    for (const auto* number : {"1", "-1", "0", "0.999", "50%", "1 / 3"}) {
        CAPTURE(number);
        CHECK(errors_of(kRanges + "correlate: {a with b: " + number + "}\n").empty());
    }
    refused({
        {kRanges + "correlate: {a with b: 1.001}\n", "2:23", {"a correlation is a number from -1 to 1"}},
        {kRanges + "correlate: {a with b: -1.001}\n", "2:23", {"a correlation is a number from -1 to 1"}},
        {kRanges + "correlate: {a with b: c}\n", "2:23", {"a correlation is a number from -1 to 1"}},
        {kRanges + "correlate: {a with b: 0.001 KB}\n", "2:23", {"a correlation is a number from -1 to 1"}},
        {kRanges + "correlate: {a with b: 0.2 to 0.5}\n", "2:23", {"a correlation is a number from -1 to 1"}},
        {kRanges + "correlate: {a with b: 0 / 0}\n", "2:23", {"a correlation is a number from -1 to 1"}},
    });
}

TEST_CASE("only ranges can be correlated, each with another one and once with that") {
    refused({
        {kRanges + "correlate: {a with nobody: 0.5}\n", "2:20", {"there is no quantity 'nobody'"}},
        {kRanges + "correlate: {c with b: 0.5}\n", "2:13", {"'c' is not given as a range", "write `10 to 20`"}},
        {kRanges + "correlate: {a with e: 0.5}\n", "2:20", {"'e' is not given as a range"}},
        {kRanges + "correlate: {a with a: 0.5}\n", "2:13", {"a quantity goes with another one"}},
        {kRanges + "correlate:\n  a with b: 0.5\n  b with a: 0.5\n", "4:3", {"correlated already, on line 3"}},
    });
    // All of them at once, and two names that are not there are not the same pair twice.
    CHECK(errors_of(kRanges + "correlate:\n  a with x1: 0.5\n  a with x2: 0.6\n  b with c: 2\n").size() == 4);
}

TEST_CASE("a tie lapses where an option has one value in place of the range") {
    const std::string tied = kRanges + "correlate: {a with b: 0.5}\n";
    CHECK(model_of(tied, options({"b=7"})).correlations.empty());
    CHECK(model_of(tied, options({"a=7"})).correlations.empty());
    CHECK(model_of(tied, options({"c=7"})).correlations.size() == 1);
    CHECK(model_of(tied, options({"a=7 to 8"})).correlations.size() == 1);
}

}  // namespace bote::test::correlate_test
