#include "bote/views/diagram.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "bote/model/embedded.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"
#include "project/near.hpp"

namespace bote::test::diagram_test {
namespace {

Outcome bote(const std::string& line) { return run_command(parse_command("bote " + line)); }

using Arrows = std::vector<std::string>;

/// "clients -> app", in the order of the arrows.
Arrows arrows_of(const std::string& yaml) {
    const BoxChart diagram = compute_diagram(estimate_of(yaml));
    Arrows arrows;
    for (const ChartArrow& arrow : diagram.arrows)
        arrows.push_back(diagram.boxes[arrow.from].name + " -> " + diagram.boxes[arrow.to].name +
                         (arrow.is_part ? " in part" : ""));
    return arrows;
}

const std::string kStore = "writes: 86400/day\nreads: 86400/day\nobject_size: 1 KB\n";

}  // namespace

TEST_CASE("clients ask the application, which asks the cache and writes to the database behind it") {
    CHECK(arrows_of(kStore) == Arrows{"clients -> app", "app -> cache", "cache -> database", "app -> database"});
}

TEST_CASE("without a cache one arrow carries what is read and written") {
    const std::string yaml = kStore + "cache: none\n";
    CHECK(arrows_of(yaml) == Arrows{"clients -> app", "app -> database"});
    const ChartArrow arrow = compute_diagram(estimate_of(yaml)).arrows.back();
    CHECK(arrow.requests->value == near(6));  // one write and one read a second, three times as many at the peak
    CHECK(arrow.bytes_in->value == near(3'000));
    CHECK(arrow.bytes_out->value == near(3'000));
}

TEST_CASE("a CDN is there where it answers some of the reads") {
    CHECK(arrows_of(kStore + "cdn_share: 50%\n").front() == "clients -> cdn");
    CHECK(arrows_of(kStore + "cdn_share: 50%\ntiers: {edge: {kind: cdn}}\n").front() == "clients -> edge");
    CHECK(arrows_of(kStore).front() == "clients -> app");
}

TEST_CASE("a tier stands behind the application, before it by its kind, or where the file says") {
    const std::string tiers =
        "tiers:\n  one: {load: 1/s}\n  two: {load: 1/s, after: one}\n  gate: {kind: load_balancer}\n"
        "  sockets: {kind: websocket, connections_needed: 10}\n  ears: {load: 1/s, after: clients}\n";
    CHECK(arrows_of(kStore + "cache: none\n" + tiers) == Arrows{"clients -> gate", "clients -> sockets",
                                                                "clients -> ears", "gate -> app", "app -> database",
                                                                "app -> one", "one -> two"});
}

TEST_CASE("the application stands behind the last of several gateways, in whatever order the file has them") {
    const std::string tiers =
        "tiers:\n  inner: {kind: load_balancer, after: filter}\n  outer: {kind: load_balancer}\n"
        "  filter: {load: 1/s, after: outer}\n  late: {kind: load_balancer, after: app}\n";
    const Arrows arrows = arrows_of(kStore + "cache: none\n" + tiers);
    CHECK(std::count(arrows.begin(), arrows.end(), "inner -> app") == 1);
    CHECK(std::count(arrows.begin(), arrows.end(), "app -> late") == 1);
    CHECK(std::count(arrows.begin(), arrows.end(), "filter -> inner") == 1);
}

TEST_CASE("arrows that share what they carry say so") {
    const std::string tiers = "tiers:\n  one: {load: 1/s}\n  two: {load: 1/s, after: [app, one]}\n";
    const Arrows arrows = arrows_of(kStore + "cache: none\n" + tiers);
    CHECK(Arrows(arrows.end() - 2, arrows.end()) == Arrows{"app -> two in part", "one -> two in part"});
}

TEST_CASE("boxes of which nothing is known stand without numbers, and behind one that is left out the application is") {
    CHECK(arrows_of("tiers: {one: {after: cache}, two: {after: one}}\n") == Arrows{"clients -> one", "one -> two"});
    const BoxChart diagram = compute_diagram(estimate_of("tiers: {one: {}}\n"));
    CHECK_FALSE(diagram.boxes[1].machines);
    CHECK_FALSE(diagram.arrows[0].requests);
    CHECK(arrows_of("dau: 1M\n") == Arrows{"clients -> app"});
    CHECK(arrows_of(kStore + "cache: none\napp: none\n") == Arrows{"clients -> database"});
}

TEST_CASE("every number of a diagram is one of the estimate") {
    for (const auto& preset : embedded_presets()) {
        const Estimate estimate = estimate_of(std::string(preset.text));
        const auto& values = estimate.values.quantities;
        const auto is_known = [&](const std::optional<ChartNumber>& number) {
            return !number || std::find(values.begin(), values.end(), number->value) != values.end();
        };
        const BoxChart diagram = compute_diagram(estimate);
        CAPTURE(preset.name);
        for (const ChartBox& box : diagram.boxes) CHECK(is_known(box.machines));
        for (const ChartArrow& arrow : diagram.arrows) {
            CHECK(is_known(arrow.requests));
            CHECK(is_known(arrow.bytes_in));
            CHECK(is_known(arrow.bytes_out));
        }
    }
}

TEST_CASE("JSON and CSV have the boxes and the arrows with full precision") {
    const auto data = nlohmann::json::parse(bote("diagram tinyurl --format json").out);
    CHECK(data["boxes"][1]["name"] == "app");
    CHECK(data["boxes"][1]["machines"] == 5);
    CHECK(data["boxes"][1]["bound_by"] == "requests");
    CHECK(data["arrows"][0]["from"] == "clients");
    CHECK(data["arrows"][0]["requests"].get<double>() == near(500e6 * 101 / (30 * 86'400) * 3));
    CHECK(contains(bote("diagram tinyurl --format csv").out, "\n,app,Application,5,requests,,,,\n"));
}

TEST_CASE("tiers that part and meet again thirty times are placed at once, before the application and behind it") {
    for (const std::string kind : {"kind: load_balancer, ", ""}) {
        std::string yaml = "dau: 1M\nwrites_per_user: 1/day\ntiers:\n";
        for (int i = 0; i < 30; ++i) {  // a billion ways from the first to the last
            const std::string before = std::to_string(i - 1);
            const std::string after = i > 0          ? fmt::format("[l{}, r{}]", before, before)
                                      : kind.empty() ? "app"
                                                     : "clients";
            for (const char* side : {"l", "r"})
                yaml += fmt::format("  {}{}: {{{}load: qps, after: {}}}\n", side, i, kind, after);
        }
        CAPTURE(yaml);
        const BoxChart diagram = compute_diagram(estimate_of(yaml));
        CHECK(diagram.boxes.size() > 60);
        const auto to_application = std::count_if(diagram.arrows.begin(), diagram.arrows.end(), [&](const auto& arrow) {
            return diagram.boxes[arrow.to].name == "app";
        });
        CHECK(to_application == (kind.empty() ? 1 : 2));  // from the clients, or from the last two
    }
}

TEST_CASE("every format has the diagram, or its numbers") {
    CHECK(contains(bote("diagram tinyurl --format table").out, "└─ Application: 5 machines, by requests"));
    CHECK(contains(bote("diagram tinyurl --format text").out, "+- Application: 5 machines, by requests"));
    CHECK(contains(bote("diagram tinyurl").out, "```mermaid\nflowchart LR\n"));
    CHECK(bote("diagram tinyurl --format mermaid").out.starts_with("flowchart LR\n"));
    CHECK(bote("diagram tinyurl --format dot").out.starts_with("digraph {\n"));
    CHECK(bote("diagram tinyurl --format svg").out.starts_with("<svg "));
    CHECK(contains(bote("diagram tinyurl --format html").out, "<figure id=\"c-diagram\">"));
    CHECK(contains(bote("diagram tinyurl --format org").out, "| Application |"));
    CHECK(contains(bote("diagram tinyurl --format latex").out, "Application & "));
    CHECK(contains(bote("diagram tinyurl --format tsv").out, "\tapp\tApplication\t5\trequests"));
}

TEST_CASE("the page of an estimate has the diagram") {
    CHECK(contains(bote("tinyurl --format html").out, "<figure id=\"c-diagram\">"));
    CHECK(bote("tinyurl --format dot").out == bote("diagram tinyurl --format dot").out);
    CHECK(bote("tinyurl --chart diagram --format mermaid").out == bote("diagram tinyurl --format mermaid").out);
}

TEST_CASE("an answer without a diagram is refused as a graph") {
    const auto units = bote("units --format dot");
    CHECK(units.exit_code == kExitWrongInput);
    CHECK(contains(units.err, "this answer has no diagram"));
    CHECK(contains(bote("units --format mermaid").err, "this answer has no chart, or none that Mermaid can draw"));
    CHECK(contains(bote("tinyurl traffic --format dot").err, "dot has no sections"));
    CHECK(contains(bote("sweep tinyurl dau=1M..1B --format dot").err, "this answer has no diagram"));
}

}  // namespace bote::test::diagram_test
