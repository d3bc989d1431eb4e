// The same numbers in every format.

#include <cstdlib>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "bote/base/text.hpp"
#include "bote/cli/run.hpp"
#include "bote/model/embedded.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::formats_agree_test {
namespace {

using nlohmann::json;

const std::string kTinyUrl =
    "name: TinyURL\ndau: 100M\nwrites_per_user: 1/day\nread_write_ratio: 100:1\nobject_size: 500 B\n"
    "retention: 5 years\nreplication: 3\nheadroom: 30%\n";

std::string printed(const std::string& yaml, const std::string& format) {
    Environment environment;
    environment.read_input = [&](std::size_t) { return yaml; };
    const auto outcome = run({"estimate", "-", "--format", format}, environment);
    REQUIRE(outcome.exit_code == kExitAnswered);
    return outcome.out;
}

std::vector<std::string> workloads() {
    std::vector<std::string> texts{kTinyUrl};
    for (const auto& preset : embedded_presets()) texts.emplace_back(preset.text);
    return texts;
}

/// The cells of a line of a Markdown table, without blanks and back quotes.
std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    if (!line.starts_with("|")) return cells;
    line.remove_prefix(1);
    for (const auto part : split(line, '|')) {
        std::string cell(trim(part));
        std::erase(cell, '`');
        cells.push_back(cell);
    }
    if (!cells.empty()) cells.pop_back();
    return cells;
}

}  // namespace

TEST_CASE("CSV and JSON hold the same quantities, at full precision") {
    for (const auto& yaml : workloads()) {
        const auto estimate = estimate_of(yaml);
        const auto quantities = json::parse(printed(yaml, "json"))["quantities"];
        std::size_t count = 0;
        for (const auto& line : lines_of(printed(yaml, "csv"))) {
            const auto cells = split(line.text, ',');
            if (cells.size() < 5 || cells[0] == "quantity") continue;
            ++count;
            const std::string name(cells[0]);
            CAPTURE(estimate.model.name, name);
            REQUIRE(quantities.contains(name));
            const auto& datum = quantities[name];
            const double number = std::strtod(std::string(cells[1]).c_str(), nullptr);
            CHECK(number == value(estimate, name));
            CHECK(datum["value"].get<double>() == value(estimate, name));
            CHECK(datum["unit"].get<std::string>() == cells[2]);
            CHECK(datum["text"].get<std::string>() == cells[3]);
            CHECK(datum["origin"].get<std::string>() == cells[4]);
        }
        CHECK(count == quantities.size());
    }
}

TEST_CASE("the text of a quantity reads back as its value") {
    for (const auto& yaml : workloads()) {
        const auto estimate = estimate_of(yaml);
        const auto quantities = json::parse(printed(yaml, "json"))["quantities"];
        for (const auto& [name, datum] : quantities.items()) {
            const auto index = estimate.model.find(name);
            REQUIRE(index);
            const auto& quantity = estimate.model[*index];
            const auto text = datum["text"].get<std::string>();
            CAPTURE(estimate.model.name, name, text);
            const double read = value_of(text, quantity.display.dimension, estimate.model.conventions);
            CHECK(read == near(datum["value"].get<double>(), 0.00501));
        }
    }
}

TEST_CASE("each line of a step is in the table and in Markdown with the text of the JSON") {
    const auto quantities = json::parse(printed(kTinyUrl, "json"))["quantities"];
    std::map<std::string, std::vector<std::string>> rows;
    for (const auto& line : lines_of(printed(kTinyUrl, "markdown"))) {
        const auto cells = cells_of(line.text);
        if (cells.size() >= 2) rows[cells[0]] = cells;
    }
    const std::string table = printed(kTinyUrl, "table");
    for (const auto* name :
         {"new_data", "retained_objects", "data", "filled", "storage", "cache_memory", "database_read_qps"}) {
        CAPTURE(name);
        const auto text = quantities[name]["text"].get<std::string>();
        REQUIRE(rows[name].size() >= 2);
        CHECK(rows[name][1] == text);
        bool found = false;
        for (const auto& line : lines_of(table)) {
            const auto words = trim(line.text);
            if (words.starts_with(std::string(name) + " "))
                found = trim(words.substr(std::string(name).size())).starts_with(text + " ");
        }
        CHECK(found);
    }
    CHECK(rows["Application"][1] == quantities["app.servers"]["text"].get<std::string>());
    CHECK(rows["Cache"][2] == quantities["cache.machines"]["text"].get<std::string>());
}

TEST_CASE("columns with one unit for all show the values of the JSON") {
    struct Column {
        std::string row;
        std::size_t cell;
        std::string quantity;
    };
    const Column columns[] = {
        {"Writes", 2, "write_qps"}, {"Writes", 3, "peak_write_qps"},
        {"Reads", 2, "read_qps"},   {"Total", 2, "qps"},
        {"In", 1, "ingress"},       {"Out", 1, "egress"},
        {"Out", 2, "peak_egress"},  {"In", 3, "ingress"},
        {"Out", 4, "peak_egress"},
    };
    const auto quantities = json::parse(printed(kTinyUrl, "json"))["quantities"];
    for (const auto& column : columns) {
        CAPTURE(column.row, column.quantity);
        bool found = false;
        for (const auto& line : lines_of(printed(kTinyUrl, "markdown"))) {
            const auto cells = cells_of(line.text);
            if (found || cells.size() <= column.cell || cells[0] != column.row) continue;
            found = true;
            CHECK(value_of(cells[column.cell]) == near(quantities[column.quantity]["value"].get<double>(), 0.00501));
        }
        CHECK(found);
    }
}

TEST_CASE("JSON says what is bound by what, what is expected and what is assumed") {
    const auto data = json::parse(printed(kTinyUrl + "expect: [storage <= 300 TB, dau == 100M]\n", "json"));
    CHECK(data["schema_version"] == 1);
    CHECK(data["workload"]["name"] == "TinyURL");
    CHECK(data["bounds"]["app"] == "requests");
    CHECK(data["bounds"]["cache"] == "memory");
    CHECK(data["bounds"]["database"] == "disk");
    REQUIRE(data["expectations"].size() == 2);
    CHECK(data["expectations"][0]["holds"] == false);
    CHECK(data["expectations"][1]["holds"] == true);
    CHECK(data["expectations"][0]["right"] == 3e14);
    const auto assumed = data["assumptions"].get<std::vector<std::string>>();
    CHECK(std::find(assumed.begin(), assumed.end(), "peak_factor") != assumed.end());
    CHECK(std::find(assumed.begin(), assumed.end(), "retention") == assumed.end());
    CHECK(data["quantities"]["retention"]["origin"] == "given");
    CHECK(data["quantities"]["hit_ratio"]["origin"] == "default");
    CHECK(data["quantities"]["storage"]["origin"] == "computed");
}

}  // namespace bote::test::formats_agree_test
