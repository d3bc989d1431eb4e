#include "views/explain_table.hpp"

#include <algorithm>
#include <string>
#include <vector>

#include "model/sample.hpp"
#include "project/catch.hpp"
#include "report/texts.hpp"

namespace bote::test::explain_table_test {
namespace {

/// The steps to a quantity, or of all, as a table.
Table table_of(const Estimate& estimate, const std::string& asked) {
    const Explanation explanation = compute_explanation(estimate, asked);
    return step_table(explanation, explanation.steps);
}

Texts row_of(const Table& table, const std::string& name) {
    for (const auto& row : table.rows) {
        if (texts_of(row).front() == name) return texts_of(row);
    }
    return {};
}

Texts titles_of(const Table& table) {
    Texts titles;
    for (const Column& column : table.columns) titles.push_back(column.title);
    return titles;
}

Texts along(const std::string& yaml, const std::string& asked) {
    const Estimate estimate = estimate_of(yaml);
    Texts names;
    for (const WorkingStep& step : steps_along(compute_explanation(estimate, asked)))
        names.emplace_back(estimate.model[step.quantity].name);
    return names;
}

bool has(const Texts& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

TEST_CASE("a drift has its sign and two digits, and next to none is none") {
    CHECK(drift_text(-0.0868) == "-8.7%");
    CHECK(drift_text(0.0868) == "+8.7%");
    CHECK(drift_text(0.5) == "+50%");
    CHECK(drift_text(0.0005) == "+0.05%");
    CHECK(drift_text(-0.00049) == "0%");
    CHECK(drift_text(0) == "0%");
}

TEST_CASE("the steps of one object stand below each other, with the whiteboard only where that rounds") {
    const Estimate estimate = estimate_of("writes: 400M/day\nobject_size: 300 B\nretention: 5 years\n");
    const Table table = table_of(estimate, "data");
    CHECK(titles_of(table) == Texts{"", "From", "Exact", "Whiteboard", "Drift", "Working"});
    CHECK(row_of(table, "data") ==
          Texts{"data", "", "219 TB", "200 TB", "-8.7%", "= new_data * retention = 120 GB/day * 5 years"});
    CHECK(row_of(table, "writes") == Texts{"writes", "given", "400M/day", "", "", ""});
    CHECK(table.rows.size() == 5);  // and object_size, new_data and retention
}

TEST_CASE("of several objects each has a column, and what is the same for all or of all the last one") {
    const Estimate estimate = estimate_of(
        "retention: 10 days\nobjects:\n  post: {writes: 2M/day, object_size: 1 KB, compression: 2}\n"
        "  photo: {writes: 1M/day, object_size: 1 MB, compression: 2}\n"
        "  like: {writes: 1M/day * 3, object_size: 1 KB, compression: 2}\n");
    const Table table = table_of(estimate, "data");
    CHECK(titles_of(table) == Texts{"", "From", "post", "photo", "like", "All", "Working"});
    CHECK(row_of(table, "writes") == Texts{"writes", "given", "2M/day", "1M/day", "3M/day", "", "= 1M/day * 3"});
    CHECK(row_of(table, "retention") == Texts{"retention", "given", "", "", "", "10 days", ""});
    CHECK(row_of(table, "object_size") == Texts{"object_size", "given", "1 KB", "1 MB", "1 KB", "", ""});
    CHECK(row_of(table, "compression") == Texts{"compression", "given", "", "", "", "2", ""});
    // Half of 20 GB + 10 TB + 30 GB, a sum that the row is itself
    CHECK(row_of(table, "data") == Texts{"data", "", "10 GB", "5 TB", "15 GB", "5.025 TB", "= new_data * retention"});
    CHECK(texts_of(table.rows.back()).front() == "data");  // behind all that it reads
}

TEST_CASE("objects that come to a quantity by other ways have a formula each") {
    const Estimate estimate = estimate_of(
        "dau: 1M\nobjects:\n  post: {writes_per_user: 2/day, object_size: 1 KB}\n"
        "  reply: {writes: post.writes * 2, object_size: 1 KB}\n");
    CHECK(row_of(table_of(estimate, "writes"), "writes") ==
          Texts{"writes", "", "2M/day", "4M/day", "6M/day", "= dau * writes_per_user (post); post.writes * 2 (reply)"});
}

TEST_CASE("a row stands behind what any of its objects reads") {
    const Table table = table_of(estimate_of("objects:\n  post: {writes: 1/s, object_size: 1 KB}\n"
                                             "  reply: {writes: post.new_data / 1 KB, object_size: 1 KB}\n"),
                                 "writes");
    Texts names;
    for (const auto& row : table.rows) names.push_back(texts_of(row).front());
    CHECK(names == Texts{"object_size", "new_data", "writes"});
}

TEST_CASE("the steps along a line are those on it and what these read, and not where that comes from") {
    // Ten times as many writes as reads: the line to the servers goes by the writes.
    const std::string yaml = "dau: 100M\nwrites_per_user: 10/day\nreads_per_user: 1/day\n";
    const Texts names = along(yaml, "app.servers");
    for (const auto* name : {"dau", "writes_per_user", "writes", "write_qps", "peak_factor", "app.servers"}) {
        CAPTURE(name);
        CHECK(has(names, name));
    }
    CHECK(has(names, "peak_read_qps"));  // beside the writes in the sum
    CHECK_FALSE(has(names, "reads"));
    CHECK_FALSE(has(names, "reads_per_user"));
    // Without a line all of it.
    CHECK(along(yaml, "dau") == Texts{"dau"});
}

TEST_CASE("the steps along a line are those of all objects, also of the ones that it does not go by") {
    const Texts names = along(
        "retention: 1 day\nobjects:\n  post: {writes: 1M/day, object_size: 1 KB}\n"
        "  photo: {writes: 1M/day, object_size: 1 MB}\n",
        "storage");
    for (const auto* name : {"photo.data", "post.data", "photo.writes", "post.writes", "post.object_size"}) {
        CAPTURE(name);
        CHECK(has(names, name));
    }
}

}  // namespace bote::test::explain_table_test
