// Nothing is there that nothing exercises: a unit, a function, a definition, a preset, a profile, a format or a command
// without a use fails here.

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "bote/base/text.hpp"
#include "bote/model/embedded.hpp"
#include "bote/render/render.hpp"
#include "bote/views/failures.hpp"
#include "bote/views/listings.hpp"
#include "bote/views/shown.hpp"
#include "bote/views/verdicts.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/near.hpp"
#include "project/project_files.hpp"

namespace bote::test::catalogue_test {
namespace {

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

/// The entries of a listing, by the value of one of their keys.
std::set<std::string> listed(const std::string& command, const std::string& key) {
    std::set<std::string> names;
    const auto data = nlohmann::json::parse(bote(command + " --format json").out);
    for (const auto& entry : data[command.substr(0, command.find(' '))]) names.insert(entry[key].get<std::string>());
    return names;
}

/// Facts that the model itself does not use: there for formulas.
bool is_fact(const Definition& row) {
    const auto topics = constant_topics();
    return std::find(topics.begin(), topics.end(), row.section) != topics.end();
}

/// The definitions that a workload gives or computes: more than a default that nobody asked for.
void collect(const Model& model, std::set<std::string>& names) {
    for (const auto& quantity : model.quantities) {
        if (quantity.definition != nullptr && quantity.origin != Origin::assumed)
            names.emplace(quantity.definition->name);
    }
}

/// As far as there is something to fail.
void add_failures(const Workload& workload, std::vector<Estimate>& estimates) {
    for (const Failure& failure : all_failures()) {
        try {
            estimates.push_back(compute_estimate(workload, with_failure(failure, workload, {})));
        } catch (const InputError&) {
            continue;
        }
    }
}

std::vector<Estimate> compute_estimates() {
    std::vector<std::string> texts;
    for (const auto& preset : embedded_presets()) texts.emplace_back(preset.text);
    for (const auto* folder : {"tests/golden", "tests/corpus"}) {
        for (const auto& path : files_below(source_folder() / folder, ".yaml")) texts.push_back(read_text(path));
    }
    std::vector<Estimate> estimates;
    for (const auto& text : texts) {
        const auto workload = workload_of(text);
        try {
            estimates.push_back(compute_estimate(workload, {}));
        } catch (const InputError&) {
            continue;  // one that shows its errors
        }
        if (!workload.tiers.empty()) add_failures(workload, estimates);
        for (const auto& scenario : workload.scenarios) {
            Overlay overlay;
            overlay.options = scenario.settings;
            estimates.push_back(compute_estimate(workload, overlay));
        }
    }
    return estimates;
}

/// The presets, the golden workloads and the published estimates, each as it is written and with its scenarios.
const std::vector<Estimate>& all_estimates() {
    static const std::vector<Estimate> estimates = compute_estimates();
    return estimates;
}

std::vector<std::string> files_of(const std::string& folder) {
    std::vector<std::string> names;
    for (const auto& path : files_below(source_folder() / folder, ".yaml")) names.push_back(path.stem().string());
    return names;
}

/// A command line of each command; all of them are taken from the help of the program.
const std::map<std::string, std::string> kCommandLines = {
    {"estimate", "estimate twitter"},
    {"explain", "explain twitter tweet.data"},
    {"value", "value twitter storage 'qps in 1/min'"},
    {"diagram", "diagram twitter"},
    {"timeline", "timeline twitter tweet.data qps"},
    {"sweep", "sweep twitter dau=1M..1B"},
    {"solve", "solve tinyurl writes 'storage <= 1 PB'"},
    {"compare", "compare twitter tinyurl"},
    {"watch", "watch '" + (source_folder() / "tests/golden/store.yaml").string() + "'"},
    {"practice", "practice tinyurl --no-history"},
    {"check", "check twitter"},
    {"drivers", "drivers twitter storage"},
    {"presets", "presets"},
    {"new", "new Chat"},
    {"embed", "embed --list '" + (source_folder() / "tests/golden/design.md").string() + "'"},
    {"link", "link twitter"},
    {"open", "open '#1CNM6R0tJLLVSMPTlKi_KLEktji9ILYovLU4tAorppyRWcgEA'"},
    {"constants", "constants"},
    {"quantities", "quantities"},
    {"tiers", "tiers kafka"},
    {"units", "units"},
    {"schema", "schema"},
    {"completions", "completions bash"},
    {"man", "man"},
};

/// Commands that print a text of another kind, whatever the format.
const std::set<std::string> kVerbatim = {"new", "link", "open", "schema", "completions", "man"};

/// Commands that say nothing until a program talks to them; see serve_test.cpp.
const std::set<std::string> kSessions = {"lsp", "mcp"};

std::vector<std::string> commands_in_help() {
    std::vector<std::string> names;
    for (const auto& line : lines_of(bote("--help").out)) {
        const std::string_view text = line.text;
        if (text.starts_with("  ") && text.size() > 2 && text[2] >= 'a' && text[2] <= 'z')
            names.emplace_back(text.substr(2, text.find(' ', 2) - 2));
    }
    return names;
}

}  // namespace

TEST_CASE("every unit reads as one of it and is listed") {
    const auto names = listed("units", "unit");
    for (const auto& unit : all_units()) {
        CAPTURE(unit.symbol);
        const std::string symbol(unit.symbol);
        const std::string one = symbol == "$" ? "$1" : "1 " + symbol;
        CHECK(value_of(one, unit.dimension) == near(factor(unit, {})));
        if (symbol != "$") CHECK(value_of(symbol) == near(factor(unit, {})));
        CHECK(names.contains(symbol));
    }
    CHECK(names.size() == all_units().size());
}

TEST_CASE("every other spelling of a unit reads as that unit and is listed") {
    const auto help = bote("units").out;
    for (const auto& spelling : all_spellings()) {
        CAPTURE(spelling.written);
        const Unit* unit = find_unit(spelling.symbol);
        REQUIRE(unit != nullptr);
        CHECK(unit->symbol == spelling.symbol);
        CHECK(find_unit(spelling.written) == unit);
        CHECK(value_of("1 " + std::string(spelling.written), unit->dimension) == near(factor(*unit, {})));
        CHECK(contains(help, std::string(spelling.written)));
        CHECK_FALSE(is_counting_word(spelling.written));
    }
}

TEST_CASE("every rate word divides by its time and is listed") {
    const auto help = bote("units").out;
    for (const auto& row : all_rate_words()) {
        CAPTURE(row.word);
        const std::string word(row.word);
        CHECK(value_of("5 " + word) == near(value_of("5 / " + std::string(row.per))));
        CHECK(find_unit(word) == nullptr);
        CHECK_FALSE(is_counting_word(word));
        CHECK(contains(help, word));
    }
}

TEST_CASE("every counting word reads as nothing more") {
    for (const auto word : all_counting_words()) {
        CAPTURE(word);
        CHECK(value_of("5 " + std::string(word)) == 5);
        CHECK(value_of("5 per " + std::string(word)) == 5);
    }
}

TEST_CASE("every function runs in a workload and is listed") {
    const auto help = bote("units").out;
    for (const auto& row : all_functions()) {
        CAPTURE(row.example);
        const auto estimate = estimate_of("define:\n  answer: " + std::string(row.example) + "\n");
        CHECK(value(estimate, "answer") == near(row.result));
        CHECK(contains(help, std::string(row.signature)));
    }
}

TEST_CASE("every definition is given or computed in a preset, a golden or a published estimate, and is listed") {
    std::set<std::string> exercised;
    for (const auto& estimate : all_estimates()) collect(estimate.model, exercised);
    const auto names = listed("quantities", "quantity");
    for (const auto& row : built_in_catalog().definitions) {
        CAPTURE(row.name);
        CHECK((is_fact(row) || exercised.contains(std::string(row.name))));
        CHECK(names.contains(std::string(row.name)));
    }
    CHECK(names.size() == built_in_catalog().definitions.size());
}

TEST_CASE("every total has a place on the page or stands aside, and every section has something") {
    const Catalog& catalog = built_in_catalog();
    std::set<DefinitionIndex> placed;
    for (const auto& section : catalog.page.sections) {
        CAPTURE(section.title);
        CHECK_FALSE((section.lines.empty() && section.columns.empty() && section.cells.empty()));
        for (const auto& line : section.lines) placed.insert(line.definition);
        for (const auto& column : section.columns) placed.insert(column.definition);
        for (const auto& cell : section.cells) placed.insert(cell.definition);
    }
    for (const DefinitionIndex i : catalog.definitions.indices()) {
        const Definition& row = catalog.definitions[i];
        CAPTURE(row.name);
        const bool has_place = placed.contains(i);
        if (row.kind == Class::total && !row.internal) CHECK(has_place != row.aside);
        if (row.aside) CHECK_FALSE(has_place);
    }
}

TEST_CASE("every line of a section is shown by one of them") {
    std::set<std::pair<std::string_view, DefinitionIndex>> shown;
    for (const auto& estimate : all_estimates()) {
        for (const auto& section : shown_sections(estimate, Extent::all)) {
            for (const QuantityIndex index : section.quantities) {
                const auto* definition = estimate.model[index].definition;
                if (definition != nullptr) shown.insert({section.title, *built_in_catalog().find(definition->name)});
            }
        }
    }
    for (const auto& section : built_in_catalog().page.sections) {
        for (const auto& line : section.lines) {
            CAPTURE(section.title, built_in_catalog()[line.definition].name);
            CHECK(shown.contains({section.title, line.definition}));
        }
    }
}

TEST_CASE("every decision is taken in one of them and not in another, and every note is provoked by one") {
    std::set<std::string_view> held;
    std::set<std::string_view> not_held;
    for (const auto& estimate : all_estimates()) {
        for (std::size_t i = 0; i < estimate.model.rules.size(); ++i) {
            const auto verdict = judge(estimate.model, estimate.values, i);
            (verdict.holds ? held : not_held).insert(verdict.rule->name);
        }
    }
    for (const auto& rule : built_in_catalog().rules) {
        CAPTURE(rule.name);
        CHECK(held.contains(rule.name));
        CHECK(not_held.contains(rule.name));
        if (!rule.is_note) CHECK_FALSE(rule.source.empty());
    }
}

TEST_CASE("every constant with a range says where it comes from") {
    auto names = listed("constants", "constant");
    for (const auto topic : constant_topics()) names.merge(listed("constants " + std::string(topic), "constant"));
    for (const auto& row : built_in_catalog().definitions) {
        CAPTURE(row.name);
        if (!row.range.empty()) CHECK_FALSE(row.source.empty());
        if (row.constant && !row.alternatives.empty()) CHECK(names.contains(std::string(row.name)));
    }
}

TEST_CASE("every fact is listed with its source and can stand in a formula") {
    for (const auto& row : built_in_catalog().definitions) {
        if (!is_fact(row)) continue;
        CAPTURE(row.name);
        CHECK_FALSE(row.source.empty());
        REQUIRE(row.alternatives.size() == 1);
        const auto estimate = estimate_of("define:\n  twice: 2 * " + std::string(row.name) + "\n");
        CHECK(value(estimate, "twice") ==
              near(2 * value_of(std::string(row.alternatives[0].text), row.display.dimension)));
    }
}

TEST_CASE("every preset is listed, is the file of its name, and holds what it expects") {
    const auto names = listed("presets", "preset");
    std::vector<std::string> embedded;
    for (const auto& preset : embedded_presets()) {
        const std::string name(preset.name);
        CAPTURE(name);
        embedded.push_back(name);
        CHECK(names.contains(name));
        const auto path = source_folder() / "presets" / (name + ".yaml");
        const auto from_file = estimate_of(read_text(path));
        const auto from_program = estimate_of(std::string(preset.text));
        REQUIRE(from_file.model.quantities.size() == from_program.model.quantities.size());
        for (const auto& quantity : from_file.model.quantities)
            CHECK(value(from_program, quantity.name) == near(value(from_file, quantity.name), 0));
        CHECK(bote("check " + name).exit_code == kExitAnswered);
        CHECK(bote("check " + path.string()).exit_code == kExitAnswered);
        CHECK_FALSE(from_program.model.expectations.empty());
        CHECK_FALSE(from_program.model.description.empty());
        CHECK_FALSE(from_program.model.origin.empty());
    }
    auto files = files_of("presets");
    for (const auto& name : files_of("presets/settings")) std::erase(files, name);
    CHECK(embedded == files);
}

TEST_CASE("every file of settings is embedded, can be given, and changes an estimate that it fits") {
    std::vector<std::string> embedded;
    for (const auto& settings : embedded_settings()) {
        const std::string name(settings.name);
        CAPTURE(name);
        embedded.push_back(name);
        const auto path = source_folder() / "presets/settings" / (name + ".yaml");
        CHECK(std::string(settings.text) == read_text(path));
        const auto with = bote("tinyurl --with " + name);
        CHECK(with.exit_code == kExitAnswered);
        CHECK(with.out != bote("tinyurl").out);
        CHECK(with.out == bote("tinyurl --with " + path.string()).out);
    }
    CHECK(embedded == files_of("presets/settings"));
}

TEST_CASE("every profile changes constants of the model alone, and can be chosen") {
    std::vector<std::string> embedded;
    for (const auto& profile : embedded_profiles()) {
        const std::string name(profile.name);
        CAPTURE(name);
        embedded.push_back(name);
        CHECK(std::string(profile.text) == read_text(source_folder() / "src/model/profiles" / (name + ".yaml")));
        CHECK(bote("tinyurl --profile " + name).exit_code == kExitAnswered);
        CHECK(contains(bote("estimate --help").out, name));
    }
    CHECK(embedded == files_of("src/model/profiles"));
    CHECK(bote("twitter --profile optimized").out != bote("twitter").out);
    CHECK(bote("twitter --profile typical").out == bote("twitter").out);
}

/// The commands that have pictures.
const std::set<std::string> kDrawing = {"estimate", "diagram", "timeline", "sweep", "drivers"};
const std::set<std::string> kDiagrams = {"estimate", "diagram"};

TEST_CASE("every format renders the answer of every command, on a terminal and elsewhere") {
    for (const auto& name : commands_in_help()) {
        CAPTURE(name);
        if (kSessions.contains(name)) continue;
        REQUIRE(kCommandLines.contains(name));
        if (kVerbatim.contains(name)) {
            const auto outcome = run_command(parse_command("bote " + kCommandLines.at(name) + " --format json"));
            CHECK(contains(outcome.err, "there is no option '--format' for " + name));
            continue;
        }
        for (const auto& format : all_formats()) {
            CAPTURE(format.name);
            const std::string line = "bote " + kCommandLines.at(name) + " --format " + std::string(format.name);
            const auto outcome = run_command(parse_command(line));
            if (!format.only.empty() && format.only != name) {
                CHECK(outcome.exit_code == kExitWrongInput);
                CHECK(contains(outcome.err, "of `" + std::string(format.only) + "` alone"));
                continue;
            }
            if (format.audience == Audience::page && outcome.exit_code == kExitWrongInput) {
                CHECK_FALSE((format.name == "svg" && kDrawing.contains(name)));
                CHECK_FALSE((format.name == "dot" && kDiagrams.contains(name)));
                CHECK(contains(outcome.err,
                               format.name == "dot" ? "this answer has no diagram" : "this answer has no chart"));
                continue;
            }
            CHECK(outcome.exit_code == kExitAnswered);
            CHECK_FALSE(outcome.out.empty());
            CHECK(outcome.out.ends_with("\n"));
            CHECK(find_forbidden_character(outcome.out) == std::nullopt);
            CHECK(find_invalid_utf8(outcome.out) == std::nullopt);
            CHECK(run_command(parse_command(line)).out == outcome.out);
            if (format.name == "json") {
                const auto data = nlohmann::json::parse(outcome.out);
                CHECK(data["schema_version"] == 1);
            }
            if (format.name != "table") continue;
            for (const auto* columns : {"40", "80", "200"}) {
                const auto narrow =
                    run_command(parse_command("NO_COLOR=1 TERMINAL=" + std::string(columns) + " " + line));
                CHECK(narrow.exit_code == kExitAnswered);
                for (const auto& each : lines_of(narrow.out)) {
                    CAPTURE(columns, each.text);
                    CHECK(display_width(each.text) <= std::stoul(columns));
                }
            }
        }
    }
    CHECK(commands_in_help().size() == kCommandLines.size() + kSessions.size());
}

}  // namespace bote::test::catalogue_test
