// What the page leaves to --all: that it stays one screen, also of a workload with many boxes.

#include <algorithm>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "bote/model/embedded.hpp"
#include "bote/views/estimate.hpp"
#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/command.hpp"

namespace bote::test::brief_page_test {
namespace {

constexpr std::size_t kScreen = 50;  // lines of 80 columns

const std::string kPhotos =
    "dau: 20M\nconcurrent_share: 10%\nobjects:\n"
    "  post: {writes_per_user: 1/day, reads_per_user: 40/day, object_size: 500 B}\n"
    "  photo: {writes: post.writes, reads: post.reads, object_size: 1 MB, cdn_share: 90%}\n";
const std::string kBoxes =
    "tiers:\n  gateway: {kind: load_balancer}\n  queue: {kind: kafka, load: 1k/s, message: 1 KB}\n";

/// The table below a heading; empty where there is none.
Table table_of(const Report& report, std::string_view title) {
    for (std::size_t i = 0; i + 1 < report.blocks.size(); ++i) {
        const auto* heading = std::get_if<Heading>(&report.blocks[i]);
        const auto* table = std::get_if<Table>(&report.blocks[i + 1]);
        if (heading != nullptr && table != nullptr && heading->text == title) return *table;
    }
    return {};
}

bool has_column(const Table& table, std::string_view title) {
    return std::any_of(table.columns.begin(), table.columns.end(),
                       [&](const Column& column) { return column.title == title; });
}

Report page_of(const std::string& yaml, Extent extent) {
    return describe_estimate(estimate_of(yaml), Audience::people, extent);
}

}  // namespace

TEST_CASE("where a file names tiers, the brief page has them without their working, which is in the long form") {
    CHECK(has_column(table_of(page_of(kPhotos, Extent::brief), "Servers"), "Working"));
    const auto brief = page_of(kPhotos + kBoxes, Extent::brief);
    CHECK_FALSE(has_column(table_of(brief, "Servers"), "Working"));
    CHECK(table_of(brief, "Servers").rows.size() == 6);
    CHECK(has_column(table_of(page_of(kPhotos + kBoxes, Extent::all), "Servers"), "Working"));
}

TEST_CASE("where a file names tiers, the brief page has only the totals of bandwidth and cache") {
    for (const auto* section : {"Bandwidth", "Cache"}) {
        CAPTURE(section);
        CHECK(table_of(page_of(kPhotos, Extent::brief), section).rows.size() == 3);
        CHECK(table_of(page_of(kPhotos + kBoxes, Extent::brief), section).rows.size() == 1);
        CHECK(table_of(page_of(kPhotos + kBoxes, Extent::all), section).rows.size() == 3);
    }
    CHECK(table_of(page_of(kPhotos + kBoxes, Extent::brief), "Storage").rows.size() == 3);
}

TEST_CASE("where a file names tiers, what the CDN and the connections come to stands in their table alone") {
    for (const auto* section : {"CDN and internal traffic", "Concurrency"}) {
        CAPTURE(section);
        CHECK_FALSE(table_of(page_of(kPhotos, Extent::brief), section).rows.empty());
        CHECK(table_of(page_of(kPhotos + kBoxes, Extent::brief), section).rows.empty());
        CHECK_FALSE(table_of(page_of(kPhotos + kBoxes, Extent::all), section).rows.empty());
    }
}

TEST_CASE("a total of one row alone is left out") {
    const std::string one =
        "objects:\n  post: {writes: 1/s, object_size: 1 KB}\n  user: {existing: 5M, object_size: 1 KB}\n";
    CHECK(table_of(page_of(one, Extent::brief), "Traffic").rows.size() == 1);
    CHECK(table_of(page_of(one, Extent::brief), "Storage").rows.size() == 3);
}

TEST_CASE("the page of every preset fits a screen") {
    for (const auto& preset : embedded_presets()) {
        CAPTURE(preset.name);
        const auto page =
            run_command(parse_command(fmt::format("TERMINAL=80 NO_COLOR=1 bote {} --quiet", preset.name)));
        CHECK(page.exit_code == kExitAnswered);
        CHECK(static_cast<std::size_t>(std::count(page.out.begin(), page.out.end(), '\n')) <= kScreen);
    }
}

TEST_CASE("media live in a tier of their own, so that no preset counts database servers for them") {
    struct Row {
        std::string_view preset;
        std::string store;
    };
    const Row rows[] = {{"twitter", "blobs"},  {"instagram", "blobs"}, {"youtube", "blobs"},    {"netflix", "blobs"},
                        {"dropbox", "blocks"}, {"whatsapp", "blobs"},  {"video-calls", "blobs"}};
    for (const auto& row : rows) {
        CAPTURE(row.preset);
        const auto presets = embedded_presets();
        const auto found = std::find_if(presets.begin(), presets.end(),
                                        [&](const EmbeddedFile& each) { return each.name == row.preset; });
        REQUIRE(found != presets.end());
        const auto estimate = estimate_of(std::string(found->text));
        CHECK(value(estimate, row.store + ".storage") > 10 * value(estimate, "database.stored_storage"));
        CHECK(value(estimate, "database.machines") < 1000);
    }
}

}  // namespace bote::test::brief_page_test
