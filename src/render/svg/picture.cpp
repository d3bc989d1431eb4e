#include "bote/render/picture.hpp"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "bote/base/text.hpp"
#include "bote/render/chart_style.hpp"

namespace bote {
namespace {

/// In parts of the size of the font; those of DejaVu Sans, which is wider than most.
double width_of(std::string_view character) {
    constexpr double kNarrow = 0.36;
    constexpr double kUsual = 0.62;
    constexpr double kCapital = 0.72;
    constexpr double kWide = 0.98;
    const char letter = character.front();
    if (character.size() > 1) return display_width(character) > 1 ? 1.05 : kCapital;
    if (std::string_view(" .,:;'|!ijl()[]/-frtI").find(letter) != std::string_view::npos) return kNarrow;
    if (std::string_view("mMwW%@").find(letter) != std::string_view::npos) return kWide;
    return letter >= 'A' && letter <= 'Z' ? kCapital : kUsual;
}

std::string number(double value) {
    constexpr double kTenth = 10;
    return fmt::format("{}", std::round(value * kTenth) / kTenth);
}

std::string_view word_of(Anchor anchor) {
    switch (anchor) {
        case Anchor::start: return "start";
        case Anchor::middle: return "middle";
        case Anchor::end: return "end";
    }
    return "";
}

double left_of(double x, double width, Anchor anchor) {
    switch (anchor) {
        case Anchor::start: return x;
        case Anchor::middle: return x - width / 2;
        case Anchor::end: return x - width;
    }
    return x;
}

}  // namespace

double text_width(std::string_view text, double size) {
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const Character character = character_at(text, at);
        width += width_of(text.substr(at, character.length));
        at += character.length;
    }
    return width * size;
}

std::string cut_to(std::string_view text, double width, double size) {
    if (text_width(text, size) <= width) return std::string(text);
    std::string kept;
    const double room = width - text_width("…", size);
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t length = character_at(text, at).length;
        const std::string longer = kept + std::string(text.substr(at, length));
        if (text_width(longer, size) > room) break;
        kept = longer;
        at += length;
    }
    return std::string(trim(kept)) + "…";
}

std::vector<std::string> wrap_to(std::string_view text, double width, double size) {
    std::vector<std::string> lines;
    for (const auto word : split(text, ' ')) {
        const std::string longer = lines.empty() ? std::string(word) : lines.back() + " " + std::string(word);
        if (!lines.empty() && text_width(longer, size) <= width) lines.back() = longer;
        else lines.push_back(cut_to(word, width, size));
    }
    return lines;
}

std::string escape_xml(std::string_view text) {
    std::string escaped;
    for (const char letter : show_in_line(text)) {
        switch (letter) {
            case '&': escaped += "&amp;"; break;
            case '<': escaped += "&lt;"; break;
            case '>': escaped += "&gt;"; break;
            case '"': escaped += "&quot;"; break;
            default: escaped += letter;
        }
    }
    return escaped;
}

void Picture::text(Point at, std::string_view text, const TextLook& look) {
    if (text.empty()) return;
    constexpr double kAscent = 0.78;
    constexpr double kDescent = 0.22;
    const double width = text_width(text, look.size) * (look.bold ? 1.08 : 1);
    const double left = left_of(at.x, width, look.anchor);
    texts_.push_back({left, at.y - kAscent * look.size, left + width, at.y + kDescent * look.size});
    body_ += fmt::format(R"(<text x="{}" y="{}" class="{}")", number(at.x), number(at.y), look.shade);
    if (look.anchor != Anchor::start) body_ += fmt::format(R"( text-anchor="{}")", word_of(look.anchor));
    constexpr double kUsual = 13;  // as the style has it
    if (look.size != kUsual) body_ += fmt::format(R"( font-size="{}")", number(look.size));
    if (look.bold) body_ += R"( font-weight="600")";
    body_ += ">" + escape_xml(text) + "</text>\n";
}

void Picture::line(Point from, Point to, std::string_view shade) {
    body_ += fmt::format(R"(<line x1="{}" y1="{}" x2="{}" y2="{}" class="{}"/>)", number(from.x), number(from.y),
                         number(to.x), number(to.y), shade) +
             "\n";
}

void Picture::box(const Box& box, std::string_view shade) {
    body_ +=
        fmt::format(R"(<rect x="{}" y="{}" width="{}" height="{}" class="{}"/>)", number(box.left), number(box.top),
                    number(std::max(box.right - box.left, 0.0)), number(std::max(box.bottom - box.top, 0.0)), shade) +
        "\n";
}

void Picture::dot(Point center, double radius, std::string_view shade) {
    body_ += fmt::format(R"(<circle cx="{}" cy="{}" r="{}" class="{}"/>)", number(center.x), number(center.y),
                         number(radius), shade) +
             "\n";
}

void Picture::path(const std::vector<Point>& points, std::string_view shade) {
    std::string text;
    for (const Point& point : points)
        text += fmt::format("{}{} {}", text.empty() ? "M" : "L", number(point.x), number(point.y));
    body_ += fmt::format(R"(<path d="{}" class="{}"/>)", text, shade) + "\n";
}

void Picture::put(const Picture& other, Point corner) {
    body_ += fmt::format(R"x(<g transform="translate({} {})">)x", number(corner.x), number(corner.y)) + "\n" +
             other.body_ + "</g>\n";
    for (const Box& box : other.texts_)
        texts_.push_back({box.left + corner.x, box.top + corner.y, box.right + corner.x, box.bottom + corner.y});
}

std::string Picture::write(std::string_view title, std::string_view summary, SvgUse use) const {
    const bool alone = use == SvgUse::alone;
    std::string text = alone ? R"(<svg xmlns="http://www.w3.org/2000/svg" )" : "<svg ";
    text += fmt::format(R"(class="bote-chart" role="img" viewBox="0 0 {0} {1}" width="{0}" height="{1}">)",
                        number(width_), number(height_)) +
            "\n";
    text += "<title>" + escape_xml(title) + "</title>\n";
    if (!summary.empty()) text += "<desc>" + escape_xml(summary) + "</desc>\n";
    if (alone) {
        text.append("<style>").append(kChartStyle).append("</style>\n");
        text += R"(<rect width="100%" height="100%" class="c-paper"/>)"
                "\n";
    }
    return text + body_ + "</svg>\n";
}

}  // namespace bote
