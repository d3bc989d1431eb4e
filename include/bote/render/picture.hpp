#pragma once
// A drawing made of a few shapes, in pixels from the upper left corner, as SVG.
//
//   Picture picture(680);
//   picture.text({20, 14}, "storage", {.anchor = Anchor::start});
//   picture.write("Storage", "By object.", SvgUse::alone)

#include <string>
#include <string_view>
#include <vector>

namespace bote {

struct Point {
    double x = 0;
    double y = 0;
};

struct Box {
    double left = 0;
    double top = 0;
    double right = 0;
    double bottom = 0;
};

enum class Anchor { start, middle, end };

struct TextLook {
    Anchor anchor = Anchor::start;
    std::string_view shade = "c-ink";  // a class of the style
    double size = 13;
    bool bold = false;
};

/// Whether the file stands alone, or is a part of a page that has the style already.
enum class SvgUse { alone, within_page };

/// How wide a text is in the fonts of screens: an upper estimate.
double text_width(std::string_view text, double size);

/// The text cut to a width, with an ellipsis where something is missing.
std::string cut_to(std::string_view text, double width, double size);

/// Words in lines that are not wider.
std::vector<std::string> wrap_to(std::string_view text, double width, double size);

/// Text as text of an XML document.
std::string escape_xml(std::string_view text);

class Picture {
public:
    explicit Picture(double width, double height = 0) : width_(width), height_(height) {}

    void text(Point at, std::string_view text, const TextLook& look);  // `at` is on the base line
    void line(Point from, Point to, std::string_view shade);
    void box(const Box& box, std::string_view shade);
    void dot(Point center, double radius, std::string_view shade);
    void path(const std::vector<Point>& points, std::string_view shade);

    /// Another picture with its upper left corner here.
    void put(const Picture& other, Point corner);

    void set_height(double height) { height_ = height; }
    [[nodiscard]] double width() const { return width_; }
    [[nodiscard]] double height() const { return height_; }
    /// Where the texts are, by their estimated widths.
    [[nodiscard]] const std::vector<Box>& texts() const { return texts_; }

    [[nodiscard]] std::string write(std::string_view title, std::string_view summary, SvgUse use) const;

private:
    double width_;
    double height_;
    std::string body_;
    std::vector<Box> texts_;
};

}  // namespace bote
