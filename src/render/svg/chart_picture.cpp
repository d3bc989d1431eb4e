#include "bote/render/chart_picture.hpp"

#include <algorithm>

#include "bote/base/overloaded.hpp"

namespace bote {

std::vector<Tick> ticks_across(const Ruler& ruler, double width) {
    constexpr double kApart = 14;
    constexpr std::size_t kMost = 7;
    for (std::size_t most = kMost; most > 1; --most) {
        std::vector<Tick> ticks = ruler.ticks(most);
        bool fits = true;
        for (std::size_t i = 1; i < ticks.size(); ++i) {
            const double both = text_width(ticks[i - 1].text, kTextSize) + text_width(ticks[i].text, kTextSize);
            fits = fits && (ticks[i].place - ticks[i - 1].place) * width >= both / 2 + kApart;
        }
        if (fits) return ticks;
    }
    std::vector<Tick> ticks = ruler.ticks(1);
    ticks.resize(1);
    return ticks;
}

void draw_across(Picture& picture, const Plot& plot, const Ruler& ruler, const ChartAxis& axis) {
    constexpr double kTicksBelow = 18;
    constexpr double kTitleBelow = 38;
    for (const Tick& tick : ticks_across(ruler, plot.box.right - plot.box.left)) {
        const double x = plot.x(tick.place);
        picture.line({x, plot.box.top}, {x, plot.box.bottom}, "c-grid");
        // The outermost values stay within the picture.
        const double half = text_width(tick.text, kTextSize) / 2;
        const double at = std::clamp(x, half + 1, std::max(half + 1, picture.width() - half - 1));
        picture.text({at, plot.box.bottom + kTicksBelow}, tick.text, {.anchor = Anchor::middle, .shade = "c-muted"});
    }
    const std::string note = axis.scaling == AxisScale::logarithmic ? axis.title + " (log scale)" : axis.title;
    picture.text({plot.box.right, plot.box.bottom + kTitleBelow}, cut_to(note, picture.width() - 2, kTextSize),
                 {.anchor = Anchor::end, .shade = "c-muted"});
}

Picture chart_picture(const Chart& chart, const Conventions& conventions, double width) {
    const Sheet sheet{conventions, width};
    return std::visit(Overloaded{
                          [&](const BarChart& each) { return draw_bars(each, sheet); },
                          [&](const SwingChart& each) { return draw_swings(each, sheet); },
                          [&](const LineChart& each) { return draw_lines(each, sheet); },
                          [&](const MapChart& each) { return draw_map(each, sheet); },
                          [&](const DotChart& each) { return draw_dots(each, sheet); },
                          [&](const BoxChart& each) { return draw_boxes(each, sheet); },
                      },
                      chart.drawing);
}

}  // namespace bote
