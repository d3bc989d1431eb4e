#include "bote/views/scenarios.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "bote/views/uncertainty.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/texts.hpp"

namespace bote::test::scenarios_test {
namespace {

/// The file as it is written, then each of its scenarios, as the command line computes them.
std::vector<NamedEstimate> all_of(const std::string& yaml) {
    const auto workload = workload_of(yaml);
    std::vector<NamedEstimate> estimates;
    estimates.push_back({"", "", compute_estimate(workload, {})});
    for (const auto& scenario : workload.scenarios) {
        Overlay overlay;
        overlay.options = scenario.settings;
        estimates.push_back({scenario.name.text, changes_text(scenario), compute_estimate(workload, overlay)});
    }
    return estimates;
}

Report page_of(const std::string& yaml, Extent extent = Extent::brief) {
    return describe_scenarios(all_of(yaml), Audience::people, extent);
}

/// The table below a heading; empty if there is none.
Table table_below(const Report& report, const std::string& title) {
    bool below = false;
    for (const auto& block : report.blocks) {
        if (const auto* heading = std::get_if<Heading>(&block)) below = heading->text == title;
        if (const auto* table = std::get_if<Table>(&block); table != nullptr && below) return *table;
    }
    return {};
}

std::vector<std::string> titles(const Table& table) {
    std::vector<std::string> result;
    for (const auto& column : table.columns) result.push_back(column.title);
    return result;
}

/// The cells of the row that begins with a text, as they are printed.
std::vector<std::string> row_of(const Table& table, const std::string& first) {
    for (const auto& row : table.rows) {
        if (texts_of(row).front() == first) return texts_of(row);
    }
    return {};
}

std::string notes(const Report& report) {
    std::string text;
    for (const auto& block : report.blocks) {
        if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
    }
    return text;
}

const std::string kSale =
    "writes: 1000/s\nread_write_ratio: 10:1\nobject_size: 1 KB\nretention: 100 days\n"
    "expect: [qps <= 15k/s]\n"
    "scenarios:\n  flash sale: {peak_factor: 10}\n  twice: {writes: 2000/s, retention: 1 year}\n";

}  // namespace

TEST_CASE("each scenario has a column beside the file as it is written") {
    const auto table = table_below(page_of(kSale), "Scenarios");
    CHECK(titles(table) == std::vector<std::string>{"", "As written", "flash sale", "twice"});
    CHECK(row_of(table, "qps") == std::vector<std::string>{"qps", "11k/s", "11k/s", "22k/s"});
    CHECK(row_of(table, "peak_qps") == std::vector<std::string>{"peak_qps", "33k/s", "110k/s", "66k/s"});
    // 1 MB/s is 86.4 GB a day; 8.64 TB in 100 days, twice of 31.536 TB in a year.
    CHECK(row_of(table, "data") == std::vector<std::string>{"data", "8.64 TB", "8.64 TB", "63.1 TB"});
}

TEST_CASE("a scenario that changes nothing stands for the file as it is written") {
    const auto table =
        table_below(page_of("writes: 1/s\nscenarios:\n  today: {}\n  tomorrow: {writes: 2/s}\n"), "Scenarios");
    CHECK(titles(table) == std::vector<std::string>{"", "today", "tomorrow"});
    CHECK(row_of(table, "qps") == std::vector<std::string>{"qps", "1/s", "2/s"});
}

TEST_CASE("what only one scenario has is empty for the others") {
    const auto table = table_below(
        page_of("writes: 1/s\nobject_size: 1 KB\nscenarios:\n  paid: {price.storage: $1/GB/month}\n"), "Scenarios");
    const auto row = row_of(table, "cost");
    REQUIRE(row.size() == 3);
    CHECK(row[1].empty());
    CHECK_FALSE(row[2].empty());
}

TEST_CASE("own quantities are compared too, and in the long form all results") {
    const std::string yaml =
        "writes: 1/s\nobject_size: 1 KB\ndefine: {own: qps * 5 s}\nscenarios: {b: {writes: 3/s}}\n";
    CHECK(row_of(table_below(page_of(yaml), "Scenarios"), "own") == std::vector<std::string>{"own", "5", "15"});
    CHECK(row_of(table_below(page_of(yaml), "Scenarios"), "filled").empty());
    CHECK_FALSE(row_of(table_below(page_of(yaml, Extent::all), "Scenarios"), "filled").empty());
}

TEST_CASE("the changes, the decisions and the failing expectations of each are told") {
    const auto page = page_of(kSale);
    CHECK(contains(notes(page), "flash sale: peak_factor 10; twice: writes 2000/s, retention 1 year"));
    const auto decisions = table_below(page, "Decisions");
    CHECK(row_of(decisions, "spikes") == std::vector<std::string>{"spikes", "no", "yes", "no"});
    CHECK(row_of(table_below(page, "Expectations"), "qps <= 15k/s") ==
          std::vector<std::string>{"qps <= 15k/s", "holds", "holds", "FAILS: 22k/s"});
}

TEST_CASE("what contradicts or looks odd in one scenario alone is said once, on every kind of page") {
    const auto estimates = all_of(
        "dau: 10M\nwrites_per_user: 1/day\nobject_size: 10 KB\n"
        "scenarios:\n  small: {storage: 80 TB}\n  calm: {peak_factor: 0.5}\n");
    for (const Audience audience : {Audience::people, Audience::page}) {
        const Report page = describe_scenarios(estimates, audience, Extent::brief);
        const auto count = [&](std::string_view text) {
            return std::count_if(page.blocks.begin(), page.blocks.end(), [&](const Block& block) {
                const auto* note = std::get_if<Note>(&block);
                return note != nullptr && note->text == text;
            });
        };
        CHECK(count("Contradiction: small: `storage`, 80 TB, is less than `data`, 183 TB") == 1);
        CHECK(count("Note: calm: the peak is below the average: is peak_factor at least 1?") == 1);
    }
}

TEST_CASE("an expectation that asks for a chance fails by its chance") {
    const std::string yaml =
        "dau: 1M to 4M\nwrites_per_user: 1/day\nobject_size: 1 KB\nretention: 1 year\n"
        "expect: [dau <= 4M at 90%]\nscenarios:\n  big: {dau: 2M to 8M}\n";  // half of which is above 4M
    auto estimates = all_of(yaml);
    for (auto& each : estimates) sample(each.estimate, {.count = 8192});
    const auto page = describe_scenarios(estimates, Audience::people, Extent::brief);
    const auto row = row_of(table_below(page, "Expectations"), "dau <= 4M at 90%");
    REQUIRE(row.size() == 3);
    CHECK(row[1] == "holds");
    CHECK(row[2] == "FAILS: chance 50%");
}

TEST_CASE("the records have a line for each quantity of each scenario") {
    const auto report = describe_scenarios(all_of(kSale), Audience::sheet, Extent::brief);
    CHECK(titles(report.records).front() == "scenario");
    std::vector<double> found;
    for (const auto& row : report.records.rows) {
        if (std::get<std::string>(row[1]) == "peak_qps") found.push_back(std::get<Quantity>(row[2]).value);
    }
    REQUIRE(found.size() == 3);
    CHECK(found[0] == near(33'000));
    CHECK(found[1] == near(110'000));
    CHECK(found[2] == near(66'000));
}

TEST_CASE("the data is that of the estimate with a list of scenarios") {
    const auto report = describe_scenarios(all_of(kSale), Audience::program, Extent::brief);
    const auto& object = std::get<Datum::Object>(report.data.value);
    CHECK(object.front().key == "schema_version");
    REQUIRE(object.back().key == "scenarios");
    const auto& list = std::get<Datum::Array>(object.back().value.value);
    REQUIRE(list.size() == 2);
    const auto& first = std::get<Datum::Object>(list[0].value);
    CHECK(first[0].key == "name");
    CHECK(std::get<std::string>(first[0].value.value) == "flash sale");
    CHECK(first[1].key == "summary");
}

TEST_CASE("changes are told as they were written") {
    const auto workload = workload_of("writes: 1/s\nscenarios: {x: {peak_factor: 5, server: {rps: 5k/s}}}\n");
    REQUIRE(workload.scenarios.size() == 1);
    CHECK(changes_text(workload.scenarios[0]) == "peak_factor 5, server.rps 5k/s");
    CHECK(changes_text({}).empty());
}

}  // namespace bote::test::scenarios_test
