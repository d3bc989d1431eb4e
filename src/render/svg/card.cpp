#include "bote/render/card.hpp"

#include <algorithm>
#include <cmath>

namespace bote {
namespace {

constexpr double kWidth = 1200;
constexpr double kHeight = 630;
constexpr double kMargin = 64;

std::string text_of(double value, const Quantity& like, const Conventions& conventions) {
    return format(value, like.display, conventions, like.digits);
}

/// The largest size at which the text fits.
double size_for(std::string_view text, double room, double largest) {
    constexpr double kLeast = 12;
    double size = largest;
    while (size > kLeast && text_width(text, size) * 1.08 > room) size -= 1;
    return size;
}

void draw_interval(Picture& picture, const Interval& interval, const Box& room) {
    const double middle = (room.left + room.right) / 2;
    const double half = (room.right - room.left) / 2;
    const double y = (room.top + room.bottom) / 2;
    const double left = middle + std::max(interval.low, -1.0) * half;
    const double right = middle + std::min(interval.high, 1.0) * half;
    picture.line({room.left, y}, {room.right, y}, "c-grid");
    picture.box({left, y - 3, right, y + 3}, "c-fill");
    picture.box({middle - 2, y - 9, middle + 2, y + 9}, "c-ink");
}

void draw_figure(Picture& picture, const Figure& figure, const Box& room, const Conventions& conventions) {
    const double width = room.right - room.left;
    picture.line({room.left, room.top}, {room.right, room.top}, "c-axis");
    double y = room.top + 36;
    for (const std::string& line : wrap_to(figure.label, width, 20)) {
        picture.text({room.left, y}, line, {.shade = "c-muted", .size = 20});
        y += 25;
    }
    const std::string value = text_of(figure.value.value, figure.value, conventions);
    picture.text({room.left, room.top + 116}, value, {.size = size_for(value, width, 42), .bold = true});
    if (figure.range) {
        const std::string low = text_of(figure.range->low, figure.value, conventions);
        const std::string high = text_of(figure.range->high, figure.value, conventions);
        y = room.top + 148;
        for (const std::string& line : wrap_to(low == high ? "" : low + " to " + high, width, 19)) {
            picture.text({room.left, y}, line, {.shade = "c-muted", .size = 19});
            y += 22;
        }
    } else if (!figure.remark.empty()) {
        picture.text({room.left, room.top + 152}, cut_to(figure.remark, width, 18), {.shade = "c-muted", .size = 18});
    }
    if (figure.interval)
        draw_interval(picture, *figure.interval, {room.left, room.top + 178, room.right, room.top + 190});
}

}  // namespace

Picture card_picture(std::string_view title, const KeyFigures& headline, const Conventions& conventions) {
    constexpr double kGap = 28;
    const auto& figures = headline.figures;
    const bool ranges =
        std::any_of(figures.begin(), figures.end(), [](const Figure& figure) { return figure.range.has_value(); });
    const double figures_top = ranges ? 376 : 410;
    constexpr double kSentence = 34;
    constexpr std::size_t kMostLines = 4;
    Picture picture(kWidth, kHeight);
    picture.box({0, 0, 14, kHeight}, headline.tone == Tone::bad ? "c-fill2" : "c-fill");
    const double title_size = size_for(title, kWidth - 2 * kMargin, 52);
    picture.text({kMargin, 112}, cut_to(title, (kWidth - 2 * kMargin) / 1.08, title_size),
                 {.size = title_size, .bold = true});
    std::vector<std::string> lines = wrap_to(headline.sentence, kWidth - 2 * kMargin, kSentence);
    if (lines.size() > kMostLines) {
        lines.resize(kMostLines);
        lines.back() = cut_to(lines.back() + "…", kWidth - 2 * kMargin, kSentence);
    }
    for (std::size_t i = 0; i < lines.size(); ++i)
        picture.text({kMargin, 178 + 46 * static_cast<double>(i)}, lines[i], {.size = kSentence});
    const auto count = static_cast<double>(figures.size());
    const double width = (kWidth - 2 * kMargin - kGap * (count - 1)) / count;
    for (std::size_t i = 0; i < figures.size(); ++i) {
        const double left = kMargin + (width + kGap) * static_cast<double>(i);
        draw_figure(picture, figures[i], {left, figures_top, left + width, kHeight - kMargin}, conventions);
    }
    return picture;
}

}  // namespace bote
