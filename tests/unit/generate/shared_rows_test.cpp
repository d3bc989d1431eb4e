// `like app : servers`: a tier that every workload has takes rows of the class tier as its own.

#include <string>

#include "bote/base/error.hpp"
#include "bote/generate/generate.hpp"
#include "bote/model/catalog.hpp"
#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::shared_rows_test {
namespace {

const std::string kTiers =
    "tier.load [/s] tier : requests a second\n"
    "tier.copies [x] tier : copies\n"
    "tier.rps [/s] tier > 0 = most : requests that one machine serves\n"
    "tier.by_load [servers] tier internal = tier.load / tier.rps : for the load\n"
    "tier.by_disk [servers] tier internal : for the disks\n"
    "tier.machines [servers] tier summed\n"
    "    given tier.copies: tier.by_disk * tier.copies\n"
    "    with tier.by_load: max(tier.by_load, tier.by_disk * tier.copies) + 2\n"
    "    : machines\n";

std::string written(const std::string& model) {
    return write_catalog({{"model/05-page.model", "05-page", "section servers : Servers\nasked most\n"},
                          {"model/50-servers.model", "50-servers", "most [/s] workload default 5/s : rate\n" + model},
                          {"model/52-tiers.model", "52-tiers", kTiers},
                          {"model/90-words.model", "90-words", "load = tier.load\n"}});
}

const Definition& row(const std::string& name) { return built_in_catalog()[*built_in_catalog().find(name)]; }

}  // namespace

TEST_CASE("a shared row leaves out what the tier does not have") {
    const auto catalog = written("app.load [/s] workload : requests\nlike app : rps by_load machines\n");
    CHECK(contains(catalog, "\"app.load / app.rps\""));
    // Neither disks nor copies: one argument is no `max`, and no condition is left.
    CHECK(contains(catalog, "\"app.by_load + 2\""));
    CHECK_FALSE(contains(catalog, "app.copies"));
    CHECK_FALSE(contains(catalog, "with app.by_load"));
}

TEST_CASE("a shared row reads what the tier says in its place") {
    const auto catalog = written("app.load := 3 * most\nlike app : rps by_load\n");
    CHECK(contains(catalog, "\"3 * most / app.rps\""));
}

TEST_CASE("a list of shared rows names rows of tiers") {
    CHECK_THROWS_AS(written("like app : rsp\n"), InputError);
    CHECK_THROWS_AS(written("like app\n"), InputError);
    CHECK_THROWS_AS(written("like app : rps rps\n"), InputError);
}

TEST_CASE("the application, the cache and the database are sized by the rows of tiers") {
    for (const std::string tier : {"app", "cache", "database"}) {
        for (const std::string shared : {"servers", "utilization"}) {
            CAPTURE(tier, shared);
            CHECK(row(tier + "." + shared).meaning == row("tier." + shared).meaning);
            CHECK(row(tier + "." + shared).kind == Class::workload);
        }
    }
    CHECK(row("app.servers").alternatives.front().text == "ceil(app.needed)");
    CHECK(row("app.machines").alternatives.front().text == "app.servers + spares * min(1, app.servers)");
    CHECK(row("cache.by_network").alternatives.front().text == "cache_egress / (cache.network * cache.target)");
    CHECK(row("app.availability").alternatives.front().text ==
          "at_least(ceil(app.needed * app.target), app.machines, server.availability)");
}

}  // namespace bote::test::shared_rows_test
