#include "bote/render/render.hpp"

#include "bote/base/text.hpp"
#include "project/catch.hpp"

namespace bote::test::table_test {

namespace {

Quantity quantity(double value, const char* display) { return {value, parse_display(display).value()}; }

Report example() {
    Report report;
    report.blocks = {
        Heading{"TinyURL", 1},
        Note{"Short links for a hundred million people."},
        Heading{"Traffic"},
        Table{{{"quantity", ColumnKind::text}, {"average", ColumnKind::number}, {"meaning", ColumnKind::text}},
              {{std::string("write_qps"), quantity(1157.4, "/s"), std::string("new links")},
               {std::string("read_qps"), quantity(115'740, "/s"),
                std::string("redirects, most of them from the cache")}}},
        Heading{"Storage"},
        Table{{{"", ColumnKind::text}, {"", ColumnKind::number}, {"formula", ColumnKind::detail}},
              {{std::string("data"), quantity(219e12, "TB"), std::string("written * retention")},
               {std::string("storage"), quantity(547.5e12, "TB"), Cell{}}}},
        Heading{"Decisions"},
        Note{"ok: one primary is enough", Tone::good},
        Note{"no: one disk does not hold the data", Tone::bad},
    };
    return report;
}

std::string render(Block block, std::size_t width) {
    Report report;
    report.blocks.push_back(std::move(block));
    return render_table(report, Canvas{width, Ink::plain});
}

Table wide_table() {
    Table table{{{"year", ColumnKind::number}}, {{std::string("2024")}, {std::string("2025")}}};
    for (int i = 0; i < 6; ++i) {
        table.columns.push_back({"column", ColumnKind::number});
        table.rows[0].emplace_back(std::string("100k/s"));
        table.rows[1].emplace_back(std::string("1M/s"));
    }
    return table;
}

}  // namespace

TEST_CASE("a report reads at a glance without colour") {
    CHECK(render_table(example(), Canvas{}) ==
          "TinyURL\n"
          "Short links for a hundred million people.\n"
          "\n"
          "Traffic\n"
          "  quantity   average  meaning\n"
          "  ─────────  ───────  ──────────────────────────────────────\n"
          "  write_qps  1.16k/s  new links\n"
          "  read_qps    116k/s  redirects, most of them from the cache\n"
          "\n"
          "Storage\n"
          "  data     219 TB\n"
          "    written * retention\n"
          "  storage  548 TB\n"
          "\n"
          "Decisions\n"
          "  ok: one primary is enough\n"
          "  no: one disk does not hold the data\n");
}

TEST_CASE("a section's heading stands over the first column where that has no title") {
    Report report;
    report.blocks = {Heading{"Traffic"},
                     Table{{{"", ColumnKind::text}, {"Peak", ColumnKind::number}},
                           {{std::string("in"), quantity(3472, "/s")}, {std::string("out"), quantity(347'222, "/s")}}}};
    CHECK(render_table(report, Canvas{}) ==
          "Traffic     Peak\n"
          "  in     3.47k/s\n"
          "  out     347k/s\n");
    CHECK(render_table(report, Canvas{0, Ink::color}).starts_with("\x1b[1mTraffic     Peak\x1b[0m\n"));
}

TEST_CASE("a heading stands on a line of its own where it is long, or the first column has a title") {
    const Table untitled{{{"", ColumnKind::text}, {"Peak", ColumnKind::number}},
                         {{std::string("in"), std::string("1")}}};
    Report report;
    report.blocks = {Heading{"What moves the storage most of all"}, untitled};
    CHECK(render_table(report, Canvas{}) ==
          "What moves the storage most of all\n"
          "      Peak\n"
          "  ──  ────\n"
          "  in     1\n");
    Table titled = untitled;
    titled.columns.front().title = "Way";
    report.blocks = {Heading{"Traffic"}, titled};
    CHECK(render_table(report, Canvas{}).starts_with("Traffic\n  Way  Peak\n  ───  ────\n"));
}

TEST_CASE("a heading before a single note begins it, and stands over a list of them") {
    Report report;
    report.blocks = {Heading{"Assumed"}, Note{"peak_factor 3, retention 5 years"}};
    CHECK(render_table(report, Canvas{22, Ink::plain}) ==
          "Assumed: peak_factor\n"
          "  3, retention 5 years\n");
    report.blocks.emplace_back(Note{"headroom 30%"});
    CHECK(render_table(report, Canvas{}) ==
          "Assumed\n"
          "  peak_factor 3, retention 5 years\n"
          "  headroom 30%\n");
}

TEST_CASE("what is too wide is wrapped, with the following lines of a note further in") {
    CHECK(render_table(example(), Canvas{36, Ink::plain}) ==
          "TinyURL\n"
          "Short links for a hundred million\n"
          "people.\n"
          "\n"
          "Traffic\n"
          "  quantity   average  meaning\n"
          "  ─────────  ───────  ──────────────\n"
          "  write_qps  1.16k/s  new links\n"
          "  read_qps    116k/s  redirects,\n"
          "                      most of them\n"
          "                      from the cache\n"
          "\n"
          "Storage\n"
          "  data     219 TB\n"
          "    written * retention\n"
          "  storage  548 TB\n"
          "\n"
          "Decisions\n"
          "  ok: one primary is enough\n"
          "  no: one disk does not hold the\n"
          "    data\n");
}

TEST_CASE("a table with too many numbers is parted before a number is cut") {
    CHECK(render(wide_table(), 30) ==
          "year  column  column  column\n"
          "────  ──────  ──────  ──────\n"
          "2024  100k/s  100k/s  100k/s\n"
          "2025    1M/s    1M/s    1M/s\n"
          "\n"
          "year  column  column  column\n"
          "────  ──────  ──────  ──────\n"
          "2024  100k/s  100k/s  100k/s\n"
          "2025    1M/s    1M/s    1M/s\n");
}

TEST_CASE("no line is longer than the canvas and none ends with a blank") {
    Report report = example();
    report.blocks.emplace_back(wide_table());
    report.blocks.emplace_back(Note{"https://example.org/" + std::string(100, 'x')});
    report.blocks.emplace_back(Table{{{"名前", ColumnKind::text}, {"", ColumnKind::detail}},
                                     {{std::string(50, 'y') + " 漢字漢字", std::string(90, 'z') + " 漢字"}}});
    for (std::size_t width = 1; width <= 100; ++width) {
        const std::string text = render_table(report, Canvas{width, Ink::plain});
        for (const std::string_view line : split(text, '\n')) {
            CAPTURE(width, line);
            CHECK(display_width(line) <= width);
            CHECK_FALSE(line.ends_with(' '));
        }
    }
}

TEST_CASE("a detail is chopped where it cannot be wrapped, so that a formula stays whole") {
    CHECK(render(Table{{{"", ColumnKind::text}, {"", ColumnKind::detail}},
                       {{std::string("a"), std::string("1234567890+1234567890")}}},
                 20) ==
          "a\n"
          "  1234567890+12345\n"
          "    67890\n");
    CHECK(render(Table{{{"", ColumnKind::detail}}, {{std::string("alone")}}}, 0) == "  alone\n");
}

TEST_CASE("colour is for headings, rules, details and verdicts, and changes no width") {
    const std::string text = render_table(example(), Canvas{0, Ink::color});
    CHECK(text.starts_with("\x1b[1mTinyURL\x1b[0m\nShort links"));
    CHECK(text.find("\x1b[2m    written * retention\x1b[0m\n") != std::string::npos);
    CHECK(text.find("\x1b[32m  ok: one primary is enough\x1b[0m\n") != std::string::npos);
    CHECK(text.find("\x1b[31m  no: one disk does not hold the data\x1b[0m\n") != std::string::npos);
    std::string plain;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '\x1b') {
            at = text.find('m', at);
        } else {
            plain += text[at];
        }
    }
    CHECK(plain == render_table(example(), Canvas{}));
}

TEST_CASE("wide characters keep the columns aligned, and no control reaches the terminal") {
    CHECK(render(Table{{{"name", ColumnKind::text}, {"n", ColumnKind::number}},
                       {{std::string("漢字"), std::string("1")}, {std::string("e\u0301\t\x1b[2J"), std::string("22")}}},
                 0) ==
          "name        n\n"
          "─────────  ──\n"
          "漢字        1\n"
          "e\u0301 \\x1b[2J  22\n");
}

TEST_CASE("a bar stands in a column of its own, left-aligned") {
    const Table table{{{"data", ColumnKind::number}, {"", ColumnKind::drawing}},
                      {{quantity(2e9, "B"), Bar{1}}, {quantity(1e9, "B"), Bar{0.5}}}};
    const auto text = render(table, 80);
    CHECK(text.find("2 GB  ████████████\n") != std::string::npos);
    CHECK(text.find("1 GB  ██████\n") != std::string::npos);
}

TEST_CASE("bars and rules are ASCII where that is all there is") {
    Report report;
    report.blocks.emplace_back(
        Table{{{"year", ColumnKind::text}, {"data", ColumnKind::drawing}}, {{std::string("1"), Bar{0.25}}}});
    CHECK(render_table(report, Canvas{0, Ink::plain, Charset::ascii}) ==
          "year  data\n"
          "----  ----\n"
          "1     ###\n");
}

TEST_CASE("a blank line parts what does not belong together, whatever follows what") {
    const std::vector<Block> blocks{
        Heading{"Heading"},
        Note{"Note."},
        Table{{{"title", ColumnKind::text}}, {{std::string("cell")}}},
        Chart{"storage", "Chart", "", BarChart{{"storage", parse_display("TB").value()}, {{"tweet", 3e12}}}},
        KeyFigures{"Sentence.", Tone::plain, {{"storage", quantity(391e12, "TB")}}},
        Listing{"caption", "listed"},
    };
    const auto belong_together = [](const Block& before, const Block& after) {
        const bool note_follows = std::holds_alternative<Note>(after);
        if (std::holds_alternative<Heading>(before)) return note_follows || std::holds_alternative<Table>(after);
        return std::holds_alternative<Note>(before) && note_follows;
    };
    for (const Block& before : blocks) {
        for (const Block& after : blocks) {
            CAPTURE(before.index(), after.index());
            Report report;
            report.blocks = {before, after, Heading{"End"}, Listing{"", "end"}};
            const std::string text = render_table(report, Canvas{});
            const std::string alone = render(before, 0);
            const bool begins_it = std::holds_alternative<Heading>(before) && std::holds_alternative<Note>(after);
            if (begins_it) CHECK(text.starts_with("Heading: Note.\n\nEnd\n"));
            else if (belong_together(before, after))
                CHECK((text.starts_with(alone) && !text.substr(alone.size()).starts_with("\n")));
            else CHECK(text.starts_with(alone + "\n"));
        }
    }
}

}  // namespace bote::test::table_test
