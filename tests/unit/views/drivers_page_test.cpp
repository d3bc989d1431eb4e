// What stands on the page of made-up drivers.

#include "bote/views/drivers.hpp"

#include <string>
#include <vector>

#include "formula/sample.hpp"
#include "model/sample.hpp"
#include "project/catch.hpp"
#include "project/near.hpp"
#include "report/json_of.hpp"
#include "report/texts.hpp"

namespace bote::test::drivers_page_test {
namespace {

const std::string kPosts = "writes: 1/s\nobject_size: 1 KB\nspares: 2\n";

class Page {
    Estimate estimate_ = estimate_of(kPosts);

public:
    Drivers drivers{estimate_.model.find("storage").value(), 4e3, 0.2, {}};

    /// A row of `input`, which is pulled from 1 KB to 2 KB.
    DriverRow& add(const std::string& input, double at_low, double at_high, std::optional<double> share = {}) {
        DriverRow row;
        row.input = estimate_.model.find(input).value();
        row.name = input;
        row.display = *parse_display("B");
        row.low = 1e3;
        row.high = 2e3;
        row.at_low = at_low;
        row.at_high = at_high;
        row.share = share;
        row.is_range = share.has_value();
        return drivers.rows.emplace_back(row);
    }

    Report report(Extent extent = Extent::brief) const { return describe_drivers(estimate_, drivers, extent); }

    Table table(Extent extent = Extent::brief) const {
        for (const auto& block : report(extent).blocks) {
            if (const auto* found = std::get_if<Table>(&block)) return *found;
        }
        return {};
    }

    SwingBar bar(std::size_t row) const { return std::get<SwingBar>(std::get<Drawing>(table().rows.at(row).back())); }

    std::string notes() const {
        std::string text;
        for (const auto& block : report().blocks) {
            if (const auto* note = std::get_if<Note>(&block)) text += note->text + "\n";
        }
        return text;
    }
};

}  // namespace

TEST_CASE("bars of drivers are parts of the widest swing, by ratio where all answers are above zero") {
    Page page;
    page.add("object_size", 2e3, 16e3);  // a half to four times: from -1 to 2 doublings
    page.add("writes", 8e3, 4e3);        // from the larger answer to the smaller one
    CHECK(page.bar(0).low == near(-0.5));
    CHECK(page.bar(0).high == near(1));
    CHECK(page.bar(1).low == near(0));
    CHECK(page.bar(1).high == near(0.5));
    page.add("replication", 0, 4e3);  // by difference now: -2 to 12 KB of 12 KB
    CHECK(page.bar(0).low == near(-1.0 / 6));
    CHECK(page.bar(0).high == near(1));
    CHECK(page.bar(2).low == near(-1.0 / 3));
}

TEST_CASE("the table of drivers has ten rows in brief, and a column of variance where some has a share") {
    Page page;
    for (int i = 0; i < 11; ++i) page.add("writes", 2e3, 8e3);
    CHECK(page.table().rows.size() == 10);
    CHECK(page.table(Extent::all).rows.size() == 11);
    CHECK(page.report().records.rows.size() == 11);
    CHECK(page.table().columns.size() == 6);
    CHECK(texts_of(page.table().rows[0]) == Texts{"writes", "1 KB", "2 KB", "2 KB", "8 KB", ""});
    page.drivers.rows[1].share = 0.254;
    page.drivers.rows[1].scaled = true;
    CHECK(page.table().columns[5].title == "Variance");
    CHECK(texts_of(page.table().rows[0]) == Texts{"writes", "1 KB", "2 KB", "2 KB", "8 KB", "", ""});
    CHECK(texts_of(page.table().rows[1]) == Texts{"writes", "p5", "p95", "2 KB", "8 KB", "25%", ""});
}

TEST_CASE("what to pin down first are the three ranges with most of the variance, else what swings most") {
    Page page;
    page.add("writes", 1e3, 9e3);
    page.add("object_size", 2e3, 8e3);
    page.add("replication", 2e3, 8e3);
    page.add("headroom", 2e3, 8e3);
    CHECK(contains(page.notes(), "Pin down first: writes, object_size, replication.\n"));
    page.drivers.rows[1].share = 0.2;
    page.drivers.rows[2].share = 0.01;
    page.drivers.rows[3].share = 0.5;
    CHECK(
        contains(page.notes(), "Pin down first: headroom, object_size, replication; they make 71% of the variance.\n"));
    page.drivers.rows[2].share = 0.009;  // not worth knowing
    CHECK(contains(page.notes(), "Pin down first: headroom, object_size; they make 70% of the variance.\n"));
    page.drivers.rows[3].share = 0.9;
    CHECK(contains(page.notes(), "they make 100% of the variance.\n"));
    page.drivers.tied = true;
    CHECK(contains(page.notes(), "Pin down first: headroom, object_size.\n"));
    CHECK(contains(page.notes(), "first-order index"));
}

TEST_CASE("an input that is asked for itself is named as one, and a count is pulled by one at least") {
    Page page;
    CHECK(contains(page.notes(), "it stays 4 KB from end to end of each."));
    CHECK(contains(std::get<Heading>(page.report().blocks.at(2)).text, "What drives storage (now 4 KB)"));
    page.add("spares", 2e3, 8e3);
    CHECK(contains(page.notes(), "Values are swung by +-20%, counts by at least 1.\n"));
    page.drivers.rows[0].is_range = true;
    CHECK(contains(page.notes(), "Ranges are swung from p5 to p95; fixed values by +-20%.\n"));
    const auto given = estimate_of(kPosts);
    const Report alone = describe_drivers(given, {given.model.find("writes").value(), 1, 0.2, {}}, Extent::brief);
    CHECK(contains(std::get<Note>(alone.blocks.back()).text, "It is an input itself"));
}

TEST_CASE("sheets and programs get drivers in base units, with the share and the text of a range alone") {
    Page page;
    page.add("object_size", 2e3, 16e3, 0.75).text = "500 B to 2 KB";
    page.add("writes", 8e3, 4e3);
    const Report report = page.report();
    Texts titles;
    for (const Column& column : report.records.columns) titles.push_back(column.title);
    CHECK(titles == Texts{"input", "From", "To", "At from [B]", "At to [B]", "Variance", "unit"});
    CHECK(std::get<std::string>(report.records.rows[0].back()) == "B");
    const auto data = json_of(report.data);
    CHECK(data["quantity"] == "storage");
    CHECK(data["value"] == 4000);
    CHECK(data["unit"] == "B");
    REQUIRE(data["drivers"].size() == 2);
    const auto& first = data["drivers"][0];
    CHECK(first["input"] == "object_size");
    CHECK(first["range"] == true);
    CHECK(first["from"] == 1000);
    CHECK(first["to"] == 2000);
    CHECK(first["at_from"] == 2000);
    CHECK(first["at_to"] == 16000);
    CHECK(first["variance_share"] == 0.75);
    CHECK(first["text"] == "500 B to 2 KB");
    const auto& second = data["drivers"][1];
    CHECK(second["range"] == false);
    CHECK_FALSE(second.contains("variance_share"));
    CHECK_FALSE(second.contains("text"));
}

}  // namespace bote::test::drivers_page_test
