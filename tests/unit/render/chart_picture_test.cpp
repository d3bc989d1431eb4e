// Pictures of charts at their extremes: texts stay within the picture and apart from each other.

#include "bote/render/chart_picture.hpp"

#include <cmath>

#include "bote/render/card.hpp"
#include "project/catch.hpp"

namespace bote::test::chart_picture_test {

namespace {

constexpr double kWidths[] = {300, 326, 499, 500, 672, 820, 1200};

Display bytes() { return display_for(kByte); }

std::string boxes_that_meet(const Picture& picture) {
    const auto& texts = picture.texts();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const Box& a = texts[i];
        if (a.left < -0.5 || a.right > picture.width() + 0.5 || a.top < -0.5 || a.bottom > picture.height() + 0.5)
            return "text " + std::to_string(i) + " is not within the picture";
        for (std::size_t j = i + 1; j < texts.size(); ++j) {
            const Box& b = texts[j];
            if (a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom)
                return "texts " + std::to_string(i) + " and " + std::to_string(j) + " meet";
        }
    }
    return "";
}

void check_all_widths(const Chart& chart) {
    for (const double width : kWidths) {
        CAPTURE(chart.title, width);
        CHECK(boxes_that_meet(chart_picture(chart, {}, width)) == "");
    }
}

/// Bars of these values in bytes.
Chart bars_of(const std::vector<double>& values, bool with_ranges = false) {
    BarChart bars{{"storage", bytes(), axis_scale_for(values)}, {}};
    for (std::size_t i = 0; i < values.size(); ++i) {
        ChartBar bar{"object number " + std::to_string(i), values[i], {}, "bound by disk operations"};
        if (with_ranges) bar.range = ValueRange{values[i] / 2, values[i] * 3};
        bars.bars.push_back(bar);
    }
    return {"bars", "bars", "", bars};
}

Chart line_of(const std::vector<double>& across, const std::vector<std::vector<double>>& lines,
              const std::vector<double>& marks) {
    LineChart chart{{"dau", {}, axis_scale_for(across)}, {"storage", bytes(), AxisScale::linear}, across, {}, {}};
    std::vector<double> all;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        chart.lines.push_back({"tier" + std::to_string(i) + ".machines", lines[i]});
        all.insert(all.end(), lines[i].begin(), lines[i].end());
    }
    chart.up.scaling = axis_scale_for(all);
    for (const double at : marks)
        chart.marks.push_back({at, "partition the data: 2 shards, a sentence of some length"});
    return {"lines", "lines", "", chart};
}

Chart swings_of(double now, const std::vector<std::pair<double, double>>& ends) {
    SwingChart chart{{"storage", bytes(), AxisScale::linear}, now, {}};
    for (const auto& [low, high] : ends)
        chart.swings.push_back({"photo.reads_per_user", "1.28M users", "100 billion/day", low, high});
    return {"swings", "swings", "", chart};
}

}  // namespace

TEST_CASE("the texts of bars keep apart: one bar, forty, equal ones, zero, and twelve decades") {
    check_all_widths(bars_of({1e12}));
    check_all_widths(bars_of(std::vector<double>(40, 5e9)));
    check_all_widths(bars_of({0, 0, 0}));
    check_all_widths(bars_of({0}));
    check_all_widths(bars_of({1, 1e3, 1e6, 1e9, 1e12}));
    check_all_widths(bars_of({1, 1e300}));
    check_all_widths(bars_of({0, 1, 1e12}));
    check_all_widths(bars_of({1e9, 1e10, 2e10}, true));
    check_all_widths(bars_of({999.5e12, 1.0005e15}));
}

TEST_CASE("an axis has all its values where there is room, every second one or one where there is not") {
    const Conventions conventions;
    const Ruler ruler({0, 5e12}, {"storage", bytes(), AxisScale::linear}, conventions, Base::zero);
    const auto texts = [&](double width) {
        std::string all;
        for (const Tick& tick : ticks_across(ruler, width)) all += tick.text + ",";
        return all;
    };
    CHECK(texts(1000) == "0 B,1 TB,2 TB,3 TB,4 TB,5 TB,");
    CHECK(texts(150) == "0 B,2 TB,4 TB,");
    CHECK(texts(1) == "0 B,");
}

TEST_CASE("on a narrow sheet a value ends a pixel before the edge, above its bar") {
    const std::string narrow = chart_picture(bars_of({1e9}), {}, 300).write("", "", SvgUse::within_page);
    const auto draws = [&](const char* part) { return narrow.find(part) != std::string::npos; };
    // The plot begins at 4, its texts 16 below, the middle of its bars 30 below.
    CHECK(draws("<text x=\"299\" y=\"20\" class=\"c-muted\" text-anchor=\"end\">1 GB, bound by disk operations<"));
    CHECK(draws("<text x=\"1\" y=\"20\" class=\"c-ink\">object nu…<"));
    CHECK(draws("<rect x=\"1\" y=\"27\" width=\"287\" height=\"14\" class=\"c-fill\"/>"));
}

TEST_CASE("a label of any length is cut to its room") {
    Chart chart = bars_of({1e9, 2e9});
    std::get<BarChart>(chart.drawing).bars[0].label = std::string(200, 'W');
    std::get<BarChart>(chart.drawing).bars[1].remark = std::string(200, 'm');
    check_all_widths(chart);
}

TEST_CASE("the texts of curves keep apart: one point, many curves that meet, marks at one place") {
    check_all_widths(line_of({1, 2, 3}, {{1e9, 2e9, 3e9}}, {}));
    check_all_widths(line_of({0, 1}, {{0, 0}}, {0.5, 0.5, 0.5, 0.5, 0.5, 0.5}));
    check_all_widths(line_of({1, 1e3, 1e9},
                             {{1, 1e6, 1e12},
                              {2, 1e6, 1e12},
                              {3, 1e6, 1e12},
                              {4, 1e6, 1e12},
                              {5, 1e6, 1e12},
                              {6, 1e6, 1e12},
                              {7, 1e6, 1e12}},
                             {1, 2, 3, 4, 5, 1e8, 2e8, 1e9}));
    check_all_widths(line_of({1e6, 2e6}, {{5, 5}, {5, 5}}, {1.5e6}));
    check_all_widths(line_of({1, 2}, {{NAN, INFINITY}}, {}));
}

TEST_CASE("the texts of a tornado keep apart: one-sided swings, none, and of many decades") {
    check_all_widths(swings_of(1e12, {{5e11, 2e12}, {9e11, 1.1e12}}));
    check_all_widths(swings_of(1e12, {{1.5e12, 2e12}, {1e12, 1e12}, {2e12, 1e11}}));
    check_all_widths(swings_of(0, {{0, 0}}));
    Chart wide = swings_of(1e6, {{1, 1e12}, {1e5, 1e7}});
    std::get<SwingChart>(wide.drawing).axis.scaling = AxisScale::logarithmic;
    check_all_widths(wide);
}

TEST_CASE("the texts of dots and maps keep apart") {
    for (const auto scaling : {AxisScale::linear, AxisScale::logarithmic}) {
        DotChart dots{{"storage", bytes(), scaling}, {}};
        for (int i = 0; i < 20; ++i) dots.values.push_back(std::pow(10.0, i / 2.0));
        check_all_widths({"dots", "dots", "", dots});
        check_all_widths({"dots", "dots", "", DotChart{{"storage", bytes(), scaling}, std::vector<double>(20, 7e9)}});
        check_all_widths({"dots", "dots", "", DotChart{{"storage", bytes(), scaling}, std::vector<double>(20, 0)}});
    }
    MapChart map{{"dau", {}, {}}, {"writes", {}, {}}, {}, {}, {}, {}, "app"};
    for (int i = 0; i < 20; ++i) map.across_values.push_back(std::pow(10.0, i));
    for (int i = 0; i < 12; ++i) {
        map.up_values.push_back(1e3 * i);
        map.texts.emplace_back(20, i % 2 == 0 ? "requests" : "disk operations");
        map.numbers.emplace_back(20, NAN);
    }
    check_all_widths({"map", "map", "", map});
    map.numbers.assign(12, std::vector<double>(20, 5));
    check_all_widths({"map", "map", "", map});
}

TEST_CASE("the texts of a card keep apart, and none is below twelve pixels") {
    KeyFigures figures{
        "A peak of 75.4k/s and 23 PB of storage need 6707 machines, most of them for storage, bound by "
        "disk. 1 of 2 expectations fails, and so on, until the sentence has no more room on this card.",
        Tone::bad,
        {}};
    for (int i = 0; i < 5; ++i)
        figures.figures.push_back(
            {"peak requests", {1.234e15, bytes()}, ValueRange{1.23e14, 1.23e18}, Interval{-1, 1}});
    const Picture card = card_picture(std::string(120, 'W'), figures, {});
    CHECK(boxes_that_meet(card) == "");
    CHECK(card.width() == 1200);
    CHECK(card.height() == 630);
    for (const Box& box : card.texts()) CHECK(box.bottom - box.top > 11.5);
}

TEST_CASE("a picture has its title and its meaning as text, and escapes both") {
    Chart chart = bars_of({1e9});
    chart.title = "<b> & \"c\"";
    const std::string text = chart_picture(chart, {}, 500).write(chart.title, "what & why", SvgUse::alone);
    CHECK(text.find("<title>&lt;b&gt; &amp; &quot;c&quot;</title>") != std::string::npos);
    CHECK(text.find("<desc>what &amp; why</desc>") != std::string::npos);
    CHECK(text.find("xmlns=\"http://www.w3.org/2000/svg\"") != std::string::npos);
    CHECK(text.find("prefers-color-scheme:dark") != std::string::npos);
    CHECK(text.ends_with("</svg>\n"));
}

}  // namespace bote::test::chart_picture_test
