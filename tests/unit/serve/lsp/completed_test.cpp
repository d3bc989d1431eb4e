#include "serve/lsp/completed.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::completed_test {
namespace {

/// The figure that an input of a file completes; empty where there is none.
std::string completed(const std::string& yaml, const std::string& input) {
    const Estimate estimate = estimate_of(yaml);
    const auto index = estimate.model.find(input);
    REQUIRE(index);
    const auto figure = CompletedFigures(estimate).by(*index);
    return std::string(figure ? estimate.model[*figure].name : "");
}

}  // namespace

TEST_CASE("an input completes the nearest figure whose other inputs stand above it") {
    const std::string yaml = "dau: 10M\nwrites_per_user: 2/day\nobject_size: 1 KB\nretention: 5 years\n";
    CHECK(completed(yaml, "dau").empty());  // without writes nothing is known yet
    CHECK(completed(yaml, "writes_per_user") == "writes");
    CHECK(completed(yaml, "object_size") == "new_data");
    CHECK(completed(yaml, "retention") == "data");
    // The other way round the users complete what the writes began.
    CHECK(completed("writes_per_user: 2/day\ndau: 10M\n", "dau") == "writes");
    CHECK(completed("writes_per_user: 2/day\ndau: 10M\n", "writes_per_user").empty());
}

TEST_CASE("a main figure one step behind the nearest is worth more, once all of its inputs are there") {
    const std::string yaml = "writes: 10/s\nobject_size: 1 KB\nretention: 5 years\n";
    CHECK(completed(yaml + "headroom: 20%\n", "headroom") == "storage");
    CHECK(completed(yaml + "replication: 2\nheadroom: 20%\n", "headroom") == "storage");
    CHECK(completed(yaml + "headroom: 20%\nreplication: 2\n", "headroom") == "filled");
    CHECK(completed(yaml + "headroom: 20%\nreplication: 2\n", "replication") == "storage");
}

TEST_CASE("what is not given completes nothing") {
    CHECK(completed("writes: 10/s\nobject_size: 1 KB\n", "replication").empty());
    CHECK(completed("writes: 10/s\nobject_size: 1 KB\n", "new_data").empty());
}

TEST_CASE("a figure of the input's own value is not worth showing") {
    // All requests are writes, so `qps` and `write_qps` are 10/s as well.
    CHECK(completed("writes: 10/s\n", "writes") == "peak_qps");
    // 1000 bytes a second are another thing than 1000 bytes.
    CHECK(completed("objects:\n  post: {writes: 1/s, object_size: 1 KB}\n", "post.object_size") == "post.new_data");
}

TEST_CASE("an object's input completes a figure of that object before one of all") {
    const std::string yaml =
        "objects:\n"
        "  photo: {writes: 2/s, object_size: 1 MB, retention: 1 year}\n"
        "  post: {writes: 3/s, object_size: 1 KB, retention: 1 year}\n";
    CHECK(completed(yaml, "photo.object_size") == "photo.new_data");
    CHECK(completed(yaml, "post.object_size") == "post.new_data");
    // Of one object the figures of all are there as soon as its own.
    CHECK(completed("objects:\n  photo: {writes: 2/s, object_size: 1 MB}\n", "photo.object_size") == "photo.new_data");
}

}  // namespace bote::test::completed_test
