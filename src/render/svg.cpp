// One picture with its title: the first chart of a report, or the card of its headline.

#include <algorithm>

#include "bote/render/card.hpp"
#include "bote/render/chart_picture.hpp"
#include "bote/render/render.hpp"

namespace bote {
namespace {

template <class Wanted>
const Wanted* find_block(const Report& report) {
    for (const Block& block : report.blocks)
        if (const auto* found = std::get_if<Wanted>(&block)) return found;
    return nullptr;
}

std::string svg_title(const Report& report) {
    const auto* heading = find_block<Heading>(report);
    return heading == nullptr ? "" : heading->text;
}

std::string draw(const Chart& chart, const Report& report) {
    constexpr double kWidth = 720;
    constexpr double kMargin = 24;
    constexpr double kTitle = 17;
    constexpr double kTop = 56;
    const Picture chart_alone = chart_picture(chart, report.conventions, kWidth - 2 * kMargin);
    Picture picture(kWidth, kTop + chart_alone.height() + kMargin);
    const std::string name = svg_title(report);
    const std::string title = name.empty() ? chart.title : name + ": " + chart.title;
    picture.text({kMargin, 36}, cut_to(title, kWidth - 2 * kMargin, kTitle), {.size = kTitle, .bold = true});
    picture.put(chart_alone, {kMargin, kTop});
    return picture.write(title, chart.summary, SvgUse::alone);
}

}  // namespace

std::string render_svg(const Report& report, const Canvas& canvas) {
    if (canvas.form == PageForm::card) {
        const auto* headline = find_block<KeyFigures>(report);
        if (headline == nullptr || headline->figures.empty()) return "";
        return card_picture(svg_title(report), *headline, report.conventions)
            .write(svg_title(report), headline->sentence, SvgUse::alone);
    }
    const auto* chart = find_block<Chart>(report);
    return chart == nullptr ? "" : draw(*chart, report);
}

}  // namespace bote
