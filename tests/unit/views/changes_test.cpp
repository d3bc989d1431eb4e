#include "bote/views/changes.hpp"

#include <string>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::changes_test {
namespace {

const std::string kShop = "writes: 1M/day\nobject_size: 1 KB\nretention: 10 days\n";

}  // namespace

TEST_CASE("equal estimates have no changes") {
    CHECK(changes_since(estimate_of(kShop), estimate_of(kShop)).empty());
    CHECK(changes_since(estimate_of(kShop), estimate_of(kShop + "replication: 3\n")).empty());
}

TEST_CASE("changed inputs come before what follows from them") {
    const auto text = changes_since(estimate_of(kShop), estimate_of(kShop + "headroom: 50%\n"));
    CHECK(text.find("headroom 30% -> 50%; ") == 0);
    CHECK(text.find("storage 42.9 GB -> 60 GB") != std::string::npos);
}

TEST_CASE("what is there on one side alone was or is none") {
    const auto text = changes_since(estimate_of("writes: 1M/day\n"), estimate_of(kShop));
    CHECK(text.find("object_size none -> 1 KB") != std::string::npos);
    CHECK(text.find("storage none -> 42.9 GB") != std::string::npos);
}

}  // namespace bote::test::changes_test
