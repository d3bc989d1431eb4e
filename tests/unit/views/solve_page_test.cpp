// What stands on the page of made-up solutions.

#include "bote/views/solve.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/json_of.hpp"
#include "report/texts.hpp"

namespace bote::test::solve_page_test {
namespace {

Stretch stretch(std::optional<double> from, std::optional<double> to) {
    return {from, to, from.value_or(0), to.value_or(0)};
}

class Solved {
public:
    explicit Solved(const std::string& condition = "storage <= 30 TB", const std::string& writes = "100/day")
        : estimate_(estimate_of("dau: 1M\nwrites_per_user: " + writes +
                                "\nobject_size: 1 KB\nretention: 7 days\nexpect: ['" + condition + "']\n")) {
        solution.input = estimate_.model.find("dau").value();
        solution.present = 1e6;
        solution.low = 1e3;
        solution.high = 1e15;
        solution.probes = 99;
        solution.holds_now = true;
    }

    void try_out(const std::string& title, double value, bool holds, std::optional<double> chance = {}) {
        solution.tried.push_back({title, value, holds, chance, estimate_.values});
    }

    Report report() const { return describe_solution(estimate_, solution); }

    Texts notes() const {
        Texts notes;
        const Report found = report();
        bool below = false;
        for (const auto& block : found.blocks) {
            if (const auto* heading = std::get_if<Heading>(&block)) below = heading->text == "Solution";
            if (const auto* note = std::get_if<Note>(&block); note != nullptr && below) notes.push_back(note->text);
        }
        return notes;
    }

    std::vector<Texts> rows() const {
        std::vector<Texts> rows;
        for (const auto& block : report().blocks) {
            const auto* table = std::get_if<Table>(&block);
            if (table == nullptr) continue;
            for (const auto& row : table->rows) rows.push_back(texts_of(row));
        }
        return rows;
    }

    Solution solution;

private:
    Estimate estimate_;
};

}  // namespace

TEST_CASE("a solution says in a sentence for which values the condition holds") {
    Solved solved;
    CHECK(solved.notes().front() == "`storage <= 30 TB` holds for no dau from 1k to 1000 trillion.");
    solved.solution.stretches = {stretch({}, {})};
    CHECK(solved.notes().front() == "`storage <= 30 TB` holds for every dau from 1k to 1000 trillion.");
    solved.solution.stretches = {stretch({}, 12345678)};
    CHECK(solved.notes() == Texts{"`storage <= 30 TB` holds up to dau 12.35M."});
    solved.solution.stretches = {stretch(5e3, 6e3), stretch(8e3, {})};
    CHECK(solved.notes().front() == "`storage <= 30 TB` holds from dau 5k to 6k, and from dau 8k.");
    CHECK(solved.notes().back() == "Found among 99 values; a stretch between two of them is not seen.");
    solved.solution.depends = false;
    CHECK(solved.notes().back() == "dau moves neither side of it.");
}

TEST_CASE("of many stretches six are told, with as many of the values that were tried") {
    Solved solved;
    solved.try_out("now", 1e6, true);
    for (int i = 0; i < 6; ++i) {
        solved.solution.stretches.push_back(stretch(10 * i + 1, 10 * i + 2));
        for (int j = 0; j < 4; ++j) solved.try_out("smallest", 10 * i + j, true);
    }
    CHECK(contains(solved.notes().front(), ", and from dau 51 to 52."));
    CHECK(solved.rows().size() == 1 + 6 * 4);
    for (const double more : {71, 81}) {
        solved.solution.stretches.push_back(stretch(more, more + 1));
        for (int j = 0; j < 4; ++j) solved.try_out("smallest", more + j, true);
        if (more == 71) CHECK(contains(solved.notes().front(), ", and in 1 more stretch."));
    }
    CHECK(contains(solved.notes().front(), ", and from dau 51 to 52, and in 2 more stretches."));
    CHECK(solved.rows().size() == 1 + 6 * 4);
    CHECK(solved.report().records.rows.size() == 8);
}

TEST_CASE("each value that was tried stands with what the condition reads and whether it holds") {
    Solved solved("storage + data <= replication * storage");
    solved.solution.stretches = {stretch({}, 2e6)};
    solved.try_out("largest", 2e6, true);
    solved.try_out("too large", 2.001e6, false);
    CHECK(solved.rows() == std::vector<Texts>{{"largest", "2M", "3 TB", "700 GB", "3", "holds"},
                                              {"too large", "2.001M", "3 TB", "700 GB", "3", "fails"}});
}

TEST_CASE("what is not quite the limit has the digits to show it") {
    const auto shown = [](const std::string& writes) {
        Solved solved("storage <= 3 TB", writes);
        solved.try_out("now", 1e6, true);
        return solved.rows().front()[2];
    };
    CHECK(shown("100/day") == "3 TB");
    CHECK(shown("100.2/day") == "3.006 TB");
    CHECK(shown("100.002/day") == "3.0001 TB");  // 3.00006: 3.000 would not be above the limit
    CHECK(shown("99.998/day") == "3 TB");        // which is not above it either
}

TEST_CASE("what ranges are taken for is said where there are some") {
    const std::string at_median = "Ranges stand at their median; end the condition with `at 95%` to ask for a chance.";
    const auto last_note = [](Solved solved) {
        solved.solution.stretches = {stretch({}, 2e6)};
        return solved.notes().back();
    };
    CHECK(last_note(Solved("storage <= 30 TB", "50 to 200 per day")) == at_median);
    CHECK(last_note(Solved("storage <= 30 TB at 95%")) == "No value is a range: it holds, or it does not.");
    Solved sampled("storage <= 30 TB at 95%", "50 to 200 per day");
    sampled.solution.samples = 8192;
    CHECK(last_note(sampled) ==
          "The chance is that of 8192 samples of the other ranges; quantities stand at their median.");
    sampled.solution.settled = false;
    CHECK(contains(last_note(sampled), ", and the third digit of an end may still move; quantities"));
}

TEST_CASE("programs get sharp ends, and by chance those that are shown with their chances") {
    Solved solved;
    solved.solution.stretches = {{std::nullopt, 12345678, 0, 12340000}};
    const auto sharp = json_of(solved.report().data);
    CHECK(sharp["quantity"] == "dau");
    CHECK(sharp["condition"] == "storage <= 30 TB");
    CHECK(sharp["present"] == 1000000);
    CHECK(sharp["holds_now"] == true);
    CHECK(sharp["tried_from"] == 1000);
    CHECK(sharp["tried_to"] == 1000000000000000);
    CHECK(sharp["stretches"] == nlohmann::json::parse(R"([{"to": 12345678}])"));
    CHECK_FALSE(sharp.contains("samples"));

    Solved by_chance("storage <= 30 TB at 90%", "50 to 200 per day");
    by_chance.solution.stretches = {{1999, 12345678, 2000, 12340000}};
    by_chance.solution.samples = 8192;
    by_chance.try_out("now", 2000, true, 0.5);
    by_chance.try_out("smallest", 2000, true, 0.93);
    by_chance.try_out("too small", 1999, false, 0.89);
    by_chance.try_out("largest", 12340000, true, 0.91);
    by_chance.try_out("too large", 12350000, false, 0.8996);
    const auto data = json_of(by_chance.report().data);
    CHECK(data["stretches"][0] ==
          nlohmann::json::parse(R"({"from": 2000, "from_chance": 0.93, "to": 12340000, "to_chance": 0.91})"));
    CHECK(data["wanted_chance"] == 0.9);
    CHECK(data["samples"] == 8192);
    CHECK(data["settled"] == true);
    const auto& records = by_chance.report().records;
    CHECK(texts_of(records.rows[0]) == Texts{"dau", "2k", "12.3M", "", "93%", "91%"});
    REQUIRE(by_chance.rows().size() == 5);
    CHECK(by_chance.rows().front()[3] == "50%");
    CHECK(by_chance.rows().back()[3] == "89.96%");  // not 90%
}

}  // namespace bote::test::solve_page_test
