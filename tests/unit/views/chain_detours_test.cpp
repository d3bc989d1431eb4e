#include "views/chain_detours.hpp"

#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"

namespace bote::test::chain_detours_test {
namespace {

// `writes` is shown a day, `write_qps` a second.
const std::string kPosts = "dau: 1M\nwrites_per_user: 3/day\nobject_size: 10 KB\nretention: 1 year\n";

struct Detours {
    Estimate estimate = estimate_of(kPosts);
    Working working = make_working(estimate);

    QuantityIndex operator[](const std::string& name) const { return estimate.model.find(name).value(); }

    Link link(const std::string& from, const std::string& operation, const std::string& to, bool rounded = false) {
        return {(*this)[to], (*this)[from], "", operation, "", rounded};
    }

    std::vector<Link> left_out(std::vector<Link> links, Arithmetic arithmetic = Arithmetic::exact) const {
        leave_out_detours(working, {arithmetic}, links);
        return links;
    }
};

using Operations = std::vector<std::string>;

Operations operations_of(const std::vector<Link>& links) {
    Operations operations;
    for (const Link& link : links) operations.push_back(link.operation);
    return operations;
}

}  // namespace

TEST_CASE("what is divided by a day and multiplied by it again stays a day's, with what was done in between") {
    Detours detours;
    const auto links = detours.left_out({detours.link("writes", "/ 86,400 s x 3 at the peak", "write_qps", true),
                                         detours.link("write_qps", "x 1 day (86,400 s) x 20%", "data"),
                                         detours.link("data", "x 2 copies", "storage")});
    REQUIRE(operations_of(links) == Operations{"x 3 at the peak x 20%", "x 2 copies"});
    CHECK(links[0].from == detours["writes"]);
    CHECK(links[0].quantity == detours["data"]);
    CHECK(links[0].rounded);
    CHECK_FALSE(links[1].rounded);
    CHECK(operations_of(detours.left_out({detours.link("writes", "/ 86,400 s", "write_qps"),
                                          detours.link("write_qps", "x 1 day (86,400 s) x 20%", "data")})) ==
          Operations{"x 20%"});
}

TEST_CASE("a whiteboard's detour goes by the whiteboard's day") {
    Detours detours;
    const std::vector<Link> links{detours.link("writes", "/ 10^5 s", "write_qps"),
                                  detours.link("write_qps", "x 1 day (10^5 s) x 20%", "data")};
    CHECK(detours.left_out(links, Arithmetic::whiteboard).size() == 1);
    CHECK(detours.left_out(links, Arithmetic::exact).size() == 2);
}

TEST_CASE("what was one a second to begin with does not become one a day") {
    Detours detours;
    for (const std::string each : {"/ 3 s", "/ 5 min"}) {
        CAPTURE(each);
        const auto links = detours.left_out(
            {detours.link("dau", each, "writes"), detours.link("writes", "/ 86,400 s x 2", "write_qps", true)});
        REQUIRE(operations_of(links) == Operations{each + " x 2"});
        CHECK(links[0].from == detours["dau"]);
        CHECK(links[0].quantity == detours["write_qps"]);
        CHECK(links[0].rounded);
    }
    for (const std::string each : {"/ 3 days", "x 3 s"}) {
        CAPTURE(each);
        CHECK(detours.left_out({detours.link("dau", each, "writes"), detours.link("writes", "/ 86,400 s", "write_qps")})
                  .size() == 2);
    }
}

TEST_CASE("a size that is multiplied and divided by goes, unless the line ends there") {
    Detours detours;
    const std::vector<Link> links{detours.link("writes", "x 10 KB", "new_data"),
                                  detours.link("new_data", "/ 10 KB", "written"),
                                  detours.link("written", "x 1 year", "data")};
    const auto shorter = detours.left_out(links);
    REQUIRE(operations_of(shorter) == Operations{"x 1 year"});
    CHECK(shorter[0].from == detours["writes"]);
    CHECK(detours.left_out({links[0], links[1]}).size() == 2);
    auto other = links;
    other[1].operation = "/ 10 KB x 2";
    CHECK(detours.left_out(other).size() == 3);
}

TEST_CASE("one detour behind another goes too") {
    Detours detours;
    CHECK(operations_of(detours.left_out(
              {detours.link("dau", "x 3 a day", "writes"), detours.link("writes", "x 10 KB", "new_data"),
               detours.link("new_data", "/ 10 KB", "writes"), detours.link("writes", "/ 86,400 s", "write_qps"),
               detours.link("write_qps", "x 1 day (86,400 s) x 20%", "data")})) == Operations{"x 3 a day", "x 20%"});
    CHECK(detours.left_out({}).empty());
}

}  // namespace bote::test::chain_detours_test
