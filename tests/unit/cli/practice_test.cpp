// `bote practice` as a program: what it keeps, what it chooses, and that a script gives the same bytes.

#include <filesystem>

#include <nlohmann/json.hpp>

#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/contains.hpp"
#include "project/project_files.hpp"

namespace bote::test::practice_test {
namespace {

/// A home of its own for each test, and a script in it.
class Home {
public:
    Home() : working_(folder_.path()) {}

    [[nodiscard]] Outcome run(const std::string& arguments) const {
        return run_command(parse_command("XDG_DATA_HOME=" + folder_.path().string() + " bote practice " + arguments));
    }
    void script(std::string_view lines) const { write_text("answers", lines); }
    [[nodiscard]] std::filesystem::path history() const { return folder_.path() / "bote/history.jsonl"; }
    [[nodiscard]] std::string kept() const {
        return std::filesystem::exists(history()) ? read_text(history()) : std::string();
    }

private:
    ScratchFolder folder_;
    WorkingFolder working_;
};

}  // namespace

TEST_CASE("each answer is one line of JSON in the user's data folder, and nothing else is written") {
    const Home home;
    home.script("1200/s\n!\nskip\n");
    CHECK(home.run("tinyurl --script answers").exit_code == kExitAnswered);
    const auto lines = lines_of(home.kept());
    REQUIRE(lines.size() == 3);
    const auto first = nlohmann::json::parse(lines[0].text);
    CHECK(first["problem"] == "tinyurl");
    CHECK(first["quantity"] == "write_qps");
    CHECK(first["answer"] == "1200/s");
    CHECK(first["ending"] == "answered");
    CHECK(nlohmann::json::parse(lines[1].text)["ending"] == "shown");
    CHECK(nlohmann::json::parse(lines[2].text)["ending"] == "skipped");
    home.script("1200/s\n");
    CHECK(home.run("tinyurl --script answers").exit_code == kExitAnswered);
    CHECK(lines_of(home.kept()).size() == 4);
}

TEST_CASE("without a history, or without a home, nothing is kept") {
    const Home home;
    home.script("1200/s\n");
    CHECK(home.run("tinyurl --script answers --no-history").exit_code == kExitAnswered);
    CHECK(home.kept().empty());
    CHECK(run_command(parse_command("bote practice tinyurl --script answers")).exit_code == kExitAnswered);
    CHECK(home.run("tinyurl --script answers").out ==
          run_command(parse_command("bote practice tinyurl --script answers")).out);
}

TEST_CASE("a fixed seed and script give the same bytes, whatever happened before") {
    const Home home;
    home.script("10/s\nn\nn\n1k\ny\n2k\nwhy\nn\nn\n1 GB\n!\n!\n!\n!\ny\n");
    const std::string first = home.run("--seed 7 --script answers").out;
    CHECK(home.run("--seed 7 --script answers").out == first);
    CHECK(home.run("--seed 7 --script answers --no-history").out == first);
    CHECK(run_command(parse_command("bote practice --seed 7 < answers")).out == first);
    CHECK(home.run("--seed 8 --script answers").out != first);
}

TEST_CASE("a problem follows the ones before it, and comes back to a slip that was made") {
    const Home home;
    home.script("!\n");
    CHECK(contains(home.run("--script answers").out, "(seed 1, "));
    CHECK(contains(home.run("--script answers").out, "(seed 2, "));
    write_text(home.history(), R"({"time": 0, "problem": "tinyurl", "quantity": "storage", "ratio": 0.33, )"
                               R"("slip": "replication left out", "confirmed": true})"
                               "\n");
    const std::string chosen = home.run("--script answers").out;
    CHECK(contains(chosen, "Chosen for a slip to get rid of: replication left out."));
    home.script("!\n!\n!\n!\n!\n!\n");
    CHECK(contains(home.run("--script answers").out, "Disk to buy for all that is kept?"));
}

TEST_CASE("a damaged line of the history is left out and said") {
    const Home home;
    home.script("1200/s\n");
    CHECK(home.run("tinyurl --script answers").exit_code == kExitAnswered);
    write_text(home.history(), home.kept() + "{\"time\": 1, \"quant\n");
    const auto again = home.run("tinyurl --script answers");
    CHECK(again.exit_code == kExitAnswered);
    CHECK(contains(again.out, "1 damaged line(s) of the history left out, the first is line 2."));
    const auto page = home.run("--history");
    CHECK(page.exit_code == kExitAnswered);
    CHECK(contains(page.out, "1 damaged line of the history left out, the first is line 2."));
    CHECK(lines_of(home.kept()).size() == 3);
}

TEST_CASE("the history has figures by topic and slips with their turn, in every format") {
    const Home home;
    home.script("1200/s\n!\n!\n!\n3 PB\nn\nn\n");
    CHECK(home.run("tinyurl --script answers").exit_code == kExitAnswered);
    home.script("!\n!\n!\n!\n22 TB\ny\n");
    CHECK(home.run("tinyurl --script answers").exit_code == kExitAnswered);
    const auto data = nlohmann::json::parse(home.run("--history --format json").out);
    CHECK(data["schema_version"] == 1);
    CHECK(data["answers"] == 10);
    CHECK(data["topics"].size() == 2);
    CHECK(contains(home.run("--history --format csv").out, "topic,traffic,"));
    CHECK(contains(home.run("--history --format markdown").out, "By topic"));
}

TEST_CASE("what makes its own problems says that it takes no workload") {
    const Outcome outcome = Home().run("twitter --spot");
    CHECK(outcome.exit_code == kExitWrongInput);
    CHECK(contains(outcome.err, "--spot takes no workload"));
    CHECK(contains(outcome.err, "leave out 'twitter', or write `bote practice twitter`"));
}

TEST_CASE("the summary alone is written where a format is asked for, and is the same for a script and a pipe") {
    const Home home;
    home.script("1200/s\n!\n");
    const auto data = nlohmann::json::parse(home.run("tinyurl --no-history --script answers --format json").out);
    CHECK(data["schema_version"] == 1);
    CHECK(data["problem"] == "tinyurl");
    CHECK(data["answers"].size() == 2);
    CHECK(data["answers"][0]["points"] == 20);  // 6.2 times 193/s
    CHECK(data["answers"][1]["ending"] == "shown");
    CHECK(run_command(parse_command("bote practice tinyurl --no-history --format json < answers")).out ==
          home.run("tinyurl --no-history --script answers --format json").out);
    CHECK(contains(home.run("tinyurl --no-history --script answers --format csv").out, "question,answer,exact"));
}

TEST_CASE("a workload of tiers alone is asked for its machines") {
    const Home home;
    // 181 TB on disks of 4 TB.
    write_text("queue.yaml",
               "tiers: {queue: {kind: kafka, load: 100k/s, message: 1 KB, keeps: 7 days, copies: 3, headroom: 0%}}\n");
    home.script("46\n");
    const Outcome outcome = home.run("queue.yaml --script answers");
    CHECK(outcome.exit_code == kExitAnswered);
    CHECK(contains(outcome.out, "Machines in all?"));
    CHECK(contains(outcome.out, "right"));
    CHECK(home.run("queue.yaml --topic cache --script answers").exit_code == kExitWrongInput);
}

TEST_CASE("a history that cannot be written is said once, and the practice goes on") {
    const Home home;
    write_text("bote", "a file where the folder should be\n");
    home.script("1200/s\n!\n");
    const auto outcome = home.run("tinyurl --script answers");
    CHECK(outcome.exit_code == kExitAnswered);
    CHECK(contains(outcome.err, "cannot keep the history"));
    CHECK(lines_of(outcome.err).size() == 1);
}

TEST_CASE("the history is an input that no output is put in place of") {
    const Home home;
    home.script("1200/s\n");
    CHECK(home.run("tinyurl --script answers").exit_code == kExitAnswered);
    const std::string before = home.kept();
    CHECK(home.run("--history --format json -o bote/history.jsonl").exit_code == kExitWrongInput);
    CHECK(home.kept() == before);
}

TEST_CASE("a history that cannot be read is an error for who asks for it, and a warning for who practises") {
    const Home home;
    home.script("1200/s\n");
    std::filesystem::create_directories(home.history());
    const auto shown = home.run("--history");
    CHECK(shown.exit_code == kExitWrongInput);
    CHECK(contains(shown.err, "error: cannot read the history in "));
    const auto practised = home.run("tinyurl --script answers");
    CHECK(practised.exit_code == kExitAnswered);
    CHECK(contains(practised.err, "warning: cannot read the history in "));
}

}  // namespace bote::test::practice_test
