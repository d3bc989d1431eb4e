#include "bote/views/value.hpp"

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/near.hpp"

namespace bote::test::value_test {
namespace {

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

const std::string kGiven = "--set writes=86.4M/day --set replication=2 --set headroom=0% --set retention='10 days'";

}  // namespace

TEST_CASE("a value is a bare line, on a terminal and elsewhere") {
    const std::string line = "value tinyurl storage 'write_qps in 1/min' 'data / storage in %' " + kGiven;
    CHECK(bote(line).out == "864 GB\n60k/min\n50%\n");  // 1,000 writes of 500 B a second for 10 days, twice
    CHECK(bote(line + " --format table").out == bote(line).out);
    CHECK(bote(line).exit_code == kExitAnswered);
}

TEST_CASE("programs get a value in full, in its base unit or the unit that was asked for") {
    const std::string line = "value tinyurl storage 'storage in GB' 'write_qps in 1/min' " + kGiven;
    const auto data = nlohmann::json::parse(bote(line + " --format json").out);
    const auto& values = data["quantities"];
    CHECK(values["storage"]["value"].get<double>() == near(864e9));
    CHECK(values["storage"]["unit"] == "B");
    CHECK(values["storage in GB"]["value"].get<double>() == near(864));
    CHECK(values["storage in GB"]["unit"] == "GB");
    CHECK(values["write_qps in 1/min"]["value"].get<double>() == near(60'000));
    CHECK(values["write_qps in 1/min"]["unit"] == "/min");
    CHECK(values["write_qps in 1/min"]["text"] == "60k/min");
    CHECK(contains(bote(line + " --format csv").out, "storage in GB,864,GB,864 GB\n"));
}

TEST_CASE("what is asked keeps its unit in every command and format") {
    const std::string asked = " 'storage in GB' " + kGiven;
    CHECK(contains(bote("timeline tinyurl" + asked + " --format csv --until '1 year' --step year").out, ",864,"));
    CHECK(contains(bote("sweep tinyurl replication=2,4" + asked + " --format csv").out, "\n4,1728,"));
    const auto swept = nlohmann::json::parse(bote("sweep tinyurl replication=2,4" + asked + " --format json").out);
    CHECK(swept["units"]["storage in GB"] == "GB");
    CHECK(swept["rows"][1]["values"]["storage in GB"].get<double>() == near(1728));
    CHECK(contains(bote("drivers tinyurl" + asked).out, "864 GB"));
    CHECK(contains(bote("explain tinyurl" + asked).out, "864 GB"));
    CHECK(contains(bote("compare tinyurl --set replication=1 --by 'storage * 2 in GB'").out, " GB as written"));
}

TEST_CASE("an input can be shown in a unit, and a formula is no input") {
    const auto solved = bote("solve tinyurl 'writes in million/day' 'write_qps <= 1k/s' --format json");
    CHECK(nlohmann::json::parse(solved.out)["stretches"][0]["to"].get<double>() == near(86.4, 1e-6));
    CHECK(contains(bote("solve tinyurl 'writes * 2' 'write_qps <= 1k/s'").err, "found a formula"));
    CHECK(contains(bote("solve tinyurl 'writes in TB' 'write_qps <= 1k/s'").err, "not a size (bytes)"));
    CHECK(contains(bote("sweep tinyurl 'writes in million/day=10M/day,20M/day' storage --format csv").out, "\n20,"));
}

TEST_CASE("mistakes in all that is asked are told at once") {
    const auto outcome = bote("value tinyurl 'storag * 2' 'storage in XB' 'qps *'");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(outcome.out.empty());
    for (const auto* said : {"did you mean 'storage'?", "'XB' is not a unit", "stops in the middle"})
        CHECK(contains(outcome.err, said));
}

TEST_CASE("the option --define adds a quantity to all commands") {
    CHECK(bote("value tinyurl twice --define 'twice [GB]=storage * 2' " + kGiven).out == "1730 GB\n");
    CHECK(bote("value tinyurl 'a + b' --define a=1 --define b=a+1").out == "3\n");
    CHECK(contains(bote("tinyurl --define 'twice=storage * 2' " + kGiven).out, "twice"));
    CHECK(contains(bote("value tinyurl storage --define 'storage=5 TB'").err, "quantity of the model"));
    CHECK(contains(bote("value tinyurl storage --define a --define b").err, "expected NAME=FORMULA"));
}

TEST_CASE("a value that is no finite number is an error, not an answer") {
    const auto outcome = bote("value tinyurl storage 'storage / 0' 'sqrt(0 - 1)'");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(outcome.out.empty());
    CHECK(contains(outcome.err, "`storage / 0` is no finite number"));
    CHECK(contains(outcome.err, "`sqrt(0 - 1)` is no finite number"));
}

}  // namespace bote::test::value_test
