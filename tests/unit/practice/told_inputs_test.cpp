#include "practice/told_inputs.hpp"

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::told_inputs_test {
namespace {

constexpr const char* kTwo =
    "dau: 10M\nobjects:\n"
    "  tweet: {writes_per_user: 2/day, reads_per_user: 50/day, object_size: 200 B}\n"
    "  photo: {writes_per_user: 1/day, reads_per_user: 50/day, object_size: 1 MB, retention: 1 year}\n";

struct Told {
    explicit Told(const std::string& yaml)
        : problem(pose(estimate_of(yaml), {})), inputs(problem.estimate, problem.prompts) {}

    [[nodiscard]] QuantityIndex index(std::string_view name) const { return problem.estimate.model.find(name).value(); }

    Problem problem;
    ToldInputs inputs;
};

}  // namespace

TEST_CASE("what the questions rest on is told, and what follows from that is not") {
    const Told told(kTwo);
    CHECK(told.inputs.is_needed(told.index("dau")));
    CHECK(told.inputs.is_needed(told.index("tweet.object_size")));
    CHECK_FALSE(told.inputs.is_needed(told.index("tweet.writes")));
    CHECK_FALSE(told.inputs.is_needed(told.index("server.cores")));
}

TEST_CASE("what all objects have in common is alike, and what is given for one alone is not") {
    const Told told(kTwo);
    CHECK(told.inputs.is_alike(told.index("tweet.reads_per_user")));
    CHECK_FALSE(told.inputs.is_alike(told.index("tweet.writes_per_user")));
    CHECK_FALSE(told.inputs.is_alike(told.index("photo.retention")));
}

TEST_CASE("values are those of one object and of the workload") {
    const Told told(kTwo);
    CHECK(told.inputs.values_of("object_size", 0) == std::vector<double>{200});
    CHECK(told.inputs.values_of("object_size", 1) == std::vector<double>{1e6});
    CHECK(told.inputs.values_of("object_size").size() == 2);
    CHECK(told.inputs.values_of("dau", 0) == std::vector<double>{10e6});
    CHECK(told.inputs.values_of("existing").empty());
}

TEST_CASE("a horizon within the retention starts from nothing, unless something exists") {
    const std::string grows = "writes: 1M/day\nobject_size: 1 KB\ngrowth: 20%\nhorizon: 2 years\nretention: 5 years\n";
    CHECK(Told(grows).inputs.starts_empty());
    CHECK_FALSE(Told(grows + "existing_data: 1 TB\n").inputs.starts_empty());
    CHECK_FALSE(Told("writes: 1M/day\nobject_size: 1 KB\nretention: 5 years\n").inputs.starts_empty());
}

}  // namespace bote::test::told_inputs_test
