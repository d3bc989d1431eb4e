// The commands that ask what if, each run on its own.

#include "cli/commands.hpp"

#include <string>
#include <vector>

#include "cli/asked.hpp"
#include "formula/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::whatif_test {
namespace {

struct Files {
    Files() : working(scratch.path()) {
        write_text("shop.yaml",
                   "name: Shop\nwrites: 10/s\nobject_size: 1 KB\nretention: 1 year\nscenarios:\n  sale: {writes: "
                   "20/s}\n");
        write_text("other.yaml", "name: Other\nwrites: 40/s\n");
        write_text("twin.yaml", "name: Shop\nwrites: 30/s\n");
        write_text("grows.yaml", "name: Grows\nwrites: 10/s\ngrowth: 100%\nhorizon: 2 years\n");
        write_text("empty.yaml", "name: Empty\n");
    }
    ScratchFolder scratch;
    WorkingFolder working;
};

using Run = Outcome (*)(const CommandSetting&);

std::string csv(Run command, const std::string& line) { return command(Asked(line + " --format csv").setting).out; }

/// The first field of each line behind the heading, as numbers.
std::vector<double> first_column(const std::string& text) {
    std::vector<double> values;
    const auto lines = lines_of(text);
    for (std::size_t i = 1; i < lines.size(); ++i) values.push_back(std::stod(lines[i].text));
    return values;
}

Refusal refusal_of(Run command, const std::string& line) {
    return refusal([&] { command(Asked(line).setting); });
}

constexpr double kYear = 365 * 86'400.0;
constexpr double kMonth = 30 * 86'400.0;
using Values = std::vector<double>;

}  // namespace

TEST_CASE("a timeline ends where --until says, else at the horizon of the file, else after five years") {
    const Files files;
    CHECK(first_column(csv(run_timeline, "timeline shop.yaml")) ==
          Values{0, kYear, 2 * kYear, 3 * kYear, 4 * kYear, 5 * kYear});
    CHECK(first_column(csv(run_timeline, "timeline grows.yaml --step year")) == Values{0, kYear, 2 * kYear});
    CHECK(first_column(csv(run_timeline, "timeline grows.yaml --step year --until '3 years'")).back() == 3 * kYear);
    CHECK(first_column(csv(run_timeline, "timeline grows.yaml --step year --set 'horizon=1 year'")).back() == kYear);
    // 100% a year: twice as much after one, four times after two.
    CHECK(csv(run_timeline, "timeline grows.yaml qps --step year") ==
          "time [s],qps [/s],crossed\n0,10,\n31536000,20,\n63072000,40,\n");
    CHECK(refusal_of(run_timeline, "timeline grows.yaml --until 5").part == "5");
}

TEST_CASE("a step of a timeline is a year, a month or any length of time") {
    const Files files;
    const Values months{0, kMonth, 2 * kMonth, 3 * kMonth};
    for (const std::string step : {"month", "'1 month'", "'30 days'"}) {
        CAPTURE(step);
        CHECK(first_column(csv(run_timeline, "timeline grows.yaml --until '3 months' --step " + step)) == months);
    }
    CHECK(refusal_of(run_timeline, "timeline grows.yaml --step 0s").what == "expected a length of time above zero");
}

TEST_CASE("a condition that holds nowhere is answered with no") {
    const Files files;
    const Outcome somewhere = run_solve(Asked("solve shop.yaml writes 'qps <= 25/s' --format csv").setting);
    CHECK(somewhere.exit_code == kExitAnswered);
    REQUIRE(somewhere.out.starts_with("quantity,from,to,unit\nwrites,,"));
    // Without reads qps is the writes.
    CHECK(std::stod(somewhere.out.substr(somewhere.out.rfind(",,") + 2)) == near(25, 1e-9));
    CHECK(run_solve(Asked("solve shop.yaml writes 'qps < 0/s'").setting).exit_code == kExitNo);
    CHECK(refusal_of(run_solve, "solve shop.yaml writes 'qps <= 25 B'").part.find("25 B") != std::string::npos);
}

TEST_CASE("the pull of drivers is a share strictly between none and all") {
    const Files files;
    const std::string half = csv(run_drivers, "drivers shop.yaml data --pull 50%");
    // 10/s * 1 KB * 1 year = 315.36 GB, half and three halves of it.
    CHECK(contains(half, "\nwrites,5,15,157680000000,473040000000,/s\n"));
    CHECK(csv(run_drivers, "drivers shop.yaml data") == csv(run_drivers, "drivers shop.yaml data --pull 20%"));
    for (const std::string pull : {"0%", "100%", "-20%", "dau"}) {
        CAPTURE(pull);
        CHECK(refusal_of(run_drivers, "drivers shop.yaml data --pull=" + pull).what ==
              "expected a share between 0% and 100%");
    }
    CHECK(refusal_of(run_drivers, "drivers empty.yaml").what == "nothing can be computed from this workload");
}

TEST_CASE("one workload is compared with itself as it is changed") {
    const Files files;
    const auto head = [](const std::string& line) {
        const auto lines = lines_of(csv(run_compare, "compare " + line));
        return lines.at(0).text + " | " + lines.at(1).text;
    };
    const std::string kTail = ",Ratio,Difference,unit | qps,";
    CHECK(head("shop.yaml --set writes=5/s") == "quantity,as written,changed" + kTail + "10,5,0.5,-5,/s");
    CHECK(head("shop.yaml --scenario sale") == "quantity,as written,sale" + kTail + "10,20,2,10,/s");
    CHECK(head("shop.yaml --scenario sale --set writes=5/s") == "quantity,as written,sale" + kTail + "10,5,0.5,-5,/s");
    CHECK(refusal_of(run_compare, "compare shop.yaml").what ==
          "compare takes two workloads, or one and what is changed");
    CHECK(refusal_of(run_compare, "compare shop.yaml --define 'a=1'").what ==
          "compare takes two workloads, or one and what is changed");
}

TEST_CASE("two workloads are called by their names, or by their files where these are the same, and both are changed") {
    const Files files;
    CHECK(csv(run_compare, "compare shop.yaml other.yaml")
              .starts_with("quantity,Shop,Other,Ratio,Difference,unit\nqps,10,40,4,30,/s\n"));
    CHECK(csv(run_compare, "compare shop.yaml twin.yaml").starts_with("quantity,shop.yaml,twin.yaml,"));
    CHECK(contains(csv(run_compare, "compare shop.yaml other.yaml --set writes=5/s"), "\nqps,5,5,1,0,/s\n"));
    CHECK(refusal_of(run_compare, "compare shop.yaml other.yaml --by qqs").what == "there is no quantity 'qqs'");
    const std::string page = run_compare(Asked("compare shop.yaml other.yaml --by qps").setting).out;
    CHECK(contains(page, "qps x4: 10/s in Shop, 40/s in Other; all of it from writes (864k/day to 3.46M/day)."));
}

}  // namespace bote::test::whatif_test
