#include "bote/base/error.hpp"
#include "bote/generate/generate.hpp"
#include "generate/model_text.hpp"
#include "project/catch.hpp"

namespace bote::test::kinds_test {
namespace {

const std::string kRows =
    "tier.load [/s] tier : requests a second\n"
    "tier.rps [/s] tier > 0 default 1k/s : requests that one machine serves\n"
    "tier.servers [servers] tier summed = tier.load / tier.rps : machines\n";
const std::string kWorkload = "servers [servers] workload = tier.servers : machines of all\n";

std::string written(const std::string& model, const std::string& kind) {
    return write_catalog({{"model/05-page.model", "05-page", "section servers : Servers\nasked servers\n"},
                          {"model/50-servers.model", "50-servers", model},
                          {"model/kinds/kafka.model", "kafka", kind},
                          {"model/90-words.model", "90-words", "load = tier.load\n"},
                          {"model/70-decisions.model", "70-decisions",
                           "busy tier when tier.load > tier.rps\n    then more\n    source a book\n"}});
}

}  // namespace

TEST_CASE("a kind of tier has a title, rows, and things that are known by their names") {
    const auto kind = read_kind("kafka",
                                "# What it is.\nkind kafka : a log\n\ntier.rps [/s] tier default 1M/s : messages\n"
                                "choice broker big : a book (2024)\n    rps     5M/s\n    network 25 Gbps\n");
    CHECK(kind.name == "kafka");
    CHECK(kind.title == "a log");
    REQUIRE(kind.rows.size() == 1);
    CHECK(kind.rows[0].name == "tier.rps");
    CHECK(kind.rows[0].section == "tiers");
    REQUIRE(kind.choices.size() == 1);
    CHECK(kind.choices[0].key == "broker");
    CHECK(kind.choices[0].name == "big");
    CHECK(kind.choices[0].source == "a book (2024)");
    REQUIRE(kind.choices[0].values.size() == 2);
    CHECK(kind.choices[0].values[1].first == "network");
    CHECK(kind.choices[0].values[1].second == "25 Gbps");
}

TEST_CASE("a kind may say where it stands in a diagram") {
    CHECK(read_kind("cdn", "kind cdn after clients : near the users\n").name == "cdn");
    CHECK(read_kind("cdn", "kind cdn after clients : near the users\n").stands == "after clients");
    CHECK(read_kind("gate", "kind gate before app : first\n").stands == "before app");
    CHECK(read_kind("log", "kind log : a log\n").stands.empty());
    CHECK_THROWS_AS(read_kind("log", "kind log behind app : a log\n"), InputError);
}

TEST_CASE("a row of the class tier is named so, and no other is") {
    CHECK(read_model("x", kRows).size() == 3);
    CHECK_THROWS_AS(read_model("x", "load [/s] tier : requests\n"), InputError);
    CHECK_THROWS_AS(read_model("x", "tier.load [/s] workload : requests\n"), InputError);
    CHECK_THROWS_AS(read_kind("x", "tier.load [/s] tier : requests\n"), InputError);
    CHECK_THROWS_AS(read_kind("x", "kind x : one\nchoice big : a book\n"), InputError);
}

TEST_CASE("a kind that does not fit the tiers stops the build") {
    const std::string kafka = "kind kafka : a log\n";
    CHECK(written(kRows + kWorkload, kafka + "tier.rps [/s] tier default 1M/s : messages\n").find("\"a log\"") !=
          std::string::npos);
    // Another unit, twice the same, an unknown quantity, a tier's quantity outside that is no sum.
    CHECK_THROWS_AS(written(kRows + kWorkload, kafka + "tier.rps [B] tier : bytes\n"), InputError);
    const std::string twice = "tier.keeps [s] tier : time\n";
    CHECK_THROWS_AS(written(kRows + kWorkload, kafka + twice + twice), InputError);
    CHECK_THROWS_AS(written(kRows + kWorkload, kafka + "choice size big : a book\n    rsp 5/s\n"), InputError);
    CHECK_THROWS_AS(written(kRows + "total [/s] workload = tier.load : all\n", kafka), InputError);
}

}  // namespace bote::test::kinds_test
