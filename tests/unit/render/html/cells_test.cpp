#include "render/html/cells.hpp"

#include "project/catch.hpp"
#include "project/contains.hpp"

namespace bote::test::cells_test {
namespace {

/// What is drawn within the frame of a small drawing.
std::string drawn(const Drawing& drawing) {
    const std::string head = R"(<svg class="mini" width="132" height="14" viewBox="0 0 132 14" aria-hidden="true">)";
    const std::string text = small_drawing(drawing);
    REQUIRE(text.starts_with(head));
    REQUIRE(text.ends_with("</svg>"));
    return text.substr(head.size(), text.size() - head.size() - 6);
}

std::string filled(const std::string& x, const std::string& y, const std::string& width, const std::string& height) {
    return "<rect class=\"m-fill\" x=\"" + x + "\" y=\"" + y + "\" width=\"" + width + "\" height=\"" + height + "\"/>";
}

Quantity bytes(double value, int of = -1) { return {value, display_for(kByte), kShownDigits, of}; }

Report names() {
    Report report;
    report.names = {"", "tweet.storage", "tweet.data", "image.data", "data"};
    return report;
}

std::string written(const Table& table, std::string_view label = "Storage") {
    const Report report = names();
    std::string out;
    TableWriter(report).write(table, label, out);
    return out;
}

/// A formula as it stands in the row with the working of a quantity.
std::string formula(const std::string& text, const std::string& owner) {
    const std::string table = written({{{"", ColumnKind::formula}}, {{text}}, {owner}});
    const auto begin = table.find("<code>") + 6;
    return table.substr(begin, table.find("</code>") - begin);
}

}  // namespace

TEST_CASE("an anchor has letters that an address may have, each other byte as its code") {
    CHECK(anchor_of("tweet.storage_2-b") == "q-tweet.storage_2-b");
    CHECK(anchor_of("a b%") == "q-a-x20b-x25");
    CHECK(anchor_of("é\n") == "q--xc3-xa9-x0a");
}

TEST_CASE("small drawings have their room, whatever their values") {
    CHECK(drawn(Bar{0.5}) == filled("0", "2", "66", "10"));
    CHECK(drawn(Bar{7}) == filled("0", "2", "132", "10"));
    CHECK(drawn(Bar{-1}) == filled("0", "2", "0", "10"));
    // From 2 to 130, with 66 in the middle.
    CHECK(drawn(SwingBar{-0.25, 0.5}) ==
          filled("50", "2", "48", "10") + R"(<line class="m-axis" x1="66" y1="0" x2="66" y2="14"/>)");
    CHECK(drawn(Interval{-0.5, 3}) == R"(<line class="m-line" x1="34" y1="7" x2="130" y2="7"/>)"
                                      R"(<line class="m-line" x1="34" y1="3" x2="34" y2="11"/>)"
                                      R"(<line class="m-line" x1="130" y1="3" x2="130" y2="11"/>)" +
                                          filled("64", "3", "4", "8"));
    CHECK(drawn(Spark{{0.5, 2, -1}}) ==
          filled("0", "7", "43", "7") + filled("44", "0", "43", "14") + filled("88", "14", "43", "0"));
    CHECK(drawn(Spark{}).empty());
}

TEST_CASE("a backtick without another one stands for itself in prose") {
    CHECK(escape_prose("a `b<c` & `d`") == "a <code>b&lt;c</code> &amp; <code>d</code>");
    CHECK(escape_prose("a ` b") == "a ` b");
    CHECK(escape_prose("`a`b`") == "<code>a</code>b`");
    CHECK(escape_prose("").empty());
}

TEST_CASE("a quantity links to its working where the page has it") {
    const Report report = names();
    const TableWriter writer(report);
    CHECK(writer.quantity(bytes(3e12, 1)) == "<a href=\"#q-tweet.storage\">3 TB</a>");
    CHECK(writer.quantity(bytes(3e12, 4)) == "<a href=\"#q-data\">3 TB</a>");
    for (const int of : {-1, 0, 5}) CHECK(writer.quantity(bytes(3e12, of)) == "3 TB");
}

TEST_CASE("names of a formula link to those of its own object first") {
    const std::string own = "<a href=\"#q-tweet.data\">data</a>";
    CHECK(formula("data*3<data", "tweet.storage") == own + "*3&lt;" + own);
    CHECK(formula("data", "storage") == "<a href=\"#q-data\">data</a>");
    CHECK(formula("data", "user.storage") == "<a href=\"#q-data\">data</a>");
    CHECK(formula("(image.data)", "tweet.storage") == "(<a href=\"#q-image.data\">image.data</a>)");
    CHECK(formula("database + 3data + data_2", "tweet.storage") == "database + 3data + data_2");
}

TEST_CASE("a table of a page has heads for its columns and its rows") {
    const Table table{{{"", ColumnKind::text},
                       {"Value", ColumnKind::number},
                       {"Working", ColumnKind::detail},
                       {"x<", ColumnKind::drawing}},
                      {{std::string("`a`"), bytes(3e12, 1), std::string("data<3"), Bar{1}}, {{}, std::string("b")}}};
    CHECK(written(table) ==
          "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"Storage\"><table>\n"
          "<thead><tr><td></td><th scope=\"col\" class=\"n\">Value</th><th scope=\"col\">Working</th>"
          "<th scope=\"col\" class=\"draw\">x&lt;</th></tr></thead>\n<tbody>\n"
          "<tr><th scope=\"row\"><code>a</code></th><td class=\"n\"><a href=\"#q-tweet.storage\">3 TB</a></td>"
          "<td class=\"f\"><code>data&lt;3</code></td><td class=\"draw\">" +
              small_drawing(Bar{1}) +
              "</td></tr>\n"
              "<tr><td></td><td class=\"n\">b</td><td class=\"f\"></td><td class=\"draw\"></td></tr>\n"
              "</tbody></table></div>\n");
}

TEST_CASE("a row with a working has its anchor, and a number of it no link to itself") {
    const std::string text = written(
        {{{"", ColumnKind::number}, {"", ColumnKind::remark}}, {{bytes(3e12, 1), std::string("a")}}, {"tweet.storage"}},
        "");
    CHECK(contains(text,
                   " aria-label=\"Table\"><table>\n<tbody>\n<tr id=\"q-tweet.storage\">"
                   "<th scope=\"row\" class=\"n\">3 TB</th><td>a</td></tr>\n"));
    CHECK(contains(written({{{"", ColumnKind::formula}}, {{std::string("a")}}}),
                   "<tr><td class=\"f\"><code>a</code></td>"));
    CHECK(written({{}, {{}}}).empty());
}

TEST_CASE("a remark longer than eighty characters is given room") {
    const std::string most(80, 'a');
    const std::string text = written({{{"", ColumnKind::remark}}, {{most}, {most + "b"}}});
    CHECK(contains(text, "<tr><td>" + most + "</td></tr>\n<tr><td class=\"r\">" + most + "b</td></tr>\n"));
}

}  // namespace bote::test::cells_test
