#include "bote/views/next_question.hpp"

#include <string>

#include "bote/views/uncertainty.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::next_question_test {
namespace {

std::string question_on(const std::string& yaml) {
    Estimate estimate = estimate_of(yaml);
    sample(estimate, {});
    const auto question = next_question_after(estimate);
    return question ? std::string(question->command).append(" ").append(question->quantity) : "";
}

const std::string kStore = "writes: 10M/day\nobject_size: 1 KB\nretention: 1 year\n";
const std::string kRange = "headroom: 10% to 30%\n";
const std::string kTiers = "tiers:\n  workers: {load: writes, work: 2 ms}\n";

}  // namespace

TEST_CASE("the next question is where the storage comes from, or what else there is") {
    CHECK(question_on(kStore) == "explain storage");
    CHECK(question_on("writes: 10M/day\n") == "explain machines");
    CHECK(question_on("object_size: 1 KB\n").empty());
}

TEST_CASE("why an expectation fails goes before what a range rests on, and that before the picture of the tiers") {
    CHECK(question_on(kStore + kTiers) == "diagram ");
    CHECK(question_on(kStore + kTiers + kRange) == "drivers storage");
    CHECK(question_on(kStore + kTiers + kRange + "expect:\n  - data > 1 TB\n  - 2 * new_data < 1 GB/day\n") ==
          "explain new_data");
}

}  // namespace bote::test::next_question_test
